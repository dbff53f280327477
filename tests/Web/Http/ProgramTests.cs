using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ical.Net;
using JmaActors.Credits;
using JmaActors.Training;
using JmaActors.Web.Access;

namespace JmaActors.Tests.Web.Http;

/// <summary>Programs over HTTP: who may do what, what is asked of the actor, and the calendars.</summary>
public sealed class ProgramTests(WebHouse house) : IClassFixture<WebHouse>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    async Task<HttpResponseMessage> Send(HttpMethod method, string path, string eyes, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}");
        request.Headers.Add(Eyes.Header, eyes);
        if (body is not null) request.Content = JsonContent.Create(body);
        return await house.Client().SendAsync(request, Ct);
    }

    static object Word(long on, string decision = "approve") => new { scheme = "cme", decision, reason = "", on };

    [Theory]
    [InlineData("operator", HttpStatusCode.OK)]
    [InlineData("host:26-003", HttpStatusCode.OK)]
    [InlineData("office:26-003", HttpStatusCode.OK)]
    [InlineData("office:26", HttpStatusCode.OK)]
    [InlineData("office:27", HttpStatusCode.NotFound)]
    [InlineData("office:JMA", HttpStatusCode.NotFound)]
    [InlineData("member:1000000001", HttpStatusCode.NotFound)]
    public async Task A_draft_is_there_for_its_host_and_whoever_was_asked_to_approve_it(string eyes, HttpStatusCode status)
    {
        Assert.Equal(status, (await Send(HttpMethod.Get, "programs/P26-DRAFT", eyes)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Send(HttpMethod.Get, "programs/P26-OPEN", eyes)).StatusCode);
    }

    [Theory]
    [InlineData("operator", HttpStatusCode.OK)]
    [InlineData("office:26", HttpStatusCode.OK)]
    [InlineData("host:26-003", HttpStatusCode.Forbidden)]
    [InlineData("office:26-003", HttpStatusCode.Forbidden)]
    [InlineData("office:JMA", HttpStatusCode.NotFound)]
    public async Task Only_the_schemes_approver_decides(string eyes, HttpStatusCode status) =>
        Assert.Equal(status, (await Send(HttpMethod.Post, "programs/P26-DRAFT/decisions", eyes, Word(3))).StatusCode);

    [Fact]
    public async Task A_word_reaches_the_actor_with_its_version_and_an_older_one_is_a_conflict()
    {
        await Send(HttpMethod.Post, "programs/P26-DRAFT/decisions", "office:26", new { scheme = "cme", decision = "return", reason = "講師がありません", on = 3 });
        Assert.Contains(new DecideProgram(CreditScheme.Cme, ApprovalDecision.Return, "講師がありません", 3, Caller.Office(AssociationId.Prefecture(26))), house.Draft.Asked);

        using var stale = await Send(HttpMethod.Post, "programs/P26-DRAFT/decisions", "office:26", Word(2));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal("stale", (await stale.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("apply"), InlineData("withdraw"), InlineData("publish"), InlineData("open")]
    public async Task The_host_steers_and_the_approver_does_not(string step)
    {
        Assert.Equal(HttpStatusCode.OK, (await Send(HttpMethod.Post, $"programs/P26-DRAFT/{step}", "host:26-003")).StatusCode);
        Assert.Contains(step, house.Draft.Asked);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(HttpMethod.Post, $"programs/P26-DRAFT/{step}", "office:26")).StatusCode);
    }

    [Fact]
    public async Task A_change_carries_kinds_offers_terms_and_the_version_written_over()
    {
        object[] talks =
        [
            new { no = 1, start = "2026-12-20T13:00:00+09:00", end = "2026-12-20T14:00:00+09:00", title = "講演", speaker = "講師", code = 74, offers = new[] { new { scheme = "occupational", subject = 11 } } },
            new { no = 2, start = "2026-12-20T14:00:00+09:00", end = "2026-12-20T14:10:00+09:00", title = "休憩", speaker = "", kind = "break" },
        ];
        using var changed = await Send(HttpMethod.Put, "programs/P26-DRAFT", "host:26-003", new
        {
            title = "題", place = "会場", wholeTalk = true, doorsOpen = "2026-12-20T12:00:00+09:00", doorsClose = "2026-12-20T17:00:00+09:00", talks, organizer = "市民病院", on = 3,
            terms = new { entryMinutes = 10, sharePercent = 80, reEntry = false, signUpOnly = true }, delivery = "web",
        });

        Assert.True(changed.IsSuccessStatusCode, await changed.Content.ReadAsStringAsync(Ct));
        var command = Assert.Single(house.Draft.Asked.OfType<ChangeProgram>());
        Assert.Equal((3L, "市民病院", new AttendanceTerms(10, null, 80, false, true)), (command.On!.Value, command.Organizer, command.Terms));
        Assert.Equal(ProgramDelivery.Web, command.Delivery);
        Assert.Equal([new Offer(CreditScheme.Occupational, 11)], command.Talks[0].Offers);
        Assert.Equal((TalkKind.Break, default), (command.Talks[1].Kind, command.Talks[1].Code));
    }

    [Fact]
    public async Task History_is_for_the_host_and_the_approvers()
    {
        Assert.Equal(HttpStatusCode.OK, (await Send(HttpMethod.Get, "programs/P26-OPEN/history", "host:26-003")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(HttpMethod.Get, "programs/P26-OPEN/history", "member:1000000001")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Send(HttpMethod.Get, "programs/P26-DRAFT/history", "member:1000000001")).StatusCode);
    }

    [Fact]
    public async Task The_search_asks_what_the_address_says_and_refuses_what_it_cannot_read()
    {
        await Send(HttpMethod.Get, "programs?q=高血圧&place=京都&from=2026-12-01&to=2026-12-31&scheme=commonLecture&subject=3&stage=published&order=soonest&host=26-003&delivery=web", "member:1000000001");
        var asked = house.Directory.Asked[^1].Query;
        Assert.Equal(("高血圧", "京都", new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 31)), (asked.Text, asked.Place, asked.From!.Value, asked.To!.Value));
        Assert.Equal((CreditScheme.CommonLecture, (short)3, ProgramStage.Published, true), (asked.Scheme!.Value, asked.Subject!.Value, asked.Stage!.Value, asked.Soonest));
        Assert.Equal(ProgramDelivery.Web, asked.Delivery);
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(HttpMethod.Get, "programs?scheme=7", "operator")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(HttpMethod.Get, "programs?order=random", "operator")).StatusCode);
    }

    [Fact]
    public async Task A_programs_calendar_tells_tokyo_time_under_a_name_that_stays()
    {
        using var answer = await Send(HttpMethod.Get, "programs/P26-OPEN/calendar.ics", "member:1000000001");
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Contains("DTSTART;TZID=Asia/Tokyo:20261220T130000", text, StringComparison.Ordinal);
        Assert.Contains("BEGIN:VTIMEZONE", text, StringComparison.Ordinal);
        var entry = Assert.Single(Calendar.Load(text)!.Events);
        Assert.Equal(("P26-OPEN@jma-actors", 7, "研修会", "CONFIRMED"), (entry.Uid, entry.Sequence, entry.Summary, entry.Status));
        Assert.Equal(new DateTime(2026, 12, 20, 4, 0, 0, DateTimeKind.Utc), entry.Start!.AsUtc);
        Assert.Equal("会館（会場・ウェブ併用）", entry.Location);
        Assert.Contains("高血圧", entry.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hosts_feed_holds_what_is_published_whoever_asks_and_says_what_was_called_off()
    {
        using var answer = await Send(HttpMethod.Get, "hosts/26-003/calendar.ics", "operator");
        var entry = Assert.Single(Calendar.Load(await answer.Content.ReadAsStringAsync(Ct))!.Events);

        Assert.True(house.Directory.Asked[^1].Query.PublishedOnly);
        Assert.Equal(("研修会; 第1回, 冬", "CANCELLED", 9), (entry.Summary, entry.Status, entry.Sequence));
    }
}
