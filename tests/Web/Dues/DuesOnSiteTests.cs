using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JmaActors.Tests.Web.Access.Matrix;

namespace JmaActors.Tests.Web.Dues;

/// <summary>Dues over HTTP, on the real site.</summary>
[Collection("real site")]
public sealed class DuesOnSiteTests(MatrixWorld world)
{
    const string Local = "33-001";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static DateTime Today => MatrixWorld.Minute().Date;

    static int Year => Today.Month < 4 ? Today.Year - 1 : Today.Year;

    async Task<(HttpStatusCode Status, JsonElement Body)> Ask(HttpMethod method, string path, string eyes, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}") { Headers = { { "X-Jma-Eyes", eyes } } };
        if (body is not null) request.Content = JsonContent.Create(body);
        using var answer = await world.Http.SendAsync(request, Ct);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Ct));
    }

    async Task<JsonElement> Done(HttpMethod method, string path, string eyes, object body)
    {
        var (status, answer) = await Ask(method, path, eyes, body);
        Assert.True(status == HttpStatusCode.OK, $"{path}: {(int)status} {answer}");
        return answer.TryGetProperty("value", out var value) ? value : answer;
    }

    [Fact]
    public async Task Who_has_left_is_seen_for_what_she_owes_by_the_association_it_is_collected_through_and_then_no_more()
    {
        var office = $"office:{Local}";
        var member = (await Done(HttpMethod.Post, "members", "operator", new
        {
            key = "dues-left", person = new { name = "退会 花子", kana = "タイカイ ハナコ" }, membership = new { local = Local, layers = new[] { "local", "prefecture", "jma" }, category = "a1" }, effectiveFrom = $"{Year - 1}-04-01",
        })).GetProperty("id").GetString()!;
        var open = (await Done(HttpMethod.Post, $"members/{member}/dues/assessments", office, new { year = Year - 1, post = true })).GetProperty("open").GetInt64();
        await Done(HttpMethod.Post, $"members/{member}/membership", "operator", new { key = "left", membership = new { local = (string?)null, layers = Array.Empty<string>(), category = (string?)null }, effectiveFrom = $"{Today:yyyy-MM-dd}", reason = "退会" });

        Assert.Equal(HttpStatusCode.NotFound, (await Ask(HttpMethod.Get, $"members/{member}", office)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(HttpMethod.Get, $"members/{member}/dues", "office:33")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(HttpMethod.Get, $"members/{member}/dues", "office:33-002")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Ask(HttpMethod.Get, $"members/{member}/dues", office)).Status);
        var people = (await Ask(HttpMethod.Get, $"associations/{Local}/dues/{Year - 1}/people", office)).Body.GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("member").GetString());
        Assert.Contains(member, people);

        await Done(HttpMethod.Post, $"members/{member}/dues/payments", office, new { key = "all", amount = open, on = $"{Today:yyyy-MM-dd}", channel = "transfer" });

        Assert.Equal(HttpStatusCode.NotFound, (await Ask(HttpMethod.Get, $"members/{member}/dues", office)).Status);
    }
}
