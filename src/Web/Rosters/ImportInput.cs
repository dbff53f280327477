using JmaActors.Rosters;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Rosters;

/// <summary>Reads what an address says about an import.</summary>
static class ImportInput
{
    /// <summary>Characters of a mapping of columns.</summary>
    const int ColumnsLength = 4_000;

    public static string Key(string key) => Topic.IsImportKey(key)
        ? key
        : throw new InvalidInputException("key", $"A key has 1 to {WebLimits.RosterKey} letters, digits, dots, hyphens or underscores.");

    public static int? Rows(int? rows) => rows is < 0 or > RosterLimits.Rows ? throw new InvalidInputException("rows", $"0 to {RosterLimits.Rows}.") : rows;

    public static string? Columns(string? columns) => string.IsNullOrEmpty(columns) ? null : Input.Text(columns, "columns", ColumnsLength);

    public static ImportMode Mode(string? mode) => mode switch
    {
        null or "" or "createAndUpdate" => ImportMode.CreateAndUpdate,
        "createOnly" => ImportMode.CreateOnly,
        "updateOnly" => ImportMode.UpdateOnly,
        _ => throw new InvalidInputException("mode", "createAndUpdate, createOnly or updateOnly."),
    };
}
