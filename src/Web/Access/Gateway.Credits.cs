using JmaActors.Audit;
using JmaActors.Credits;
using JmaActors.Ledgers;
using JmaActors.Members;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>Records credit. Null when there is no such person for this caller.</summary>
    public Task<Answer<CreditEntry>?> Accrue(MemberId id, AccrueCredit command, CancellationToken ct) =>
        SeesAll(command.Caller) && _people.ContainsKey(id) ? AskAccrue(id, command, ct) : AccrueWithin(id, command, ct);

    /// <summary>Posts or voids an entry. Null when there is no such person for this caller.</summary>
    public async Task<Answer<CreditEntry>?> Settle(MemberId id, SettleCredit command, CancellationToken ct)
    {
        if (await Seen(id, command.Caller, ct).ConfigureAwait(false) is not { } membership) return null;
        if (!SeesAll(command.Caller)) Require(command.Caller, new Target.SettleCredit(id, membership), "settle credit");
        return await Ask(Credits(id), command, static (g, c, t) => g.Settle(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>CME standing on a date; null when there is no such person for this caller.</summary>
    public async Task<CmeStanding?> Cme(MemberId id, DateOnly on, Caller caller, CancellationToken ct)
    {
        if (!await Opens(id, AuditParts.Credits, caller, ct).ConfigureAwait(false)) return null;
        return await Ask(Credits(await Lead(id, ct).ConfigureAwait(false)), (on, caller), static (g, w, t) => g.Cme(w.on, w.caller, t), ct).ConfigureAwait(false);
    }

    /// <summary>Entries, newest date first; null when there is no such person for this caller.</summary>
    public async Task<CreditPage?> Entries(MemberId id, string? after, Caller caller, CancellationToken ct)
    {
        if (!await Opens(id, AuditParts.Credits, caller, ct).ConfigureAwait(false)) return null;
        return await Ask(Credits(await Lead(id, ct).ConfigureAwait(false)), (after, caller), static (g, w, t) => g.Entries(w.after, w.caller, t), ct).ConfigureAwait(false);
    }

    /// <summary>Every event of the credit ledger after <paramref name="after"/>; null when there is no such person for this caller.</summary>
    public async Task<IReadOnlyList<HistoryLine>?> CreditHistory(MemberId id, long after, Caller caller, CancellationToken ct)
    {
        if (!await Opens(id, AuditParts.Credits | AuditParts.History, caller, ct).ConfigureAwait(false)) return null;
        return await Ask(Credits(id), (after, caller), static (g, w, t) => g.History(w.after, w.caller, t), ct).ConfigureAwait(false);
    }

    ICreditLedgerGrain Credits(MemberId id) => actors.Grain<ICreditLedgerGrain>(id.Number);

    Task<Answer<CreditEntry>?> AskAccrue(MemberId id, AccrueCredit command, CancellationToken ct) =>
        Do(Credits(id), command, static (g, c, t) => g.Accrue(c, t), ct)!;

    async Task<Answer<CreditEntry>?> AccrueWithin(MemberId id, AccrueCredit command, CancellationToken ct)
    {
        if (await Seen(id, command.Caller, ct).ConfigureAwait(false) is not { } membership) return null;
        if (!SeesAll(command.Caller)) Require(command.Caller, new Target.ReportCredit(id, membership, command.Post), "report credit");
        return await AskAccrue(id, command, ct).ConfigureAwait(false);
    }
}
