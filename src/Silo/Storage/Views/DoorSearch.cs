using System.Data.Common;
using JmaActors.Directory;
using JmaActors.Members;

namespace JmaActors.Storage.Views;

/// <summary>The search for people at a door: over the folded names, which have an index each for name and reading.</summary>
static class DoorSearch
{
    /// <summary>Above every character that can follow a prefix.</summary>
    const string Last = "\U0010FFFF";

    /// <summary>By registry or member number.</summary>
    public static ViewQuery ByNumber(ViewDialect dialect, DoorQuery query, int most)
    {
        var sql = new ViewQuery($"{Line} FROM {dialect.Table("member")} m {Association(dialect)}");
        if (query.Member is { } member) sql.Where($"(m.member_id = @member OR m.member_id = (SELECT max(g.merged_into) FROM {dialect.Table("member_merged")} g WHERE g.member_id = @member))").With("member", member);
        else sql.Where($"(m.registry = @registry OR m.member_id = (SELECT max(g.merged_into) FROM {dialect.Table("member_merged")} g WHERE g.registry = @registry))").With("registry", query.Registry!);
        return sql.Then("ORDER BY m.member_id LIMIT @most").With("most", most);
    }

    /// <summary>Those whose name or reading begins with the text: two index ranges.</summary>
    public static ViewQuery Beginning(ViewDialect dialect, string text, int most) => ByName(
        dialect, "((n.name >= @text AND n.name < @end) OR (n.kana >= @text AND n.kana < @end))", "n.kana", text, most).With("end", text + Last);

    /// <summary>
    /// Those in whose name or reading the text stands anywhere, for given names: a walk over the table, tens of milliseconds for 180,000. Ordered by an expression,
    /// or it would be walked along the index of readings, which costs eight times as much where nobody is found.
    /// </summary>
    public static ViewQuery Within(ViewDialect dialect, string text, int most) => ByName(
        dialect, $"({dialect.Contains("n.name", "@text")} OR {dialect.Contains("n.kana", "@text")})", "n.kana || ''", text, most);

    public static DoorPerson Read(DbDataReader reader) => new(
        new MemberId(reader.GetInt64(0)), reader.GetString(1), reader.GetString(2), reader.TextOrNull(3), DoorSearchRules.End(reader.TextOrNull(4)));

    const string Line = "SELECT m.member_id, m.name, m.kana, a.name, m.registry";

    static string Association(ViewDialect dialect) => $"LEFT JOIN {dialect.Table("association")} a ON a.association_id = m.local";

    /// <summary>Whoever is found is picked and cut to length before anything is joined: a common family name is ten thousand people's.</summary>
    static ViewQuery ByName(ViewDialect dialect, string condition, string order, string text, int most) => new ViewQuery(
        $"{Line} FROM (SELECT n.member_id, n.kana FROM {dialect.Table("member_name")} n WHERE {condition} ORDER BY {order}, n.member_id LIMIT @most) f "
        + $"JOIN {dialect.Table("member")} m ON m.member_id = f.member_id {Association(dialect)}")
        .Then("ORDER BY f.kana, f.member_id")
        .With("text", text)
        .With("most", most);
}
