using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using JmaActors.Tests.Web.Http;
using JmaActors.Training;

namespace JmaActors.Tests.Web.Sessions;

/// <summary>Web logs and the roll over HTTP: who may, what is answered, and that nothing is doubled. A house for each test: sessions remember.</summary>
public sealed class WebLogEndpointTests : IAsyncLifetime
{
    const string Log = "/api/v1/sessions/P26-1.1/web-log";
    const string Heading = "member,registry,card,入室,退室,本人確認,キーワード,氏名\n";

    readonly WebHouse house = new() { Clock = new Afternoon() };

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => house.InitializeAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task A_dry_run_says_what_would_happen_and_hands_nothing_in()
    {
        var report = await Json(await Send(Heading + Lines(3), dryRun: true));

        Assert.Equal((true, 3, 3, 0, 3), Figures(report));
        Assert.Equal((3, 0), (house.Session.Tried.Count, house.Session.OnTheWeb.Count));
        Assert.Equal(1.5m, report.GetProperty("earned")[0].GetProperty("pendingTenths").GetInt64() / 10m);
        Assert.Equal(1, report.GetProperty("voids").GetProperty("keyword-missing").GetInt32());
        Assert.Equal("入室", report.GetProperty("columns").GetProperty("enter").GetString());
        Assert.Equal("氏名", report.GetProperty("ignored")[0].GetString());
    }

    [Fact]
    public async Task The_same_file_twice_is_taken_once()
    {
        var first = await Json(await Send(Heading + Lines(5)));
        var again = await Json(await Send(Heading + Lines(5)));

        Assert.Equal((false, 5, 5, 0, 5), Figures(first));
        Assert.Equal((false, 5, 0, 5, 5), Figures(again));
        Assert.Equal(5, house.Session.OnTheWeb.Count);
    }

    [Fact]
    public async Task Numbers_of_all_kinds_lead_to_one_person_and_those_that_do_not_are_errors_of_their_lines()
    {
        var report = await Json(await Send(
            Heading
            + "1000000001,123456,CARD1,10:00,10:30,1,1,\n"
            + ",123456,,10:30,11:00,1,1,\n"
            + ",,CARD2,10:00,10:30,1,1,\n"
            + "1000000001,,CARD2,11:00,11:30,1,1,\n"
            + ",77,,11:00,11:30,1,1,\n"
            + "1000000099,,,11:00,11:30,1,1,\n"
            + ",,CARD1,nonsense,11:30,1,1,\n"));

        Assert.Equal((false, 7, 3, 0, 2), Figures(report));
        Assert.Equal(
            ["5 person-mismatch", "6 no-such-person", "7 no-such-person", "8 bad-when"],
            report.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("line").GetInt32()} {e.GetProperty("reason").GetString()}"));
        Assert.Equal([1_000_000_001, 1_000_000_001, 1_000_000_002], house.Session.OnTheWeb.Select(w => w.Member.Number));
    }

    [Fact]
    public async Task A_persons_lines_stay_together_and_no_batch_is_over_its_limit()
    {
        var text = new StringBuilder(Heading);
        for (var minute = 0; minute < 99; minute++)
        {
            for (var person = 1; person <= 9; person++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"100000000{person},,,10:{minute / 2:D2}:{minute % 2:D2},11:00,1,1,\n");
        }

        var report = await Json(await Send(text.ToString()));

        Assert.Equal((false, 891, 891, 0, 9), Figures(report));
        Assert.Equal(house.Session.OnTheWeb.OrderBy(w => w.Member), house.Session.OnTheWeb);
    }

    [Theory]
    [InlineData("operator", HttpStatusCode.OK)]
    [InlineData("host:26", HttpStatusCode.OK)]
    [InlineData("office:26", HttpStatusCode.OK)]
    [InlineData("office:JMA", HttpStatusCode.Forbidden)]
    [InlineData("host:27", HttpStatusCode.Forbidden)]
    [InlineData("door:P26-1.1", HttpStatusCode.Forbidden)]
    [InlineData("member:1000000001", HttpStatusCode.Forbidden)]
    public async Task Who_steers_the_program_may_hand_one_in_and_nobody_else(string eyes, HttpStatusCode status) =>
        Assert.Equal(status, (await Send(Heading + Lines(1), eyes: eyes)).StatusCode);

    [Fact]
    public async Task What_is_no_log_is_said_with_the_column_that_is_wanted()
    {
        var response = await Send("a,b\n1,2\n");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("wanted", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await house.Client().PostAsync(new Uri(Log, UriKind.Relative), new StringContent("{}", Encoding.UTF8, "application/json"), Ct)).StatusCode);
    }

    [Fact]
    public async Task The_roll_is_asked_for_by_doubt_and_by_name_and_its_figures_and_a_persons_taps_are_there()
    {
        var client = house.Client();

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/api/v1/sessions/P26-1.1/roll?show=open&doubt=late&text=%E9%AB%98%E6%A9%8B", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(new RollQuery(null, RollShow.Open, "late"), Assert.Single(house.Session.Asked) with { Members = null });
        Assert.Equal(WebHouse.Member, Assert.Single(house.Session.Asked[0].Members!));
        Assert.Equal(1, (await Json(await client.GetAsync(new Uri("/api/v1/sessions/P26-1.1/roll/summary", UriKind.Relative), Ct), "open")).GetInt32());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/api/v1/sessions/P26-1.1/roll/1000000001/taps", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/api/v1/members/1000000001/attendance", UriKind.Relative), Ct)).StatusCode);
    }

    /// <summary>After the session, whose doors close at 13:00.</summary>
    sealed class Afternoon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 23, 15, 0, 0, TimeSpan.FromHours(9));
    }

    static string Lines(int people) => string.Concat(Enumerable.Range(1, people).Select(i => $"100000000{i},,,2026/11/23 10:00,2026/11/23 11:00,○,○,見本\n"));

    static (bool, int, int, int, int) Figures(JsonElement r) => (
        r.GetProperty("dryRun").GetBoolean(), r.GetProperty("rows").GetInt32(), r.GetProperty("taken").GetInt32(), r.GetProperty("repeated").GetInt32(), r.GetProperty("people").GetInt32());

    async Task<HttpResponseMessage> Send(string text, bool dryRun = false, string eyes = "operator")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Log}?dryRun={(dryRun ? "true" : "false")}");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        request.Headers.Add("X-Jma-Eyes", eyes);
        return await house.Client().SendAsync(request, Ct);
    }

    static async Task<JsonElement> Json(HttpResponseMessage response, string? property = "value")
    {
        var text = await response.Content.ReadAsStringAsync(Ct);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement.GetProperty(property!);
    }
}
