using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using JmaActors.Web;

namespace JmaActors.Tests.Web.Http;

/// <summary>What the API answers over HTTP.</summary>
public sealed class ApiTests(WebHouse house) : IClassFixture<WebHouse>
{
    const string Credits = "/api/v1/members/1000000001/credits";
    const string Good = """{"key":"k1","method":"eLearning","code":12,"units":0.5,"date":"2026-05-01","title":"感染対策","post":true}""";

    readonly HttpClient _client = house.Client();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_is_answered_with_value_version_and_whether_it_is_a_repeat()
    {
        const string Other = """{"key":"k2","method":"eLearning","code":12,"units":0.5,"date":"2026-05-01","title":"感染対策","post":true}""";
        var first = await Json(await Post(Credits, Other));
        var again = await Json(await Post(Credits, Other));

        var value = first.GetProperty("value");
        Assert.Equal(("k2", "posted", 0.5m), (Text(value, "key"), Text(value, "state"), value.GetProperty("units").GetDecimal()));
        Assert.Contains("\"title\":\"感染対策\"", first.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(value.GetProperty("version").GetInt64(), first.GetProperty("version").GetInt64());
        Assert.False(first.GetProperty("repeat").GetBoolean());
        Assert.True(again.GetProperty("repeat").GetBoolean());
    }

    [Theory]
    [InlineData("not-open", "", HttpStatusCode.Conflict)]
    [InlineData("bad-units", "cme.half-hours", HttpStatusCode.UnprocessableEntity)]
    public async Task A_refusal_is_a_problem_with_reason_and_rule(string reason, string rule, HttpStatusCode status)
    {
        house.Credits.Refuses.Enqueue(new Refusal(reason, rule, "what was wrong"));

        var response = await Post(Credits, Good);

        var problem = await Json(response);
        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal((reason, $"urn:jma:reason:{reason}", "what was wrong"), (Text(problem, "reason"), Text(problem, "type"), Text(problem, "detail")));
        Assert.Equal(rule.Length > 0, problem.TryGetProperty("rule", out _));
    }

    [Fact]
    public async Task What_could_not_be_taken_now_may_be_sent_again_after_a_while()
    {
        house.Credits.Meets.Enqueue(new TryAgainException("journal-full", "x"));

        var response = await Post(Credits, Good);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(WebLimits.RetryAfterSeconds, response.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
        Assert.Equal("journal-full", Text(await Json(response), "reason"));
    }

    [Fact]
    public async Task A_fault_of_our_own_says_nothing_of_itself()
    {
        house.Credits.Meets.Enqueue(new InvalidOperationException("secret"));

        var response = await Post(Credits, Good);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"key":"k"}""", "$")]
    [InlineData("""{"key":"k1","method":"eLearning","code":12,"units":0.55,"date":"2026-05-01","title":"t","post":true}""", "$.units")]
    [InlineData("""{"key":"k1","method":9,"code":12,"units":0.5,"date":"2026-05-01","title":"t","post":true}""", "$.method")]
    [InlineData("""{"key":"k1","method":"eLearning","code":12,"units":0.5,"date":"2026-05-01","title":"t","post":true,"x":1}""", "$.x")]
    [InlineData("""{"key":"","method":"eLearning","code":12,"units":0.5,"date":"2026-05-01","title":"t","post":true}""", "key")]
    [InlineData("""{"key":null,"method":"eLearning","code":12,"units":0.5,"date":"2026-05-01","title":"t","post":true}""", "$.key")]
    [InlineData("""{"key":"a\u0007","method":"eLearning","code":12,"units":0.5,"date":"2026-05-01","title":"t","post":true}""", "key")]
    [InlineData("[]", "$")]
    [InlineData("{", "$")]
    [InlineData("", "$")]
    public async Task A_body_of_another_shape_is_refused_with_the_field_at_fault(string body, string field)
    {
        var asked = house.Credits.Asked.Count;

        var response = await Post(Credits, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(field, Assert.Single((await Json(response)).GetProperty("errors").EnumerateObject()).Name);
        Assert.Equal(asked, house.Credits.Asked.Count);
    }

    [Theory]
    [InlineData("/api/v1/members/1/credits", "id")]
    [InlineData("/api/v1/members?size=0", "size")]
    [InlineData("/api/v1/members?within=99", "within")]
    [InlineData("/api/v1/members?category=x", "category")]
    [InlineData("/api/v1/members/1000000001/cme?on=2026-02-30", "on")]
    [InlineData("/api/v1/members/1000000001/cme?on=9999-12-31", "on")]
    [InlineData("/api/v1/members/1000000001/cme?on=0001-01-01", "on")]
    [InlineData("/api/v1/sessions/P26-1.0", "id")]
    [InlineData("/api/v1/associations/%3Cscript%3E", "id")]
    public async Task An_address_of_another_shape_is_refused_with_the_field_at_fault(string path, string field)
    {
        var response = await _client.GetAsync(new Uri(path, UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(field, Assert.Single((await Json(response)).GetProperty("errors").EnumerateObject()).Name);
    }

    [Fact]
    public async Task A_reason_is_worded_in_the_language_asked_for()
    {
        _client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr, en;q=0.5");

        var problem = await Json(await Post("/api/v1/sessions/P26-1.1/confirm", ""));

        Assert.Equal("not-closed", Text(problem, "reason"));
        Assert.False(string.IsNullOrEmpty(Text(problem, "title")));
    }

    [Theory]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound, "not-found")]
    [InlineData("/api/v1/rosters/r1/x", HttpStatusCode.NotFound, "not-found")]
    [InlineData("/API/V1/Nothing", HttpStatusCode.NotFound, "not-found")]
    [InlineData("/API/V1/members/1/credits", HttpStatusCode.BadRequest, "invalid")]
    public async Task Where_there_is_nothing_it_says_so_as_a_problem(string path, HttpStatusCode status, string reason)
    {
        var response = await _client.GetAsync(new Uri(path, UriKind.Relative), Ct);

        Assert.Equal((status, reason), (response.StatusCode, Text(await Json(response), "reason")));
    }

    [Fact]
    public async Task A_page_that_fails_or_is_not_there_is_answered_with_one_that_says_so_and_the_API_with_a_problem()
    {
        await using var own = new WebHouse
        {
            More = static app =>
            {
                app.MapGet("/breaks", static string () => throw new InvalidOperationException("broken"));
                app.MapGet("/api/v1/breaks", static string () => throw new InvalidOperationException("broken"));
            },
        };
        await own.InitializeAsync();
        using var client = own.Client();
        foreach (var (path, status) in new[] { ("/breaks", HttpStatusCode.InternalServerError), ("/no-such-page", HttpStatusCode.NotFound) })
        {
            var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Ct);
            Assert.Equal((status, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.Contains("<a class=\"btn go\" href=\"/\">", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }

        var problem = await client.GetAsync(new Uri("/api/v1/breaks", UriKind.Relative), Ct);
        Assert.Equal((HttpStatusCode.InternalServerError, "failed"), (problem.StatusCode, Text(await Json(problem), "reason")));
    }

    [Fact]
    public async Task A_body_is_read_whole_in_pieces_and_with_the_mark_of_its_encoding_and_nothing_may_follow_it()
    {
        var bytes = Encoding.UTF8.GetBytes(Good.Replace("k1", "k-pieces", StringComparison.Ordinal));
        foreach (var body in new HttpContent[] { new ByteArrayContent([0xEF, 0xBB, 0xBF, .. bytes]), new Pieces(bytes), new ByteArrayContent([.. bytes, (byte)'\n']) })
        {
            body.Headers.ContentType = new("application/json");
            Assert.Equal(HttpStatusCode.OK, (await _client.PostAsync(new Uri(Credits, UriKind.Relative), body, Ct)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await Post(Credits, Good + "{}")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(Credits, "null")).StatusCode);
    }

    sealed class Pieces(byte[] bytes) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            foreach (var piece in bytes.Chunk(7))
            {
                await stream.WriteAsync(piece, Ct);
                await stream.FlushAsync(Ct);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes.Length;
            return true;
        }
    }

    [Fact]
    public async Task Eyes_decide_what_is_there_and_what_may_be_done()
    {
        Assert.Equal(HttpStatusCode.OK, await As("member:1000000001", HttpMethod.Get, Credits));
        Assert.Equal(HttpStatusCode.NotFound, await As("member:1000000002", HttpMethod.Get, Credits));
        Assert.Equal(HttpStatusCode.Forbidden, await As("host:27", HttpMethod.Get, "/api/v1/sessions/P26-1.1"));
        Assert.Equal(HttpStatusCode.Forbidden, await As("office:JMA", HttpMethod.Get, "/api/v1/operations/parked"));
        Assert.Equal(HttpStatusCode.BadRequest, await As("nobody", HttpMethod.Get, Credits));
    }

    [Fact]
    public async Task Taps_are_answered_one_for_one()
    {
        const string Tap = """{"card":"demo0001","direction":"in","at":"2026-11-23T10:00:00+09:00","device":"d1","nonce":"1"}""";

        var one = await Json(await Post("/api/v1/sessions/P26-1.1/tap", Tap));
        var many = await Json(await Post("/api/v1/sessions/P26-1.1/taps", $$"""{"taps":[{{Tap}},{{Tap}}]}"""));
        var none = await Post("/api/v1/sessions/P26-1.1/taps", """{"taps":[]}""");

        Assert.Equal("in", Text(one.GetProperty("value"), "direction"));
        Assert.Equal(2, many.GetProperty("taps").GetArrayLength());
        Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
        Assert.Equal("DEMO0001", house.Session.Tapped[0].Card.Text);
    }

    [Fact]
    public async Task A_roster_streams_in_as_csv_or_as_a_form()
    {
        const string File = "name,registry\n見本 太郎,1\n,2\n";
        using var csv = new StringContent(File, Encoding.UTF8, "text/csv");
        using var form = new MultipartFormDataContent { { new StringContent("x"), "note" }, { new StringContent(File, Encoding.UTF8, "text/csv"), "file", "../../名簿.csv" } };

        var first = await Json(await _client.PostAsync(new Uri("/api/v1/rosters/r1?rows=2", UriKind.Relative), csv, Ct));

        Assert.Equal((1, 1, true), (first.GetProperty("value").GetProperty("created").GetInt32(), first.GetProperty("value").GetProperty("failed").GetInt32(), house.Roster.Finished));
        var again = await _client.PostAsync(new Uri("/api/v1/rosters/r1", UriKind.Relative), form, Ct);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal("名簿.csv", house.Roster.Started!.FileName);
    }

    [Fact]
    public async Task A_dry_run_of_a_workbook_says_what_each_column_is_and_hands_rows_in_to_be_tried_only()
    {
        using var book = new ByteArrayContent(JmaActors.Tests.Web.Files.Workbooks.Of(["番", "だれ"], ["7", "見本 太郎"]));
        book.Headers.ContentType = new(JmaActors.Web.Files.FileBody.XlsxType);

        var answer = await _client.PostAsync(new Uri("/api/v1/rosters/r1?dryRun=true&mode=updateOnly&columns=registry,name", UriKind.Relative), book, Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(("7", true), (Assert.Single(house.Roster.Tried[0].Roster).Person.Registry!.Value.Text, house.Roster.Tried[0].DryRun));
        Assert.Equal(JmaActors.Rosters.ImportMode.UpdateOnly, house.Roster.Started!.Mode);
    }

    [Theory]
    [InlineData("rosters/r1?mode=replace", "mode")]
    [InlineData("rosters/r1?columns=name,shoe", "columns")]
    [InlineData("rosters/r1?rows=-1", "rows")]
    [InlineData("rosters/r%201", "key")]
    [InlineData("past-credits/r1?columns=name", "file")]
    public async Task Terms_of_an_import_that_cannot_be_read_begin_nothing(string path, string field)
    {
        using var csv = new StringContent("a,b\n1,2\n", Encoding.UTF8, "text/csv");
        var answer = await _client.PostAsync(new Uri($"/api/v1/{path}", UriKind.Relative), csv, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await Json(answer)).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task An_office_imports_under_keys_of_its_own()
    {
        foreach (var (eyes, key, status) in new[] { ("office:26:clerk", "r1", HttpStatusCode.Forbidden), ("office:26:clerk", "27.x", HttpStatusCode.Forbidden), ("office:26:approver", "26.r1", HttpStatusCode.Forbidden) })
        {
            using var csv = new StringContent("name,registry\n見本 太郎,1\n", Encoding.UTF8, "text/csv");
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/v1/rosters/{key}", UriKind.Relative)) { Content = csv, Headers = { { "X-Jma-Eyes", eyes } } };
            Assert.Equal(status, (await _client.SendAsync(request, Ct)).StatusCode);
        }
    }

    [Fact]
    public async Task An_upload_that_is_cut_off_is_a_problem_and_not_finished()
    {
        const string Cut = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nname,registry\n見本 太郎,1\n";
        using var form = new StringContent(Cut);
        form.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");

        var response = await _client.PostAsync(new Uri("/api/v1/rosters/r2", UriKind.Relative), form, Ct);

        Assert.Equal((HttpStatusCode.BadRequest, "invalid"), (response.StatusCode, Text(await Json(response), "reason")));
        Assert.False(house.CutRoster.Finished);
    }

    [Fact]
    public async Task Nobody_gets_credit_under_a_number_that_is_not_registered()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await Post("/api/v1/members/1000000009/credits", Good)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await As("operator", HttpMethod.Get, "/api/v1/members/1000000009/credits"));
        Assert.Equal(HttpStatusCode.NotFound, await As("member:1000000009", HttpMethod.Get, "/api/v1/members/1000000009/cme"));
    }

    [Fact]
    public async Task A_report_carries_its_score_and_the_document_that_proves_it()
    {
        var hash = new string('0', 64);
        await Post(Credits, $$"""{"key":"k3","method":"lecture","code":12,"units":1.5,"date":"2026-05-01","title":"総会","post":false,"score":90,"evidence":{"name":"参加証.pdf","sha256":"{{hash}}" } }""");

        Assert.Contains(house.Credits.Asked, a => a.Key == "k3" && a.Score == 90 && a.Evidence == new JmaActors.Credits.Evidence("参加証.pdf", hash));
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(Credits, """{"key":"k4","method":"lecture","code":12,"units":1.5,"date":"2026-05-01","title":"総会","post":false,"evidence":"参加証.pdf"}""")).StatusCode);
    }

    [Fact]
    public async Task A_roster_in_another_dress_is_not_taken()
    {
        var response = await Post("/api/v1/rosters/r1", "{}");

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "media-type"), (response.StatusCode, Text(await Json(response), "reason")));
    }

    [Fact]
    public async Task A_fresh_process_is_live_before_it_is_ready()
    {
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync(new Uri("/health/live", UriKind.Relative), Ct)).StatusCode);

        var ready = await _client.GetAsync(new Uri("/health/ready", UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.False((await Json(ready)).GetProperty("populationLoaded").GetBoolean());
    }

    async Task<HttpResponseMessage> Post(string path, string body) =>
        await _client.PostAsync(new Uri(path, UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"), Ct);

    async Task<HttpStatusCode> As(string eyes, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Jma-Eyes", eyes);
        return (await _client.SendAsync(request, Ct)).StatusCode;
    }

    static async Task<JsonElement> Json(HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>(Ct);

    static string? Text(JsonElement problem, string name) => problem.GetProperty(name).GetString();
}
