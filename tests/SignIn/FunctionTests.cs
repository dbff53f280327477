using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JmaActors.Accounts;
using JmaActors.Members;

namespace JmaActors.Tests.SignIn;

/// <summary>One function at a time, who gives which, deputies, and acting for a member.</summary>
public sealed class FunctionTests(House house)
{
    [Fact]
    public async Task Whoever_has_several_functions_chooses_and_acts_in_one_everywhere_in_this_browser()
    {
        var person = await house.Somebody(House.Function(CallerRole.Office, "26-007", OfficeDuties.Clerk), House.Function(CallerRole.Operator, "*", key: "f2"));
        using var visitor = await person.SignedIn();
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Forbidden), (await visitor.Status("/members"), await visitor.Status("/api/v1/members")));

        await visitor.Send("/function", "/function", ("function", "f1"), ("back", "/members"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (await visitor.Status("/api/v1/members"), await visitor.Status("/api/v1/operations/parked")));
        await visitor.Send("/function", "/function", ("function", "f2"), ("back", "/members"));

        Assert.Equal(HttpStatusCode.OK, await visitor.Status("/api/v1/operations/parked"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Send("/function", "/function", ("function", "f9"))).StatusCode);
    }

    [Fact]
    public async Task A_function_withdrawn_ends_what_is_open_within_seconds()
    {
        var person = await house.Clerk();
        using var visitor = await person.SignedIn();
        Assert.Equal(HttpStatusCode.OK, await visitor.Status("/api/v1/members"));

        await house.Ledger(person.Account).Withdraw(new WithdrawFunction("f1", "left", Caller.System), House.Ct);

        await House.Becomes("the function is gone", async () => await visitor.Status("/api/v1/members") == HttpStatusCode.Forbidden);
        Assert.Equal(HttpStatusCode.Redirect, await visitor.Status("/members"));
    }

    public static TheoryData<string, string, string, bool> Grants => new()
    {
        { "JMA", "Office", "26", true },
        { "JMA", "Office", "JMA", true },
        { "JMA", "Office", "26-007", false },
        { "JMA", "Surveyor", "JMA", true },
        { "JMA", "Operator", "*", false },
        { "26", "Office", "26", true },
        { "26", "Office", "26-007", true },
        { "26", "Office", "27-001", false },
        { "26", "Office", "JMA", false },
        { "26", "Surveyor", "JMA", false },
        { "26", "Workplace", "W1", false },
        { "26-007", "Office", "26-007", true },
        { "26-007", "Host", "26-007", true },
        { "26-007", "Auditor", "26-007", true },
        { "26-007", "Office", "26", false },
        { "26-007", "Office", "26-008", false },
        { "26-007", "Operator", "*", false },
    };

    [Theory, MemberData(nameof(Grants))]
    public async Task Who_gives_which_function(string office, string role, string scope, bool allowed)
    {
        var giver = await house.Somebody(House.Function(CallerRole.Office, office));
        var to = await house.Somebody();
        using var program = house.Program(await house.Token(giver));

        var answer = await program.PostAsJsonAsync($"/api/v1/accounts/{to.Account}/functions", new { key = "g1", role = char.ToLowerInvariant(role[0]) + role[1..], scope, reason = "appointed" }, House.Ct);

        Assert.Equal(allowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(allowed ? 1 : 0, (await house.Ledger(to.Account).Standing(House.Ct)).Functions.Count);
    }

    [Fact]
    public async Task Nobody_gives_more_than_one_has_and_only_an_approver_gives()
    {
        var to = await house.Somebody();
        async Task<HttpStatusCode> Give(OfficeDuties own, params string[] duties)
        {
            var giver = await house.Somebody(House.Function(CallerRole.Office, "26-007", own));
            using var program = house.Program(await house.Token(giver));
            return (await program.PostAsJsonAsync($"/api/v1/accounts/{to.Account}/functions", new { key = $"k{Guid.NewGuid():N}", role = "office", scope = "26-007", duties, reason = "appointed" }, House.Ct)).StatusCode;
        }

        Assert.Equal(HttpStatusCode.Forbidden, await Give(OfficeDuties.Clerk, "clerk"));
        Assert.Equal(HttpStatusCode.Forbidden, await Give(OfficeDuties.Approver | OfficeDuties.Clerk, "treasurer"));
        Assert.Equal(HttpStatusCode.OK, await Give(OfficeDuties.Approver | OfficeDuties.Clerk, "clerk"));
    }

    [Fact]
    public async Task Members_of_ones_own_get_the_function_of_themselves_and_others_do_not()
    {
        var (own, other) = (await house.Member("26-007"), await house.Member("26-008"));
        var clerk = await house.Clerk();
        var to = await house.Somebody();
        using var program = house.Program(await house.Token(clerk));
        async Task<HttpStatusCode> Give(MemberId member) =>
            (await program.PostAsJsonAsync($"/api/v1/accounts/{to.Account}/functions", new { key = $"m{member}", role = "member", scope = member.ToString(), reason = "herself" }, House.Ct)).StatusCode;

        Assert.Equal(HttpStatusCode.Forbidden, await Give(other));
        Assert.Equal(HttpStatusCode.OK, await Give(own));
    }

    [Fact]
    public async Task A_deputy_has_the_function_for_a_time_is_marked_and_gives_nothing_on()
    {
        var (away, deputy) = (await house.Somebody(House.Function(CallerRole.Office, "26-007")), await house.Somebody());
        using var visitor = await away.SignedIn();
        var today = DateOnly.FromDateTime(house.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).DateTime);
        var lent = await visitor.Send(
            "/account/functions", "/account/functions/lend", ("function", "f1"), ("address", deputy.Address), ("from", $"{today:yyyy-MM-dd}"), ("until", $"{today.AddDays(7):yyyy-MM-dd}"), ("reason", "on leave"));
        Assert.Contains("on leave", await lent.Content.ReadAsStringAsync(House.Ct), StringComparison.Ordinal);

        HeldFunction? held = null;
        await House.Becomes("the deputy has it", async () => (held = (await house.Ledger(deputy.Account).Standing(House.Ct)).Functions.FirstOrDefault()) is not null);
        Assert.Equal(away.Account, held!.Of);
        using var program = house.Program(await house.Token(deputy, held.Id));
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/members", House.Ct)).StatusCode);
        using var given = await program.PostAsJsonAsync($"/api/v1/accounts/{deputy.Account}/functions", new { key = "g", role = "office", scope = "26-007", reason = "for good" }, House.Ct);
        Assert.Equal(HttpStatusCode.Forbidden, given.StatusCode);

        await visitor.Send("/account/functions", "/account/functions/recall", ("loan", held.Id));
        await House.Becomes("the deputy has it no more", async () => (await program.GetAsync("/api/v1/members", House.Ct)).StatusCode == HttpStatusCode.Unauthorized);
        Assert.Equal(HttpStatusCode.OK, await visitor.Status("/api/v1/members"));
    }

    [Fact]
    public async Task A_clerk_acts_for_a_member_of_her_own_marked_until_it_is_ended()
    {
        var (own, other) = (await house.Member("26-007"), await house.Member("26-008"));
        var clerk = await house.Clerk();
        using var visitor = await clerk.SignedIn();
        Task<HttpResponseMessage> Begin(MemberId member, string reason = "has no computer") => visitor.Send("/account", "/function/for", ("member", $"{member}"), ("reason", reason));

        Assert.Equal(HttpStatusCode.NotFound, (await Begin(other)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Begin(own, " ")).StatusCode);
        Assert.Equal($"/members/{own}/credits", (await Begin(own)).Headers.Location!.ToString());

        await House.Becomes("the page says for whom", async () => (await visitor.Text($"/members/{own}")).Contains($"会員 {own} のために", StringComparison.Ordinal));
        using var reported = await visitor.Client.PostAsJsonAsync($"/api/v1/members/{own}/credits", new { key = "for-1", method = "journal", code = 12, units = 0.5, date = "2026-04-30", title = "日医雑誌", post = false, score = 80 }, House.Ct);
        Assert.True(reported.IsSuccessStatusCode, await reported.Content.ReadAsStringAsync(House.Ct));
        var history = await visitor.Client.GetStringAsync($"/api/v1/members/{own}/credits/history", House.Ct);
        Assert.Contains($"account:{clerk.Account}", history, StringComparison.Ordinal);
        Assert.Contains(own.ToString(), history, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await visitor.Status($"/api/v1/members/{own}/pass"));

        await visitor.Send("/account", "/function/for/end", ("back", "/"));
        await House.Becomes("nothing says so any more", async () => !(await visitor.Text($"/members/{own}")).Contains($"会員 {own} のために", StringComparison.Ordinal));
        var events = await house.Ledger(clerk.Account).History(0, Caller.System, House.Ct);
        Assert.Equal(2, events.Count(e => e.Type == "function-chosen"));
    }

    [Fact]
    public async Task On_the_page_an_approver_makes_an_account_whose_first_password_must_be_changed()
    {
        var approver = await house.Somebody(House.Function(CallerRole.Office, "26-007"));
        using var visitor = await approver.SignedIn();
        var address = $"new{Guid.NewGuid():N}@example.org";

        var page = await (await visitor.Send(
            "/account/functions", "/account/functions/grant", ("address", address), ("name", "新 人"), ("role", "Office"), ("scope", "26-007"), ("duties", "Clerk"), ("until", ""), ("reason", "appointed"))).Content.ReadAsStringAsync(House.Ct);
        var password = System.Text.RegularExpressions.Regex.Match(page, "[a-z2-9]{5}(-[a-z2-9]{5}){3}").Value;
        using var newcomer = house.Visitor();
        await newcomer.SignIn(address, password, "/members");

        Assert.Equal("/account/password?back=%2Fmembers", (await newcomer.Get("/members")).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Forbidden, await newcomer.Status("/api/v1/members"));
        Assert.Equal(HttpStatusCode.Redirect, await newcomer.Status("/account"));
        await newcomer.Send("/account/password", "/account/password", ("before", password), ("password", "quiet river stone 7"), ("again", "quiet river stone 7"));
        Assert.Equal(HttpStatusCode.OK, await newcomer.Status("/api/v1/members"));
        Assert.Contains("新 人", await visitor.Text("/account/functions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_a_function_of_an_office_is_seen_by_it_and_the_one_above_page_by_page()
    {
        for (var i = 0; i < 3; i++) await house.Somebody(House.Function(CallerRole.Host, "13-004"));
        var above = await house.Somebody(House.Function(CallerRole.Office, "13"));
        var beside = await house.Somebody(House.Function(CallerRole.Office, "13-005"));
        using var program = house.Program(await house.Token(above));
        using var other = house.Program(await house.Token(beside));
        List<string> found = [];
        string? after = "";
        do
        {
            var page = await program.GetFromJsonAsync<JsonElement>($"/api/v1/functions?scope=13-004&size=2{after}", House.Ct);
            found.AddRange(page.GetProperty("functions").EnumerateArray().Select(f => f.GetProperty("account").GetString()!));
            after = page.GetProperty("next").GetString() is { } next ? $"&after={Uri.EscapeDataString(next)}" : null;
        }
        while (after is not null);

        Assert.Equal(3, found.Distinct().Count());
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/api/v1/functions?scope=13-004", House.Ct)).StatusCode);
    }
}
