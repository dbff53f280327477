using JmaActors.Rosters;
using JmaActors.Web.Access;
using JmaActors.Web.Files;
using JmaActors.Web.Sessions;
using JmaActors.Web.WorkHours;

namespace JmaActors.Web.Rosters;

/// <summary>A cell as it would be understood.</summary>
/// <param name="Text">What is understood, or what stands there when that cannot be.</param>
/// <param name="Reason">What is wrong with it; null when nothing is.</param>
public sealed record PreviewCell(string Text, string? Reason);

/// <param name="Reason">What is wrong with the line as a whole; null when nothing is.</param>
public sealed record PreviewRow(int Line, IReadOnlyList<PreviewCell> Cells, string? Reason);

/// <summary>The beginning of a file.</summary>
/// <param name="Format">As <see cref="FileTable.Format"/>; <paramref name="Detail"/> as <see cref="FileTable.Detail"/>.</param>
/// <param name="Lines">The first lines, at most <see cref="WebLimits.PreviewRows"/>.</param>
public sealed record FileHead(string Format, string Detail, IReadOnlyList<string> Headings, IReadOnlyList<TableLine> Lines)
{
    /// <param name="sample">The beginning of a CSV, or the whole of a workbook.</param>
    /// <param name="whole">The sample is the whole file: its last line ends where it ends.</param>
    /// <exception cref="InvalidInputException">It is no table.</exception>
    public static async Task<FileHead> Read(byte[] sample, bool whole, CancellationToken ct)
    {
        var cut = whole ? sample.Length : Array.LastIndexOf(sample, (byte)'\n') + 1;
        await using var table = await FileTable.Open(cut > 0 && cut < sample.Length ? sample[..cut] : sample, ct).ConfigureAwait(false);
        if (table.Headings.Length > WebLimits.TableColumns) throw new InvalidInputException("file", $"A table has at most {WebLimits.TableColumns} columns.");
        var lines = new List<TableLine>(WebLimits.PreviewRows);
        while (lines.Count < WebLimits.PreviewRows && await table.Next(ct).ConfigureAwait(false) is { } line) lines.Add(line);
        return new FileHead(table.Format, table.Detail, table.Headings, lines);
    }

    /// <summary>What stands in a column of the first line that says anything there, for people to know it by.</summary>
    public string Example(int place) => Lines.Select(l => place < l.Fields.Length ? l.Fields[place].Trim() : "").FirstOrDefault(f => f.Length > 0, "");
}

/// <summary>How one kind of file is shown before it is sent: what each column may be, and what each line is understood as.</summary>
public abstract class FileReading
{
    public static readonly FileReading Roster = new Reading<RosterColumn>(RosterColumns.Set, RosterPreview.Of);

    public static readonly FileReading Credits = new Reading<PastCreditColumn>(PastCreditColumns.Set, PastCreditReader.Look);

    /// <summary>Attendance of a workplace.</summary>
    /// <param name="words">The workplace's own words for kinds of work.</param>
    public static FileReading Attendance(AttendanceWords words) => new Reading<AttendanceColumn>(AttendanceColumns.Set, (line, columns, column) => AttendanceReader.Look(line, columns, column, words));

    /// <summary>A paper list of a session.</summary>
    /// <param name="day">The session's, for times without a date.</param>
    public static FileReading Paper(DateOnly day) => new Reading<PaperColumn>(PaperListColumns.Set, (line, columns, column) => PaperListPreview.Of(line, columns, column, day));

    /// <summary>Names of the columns there are, in the order of the template.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>Of each heading the name of the column it is taken for; empty for none.</summary>
    public abstract IReadOnlyList<string> Guess(IReadOnlyList<string> headings);

    /// <summary>Columns that are wanted and that nothing is taken for.</summary>
    public abstract IReadOnlyList<string> Missing(IReadOnlyList<string> chosen);

    /// <summary>A choice as an address says it.</summary>
    public string Written(IReadOnlyList<string> chosen) => string.Join(',', chosen.Select(c => c.Length == 0 ? "-" : c));

    /// <summary>The columns chosen, in the order of the file.</summary>
    public IReadOnlyList<string> Shown(IReadOnlyList<string> chosen) => [.. chosen.Where(c => c.Length > 0)];

    /// <summary>The lines as they would be understood, cell by cell in the order of <see cref="Shown"/>.</summary>
    public abstract IReadOnlyList<PreviewRow> Rows(FileHead head, IReadOnlyList<string> chosen);

    sealed class Reading<T>(ColumnSet<T> set, Func<TableLine, ColumnMap<T>, T, (string Text, IReadOnlyList<RowError> Errors)> cell) : FileReading
        where T : struct, Enum
    {
        public override IReadOnlyList<string> Names { get; } = [.. set.All.Select(c => c.Name)];

        public override IReadOnlyList<string> Guess(IReadOnlyList<string> headings) => [.. set.Guess(headings).Select(c => c is { } column ? set.NameOf(column) : "")];

        public override IReadOnlyList<string> Missing(IReadOnlyList<string> chosen) => [.. set.All.Where(c => c.Wanted && !chosen.Contains(c.Name)).Select(c => c.Name)];

        public override IReadOnlyList<PreviewRow> Rows(FileHead head, IReadOnlyList<string> chosen)
        {
            var columns = new ColumnMap<T>([.. chosen.Select(name => set.All.FirstOrDefault(c => c.Name == name)?.Column)]);
            return [.. head.Lines.Select(line => Row(line, columns))];
        }

        PreviewRow Row(TableLine line, ColumnMap<T> columns)
        {
            if (line.Fault is { } fault) return new PreviewRow(line.Line, [], fault.Reason);
            IReadOnlyList<RowError> errors = [];
            var cells = new List<PreviewCell>();
            foreach (var column in columns.Columns)
            {
                if (column is not { } read) continue;
                (var text, errors) = cell(line, columns, read);
                cells.Add(new PreviewCell(Short(text), errors.FirstOrDefault(e => e.Column == set.NameOf(read))?.Reason));
            }

            // What is wrong with a column the file does not have is wrong with the line.
            return new PreviewRow(line.Line, cells, errors.FirstOrDefault(e => !columns.Columns.Any(c => c is { } read && set.NameOf(read) == e.Column))?.Reason);
        }

        static string Short(string text) => text.Length <= WebLimits.ShownText ? text : text[..WebLimits.ShownText];
    }
}
