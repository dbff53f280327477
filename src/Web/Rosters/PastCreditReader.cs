using System.Globalization;
using JmaActors.Rosters;
using JmaActors.Web.Files;

namespace JmaActors.Web.Rosters;

/// <summary>Reads past credits into chunks, and shows what a line is understood as.</summary>
public static class PastCreditReader
{
    /// <summary>The chunks of a file. The same credit of the same number may stand in it once.</summary>
    public static IAsyncEnumerable<FileChunk<PastCredit>> Chunks(FileTable table, ColumnMap<PastCreditColumn> columns, CancellationToken ct) =>
        FileChunks.Of(table, (TableLine line, out RowError? error) => PastCreditLine.Read(line.Line, line.Fields, columns, out error), Keys, ct);

    /// <summary>One cell in the one form it is kept in, and everything that is wrong with its line.</summary>
    internal static (string Text, IReadOnlyList<RowError> Errors) Look(TableLine line, ColumnMap<PastCreditColumn> columns, PastCreditColumn column)
    {
        var (row, errors) = PastCreditLine.Look(line.Line, line.Fields, columns);
        var raw = columns.Of(line.Fields, column);
        return (errors.Any(e => e.Column == PastCreditColumns.Set.NameOf(column)) ? raw : Said(row, column, raw), errors);
    }

    static IEnumerable<(string Column, string Key)> Keys(PastCredit row)
    {
        var who = row.Member?.ToString() ?? row.Registry?.Text ?? row.Card?.Text;
        yield return ("", string.Create(CultureInfo.InvariantCulture, $"{who}\n{(int)row.Scheme}\n{row.Date:yyyy-MM-dd}\n{row.Subject}\n{row.Title}\n{row.Host}"));
    }

    static string Said(PastCredit row, PastCreditColumn column, string raw) => column switch
    {
        PastCreditColumn.Date => row.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        PastCreditColumn.Scheme => PastCreditWords.Of(row.Scheme),
        PastCreditColumn.Subject => row.Subject.ToString(CultureInfo.InvariantCulture),
        PastCreditColumn.Units => row.Units.Value.ToString("0.0", CultureInfo.InvariantCulture),
        PastCreditColumn.Source => PastCreditWords.Of(row.Source),
        PastCreditColumn.Method => $"{(int)row.Method}",
        _ => raw,
    };
}
