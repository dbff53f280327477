using JmaActors.Credits;
using JmaActors.Design;
using JmaActors.Proofs;

namespace JmaActors.Web.Proofs;

/// <summary>単位取得明細: as many pages as it takes, the heads of the table on each.</summary>
static class TranscriptSheet
{
    static readonly Column[] Columns =
    [
        new(ProofWords.Day, Sheet.Left + 6, 62),
        new(ProofWords.Content, Sheet.Left + 72, 188),
        new(ProofWords.Method, Sheet.Left + 268, 62),
        new(ProofWords.Codes, Sheet.Left + 332, 112),
        new(ProofWords.Units, Sheet.Left + 444, 33, 1),
    ];

    public static byte[] Draw(TranscriptContent content, string address)
    {
        using var on = new Sheet(new SheetInfo(
            content.Code.Text, $"単位取得明細 {Printed.Short(content.On)}", content.IssuerName, CodeMark.Of(content.Code), content.Issued));
        SheetParts.Sample(on, content.Holder.Demonstration);
        Head(on, content);
        on.Continued = s => Again(s, content);
        foreach (var scheme in content.Schemes) Scheme(on, scheme);
        on.Continued = s => SheetParts.Sample(s, content.Holder.Demonstration);
        on.Need(SheetParts.ClosingHeight);
        SheetParts.Closing(on, content.IssuerName, content.Issued, content.Code, address);
        on.OnEveryPage((s, page) => SheetParts.PageFoot(s, page, $"{ProofWords.Transcript.Ja}　{content.Code}"));
        return on.Finish();
    }

    static void Head(Sheet on, TranscriptContent content)
    {
        SheetParts.Number(on, ProofWords.Number, content.Code.Text, 50);
        on.Text(ProofWords.Transcript.Ja, 22, Sheet.Left, 82);
        on.Text(ProofWords.Transcript.En, 9, Sheet.Left + on.Measure(ProofWords.Transcript.Ja, 22) + 10, 82, Sheet.Soft);
        on.Rule(Sheet.Left, Sheet.Right, 92, 1.2, Sheet.Accent);
        on.Y = 94;
        SheetParts.Pair(on, ProofWords.Name, content.Holder.Name, 13);
        if (content.Holder.Registry is { } registry) SheetParts.Pair(on, ProofWords.Registry, $"第{registry.Text}号", 9.5);
        SheetParts.Pair(on, ProofWords.Member, content.Holder.Member.ToString(), 9.5);
        SheetParts.Pair(on, ProofWords.AsOf, Printed.Both(content.On), 9.5);
        on.Y += 12;
        if (content.Cme is { } standing) Standing(on, standing);
        on.Text($"{ProofWords.Listed.Ja}　{ProofWords.Listed.En}", 7, Sheet.Left, on.Y + 8, Sheet.Soft);
        on.Y += 20;
    }

    static void Standing(Sheet on, TranscriptStanding standing)
    {
        const double Height = 58, Bar = 190;
        on.Box(Sheet.Left, on.Y, Sheet.Width, Height, Sheet.Tint);
        on.Text(ProofWords.Standing.Ja, 9, Sheet.Left + 12, on.Y + 17, Sheet.Accent);
        on.Text(ProofWords.Standing.En, 6.5, Sheet.Left + 12 + on.Measure(ProofWords.Standing.Ja, 9) + 6, on.Y + 17, Sheet.Soft);
        on.Text($"{Wareki.JapaneseFiscalYear(standing.From.Year)} – {Wareki.JapaneseFiscalYear(standing.To.Year)}", 8, Sheet.Left + 12, on.Y + 46, Sheet.Soft);
        on.Text($"単位 {Printed.Units(standing.Units)} ＋ コード {standing.Codes}", 8.5, Sheet.Left + 12, on.Y + 32);
        var (x, y) = (Sheet.Right - 12 - Bar, on.Y + 38);
        on.Box(x, y, Bar, 7, Sheet.Line);
        on.Box(x, y, Bar * (double)Math.Min(1m, standing.Total / standing.Target), 7, Sheet.Accent);
        var target = $" ／ {Printed.Number(standing.Target)}{(standing.Reached ? "　達成" : "")}";
        var after = on.Measure(target, 9);
        on.Text(target, 9, Sheet.Right - 12, on.Y + 28, Sheet.Soft, 1);
        on.Text(Printed.Number(standing.Total), 20, Sheet.Right - 12 - after, on.Y + 29, Sheet.Ink, 1);
        on.Y += Height + 8;
    }

    /// <summary>The top of a further page.</summary>
    static void Again(Sheet on, TranscriptContent content)
    {
        SheetParts.Sample(on, content.Holder.Demonstration);
        on.Text($"{content.Holder.Name}　{content.Holder.Member}", 8, Sheet.Left, 50, Sheet.Soft);
        on.Text($"{ProofWords.AsOf.Ja} {Printed.Date(content.On)}", 8, Sheet.Right, 50, Sheet.Soft, 1);
        on.Y = Sheet.Top + 4;
        SheetParts.Heads(on, Columns);
    }

    static void Scheme(Sheet on, TranscriptScheme scheme)
    {
        // A heading alone at the foot of a page belongs to the next.
        if (!on.Need(96) || on.Pages == 1) on.Y += 4;
        on.Text(ProofWords.Scheme(scheme.Scheme).Ja, 12, Sheet.Left, on.Y + 14, Sheet.Accent);
        on.Text(ProofWords.Scheme(scheme.Scheme).En, 7, Sheet.Left + on.Measure(ProofWords.Scheme(scheme.Scheme).Ja, 12) + 7, on.Y + 14, Sheet.Soft);
        on.Text($"{ProofWords.Sum.Ja} {Printed.Units(scheme.Units)} 単位", 10, Sheet.Right, on.Y + 14, Sheet.Ink, 1);
        on.Y += 22;
        SheetParts.Heads(on, Columns);
        foreach (var year in scheme.Years) Year(on, scheme.Scheme, year);
        on.Y += 12;
    }

    static void Year(Sheet on, CreditScheme scheme, TranscriptYear year)
    {
        on.Need(46);
        on.Text(Wareki.JapaneseFiscalYear(year.Year.Year), 9, Sheet.Left + 6, on.Y + 15, Sheet.Accent);
        var codes = scheme == CreditScheme.Cme ? FormattableString.Invariant($"・{year.Codes} コード") : "";
        on.Text($"{Printed.Units(year.Units)} 単位{codes}", 8.5, Sheet.Right, on.Y + 15, Sheet.Soft, 1);
        on.Y += 21;
        on.Rule(Sheet.Left, Sheet.Right, on.Y, 0.7, Sheet.Accent);
        foreach (var entry in year.Entries) Entry(on, scheme, entry);
    }

    static void Entry(Sheet on, CreditScheme scheme, TranscriptEntry entry)
    {
        var titles = on.Lines(entry.Title, 8.2, Columns[1].Width, 2);
        var height = 8 + (titles.Count * 11);
        on.Need(height);
        on.Text(Printed.Short(entry.Date), 8, Columns[0].X, on.Y + 12.5);
        for (var i = 0; i < titles.Count; i++) on.Text(titles[i], 8.2, Columns[1].X, on.Y + 12.5 + (i * 11));
        on.Fitted(ProofWords.MethodOf(entry.Method), 8, Columns[2].X, on.Y + 12.5, Columns[2].Width - 6, Sheet.Soft);
        on.Fitted(ProofWords.SubjectOf(scheme, entry.Subject, entry.SubjectTitle), 8, Columns[3].X, on.Y + 12.5, Columns[3].Width - 6);
        on.Text(Printed.Units(entry.Units), 8.5, Columns[4].X + Columns[4].Width, on.Y + 12.5, align: 1);
        on.Y += height;
        on.Rule(Sheet.Left, Sheet.Right, on.Y, 0.35);
    }
}
