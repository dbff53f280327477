using JmaActors.Bank;
using JmaActors.Directory;
using JmaActors.Tests.Web.Fakes;
using JmaActors.Web;
using JmaActors.Web.Access;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Concurrency;

namespace JmaActors.Tests.Web.Bank;

/// <summary>A batch of many people, as a page shows it.</summary>
public sealed class DebitLinesTests
{
    static readonly AssociationId Office = AssociationId.Local(26, 1);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lines_come_page_by_page_each_with_its_name_and_the_last_says_that_it_is()
    {
        const int people = 2 * WebLimits.DebitsShown + 1;
        var actors = new FakeActors().Put<IDebitsGrain>(Office.Code, new Debits(people)).Put<IDirectoryGrain>(0L, new FakeDirectory());
        var (gateway, caller) = (new Gateway(actors, new BenefitRegistry(), new FakeEvidence(), TimeProvider.System, NullLogger<Gateway>.Instance), Caller.Office(Office));
        List<(DebitLine Line, string Name)> shown = [];
        List<int> pages = [];
        MemberId? next = null;
        do
        {
            var page = await gateway.DebitLinesNamed(Office, "b", next, caller, Ct);
            pages.Add(page.Lines.Count);
            shown.AddRange(page.Lines);
            next = page.Next;
        }
        while (next is not null);

        Assert.Equal([WebLimits.DebitsShown, WebLimits.DebitsShown, 1], pages);
        Assert.Equal(people, shown.Select(s => s.Line.Member).Distinct().Count());
        Assert.All(shown, s => Assert.Equal($"見本 {s.Line.Member.Number}", s.Name));
    }

    sealed class Debits(int people) : IDebitsGrain
    {
        public Task<IReadOnlyList<DebitLine>?> Lines(string key, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<DebitLine>?>([.. Enumerable.Range(1, people).Select(n => new DebitLine(new MemberId(1_000_000_000 + n), new Yen(1), null))]);

        public Task<Answer<DebitBatch>> Draw(DrawDebits command, CancellationToken ct) => throw new NotSupportedException();

        public Task<Answer<DebitBatch>> Settle(SettleDebits command, CancellationToken ct) => throw new NotSupportedException();

        public Task<Answer<DebitBatch>> Withdraw(WithdrawDebits command, CancellationToken ct) => throw new NotSupportedException();

        public Task<IReadOnlyList<DebitBatch>> Batches(CancellationToken ct) => throw new NotSupportedException();

        public Task Wake(CancellationToken ct) => throw new NotSupportedException();

        public Task<JmaActors.Ledgers.Receipt> Receive(Immutable<JmaActors.Ledgers.Parcel[]> parcels, CancellationToken ct) => throw new NotSupportedException();
    }
}
