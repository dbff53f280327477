using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using JmaActors.Proofs;
using JmaActors.Web.Http;

namespace JmaActors.Web.Proofs;

/// <summary>A file as it is handed out.</summary>
/// <param name="Sha256">Small hexadecimal digits.</param>
public sealed record PrintedFile(byte[] Bytes, string Sha256, string Name);

/// <summary>
/// Draws documents, one at a time; who waits holds no thread. The same content gives the same bytes at whatever time, as long as software, font and address
/// stay the same, so the last ones drawn are kept.
/// </summary>
/// <param name="address">Where the site is reached from outside, without a slash at the end: printed, and in the QR code.</param>
public sealed class ProofPrinter(string address)
{
    // PDFsharp keeps fonts for the whole process and does not say that they may be used at the same time.
    static readonly SemaphoreSlim One = new(1, 1);

    readonly ConcurrentDictionary<string, PrintedFile> kept = new(StringComparer.Ordinal);
    readonly ConcurrentQueue<string> oldest = new();
    int waiting;

    /// <exception cref="TryAgainException"><c>busy</c>: <see cref="WebLimits.PrintsWaiting"/> documents wait to be drawn.</exception>
    public Task<PrintedFile> Attendance(AttendanceContent content, CancellationToken ct) => Print($"attendance-{content.Session}.pdf", content, (c, site) => AttendanceSheet.Draw(c, site), ct);

    /// <inheritdoc cref="Attendance"/>
    public Task<PrintedFile> Transcript(TranscriptContent content, CancellationToken ct) => Print($"transcript-{Printed.Short(content.On)}.pdf", content, (c, site) => TranscriptSheet.Draw(c, site), ct);

    /// <inheritdoc cref="Attendance"/>
    public Task<PrintedFile> Receipt(ReceiptContent content, CancellationToken ct) => Print($"receipt-{content.Number}.pdf", content, static (c, _) => ReceiptSheet.Draw(c), ct);

    /// <inheritdoc cref="Attendance"/>
    public Task<PrintedFile> Dues(DuesInvoiceContent content, CancellationToken ct) => Print($"dues-{content.Member}-{content.Year}.pdf", content, static (c, _) => DuesInvoiceSheet.Draw(c), ct);

    /// <inheritdoc cref="Attendance"/>
    public Task<PrintedFile> DuesReceipt(DuesReceiptContent content, CancellationToken ct) => Print($"dues-receipt-{content.Number}.pdf", content, static (c, _) => DuesReceiptSheet.Draw(c), ct);

    public static string Digest(ReadOnlySpan<byte> file) => Convert.ToHexStringLower(SHA256.HashData(file));

    async Task<PrintedFile> Print<T>(string name, T content, Func<T, string, byte[]> draw, CancellationToken ct)
    {
        // All that is printed: a record that has changed since is another paper.
        var key = name + Digest(JsonSerializer.SerializeToUtf8Bytes(content, ApiJson.Of<T>()));
        if (kept.TryGetValue(key, out var before)) return before;
        try
        {
            if (Interlocked.Increment(ref waiting) > WebLimits.PrintsWaiting) throw new TryAgainException("busy", "Many documents are being drawn; ask again shortly.");
            await One.WaitAsync(ct).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }

        try
        {
            return kept.TryGetValue(key, out before) ? before : Keep(key, name, draw(content, address));
        }
        finally
        {
            One.Release();
        }
    }

    PrintedFile Keep(string key, string name, byte[] bytes)
    {
        var file = new PrintedFile(bytes, Digest(bytes), name);
        kept[key] = file;
        oldest.Enqueue(key);
        while (oldest.Count > WebLimits.PrintsKept && oldest.TryDequeue(out var old)) kept.TryRemove(old, out _);
        return file;
    }
}
