using PdfSharp.Fonts;

namespace JmaActors.Web.Proofs;

/// <summary>The one typeface of all documents: Noto Serif JP Regular (SIL Open Font License 1.1, <c>Fonts/OFL.txt</c>). Files embed the glyphs they use.</summary>
sealed class ProofFont : IFontResolver
{
    public const string Family = "Noto Serif JP";

    const string Face = "NotoSerifJP-Regular";
    const string Resource = "NotoSerifJP-Regular.ttf";

    static readonly Lazy<byte[]> Bytes = new(Load);
    static readonly Lazy<VariantGlyphs> OfVariants = new(static () => new VariantGlyphs(Bytes.Value));
    static readonly Lazy<bool> Installed = new(static () =>
    {
        GlobalFontSettings.FontResolver = new ProofFont();
        return true;
    });

    public static VariantGlyphs Variants => OfVariants.Value;

    /// <summary>Gives the font to PDFsharp, once a process: its fonts are global.</summary>
    public static void Install() => _ = Installed.Value;

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) => familyName == Family ? new FontResolverInfo(Face, isBold, isItalic) : null;

    public byte[]? GetFont(string faceName) => faceName == Face ? Bytes.Value : null;

    static byte[] Load()
    {
        using var stream = typeof(ProofFont).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not part of this assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
