using System.Data.Common;
using JmaActors.Members;
using Microsoft.EntityFrameworkCore;

namespace JmaActors.Accounts;

/// <summary><see cref="IErasedAccounts"/> over the stores.</summary>
public sealed class ErasedAccounts(IServiceScopeFactory scopes) : IErasedAccounts
{
    const string Vacuum = $"VACUUM {AccountsDb.Schema}.account, {AccountsDb.Schema}.account_claim, {AccountsDb.Schema}.account_login, {AccountsDb.Schema}.account_token, {AccountsDb.Schema}.account_passkey";

    public async Task Forget(string account, CancellationToken ct)
    {
        try
        {
            await Reached(account, ct);
        }
        catch (DbException e)
        {
            throw new TryAgainException("The accounts cannot be reached; send the same again.", e);
        }
    }

    async Task Reached(string account, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        // One connection from here on: what is set for it holds until the end.
        await db.Database.OpenConnectionAsync(ct);
        var embedded = db.Database.IsSqlite();
        if (embedded) await db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete = ON", ct);
        await Delete(db, account, ct);
        if (embedded) await Empty(db, ct);
        else await db.Database.ExecuteSqlRawAsync(Vacuum, ct);
    }

    /// <summary>Brings the log into the file and empties it: pages of before stand in it until then.</summary>
    static async Task Empty(AccountsDb db, CancellationToken ct)
    {
        await using var checkpoint = db.Database.GetDbConnection().CreateCommand();
        checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        if (await checkpoint.ExecuteScalarAsync(ct) is not 0L) throw new TryAgainException("The accounts are being read; what was deleted is overwritten when this is asked again.");
    }

    static async Task Delete(AccountsDb db, string account, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.UserClaims.Where(r => r.UserId == account).ExecuteDeleteAsync(ct);
        await db.UserLogins.Where(r => r.UserId == account).ExecuteDeleteAsync(ct);
        await db.UserTokens.Where(r => r.UserId == account).ExecuteDeleteAsync(ct);
        await db.UserPasskeys.Where(r => r.UserId == account).ExecuteDeleteAsync(ct);
        await db.Users.Where(r => r.Id == account).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
