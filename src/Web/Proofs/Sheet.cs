using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace JmaActors.Web.Proofs;

/// <summary>What a file says of itself.</summary>
/// <param name="Name">Names the document within the house: its code or number. Its ids follow from it.</param>
/// <param name="Keywords">Where a verifier finds the code.</param>
/// <param name="Made">The instant of issue: the file's date, whenever it is drawn.</param>
sealed record SheetInfo(string Name, string Title, string Author, string Keywords, DateTimeOffset Made);

/// <summary>An A4 document being drawn from top to bottom. Lengths are points; <see cref="Y"/> is where the next line begins.</summary>
sealed class Sheet : IDisposable
{
    public const double Left = 56, Top = 56, Right = 595 - 56, Bottom = 842 - 62, Width = Right - Left;

    public static readonly XColor Ink = XColor.FromArgb(22, 34, 43), Soft = XColor.FromArgb(92, 106, 116), Accent = XColor.FromArgb(11, 92, 107), Line = XColor.FromArgb(196, 206, 212),
        Tint = XColor.FromArgb(238, 245, 246);

    /// <summary>First code point of the private use area.</summary>
    const int PrivateUse = 0xE000;

    readonly PdfDocument document = new();
    readonly SheetInfo info;
    readonly Dictionary<double, XFont> fonts = [];
    XGraphics graphics = null!;

    public Sheet(SheetInfo info)
    {
        ProofFont.Install();
        this.info = info;
        document.Info.Title = info.Title;
        document.Info.Author = info.Author;
        document.Info.Keywords = info.Keywords;
        document.Info.Creator = "JmaActors";
        document.Info.CreationDate = document.Info.ModificationDate = info.Made.UtcDateTime;
        document.Language = "ja-JP";
        document.ViewerPreferences.DisplayDocTitle = true;
        FollowVariants();
        NextPage();
    }

    public double Y { get; set; }

    public XGraphics Graphics => graphics;

    public int Pages => document.PageCount;

    /// <summary>Drawn at the top of every page but the first.</summary>
    public Action<Sheet>? Continued { get; set; }

    public void NextPage()
    {
        graphics?.Dispose();
        var page = document.AddPage();
        page.Size = PageSize.A4;
        graphics = XGraphics.FromPdfPage(page);
        Y = Top;
        if (Pages > 1) Continued?.Invoke(this);
    }

    /// <summary>Goes on to the next page when less than this is left. True when it did.</summary>
    public bool Need(double height)
    {
        if (Y + height <= Bottom) return false;
        NextPage();
        return true;
    }

    public double Measure(string text, double size) => graphics.MeasureString(text, Font(size)).Width;

    /// <summary>One line with its baseline at <paramref name="y"/>; <paramref name="align"/> 0 begins at x, 0.5 is centred on it, 1 ends there.</summary>
    public void Text(string text, double size, double x, double y, XColor? color = null, double align = 0)
    {
        if (text.Length == 0) return;
        var from = align == 0 ? x : x - (Measure(text, size) * align);
        graphics.DrawString(text, Font(size), new XSolidBrush(color ?? Ink), from, y);
    }

    /// <summary>One line, made smaller until it fits the width.</summary>
    public void Fitted(string text, double size, double x, double y, double width, XColor? color = null, double align = 0)
    {
        var needed = Measure(text, size);
        Text(text, needed > width ? size * width / needed : size, x, y, color, align);
    }

    public IReadOnlyList<string> Lines(string text, double size, double width, int most = int.MaxValue) => LineBreaks.Of(text, width, t => Measure(t, size), most);

    public void Rule(double x1, double x2, double y, double thickness = 0.5, XColor? color = null) => graphics.DrawLine(new XPen(color ?? Line, thickness), x1, y, x2, y);

    public void Box(double x, double y, double width, double height, XColor? fill = null, XColor? border = null, double thickness = 0.5)
    {
        if (fill is { } inside) graphics.DrawRectangle(new XSolidBrush(inside), x, y, width, height);
        if (border is { } around) graphics.DrawRectangle(new XPen(around, thickness), x, y, width, height);
    }

    /// <summary>Draws something on every page, when all of them are there.</summary>
    public void OnEveryPage(Action<Sheet, int> draw)
    {
        for (var i = 0; i < document.PageCount; i++)
        {
            graphics.Dispose();
            graphics = XGraphics.FromPdfPage(document.Pages[i]);
            draw(this, i + 1);
        }
    }

    /// <summary>The file: the same content gives the same bytes.</summary>
    public byte[] Finish()
    {
        graphics.Dispose();
        using var stream = new MemoryStream();
        document.Save(stream, closeStream: false);
        var bytes = stream.ToArray();
        FixedBytes.Apply(bytes, info.Name);
        return bytes;
    }

    public void Dispose()
    {
        graphics.Dispose();
        document.Dispose();
    }

    /// <summary>
    /// PDFsharp asks about each text it measures or draws: first for its characters, then for their glyphs. It keeps one glyph per character and file;
    /// where a file has both forms of a character, the second is told apart by a private code point.
    /// </summary>
    void FollowVariants()
    {
        var shown = new Dictionary<int, ushort>();
        var privately = new Dictionary<ushort, int>();
        IReadOnlyList<(int At, ushort Glyph)> variants = [];
        document.RenderEvents.PrepareTextEvent += (_, e) => (e.Text, variants) = ProofFont.Variants.Resolve(e.Text);
        document.RenderEvents.RenderTextEvent += (_, e) =>
        {
            var run = e.CodePointGlyphIndexPairs;
            foreach (var (at, glyph) in variants) run[at].GlyphIndex = glyph;
            for (var i = 0; i < run.Length; i++)
            {
                if (shown.TryAdd(run[i].CodePoint, run[i].GlyphIndex) || shown[run[i].CodePoint] == run[i].GlyphIndex) continue;
                if (!privately.TryGetValue(run[i].GlyphIndex, out var point)) privately[run[i].GlyphIndex] = point = PrivateUse + privately.Count;
                run[i].CodePoint = point;
            }
        };
    }

    XFont Font(double size)
    {
        if (!fonts.TryGetValue(size, out var font)) fonts[size] = font = new XFont(ProofFont.Family, size);
        return font;
    }
}
