using JmaActors.Crash.Journal;
using JmaActors.Crash.Load;

namespace JmaActors.Crash.Proofs;

/// <summary>Every credit a session owes has arrived in the person's ledger, and is what the person's taps earn.</summary>
static class OwedProof
{
    const int StepMinutes = 30;
    const int StepTenths = 5;
    const string LeftEarly = "left-early";
    const string UnderHalfHour = "under-half-hour";

    public static string Hold(IReadOnlyList<Seminar> seminars, History history, Database database, Complaints complaints)
    {
        complaints.Same("parcels that wait", 0, database.Number("SELECT count(*) FROM outbox"));
        var owed = 0;
        foreach (var (session, story) in history.Sessions)
        {
            owed += story.Credits.Count;
            foreach (var ((member, talk, scheme), word) in story.Credits) Arrived(Schemes.Key(session, talk, scheme), member, word, history, complaints);
        }
        foreach (var ledger in history.Credits.Values) Backed(ledger, history, complaints);
        foreach (var seminar in seminars) Earned(seminar, history.Sessions[seminar.Session], complaints);
        return $"{owed} credits owed by {history.Sessions.Count} sessions, all arrived";
    }

    static void Arrived(string key, long member, in Assessed word, History history, Complaints complaints)
    {
        if (history.Credits.GetValueOrDefault(member)?.Entries.TryGetValue(key, out var entry) is not true)
        {
            complaints.Add($"credit {key} never arrived at {member}");
            return;
        }
        var told = word.State == Assessed.Voided ? (word.State, 0, word.Reason) : (word.State, word.Tenths, null);
        var kept = entry.State == Assessed.Voided ? (entry.State, 0, entry.Reason) : (entry.State, entry.Tenths, (string?)null);
        complaints.Same($"credit {key} of {member}", told, kept);
    }

    static void Backed(CreditStory ledger, History history, Complaints complaints)
    {
        foreach (var (key, entry) in ledger.Entries)
        {
            if (entry.Talk == 0) continue;
            var session = key[..key.IndexOf('/', StringComparison.Ordinal)];
            if (!history.Sessions.TryGetValue(session, out var story) || !story.Credits.ContainsKey((ledger.Member, entry.Talk, entry.Scheme))) complaints.Add($"{ledger.Member} has credit {key} that no session owed");
            complaints.Same($"times credit {key} of {ledger.Member} was opened", 1, ledger.Openings[key]);
        }
    }

    /// <summary>The roll is confirmed: each talk must have earned what the stays say, whatever was killed in between.</summary>
    static void Earned(Seminar seminar, SessionStory story, Complaints complaints)
    {
        complaints.Same($"status of {seminar.Session}", 3, story.Status);
        foreach (var (member, visitor) in story.Visitors)
        {
            foreach (var talk in seminar.Talks)
            {
                var found = story.Credits.TryGetValue((member, talk.No, Schemes.Cme), out var credit) ? credit : (Assessed?)null;
                var wanted = Earned(seminar, talk, visitor, story.ClosedAt, found is not null);
                complaints.Same($"what talk {talk.No} of {seminar.Session} earned {member}", wanted, found);
            }
        }
    }

    static Assessed? Earned(Seminar seminar, SeminarTalk talk, Visitor visitor, DateTimeOffset closed, bool held)
    {
        var end = closed < talk.End ? closed : talk.End;
        var (counted, first) = (TimeSpan.Zero, (DateTimeOffset?)null);
        foreach (var (from, to) in visitor.Stays())
        {
            var entered = from > talk.Start ? from : talk.Start;
            var left = to is { } known && known < end ? known : end;
            if (entered >= left) continue;
            first ??= entered;
            counted += left - entered;
        }
        if (first is not { } began) return held ? new Assessed(Assessed.Voided, 0, "not-attended") : null;
        if (seminar.WholeTalk && counted < talk.End - began) return new Assessed(Assessed.Voided, 0, LeftEarly);
        var tenths = (int)(counted.TotalMinutes / StepMinutes) * StepTenths;
        return tenths == 0 ? new Assessed(Assessed.Voided, 0, UnderHalfHour) : new Assessed(Assessed.Posted, tenths, null);
    }
}
