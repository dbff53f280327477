using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using JmaActors.Resources;
using JmaActors.Web.Access;
using JmaActors.Web.Http;
using JmaActors.Works;
using Microsoft.Extensions.Localization;

namespace JmaActors.Web.Works;

/// <summary>Sends an export as a file, chunk after chunk: what is held at a time is one chunk, however many people there are.</summary>
public sealed class ExportFile(Gateway gateway, IStringLocalizer<Texts> texts)
{
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Bytes that wait to be sent before writing waits too.</summary>
    const int Buffered = 1024 * 1024;

    /// <summary>The file; 404 when there is none for this caller, 409 while it is not done or no longer.</summary>
    public async Task<IResult> Send(string id, Caller caller, CultureInfo language, CancellationToken ct)
    {
        if (!WorkIds.IsId(id) || await gateway.WorkProgress(id, caller, ct).ConfigureAwait(false) is not { Kind: WorkKind.Export } work) return Problem.NotFound;
        if (work.Stage == WorkStage.Expired) return Problem.NotFound;
        if (work.Stage != WorkStage.Done) return new Problem(StatusCodes.Status409Conflict, "not-ready", Detail: "The export is not done: ask for its progress.");
        var headings = Headings(work, language);
        var name = $"members-{work.Started.ToOffset(TimeSpan.FromHours(9)):yyyyMMdd-HHmm}.{(work.Format == ExportFormat.Xlsx ? "xlsx" : "csv")}";
        var type = work.Format switch
        {
            ExportFormat.Xlsx => XlsxType,
            ExportFormat.ShiftJis => "text/csv; charset=shift_jis",
            _ => "text/csv; charset=utf-8",
        };
        return Results.Stream(body => Write(body, work, headings, caller, ct), type, name);
    }

    string[] Headings(WorkProgress work, CultureInfo language)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = language;
            return [.. work.Columns.Select(c => texts[$"ExportCol.{c}"].Value)];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    async Task Write(Stream body, WorkProgress work, string[] headings, Caller caller, CancellationToken ct)
    {
        if (work.Format == ExportFormat.Xlsx)
        {
            await Through(body, stream => XlsxSheet.Write(stream, headings, XlsxSheet.Numbers(work.Columns), Rows(work, caller, ct), ct), ct).ConfigureAwait(false);
            return;
        }
        await CsvSheet.Write(body, work.Format == ExportFormat.ShiftJis, headings, Rows(work, caller, ct), ct).ConfigureAwait(false);
    }

    async IAsyncEnumerable<List<string[]>> Rows(WorkProgress work, Caller caller, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        for (var chunk = 0; chunk < work.Chunks; chunk++)
        {
            var bytes = await gateway.WorkRows(work.Id, chunk, caller, ct).ConfigureAwait(false) ?? throw new IOException("The export expired while it was fetched.");
            yield return JsonSerializer.Deserialize<List<string[]>>(bytes) ?? [];
        }
    }

    /// <summary>A workbook is written as its maker likes, also in blocking writes, which the connection itself does not take.</summary>
    static async Task Through(Stream body, Func<Stream, Task> write, CancellationToken ct)
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: Buffered, resumeWriterThreshold: Buffered / 2));
        var writing = Task.Run(
            async () =>
            {
                Exception? fault = null;
                try
                {
                    await using var stream = pipe.Writer.AsStream(leaveOpen: true);
                    await write(stream).ConfigureAwait(false);
                }
                catch (Exception e)
                {
                    fault = e;
                    throw;
                }
                finally
                {
                    await pipe.Writer.CompleteAsync(fault).ConfigureAwait(false);
                }
            },
            ct);
        try
        {
            await pipe.Reader.CopyToAsync(body, ct).ConfigureAwait(false);
        }
        finally
        {
            await pipe.Reader.CompleteAsync().ConfigureAwait(false);
        }
        await writing.ConfigureAwait(false);
    }
}
