using JmaActors.Crash.Journal;

namespace JmaActors.Crash.Proofs;

/// <summary>Heads and views are what the events say.</summary>
static class ViewProof
{
    public static string Hold(History history, Database database, Complaints complaints)
    {
        var heads = Heads(history, database, complaints);
        var standings = Standings(history, database, complaints);
        Sessions(history, database, complaints);
        foreach (var (member, version) in database.Rows("SELECT member_id, version FROM member", r => (Database.Number(r, 0), Database.Number(r, 1))))
        {
            complaints.Same($"version of {member} in the view", history.Members.GetValueOrDefault(member)?.Version ?? 0, version);
        }
        complaints.Same("people in the view", history.Members.Count, database.Number("SELECT count(*) FROM member"));
        return $"{heads} heads, {standings} standings, as the events say";
    }

    static int Heads(History history, Database database, Complaints complaints)
    {
        var count = 0;
        foreach (var (ledger, version, hash) in database.Rows(database.Heads, r => (r.GetString(0), Database.Number(r, 1), (byte[])r.GetValue(2))))
        {
            count++;
            var last = history.Heads.GetValueOrDefault(ledger, (0, []));
            complaints.Same($"head of {ledger}", (last.Version, Convert.ToHexStringLower(last.Hash)), (version, Convert.ToHexStringLower(hash)));
        }
        complaints.Same("heads", history.Heads.Count, count);
        return count;
    }

    static int Standings(History history, Database database, Complaints complaints)
    {
        var rows = database.Rows(
            "SELECT member_id, fiscal_year, posted_tenths, pending_tenths, year_posted_tenths, year_pending_tenths, codes, total_tenths, reached, next_total_tenths, next_reached, last_total_tenths, last_reached FROM credit_standing WHERE fiscal_year > 0",
            r => (Member: Database.Number(r, 0), Standing: new Standing(
                (int)Database.Number(r, 1), (int)Database.Number(r, 2), (int)Database.Number(r, 3), (int)Database.Number(r, 4), (int)Database.Number(r, 5),
                (int)Database.Number(r, 6), (int)Database.Number(r, 7), Database.Number(r, 8) != 0,
                (int)Database.Number(r, 9), Database.Number(r, 10) != 0, (int)Database.Number(r, 11), Database.Number(r, 12) != 0))).ToDictionary(r => r.Member, r => r.Standing);
        foreach (var (member, story) in history.Credits) complaints.Same($"standing of {member}", story.Standing(), rows.GetValueOrDefault(member));
        complaints.Same("standings", history.Credits.Count, rows.Count);
        return rows.Count;
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
}
