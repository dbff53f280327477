using JmaActors.Dues;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Policies;
using JmaActors.Rosters;
using JmaActors.Time;

namespace JmaActors.Bank;

/// <summary>What one association has drawn; see <see cref="IDebitsGrain"/>. Amounts are read from the books before the decision.</summary>
[GrainType(DebitsLedger.Name)]
sealed class DebitsGrain(LedgerServices services, DebitsLedger ledger, IBankIndex index, PolicyBook book) : LedgerGrain<DebitsState, DebitsEvent>(services, ledger), IDebitsGrain
{
    const int AtOnce = 64;

    public async Task<Answer<DebitBatch>> Draw(DrawDebits command, CancellationToken ct)
    {
        var fresh = !State.Batches.ContainsKey(command.Key) && DebitsDecider.Fault(command, Tokyo.DateOf(Now)) is null;
        var kept = fresh && (await index.Accounts(new AssociationId(Key), ct).OrTryAgain()).Any(a => a.Account == command.Account.Text);
        var due = kept ? await Due(command.Until, ct) : [];
        return await Commit((command, due, kept, book.Dues(Tokyo.DateOf(Now))), command.Caller, DebitsDecider.Draw, static (state, asked) => DebitsDecider.Shown(asked.command.Key, state.Batches[asked.command.Key]), ct);
    }

    public Task<Answer<DebitBatch>> Settle(SettleDebits command, CancellationToken ct) =>
        Commit(command, command.Caller, DebitsDecider.Settle, static (state, c) => DebitsDecider.Shown(c.Key, state.Batches[c.Key]), ct);

    public Task<Answer<DebitBatch>> Withdraw(WithdrawDebits command, CancellationToken ct) =>
        Commit(command, command.Caller, DebitsDecider.Withdraw, static (state, c) => DebitsDecider.Shown(c.Key, state.Batches[c.Key]), ct);

    public Task<IReadOnlyList<DebitBatch>> Batches(CancellationToken ct) =>
        Durable<IReadOnlyList<DebitBatch>>([.. State.Batches.OrderByDescending(b => b.Value.Day).ThenBy(b => b.Key, StringComparer.Ordinal).Select(b => DebitsDecider.Shown(b.Key, b.Value))]);

    public Task<IReadOnlyList<DebitLine>?> Lines(string key, CancellationToken ct) => Durable<IReadOnlyList<DebitLine>?>(
        State.Batches.GetValueOrDefault(key) is { } batch ? [.. batch.Lines.Select(l => new DebitLine(new MemberId(l.Key), new Yen(l.Value.Yen), l.Value.Result))] : null);

    /// <summary>What is open up to a date of everybody who lets dues be drawn and pays through the association.</summary>
    async Task<IReadOnlyList<DebitDrawn>> Due(DateOnly until, CancellationToken ct)
    {
        var association = new AssociationId(Key);
        var people = await index.Drawn(association, DebitLimits.Lines + 1, ct).OrTryAgain();
        var due = new DebitDrawn[people.Count];
        await SideBySide.Do([.. Enumerable.Range(0, people.Count)], AtOnce, async i =>
        {
            var view = await GrainFactory.GetGrain<IDuesGrain>(people[i]).Read(Caller.System, ct);
            var open = view.Statements.Where(s => s.Posted is not null).SelectMany(s => s.Accounts).Where(a => a.Due <= until && a.Open > Yen.Zero);
            due[i] = new DebitDrawn(people[i], open.Where(a => a.Id.IsDrawnBy(association)).Sum(a => a.Open.Amount));
        });
        return due;
    }
}
