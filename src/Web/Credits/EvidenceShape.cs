using System.Buffers.Binary;
using JmaActors.Credits;

namespace JmaActors.Web.Credits;

/// <summary>What a document is, told by its bytes alone: neither its name nor what its sender calls it is believed. One that ends too early is told apart.</summary>
public static class EvidenceShape
{
    /// <summary>Bytes at the end of a PDF in which its end is marked.</summary>
    const int PdfTail = 1024;

    const byte JpegMark = 0xFF, JpegEnd = 0xD9, JpegScan = 0xDA;

    /// <summary>Length, name and check sum around a PNG's chunk.</summary>
    const int PngChunk = 12;

    static ReadOnlySpan<byte> PdfHead => "%PDF-"u8;

    static ReadOnlySpan<byte> PdfEnd => "%%EOF"u8;

    static ReadOnlySpan<byte> JpegHead => [JpegMark, 0xD8, JpegMark];

    static ReadOnlySpan<byte> PngHead => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The kind by the first bytes; null for any other file.</summary>
    public static EvidenceKind? KindOf(ReadOnlySpan<byte> file) =>
        file.StartsWith(PdfHead) ? EvidenceKind.Pdf
        : file.StartsWith(JpegHead) ? EvidenceKind.Jpeg
        : file.StartsWith(PngHead) ? EvidenceKind.Png
        : null;

    /// <summary>True when the file has its end: what was cut off on the way proves nothing.</summary>
    public static bool IsWhole(EvidenceKind kind, ReadOnlySpan<byte> file) => kind switch
    {
        EvidenceKind.Pdf => file[^Math.Min(PdfTail, file.Length)..].IndexOf(PdfEnd) >= 0,
        EvidenceKind.Jpeg => WholeJpeg(file),
        EvidenceKind.Png => WholePng(file),
        _ => false,
    };

    /// <summary>From segment to segment up to the picture, then its end; cameras may write more behind it. A small picture inside a segment has an end of its own.</summary>
    static bool WholeJpeg(ReadOnlySpan<byte> file)
    {
        for (var at = 2; at + 4 <= file.Length && file[at] == JpegMark;)
        {
            var mark = file[at + 1];
            if (mark == JpegMark)
            {
                at++;
                continue;
            }
            if (mark == JpegScan) return file[at..].IndexOf([JpegMark, JpegEnd]) >= 0;
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }
        return false;
    }

    /// <summary>From chunk to chunk up to the last one.</summary>
    static bool WholePng(ReadOnlySpan<byte> file)
    {
        for (var at = PngHead.Length; at + PngChunk <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - PngChunk) return false;
            if (file.Slice(at + 4, 4).SequenceEqual("IEND"u8)) return true;
            at += PngChunk + (int)length;
        }
        return false;
    }

    /// <summary>What a browser is told it gets.</summary>
    public static string MediaType(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Pdf => "application/pdf",
        EvidenceKind.Jpeg => "image/jpeg",
        EvidenceKind.Png => "image/png",
        _ => "application/octet-stream",
    };

    /// <summary>Extension of a file name.</summary>
    public static string Extension(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Pdf => "pdf",
        EvidenceKind.Jpeg => "jpg",
        EvidenceKind.Png => "png",
        _ => "bin",
    };
}
