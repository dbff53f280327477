using JmaActors.Ledgers;

namespace JmaActors.Credits;

/// <summary>What a correction would come to, found by deciding it on a copy. Pure.</summary>
static class CorrectionTrials
{
    public static CorrectionTrial Of(CreditLedgerState ledgers, Correction correction, Deciding deciding, CreditLedger ledger)
    {
        // What counts for the person, entries of merged records among it.
        var state = ledgers.Whole;
        var today = Time.Tokyo.DateOf(deciding.Now);
        var before = CmeRules.Standing(state.Facts, today, ledger.Book, correction.LicensedOn);
        var schemes = SchemeTotals.Of(state, today, ledger.Book);
        var decision = ledger.Correct(state, correction, deciding);
        if (decision.Count == 0) return new CorrectionTrial(decision.Refusal, before, before, schemes, schemes);
        var copy = new CreditLedgerState();
        foreach (var (key, item) in state.Entries) copy.Put(key, item);
        ledger.Evolve(copy, decision[0], new EventMeta(deciding.Version + 1, deciding.Now, today, deciding.Caller, decision.Edition, null, 0));
        return new CorrectionTrial(
            null, before, CmeRules.Standing(copy.Facts, today, ledger.Book, correction.LicensedOn), schemes, SchemeTotals.Of(copy, today, ledger.Book));
    }
}
