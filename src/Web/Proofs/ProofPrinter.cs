using System.Security.Cryptography;
using JmaActors.Proofs;

namespace JmaActors.Web.Proofs;

/// <summary>A file as it is handed out.</summary>
/// <param name="Sha256">Small hexadecimal digits.</param>
public sealed record PrintedFile(byte[] Bytes, string Sha256, string Name);

/// <summary>Draws documents. The same content gives the same bytes at whatever time, as long as software, font and address stay the same.</summary>
/// <param name="address">Where the site is reached from outside, without a slash at the end: printed, and in the QR code.</param>
public sealed class ProofPrinter(string address)
{
    // PDFsharp keeps fonts for the whole process and does not say that they may be used at the same time.
    static readonly Lock One = new();

    public PrintedFile Attendance(AttendanceContent content) => Print($"attendance-{content.Session}.pdf", content, (c, site) => AttendanceSheet.Draw(c, site));

    public PrintedFile Transcript(TranscriptContent content) => Print($"transcript-{Printed.Short(content.On)}.pdf", content, (c, site) => TranscriptSheet.Draw(c, site));

    public PrintedFile Receipt(ReceiptContent content) => Print($"receipt-{content.Number}.pdf", content, static (c, _) => ReceiptSheet.Draw(c));

    public static string Digest(ReadOnlySpan<byte> file) => Convert.ToHexStringLower(SHA256.HashData(file));

    PrintedFile Print<T>(string name, T content, Func<T, string, byte[]> draw)
    {
        byte[] bytes;
        lock (One) bytes = draw(content, address);
        return new PrintedFile(bytes, Digest(bytes), name);
    }
}
