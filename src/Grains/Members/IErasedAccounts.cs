namespace JmaActors.Members;

/// <summary>What is kept of who signs in with an account, beside the account's ledger: a name, an address, passwords, passkeys, logins of providers.</summary>
public interface IErasedAccounts
{
    /// <summary>Deletes all of it and has it overwritten as far as the database can be made to. Of an account that is not there, nothing; doing it again is harmless.</summary>
    Task Forget(string account, CancellationToken ct);
}

/// <summary>For a process that keeps no accounts.</summary>
public sealed class NoErasedAccounts : IErasedAccounts
{
    public Task Forget(string account, CancellationToken ct) => Task.CompletedTask;
}
