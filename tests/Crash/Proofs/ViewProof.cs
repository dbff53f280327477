using JmaActors.Crash.Journal;

namespace JmaActors.Crash.Proofs;

/// <summary>Heads and views are what the events say.</summary>
static class ViewProof
{
    public static string Hold(History history, Database database, Complaints complaints)
    {
        var heads = Heads(history, database, complaints);
        var entries = Entries(history, database, complaints);
        Standings(history, database, complaints);
        var taps = Taps(history, database, complaints);
        Sessions(history, database, complaints);
        foreach (var (member, version) in database.Rows("SELECT member_id, version FROM member", r => (Database.Number(r, 0), Database.Number(r, 1))))
        {
            complaints.Same($"version of {member} in the view", history.Members.GetValueOrDefault(member)?.Version ?? 0, version);
        }
        complaints.Same("people in the view", history.Members.Count, database.Number("SELECT count(*) FROM member"));
        return $"{heads} heads, {entries} credit rows, {taps} tap rows, as the events say";
    }

    static int Heads(History history, Database database, Complaints complaints)
    {
        var count = 0;
        foreach (var (ledger, version, hash) in database.Rows("SELECT ledger, version, hash FROM ledger_head", r => (r.GetString(0), Database.Number(r, 1), (byte[])r.GetValue(2))))
        {
            count++;
            var last = history.Heads.GetValueOrDefault(ledger, (0, []));
            complaints.Same($"head of {ledger}", (last.Version, Convert.ToHexStringLower(last.Hash)), (version, Convert.ToHexStringLower(hash)));
        }
        complaints.Same("heads", history.Heads.Count, count);
        return count;
    }

    static int Entries(History history, Database database, Complaints complaints)
    {
        var count = 0;
        var rows = database.Rows(
            "SELECT member_id, entry_key, state, method, code, tenths, date, title, talk, reason, version, fiscal_year FROM credit_entry",
            r => (Member: Database.Number(r, 0), Key: r.GetString(1), Year: (int)Database.Number(r, 11), Item: new CreditItem(
                (int)Database.Number(r, 2), (int)Database.Number(r, 3), (int)Database.Number(r, 4), (int)Database.Number(r, 5),
                Database.Date(r, 6), r.GetString(7), (int)Database.Number(r, 8), Database.Text(r, 9), Database.Number(r, 10))));
        foreach (var row in rows)
        {
            count++;
            var told = history.Credits.GetValueOrDefault(row.Member)?.Entries.GetValueOrDefault(row.Key) ?? default;
            complaints.Same($"row of credit {row.Key} of {row.Member}", told, row.Item);
            complaints.Same($"fiscal year of credit {row.Key} of {row.Member}", CreditStory.YearOf(told.Date), row.Year);
        }
        complaints.Same("credit rows", history.Credits.Values.Sum(c => c.Entries.Count), count);
        return count;
    }

    static void Standings(History history, Database database, Complaints complaints)
    {
        var rows = database.Rows(
            "SELECT member_id, fiscal_year, posted_tenths, pending_tenths, year_posted_tenths, year_pending_tenths, codes, total_tenths, reached FROM credit_standing",
            r => (Member: Database.Number(r, 0), Standing: new Standing(
                (int)Database.Number(r, 1), (int)Database.Number(r, 2), (int)Database.Number(r, 3), (int)Database.Number(r, 4), (int)Database.Number(r, 5),
                (int)Database.Number(r, 6), (int)Database.Number(r, 7), Database.Number(r, 8) != 0))).ToDictionary(r => r.Member, r => r.Standing);
        foreach (var (member, story) in history.Credits) complaints.Same($"standing of {member}", story.Standing(), rows.GetValueOrDefault(member));
        complaints.Same("standings", history.Credits.Count, rows.Count);
    }

    static int Taps(History history, Database database, Complaints complaints)
    {
        var count = 0;
        var rows = database.Rows(
            "SELECT session_id, tap_key, at, direction, member_id, reason FROM session_tap",
            r => (Session: r.GetString(0), Key: r.GetString(1), Row: (
                Reason: Database.Text(r, 5), Member: r.IsDBNull(4) ? null : (long?)Database.Number(r, 4), In: Database.Number(r, 3) == 0, At: Micros(Database.Instant(r, 2)))));
        foreach (var (session, key, row) in rows)
        {
            count++;
            var slash = key.IndexOf('/', StringComparison.Ordinal);
            var tap = history.Sessions.GetValueOrDefault(session)?.Taps.GetValueOrDefault((key[..slash], key[(slash + 1)..]));
            complaints.Same($"row of tap {key} at {session}", tap is null ? default : (tap.Reason, tap.Member, tap.In, Micros(tap.At)), row);
        }
        complaints.Same("tap rows", history.Sessions.Values.Sum(s => s.Taps.Count), count);
        return count;
    }

    static void Sessions(History history, Database database, Complaints complaints)
    {
        foreach (var (session, status, unfinished) in database.Rows("SELECT session_id, status, unfinished FROM session", r => (r.GetString(0), (int)Database.Number(r, 1), Database.Number(r, 2) != 0)))
        {
            complaints.Same($"status of {session} in the view", history.Sessions.GetValueOrDefault(session)?.Status ?? 0, status);
            complaints.Same($"{session} is unfinished in the view", false, unfinished);
        }
        foreach (var (session, status) in database.Rows("SELECT session_id, status FROM program", r => (r.GetString(0), (int)Database.Number(r, 1))))
        {
            complaints.Same($"status of the program of {session} in the view", history.Sessions.GetValueOrDefault(session)?.Status ?? 0, status);
        }
    }

    /// <summary>The precision every database keeps.</summary>
    static long Micros(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
