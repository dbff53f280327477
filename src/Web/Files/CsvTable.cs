using System.IO.Pipelines;
using System.Text;
using CsvHelper;
using JmaActors.Rosters;
using JmaActors.Web.Access;

namespace JmaActors.Web.Files;

/// <summary>A CSV file. Nothing of it is kept but the line being read. A line is a row: a quotation mark left open spoils its own line only.</summary>
sealed class CsvTable : FileTable
{
    readonly CsvReader reader;
    readonly HashSet<long> spoilt;

    CsvTable(CsvReader reader, HashSet<long> spoilt, Encoding encoding) => (this.reader, this.spoilt, Detail) = (reader, spoilt, encoding.WebName);

    public override string Format => "csv";

    public override string Detail { get; }

    public static async Task<FileTable> Open(PipeReader file, Encoding encoding, CancellationToken ct)
    {
        var spoilt = new HashSet<long>();
        var table = new CsvTable(CsvReader.Create(file.AsStream(leaveOpen: true), Options(encoding, spoilt)), spoilt, encoding);
        if (!await table.Read(ct).ConfigureAwait(false)) throw Empty();
        table.Headings = table.Fields();
        return table;
    }

    public override async ValueTask<TableLine?> Next(CancellationToken ct)
    {
        while (await Read(ct).ConfigureAwait(false))
        {
            var (line, fields) = ((int)reader.LineNumber, Fields());
            if (IsBlank(fields)) continue;
            var fault = spoilt.Remove(line) ? new RowError(line, "", "bad-quotes", "A quotation mark is not closed on its line.") : fields.Length > Headings.Length ? TooWide(line) : null;
            return new TableLine(line, fields, fault);
        }

        return null;
    }

    public override async ValueTask DisposeAsync()
    {
        await reader.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    string[] Fields()
    {
        var fields = new string[reader.FieldCount];
        for (var i = 0; i < fields.Length; i++) fields[i] = reader.GetString(i);
        return fields;
    }

    async Task<bool> Read(CancellationToken ct)
    {
        try
        {
            return await reader.ReadAsync(ct).ConfigureAwait(false);
        }
        catch (CsvFormatException fault)
        {
            throw new InvalidInputException("file", $"The file cannot be read on from line {fault.LineNumber}: a line has at most {WebLimits.RosterLine} bytes.");
        }
        catch (Exception fault) when (FileBody.CutOff(fault))
        {
            throw FileBody.Incomplete();
        }
    }

    static CsvReaderOptions Options(Encoding encoding, HashSet<long> spoilt) => new()
    {
        HasHeader = false,
        Encoding = encoding,
        Separator = ',',
        AllowLineBreaksInQuotes = false,
        SkipEmptyLines = true,
        TrackLineNumbers = true,
        MaxRecordSize = WebLimits.RosterLine,
        IncludeValuesInExceptions = false,
        OnMalformedRecord = record =>
        {
            if (record.Reason is CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.LineBreakInQuotes) spoilt.Add(record.LineNumber);
        },
    };
}
