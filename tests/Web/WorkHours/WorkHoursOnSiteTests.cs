using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JmaActors.Tests.Web.Access.Matrix;

namespace JmaActors.Tests.Web.WorkHours;

/// <summary>Working hours over HTTP, on the real site: by a duty manager and by the physician.</summary>
[Collection("real site")]
public sealed class WorkHoursOnSiteTests(MatrixWorld world)
{
    const string Place = "W77";

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

    [Fact]
    public async Task A_duty_manager_plans_and_sees_and_corrects_and_the_physician_clocks()
    {
        var (manager, me, since) = ($"workplace:{Place}", world.Member, $"{Now.AddDays(-100):yyyy-MM-dd}");
        await Done(HttpMethod.Put, $"workplaces/{Place}", "operator", new { key = "1", name = "試験病院", association = "26-001" });
        await Done(HttpMethod.Post, $"workplaces/{Place}/designations", "operator", new { key = "2", level = "b", from = since });
        await Done(HttpMethod.Put, $"workplaces/{Place}/agreement", manager, new { key = "3", from = since, holiday = "sunday" });
        await Done(HttpMethod.Post, $"workplaces/{Place}/permits", manager, new { key = "4", post = "病棟当直", begins = "17:00:00", ends = "08:30:00", from = since });
        var assigned = await Done(HttpMethod.Post, $"workplaces/{Place}/physicians", "operator", new { key = "5", member = me, level = "b", from = since });
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(HttpMethod.Post, $"workplaces/{Place}/physicians", manager, new { key = "6", member = world.Other, level = "a", from = since })).Status);
        Assert.Equal("b", assigned.GetProperty("levels")[0].GetProperty("level").GetString());

        // The workplace's word reaches the physician's ledger a moment later.
        for (var looks = 0; ; looks++)
        {
            var (status, answer) = await Ask(HttpMethod.Post, $"members/{me}/work-hours/clock-in", $"member:{me}", new { key = "in", workplace = Place, kind = "scheduled", at = Now.AddHours(-3) });
            if (status == HttpStatusCode.OK) break;
            Assert.True(looks < 1_000 && answer.GetProperty("reason").GetString() == "unknown-workplace", answer.ToString());
        }

        Assert.Equal("already-working", (await Ask(HttpMethod.Post, $"members/{me}/work-hours/clock-in", $"member:{me}", new { key = "in2", workplace = Place, kind = "scheduled" })).Body.GetProperty("reason").GetString());
        var duty = (await Ask(HttpMethod.Get, $"workplaces/{Place}/duty", manager)).Body.GetProperty("lines");
        Assert.Equal((me, "scheduled"), (duty[0].GetProperty("member").GetString(), duty[0].GetProperty("onKind").GetString()));

        await Done(HttpMethod.Post, $"members/{me}/work-hours/clock-out", $"member:{me}", new { key = "out", workplace = Place });
        var corrected = await Done(HttpMethod.Post, $"members/{me}/work-hours/records/in/correct", manager, new { key = "c", reason = "打刻忘れ", from = Now.AddHours(-4) });
        Assert.Equal("in", corrected.GetProperty("corrects").GetString());
        await Done(HttpMethod.Post, $"members/{me}/work-hours/records/c/undo", manager, new { key = "u", reason = "正しかった" });
        var entries = (await Ask(HttpMethod.Get, $"members/{me}/work-hours/records", manager)).Body.GetProperty("entries");
        Assert.Equal(["c", "in"], entries.EnumerateArray().Select(e => e.GetProperty("key").GetString()!).Order(StringComparer.Ordinal));

        var day = $"{Now.AddDays(5):yyyy-MM-dd}";
        var plan = new[]
        {
            new { id = "d", kind = "scheduled", from = Noon(5, 8), to = Noon(5, 17) }, new { id = "n", kind = "overtime", from = Noon(5, 17), to = Noon(5, 24) }, new { id = "m", kind = "scheduled", from = Noon(5, 24), to = Noon(5, 32) },
        };
        var tried = await Done(HttpMethod.Post, $"workplaces/{Place}/rosters/{me}/trial", manager, new { from = day, to = $"{Now.AddDays(6):yyyy-MM-dd}", shifts = plan });
        Assert.Equal("work.rest.normal", tried[0].GetProperty("rule").GetString());
        await Done(HttpMethod.Post, $"workplaces/{Place}/rosters/{me}", manager, new { key = "r", from = day, to = $"{Now.AddDays(6):yyyy-MM-dd}", shifts = plan });

        var hours = (await Ask(HttpMethod.Get, $"members/{me}/work-hours", $"member:{me}")).Body;
        Assert.Contains(Place, hours.GetProperty("employments").EnumerateArray().Select(e => e.GetProperty("workplace").GetString()));
        Assert.NotEmpty(hours.GetProperty("rest").GetProperty("rules").EnumerateArray());

        // The last day is an operator's to say; after it the workplace sees and records nothing of her.
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(HttpMethod.Post, $"workplaces/{Place}/physicians/{me}/end", manager, new { key = "e" })).Status);
        var ended = await Done(HttpMethod.Post, $"workplaces/{Place}/physicians/{me}/end", "operator", new { key = "e", last = $"{Now.AddDays(-1):yyyy-MM-dd}" });
        Assert.Equal($"{Now.AddDays(-1):yyyy-MM-dd}", ended.GetProperty("last").GetString());
        for (var looks = 0; (await Ask(HttpMethod.Get, $"members/{me}/work-hours", manager)).Status != HttpStatusCode.Forbidden; looks++) Assert.True(looks < 1_000, "The end did not reach the physician's hours.");
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(HttpMethod.Post, $"members/{me}/work-hours/records", manager, new { key = "late", workplace = Place, kind = "scheduled", from = Now.AddHours(-2), to = Now })).Status);
        Assert.Empty((await Ask(HttpMethod.Get, $"workplaces/{Place}/duty", manager)).Body.GetProperty("lines").EnumerateArray());
        Assert.Equal("unknown-workplace", (await Ask(HttpMethod.Post, $"members/{me}/work-hours/clock-in", $"member:{me}", new { key = "in3", workplace = Place, kind = "scheduled" })).Body.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Whoever_else_is_told_how_a_physician_stands_is_in_the_audit_whichever_way_was_asked()
    {
        foreach (var (key, method, path, body) in new (string, HttpMethod, string, object?)[]
        {
            ("taps", HttpMethod.Post, "work-hours/clock-batch", new { taps = Array.Empty<object>() }), ("cases", HttpMethod.Get, "interviews", null), ("due", HttpMethod.Get, "interviews/due", null),
        })
        {
            var someone = (await Done(HttpMethod.Post, "members", "operator", new { key = $"audited {key}", person = new { name = $"監査{key}", kana = "カンサ" } })).GetProperty("id").GetString();
            Assert.Equal(HttpStatusCode.OK, (await Ask(method, $"members/{someone}/{path}", "operator", body)).Status);
            var looked = (await Ask(HttpMethod.Get, $"audit?kind=looked&subject=operator&person={someone}", "operator")).Body.GetProperty("lines");
            Assert.True(looked.GetArrayLength() == 1 && looked[0].GetProperty("parts").ToString().Contains("hours", StringComparison.OrdinalIgnoreCase), $"{path}: {looked}");
        }
    }

    [Fact]
    public async Task A_device_that_was_offline_sends_its_taps_late_and_twice_and_hears_of_each()
    {
        var me = world.Other;
        await Done(HttpMethod.Post, $"members/{me}/work-hours/employments", $"member:{me}", new { key = "side", workplace = "W76", agreementFrom = $"{Now.AddDays(-30):yyyy-MM-dd}", name = "当直先" });
        var taps = new object[]
        {
            new { key = "t2", @in = false, workplace = "W76", at = Now.AddMinutes(-30) }, new { key = "t1", @in = true, workplace = "W76", at = Now.AddHours(-5), kind = "nightDuty" },
            new { key = "t3", @in = true, workplace = "W76", at = Now.AddMinutes(10) }, new { key = "t4", @in = true, workplace = "W76", at = Now.AddDays(-60) },
        };

        var (status, first) = await Ask(HttpMethod.Post, $"members/{me}/work-hours/clock-batch", $"member:{me}", new { taps });
        var again = (await Ask(HttpMethod.Post, $"members/{me}/work-hours/clock-batch", $"member:{me}", new { taps })).Body;

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal([null, null, "in-the-future", "recorded-too-late"], first.GetProperty("taps").EnumerateArray().Select(t => t.GetProperty("refused").GetString()));
        Assert.Equal("nightDuty", first.GetProperty("taps")[0].GetProperty("value").GetProperty("kind").GetString());
        Assert.Equal([true, true, false, false], again.GetProperty("taps").EnumerateArray().Select(t => t.GetProperty("repeat").GetBoolean()));
        Assert.Equal("当直先", first.GetProperty("now").GetProperty("view").GetProperty("employments").EnumerateArray().Single(e => e.GetProperty("workplace").GetString() == "W76").GetProperty("name").GetString());
        Assert.NotEqual(JsonValueKind.Null, first.GetProperty("now").GetProperty("resting").ValueKind);
        Assert.Single((await Ask(HttpMethod.Get, $"members/{me}/work-hours/records", $"member:{me}")).Body.GetProperty("entries").EnumerateArray());

        Assert.Equal(HttpStatusCode.BadRequest, (await Ask(HttpMethod.Post, $"members/{me}/work-hours/clock-batch", $"member:{me}", new { taps = Enumerable.Repeat(taps[0], 501) })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(HttpMethod.Post, $"members/{me}/work-hours/clock-batch", "workplace:W79", new { taps })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(HttpMethod.Post, $"members/{me}/work-hours/clock-batch", "office:JMA", new { taps = Array.Empty<object>() })).Status);
        Assert.Equal(HttpStatusCode.OK, (await Ask(HttpMethod.Post, $"members/{me}/work-hours/clock-batch", $"member:{me}", new { taps = Array.Empty<object>() })).Status);
    }

    [Fact]
    public async Task Her_hours_are_among_her_own_benefits_and_not_among_those_her_office_sees()
    {
        var me = world.Member;
        var own = (await Ask(HttpMethod.Get, $"members/{me}/benefits", $"member:{me}")).Body;
        var office = (await Ask(HttpMethod.Get, $"members/{me}/benefits", "office:JMA")).Body;
        var (ofOwn, ofOffice) = ((await Ask(HttpMethod.Get, $"members/{me}/record/as-of", $"member:{me}")).Body, (await Ask(HttpMethod.Get, $"members/{me}/record/as-of", "office:JMA")).Body);

        foreach (var (mine, theirs) in new[] { (Names(own), Names(office)), (Benefits(ofOwn), Benefits(ofOffice)) })
        {
            Assert.Contains("work-hours", mine);
            Assert.Contains("credits", theirs);
            Assert.DoesNotContain("work-hours", theirs);
        }

        static IEnumerable<string?> Names(JsonElement cards) => cards.EnumerateArray().Select(b => b.GetProperty("benefit").GetString());

        static IEnumerable<string?> Benefits(JsonElement record) => record.GetProperty("held").GetProperty("benefits").EnumerateArray().Select(b => b.GetProperty("standing").GetProperty("benefit").GetString());
    }

    [Fact]
    public async Task A_manager_sees_nobody_the_workplace_does_not_employ_and_an_employer_the_physician_told_of_gains_nothing_by_it()
    {
        await Done(HttpMethod.Post, $"members/{world.Local}/work-hours/employments", $"member:{world.Local}", new { key = "side", workplace = "W78", agreementFrom = $"{Now.AddDays(-30):yyyy-MM-dd}" });

        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(HttpMethod.Get, $"members/{world.Local}/work-hours", "workplace:W78")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(HttpMethod.Get, $"members/{world.Local}/work-hours/records", "interviewer:W78")).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await Ask(HttpMethod.Post, $"members/{world.Local}/work-hours/clock-in", "workplace:W78", new { key = "x", workplace = "W78", kind = "scheduled" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(HttpMethod.Get, "members/9999999999/work-hours", "operator")).Status);
    }

    [Fact]
    public async Task A_manager_tries_and_imports_attendance_and_how_it_was_read_is_offered_the_next_time()
    {
        const string Own = "W75";
        var (manager, me, since) = ($"workplace:{Own}", world.Member, $"{Now.AddDays(-100):yyyy-MM-dd}");
        await Done(HttpMethod.Put, $"workplaces/{Own}", "operator", new { key = "1", name = "取込病院", association = "26-001" });
        await Done(HttpMethod.Put, $"workplaces/{Own}/agreement", manager, new { key = "2", from = since });
        await Done(HttpMethod.Post, $"workplaces/{Own}/physicians", "operator", new { key = "3", member = me, level = "a", from = since });
        Assert.Equal("E-1", (await Done(HttpMethod.Put, $"workplaces/{Own}/physicians/{me}/number", manager, new { key = "4", number = "E-1" })).GetProperty("employee").GetString());
        for (var looks = 0; !(await Ask(HttpMethod.Get, $"workplaces/{Own}/duty", manager)).Body.GetProperty("lines").EnumerateArray().Any(); looks++) Assert.True(looks < 1_000);

        var day = $"{Now.AddDays(-60):yyyy/M/d}";
        var csv = $"個人コード,日,シフト,入,出,備考\nE-1,{day},救急A,20:00,翌9:00,x\nE-2,{day},救急A,20:00,翌9:00,y\n";
        var terms = "columns=employee,date,kind,start,end,-&kinds=%E6%95%91%E6%80%A5A:nightDuty";
        async Task<(HttpStatusCode Status, JsonElement Body)> Send(string key, string more, string eyes)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/attendance/{key}?{terms}{more}") { Headers = { { "X-Jma-Eyes", eyes } }, Content = new StringContent(csv, System.Text.Encoding.UTF8, "text/csv") };
            using var answer = await world.Http.SendAsync(request, Ct);
            return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Ct));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await Send($"w.{Own}.a", "&dryRun=true", "workplace:W78")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Send("26.a", "&dryRun=true", manager)).Status);
        var tried = (await Send($"w.{Own}.a", "&dryRun=true", manager)).Body.GetProperty("value").GetProperty("trial");
        var became = (await Send($"w.{Own}.a", "", manager)).Body.GetProperty("value");
        var again = (await Send($"w.{Own}.b", "", manager)).Body.GetProperty("value");

        Assert.Equal((1, 1, 1, 1), (tried.GetProperty("created").GetInt32(), tried.GetProperty("failed").GetInt32(), became.GetProperty("created").GetInt32(), became.GetProperty("failed").GetInt32()));
        Assert.Equal((0, 1), (again.GetProperty("created").GetInt32(), again.GetProperty("unchanged").GetInt32()));
        Assert.Equal(("not-employed", 3), (became.GetProperty("errors")[0].GetProperty("reason").GetString(), became.GetProperty("errors")[0].GetProperty("line").GetInt32()));
        var mapping = (await Ask(HttpMethod.Get, $"workplaces/{Own}/attendance-mapping", manager)).Body;
        Assert.Equal(("employee", "", "nightDuty"), (mapping.GetProperty("columns").GetProperty("個人コード").GetString(), mapping.GetProperty("columns").GetProperty("備考").GetString(), mapping.GetProperty("kinds").GetProperty("救急A").GetString()));
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(HttpMethod.Get, $"attendance/w.{Own}.a", "workplace:W78")).Status);
    }

    static DateTimeOffset Noon(int days, int hour) => new DateTimeOffset(Now.Date.AddDays(days), TimeSpan.FromHours(9)).AddHours(hour);
}
