using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JmaActors.Tests.Web.Access.Matrix;

namespace JmaActors.Tests.Web.Interviews;

/// <summary>An interview over HTTP, on the real site, by each who has a part in it; and who sees what of it.</summary>
[Collection("real site")]
public sealed class InterviewOnSiteTests(MatrixWorld world)
{
    const string Place = "W79", Manager = "workplace:W79";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static DateTimeOffset Now => MatrixWorld.Minute();

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

    Task<JsonElement> Post(string path, string eyes, object body) => Done(HttpMethod.Post, path, eyes, body);

    async Task<string?> Reason(string path, string eyes, object body) => (await Ask(HttpMethod.Post, path, eyes, body)).Body.GetProperty("reason").GetString();

    /// <summary>How many refusals are recorded of a stranger who asks once.</summary>
    async Task<int> Attempts(string path)
    {
        const string Stranger = "workplace:W79-X";
        async Task<int> Recorded()
        {
            var page = (await Ask(HttpMethod.Get, $"audit?kind=refused&size=100&subject={Uri.EscapeDataString(Stranger)}", "operator")).Body;
            return page.GetProperty("lines").EnumerateArray().Sum(l => l.GetProperty("count").GetInt32());
        }

        var before = await Recorded();
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(HttpMethod.Get, path, Stranger)).Status);
        return await Recorded() - before;
    }

    [Fact]
    public async Task An_interview_goes_from_the_manager_to_the_interviewer_and_back_and_the_conversation_stays_between_two()
    {
        var (me, since) = (world.Local, DateOnly.FromDateTime(Now.AddDays(-40).DateTime));
        var (id, interviewer) = ($"{Place}.{me}.{MatrixWorld.MonthOf(since):yyyyMMdd}", $"interviewer:{Place}@{world.Other}");
        await Done(HttpMethod.Put, $"workplaces/{Place}", "operator", new { key = "1", name = "面接病院", association = "26-001" });
        await Done(HttpMethod.Put, $"workplaces/{Place}/agreement", Manager, new { key = "2", from = $"{since:yyyy-MM-dd}" });
        await Done(HttpMethod.Post, $"workplaces/{Place}/physicians", "operator", new { key = "3", member = me, level = "a", from = $"{since:yyyy-MM-dd}" });
        var desk = $"workplaces/{Place}/interviews/desk";
        await Done(HttpMethod.Put, $"{desk}/head", "operator", new { key = "4", head = world.Member });
        for (var looks = 0; (await Ask(HttpMethod.Put, $"{desk}/superiors", Manager, new { key = "5", member = me })).Status != HttpStatusCode.OK; looks++) Assert.True(looks < 1_000, "The employment did not reach the physician's hours.");

        // Of whom the workplace does not employ it is told nothing, also not whether somebody is there.
        foreach (var who in new[] { world.Other, "1999999999" })
        {
            object[] named = [new { key = "n1", head = who }, new { key = "n2", member = me, superior = who }, new { key = "n3", member = who, completed = "2026-02-01", certificate = "第2号" }];
            foreach (var (place, body) in new[] { "head", "superiors", "interviewers" }.Zip(named))
                Assert.Equal("unknown-physician", (await Ask(HttpMethod.Put, $"{desk}/{place}", Manager, body)).Body.GetProperty("reason").GetString());
        }
        foreach (var (key, who) in new[] { ("6", world.Other), ("7", world.Member) }) await Done(HttpMethod.Put, $"{desk}/interviewers", "operator", new { key, member = who, completed = "2026-02-01", certificate = "第2号" });

        for (var looks = 0; await Reason($"interviews/{id}/assign", Manager, new { key = $"x{looks}", interviewer = world.Member }) is var reason && reason != "interviewer-is-head"; looks++)
            Assert.True(looks < 1_000 && reason == "unknown-physician", reason);
        await Post($"interviews/{id}/assign", Manager, new { key = "8", interviewer = world.Other });
        await Post($"interviews/{id}/appoint", interviewer, new { key = "9", at = Now, place = "オンライン" });
        await Post($"interviews/{id}/check", $"member:{me}", new { key = "10", sleepMinutes = 300, grade = 4, score = 5, asks = true, words = "つらい" });
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(HttpMethod.Post, $"interviews/{id}/hold", Manager, Hold("11"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(HttpMethod.Post, $"interviews/{id}/hold", $"interviewer:{Place}@{world.Member}", Hold("12"))).Status);
        await Post($"interviews/{id}/hold", interviewer, Hold("13"));

        foreach (var (eyes, told) in new[] { (Manager, false), ("operator", false), (interviewer, true), ($"member:{me}", true) })
        {
            var seen = (await Ask(HttpMethod.Get, $"interviews/{id}", eyes)).Body;
            Assert.Equal((told, told, "当直を減らす"), (seen.GetProperty("record").ValueKind == JsonValueKind.String, seen.GetProperty("answers").ValueKind == JsonValueKind.Object, seen.GetProperty("opinion").GetString()));
        }

        // A case that is not there is answered, and recorded, like one that is not for whoever asks.
        var (there, nowhere) = (await Attempts($"interviews/{id}"), await Attempts($"interviews/{id}".Replace(me, world.Other, StringComparison.Ordinal)));
        Assert.Equal((1, 1), (there, nowhere));

        foreach (var eyes in new[] { $"interviewer:{Place}", $"interviewer:{Place}@{world.Member}", "interviewer:W1", "workplace:W1", $"member:{world.Other}", "office:26", "surveyor:JMA" })
            Assert.Equal(HttpStatusCode.NotFound, (await Ask(HttpMethod.Get, $"interviews/{id}", eyes)).Status);
        Assert.Equal("held", (await Ask(HttpMethod.Get, $"workplaces/{Place}/interviews/cases", interviewer)).Body.GetProperty("cases")[0].GetProperty("stage").GetString());
        Assert.Empty((await Ask(HttpMethod.Get, $"workplaces/{Place}/interviews/cases", $"interviewer:{Place}")).Body.GetProperty("cases").EnumerateArray());
        Assert.Equal(1, (await Ask(HttpMethod.Get, $"workplaces/{Place}/interviews/waiting", Manager)).Body.GetProperty("waiting").GetProperty("decide").GetProperty("count").GetInt32());

        await Post($"interviews/{id}/measures", Manager, new { key = "14", measures = "fewerNights, care", words = "当直を月2回まで", until = $"{Now.AddDays(30):yyyy-MM-dd}" });
        var over = await Post($"interviews/{id}/follow", Manager, new { key = "15", words = "守れた", done = true });
        Assert.Equal(("closed", "nobody"), (over.GetProperty("stage").GetString(), over.GetProperty("waits").GetString()));
        Assert.Equal("closed", (await Ask(HttpMethod.Get, $"members/{me}/interviews?closed=true", $"member:{me}")).Body.GetProperty("cases")[0].GetProperty("stage").GetString());
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(HttpMethod.Get, $"members/{me}/interviews", $"member:{world.Other}")).Status);

        static object Hold(string key) => new { key, at = Now, record = "家庭の事情", opinion = "当直を減らす", advice = "limited" };
    }

    [Theory]
    [InlineData("W1.1000000001")]
    [InlineData("W1.1000000001.20261131")]
    [InlineData("x")]
    public async Task What_is_no_case_is_said_to_be_none(string id) => Assert.Equal(HttpStatusCode.BadRequest, (await Ask(HttpMethod.Get, $"interviews/{id}", "operator")).Status);
}
