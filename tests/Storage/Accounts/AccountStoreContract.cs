using JmaActors.Accounts;
using JmaActors.Composition;
using JmaActors.Members;
using JmaActors.Web.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace JmaActors.Tests.Storage.Accounts;

/// <summary>Accounts, passkeys and cookie keys in their own tables; each database runs all of it.</summary>
public abstract class AccountStoreContract : IAsyncLifetime
{
    readonly string folder = System.IO.Directory.CreateTempSubdirectory("jma-accounts-").FullName;
    ServiceProvider services = null!;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected string Folder => folder;

    protected abstract Task<string?> Connection();

    public virtual async ValueTask InitializeAsync() => services = await Node();

    public virtual async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_account_is_found_by_its_address_however_it_is_written_and_there_is_one()
    {
        var id = await Made("Hanako@Example.org");

        await using var scope = services.CreateAsyncScope();
        var users = Users(scope);
        Assert.Equal(id, (await users.FindByNameAsync("hanako@example.ORG"))!.Id);
        Assert.True(await users.CheckPasswordAsync((await users.FindByIdAsync(id))!, "correct horse battery"));
        Assert.False((await users.CreateAsync(new Account { UserName = "HANAKO@example.org", Email = "HANAKO@example.org" }, "correct horse battery")).Succeeded);
        var names = await scope.ServiceProvider.GetRequiredService<IAccountBook>().Names([id, "nobody"], Ct);
        Assert.Equal(new AccountName("名前", "Hanako@Example.org"), Assert.Single(names).Value);
    }

    [Fact]
    public async Task Second_step_recovery_codes_lockout_and_logins_are_kept()
    {
        var id = await Made("taro@example.org");
        IEnumerable<string> codes;
        await using (var scope = services.CreateAsyncScope())
        {
            var users = Users(scope);
            var user = (await users.FindByIdAsync(id))!;
            await users.ResetAuthenticatorKeyAsync(user);
            await users.SetTwoFactorEnabledAsync(user, true);
            codes = (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, 3))!;
            await users.AddLoginAsync(user, new UserLoginInfo("https://issuer.example", "sub", "x"));
            for (var i = 0; i < SignInLimits.Failures; i++) await users.AccessFailedAsync(user);
        }

        await using var later = services.CreateAsyncScope();
        var again = Users(later);
        var kept = (await again.FindByLoginAsync("https://issuer.example", "sub"))!;
        Assert.Equal((id, true), (kept.Id, kept.TwoFactorEnabled));
        Assert.True(await again.IsLockedOutAsync(kept));
        Assert.NotNull(await again.GetAuthenticatorKeyAsync(kept));
        Assert.True((await again.RedeemTwoFactorRecoveryCodeAsync(kept, codes.First())).Succeeded);
        Assert.False((await again.RedeemTwoFactorRecoveryCodeAsync(kept, codes.First())).Succeeded);
    }

    [Fact]
    public async Task A_passkey_is_kept_found_and_removed()
    {
        var id = await Made("key@example.org");
        byte[] credential = [1, 2, 3, 4];
        await using (var scope = services.CreateAsyncScope())
        {
            var users = Users(scope);
            var key = new UserPasskeyInfo(credential, [5], new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero), 1, ["internal"], true, true, false, [6], [7]) { Name = "Phone" };
            Assert.True((await users.AddOrUpdatePasskeyAsync((await users.FindByIdAsync(id))!, key)).Succeeded);
        }

        await using var later = services.CreateAsyncScope();
        var again = Users(later);
        var user = (await again.FindByPasskeyIdAsync(credential))!;
        Assert.Equal((id, "Phone"), (user.Id, (await again.GetPasskeysAsync(user)).Single().Name));
        await again.RemovePasskeyAsync(user, credential);
        Assert.Null(await again.FindByPasskeyIdAsync(credential));
    }

    [Fact]
    public async Task What_one_node_has_sealed_another_opens()
    {
        var sealedText = services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("cookie");
        await using var other = await Node();

        Assert.Equal("cookie", other.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(sealedText));
    }

    [Fact]
    public async Task Secrets_of_second_steps_and_keys_of_cookies_lie_sealed_each_for_its_own()
    {
        var (id, other) = (await Made("sealed@example.org"), await Made("other@example.org"));
        services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("cookie");

        await using var scope = services.CreateAsyncScope();
        var (users, db) = (Users(scope), scope.ServiceProvider.GetRequiredService<AccountsDb>());
        var user = (await users.FindByIdAsync(id))!;
        await users.ResetAuthenticatorKeyAsync(user);
        var codes = (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, 3))!.ToList();
        var secret = (await users.GetAuthenticatorKeyAsync(user))!;
        var kept = await db.UserTokens.AsNoTracking().Where(t => t.UserId == id).ToListAsync(Ct);
        Assert.Equal(2, kept.Count);
        Assert.All(kept, t => Assert.All([secret, .. codes], clear => Assert.DoesNotContain(clear, t.Value, StringComparison.Ordinal)));
        Assert.Equal(3, await users.CountRecoveryCodesAsync(user));
        Assert.All(await db.DataProtectionKeys.Select(k => k.Xml!).ToListAsync(Ct), xml => Assert.DoesNotContain("masterKey", xml, StringComparison.Ordinal));

        // Put beside somebody else's account it opens nothing.
        db.UserTokens.Add(new IdentityUserToken<string> { UserId = other, LoginProvider = kept[0].LoginProvider, Name = kept[0].Name, Value = kept[0].Value });
        await db.SaveChangesAsync(Ct);
        await using var later = services.CreateAsyncScope();
        var store = (IUserAuthenticationTokenStore<Account>)later.ServiceProvider.GetRequiredService<IUserStore<Account>>();
        var stranger = (await Users(later).FindByIdAsync(other))!;
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.GetTokenAsync(stranger, kept[0].LoginProvider, kept[0].Name, Ct));
    }

    [Fact]
    public async Task What_lay_in_clear_before_there_was_a_key_is_sealed_or_let_go_by_the_next_start()
    {
        var id = await Made("before@example.org");
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
            await Users(scope).ResetAuthenticatorKeyAsync((await Users(scope).FindByIdAsync(id))!);
            (await db.UserTokens.SingleAsync(t => t.UserId == id, Ct)).Value = "JBSWY3DPEHPK3PXP";
            db.DataProtectionKeys.Add(new() { FriendlyName = "key-clear", Xml = "<key><masterKey>clear</masterKey></key>" });
            await db.SaveChangesAsync(Ct);
        }

        await using var node = await Node();
        await using var later = node.CreateAsyncScope();
        var kept = later.ServiceProvider.GetRequiredService<AccountsDb>();
        Assert.StartsWith("sealed:", (await kept.UserTokens.SingleAsync(t => t.UserId == id, Ct)).Value, StringComparison.Ordinal);
        Assert.Equal("JBSWY3DPEHPK3PXP", await Users(later).GetAuthenticatorKeyAsync((await Users(later).FindByIdAsync(id))!));
        // The framework opens it by this name, which therefore stays.
        Assert.All(await kept.DataProtectionKeys.Select(k => k.Xml!).ToListAsync(Ct), xml => Assert.Contains("\"JmaActors.Accounts.SealedCookieKeys+Opener, JmaActors.Silo, ", xml, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_node_with_another_key_does_not_begin()
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => Node(Convert.ToBase64String(new byte[32])));
        Assert.Contains(AccountsKey.Setting, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Making_the_tables_again_and_from_many_nodes_at_once_changes_nothing()
    {
        var id = await Made("first@example.org");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AccountStores.EnsureTables(services, Ct)));

        await using var scope = services.CreateAsyncScope();
        Assert.NotNull(await Users(scope).FindByIdAsync(id));
    }

    [Fact]
    public async Task A_forgotten_account_leaves_nothing_of_who_signed_in_with_it_and_others_stay()
    {
        var (id, other) = (await Made("erased@example.org", "消去希望之助"), await Made("stays@example.org"));
        await using (var scope = services.CreateAsyncScope())
        {
            var users = Users(scope);
            var user = (await users.FindByIdAsync(id))!;
            await users.AddLoginAsync(user, new UserLoginInfo("https://issuer.example", "erased-sub", "x"));
            await users.ResetAuthenticatorKeyAsync(user);
            await users.AddOrUpdatePasskeyAsync(user, new UserPasskeyInfo([9, 9], [5], DateTimeOffset.UnixEpoch, 1, [], true, true, false, [6], [7]) { Name = "Phone" });
        }

        for (var again = 0; again < 2; again++) await services.GetRequiredService<IErasedAccounts>().Forget(id, Ct);

        await using var later = services.CreateAsyncScope();
        Assert.Null(await Users(later).FindByIdAsync(id));
        Assert.Null(await Users(later).FindByNameAsync("erased@example.org"));
        Assert.Null(await Users(later).FindByLoginAsync("https://issuer.example", "erased-sub"));
        Assert.Null(await Users(later).FindByPasskeyIdAsync([9, 9]));
        Assert.NotNull(await Users(later).FindByIdAsync(other));
        foreach (var path in System.IO.Directory.EnumerateFiles(folder, "accounts.db*"))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            await file.CopyToAsync(copy, Ct);
            foreach (var text in new[] { "消去希望之助", "erased@example.org", "erased-sub" })
            {
                Assert.True(copy.ToArray().AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) < 0, $"{Path.GetFileName(path)} holds {text}.");
            }
        }
    }

    async Task<string> Made(string address, string name = "名前")
    {
        await using var scope = services.CreateAsyncScope();
        var account = new Account { UserName = address, Email = address, Name = name };
        var made = await Users(scope).CreateAsync(account, "correct horse battery");
        Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(e => e.Code)));
        return account.Id;
    }

    static UserManager<Account> Users(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<UserManager<Account>>();

    /// <summary>Where nodes share a database the setting is the same on all of them.</summary>
    protected virtual string? Key => null;

    async Task<ServiceProvider> Node(string? key = null)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton(TimeProvider.System);
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new(AccountsKey.Setting, key ?? Key)]).Build());
        collection.AddAccountStores(new SiloSettings { Data = folder, Postgres = await Connection() });
        collection.Configure<PasswordHasherOptions>(o => o.IterationCount = 1_000);
        var node = collection.BuildServiceProvider();
        await AccountStores.EnsureTables(node, Ct);
        return node;
    }
}

public sealed class SqliteAccountStoreTests : AccountStoreContract
{
    protected override Task<string?> Connection() => Task.FromResult<string?>(null);

    [Fact]
    public void Only_its_owner_reads_the_file()
    {
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Folder, "accounts.db")));
    }
}

public sealed class PostgresAccountStoreTests : AccountStoreContract
{
    Support.TestDatabase? database;

    protected override string? Key { get; } = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));

    protected override async Task<string?> Connection() => (database ??= await Support.TestDatabase.Create()).ConnectionString;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Npgsql.NpgsqlConnection.ClearAllPools();
        if (database is not null) await database.DisposeAsync();
    }
}
