using System.Net;
using JmaActors.Audit;
using JmaActors.Members;
using JmaActors.Tests.Web.Fakes;
using JmaActors.Tests.Web.Http;
using JmaActors.Web.Audit;

namespace JmaActors.Tests.Web.Audit;

/// <summary>What is recorded of who looked, and that nothing is told before it is.</summary>
public sealed class AuditTrailTests : IAsyncLifetime
{
    const string Person = "/api/v1/members/1000000001";

    readonly WebHouse _house = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    FakeAudit Audit => _house.Actors.Audit;

    public ValueTask InitializeAsync() => _house.InitializeAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_record_is_handed_out_when_the_look_is_durable_and_not_before()
    {
        var durable = new TaskCompletionSource();
        Audit.Durable = durable.Task;

        var answer = Get(Person, "office:26");
        await Until(() => Audit.Looks.Count == 1);
        Assert.False(answer.IsCompleted);
        durable.SetResult();

        Assert.Equal(HttpStatusCode.OK, (await answer).StatusCode);
        var look = Assert.Single(Audit.Looks);
        Assert.Equal((WebHouse.Member, AuditParts.Identity, "office:26"), (look.Person, look.Parts, look.Caller.Subject));
    }

    [Theory]
    [InlineData(Person, "office:27", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/operations/seals", "office:26", HttpStatusCode.Forbidden)]
    public async Task A_refusal_is_told_when_the_attempt_is_durable_and_not_before(string path, string eyes, HttpStatusCode status)
    {
        var durable = new TaskCompletionSource();
        Audit.Durable = durable.Task;

        var answer = Get(path, eyes);
        await Until(() => Audit.Refusals.Count == 1);
        Assert.False(answer.IsCompleted);
        durable.SetResult();

        Assert.Equal(status, (await answer).StatusCode);
        Assert.Equal(eyes, Assert.Single(Audit.Refusals).Caller.Subject);
    }

    [Theory]
    [InlineData(Person, "office:26")]
    [InlineData(Person, "office:27")]
    [InlineData("/api/v1/operations/seals", "office:26")]
    public async Task What_cannot_be_recorded_now_is_not_told_now(string path, string eyes)
    {
        Audit.Durable = Task.FromException(new TryAgainException("journal-away", "x"));

        var answer = await Get(path, eyes);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    [Fact]
    public async Task The_same_look_is_told_the_audit_once_as_long_as_it_is_one_look_and_other_parts_are_told()
    {
        for (var i = 0; i < 3; i++) await Get(Person, "office:26");
        await Get($"{Person}/credits", "office:26");
        await Get(Person, "office:JMA");

        Assert.Equal([(AuditParts.Identity, "26"), (AuditParts.Credits, "26"), (AuditParts.Identity, "JMA")], Audit.Looks.Select(l => (l.Parts, l.Caller.Scope)));
    }

    [Fact]
    public async Task A_look_that_is_over_is_told_again()
    {
        Audit.Until = DateTimeOffset.MinValue;

        for (var i = 0; i < 2; i++) await Get(Person, "office:26");

        Assert.Equal(2, Audit.Looks.Count);
    }

    [Fact]
    public async Task Looking_at_oneself_is_not_recorded_and_a_clerk_who_acts_for_one_is()
    {
        await Get(Person, "member:1000000001");
        await Get(Person, "office:26:clerk@1000000001");

        var look = Assert.Single(Audit.Looks);
        Assert.Equal(("1000000001", "office:26:clerk"), (look.Caller.For, look.Caller.Subject));
    }

    [Fact]
    public async Task People_of_a_list_are_recorded_before_the_list_is_handed_out()
    {
        var durable = new TaskCompletionSource();
        Audit.Durable = durable.Task;

        var answer = Get("/api/v1/sessions/P26-1.1/people?text=taro", "office:26");
        await Until(() => Audit.Lists.Count == 1);
        Assert.False(answer.IsCompleted);
        durable.SetResult();

        Assert.Equal(HttpStatusCode.OK, (await answer).StatusCode);
        var list = Assert.Single(Audit.Lists);
        Assert.Equal(("door", 1, WebHouse.Member.Number), (list.What, list.Count, Assert.Single(list.People!.Value.Value)));
    }

    [Fact]
    public async Task The_reason_and_where_it_came_from_go_with_the_look()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Person);
        request.Headers.Add("X-Jma-Eyes", "office:26");
        request.Headers.Add(Whence.Header, Uri.EscapeDataString("本人からの電話\u0007"));
        await _house.Client().SendAsync(request, Ct);

        Assert.Equal("本人からの電話", Assert.Single(Audit.Looks).Why);
    }

    Task<HttpResponseMessage> Get(string path, string eyes)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Jma-Eyes", eyes);
        return _house.Client().SendAsync(request, Ct);
    }

    static async Task Until(Func<bool> met)
    {
        while (!met()) await Task.Yield();
    }
}
