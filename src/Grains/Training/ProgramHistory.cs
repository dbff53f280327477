using JmaActors.Journal;
using JmaActors.Ledgers;

namespace JmaActors.Training;

/// <summary>A program's stored events as people may read them: who, when, what, why, and what was changed. They hold no personal attributes.</summary>
static class ProgramHistory
{
    /// <summary>Folds the whole history, which has at most <see cref="TrainingLimits.ProgramEvents"/> commands, and answers with a page of it.</summary>
    public static async Task<IReadOnlyList<ProgramHistoryLine>> Read(ProgramLedger ledger, IJournal journal, string name, long after, CancellationToken ct)
    {
        var (state, lines) = (new ProgramState(), new List<ProgramHistoryLine>());
        for (var from = 0L; lines.Count < TrainingLimits.HistoryPage;)
        {
            var history = await journal.Read(name, from, ct).AsTask().OrTryAgain();
            if (history.Events.Count == 0) break;
            foreach (var row in history.Events)
            {
                from = row.Version;
                var (e, meta) = EventCodec.Read(ledger.Events, row);
                var before = state.Content;
                ledger.Evolve(state, e, meta);
                if (row.Version > after && lines.Count < TrainingLimits.HistoryPage) lines.Add(Line(ledger, e, before, state, meta));
            }
        }
        return lines;
    }

    static ProgramHistoryLine Line(ProgramLedger ledger, ProgramEvent e, ProgramContent before, ProgramState state, in EventMeta meta)
    {
        var line = new ProgramHistoryLine(meta.Version, meta.Recorded, "", meta.Caller.Subject, "", [], []);
        return e switch
        {
            ProgramCreated { CopiedFrom: { } from } => line with { What = "copied", Reason = from },
            ProgramCreated => line with { What = "created" },
            TimelineSet => line with { What = "changed", Changes = ProgramDifferences.Between(before, state.Content, ledger.Book) },
            ProgramChanged c => line with { What = "changed", Schemes = [.. c.Again.Select(a => a.Scheme)], Changes = ProgramDifferences.Between(before, state.Content, ledger.Book) },
            ProgramApplied a => line with { What = a.Late ? "applied-late" : "applied", Schemes = [.. a.Schemes.Select(s => s.Scheme)] },
            ProgramDecided d => line with { What = d.Decision.ToString().ToLowerInvariant(), Schemes = [d.Scheme], Reason = d.Reason, On = d.On },
            ApplicationWithdrawn => line with { What = "withdrawn" },
            ProgramPublished => line with { What = "published" },
            ProgramCancelled c => line with { What = "cancelled", Reason = c.Reason },
            ProgramOpened => line with { What = "opened" },
            SessionProgressed p => line with { What = p.Status == SessionStatus.Confirmed ? "confirmed" : "closed" },
            _ => line with { What = "changed" },
        };
    }
}
