using System.Data.Common;
using JmaActors.Directory;
using JmaActors.Members;

namespace JmaActors.Storage.Views;

/// <summary>The search over people: text of any kind, filters, scope; a keyset page in order of kana, then id.</summary>
static class MemberSearch
{
    /// <summary>Above every character that can follow a prefix.</summary>
    const string Last = "\U0010FFFF";

    /// <summary>By a number: member id, 医籍登録番号 or card. Null when the text cannot be one.</summary>
    public static ViewQuery? ByNumber(ViewDialect dialect, MemberQuery query, AssociationId? seenFrom, int fiscalYear)
    {
        var sql = Begin(dialect, fiscalYear);
        List<string> any = [];
        var text = query.Text.Trim();
        if (MemberId.TryParse(text, out var id)) Add(sql, any, Either(dialect, "member_id", "@id"), "id", id.Number);
        if (RegistryNumber.TryParse(text, out var registry)) Add(sql, any, Either(dialect, "registry", "@registry"), "registry", registry.Text);
        if (CardNumber.TryParse(text, out var card)) Add(sql, any, Either(dialect, "card", "@card"), "card", card.Text);
        if (any.Count == 0) return null;
        sql.Where($"({string.Join(" OR ", any)})");
        return End(sql, query, seenFrom);
    }

    /// <summary>A number of the person, or of a record that was merged into the person's.</summary>
    static string Either(ViewDialect dialect, string column, string parameter) =>
        $"m.{column} = {parameter} OR m.member_id = (SELECT max(g.merged_into) FROM {dialect.Table("member_merged")} g WHERE g.{column} = {parameter})";

    /// <summary>By name or reading; everybody when nothing is sought.</summary>
    public static ViewQuery ByName(ViewDialect dialect, MemberQuery query, string kana, AssociationId? seenFrom, int fiscalYear)
    {
        var sql = Begin(dialect, fiscalYear);
        List<string> any = [];
        var text = query.Text.Trim();
        if (text.Length > 0) Add(sql, any, dialect.Contains("m.name", "@text"), "text", text);
        if (text.Length > 0 && kana.Length > 0)
        {
            Add(sql, any, "(m.kana >= @kana AND m.kana < @kana_end)", "kana", kana);
            sql.With("kana_end", kana + Last);
        }
        if (any.Count > 0) sql.Where($"({string.Join(" OR ", any)})");
        return End(sql, query, seenFrom);
    }

    static ViewQuery Begin(ViewDialect dialect, int fiscalYear) => new ViewQuery(
        $"SELECT m.member_id, m.name, m.kana, m.registry, m.card, m.local, a.name, m.layers, m.category, {StandingSql.Total}, m.demonstration "
        + $"FROM {dialect.Table("member")} m LEFT JOIN {dialect.Table("association")} a ON a.association_id = m.local "
        + $"LEFT JOIN {dialect.Table("credit_standing")} s ON s.member_id = m.member_id").WithYear(fiscalYear);

    static ViewQuery End(ViewQuery sql, MemberQuery query, AssociationId? seenFrom)
    {
        sql.SeenFrom(seenFrom, "seen").SeenFrom(query.Within, "within");
        if (query.Category is { } category) sql.Where("m.category = @category").With("category", (int)category);
        if (query.Reached is true) sql.Where(StandingSql.Reached);
        if (query.Reached is false) sql.Where($"NOT ({StandingSql.Reached})");
        if (PageCursor.Parse(query.After) is { } after) sql.Where("(m.kana, m.member_id) > (@kana_after, @id_after)").With("kana_after", after.Text).With("id_after", after.Number);
        return sql.Then("ORDER BY m.kana, m.member_id LIMIT @size").With("size", Size(query) + 1);
    }

    public static int Size(MemberQuery query) => Math.Clamp(query.Size, 1, DirectoryLimits.Page);

    /// <summary>One row more than the page was read, to know whether another page follows.</summary>
    public static MemberPage Page(DbDataReader reader, int size)
    {
        var lines = Rows.List(reader, Line);
        if (lines.Count <= size) return new MemberPage(lines, null);
        lines.RemoveAt(size);
        var last = lines[^1];
        return new MemberPage(lines, new PageCursor(last.Id.Number, last.Kana).ToString());
    }

    static void Add(ViewQuery sql, List<string> any, string condition, string name, object value)
    {
        any.Add(condition);
        sql.With(name, value);
    }

    static MemberLine Line(DbDataReader reader) => new(
        new MemberId(reader.GetInt64(0)),
        reader.GetString(1),
        reader.GetString(2),
        reader.TextOrNull(3),
        reader.TextOrNull(4),
        reader.TextOrNull(5),
        reader.TextOrNull(6),
        (MembershipLayers)reader.GetInt32(7),
        (MemberCategory?)reader.IntOrNull(8),
        reader.GetInt32(9) / 10m,
        reader.GetBoolean(10));
}
