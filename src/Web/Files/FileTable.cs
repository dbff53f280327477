using System.IO.Pipelines;
using JmaActors.Rosters;
using JmaActors.Web.Access;

namespace JmaActors.Web.Files;

/// <summary>A line of a table.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Fields">What its cells say, as text; dates and times of a workbook as ISO 8601 writes them.</param>
/// <param name="Fault">Why the line as a whole cannot be read; null when it can.</param>
public sealed record TableLine(int Line, string[] Fields, RowError? Fault);

/// <summary>A table in a file, read line by line: CSV, or the first sheet of a workbook. Its first line names the columns. Everything in it is hostile.</summary>
public abstract class FileTable : IAsyncDisposable
{
    /// <summary><c>csv</c> or <c>xlsx</c>.</summary>
    public abstract string Format { get; }

    /// <summary>Of CSV its encoding (<c>utf-8</c>, <c>shift_jis</c>), of a workbook the name of the sheet.</summary>
    public abstract string Detail { get; }

    /// <summary>The first line.</summary>
    public string[] Headings { get; protected set; } = [];

    /// <summary>The next line that says something; null at the end.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read on.</exception>
    public abstract ValueTask<TableLine?> Next(CancellationToken ct);

    /// <summary>Opens a file; what it is, its bytes say and not its name.</summary>
    /// <exception cref="InvalidInputException">It is no table, or it is empty.</exception>
    public static async Task<FileTable> Open(PipeReader file, CancellationToken ct)
    {
        var head = await FileEncoding.Head(file, ct).ConfigureAwait(false);
        if (XlsxGuard.IsZip(head)) return XlsxTable.Open(await XlsxGuard.Whole(file, ct).ConfigureAwait(false));
        if (XlsxGuard.IsLocked(head)) throw new InvalidInputException("file", "An old (.xls) or password-protected workbook cannot be read: save it as .xlsx without a password, or as CSV.");
        return await CsvTable.Open(file, FileEncoding.Of(head), ct).ConfigureAwait(false);
    }

    /// <summary>The same of a file that is here as a whole.</summary>
    public static Task<FileTable> Open(byte[] file, CancellationToken ct) => Open(PipeReader.Create(new MemoryStream(file, writable: false)), ct);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected static InvalidInputException Empty() => new("file", "The file is empty: its first line names the columns.");

    protected static RowError TooWide(int line) => new(line, "", "bad-row", "More fields than columns: put a field with a comma in quotation marks.");

    /// <summary>True when nothing in the line says anything.</summary>
    protected static bool IsBlank(string[] fields) => Array.TrueForAll(fields, string.IsNullOrWhiteSpace);
}
