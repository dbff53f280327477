using JmaActors.Accounts;
using JmaActors.Feeds;
using JmaActors.Tests.Web.Fakes;
using JmaActors.Web.Access;
using Microsoft.Extensions.Logging.Abstractions;

namespace JmaActors.Tests.Web.Access;

/// <summary>Who has a function is read to the last page.</summary>
public sealed class PeopleOfTests
{
    [Fact]
    public async Task A_calendar_made_by_somebody_on_the_second_page_of_a_function_leads_on()
    {
        var owner = new FeedOwner(CallerRole.Workplace, "W1");
        var feed = new FoundFeed(owner, new FeedLine("f", "当直表", "", default, new Caller(AccountSubject.Of("last"), CallerRole.Workplace, "W1")));
        var actors = new FakeActors().Put<IFeedReaderGrain>(0L, new Reader(feed)).Put<IFunctionListGrain>(0L, new Functions());
        var gateway = new Gateway(actors, new BenefitRegistry(), new FakeEvidence(), TimeProvider.System, NullLogger<Gateway>.Instance);

        Assert.Equal("当直表", (await gateway.ReadFeed("secret", TestContext.Current.CancellationToken))?.Name);
    }

    sealed class Reader(FoundFeed feed) : IFeedReaderGrain
    {
        public Task<FoundFeed?> Find(byte[] hash, CancellationToken ct) => Task.FromResult<FoundFeed?>(feed);

        public Task<DutyFeed> Read(FoundFeed feed, CancellationToken ct) => Task.FromResult(new DutyFeed(feed.Line.Name, []));
    }

    sealed class Functions : IFunctionListGrain
    {
        public Task<FunctionPage> OfScope(FunctionQuery query, Caller caller, CancellationToken ct) => Task.FromResult(query.After is null
            ? new FunctionPage([.. Enumerable.Range(0, AccountLimits.Page).Select(n => Line($"a{n}"))], "next")
            : new FunctionPage([Line("last")], null));

        public Task<bool> HasApprover(string scope, DateOnly on, CancellationToken ct) => Task.FromResult(false);

        static FunctionLine Line(string account) => new(account, "f", CallerRole.Workplace, "W1", OfficeDuties.None, new DateOnly(2020, 1, 1), null, null, null);
    }
}
