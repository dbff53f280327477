using System.Security.Cryptography;
using System.Text;

namespace JmaActors.Web.Proofs;

/// <summary>
/// Makes a file a function of its content: what PDFsharp draws by lot (document ids, the tag before an embedded subset's name) is drawn from the document's own
/// name instead, in place and in the same length.
/// </summary>
static class FixedBytes
{
    const int TagLetters = 6;

    static readonly byte[] FontName = "+Noto#20Serif#20JP"u8.ToArray();
    static readonly byte[] TrailerIds = "/ID[<"u8.ToArray();
    static readonly byte[][] MetadataIds = ["<xmpMM:DocumentID>uuid:"u8.ToArray(), "<xmpMM:InstanceID>uuid:"u8.ToArray()];

    /// <param name="name">Names the document; another name gives other ids.</param>
    public static void Apply(byte[] pdf, string name)
    {
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
        foreach (var mark in MetadataIds) Overwrite(pdf, pdf.AsSpan().IndexOf(mark) + mark.Length, id.ToString("D"));
        var at = pdf.AsSpan().LastIndexOf(TrailerIds) + TrailerIds.Length;
        var digits = id.ToString("N").ToUpperInvariant();
        Overwrite(pdf, at, digits);
        Overwrite(pdf, at + digits.Length + "><".Length, digits);
        Tags(pdf);
    }

    /// <summary>Each subset keeps a tag of its own, counted in the order in which they first stand in the file.</summary>
    static void Tags(byte[] pdf)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var from = 0; pdf.AsSpan(from).IndexOf(FontName) is var found and >= 0; from += found + FontName.Length)
        {
            var at = from + found - TagLetters;
            var drawn = Encoding.ASCII.GetString(pdf, at, TagLetters);
            if (!tags.TryGetValue(drawn, out var tag)) tags[drawn] = tag = $"PROOF{(char)('A' + tags.Count)}";
            Overwrite(pdf, at, tag);
        }
    }

    static void Overwrite(byte[] pdf, int at, string text) => Encoding.ASCII.GetBytes(text, pdf.AsSpan(at));
}
