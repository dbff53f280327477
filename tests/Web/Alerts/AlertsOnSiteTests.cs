using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JmaActors.Tests.Web.Access.Matrix;

namespace JmaActors.Tests.Web.Alerts;

/// <summary>Inboxes over HTTP, on the real site.</summary>
[Collection("real site")]
public sealed class AlertsOnSiteTests(MatrixWorld world)
{
    const string Place = "W81";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    async Task<(HttpStatusCode Status, JsonElement Body)> Ask(HttpMethod method, string path, string eyes, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}") { Headers = { { "X-Jma-Eyes", eyes } } };
        if (body is not null) request.Content = JsonContent.Create(body);
        using var answer = await world.Http.SendAsync(request, Ct);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Ct));
    }

    async Task Done(HttpMethod method, string path, string eyes, object body)
    {
        var (status, answer) = await Ask(method, path, eyes, body);
        Assert.True(status == HttpStatusCode.OK, $"{path}: {(int)status} {answer}");
    }

    async Task<JsonElement> Until(string path, string eyes, Func<JsonElement, bool> wanted)
    {
        for (var looks = 0; ; looks++)
        {
            var (_, body) = await Ask(HttpMethod.Get, path, eyes);
            if (wanted(body)) return body;
            Assert.True(looks < 1_000, $"{path}: {body}");
        }
    }

    [Fact]
    public async Task A_workplace_is_told_what_it_chose_and_reads_it_once_for_all()
    {
        var (manager, me, today) = ($"workplace:{Place}", world.Local, MatrixWorld.Minute().Date);
        var since = $"{today.AddDays(-20).AddYears(-1):yyyy-MM-dd}";
        await Done(HttpMethod.Put, $"workplaces/{Place}", "operator", new { key = "1", name = "試験病院", association = "26-001" });
        await Done(HttpMethod.Put, $"workplaces/{Place}/agreement", manager, new { key = "2", from = since });
        await Done(HttpMethod.Post, $"workplaces/{Place}/physicians", "operator", new { key = "3", member = me, level = "a", from = since });
        await Done(HttpMethod.Put, "alerts/choices", manager, new { key = "only", choices = new[] { new { kind = "monthReached", hours = 45, ways = "inbox" }, new { kind = "monthReached", hours = 60, ways = "inbox" } } });
        var choices = (await Ask(HttpMethod.Get, "alerts/choices", manager)).Body;
        Assert.Equal((true, "inbox, mail, webhook"), (choices.GetProperty("chosen").GetBoolean(), choices.GetProperty("ways").GetString()));
        Assert.Equal("bad-choice", (await Ask(HttpMethod.Put, "alerts/choices", $"member:{me}", new { key = "w", choices = new[] { new { kind = "yearOver", hours = 0, ways = "webhook" } } })).Body.GetProperty("reason").GetString());

        for (var ago = 1; ago <= 5; ago++)
        {
            var from = new DateTimeOffset(today.AddDays(-ago), TimeSpan.FromHours(9));
            var work = new { key = $"al-{ago}", workplace = Place, kind = "scheduled", from, to = from.AddHours(20) };
            for (var looks = 0; (await Ask(HttpMethod.Post, $"members/{me}/work-hours/records", manager, work)).Status != HttpStatusCode.OK; looks++) Assert.True(looks < 1_000);
        }

        var told = await Until("alerts", manager, b => b.GetProperty("alerts").EnumerateArray().Any(a => a.GetProperty("threshold").GetInt32() == 3_600));
        Assert.All(told.GetProperty("alerts").EnumerateArray(), a => Assert.Equal("monthReached", a.GetProperty("kind").GetString()));
        Assert.Equal(me, told.GetProperty("alerts")[0].GetProperty("member").GetString());
        Assert.NotEqual("", told.GetProperty("alerts")[0].GetProperty("rule").GetProperty("text").GetProperty("ja").GetString());
        Assert.Equal(0, (await Ask(HttpMethod.Get, "alerts", "workplace:W82")).Body.GetProperty("alerts").GetArrayLength());

        var newest = told.GetProperty("alerts")[0].GetProperty("number").GetInt64();
        await Done(HttpMethod.Post, "alerts/read", manager, new { upTo = newest });
        Assert.Equal(0, (await Ask(HttpMethod.Get, "alerts", manager)).Body.GetProperty("unread").GetInt32());
        Assert.Equal(HttpStatusCode.BadRequest, (await Ask(HttpMethod.Post, "alerts/read", manager, new { upTo = 1, numbers = new[] { 1 } })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(HttpMethod.Get, "alerts", $"door:{world.Session}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(HttpMethod.Get, "alerts", $"office:26-001:clerk@{me}")).Status);
    }
}
