using System.Net;

namespace JmaActors.Tests.SignIn;

/// <summary>What the first start makes and prints, by real processes.</summary>
public sealed class FirstStartTests
{
    [Fact]
    public async Task The_demonstration_has_an_account_of_each_role_with_passwords_of_its_own_which_hold_after_a_restart()
    {
        await using var site = new SiteProcess(signIn: true);
        await using var other = new SiteProcess(signIn: true);
        await Task.WhenAll(site.Start(), other.Start());
        var (accounts, elsewhere) = (Read(site.Accounts()), Read(other.Accounts()));

        Assert.Equal(13, accounts.Count);
        Assert.Equal(accounts.Keys.Order(), elsewhere.Keys.Order());
        Assert.Empty(accounts.Values.Intersect(elsewhere.Values));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(site.AccountsFile));
        foreach (var (address, password) in accounts)
        {
            using var visitor = new Visitor(site.Address);
            Assert.Equal(HttpStatusCode.Redirect, (await visitor.SignIn(address, password)).StatusCode);
        }

        await site.Kill();
        await site.Start();
        Assert.Equal(accounts, Read(site.Accounts()));
        using var again = new Visitor(site.Address);
        Assert.Equal(HttpStatusCode.Redirect, (await again.SignIn("operator@demo.example", accounts["operator@demo.example"])).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await again.Status("/api/v1/members"));
    }

    [Fact]
    public async Task Without_a_demonstration_there_is_one_administrator_whose_first_password_only_chooses_another()
    {
        await using var site = new SiteProcess(signIn: true, empty: true);
        await site.Start();
        var (address, password) = Assert.Single(Read(site.Accounts()));
        using var visitor = new Visitor(site.Address);

        Assert.Equal("administrator@localhost", address);
        await visitor.SignIn(address, password);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Redirect), (await visitor.Status("/api/v1/members"), await visitor.Status("/")));
        await visitor.Send("/account/password", "/account/password", ("before", password), ("password", "quiet river stone 7"), ("again", "quiet river stone 7"));
        Assert.Equal(HttpStatusCode.OK, await visitor.Status("/api/v1/operations/parked"));
        using var late = new Visitor(site.Address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await late.SignIn(address, password)).StatusCode);
    }

    [Fact]
    public async Task A_first_start_that_breaks_before_the_passwords_are_kept_has_made_nobody_and_the_next_completes_it()
    {
        await using var site = new SiteProcess(signIn: true, empty: true);
        System.IO.Directory.CreateDirectory(site.AccountsFile);
        await Assert.ThrowsAsync<InvalidOperationException>(site.Start);
        System.IO.Directory.Delete(site.AccountsFile);
        await site.Kill();

        await site.Start();
        var (address, password) = Assert.Single(Read(site.Accounts()));
        using var visitor = new Visitor(site.Address);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SignIn(address, password)).StatusCode);
    }

    [Fact]
    public async Task A_first_start_that_breaks_between_account_and_function_is_completed_by_the_next_with_the_same_password()
    {
        await using var site = new SiteProcess(signIn: true, empty: true);
        await site.Start();
        var first = Read(site.Accounts());
        await site.Kill();
        // The account is there, and its ledger is as if the process had ended before it: both are files of their own.
        foreach (var file in System.IO.Directory.GetFiles(site.Folder, "*.db*").Where(f => !Path.GetFileName(f).StartsWith("accounts.db", StringComparison.Ordinal))) File.Delete(file);

        await site.Start();
        Assert.Equal(first, Read(site.Accounts()));
        var (address, password) = Assert.Single(first);
        using var visitor = new Visitor(site.Address);
        await visitor.SignIn(address, password);
        await visitor.Send("/account/password", "/account/password", ("before", password), ("password", "quiet river stone 7"), ("again", "quiet river stone 7"));
        Assert.Equal(HttpStatusCode.OK, await visitor.Status("/api/v1/operations/parked"));
    }

    static Dictionary<string, string> Read(string accounts) => accounts.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(l => l.Length > 2 && l[0].Contains('@', StringComparison.Ordinal)).ToDictionary(l => l[0], l => l[1]);
}
