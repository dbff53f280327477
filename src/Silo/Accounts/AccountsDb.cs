using JmaActors.Web.Accounts;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace JmaActors.Accounts;

/// <summary>Accounts and the keys that seal their cookies: tables of their own, in either database.</summary>
public sealed class AccountsDb(DbContextOptions<AccountsDb> options) : IdentityUserContext<Account>(options), IDataProtectionKeyContext
{
    /// <summary>The schema in PostgreSQL; SQLite has a file instead.</summary>
    public const string Schema = "jma_accounts";

    const int NameMost = 200, LanguageMost = 8;

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        if (Database.IsNpgsql()) builder.HasDefaultSchema(Schema);
        builder.Entity<Account>(account =>
        {
            account.ToTable("account");
            account.Property(a => a.Name).HasMaxLength(NameMost);
            account.Property(a => a.Language).HasMaxLength(LanguageMost);
        });
        builder.Entity<IdentityUserClaim<string>>().ToTable("account_claim");
        builder.Entity<IdentityUserLogin<string>>().ToTable("account_login");
        builder.Entity<IdentityUserToken<string>>().ToTable("account_token");
        builder.Entity<IdentityUserPasskey<string>>().ToTable("account_passkey");
        builder.Entity<DataProtectionKey>().ToTable("cookie_key");
    }
}
