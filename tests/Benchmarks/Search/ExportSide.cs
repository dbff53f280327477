using System.Diagnostics;
using JmaActors.Directory;
using JmaActors.Web.Access;
using JmaActors.Web.Works;
using JmaActors.Works;
using Microsoft.Extensions.DependencyInjection;

namespace JmaActors.Benchmarks.Search;

/// <summary>An export of every JMA member as CSV: from the command until the last byte is fetched, with what the process holds before, while and after.</summary>
static class ExportSide
{
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    public static async Task<double> Run(BenchSilo silo, string database)
    {
        var caller = Caller.Office(AssociationId.Jma);
        var (gateway, file) = (silo.Services.GetRequiredService<Gateway>(), silo.Services.GetRequiredService<ExportFile>());
        GC.Collect();
        var before = Resident();
        var most = before;
        var began = Stopwatch.GetTimestamp();
        var command = new StartWork("all", WorkKind.Export, MemberFilter.All, "kana", null, [.. ExportColumns.All.Select(c => c.Name)], ExportFormat.Csv, "", caller);
        var work = (await gateway.StartWork(command, CancellationToken.None)).Value!;
        while (work.Stage != WorkStage.Done)
        {
            await Task.Delay(Look);
            most = Math.Max(most, Resident());
            work = (await gateway.WorkProgress(work.Id, caller, CancellationToken.None))!;
        }
        Figures.Print($"export gathered s {database}", Stopwatch.GetElapsedTime(began).TotalSeconds, "0.0");
        var counting = new CountingStream(() => most = Math.Max(most, Resident()));
        var http = new DefaultHttpContext { RequestServices = silo.Services };
        http.Response.Body = counting;
        await (await file.Send(work.Id, caller, System.Globalization.CultureInfo.GetCultureInfo("ja"), CancellationToken.None)).ExecuteAsync(http);
        Figures.Print($"export rows {database}", work.Found, "0");
        Figures.Print($"export MB {database}", counting.Bytes / 1024.0 / 1024.0, "0.0");
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Figures.Print($"export s {database}", seconds, "0.0");
        GC.Collect();
        Figures.Note($"export memory MB on {database}: {before} before, {most} at most, {Resident()} after");
        return seconds;
    }

    static long Resident()
    {
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64 / 1024 / 1024;
    }

    /// <summary>Takes everything and keeps nothing.</summary>
    sealed class CountingStream(Action look) : Stream
    {
        public long Bytes { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Bytes;

        public override long Position { get => Bytes; set => throw new NotSupportedException(); }

        public override void Flush() => look();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Bytes += count;
    }
}
