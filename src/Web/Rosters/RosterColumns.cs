using System.Collections.Frozen;

namespace JmaActors.Web.Rosters;

/// <summary>The columns of a roster, by their English or Japanese heading, in any order. Documented in <c>docs/roster-csv.md</c>.</summary>
public enum RosterColumn
{
    SourceKey,
    Name,
    Kana,
    BirthDate,
    Registry,
    LicensedOn,
    Card,
    Association,
    Layers,
    Category,
}

/// <summary>Which column stands where in one file.</summary>
public sealed class RosterColumns
{
    static readonly (RosterColumn Column, string English, string Japanese)[] Headings =
    [
        (RosterColumn.SourceKey, "source_key", "管理番号"),
        (RosterColumn.Name, "name", "氏名"),
        (RosterColumn.Kana, "kana", "フリガナ"),
        (RosterColumn.BirthDate, "birth_date", "生年月日"),
        (RosterColumn.Registry, "registry", "医籍登録番号"),
        (RosterColumn.LicensedOn, "licensed_on", "医籍登録日"),
        (RosterColumn.Card, "card", "カード番号"),
        (RosterColumn.Association, "association", "所属医師会"),
        (RosterColumn.Layers, "layers", "所属層"),
        (RosterColumn.Category, "category", "会員区分"),
    ];

    static readonly FrozenDictionary<string, RosterColumn> Known = Headings
        .SelectMany(h => new[] { KeyValuePair.Create(h.English, h.Column), KeyValuePair.Create(h.Japanese, h.Column) })
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    readonly int[] _places = new int[Headings.Length];

    RosterColumns() => Array.Fill(_places, -1);

    /// <summary>All headings, English, in the order of the template.</summary>
    public static IEnumerable<string> English => Headings.Select(h => h.English);

    /// <summary>The English heading of a column, as errors name it.</summary>
    public static string NameOf(RosterColumn column) => Headings[(int)column].English;

    /// <summary>Reads a heading line; on failure <paramref name="error"/> says which column is missing, unknown or double.</summary>
    public static RosterColumns? Read(IReadOnlyList<string> headings, out string error)
    {
        var columns = new RosterColumns();
        for (var place = 0; place < headings.Count; place++)
        {
            var heading = headings[place].Trim();
            if (heading.Length == 0) continue;
            if (!Known.TryGetValue(heading, out var column))
            {
                error = $"Column {place + 1} is not known. Known are: {string.Join(", ", English)}.";
                return null;
            }

            if (columns._places[(int)column] >= 0)
            {
                error = $"The column {NameOf(column)} stands twice.";
                return null;
            }

            columns._places[(int)column] = place;
        }

        error = columns._places[(int)RosterColumn.Name] < 0 ? "The column name is wanted." : "";
        return error.Length == 0 ? columns : null;
    }

    /// <summary>A field of a line, trimmed; empty when the file has no such column or the line is too short.</summary>
    public string Of(IReadOnlyList<string> line, RosterColumn column)
    {
        var place = _places[(int)column];
        return place >= 0 && place < line.Count ? line[place].Trim() : "";
    }
}
