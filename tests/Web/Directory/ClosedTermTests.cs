using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JmaActors.Tests.Web.Access.Matrix;

namespace JmaActors.Tests.Web.Directory;

/// <summary>Terms of working hours over HTTP, on the real site: to an office there are none.</summary>
[Collection("real site")]
public sealed class ClosedTermTests(MatrixWorld world)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    async Task<(HttpStatusCode Status, JsonElement Body)> Ask(string path, string eyes, HttpMethod? method = null, object? body = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, $"/api/v1/{path}") { Headers = { { "X-Jma-Eyes", eyes } } };
        if (body is not null) request.Content = JsonContent.Create(body);
        using var answer = await world.Http.SendAsync(request, Ct);
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)));
    }

    async Task<IReadOnlyList<string>> Terms(string eyes) =>
        [.. (await Ask("directory/shapes", eyes)).Body.GetProperty("terms").EnumerateArray().Select(t => t.GetProperty("name").GetString()!)];

    async Task<IEnumerable<string?>> Found(string query)
    {
        var (status, found) = await Ask($"directory/members?{query}", "operator");
        Assert.Equal(HttpStatusCode.OK, status);
        return found.GetProperty("members").EnumerateArray().Select(m => m.GetProperty("id").GetString());
    }

    async Task<JsonElement> Do(string path, object body, HttpMethod? method = null)
    {
        var (status, answer) = await Ask(path, "operator", method ?? HttpMethod.Post, body);
        Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Created, answer.GetRawText());
        return answer;
    }

    /// <summary>Somebody, and below a workplace, of this test alone: what others do at the site changes nothing of theirs.</summary>
    async Task<string> Somebody(string key)
    {
        var answer = await Do("members", new { key, person = new { name = "見本 時子", kana = "ミホン" } });
        return (answer.TryGetProperty("value", out var value) ? value : answer).GetProperty("id").GetString()!;
    }

    [Fact]
    public async Task The_operator_searches_by_hours()
    {
        Assert.Empty(new[] { "hours", "interview-need", "hours-month" }.Except(await Terms("operator")));
        var (kept, free) = (await Somebody("closed-term-kept"), await Somebody("closed-term-free"));
        const string workplace = "W26-877";
        var since = $"{MatrixWorld.Minute().AddDays(-2):yyyy-MM-dd}";
        await Do($"workplaces/{workplace}", new { key = "1", name = "見本病院", association = "26-001" }, HttpMethod.Put);
        await Do($"workplaces/{workplace}/agreement", new { key = "2", from = since }, HttpMethod.Put);
        await Do($"workplaces/{workplace}/physicians", new { key = "3", member = kept, level = "a", from = since });

        // The workplace's word is on its way to the physician's ledger.
        IReadOnlyList<string?> found = [];
        for (var looks = 0; found.Count == 0 && looks < 1_000; looks++) found = [.. await Found($"text={kept}&hours=under&hours-month=0..")];
        Assert.Equal([kept], found);
        Assert.Empty(await Found($"text={kept}&hours=breached,none"));
        Assert.Equal([free], await Found($"text={free}&hours=none"));
        Assert.Equal(1, (await Ask($"directory/facets?text={kept}&interview-need=nothing", "operator")).Body.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("office:JMA")]
    [InlineData("office:26:clerk")]
    [InlineData("auditor:JMA")]
    public async Task To_an_office_the_terms_are_as_unknown_as_any_other_word(string eyes)
    {
        Assert.Empty((await Terms(eyes)).Intersect(["hours", "interview-need", "hours-month"]));
        foreach (var term in (string[])["hours=under", "hours=junk", "interview-need=nothing", "hours-month=80.."])
        {
            var name = term[..term.IndexOf('=', StringComparison.Ordinal)];
            foreach (var path in (string[])["directory/members", "directory/facets"])
            {
                var (status, problem) = await Ask($"{path}?{term}", eyes);
                var (_, unknown) = await Ask($"{path}?colour=red", eyes);
                Assert.Equal(HttpStatusCode.BadRequest, status);
                Assert.Equal(unknown.GetProperty("errors").GetProperty("colour").GetRawText(), problem.GetProperty("errors").GetProperty(name).GetRawText());
            }
            Assert.Equal(HttpStatusCode.BadRequest, (await Ask("directory/filters/hours", eyes, HttpMethod.Put, new { name = "労働時間", filter = term, shared = true })).Status);
        }
    }
}
