using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JmaActors.Members;
using JmaActors.Records;
using JmaActors.Tests.Web.Http;
using JmaActors.Web.Access;

namespace JmaActors.Tests.Web.Access;

/// <summary>Who reads a record's past and who corrects it: row by row, and over HTTP.</summary>
public sealed class RecordScopesTests(WebHouse house) : IClassFixture<WebHouse>
{
    static readonly MemberId Self = WebHouse.Member;
    static readonly Membership Everywhere = new(AssociationId.Local(26, 3), MembershipLayers.All, MemberCategory.A1);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("operator", true, true)]
    [InlineData("office:JMA", true, true)]
    [InlineData("office:26", true, true)]
    [InlineData("office:26-003", true, true)]
    [InlineData("office:26-004", false, false)]
    [InlineData("office:27", false, false)]
    [InlineData("member:1000000001", true, false)]
    [InlineData("member:1000000002", false, false)]
    [InlineData("host:26-003", false, false)]
    [InlineData("door:P26-1.1", false, false)]
    public void The_past_is_read_by_whoever_sees_the_person_and_corrected_by_offices(string eyes, bool reads, bool corrects)
    {
        Assert.Equal(reads, Scopes.Allows(Of(eyes), new Target.SeeHistory(Self, Everywhere)));
        Assert.Equal(corrects, Scopes.Allows(Of(eyes), new Target.CorrectCredit(Self, Everywhere)));
        Assert.Equal(corrects, Scopes.Allows(Of(eyes), new Target.CorrectMember(Self, Everywhere)));
    }

    [Theory]
    [InlineData("office:26-003", "member,credits,passes,certificates,dues")]
    [InlineData("member:1000000001", "member,credits,passes,certificates,enrolments,work-hours,dues")]
    [InlineData("operator", "member,credits,passes,certificates,enrolments,work-hours,dues")]
    public async Task Sign_ups_at_whatever_host_and_working_hours_are_told_to_the_person_and_not_to_her_office(string eyes, string chapters)
    {
        using var answer = await Send(HttpMethod.Get, eyes, "record/history?size=7");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var asked = house.Record.Asked[^1];
        Assert.Equal((chapters, 7), (string.Join(',', asked.Chapters), asked.Size));
        var line = (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("lines")[0];
        Assert.Equal(("credit-corrected", "2026-04-01", "office", 1), (line.GetProperty("type").GetString(), line.GetProperty("effective").GetString(), line.GetProperty("by").GetProperty("role").GetString(), line.GetProperty("corrects").GetInt64()));
    }

    [Theory]
    [InlineData("office:26-003", "record/history?chapter=enrolments", HttpStatusCode.Forbidden)]
    [InlineData("office:26-003", "record/history?chapter=work-hours", HttpStatusCode.Forbidden)]
    [InlineData("member:1000000001", "record/history?chapter=work-hours", HttpStatusCode.OK)]
    [InlineData("office:26-003", "benefits/work-hours/counted", HttpStatusCode.Forbidden)]
    [InlineData("office:26-003", "record/history?chapter=credits", HttpStatusCode.OK)]
    [InlineData("office:26-003", "record/history?chapter=nothing", HttpStatusCode.BadRequest)]
    [InlineData("office:26-003", "record/history?size=101", HttpStatusCode.BadRequest)]
    [InlineData("office:26-003", "record/as-of?on=2026-05-01", HttpStatusCode.OK)]
    [InlineData("office:26-003", "record/as-of?on=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("office:26-003", "record", HttpStatusCode.OK)]
    [InlineData("office:26-003", "benefits/credits/counted", HttpStatusCode.OK)]
    [InlineData("office:26-003", "benefits/none/counted", HttpStatusCode.NotFound)]
    [InlineData("office:27", "record/history", HttpStatusCode.NotFound)]
    [InlineData("office:27", "record/as-of?on=2026-05-01", HttpStatusCode.NotFound)]
    [InlineData("office:27", "record", HttpStatusCode.NotFound)]
    [InlineData("office:27", "benefits/credits/counted", HttpStatusCode.NotFound)]
    [InlineData("member:1000000002", "record/as-of", HttpStatusCode.NotFound)]
    [InlineData("host:26-003", "record/history", HttpStatusCode.NotFound)]
    public async Task Whom_one_may_not_see_has_no_past_either(string eyes, string path, HttpStatusCode status)
    {
        using var answer = await Send(HttpMethod.Get, eyes, path);

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("office:26-003", HttpStatusCode.OK)]
    [InlineData("operator", HttpStatusCode.OK)]
    [InlineData("member:1000000001", HttpStatusCode.Forbidden)]
    [InlineData("office:27", HttpStatusCode.NotFound)]
    [InlineData("host:26-003", HttpStatusCode.NotFound)]
    public async Task Corrections_and_their_trials_are_an_offices(string eyes, HttpStatusCode status)
    {
        var credit = new { units = 2.0m, reason = "misread" };
        var membership = new { key = "c", of = 1, membership = new { local = "26-003", layers = new[] { "local" }, category = (string?)null }, effectiveFrom = "2026-04-01", reason = "wrong date" };
        var identity = new { key = "c", of = 1, person = new { name = "見本", kana = "ミホン" }, effectiveFrom = "2026-04-01", reason = "typo" };
        foreach (var (path, body) in new (string, object)[]
        {
            ("credits/k%2F1/correct", credit), ("credits/k%2F1/correct/trial", credit), ("membership/correct/trial", membership), ("profile/correct", identity),
        })
        {
            using var answer = await Send(HttpMethod.Post, eyes, path, body);
            Assert.True(status == answer.StatusCode, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(Ct)}");
        }
        if (status == HttpStatusCode.OK) Assert.Equal(("k/1", Units.Of(2m)), (house.Credits.Corrected[^1].Entry, house.Credits.Corrected[^1].Units));
    }

    [Fact]
    public async Task A_correction_into_another_offices_membership_is_out_of_scope()
    {
        var body = new { key = "c", of = 1, membership = new { local = "27-001", layers = new[] { "local" }, category = (string?)null }, effectiveFrom = "2026-04-01", reason = "wrong" };

        using var answer = await Send(HttpMethod.Post, "office:26-003", "membership/correct", body);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_refused_correction_and_a_record_too_long_are_problems_with_their_reasons()
    {
        house.Credits.Refuses.Enqueue(new Refusal("corrected-on-roll"));
        using var correction = await Send(HttpMethod.Post, "office:26-003", "credits/k/correct", new { units = 1, reason = "x" });
        Assert.Equal((HttpStatusCode.Conflict, "corrected-on-roll"), (correction.StatusCode, await Reason(correction)));

        house.Record.Refuses = new Refusal("history-too-long");
        try
        {
            using var history = await Send(HttpMethod.Get, "operator", "record/as-of");
            Assert.Equal((HttpStatusCode.Conflict, "history-too-long"), (history.StatusCode, await Reason(history)));
        }
        finally
        {
            house.Record.Refuses = null;
        }
    }

    static async Task<string?> Reason(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("reason").GetString();

    async Task<HttpResponseMessage> Send(HttpMethod method, string eyes, string path, object? body = null)
    {
        using var client = house.Client();
        using var request = new HttpRequestMessage(method, $"/api/v1/members/{Self}/{path}") { Headers = { { Eyes.Header, eyes } }, Content = body is null ? null : JsonContent.Create(body) };
        return await client.SendAsync(request, Ct);
    }

    static Caller Of(string eyes) => Eyes.TryParse(eyes, out var caller, out _) ? caller : throw new ArgumentException(eyes);
}
