using JmaActors.Audit;
using JmaActors.Bank;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>The account somebody's dues are drawn from; null when there is none, or no such person for this caller.</summary>
    public async Task<DebitAccount?> DebitAccount(MemberId id, Caller caller, CancellationToken ct)
    {
        if (await Visible(id, caller, ct).ConfigureAwait(false) is not { } view) return null;
        Require(caller, new Target.KeepDebit(id, view.Membership), "see an account");
        await Look(id, AuditParts.Dues, caller, ct).ConfigureAwait(false);
        return await Ask(DebitOf(id), true, static (g, _, t) => g.Debit(t), ct).ConfigureAwait(false);
    }

    /// <summary>Has somebody's dues drawn from an account. Null when there is no such person for this caller; so in the following.</summary>
    public Task<Answer<bool>?> AgreeDebit(MemberId id, AgreeDebit command, CancellationToken ct) => OnDebit(id, command, command.Caller, static (g, c, t) => g.Agree(c, t), ct);

    public Task<Answer<bool>?> EndDebit(MemberId id, EndDebit command, CancellationToken ct) => OnDebit(id, command, command.Caller, static (g, c, t) => g.End(c, t), ct);

    /// <summary>What an association has had drawn.</summary>
    public Task<IReadOnlyList<DebitBatch>> Debits(AssociationId association, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeeBank(association), "see direct debits");
        return Ask(DebitsOf(association), true, static (g, _, t) => g.Batches(t), ct);
    }

    /// <summary>The lines of a batch; null when there is none.</summary>
    public async Task<IReadOnlyList<DebitLine>?> DebitLines(AssociationId association, string key, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeeBank(association), "see direct debits");
        var lines = await Ask(DebitsOf(association), key, static (g, k, t) => g.Lines(k, t), ct).ConfigureAwait(false);
        if (lines is not null) await Listed(ListKinds.Members, lines.Select(l => l.Member), caller, ct).ConfigureAwait(false);
        return lines;
    }

    /// <summary>The same with the names of the people, for a page; empty when there is none.</summary>
    public async Task<IReadOnlyList<(DebitLine Line, string Name)>> DebitLinesNamed(AssociationId association, string key, Caller caller, CancellationToken ct)
    {
        var lines = await DebitLines(association, key, caller, ct).ConfigureAwait(false) ?? [];
        var names = await NamesOf(lines.Select(l => l.Member), ct).ConfigureAwait(false);
        return [.. lines.Select(l => (l, names.GetValueOrDefault(l.Member.Number) ?? $"{l.Member}"))];
    }

    /// <summary>A batch with the accounts it is drawn from: what the bank is sent. Null when there is none; the accounts of those who agree no more are missing.</summary>
    public async Task<(DebitBatch Batch, IReadOnlyList<(DebitLine Line, DebitAccount? Account)> Lines)?> DebitsToSend(AssociationId association, string key, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.KeepBank(association), "have dues drawn");
        if (await DebitLines(association, key, caller, ct).ConfigureAwait(false) is not { } lines) return null;
        var batch = (await Debits(association, caller, ct).ConfigureAwait(false)).First(b => b.Key == key);
        var accounts = new DebitAccount?[lines.Count];
        await Parallel.ForAsync(0, lines.Count, new ParallelOptions { MaxDegreeOfParallelism = WebLimits.DebitsAtOnce, CancellationToken = ct }, async (i, t) =>
            accounts[i] = await Ask(DebitOf(lines[i].Member), true, static (g, _, c) => g.Debit(c), t).ConfigureAwait(false)).ConfigureAwait(false);
        return (batch, [.. lines.Zip(accounts)]);
    }

    public Task<Answer<DebitBatch>> DrawDebits(AssociationId association, DrawDebits command, CancellationToken ct)
    {
        Require(command.Caller, new Target.KeepBank(association), "have dues drawn");
        return Ask(DebitsOf(association), command, static (g, c, t) => g.Draw(c, t), ct);
    }

    public Task<Answer<DebitBatch>> SettleDebits(AssociationId association, SettleDebits command, CancellationToken ct)
    {
        Require(command.Caller, new Target.KeepBank(association), "have dues drawn");
        return Ask(DebitsOf(association), command, static (g, c, t) => g.Settle(c, t), ct);
    }

    public Task<Answer<DebitBatch>> WithdrawDebits(AssociationId association, WithdrawDebits command, CancellationToken ct)
    {
        Require(command.Caller, new Target.KeepBank(association), "have dues drawn");
        return Ask(DebitsOf(association), command, static (g, c, t) => g.Withdraw(c, t), ct);
    }

    async Task<Answer<bool>?> OnDebit<TCommand>(MemberId id, TCommand command, Caller caller, Func<IDuesDebitGrain, TCommand, CancellationToken, Task<Answer<bool>>> ask, CancellationToken ct)
    {
        if (await Visible(id, caller, ct).ConfigureAwait(false) is not { } view) return null;
        Require(caller, new Target.KeepDebit(id, view.Membership), "have dues drawn from an account");
        return await Ask(DebitOf(view.Id), command, ask, ct).ConfigureAwait(false);
    }

    IDuesDebitGrain DebitOf(MemberId id) => actors.Grain<IDuesDebitGrain>(id.Number);

    IDebitsGrain DebitsOf(AssociationId association) => actors.Grain<IDebitsGrain>(association.Code);
}
