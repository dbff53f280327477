using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JmaActors.Tests.Web.Http;
using JmaActors.Web.Access;

namespace JmaActors.Tests.Web.Access.Matrix;

/// <summary>
/// Somebody of another scope guesses the ids of what belongs to 26, on every route, file, page and topic: nothing is handed out, and every attempt is in the audit.
/// </summary>
[Collection("real site")]
public sealed class GuessTests(MatrixWorld world, WebHouse house) : IClassFixture<WebHouse>
{
    /// <summary>What everybody may read who has a function or a paper, or is about nothing of anybody's.</summary>
    static readonly HashSet<string> Public =
    [
        "GET /api/v1/associations", "GET /api/v1/associations/{id}", "GET /api/v1/associations/{id}/dues-tariffs/{year:int}", "PAGE /dues/{Key}/tariff", "GET /api/v1/hosts/{id}/calendar.ics", "GET /api/v1/programs", "GET /api/v1/programs/subjects", "GET /api/v1/programs/{id}", "GET /api/v1/programs/{id}/calendar.ics",
        "GET /api/v1/programs/{id}/enrolment", "GET /api/v1/rosters/template.csv", "GET /api/v1/past-credits/template.csv", "GET /api/v1/attendance/template.csv", "GET /api/v1/verify/{code}", "POST /api/v1/verify", "GET /designations", "GET /api/v1/designations", "GET /verify", "GET /verify/{code}", "POST /verify", "GET /health/live",
        "GET /health/ready", "GET /calendars/duty.ics", "GET /show/eyes", "GET /show/language", "PAGE /", "PAGE /eyes", "PAGE /failed", "PAGE /help", "PAGE /not-found", "PAGE /programs", "PAGE /programs/{Key}",
    ];

    /// <summary>What shows somebody only what is that somebody's own: no id of another's can be guessed into it.</summary>
    static readonly HashSet<string> Own =
    [
        "GET /api/v1/members", "GET /api/v1/directory/members", "GET /api/v1/directory/facets", "GET /api/v1/directory/filters", "GET /api/v1/directory/shapes", "PUT /api/v1/directory/filters/{id}",
        "DELETE /api/v1/directory/filters/{id}", "GET /api/v1/works", "POST /api/v1/works", "PAGE /works", "GET /api/v1/duplicates", "PAGE /duplicates", "GET /api/v1/disputes", "PAGE /disputes", "PAGE /disputes/new", "GET /api/v1/applications", "PAGE /applications", "PAGE /interviews", "PAGE /clock", "PAGE /evaluations", "GET /api/v1/evaluations", "GET /api/v1/accounts/{account}/functions", "PAGE /members", "PAGE /approvals", "PAGE /associations", "PAGE /dues", "PAGE /programs/new", "POST /api/v1/members", "PAGE /rosters", "PAGE /past-credits",
        "GET /api/v1/alerts", "POST /api/v1/alerts/read", "GET /api/v1/alerts/choices", "PUT /api/v1/alerts/choices", "PAGE /alerts", "PAGE /alerts/settings", "PAGE /calendars", "PAGE /webhooks",
    ];

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("office:28")]
    [InlineData("office:28:clerk")]
    [InlineData("office:28-001")]
    [InlineData("auditor:28")]
    [InlineData("host:28")]
    [InlineData("door:MX28-P.1")]
    [InlineData("workplace:W28")]
    [InlineData("surveyor:28")]
    public Task A_stranger_who_guesses_ids_gets_nothing_and_every_attempt_is_in_the_audit(string eyes) => Guess(eyes);

    [Fact]
    public Task A_member_who_guesses_ids_gets_nothing_and_every_attempt_is_in_the_audit() => Guess($"member:{world.Other}");

    [Fact]
    public Task A_clerk_of_another_association_gets_nothing_by_acting_for_the_member() => Guess($"office:28:approver+clerk@{world.Member}");

    async Task Guess(string eyes)
    {
        var (cell, refused, wrong) = (new Cell(world), 0, new List<string>());
        var before = await Attempts(eyes);
        foreach (var route in house.Routes().Where(r => !Public.Contains(r) && !Own.Contains(r)))
        {
            foreach (var of in route.Contains("/members/{", StringComparison.Ordinal) || route == "TOPIC MemberCredits" ? ["member", "local alone"] : new[] { "" })
            {
                var answer = await cell.Ask(route, of, eyes);
                if (answer is "403" or "404") refused++;
                else wrong.Add($"{route} of '{of}': {answer}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(refused > 100, $"Only {refused} routes were tried.");
        var written = await Until(eyes, before + refused);
        Assert.True(written >= before + refused, $"{refused} attempts were refused, {written - before} are in the audit.");
    }

    /// <summary>Pages tell a refusal at once; its record is on its way.</summary>
    async Task<int> Until(string eyes, int wanted)
    {
        var found = await Attempts(eyes);
        for (var looks = 0; found < wanted && looks < 20; looks++) found = await Attempts(eyes);
        return found;
    }

    async Task<int> Attempts(string eyes)
    {
        Assert.True(Eyes.TryParse(eyes, out var caller, out _));
        var (count, after) = (0, (string?)null);
        do
        {
            using var answer = await world.Http.GetAsync(
                new Uri($"/api/v1/audit?kind=refused&size=100&subject={Uri.EscapeDataString(caller.Subject)}&after={after}", UriKind.Relative), Ct);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var page = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
            count += page.GetProperty("lines").EnumerateArray().Sum(l => l.GetProperty("count").GetInt32());
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);
        return count;
    }
}
