using System.Globalization;
using JmaActors.Journal;
using JmaActors.Ledgers;

namespace JmaActors.Credits;

/// <summary>
/// Keeps the rows of what people reported for themselves and still waits for an office: few at any time, so an office counts and finds them without reading
/// anybody's ledger. What a session says of an attendance is decided on its roll and is no report. Of entries that count once although two records have them,
/// the one that counts is shown.
/// </summary>
static class CreditReports
{
    /// <summary>True when the entry waits for an office.</summary>
    public static bool Waits(in CreditItem item) => item is { State: CreditState.Pending, Talk: 0 };

    public static void Project(long member, CreditLedgerState state, CreditEvent e, in EventMeta meta, ViewSink views)
    {
        switch (e)
        {
            // Heard at a session, or the entries are shown where they count.
            case CreditOpened { Talk: > 0 } or CreditsLent or CreditsTakenBack:
            // Posted at once: it never waited. What another record has under its key is looked at below.
            case CreditAccrued when state.Held is null:
                return;
            case CreditsHeld held:
                foreach (var (key, _) in held.Entries) Show(member, state, key, meta, views);
                return;
            case CreditsGivenBack back:
                foreach (var (key, item) in state.GivenBack?.Entries ?? [])
                {
                    if (item.Talk == 0) Put(member, At(back.Of, key), false, meta, views);
                    Show(member, state, key, meta, views);
                }

                return;
            case CreditCorrected corrected:
                Show(member, state, corrected.By, meta, views);
                break;
        }

        Show(member, state, e.Key, meta, views);
    }

    /// <summary>What is kept under a key here, and under the same key of records held.</summary>
    static void Show(long member, CreditLedgerState state, string key, in EventMeta meta, ViewSink views)
    {
        if (state.Entries.Find(key) is { Talk: 0 } own) Put(member, key, Waits(own) && state.OriginOf(key) is null, meta, views);
        if (state.Held is null) return;
        foreach (var (of, held) in state.Held)
        {
            if (held.Entries.Find(key) is not { Talk: 0 } item) continue;
            var counts = state.OriginOf(key) == (of, key) || state.OriginOf(CreditChain.Apart(key, of)) == (of, key);
            Put(member, At(of, key), Waits(item) && counts, meta, views);
        }
    }

    static void Put(long member, string entry, bool waits, in EventMeta meta, ViewSink views)
    {
        var row = new CreditReportRow(member, entry, (int)CreditState.Pending, meta.Recorded);
        if (waits) views.Put(CreditViews.Reports, new ViewKey(member, entry), row);
        else views.Remove(CreditViews.Reports, new ViewKey(member, entry), row);
    }

    static string At(long of, string key) => string.Create(CultureInfo.InvariantCulture, $"{of}/{key}");
}
