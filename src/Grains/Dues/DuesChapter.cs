using System.Globalization;
using JmaActors.Ledgers;
using JmaActors.Records;

namespace JmaActors.Dues;

/// <summary>How a person's dues are told.</summary>
sealed class DuesChapter(DuesLedger ledger, LedgerPast past) : Chapter<DuesState, DuesEvent>(RecordChapters.Dues, ledger, past)
{
    public override IReadOnlyList<string> Facts { get; } = ["assessed", "received", "open", "free", "refunded", "reduction", "until", "reminded", "held-until"];

    protected override ValueTask<IReadOnlyList<string>> Keys(Telling telling, CancellationToken ct) => new([telling.Member.Number.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>That the record moved and was followed is told by the record itself and by what was reckoned anew.</summary>
    protected override Look? At(DuesState state, DuesEvent e, Telling telling, bool done)
    {
        if (e is RecordMoved or RecordFollowed) return null;
        var reduction = state.Reductions.Find(r => r.Key == (e as DuesReduced)?.Key || r.Key == (e as ReductionEnded)?.Key);
        return new Look().Add("assessed", state.Accounts.Sum(a => a.Assessed - a.Credited)).Add("received", state.Accounts.Sum(a => a.Paid)).Add("open", state.Accounts.Sum(a => a.Open))
            .Add("free", state.Free).Add("refunded", state.Refunded).Add("reduction", reduction?.Kind).Add("until", reduction?.Until)
            .Add("reminded", e is DuesReminded reminded ? reminded.Step : null).Add("held-until", state.Hold?.Until);
    }

    protected override Said Of(DuesState state, DuesEvent e, string key, long version, Telling telling) => e switch
    {
        DuesAssessed a => new Said(Year(a.Year)),
        StatementPosted p => new Said(Year(p.Year)),
        DuesPaid p => new Said(p.Reference),
        PaymentReversed r => new Said(r.Key, r.Reason),
        DuesRefunded r => new Said(r.Key, r.Reason),
        DuesLessened l => new Said(Year(l.Account.Year.Year), l.Reason),
        ReductionEnded r => new Said(r.Key, r.Reason),
        DuesReduced r => new Said(r.Key),
        DuesReminded r => new Said(r.Via),
        RemindersHeld h => new Said("", h.Reason),
        RemindersResumed r => new Said("", r.Reason),
        DuesDrawn d => new Said(d.By),
        DuesDebitEnded d => new Said("", d.Reason),
        _ => new Said(""),
    };

    static string Year(int year) => new FiscalYear(year).ToString();
}
