using JmaActors.Credits;
using JmaActors.Time;

namespace JmaActors.Storage.Sqlite;

/// <summary>Statements over documents and holdings, on a thread of the documents' file.</summary>
static class SqliteEvidenceRows
{
    const string Holding = "SELECT h.member_id, h.sha256, f.kind, f.size, h.uploaded_us, h.attached FROM evidence_holding h JOIN evidence_file f ON f.sha256 = h.sha256";

    public static EvidenceKept Put(SqliteSession session, MemberId member, EvidenceFile file, DateTimeOffset at) => session.Together(s =>
    {
        var renew = s.Statement("UPDATE evidence_holding SET uploaded_us = ?3 WHERE member_id = ?1 AND sha256 = ?2");
        renew.Bind(1, member.Number);
        renew.Bind(2, file.Sha256);
        renew.Bind(3, SqliteValues.Micros(at));
        if (renew.Run() == 1) return EvidenceKept.Held;
        if (CountSince(s, member, Tokyo.StartOf(Tokyo.DateOf(at))) >= EvidenceLimits.PerDayOf(member)) return EvidenceKept.TooMany;

        var put = s.Statement("INSERT INTO evidence_file (sha256, kind, size, content) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (sha256) DO NOTHING");
        put.Bind(1, file.Sha256);
        put.Bind(2, (long)file.Kind);
        put.Bind(3, file.Content.Length);
        put.Bind(4, file.Content.Span);
        put.Run();
        put.BindNull(4);
        var hold = s.Statement("INSERT INTO evidence_holding (member_id, sha256, uploaded_us, attached) VALUES (?1, ?2, ?3, 0)");
        hold.Bind(1, member.Number);
        hold.Bind(2, file.Sha256);
        hold.Bind(3, SqliteValues.Micros(at));
        hold.Run();
        return EvidenceKept.Kept;
    });

    public static EvidenceHolding? Find(SqliteSession session, MemberId member, string sha256)
    {
        var find = session.Statement($"{Holding} WHERE h.member_id = ?1 AND h.sha256 = ?2");
        find.Bind(1, member.Number);
        find.Bind(2, sha256);
        return Rows(find) is [var holding] ? holding : null;
    }

    public static EvidenceFile? Read(SqliteSession session, MemberId member, string sha256)
    {
        var read = session.Statement("SELECT f.kind, f.content FROM evidence_holding h JOIN evidence_file f ON f.sha256 = h.sha256 WHERE h.member_id = ?1 AND h.sha256 = ?2");
        read.Bind(1, member.Number);
        read.Bind(2, sha256);
        var file = read.Step() ? new EvidenceFile(sha256, (EvidenceKind)read.Number(0), read.Bytes(1)) : null;
        read.Reset();
        return file;
    }

    public static IReadOnlyList<EvidenceHolding> Loose(SqliteSession session, DateTimeOffset before, int most)
    {
        var loose = session.Statement($"{Holding} WHERE h.attached = 0 AND h.uploaded_us < ?1 ORDER BY h.uploaded_us LIMIT ?2");
        loose.Bind(1, SqliteValues.Micros(before));
        loose.Bind(2, most);
        return Rows(loose);
    }

    public static int Settle(SqliteSession session, IReadOnlyCollection<EvidenceHolding> attached, IReadOnlyCollection<EvidenceHolding> loose) => session.Together(s =>
    {
        foreach (var holding in attached) Change(s, "UPDATE evidence_holding SET attached = 1 WHERE member_id = ?1 AND sha256 = ?2", holding, exact: false);
        foreach (var holding in loose)
        {
            if (Change(s, "DELETE FROM evidence_holding WHERE member_id = ?1 AND sha256 = ?2 AND uploaded_us = ?3 AND attached = 0", holding, exact: true) == 1) Drop(s, holding.Sha256);
        }
        return attached.Count + loose.Count;
    });

    public static int Forget(SqliteSession session, MemberId member) => session.Together(s =>
    {
        var held = s.Statement($"{Holding} WHERE h.member_id = ?1");
        held.Bind(1, member.Number);
        var all = Rows(held);
        foreach (var holding in all)
        {
            Change(s, "DELETE FROM evidence_holding WHERE member_id = ?1 AND sha256 = ?2", holding, exact: false);
            Drop(s, holding.Sha256);
        }
        return all.Count;
    });

    /// <summary>A document nobody holds any more goes.</summary>
    static void Drop(SqliteSession session, string sha256)
    {
        var drop = session.Statement("DELETE FROM evidence_file WHERE sha256 = ?1 AND NOT EXISTS (SELECT 1 FROM evidence_holding WHERE sha256 = ?1)");
        drop.Bind(1, sha256);
        drop.Run();
    }

    static int Change(SqliteSession session, string sql, EvidenceHolding holding, bool exact)
    {
        var change = session.Statement(sql);
        change.Bind(1, holding.Member.Number);
        change.Bind(2, holding.Sha256);
        if (exact) change.Bind(3, SqliteValues.Micros(holding.Uploaded));
        return change.Run();
    }

    static long CountSince(SqliteSession session, MemberId member, DateTimeOffset since)
    {
        var count = session.Statement("SELECT count(*) FROM evidence_holding WHERE member_id = ?1 AND uploaded_us >= ?2");
        count.Bind(1, member.Number);
        count.Bind(2, SqliteValues.Micros(since));
        count.Step();
        var found = count.Number(0);
        count.Reset();
        return found;
    }

    static List<EvidenceHolding> Rows(SqliteStatement statement)
    {
        List<EvidenceHolding> rows = [];
        while (statement.Step())
        {
            rows.Add(new EvidenceHolding(
                new MemberId(statement.Number(0)), statement.Text(1), (EvidenceKind)statement.Number(2), (int)statement.Number(3),
                SqliteValues.Instant(statement.Number(4)), statement.Number(5) == 1));
        }
        statement.Reset();
        return rows;
    }
}
