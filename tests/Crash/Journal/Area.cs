using System.Text.Json;

namespace JmaActors.Crash.Journal;

/// <summary>Figures of an association, counted here from the member view.</summary>
static class Area
{
    static readonly string[] Names = ["localMembers", "prefectureMembers", "jmaMembers", "a1", "a2B", "a2C", "b", "c", "postedTenths", "pendingTenths", "reached"];

    /// <param name="association"><c>JMA</c>, two digits, or a local association's code.</param>
    public static string Count(Database database, string association, int year)
    {
        var within = association switch
        {
            "JMA" => "m.local IS NOT NULL",
            { Length: 2 } => $"m.local LIKE '{association}-%'",
            _ => $"m.local = '{association}'",
        };
        string Layer(int bit) => $"count(CASE WHEN m.layers & {bit} <> 0 THEN 1 END)";
        string Category(int number) => $"count(CASE WHEN m.category = {number} THEN 1 END)";
        var columns = string.Join(", ", [Layer(1), Layer(2), Layer(4), .. Enumerable.Range(1, 5).Select(Category), "coalesce(sum(s.year_posted_tenths), 0)", "coalesce(sum(s.year_pending_tenths), 0)", "count(CASE WHEN s.reached THEN 1 END)"]);
        var sql = $"SELECT {columns} FROM member m LEFT JOIN credit_standing s ON s.member_id = m.member_id AND s.fiscal_year = {year} WHERE {within}";
        return database.Rows(sql, row => Join(i => Database.Number(row, i))).Single();
    }

    /// <summary>The same figures as the API shows them.</summary>
    public static string Of(JsonElement figures) => Join(i => figures.GetProperty(Names[i]).GetInt64());

    static string Join(Func<int, long> figure) => string.Join(' ', Names.Select((name, i) => $"{name}={figure(i)}"));
}
