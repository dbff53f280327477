using System.Globalization;
using System.Runtime.CompilerServices;
using JmaActors.Rosters;
using JmaActors.Web.Access;
using JmaActors.Web.Files;
using JmaActors.WorkHours;

namespace JmaActors.Web.WorkHours;

/// <summary>Reads attendance into chunks, and shows what a line is understood as.</summary>
public static class AttendanceReader
{
    /// <summary>
    /// Lines that are sorted by person before they are cut into chunks: a file goes by days as often as by people, and what is one person's is done together. The same file falls
    /// into the same chunks all the same.
    /// </summary>
    const int Window = 25 * RosterLimits.Chunk;

    /// <summary>The chunks of a file. Of one physician nothing of one kind begins twice at the same minute.</summary>
    public static async IAsyncEnumerable<FileChunk<AttendanceRow>> Chunks(FileTable table, ColumnMap<AttendanceColumn> columns, AttendanceWords words, [EnumeratorCancellation] CancellationToken ct)
    {
        var (rows, unreadable, index) = (new List<AttendanceRow>(RosterLimits.Chunk), new List<RowError>(), 0);
        await foreach (var chunk in FileChunks.Of(table, (TableLine line, out RowError? error) => AttendanceLine.Read(line.Line, line.Fields, columns, words, out error), Keys, ct).ConfigureAwait(false))
        {
            rows.AddRange(chunk.Rows);
            unreadable.AddRange(chunk.Unreadable);
            if (rows.Count + unreadable.Count < Window) continue;
            foreach (var done in Cut(rows, unreadable, index)) yield return done;
            index += Pieces(rows, unreadable);
            rows.Clear();
            unreadable.Clear();
        }

        foreach (var done in Cut(rows, unreadable, index)) yield return done;
    }

    static int Pieces(List<AttendanceRow> rows, List<RowError> unreadable) => (Math.Max(rows.Count, unreadable.Count) + RosterLimits.Chunk - 1) / RosterLimits.Chunk;

    static IEnumerable<FileChunk<AttendanceRow>> Cut(List<AttendanceRow> rows, List<RowError> unreadable, int index)
    {
        var sorted = rows.OrderBy(Who, StringComparer.Ordinal).ThenBy(r => r.Line).ToArray();
        for (var piece = 0; piece < Pieces(rows, unreadable); piece++)
        {
            var from = piece * RosterLimits.Chunk;
            yield return new FileChunk<AttendanceRow>(index + piece, [.. sorted.Skip(from).Take(RosterLimits.Chunk)], [.. unreadable.Skip(from).Take(RosterLimits.Chunk)]);
        }
    }

    static string Who(AttendanceRow row) => row.Member?.ToString() ?? row.Registry?.Text ?? row.Employee;

    static IEnumerable<(string Column, string Key)> Keys(AttendanceRow row) => row.From is { } from
        ? [("start", string.Create(CultureInfo.InvariantCulture, $"{Who(row)}\n{(int)row.Kind}\n{from.UtcTicks / TimeSpan.TicksPerMinute}"))] : [];

    /// <summary>One cell in the one form it is kept in, and everything that is wrong with its line.</summary>
    internal static (string Text, IReadOnlyList<RowError> Errors) Look(TableLine line, ColumnMap<AttendanceColumn> columns, AttendanceColumn column, AttendanceWords words)
    {
        var (row, errors) = AttendanceLine.Look(line.Line, line.Fields, columns, words);
        var raw = columns.Of(line.Fields, column);
        return (errors.Any(e => e.Column == AttendanceColumns.Set.NameOf(column)) ? raw : Said(row, column, raw), errors);
    }

    static string Said(AttendanceRow row, AttendanceColumn column, string raw) => column switch
    {
        AttendanceColumn.Start => Minute(row.From),
        AttendanceColumn.End => Minute(row.To),
        AttendanceColumn.BreakStart => Minute(row.BreakFrom),
        AttendanceColumn.BreakEnd => Minute(row.BreakTo),
        AttendanceColumn.BreakMinutes when row.BreakFrom is { } rest => $"{Minute(rest)} – {Minute(row.BreakTo)}",
        _ => raw,
    };

    static string Minute(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Words of the column of kinds that a sample has, each once, with those that are not known first; at most so many.</summary>
    public static async Task<IReadOnlyList<string>> WordsIn(byte[] sample, bool whole, IReadOnlyList<string> chosen, int most, CancellationToken ct)
    {
        var place = chosen.ToList().IndexOf(AttendanceColumns.Set.NameOf(AttendanceColumn.Kind));
        if (place < 0) return [];
        var cut = whole ? sample.Length : Array.LastIndexOf(sample, (byte)'\n') + 1;
        await using var table = await FileTable.Open(cut > 0 && cut < sample.Length ? sample[..cut] : sample, ct).ConfigureAwait(false);
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < most && await table.Next(ct).ConfigureAwait(false) is { } line)
        {
            if (line.Fault is null && place < line.Fields.Length && line.Fields[place].Trim() is { Length: > 0 and <= AttendanceMapping.WordLength } word && !word.Contains(',', StringComparison.Ordinal)) words.Add(word);
        }

        return [.. words.OrderBy(w => AttendanceWords.None.Name(w) is not null).ThenBy(w => w, StringComparer.Ordinal)];
    }
}
