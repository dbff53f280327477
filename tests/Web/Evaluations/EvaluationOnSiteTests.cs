using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JmaActors.Tests.Web.Access.Matrix;

namespace JmaActors.Tests.Web.Evaluations;

/// <summary>An application over HTTP, on the real site, from the self-evaluation to the public list, by each who has a part in it.</summary>
[Collection("real site")]
public sealed class EvaluationOnSiteTests(MatrixWorld world)
{
    const string Place = "W80", Hospital = "workplace:W80", Id = "W80.story", Doctor = "surveyor:JMA@storydoctor", Labour = "surveyor:JMA@storylabour";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static string Today => $"{MatrixWorld.Minute():yyyy-MM-dd}";

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

    Task<JsonElement> Post(string step, string eyes, object body) => Done(HttpMethod.Post, $"evaluations/{Id}/{step}", eyes, body);

    async Task<JsonElement> Seen(string eyes) => (await Ask(HttpMethod.Get, $"evaluations/{Id}", eyes)).Body;

    async Task<string?> Reason(HttpMethod method, string step, string eyes, object body) => (await Ask(method, $"evaluations/{Id}/{step}", eyes, body)).Body.GetProperty("reason").GetString();

    static string Verdict(JsonElement view, string item, string who) => view.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("item").GetString() == item).GetProperty(who).ToString();

    /// <summary>Judges what is not judged yet, and finishes.</summary>
    async Task Review(string eyes, string name, int round, string failing = "")
    {
        foreach (var item in (await Seen(eyes)).GetProperty("items").EnumerateArray().Where(i => i.GetProperty(name).ValueKind == JsonValueKind.Null).Select(i => i.GetProperty("item").GetString()!).ToList())
            await Done(HttpMethod.Put, $"evaluations/{Id}/verdicts/{item}", eyes, new { key = $"{name}-{item}-{round}", verdict = item == failing ? "notMet" : "met", words = item == failing ? "月1回の申告がない" : "" });
        await Post("finish", eyes, new { key = $"{name}-done-{round}" });
    }

    [Fact]
    public async Task An_application_goes_from_self_evaluation_over_advice_to_designation_and_publication()
    {
        await Done(HttpMethod.Put, $"workplaces/{Place}", "operator", new { key = "1", name = "評価病院", association = "26-001" });
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(HttpMethod.Post, $"evaluations/{Id}", "workplace:W1", new { key = "open", levels = new[] { "b" } })).Status);
        using (var brought = new HttpRequestMessage(HttpMethod.Post, "/api/v1/workplaces/W80-NONE/documents") { Content = new ByteArrayContent(MatrixWorld.Pdf()) { Headers = { ContentType = new("application/pdf") } }, Headers = { { "X-Jma-Eyes", "workplace:W80-NONE" } } })
        using (var kept = await world.Http.SendAsync(brought, Ct)) Assert.Equal("unknown-workplace", (await kept.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("reason").GetString());
        var sha256 = await world.Apply(Place, Id);
        Assert.Equal("evidence-not-here", await Reason(HttpMethod.Put, "plan", Hospital, new { key = "x", from = Today, to = "2030-01-01", document = new string('0', 64) }));
        Assert.Equal("filed", (await Seen("office:JMA")).GetProperty("head").GetProperty("stage").GetString());

        // A physician of the hospital does not review it; nor is one person both surveyors.
        await Done(HttpMethod.Put, $"workplaces/{Place}/agreement", Hospital, new { key = "2", from = Today });
        await Done(HttpMethod.Post, $"workplaces/{Place}/physicians", "operator", new { key = "3", member = world.Other, level = "a", from = Today });
        for (var looks = 0; !(await Ask(HttpMethod.Get, $"members/{world.Other}/work-hours", "operator")).Body.GetProperty("employments").EnumerateArray().Any(e => e.GetProperty("workplace").GetString() == Place); looks++)
            Assert.True(looks < 1_000, "The employment did not reach the physician's hours.");
        Assert.Equal("surveyor-of-institution", await Reason(HttpMethod.Put, "surveyors", "office:JMA:clerk", new { key = "s-o", kind = "doctor", who = world.Other }));
        Assert.Equal("unknown-physician", await Reason(HttpMethod.Post, "c2", Hospital, new { key = "c2-x", technique = "低侵襲手術", number = "1", on = Today, member = world.Member }));
        await Done(HttpMethod.Put, $"evaluations/{Id}/surveyors", "office:JMA:clerk", new { key = "s-d", kind = "doctor", who = "storydoctor" });
        Assert.Equal("same-surveyor", await Reason(HttpMethod.Put, "surveyors", "office:JMA:clerk", new { key = "s-x", kind = "labour", who = "storydoctor" }));
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(HttpMethod.Put, $"evaluations/{Id}/surveyors", "office:JMA:approver", new { key = "s-y", kind = "labour", who = "storylabour" })).Status);
        await Done(HttpMethod.Put, $"evaluations/{Id}/surveyors", "office:JMA:clerk", new { key = "s-l", kind = "labour", who = "storylabour" });

        await Review(Doctor, "doctor", 1, failing: "04");
        Assert.Equal(("notMet", ""), (Verdict(await Seen(Doctor), "04", "doctor"), Verdict(await Seen(Labour), "04", "doctor")));
        Assert.Equal("labour", (await Seen("office:JMA")).GetProperty("head").GetProperty("waits").GetString());
        await Review(Labour, "labour", 1);
        Assert.Equal(("notMet", ""), (Verdict(await Seen(Labour), "04", "doctor"), Verdict(await Seen(Hospital), "04", "doctor")));
        Assert.Equal("mandatory-failed", await Reason(HttpMethod.Post, "result", "office:JMA:approver", new { key = "r-x", result = "1" }));
        await Post("suspend", "office:JMA:clerk", new { key = "advice", advice = "副業先の申告を月1回にしてください" });
        Assert.Contains("月1回", (await Seen(Hospital)).GetProperty("advice").GetString(), StringComparison.Ordinal);
        foreach (var eyes in new[] { "office:26", "surveyor:JMA", "surveyor:JMA@somebody", "workplace:W1", "office:26-001", $"member:{world.Other}" }) Assert.Equal(HttpStatusCode.NotFound, (await Ask(HttpMethod.Get, $"evaluations/{Id}", eyes)).Status);

        await Done(HttpMethod.Put, $"evaluations/{Id}/items/04", Hospital, new { key = "again", verdict = "met", words = "規程を改めました", documents = new[] { sha256 } });
        await Post("file", Hospital, new { key = "file-2" });
        await Review(Doctor, "doctor", 2);
        await Review(Labour, "labour", 2);
        await Post("result", "office:JMA:approver", new { key = "r", result = "1", words = "" });
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound], [(await Ask(HttpMethod.Get, $"evaluations/{Id}", "office:26")).Status, (await Ask(HttpMethod.Get, $"evaluations/{Id}", "office:27")).Status]);
        Assert.Equal("met", Verdict(await Seen(Hospital), "04", "doctor"));
        await Post("apply", Hospital, new { key = "apply", on = Today });
        Assert.Contains(Id, (await Ask(HttpMethod.Get, "evaluations?waits=prefecture", "office:26")).Body.GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("id").GetString()));
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(HttpMethod.Post, $"evaluations/{Id}/designate", "office:26:clerk", new { key = "d-x", levels = new[] { "b" }, from = Today })).Status);
        await Post("designate", "office:26:approver", new { key = "d", levels = new[] { "b" }, from = Today });
        await Post("publish", "office:26:approver", new { key = "p" });

        // The workplace keeps the level too, a moment later; and everybody finds it.
        for (var looks = 0; (await Ask(HttpMethod.Get, $"workplaces/{Place}", Hospital)).Body.GetProperty("designations").GetArrayLength() == 0; looks++) Assert.True(looks < 1_000, "The designation did not reach the workplace.");
        Assert.Contains(Place, (await Ask(HttpMethod.Get, "designations?level=b", $"member:{world.Member}")).Body.GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("workplace").GetString()));
        using var page = await world.Http.GetAsync(new Uri("/designations?level=B", UriKind.Relative), Ct);
        Assert.Contains("評価病院", WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);

        using var paper = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/evaluations/{Id}/documents/{sha256}") { Headers = { { "X-Jma-Eyes", Doctor } } };
        using var opened = await world.Http.SendAsync(paper, Ct);
        Assert.Equal((HttpStatusCode.OK, MatrixWorld.Pdf().Length), (opened.StatusCode, (await opened.Content.ReadAsByteArrayAsync(Ct)).Length));
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(HttpMethod.Get, $"evaluations/{Id}/documents/{new string('0', 64)}", Doctor)).Status);
    }

    [Theory]
    [InlineData("W80")]
    [InlineData("w80.a")]
    [InlineData("W80.a.b")]
    public async Task What_is_no_application_is_said_to_be_none(string id) => Assert.Equal(HttpStatusCode.BadRequest, (await Ask(HttpMethod.Get, $"evaluations/{id}", "operator")).Status);
}
