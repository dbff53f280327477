using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using JmaActors.Accounts;
using JmaActors.Ledgers;
using JmaActors.Web.Accounts;

namespace JmaActors.Tests.SignIn;

/// <summary>Mail and the way back into an account, by a real SMTP server.</summary>
public sealed partial class MailTests : IAsyncLifetime
{
    readonly MailServer received = new();
    House house = null!;

    public async ValueTask InitializeAsync()
    {
        await received.Start();
        house = new House
        {
            Set = received.Set,
        };
        await house.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
        await received.DisposeAsync();
    }

    [Fact]
    public async Task A_forgotten_password_is_chosen_anew_by_a_link_that_is_good_once_and_signs_out_everywhere()
    {
        var clerk = await house.Clerk();
        using var before = await clerk.SignedIn();
        using var visitor = house.Visitor();

        await visitor.Send("/forgotten", "/forgotten", ("address", clerk.Address));
        var letter = await received.Next();
        var (page, code) = Link(letter.Text);
        Assert.Equal(clerk.Address, letter.To);
        Assert.Contains("パスワード", letter.Subject, StringComparison.Ordinal);
        var done = await visitor.Send($"{page}?code={code}", page, ("code", code), ("password", "quiet river stone 7"), ("again", "quiet river stone 7"));
        var told = await received.Next();
        var again = await visitor.Send($"{page}?code={code}", page, ("code", code), ("password", "another river stone 8"), ("again", "another river stone 8"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (done.StatusCode, again.StatusCode));
        Assert.Contains("変わりました", told.Subject, StringComparison.Ordinal);
        await House.Becomes("the session of before has ended", async () => await before.Status("/api/v1/members") == HttpStatusCode.Unauthorized);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SignIn(clerk.Address, Somebody.FirstPassword)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SignIn(clerk.Address, "quiet river stone 7")).StatusCode);
    }

    [Fact]
    public async Task Whoever_asks_for_an_unknown_address_is_told_the_same_and_nothing_is_sent()
    {
        var clerk = await house.Clerk();
        using var visitor = house.Visitor();

        var unknown = await (await visitor.Send("/forgotten", "/forgotten", ("address", "nobody@example.org"))).Content.ReadAsStringAsync(House.Ct);
        var known = await (await visitor.Send("/forgotten", "/forgotten", ("address", clerk.Address))).Content.ReadAsStringAsync(House.Ct);

        Assert.Equal(unknown, known);
        Assert.Equal(clerk.Address, (await received.Next()).To);
    }

    [Theory, InlineData("x"), InlineData(""), InlineData("AAAA")]
    public async Task A_link_that_was_made_up_changes_nothing(string code)
    {
        var clerk = await house.Clerk();
        using var visitor = house.Visitor();
        var page = $"/forgotten/{clerk.Account}";

        var answer = await visitor.Send($"{page}?code={code}", page, ("code", code), ("password", "quiet river stone 7"), ("again", "quiet river stone 7"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SignIn(clerk.Address, Somebody.FirstPassword)).StatusCode);
    }

    [Fact]
    public async Task An_approver_of_her_association_helps_a_member_who_is_told_and_the_ledger_keeps_it()
    {
        var member = await house.Member("26-007");
        var her = await house.Somebody(House.Function(CallerRole.Member, member.ToString()));
        var approver = await house.Somebody(House.Function(CallerRole.Office, "26-007", OfficeDuties.Approver));
        var clerk = await house.Clerk();
        var elsewhere = await house.Somebody(House.Function(CallerRole.Office, "31-001"));
        async Task<HttpStatusCode> Help(Somebody who)
        {
            using var signedIn = await who.SignedIn();
            return (await signedIn.Client.PostAsJsonAsync($"/api/v1/members/{member}/recovery", new { reason = "came to the office with her card" }, House.Ct)).StatusCode;
        }

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NotFound), (await Help(clerk), await Help(elsewhere)));
        Assert.Equal(HttpStatusCode.OK, await Help(approver));

        var letter = await received.Next();
        Assert.Equal(her.Address, letter.To);
        Assert.Contains("26-007", letter.Text, StringComparison.Ordinal);
        Assert.Contains("came to the office with her card", letter.Text, StringComparison.Ordinal);
        var history = await house.Ledger(her.Account).History(0, Caller.System, House.Ct);
        Assert.Contains(history, (HistoryLine h) => h.Type == "security-noted" && h.Body.Contains("recovery-helped", StringComparison.Ordinal) && h.Body.Contains(approver.Account, StringComparison.Ordinal));
        var (page, code) = Link(letter.Text);
        using var visitor = house.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await visitor.Send($"{page}?code={code}", page, ("code", code), ("password", "quiet river stone 7"), ("again", "quiet river stone 7"))).StatusCode);
    }

    [Fact]
    public async Task The_second_step_goes_when_the_link_is_used_and_of_who_is_more_than_a_member_not_at_all()
    {
        var (member, other) = (await house.Member("26-007"), await house.Member("26-007"));
        var her = await house.Somebody(House.Function(CallerRole.Member, $"{member}"));
        var operates = await house.Somebody(House.Function(CallerRole.Member, $"{other}"), House.Function(CallerRole.Operator, "*", key: "f2"));
        foreach (var account in (string[])[her.Account, operates.Account]) await SecondStep(account, true);
        using var approver = await (await house.Somebody(House.Function(CallerRole.Office, "26-007", OfficeDuties.Approver))).SignedIn();
        Task<HttpResponseMessage> Help(MemberId who) => approver.Client.PostAsJsonAsync($"/api/v1/members/{who}/recovery", new { reason = "lost her telephone", secondStep = true }, House.Ct);

        Assert.Contains("more-than-a-member", await (await Help(other)).Content.ReadAsStringAsync(House.Ct), StringComparison.Ordinal);
        Assert.True(await SecondStep(operates.Account));
        Assert.Equal(HttpStatusCode.OK, (await Help(member)).StatusCode);
        var (page, code) = Link((await received.Next()).Text);
        Assert.True(await SecondStep(her.Account));

        using var visitor = house.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await visitor.Send($"{page}?code={code}", page, ("code", code), ("password", "quiet river stone 7"), ("again", "quiet river stone 7"))).StatusCode);
        Assert.False(await SecondStep(her.Account));
        Assert.Equal("/", (await visitor.SignIn(her.Address, "quiet river stone 7")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_link_of_who_only_forgot_the_password_leaves_the_second_step()
    {
        var clerk = await house.Clerk();
        await SecondStep(clerk.Account, true);
        using var visitor = house.Visitor();
        await visitor.Send("/forgotten", "/forgotten", ("address", clerk.Address));
        var (page, code) = Link((await received.Next()).Text);

        Assert.Equal(HttpStatusCode.OK, (await visitor.Send($"{page}?code={code}", page, ("code", code), ("password", "quiet river stone 7"), ("again", "quiet river stone 7"))).StatusCode);
        Assert.True(await SecondStep(clerk.Account));
    }

    [Fact]
    public async Task Whoever_was_a_member_by_an_account_hears_that_it_is_another_now()
    {
        var member = await house.Member("26-007");
        var (her, another) = (await house.Somebody(House.Function(CallerRole.Member, $"{member}")), await house.Somebody());
        using var approver = await (await house.Somebody(House.Function(CallerRole.Office, "26-007", OfficeDuties.Approver))).SignedIn();

        using var withdrawn = await approver.Client.PostAsJsonAsync($"/api/v1/accounts/{her.Account}/functions/f1/withdraw", new { reason = "a new address" }, House.Ct);
        var first = await received.Next();
        using var given = await approver.Client.PostAsJsonAsync($"/api/v1/accounts/{another.Account}/functions", new { key = "m1", role = "member", scope = $"{member}", reason = "a new address" }, House.Ct);
        var second = await received.Next();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (withdrawn.StatusCode, given.StatusCode));
        Assert.Equal((her.Address, her.Address), (first.To, second.To));
        Assert.Contains("解かれました", first.Subject, StringComparison.Ordinal);
        Assert.Contains("別のアカウント", second.Subject, StringComparison.Ordinal);
        Assert.Contains("a new address", second.Text, StringComparison.Ordinal);
    }

    /// <summary>Turns the second step on; answers whether it is.</summary>
    async Task<bool> SecondStep(string account, bool on = false)
    {
        await using var scope = house.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Account>>();
        var user = (await users.FindByIdAsync(account))!;
        if (on) await users.SetTwoFactorEnabledAsync(user, true);
        return await users.GetTwoFactorEnabledAsync(user);
    }

    [Fact]
    public async Task Mail_is_in_the_readers_language()
    {
        var clerk = await house.Clerk();
        await using (var scope = house.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Account>>();
            var account = (await users.FindByIdAsync(clerk.Account))!;
            account.Language = "en";
            await users.UpdateAsync(account);
        }

        house.Services.GetRequiredService<Recovery>().Forgotten(clerk.Address);

        Assert.Equal("A link to choose a new password", (await received.Next()).Subject);
    }

    (string Page, string Code) Link(string text)
    {
        var match = Address().Match(text);
        Assert.True(match.Success, text);
        return (match.Groups[1].Value, match.Groups[2].Value);
    }

    [GeneratedRegex("https?://[^/]+(/forgotten/[0-9a-f]+)\\?code=([A-Za-z0-9_-]+)")]
    private static partial Regex Address();
}
