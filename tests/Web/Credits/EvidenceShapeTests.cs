using System.Text;
using CsCheck;
using JmaActors.Credits;
using JmaActors.Web.Credits;

namespace JmaActors.Tests.Web.Credits;

public class EvidenceShapeTests
{
    public static TheoryData<string> Whole => [.. Papers.All.Keys];

    [Theory, MemberData(nameof(Whole))]
    public void A_document_is_told_by_its_bytes_and_every_cut_before_its_end_is_seen(string name)
    {
        var (file, kind, end) = Papers.All[name];
        Assert.Equal(kind, EvidenceShape.KindOf(file));
        Assert.True(EvidenceShape.IsWhole(kind, file));
        for (var length = 8; length < end; length++) Assert.False(EvidenceShape.IsWhole(kind, file.AsSpan(0, length)), $"{name} cut at {length}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PD")]
    [InlineData(" %PDF-1.7 %%EOF")]
    [InlineData("<html><script>alert(1)</script>")]
    [InlineData("GIF89a")]
    [InlineData("PK\u0003\u0004 word/document.xml")]
    [InlineData("MZ\u0090")]
    public void Anything_else_is_none_whatever_it_is_called(string text) => Assert.Null(EvidenceShape.KindOf(Encoding.Latin1.GetBytes(text)));

    [Fact]
    public void Arbitrary_bytes_behind_a_known_beginning_never_throw() => Gen.Byte.Array[0, 200].Sample(bytes =>
    {
        foreach (var (head, kind) in new[] { ("%PDF-"u8.ToArray(), EvidenceKind.Pdf), ([0xFF, 0xD8, 0xFF], EvidenceKind.Jpeg), ([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], EvidenceKind.Png) })
        {
            byte[] file = [.. head, .. bytes];
            Assert.Equal(kind, EvidenceShape.KindOf(file));
            _ = EvidenceShape.IsWhole(kind, file);
        }
    });
}

/// <summary>Small documents of each kind, with where the last byte of each must be.</summary>
static class Papers
{
    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n");

    /// <summary>The smallest PNG: one point.</summary>
    public static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>A JPEG with a small picture, that has an end of its own, in its first segment, and what some cameras write behind the end.</summary>
    public static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x08, 0xFF, 0xD8, 0xFF, 0xD9, 0x00, 0x00, 0xFF, 0xDA, 0x00, 0x02, 0x11, 0x22, 0xFF, 0x00, 0x33, 0xFF, 0xD9, (byte)'S', (byte)'E', (byte)'F'];

    public static readonly Dictionary<string, (byte[] File, EvidenceKind Kind, int End)> All = new()
    {
        ["pdf"] = (Pdf, EvidenceKind.Pdf, Pdf.Length - 1),
        ["png"] = (Png, EvidenceKind.Png, Png.Length),
        ["jpeg"] = (Jpeg, EvidenceKind.Jpeg, Jpeg.Length - 3),
    };
}
