using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JmaActors.Accounts;

namespace JmaActors.Tests.SignIn;

/// <summary>代理 and 代行 over HTTP, what they leave in the record, and where each function lands.</summary>
public sealed class DeputyTests(House house)
{
    DateOnly Today => DateOnly.FromDateTime(house.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).DateTime);

    static async Task<(HttpStatusCode Status, JsonElement Body)> Post(Visitor visitor, string path, object body)
    {
        using var answer = await visitor.Client.PostAsJsonAsync(path, body, House.Ct);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(House.Ct)).RootElement);
    }

    static async Task<JsonElement> Loans(Visitor visitor) => await visitor.Client.GetFromJsonAsync<JsonElement>("/api/v1/loans", House.Ct);

    [Fact]
    public async Task A_loan_is_made_seen_by_both_and_ended_with_its_reasons_and_the_deputys_deeds_say_whose_they_are()
    {
        var (away, deputy) = (await house.Somebody(House.Function(CallerRole.Office, "26-007")), await house.Somebody());
        using var visitor = await away.SignedIn();
        var body = new { address = deputy.Address, until = $"{Today.AddDays(7):yyyy-MM-dd}", reason = "学会で不在", duties = new[] { "clerk", "approver" }, key = "leave-1" };
        var (status, lent) = await Post(visitor, "/api/v1/loans", body);
        Assert.Equal((HttpStatusCode.OK, "学会で不在"), (status, lent.GetProperty("value").GetProperty("reason").GetString()));
        Assert.True((await Post(visitor, "/api/v1/loans", body)).Body.GetProperty("repeat").GetBoolean());
        var first = (await Loans(visitor)).GetProperty("lent")[0];
        Assert.Equal((deputy.Account, $"{Today:yyyy-MM-dd}"), (first.GetProperty("account").GetString(), first.GetProperty("from").GetString()));

        await House.Becomes("the deputy has it", async () => (await house.Ledger(deputy.Account).Standing(House.Ct)).Functions.Count == 1);
        using var stander = await deputy.SignedIn();
        Assert.Equal("学会で不在", (await Loans(stander)).GetProperty("borrowed")[0].GetProperty("reason").GetString());
        // What somebody else lent is chosen by nobody but the deputy.
        Assert.Equal(HttpStatusCode.Redirect, await stander.Status("/programs"));
        await stander.Send("/function", "/function", ("function", "leave-1"));
        Assert.Contains("代理中", await stander.Text("/programs"), StringComparison.Ordinal);
        Assert.Contains("Somebody", await stander.Text("/programs"), StringComparison.Ordinal);
        var member = await house.Member();
        var (reported, _) = await Post(stander, $"/api/v1/members/{member}/credits", new { key = "dep-1", method = "paper", code = 20, units = 1.0, date = "2026-05-01", title = "論文", post = true });
        Assert.Equal(HttpStatusCode.OK, reported);
        Assert.Contains($"\"dep\":\"account:{away.Account}\"", (await stander.Client.GetStringAsync($"/api/v1/members/{member}/credits/history", House.Ct)).Replace("\\u0022", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("26-007（代理）", await stander.Text($"/members/{member}/history"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await Post(visitor, "/api/v1/loans/leave-1/recall", new { reason = "早く戻った" })).Status);
        await House.Becomes("the deputy has it no more", async () => await stander.Status("/api/v1/members") == HttpStatusCode.Forbidden);
        Assert.NotEqual(JsonValueKind.Null, (await Loans(visitor)).GetProperty("lent")[0].GetProperty("ended").ValueKind);
        var story = await visitor.Text("/account/history");
        foreach (var word in (string[])["役割の代理の設定", "役割の代理の取消", "学会で不在", "早く戻った"]) Assert.Contains(word, story, StringComparison.Ordinal);
        Assert.Contains("終わった代理 1 件", await visitor.Text("/account/functions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_loan_is_refused()
    {
        var (away, deputy) = (await house.Somebody(House.Function(CallerRole.Office, "26-007", OfficeDuties.Clerk)), await house.Somebody());
        using var visitor = await away.SignedIn();
        var until = $"{Today.AddDays(3):yyyy-MM-dd}";
        async Task<(HttpStatusCode, string?)> Refused(object body)
        {
            var (status, answer) = await Post(visitor, "/api/v1/loans", body);
            return (status, answer.GetProperty("reason").GetString());
        }

        Assert.Equal((HttpStatusCode.Conflict, "no-deputy"), await Refused(new { address = "nobody@example.org", until, reason = "x" }));
        Assert.Equal((HttpStatusCode.Conflict, "same-account"), await Refused(new { address = away.Address, until, reason = "x" }));
        Assert.Equal((HttpStatusCode.Conflict, "bad-duties"), await Refused(new { address = deputy.Address, until, reason = "x", duties = new[] { "approver" } }));
        Assert.Equal((HttpStatusCode.Conflict, "bad-dates"), await Refused(new { address = deputy.Address, until = $"{Today.AddDays(-1):yyyy-MM-dd}", reason = "x" }));
        Assert.Equal((HttpStatusCode.Conflict, "bad-dates"), await Refused(new { address = deputy.Address, until = $"{Today.AddDays(400):yyyy-MM-dd}", reason = "x" }));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid"), await Refused(new { address = deputy.Address, until, reason = "" }));
        Assert.Equal((HttpStatusCode.Conflict, "no-function"), await Refused(new { address = deputy.Address, until, reason = "x", function = "f9" }));
        Assert.Equal(HttpStatusCode.Conflict, (await Post(visitor, "/api/v1/loans/none/recall", new { reason = "x" })).Status);

        // A token manages no account.
        using var program = house.Program(await house.Token(away));
        using var answer = await program.PostAsJsonAsync("/api/v1/loans", new { address = deputy.Address, until, reason = "x" }, House.Ct);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (answer.StatusCode, (await program.GetAsync("/api/v1/loans", House.Ct)).StatusCode));
        Assert.Empty((await house.Ledger(deputy.Account).Standing(House.Ct)).Functions);
    }

    [Fact]
    public async Task Acting_for_a_member_is_begun_and_ended_over_http_too_and_meanwhile_one_lends_nothing()
    {
        var (own, other) = (await house.Member(), await house.Member("26-008"));
        var (clerk, treasurer, deputy) = (await house.Clerk(), await house.Somebody(House.Function(CallerRole.Office, "26-007", OfficeDuties.Treasurer)), await house.Somebody());
        using var visitor = await clerk.SignedIn();
        Assert.Equal(HttpStatusCode.NotFound, (await Post(visitor, "/api/v1/acting-for", new { member = $"{other}", reason = "x" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(visitor, "/api/v1/acting-for", new { member = $"{own}", reason = "" })).Status);
        var (status, acting) = await Post(visitor, "/api/v1/acting-for", new { member = $"{own}", reason = "来局された" });
        Assert.Equal((HttpStatusCode.OK, $"{own}"), (status, acting.GetProperty("value").GetProperty("for").GetString()));

        Assert.Equal($"/members/{own}", (await visitor.Get("/")).Headers.Location?.AbsolutePath);
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(visitor, "/api/v1/loans", new { address = deputy.Address, until = $"{Today:yyyy-MM-dd}", reason = "x" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, await visitor.Status("/api/v1/offices/26-007/waiting"));

        var (ended, now) = await Post(visitor, "/api/v1/acting-for/end", new { });
        Assert.Equal((HttpStatusCode.OK, JsonValueKind.Null), (ended, now.GetProperty("value").GetProperty("for").ValueKind));
        Assert.Equal(HttpStatusCode.OK, await visitor.Status("/api/v1/offices/26-007/waiting"));
        Assert.Contains($"代行 会員 {own}", await visitor.Text("/account/history"), StringComparison.Ordinal);

        using var books = await treasurer.SignedIn();
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(books, "/api/v1/acting-for", new { member = $"{own}", reason = "x" })).Status);
        using var program = house.Program(await house.Token(clerk));
        Assert.Equal(HttpStatusCode.Forbidden, (await program.PostAsJsonAsync("/api/v1/acting-for", new { member = $"{own}", reason = "x" }, House.Ct)).StatusCode);
    }

    [Fact]
    public async Task Everybody_lands_where_the_function_is_at_home_and_goes_between_several()
    {
        var member = await house.Member();
        var person = await house.Somebody(
            House.Function(CallerRole.Office, "26-007", OfficeDuties.Clerk), House.Function(CallerRole.Member, $"{member}", key: "f2"), House.Function(CallerRole.Host, "26", key: "f3"));
        using var visitor = await person.SignedIn();
        async Task<string?> Lands(string function)
        {
            await visitor.Send("/function", "/function", ("function", function), ("back", "/"));
            return (await visitor.Get("/")).Headers.Location?.AbsolutePath;
        }

        Assert.Equal(("/offices/26-007", $"/members/{member}", "/hosts/26", "/offices/26-007"), (await Lands("f1"), await Lands("f2"), await Lands("f3"), await Lands("f1")));
        Assert.Equal(HttpStatusCode.OK, await visitor.Status("/offices/26-007"));
        Assert.Contains("href=\"/function?back=%2F\"", await visitor.Text("/offices/26-007"), StringComparison.Ordinal);
    }
}
