using JmaActors.Policies;

namespace JmaActors.Credits;

/// <summary>What holding another record's entries would come to. Pure.</summary>
static class LoanTrials
{
    public static LoanTrial Of(CreditLedgerState state, MemberId of, CreditEntry[] entries, DateOnly on, DateOnly? licensedOn, PolicyBook book)
    {
        var held = new CreditTable();
        foreach (var entry in entries) held.Put(entry.Key, Item(entry));
        var trial = new CreditLedgerState { Held = new(state.Held ?? []) { [of.Number] = new HeldCredits("", held) } };
        foreach (var (key, item) in state.Entries) trial.Put(key, item);
        var union = CreditUnion.Of(trial);
        var shared = union.Shared.Select(key => union.State.Find(key)! with { Of = union.OriginOf(key) is var (number, _) ? new MemberId(number) : null })
            .OrderByDescending(e => e.Date).ThenBy(e => e.Key, StringComparer.Ordinal);
        return new LoanTrial(
            CmeRules.Standing(state.Whole.Facts, on, book, licensedOn),
            CmeRules.Standing(union.State.Facts, on, book, licensedOn),
            state.Entries.Count,
            entries.Length,
            union.Shared.Count,
            [.. shared.Take(CreditLimits.SharedShown)],
            SchemeTotals.Of(union.State, on, book));
    }

    /// <summary>The entry as a ledger keeps it.</summary>
    static CreditItem Item(CreditEntry e) => new(
        e.Method, e.State, e.Code.Number, (short)e.Talk, e.Settled, e.Units.Tenths, e.Date, e.Title, e.Reason, e.Version, e.Scheme, e.Web,
        (e.CorrectedBy is null ? CreditLink.None : CreditLink.Corrected) | (e.Corrects is null ? CreditLink.None : CreditLink.Corrects));
}
