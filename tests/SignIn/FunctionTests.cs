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
        { "JMA", "Office", "38", true },
        { "JMA", "Office", "JMA", true },
        { "JMA", "Office", "26-007", false },
        { "JMA", "Surveyor", "JMA", true },
        { "JMA", "Operator", "*", false },
        { "JMA", "Host", "38", false },
        { "26", "Office", "26", true },
        { "26", "Office", "26-011", true },
        { "26", "Host", "26-011", false },
        { "26", "Auditor", "26-011", false },
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
        using var giver = await (await house.Somebody(House.Function(CallerRole.Office, office))).SignedIn();
        var to = await house.Somebody();

        var answer = await Give(giver, to, char.ToLowerInvariant(role[0]) + role[1..], scope);

        Assert.Equal(allowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(allowed ? 1 : 0, (await house.Ledger(to.Account).Standing(House.Ct)).Functions.Count);
    }

    [Fact]
    public async Task Nobody_gives_more_than_one_has_and_only_an_approver_gives()
    {
        var to = await house.Somebody();
        async Task<HttpStatusCode> Give(OfficeDuties own, string role, params string[] duties)
        {
            using var giver = await (await house.Somebody(House.Function(CallerRole.Office, "26-007", own))).SignedIn();
            return (await FunctionTests.Give(giver, to, role, "26-007", duties.Length == 0 ? null : duties)).Status;
        }

        Assert.Equal(HttpStatusCode.Forbidden, await Give(OfficeDuties.Clerk, "office", "clerk"));
        Assert.Equal(HttpStatusCode.Forbidden, await Give(OfficeDuties.Approver | OfficeDuties.Clerk, "office", "treasurer"));
        Assert.Equal(HttpStatusCode.OK, await Give(OfficeDuties.Approver | OfficeDuties.Clerk, "office", "clerk"));
        // A host takes money and opens doors as well.
        Assert.Equal(HttpStatusCode.Forbidden, await Give(OfficeDuties.Approver, "host"));
        Assert.Equal(HttpStatusCode.Forbidden, await Give(OfficeDuties.Approver | OfficeDuties.Clerk, "host"));
        Assert.Equal(HttpStatusCode.OK, await Give(OfficeDuties.All, "host"));
    }

    [Fact]
    public async Task Nobody_gives_oneself_a_function_nor_an_office_that_has_an_approver_one_from_above()
    {
        var (prefecture, first, second) = (await house.Somebody(House.Function(CallerRole.Office, "37")), await house.Somebody(), await house.Somebody());
        using var above = await prefecture.SignedIn();

        Assert.Equal("not-to-oneself", (await Give(above, prefecture, "office", "37-003")).Reason);
        Assert.Equal("not-to-oneself", (await Give(above, prefecture, "auditor", "37")).Reason);
        Assert.Equal(HttpStatusCode.Forbidden, (await Give(above, first, "office", "37-003", "clerk")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Give(above, first, "office", "37-003", "approver", "clerk")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Give(above, second, "office", "37-003", "approver", "clerk")).Status);
        using var approver = await first.SignedIn();
        Assert.Equal(HttpStatusCode.OK, (await Give(approver, second, "office", "37-003", "clerk")).Status);
    }

    [Fact]
    public async Task A_token_gives_no_function_and_helps_nobody()
    {
        var (approver, to, member) = (await house.Somebody(House.Function(CallerRole.Office, "26-007")), await house.Somebody(), await house.Member("26-007"));
        using var program = house.Program(await house.Token(approver));

        using var given = await program.PostAsJsonAsync($"/api/v1/accounts/{to.Account}/functions", new { key = "t1", role = "office", scope = "26-007", duties = new[] { "clerk" }, reason = "by a script" }, House.Ct);
        using var helped = await program.PostAsJsonAsync($"/api/v1/members/{member}/recovery", new { reason = "by a script" }, House.Ct);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (given.StatusCode, helped.StatusCode));
    }

    [Fact]
    public async Task Members_of_ones_own_get_the_function_of_themselves_and_others_do_not()
    {
        var (own, other) = (await house.Member("26-007"), await house.Member("26-008"));
        using var clerk = await (await house.Clerk()).SignedIn();
        var to = await house.Somebody();

        Assert.Equal(HttpStatusCode.Forbidden, (await Give(clerk, to, "member", $"{other}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Give(clerk, to, "member", $"{own}")).Status);
    }

    [Fact]
    public async Task A_clerk_becomes_none_of_her_members_and_a_member_has_one_account_that_only_an_approver_replaces()
    {
        var member = await house.Member("26-007");
        var (clerk, her, another) = (await house.Clerk(), await house.Somebody(), await house.Somebody());
        using var visitor = await clerk.SignedIn();
        using var approver = await (await house.Somebody(House.Function(CallerRole.Office, "26-007", OfficeDuties.Approver))).SignedIn();
        async Task<HttpStatusCode> Withdraw(Visitor by)
        {
            using var answer = await by.Client.PostAsJsonAsync($"/api/v1/accounts/{her.Account}/functions/k{member}/withdraw", new { reason = "lost" }, House.Ct);
            return answer.StatusCode;
        }

        Assert.Equal("not-to-oneself", (await Give(visitor, clerk, "member", $"{member}")).Reason);
        Assert.Equal(HttpStatusCode.OK, (await Give(visitor, her, "member", $"{member}", key: $"k{member}")).Status);
        // Another account while the first has it: nobody's word.
        Assert.Equal(HttpStatusCode.Forbidden, (await Give(visitor, another, "member", $"{member}")).Status);
        Assert.Equal("member-has-account", (await Give(approver, another, "member", $"{member}")).Reason);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (await Withdraw(visitor), await Withdraw(approver)));
        Assert.Equal(HttpStatusCode.Forbidden, (await Give(visitor, another, "member", $"{member}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Give(approver, another, "member", $"{member}")).Status);

        using var herself = await another.SignedIn();
        var seen = await herself.Text($"/members/{member}/seen");
        Assert.Equal((3, 1), (Count(seen, "アカウントの結び付け"), Count(seen, "アカウントの結び付けの解除")));
    }

    [Fact]
    public async Task Of_many_accounts_that_are_to_become_one_member_at_once_one_does()
    {
        var member = await house.Member("26-007");
        var accounts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => house.Somebody()));

        var answers = await Task.WhenAll(accounts.Select(a => house.Ledger(a.Account).Grant(House.Function(CallerRole.Member, $"{member}"), House.Ct)));

        Assert.Single(answers, a => a.Accepted);
        Assert.All(answers.Where(a => !a.Accepted), a => Assert.Equal("member-has-account", a.Refusal!.Reason));
    }

    [Fact]
    public async Task A_link_left_behind_without_its_function_bars_nobody()
    {
        var (member, crashed, her) = (await house.Member("26-007"), await house.Somebody(), await house.Somebody());
        await house.Grains.GetGrain<IMemberAccountGrain>(member.Number).Link(new LinkAccount(crashed.Account, "went before it was given", Caller.System), House.Ct);

        Assert.True((await house.Ledger(her.Account).Grant(House.Function(CallerRole.Member, $"{member}"), House.Ct)).Accepted);
        Assert.Equal(her.Account, await house.Grains.GetGrain<IMemberAccountGrain>(member.Number).Linked(House.Ct));
    }

    [Fact]
    public async Task Whether_an_address_is_somebodys_is_not_told_to_who_has_nothing_to_lend()
    {
        var (nobody, known) = (await house.Somebody(), await house.Somebody());
        using var visitor = await nobody.SignedIn();
        async Task<string> Lend(string address)
        {
            using var answer = await visitor.Send("/account", "/account/functions/lend", ("function", "f1"), ("address", address), ("reason", "on leave"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            return System.Text.RegularExpressions.Regex.Replace(await answer.Content.ReadAsStringAsync(House.Ct), "value=\"[^\"]*\"", "");
        }

        Assert.Equal(await Lend("nobody-at-all@example.org"), await Lend(known.Address));
    }

    [Fact]
    public async Task What_somebody_else_lends_unasked_does_not_take_the_choice_of_the_only_function_away()
    {
        var (lender, clerk) = (await house.Clerk("27-001"), await house.Clerk());
        using var visitor = await clerk.SignedIn();
        var today = DateOnly.FromDateTime(house.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).DateTime);

        Assert.True((await house.Ledger(lender.Account).Lend(new LendFunction("u1", "f1", clerk.Account, OfficeDuties.Clerk, today, today, "unasked", Caller.System), House.Ct)).Accepted);
        await House.Becomes("the loan is there", async () => (await house.Ledger(clerk.Account).Standing(House.Ct)).Functions.Count == 2);
        using var again = await clerk.SignedIn();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await visitor.Status("/api/v1/members"), await again.Status("/api/v1/members")));
    }

    [Fact]
    public async Task Whoever_lends_too_many_hears_that_the_last_was_not_taken()
    {
        var deputy = await house.Somebody();
        var today = DateOnly.FromDateTime(house.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).DateTime);
        var lenders = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => house.Clerk("27-001")));
        for (var i = 0; i < AccountLimits.LoansAtOnce; i++) await house.Ledger(lenders[0].Account).Lend(new LendFunction($"m{i}", "f1", deputy.Account, OfficeDuties.Clerk, today, today, "many", Caller.System), House.Ct);
        await House.Becomes("all are there", async () => (await house.Ledger(deputy.Account).Standing(House.Ct)).Functions.Count == AccountLimits.LoansAtOnce);

        await house.Ledger(lenders[1].Account).Lend(new LendFunction("last", "f1", deputy.Account, OfficeDuties.Clerk, today, today, "one more", Caller.System), House.Ct);

        await House.Becomes("it was not taken", async () => (await house.Ledger(lenders[1].Account).Standing(House.Ct)).Functions[0].Loans[0].Declined);
        using var visitor = await lenders[1].SignedIn();
        Assert.Contains("成立しませんでした（受けられる代理の数を超えています）", await visitor.Text("/account/functions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_mail_nobody_is_helped_and_nothing_changes()
    {
        var member = await house.Member("26-007");
        var her = await house.Somebody(House.Function(CallerRole.Member, $"{member}"));
        using var approver = await (await house.Somebody(House.Function(CallerRole.Office, "26-007", OfficeDuties.Approver))).SignedIn();
        var before = (await house.Ledger(her.Account).Standing(House.Ct)).Version;

        using var answer = await approver.Client.PostAsJsonAsync($"/api/v1/members/{member}/recovery", new { reason = "lost her telephone", secondStep = true }, House.Ct);

        Assert.Contains("no-mail", await answer.Content.ReadAsStringAsync(House.Ct), StringComparison.Ordinal);
        Assert.Equal(before, (await house.Ledger(her.Account).Standing(House.Ct)).Version);
    }

    /// <summary>Gives a function by the API of who is signed in.</summary>
    static async Task<(HttpStatusCode Status, string? Reason)> Give(Visitor by, Somebody to, string role, string scope, string[]? duties = null, string? key = null)
    {
        using var answer = await by.Client.PostAsJsonAsync($"/api/v1/accounts/{to.Account}/functions", new { key = key ?? $"k{Guid.NewGuid():N}", role, scope, duties, reason = "appointed" }, House.Ct);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(House.Ct);
        return (answer.StatusCode, body.TryGetProperty("reason", out var reason) ? reason.GetString() : null);
    }

    static Task<(HttpStatusCode Status, string? Reason)> Give(Visitor by, Somebody to, string role, string scope, string first, params string[] duties) => Give(by, to, role, scope, [first, .. duties]);

    static int Count(string text, string part) => text.Split(part).Length - 1;

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
        using var standing = await deputy.SignedIn();
        await standing.Send("/function", "/function", ("function", held.Id));
        Assert.Equal(HttpStatusCode.Forbidden, (await Give(standing, await house.Somebody(), "office", "26-007")).Status);

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

        // From the very next page on.
        Assert.Contains($"会員 {own} のために", await visitor.Text($"/members/{own}"), StringComparison.Ordinal);
        var opened = $"{own}.for{Guid.NewGuid():N}"[..40];
        using var dispute = await visitor.Client.PostAsJsonAsync($"/api/v1/disputes/{opened}", new { subject = "identity", about = "氏名", words = "字が違います" }, House.Ct);
        Assert.True(dispute.IsSuccessStatusCode, await dispute.Content.ReadAsStringAsync(House.Ct));
        Assert.Equal(HttpStatusCode.OK, await visitor.Status($"/api/v1/disputes/{opened}"));
        Assert.Contains(opened, await visitor.Client.GetStringAsync("/api/v1/disputes", House.Ct), StringComparison.Ordinal);
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
