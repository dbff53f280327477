using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ical.Net.CalendarComponents;
using JmaActors.Tests.Web.Access.Matrix;

namespace JmaActors.Tests.Web.Feeds;

/// <summary>Calendars of duties over HTTP, on the real site, read as a calendar program reads them.</summary>
[Collection("real site")]
public sealed class FeedsOnSiteTests(MatrixWorld world)
{
    const string Place = "W91", Side = "W92";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static DateTimeOffset Midnight(int days) => new(MatrixWorld.Minute().Date.AddDays(days), TimeSpan.FromHours(9));

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
        return answer.GetProperty("value");
    }

    async Task Employ(string place)
    {
        var since = $"{Midnight(-100):yyyy-MM-dd}";
        await Done(HttpMethod.Put, $"workplaces/{place}", "operator", new { key = "1", name = place == Place ? "みやこ病院" : "さくら診療所", association = "26-001" });
        await Done(HttpMethod.Put, $"workplaces/{place}/agreement", $"workplace:{place}", new { key = "2", from = since });
        await Done(HttpMethod.Put, $"workplaces/{place}/departments", $"workplace:{place}", new { key = "3", name = "内科" });
        await Done(HttpMethod.Post, $"workplaces/{place}/physicians", "operator", new { key = "4", member = world.Local, level = "a", from = since, department = "内科" });
    }

    Task<JsonElement> Plan(string place, string key, int day, int hour, string post = "") => Done(
        HttpMethod.Post, $"workplaces/{place}/rosters/{world.Local}", $"workplace:{place}",
        new { key, from = $"{Midnight(day):yyyy-MM-dd}", to = $"{Midnight(day):yyyy-MM-dd}", shifts = new[] { new { id = "s", kind = "scheduled", from = Midnight(day).AddHours(hour), to = Midnight(day).AddHours(hour + 8), department = "内科", post } } });

    /// <summary>The calendar once it has so many entries as wanted.</summary>
    async Task<IReadOnlyList<CalendarEvent>> Calendar(string address, Func<IReadOnlyList<CalendarEvent>, bool> wanted)
    {
        for (var looks = 0; ; looks++)
        {
            var text = await world.Http.GetStringAsync(new Uri(address), Ct);
            IReadOnlyList<CalendarEvent> events = [.. Ical.Net.Calendar.Load(text)!.Events.OrderBy(e => e.Start!.AsUtc)];
            if (wanted(events)) return events;
            Assert.True(looks < 1_000, text);
        }
    }

    [Fact]
    public async Task A_physicians_calendar_has_the_shifts_of_all_employers_moves_with_them_and_ends()
    {
        var me = $"member:{world.Local}";
        await Employ(Place);
        await Employ(Side);
        await Plan(Place, "p1", 5, 8, "外来");
        await Plan(Side, "p2", 6, 17);
        var made = await Done(HttpMethod.Post, $"members/{world.Local}/calendars", me, new { key = "mine", name = "わたしの勤務" });
        var address = made.GetProperty("address").GetString()!;
        Assert.Equal("", (await Done(HttpMethod.Post, $"members/{world.Local}/calendars", me, new { key = "mine", name = "x" })).GetProperty("address").GetString());

        var events = await Calendar(address, e => e.Count(x => x.Location is "みやこ病院 内科" or "さくら診療所 内科") == 2);
        var shift = events.Single(e => e.Location == "みやこ病院 内科");
        Assert.Equal((Midnight(5).AddHours(8).UtcDateTime, Midnight(5).AddHours(16).UtcDateTime, "Asia/Tokyo"), (shift.Start!.AsUtc, shift.End!.AsUtc, shift.Start.TzId));
        Assert.EndsWith("（外来）", shift.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain(world.Local, shift.Uid, StringComparison.Ordinal);

        await Plan(Place, "p3", 5, 10, "外来");
        var moved = await Calendar(address, e => e.Any(x => x.Uid == shift.Uid && x.Start!.AsUtc == Midnight(5).AddHours(10).UtcDateTime));
        Assert.Equal(events.Count, moved.Count);
        using (var first = await world.Http.GetAsync(new Uri(address), Ct))
        {
            Assert.Equal("text/calendar; charset=utf-8", first.Content.Headers.ContentType!.ToString());
            using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
            using var same = await world.Http.SendAsync(again, Ct);
            Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        }

        await Done(HttpMethod.Post, $"members/{world.Local}/calendars/mine/revoke", me, new { });
        using var gone = await world.Http.GetAsync(new Uri(address), Ct);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.DoesNotContain("mine", (await Ask(HttpMethod.Get, $"members/{world.Local}/calendars", me)).Body.EnumerateArray().Select(f => f.GetProperty("feed").GetString()));

        var department = await Done(HttpMethod.Post, $"workplaces/{Place}/calendars", $"workplace:{Place}", new { key = "int", name = "内科の当番", department = "内科" });
        var duty = await Calendar(department.GetProperty("address").GetString()!, e => e.Count > 0);
        Assert.All(duty, e => Assert.Equal("みやこ病院 内科", e.Location));
        Assert.All(duty, e => Assert.Contains("見本", e.Summary, StringComparison.Ordinal));
        Assert.Equal("unknown-department", (await Ask(HttpMethod.Post, $"workplaces/{Place}/calendars", $"workplace:{Place}", new { key = "x", name = "x", department = "外科" })).Body.GetProperty("reason").GetString());
    }

    [Theory, InlineData(""), InlineData("?key="), InlineData("?key=short"), InlineData("?key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), InlineData("?key=%00")]
    public async Task A_made_up_address_leads_nowhere(string query)
    {
        using var answer = await world.Http.GetAsync(new Uri($"/calendars/duty.ics{query}", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_makes_a_calendar_of_somebody_else()
    {
        var body = new { key = "no", name = "no" };
        foreach (var eyes in new[] { "operator", $"member:{world.Other}", $"workplace:{Place}", "office:26", $"office:26-001:clerk@{world.Local}" })
            Assert.Equal(HttpStatusCode.Forbidden, (await Ask(HttpMethod.Post, $"members/{world.Local}/calendars", eyes, body)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(HttpMethod.Post, $"workplaces/{Place}/calendars", $"interviewer:{Place}", body)).Status);
    }
}
