using JmaActors.Composition;
using JmaActors.Members;
using JmaActors.Web.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace JmaActors.Accounts;

/// <summary>Where accounts are kept: a file of their own beside the journal, or a schema of their own in PostgreSQL, which all nodes share with the keys of their cookies.</summary>
public static partial class AccountStores
{
    /// <summary>Any number, the same on every node: they make the tables one after the other.</summary>
    const long MakingTables = 0x6A6D_6163_6374;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Registers the stores. A process without a site gets what it needs to make the first accounts.</summary>
    public static void AddAccountStores(this IServiceCollection services, SiloSettings settings)
    {
        services.AddDbContext<AccountsDb>(o => Choose(o, settings));
        services.AddSingleton(s => AccountsKey.Find(s.GetService<IConfiguration>()?[AccountsKey.Setting], settings));
        services.AddAccounts().AddUserStore<SealedAccountStore>();
        SealedCookieKeys.Use(services);
        services.AddDataProtection().SetApplicationName("JmaActors").PersistKeysToDbContext<AccountsDb>();
        services.AddScoped<IAccountBook, AccountBook>();
        services.AddSingleton<IErasedAccounts, ErasedAccounts>();
    }

    /// <summary>Makes the tables where they are missing.</summary>
    /// <exception cref="InvalidOperationException">What lies there was sealed under another key.</exception>
    public static async Task EnsureTables(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        if (db.Database.IsNpgsql()) await EnsurePostgres(db, ct);
        else await EnsureSqlite(db, ct);
        await Seal(scope.ServiceProvider, db, ct);
    }

    /// <summary>What lies there in clear is sealed, or let go; one node after the other, so that two with different keys do not both begin.</summary>
    static async Task Seal(IServiceProvider services, AccountsDb db, CancellationToken ct)
    {
        var key = services.GetRequiredService<AccountsKey>();
        if (!key.Seals) NotSealed(services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(AccountStores)), AccountsKey.Setting);
        await InTurn(db, async () =>
        {
            await SealedCookieKeys.Check(db, key, ct);
            if (!key.Seals) return;
            await SealedCookieKeys.Drop(db, ct);
            await SealedAccountStore.SealAll(db, key, ct);
        }, ct);
        if (!key.Seals) return;
        await InTurn(db, async () =>
        {
            await SealedCookieKeys.Check(db, key, ct);
            SealedCookieKeys.Make(services);
        }, ct);
    }

    /// <summary>Does something while no other node does. A file has one node.</summary>
    static async Task InTurn(AccountsDb db, Func<Task> work, CancellationToken ct)
    {
        if (!db.Database.IsNpgsql())
        {
            await work();
            return;
        }
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({MakingTables})", ct);
        await work();
        await transaction.CommitAsync(ct);
    }

    [LoggerMessage(6320, LogLevel.Warning, "Keys of cookies and secrets of second steps lie in the database unsealed: set {Setting} to the same 32 bytes in base64 on every node")]
    static partial void NotSealed(ILogger log, string setting);

    static void Choose(DbContextOptionsBuilder options, SiloSettings settings)
    {
        if (settings.Postgres is { } connection)
        {
            var own = new NpgsqlConnectionStringBuilder(connection) { ApplicationName = "jma-accounts", Timeout = (int)Patience.TotalSeconds, CommandTimeout = (int)Patience.TotalSeconds };
            options.UseNpgsql(own.ConnectionString);
        }
        else
        {
            options.UseSqlite($"Data Source={FileIn(settings.Data)};Default Timeout={(int)Patience.TotalSeconds}");
        }
    }

    static string FileIn(string data) => Path.Combine(data, "accounts.db");

    static async Task EnsureSqlite(AccountsDb db, CancellationToken ct)
    {
        var file = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (!File.Exists(file) && !OperatingSystem.IsWindows())
        {
            // Before the database writes its first byte: hashes and keys are nobody else's to read.
            await using (new FileStream(file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite })) { }
        }

        await db.Database.EnsureCreatedAsync(ct);
    }

    static Task EnsurePostgres(AccountsDb db, CancellationToken ct) => InTurn(db, async () =>
    {
        var there = await db.Database.SqlQuery<bool>($"SELECT to_regclass('jma_accounts.account') IS NOT NULL AS \"Value\"").SingleAsync(ct);
        if (there) return;
        // Braces in the script are its own.
        var script = db.Database.GenerateCreateScript().Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
        await db.Database.ExecuteSqlRawAsync(script, ct);
    }, ct);
}

/// <summary><see cref="IAccountBook"/> over the stores.</summary>
sealed class AccountBook(AccountsDb db) : IAccountBook
{
    public async Task<IReadOnlyDictionary<string, AccountName>> Names(IReadOnlyCollection<string> ids, CancellationToken ct) =>
        await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => new AccountName(u.Name, u.UserName ?? ""), ct);
}
