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
    public async Task Who_has_left_is_dealt_with_by_the_association_her_dues_are_collected_through_also_when_a_payment_was_wrong()
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
        Assert.Contains(member, await People());

        await Done(HttpMethod.Post, $"members/{member}/dues/payments", office, new { key = "all", amount = open, on = $"{Today:yyyy-MM-dd}", channel = "transfer" });

        // Settled, she is dealt with until the year after it is over: the payment may have been another's.
        Assert.Equal(HttpStatusCode.OK, (await Ask(HttpMethod.Get, $"members/{member}/dues", office)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(HttpMethod.Get, $"members/{member}/dues", "office:33-002")).Status);
        Assert.Contains(member, await People());
        var back = await Done(HttpMethod.Post, $"members/{member}/dues/payments/reverse", office, new { payment = "all", reason = "別人の入金" });
        Assert.Equal(open, back.GetProperty("statements").EnumerateArray().Single(s => s.GetProperty("year").GetInt32() == Year - 1).GetProperty("open").GetInt64());
        await Done(HttpMethod.Post, $"members/{member}/dues/payments", office, new { key = "long-ago", amount = open, on = $"{Year - 2}-06-01", channel = "transfer" });
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(HttpMethod.Get, $"members/{member}/dues", office)).Status);
        Assert.DoesNotContain(member, await People());

        async Task<IReadOnlyList<string?>> People() =>
            [.. (await Ask(HttpMethod.Get, $"associations/{Local}/dues/{Year - 1}/people", office)).Body.GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("member").GetString())];
    }

    [Fact]
    public async Task Who_belongs_elsewhere_now_is_dealt_with_by_the_association_she_still_owes_through()
    {
        var (office, other) = ($"office:{Local}:treasurer", "33-002");
        var member = (await Done(HttpMethod.Post, "members", "operator", new
        {
            key = "dues-moved", person = new { name = "異動 花子", kana = "イドウ ハナコ" }, membership = new { local = Local, layers = new[] { "local", "prefecture", "jma" }, category = "a1" }, effectiveFrom = $"{Year - 1}-04-01",
        })).GetProperty("id").GetString()!;
        var open = (await Done(HttpMethod.Post, $"members/{member}/dues/assessments", office, new { year = Year - 1, post = true })).GetProperty("open").GetInt64();
        await Done(HttpMethod.Post, $"members/{member}/membership", "operator", new { key = "moved", membership = new { local = other, layers = new[] { "local", "prefecture", "jma" }, category = "a1" }, effectiveFrom = $"{Today:yyyy-MM-dd}", reason = "異動" });

        Assert.Equal(HttpStatusCode.NotFound, (await Ask(HttpMethod.Get, $"members/{member}", office)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Ask(HttpMethod.Get, $"members/{member}/dues", office)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Ask(HttpMethod.Get, $"members/{member}/dues", $"office:{other}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(HttpMethod.Get, $"members/{member}/dues", "office:33-003")).Status);
        var listed = (await Ask(HttpMethod.Get, $"associations/{Local}/dues/{Year - 1}/people", office)).Body.GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("member").GetString());
        Assert.Contains(member, listed);

        // It takes what is paid; what becomes of her dues elsewhere is not its affair.
        var approver = $"office:{Local}:approver";
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(HttpMethod.Post, $"members/{member}/dues/reductions", approver, new { key = "r", kind = "illness", from = $"{Today:yyyy-MM-dd}", until = $"{Today.AddDays(60):yyyy-MM-dd}", layers = new[] { "local" } })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(HttpMethod.Post, $"members/{member}/dues/refunds", office, new { key = "b", amount = 1, reason = "返金" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(HttpMethod.Post, $"members/{member}/dues/reminders/hold", office, new { key = "h", until = $"{Today.AddDays(30):yyyy-MM-dd}", reason = "約束" })).Status);
        await Done(HttpMethod.Post, $"members/{member}/dues/payments", office, new { key = "all", amount = open, on = $"{Today:yyyy-MM-dd}", channel = "transfer" });
        Assert.Equal(HttpStatusCode.OK, (await Ask(HttpMethod.Get, $"members/{member}/dues", office)).Status);
    }

    [Fact]
    public async Task A_treasurer_reminds_of_what_is_late_holds_reminders_back_and_nobody_else_does()
    {
        var office = $"office:{Local}:treasurer";
        var member = (await Done(HttpMethod.Post, "members", "operator", new
        {
            key = "dues-remind", person = new { name = "督促 花子", kana = "トクソク ハナコ" }, membership = new { local = Local, layers = new[] { "local", "prefecture", "jma" }, category = "a1" }, effectiveFrom = $"{Year - 1}-04-01",
        })).GetProperty("id").GetString()!;
        await Done(HttpMethod.Post, $"members/{member}/dues/assessments", office, new { year = Year - 1, post = true });

        // Posted today, nothing is late before its time.
        Assert.Equal("nothing-late", (await Ask(HttpMethod.Post, $"members/{member}/dues/reminders", office, new { key = "now" })).Body.GetProperty("reason").GetString());
        var held = await Done(HttpMethod.Post, $"members/{member}/dues/reminders/hold", office, new { key = "h", until = $"{Today.AddDays(30):yyyy-MM-dd}", reason = "分納の約束" });
        Assert.Equal("分納の約束", held.GetProperty("hold").GetProperty("reason").GetString());
        Assert.Equal("reminders-held", (await Ask(HttpMethod.Post, $"members/{member}/dues/reminders", office, new { key = "now2" })).Body.GetProperty("reason").GetString());
        var lines = (await Ask(HttpMethod.Get, $"associations/{Local}/dues/{Year - 1}/people?step=0", office)).Body;
        Assert.Equal($"{Today.AddDays(30):yyyy-MM-dd}", lines.GetProperty("lines").EnumerateArray().Single(l => l.GetProperty("member").GetString() == member).GetProperty("heldUntil").GetString());
        Assert.Equal(["お知らせ", "督促", "最終のお知らせ"], lines.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("ja").GetString()));
        await Done(HttpMethod.Post, $"members/{member}/dues/reminders/hold", office, new { key = "r", reason = "約束が守られない" });

        foreach (var eyes in new[] { $"office:{Local}:clerk", $"member:{member}" })
            Assert.Equal(HttpStatusCode.Forbidden, (await Ask(HttpMethod.Post, $"members/{member}/dues/reminders", eyes, new { key = "no" })).Status);
    }
}
