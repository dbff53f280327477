using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using JmaActors.Accounts;

namespace JmaActors.Tests.SignIn;

/// <summary>Signing in by way of a provider that is not ours: npm's certified oidc-provider, as a process of its own.</summary>
public sealed class ProviderTests : IAsyncLifetime
{
    Provider provider = null!;
    House house = null!;

    public async ValueTask InitializeAsync()
    {
        var ports = (Provider: Ports.Free(), Site: Ports.Free());
        provider = await Provider.Start(ports.Provider, $"http://127.0.0.1:{ports.Site}/sign-in/provider/back");
        house = new House
        {
            Set = s =>
            {
                System.IO.Directory.CreateDirectory(s.Data);
                File.WriteAllText(Path.Combine(s.Data, "settings.json"), $$"""
                    { "Jma": { "OpenId": { "Authority": "{{provider.Address}}", "ClientId": "jma", "ClientSecret": "a secret of the tests", "Name": "Test University",
                      "Functions": [ { "Claim": "groups", "Value": "office-26-007", "Role": "Office", "Scope": "26-007", "Duties": "Clerk, Approver" }, { "Claim": "groups", "Value": "*", "Role": "Member" }, { "Claim": "groups", "Value": "*", "Role": "Auditor" } ] } } }
                    """);
                return s with { Urls = [$"http://127.0.0.1:{ports.Site}"] };
            },
        };
        await house.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_the_provider_knows_comes_in_with_the_functions_its_claims_give_and_loses_those_it_gives_no_more()
    {
        await provider.Tell("ok", "hanako", "office-26-007,26,nonsense");
        using var first = house.Visitor();
        Assert.Equal("/members", await Through(first, "/members"));
        Assert.NotNull(first.Session);

        var account = await Account(first);
        var functions = await house.Ledger(account).Functions(Caller.System, House.Ct);
        Assert.Equal(
            [(CallerRole.Auditor, "26", OfficeDuties.All), (CallerRole.Office, "26-007", OfficeDuties.Clerk | OfficeDuties.Approver)],
            functions.Where(f => f.Ended is null).Select(f => (f.Role, f.Scope, f.Duties)).OrderBy(f => f.Scope, StringComparer.Ordinal));

        await provider.Tell("ok", "hanako", "26");
        using var second = house.Visitor();
        await Through(second, "/members");
        Assert.Equal(account, await Account(second));
        Assert.Equal([CallerRole.Auditor], (await house.Ledger(account).Standing(House.Ct)).Functions.Select(f => f.Role));

        await provider.Tell("ok", "hanako", "office-26-007");
        using var third = house.Visitor();
        await Through(third, "/members");
        Assert.Equal([CallerRole.Office], (await house.Ledger(account).Standing(House.Ct)).Functions.Select(f => f.Role));
        Assert.Equal(HttpStatusCode.OK, await third.Status("/api/v1/members"));
    }

    [Fact]
    public async Task A_claim_that_gives_what_is_not_there_and_a_function_named_like_the_providers_lock_nobody_out()
    {
        var (clerk, taken) = (await house.Clerk(), await house.Member("26-007"));
        await house.Somebody(House.Function(CallerRole.Member, $"{taken}"));
        Assert.Equal("bad-key", (await house.Ledger(clerk.Account).Grant(House.Function(CallerRole.Auditor, "26", key: "oidc-a"), House.Ct)).Refusal?.Reason);

        // A member who does not exist, one who has an account, and after them an association.
        await provider.Tell("ok", "jiro", $"1999999999,{taken},26");
        using var visitor = house.Visitor();

        Assert.Equal("/members", await Through(visitor, "/members"));
        Assert.Equal([CallerRole.Auditor], (await house.Ledger(await Account(visitor)).Standing(House.Ct)).Functions.Select(f => f.Role));
    }

    [Theory]
    [InlineData("wrong-issuer")]
    [InlineData("wrong-audience")]
    [InlineData("expired")]
    [InlineData("wrong-nonce")]
    [InlineData("no-nonce")]
    [InlineData("other-key")]
    public async Task An_answer_that_is_not_for_us_now_from_them_signs_nobody_in(string mode)
    {
        await provider.Tell(mode, "mallory", "office-26-007");
        using var visitor = house.Visitor();

        Assert.Equal("/sign-in?trouble=provider", await Through(visitor, "/members"));
        Assert.Null(visitor.Session);
        Assert.Contains("確認できませんでした", await visitor.Text("/sign-in?trouble=provider"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_sent_again_or_to_another_browser_or_without_its_state_signs_nobody_in()
    {
        await provider.Tell("ok", "taro", "26");
        using var visitor = house.Visitor();
        var callback = await Callback(visitor, "/members");

        // Stolen on its way: in another browser, which did not ask.
        using var thief = house.Visitor();
        Assert.Equal("/sign-in?trouble=provider", (await thief.Get(callback)).Headers.Location!.ToString());
        // With its state left out, or another's.
        var query = callback[(callback.IndexOf('?') + 1)..];
        var withoutState = callback[..(callback.IndexOf('?') + 1)] + string.Join('&', query.Split('&').Where(p => !p.StartsWith("state=", StringComparison.Ordinal)));
        Assert.Equal("/sign-in?trouble=provider", (await visitor.Get(withoutState)).Headers.Location!.ToString());
        Assert.Equal("/sign-in?trouble=provider", (await visitor.Get(withoutState + "&state=made-up")).Headers.Location!.ToString());
        Assert.Null(thief.Session);

        Assert.StartsWith("/sign-in/provider/done", (await visitor.Get(callback)).Headers.Location!.ToString(), StringComparison.Ordinal);
        // And replayed: state and code were good once.
        Assert.Equal("/sign-in?trouble=provider", (await visitor.Get(callback)).Headers.Location!.ToString());
        using var again = house.Visitor();
        again.Cookies.Add(visitor.Cookies.GetAllCookies());
        Assert.Equal("/sign-in?trouble=provider", (await again.Get(callback)).Headers.Location!.ToString());
    }

    [Fact]
    public async Task An_address_that_is_taken_is_not_taken_over_but_can_be_joined_by_its_owner()
    {
        var clerk = await house.Clerk();
        await provider.Tell("ok", "claims-to-be", "26", clerk.Address);
        using var stranger = house.Visitor();
        Assert.Equal("/sign-in?trouble=unknown", await Through(stranger, "/members"));
        Assert.Null(stranger.Session);

        // Coming from the provider while signed in here links nothing: the browser may be shared.
        using var owner = await clerk.SignedIn();
        Assert.Equal("/sign-in?trouble=unknown", await Through(owner, "/account"));
        Assert.Equal("/account?told=provider-linked", await Through(owner, "/account", await Link(owner)));
        using var later = house.Visitor();
        await Through(later, "/members");

        Assert.Equal(clerk.Account, await Account(later));
    }

    [Fact]
    public async Task The_page_offers_it_and_nobody_is_signed_in_by_asking_for_the_last_step()
    {
        using var visitor = house.Visitor();

        Assert.Contains("Test University", await visitor.Text("/sign-in"), StringComparison.Ordinal);
        Assert.Equal("/sign-in?trouble=provider", (await visitor.Get("/sign-in/provider/done")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_link_is_begun_on_the_accounts_own_page_ends_in_the_same_session_and_can_be_taken_back()
    {
        var (clerk, other) = (await house.Clerk(), await house.Clerk("26-008"));
        await provider.Tell("ok", "linked", "26");
        using var owner = await clerk.SignedIn();
        using var stranger = await other.SignedIn();
        var link = await Link(owner);

        Assert.Equal("/account", (await stranger.Get(link)).Headers.Location!.ToString());
        Assert.Equal("/account", (await owner.Get("/account/provider?from=made-up")).Headers.Location!.ToString());
        // Begun by the one, and come back to where the other is signed in by now.
        var callback = await Callback(owner, "/account", link);
        await owner.SignIn(other.Address, Somebody.FirstPassword);
        var done = (await owner.Get(callback)).Headers.Location!.ToString();
        Assert.Equal("/sign-in?trouble=provider", (await owner.Get(done)).Headers.Location!.ToString());

        using var again = await clerk.SignedIn();
        Assert.Equal("/account?told=provider-linked", await Through(again, "/account", await Link(again)));
        Assert.Equal("/account?told=provider-taken", await Through(stranger, "/account", await Link(stranger)));
        using var later = house.Visitor();
        await Through(later, "/members");
        Assert.Equal(clerk.Account, await Account(later));
        var page = await again.Text("/account");
        var subject = System.Text.RegularExpressions.Regex.Match(page, "name=\"subject\" value=\"([^\"]+)\"").Groups[1].Value;
        await again.Send("/account", "/account/provider/unlink", ("issuer", provider.Address.ToString().TrimEnd('/')), ("subject", subject));
        using var after = house.Visitor();
        await Through(after, "/members");
        Assert.NotEqual(clerk.Account, after.Session is null ? null : await Account(after));
    }

    [Fact]
    public async Task The_second_step_of_an_account_is_asked_for_also_by_way_of_the_provider()
    {
        var clerk = await house.Clerk();
        await provider.Tell("ok", "careful", "26");
        using var owner = await clerk.SignedIn();
        await Through(owner, "/account", await Link(owner));
        var key = System.Text.RegularExpressions.Regex.Match(await owner.Text("/account/two-step"), "id=\"key\">([A-Z2-7 ]+)<").Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        await owner.Send("/account/two-step", "/account/two-step", ("code", SecondStepTests.Code(key)));

        using var later = house.Visitor();
        Assert.Equal("/sign-in/second?back=%2Fmembers", await Through(later, "/members"));
        Assert.Null(later.Session);
        await later.Send("/sign-in/second", "/sign-in/second", ("code", SecondStepTests.Code(key, 1)));
        Assert.Equal(clerk.Account, await Account(later));
    }

    /// <summary>Where the account's page leads to link the provider.</summary>
    static async Task<string> Link(Visitor visitor) => System.Text.RegularExpressions.Regex.Match(await visitor.Text("/account"), "href=\"(/account/provider\\?from=[^\"]+)\"").Groups[1].Value;

    /// <summary>Goes through the provider and answers with where one ends.</summary>
    async Task<string> Through(Visitor visitor, string back, string? begin = null)
    {
        var answer = await visitor.Get(await Callback(visitor, back, begin));
        var location = answer.Headers.Location!.ToString();
        return location.StartsWith("/sign-in/provider/done", StringComparison.Ordinal) ? (await visitor.Get(location)).Headers.Location!.ToString() : location;
    }

    /// <summary>What the provider sends the browser back with.</summary>
    async Task<string> Callback(Visitor visitor, string back, string? begin = null)
    {
        var next = (await visitor.Get(begin ?? $"/sign-in/provider?back={Uri.EscapeDataString(back)}")).Headers.Location!;
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
        for (var hop = 0; hop < 10; hop++)
        {
            using var answer = await client.GetAsync(next, House.Ct);
            Assert.True(answer.Headers.Location is not null, $"{next}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(House.Ct)}");
            next = new Uri(next, answer.Headers.Location!);
            if (next.AbsolutePath == "/sign-in/provider/back") return next.PathAndQuery;
        }

        throw new InvalidOperationException("The provider leads nowhere.");
    }

    async Task<string> Account(Visitor visitor)
    {
        var protector = Microsoft.AspNetCore.DataProtection.DataProtectionCommonExtensions.CreateProtector(
            house.Services.GetRequiredService<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider>(), "Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationMiddleware", "Identity.Application", "v2");
        var ticket = new Microsoft.AspNetCore.Authentication.TicketDataFormat(protector).Unprotect(visitor.Session!.Value);
        await Task.CompletedTask;
        return JmaActors.Web.Accounts.AccountClaims.Account(ticket!.Principal)!;
    }

    sealed class Provider(Process process, Uri address) : IAsyncDisposable
    {
        readonly HttpClient http = new();

        public Uri Address => address;

        public static async Task<Provider> Start(int port, string redirect)
        {
            var folder = Path.Combine(AppContext.BaseDirectory, "Provider");
            if (!System.IO.Directory.Exists(Path.Combine(folder, "node_modules", "oidc-provider"))) await Run(folder, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
            var start = new ProcessStartInfo("node") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var arg in (string[])["provider.js", $"{port}", redirect]) start.ArgumentList.Add(arg);
            var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(House.Ct);
            for (; ; )
            {
                var line = await process.StandardOutput.ReadLineAsync(House.Ct) ?? throw new InvalidOperationException($"The provider did not start: {await errors}");
                if (line == "ready") return new Provider(process, new Uri($"http://127.0.0.1:{port}"));
            }
        }

        public Task Tell(string mode, string account, string groups, string email = "") =>
            http.GetAsync(new Uri(address, $"/tell?mode={mode}&account={account}&groups={Uri.EscapeDataString(groups)}&email={Uri.EscapeDataString(email)}"), House.Ct);

        public async ValueTask DisposeAsync()
        {
            http.Dispose();
            if (!process.HasExited) process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
        }

        static async Task Run(string folder, string program, params string[] args)
        {
            using var process = Process.Start(new ProcessStartInfo(program, args) { WorkingDirectory = folder })!;
            await process.WaitForExitAsync(House.Ct);
            Assert.Equal(0, process.ExitCode);
        }
    }
}
