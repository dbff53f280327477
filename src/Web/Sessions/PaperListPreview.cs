using System.Globalization;
using JmaActors.Rosters;
using JmaActors.Web.Files;

namespace JmaActors.Web.Sessions;

/// <summary>What a line of a paper list is understood as.</summary>
static class PaperListPreview
{
    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    /// <summary>One cell in the one form it is kept in, and everything that is wrong with its line.</summary>
    public static (string Text, IReadOnlyList<RowError> Errors) Of(TableLine line, ColumnMap<PaperColumn> columns, PaperColumn column, DateOnly day)
    {
        var (row, errors) = PaperListLine.Look(line.Line, line.Fields, columns, day);
        var raw = columns.Of(line.Fields, column);
        if (raw.Length == 0 || errors.Any(e => e.Column == PaperListColumns.Set.NameOf(column))) return (raw, errors);
        return (column switch { PaperColumn.Enter => Moment(row.Entered), PaperColumn.Leave => Moment(row.Left), _ => raw }, errors);
    }

    static string Moment(DateTimeOffset? at) => at?.ToOffset(Tokyo).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";
}
