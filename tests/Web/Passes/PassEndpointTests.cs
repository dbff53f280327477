using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JmaActors.Tests.Support;
using JmaActors.Tests.Web.Http;

namespace JmaActors.Tests.Web.Passes;

/// <summary>Passes and doors over HTTP: who may, and in what form.</summary>
public sealed class PassEndpointTests(WebHouse house) : IClassFixture<WebHouse>
{
    const string Pass = "/api/v1/members/1000000001/pass";
    const string Door = "/api/v1/sessions/P26-1.1";

    readonly HttpClient _client = house.Client();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_is_shown_another_pass_each_time_with_its_code_and_the_houses_clock()
    {
        var first = await Json(await Ask(HttpMethod.Get, Pass, "member:1000000001"));
        var second = await Json(await Ask(HttpMethod.Get, Pass, "member:1000000001"));

        var token = first.GetProperty("token").GetString()!;
        Assert.NotEqual(token, second.GetProperty("token").GetString());
        Assert.Equal(token, QrReader.Read(first.GetProperty("qr").GetProperty("path").GetString()!, first.GetProperty("qr").GetProperty("modules").GetInt32()));
        Assert.Equal(15, (first.GetProperty("next").GetDateTimeOffset() - first.GetProperty("from").GetDateTimeOffset()).TotalSeconds);
        Assert.Equal(TimeProvider.System.GetUtcNow().UtcDateTime, first.GetProperty("now").GetDateTimeOffset().UtcDateTime, TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("operator", HttpStatusCode.Forbidden)]
    [InlineData("office:26-003", HttpStatusCode.Forbidden)]
    [InlineData("office:26", HttpStatusCode.Forbidden)]
    [InlineData("office:JMA", HttpStatusCode.Forbidden)]
    [InlineData("office:27", HttpStatusCode.NotFound)]
    [InlineData("member:1000000002", HttpStatusCode.NotFound)]
    [InlineData("host:26", HttpStatusCode.NotFound)]
    [InlineData("door:P26-1.1", HttpStatusCode.NotFound)]
    public async Task Nobody_else_has_somebodys_pass_shown(string eyes, HttpStatusCode status) =>
        Assert.Equal(status, (await Ask(HttpMethod.Get, Pass, eyes)).StatusCode);

    [Fact]
    public async Task A_pass_is_kept_by_no_cache_and_nobody_has_one_who_is_not_on_record()
    {
        Assert.True((await Ask(HttpMethod.Get, Pass, "operator")).Headers.CacheControl!.NoStore);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(HttpMethod.Get, "/api/v1/members/1000000009/pass", "operator")).StatusCode);
    }

    [Theory]
    [InlineData("member:1000000001", HttpStatusCode.OK)]
    [InlineData("office:26-003", HttpStatusCode.OK)]
    [InlineData("office:27", HttpStatusCode.NotFound)]
    [InlineData("member:1000000002", HttpStatusCode.NotFound)]
    [InlineData("door:P26-1.1", HttpStatusCode.NotFound)]
    public async Task The_member_and_the_offices_that_see_the_member_take_passes_back(string eyes, HttpStatusCode status) =>
        Assert.Equal(status, (await Ask(HttpMethod.Post, Pass + "/revoke", eyes, new { key = "k", reason = "lost" })).StatusCode);

    [Theory]
    [InlineData("""{"key":"","reason":"lost"}""")]
    [InlineData("""{"key":"k","reason":""}""")]
    [InlineData("""{"key":"k"}""")]
    public async Task Taking_back_needs_a_key_and_a_reason(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _client.PostAsync(new Uri(Pass + "/revoke", UriKind.Relative), new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Ct)).StatusCode);

    [Theory]
    [InlineData("operator", HttpStatusCode.OK)]
    [InlineData("host:26", HttpStatusCode.OK)]
    [InlineData("office:26", HttpStatusCode.OK)]
    [InlineData("door:P26-1.1", HttpStatusCode.OK)]
    [InlineData("door:P26-1.2", HttpStatusCode.Forbidden)]
    [InlineData("office:JMA", HttpStatusCode.Forbidden)]
    [InlineData("host:27", HttpStatusCode.Forbidden)]
    [InlineData("member:1000000001", HttpStatusCode.Forbidden)]
    public async Task A_door_and_its_host_search_and_nobody_else(string eyes, HttpStatusCode status)
    {
        var answer = await Ask(HttpMethod.Get, Door + "/people?text=%E9%AB%99%E6%A9%8B", eyes);

        Assert.Equal(status, answer.StatusCode);
        if (status != HttpStatusCode.OK) return;
        var found = await Json(answer);
        Assert.True(found.GetProperty("more").GetBoolean());
        var person = Assert.Single(found.GetProperty("people").EnumerateArray());
        Assert.Equal(["member", "name", "kana", "associationName", "registryEnd"], person.EnumerateObject().Select(p => p.Name));
        Assert.Equal("髙橋", person.GetProperty("name").GetString());
    }

    [Theory]
    [InlineData(Door + "/people")]
    [InlineData(Door + "/people?text=")]
    public async Task A_search_for_nothing_is_refused(string path) => Assert.Equal(HttpStatusCode.BadRequest, (await Ask(HttpMethod.Get, path, "operator")).StatusCode);

    [Theory]
    [InlineData("1926-11-23T12:30:00+09:00", "d", "at")]
    [InlineData("2026-11-23T12:30:00+09:00", "", "device")]
    public async Task A_walk_in_of_the_wrong_shape_is_refused_naming_the_field(string at, string device, string field)
    {
        var answer = await Ask(HttpMethod.Post, Door + "/walk-ins", "operator", new { name = "来場 太郎", kana = "ライジョウ タロウ", at, device, nonce = "n" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await Json(answer)).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task Nobody_is_taken_down_at_another_door() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(HttpMethod.Post, Door + "/walk-ins", "door:P26-1.2", new { name = "来場 太郎", kana = "ライジョウ タロウ", at = "2026-11-23T12:30:00+09:00", device = "d", nonce = "n" })).StatusCode);

    async Task<HttpResponseMessage> Ask(HttpMethod method, string path, string eyes, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("X-Jma-Eyes", eyes);
        return await _client.SendAsync(request, Ct);
    }

    static async Task<JsonElement> Json(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement;
}
