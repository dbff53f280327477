using System.Globalization;
using JmaActors.Ledgers;
using JmaActors.Records;

namespace JmaActors.Credits;

/// <summary>How a person's study credits are told: entry by entry, what it was and what it became.</summary>
sealed class CreditChapter(CreditLedger ledger, LedgerPast past) : Chapter<CreditLedgerState, CreditEvent>(RecordChapters.Credits, ledger, past)
{
    public override IReadOnlyList<string> Facts { get; } = ["state", "units", "scheme", "code", "subject", "date", "method", "web", "score", "document", "source", "host", "other", "entries"];

    protected override ValueTask<IReadOnlyList<string>> Keys(Telling telling, CancellationToken ct) => new([telling.Member.Number.ToString(CultureInfo.InvariantCulture)]);

    protected override Look At(CreditLedgerState state, CreditEvent e, Telling telling, bool done)
    {
        var look = new Look();
        if (Loan(e) is var (other, entries)) return done ? look.Add("other", new MemberId(other).ToString()).Add("entries", entries == 0 ? null : entries) : look;
        // A correction is told as one thing that changed: the wrong entry before it, what stands in its place after it.
        if (state.Find(e is CreditCorrected c && done ? c.By : e.Key) is not { } entry) return look;
        var cme = entry.Scheme == CreditScheme.Cme;
        look.Add<CreditState>("state", entry.State).Add("units", entry.Units.Value).Add<CreditScheme>("scheme", entry.Scheme)
            .Add("code", cme ? entry.Code.Number : null).Add("subject", cme ? null : entry.Code.Number)
            .Add("date", entry.Date).Add<CreditMethod>("method", entry.Method).Add("web", entry.Web ? "yes" : null);
        if (e is CreditProved proved && done) look.Add("score", proved.Score).Add("document", proved.Document ?? (proved.Sha256 is null ? null : "file"));
        if (e is CreditSourced sourced && done) look.Add<CreditSource>("source", sourced.Source).Add("host", sourced.Host.Length > 0 ? sourced.Host : null);
        return look;
    }

    /// <summary>Which other record of the same person entries came from or went to, and how many; null for any other event.</summary>
    static (long Other, int Entries)? Loan(CreditEvent e) => e switch
    {
        CreditsLent l => (l.To, l.Count),
        CreditsHeld h => (h.Of, h.Entries.Count),
        CreditsGivenBack b => (b.Of, 0),
        _ => null,
    };

    protected override Said Of(CreditLedgerState state, CreditEvent e, string key, long version, Telling telling)
    {
        var title = state.Find(e.Key)?.Title ?? "";
        switch (e)
        {
            case CreditOpened or CreditAccrued:
                telling.Made[e.Key] = version;
                return new Said(title);
            case CreditVoided voided:
                return new Said(title, voided.Reason);
            case CreditCorrected corrected:
                telling.Made[corrected.By] = version;
                return new Said(title, corrected.Reason, telling.Made[corrected.Key]);
            default:
                return new Said(title);
        }
    }
}
