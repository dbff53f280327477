using System.IO.Compression;
using System.IO.Pipelines;
using JmaActors.Web.Access;

namespace JmaActors.Web.Files;

/// <summary>
/// Looks at a workbook before anything in it is read: how large it is, and how large what is packed in it says to be. What is unpacked never exceeds what it
/// says, so a workbook that would fill the memory is refused by its directory alone.
/// </summary>
static class XlsxGuard
{
    static readonly byte[] Zip = [(byte)'P', (byte)'K', 3, 4];
    static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Workbooks that are in memory at a time.</summary>
    static readonly SemaphoreSlim Room = new(WebLimits.XlsxAtOnce);

    public static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith(Zip);

    /// <summary>The container of old workbooks and of encrypted ones.</summary>
    public static bool IsLocked(ReadOnlySpan<byte> head) => head.StartsWith(Compound);

    /// <summary>The whole workbook; it needs to be read from its end.</summary>
    public static async Task<XlsxBytes> Whole(PipeReader file, CancellationToken ct)
    {
        await Room.WaitAsync(ct).ConfigureAwait(false);
        var bytes = new XlsxBytes(() => Room.Release());
        try
        {
            await Copy(file, bytes.Stream, ct).ConfigureAwait(false);
            bytes.Stream.Position = 0;
            Check(bytes.Stream);
            bytes.Stream.Position = 0;
            return bytes;
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    static async Task Copy(PipeReader file, MemoryStream into, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                var read = await file.ReadAsync(ct).ConfigureAwait(false);
                foreach (var part in read.Buffer) into.Write(part.Span);
                file.AdvanceTo(read.Buffer.End);
                if (into.Length > WebLimits.XlsxBody) throw new InvalidInputException("file", $"A workbook has at most {WebLimits.XlsxBody} bytes: split it, or save it as CSV.");
                if (read.IsCompleted) return;
            }
        }
        catch (Exception fault) when (FileBody.CutOff(fault))
        {
            throw FileBody.Incomplete();
        }
    }

    static void Check(Stream stream)
    {
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > WebLimits.XlsxParts) throw TooMuch();
            var unpacked = 0L;
            foreach (var entry in zip.Entries)
            {
                if (entry.Length > WebLimits.XlsxPart) throw TooMuch();
                unpacked += entry.Length;
            }

            if (unpacked > WebLimits.XlsxUnpacked) throw TooMuch();
        }
        catch (InvalidDataException)
        {
            throw XlsxTable.Unreadable();
        }
    }

    static InvalidInputException TooMuch() => new("file", "The workbook unpacks to more than is taken: leave out pictures and other sheets, split it, or save it as CSV.");
}

/// <summary>A workbook in memory, which makes room for the next once it is done with.</summary>
sealed class XlsxBytes(Action done) : IDisposable
{
    int ended;

    public MemoryStream Stream { get; } = new();

    public void Dispose()
    {
        if (Interlocked.Exchange(ref ended, 1) != 0) return;
        Stream.Dispose();
        done();
    }
}
