using JmaActors.Credits;
using JmaActors.Proofs;

namespace JmaActors.Web.Proofs;

/// <summary>受講証明書: one page as a rule; a long program goes on on the next.</summary>
static class AttendanceSheet
{
    static readonly Column[] Columns =
    [
        new(ProofWords.Time, Sheet.Left + 6, 74),
        new(ProofWords.Talk, Sheet.Left + 84, 190),
        new(ProofWords.Minutes, Sheet.Left + 280, 28, 1),
        new(ProofWords.Subject, Sheet.Left + 322, 118),
        new(ProofWords.Units, Sheet.Left + 440, 37, 1),
    ];

    public static byte[] Draw(AttendanceContent content, string address)
    {
        using var on = new Sheet(new SheetInfo(
            content.Code.Text, $"受講証明書 {content.Title}", content.HostName, CodeMark.Of(content.Code), content.Issued));
        Ground(on, content);
        on.Continued = s =>
        {
            Ground(s, content);
            SheetParts.Heads(s, Columns);
        };
        Head(on, content);
        SheetParts.Pair(on, ProofWords.Program, content.Title);
        SheetParts.Pair(on, ProofWords.Date, Printed.Both(content.Date));
        SheetParts.Pair(on, ProofWords.Place, content.Place);
        SheetParts.Pair(on, ProofWords.Host, content.HostName);
        on.Y += 16;
        SheetParts.Heads(on, Columns);
        foreach (var talk in content.Talks) Talk(on, talk);
        Totals(on, content);
        on.Continued = s => Ground(s, content);
        on.Need(SheetParts.ClosingHeight);
        SheetParts.Closing(on, content.HostName, content.Issued, content.Code, address);
        if (on.Pages > 1) on.OnEveryPage((s, page) => SheetParts.PageFoot(s, page, $"受講証明書　{content.Code}"));
        return on.Finish();
    }

    static void Ground(Sheet on, AttendanceContent content)
    {
        SheetParts.Sample(on, content.Holder.Demonstration);
        on.Box(24, 24, 595 - 48, 842 - 48, null, Sheet.Accent, 1.1);
        on.Box(28.5, 28.5, 595 - 57, 842 - 57, null, Sheet.Accent, 0.35);
        on.Y = Sheet.Top;
    }

    static void Head(Sheet on, AttendanceContent content)
    {
        SheetParts.Number(on, ProofWords.Number, content.Code.Text, 55);
        on.Text(ProofWords.Attendance.Ja, 27, 297.5, 116, Sheet.Ink, 0.5);
        on.Text(ProofWords.Attendance.En, 9.5, 297.5, 134, Sheet.Soft, 0.5);
        on.Fitted($"{content.Holder.Name}　殿", 22, 297.5, 190, 420, Sheet.Ink, 0.5);
        on.Rule(127, 468, 200, 0.7, Sheet.Accent);
        on.Text(SheetParts.Numbers(content.Holder), 8.5, 297.5, 216, Sheet.Soft, 0.5);
        on.Text(ProofWords.Attended.Ja, 10.5, 297.5, 249, Sheet.Ink, 0.5);
        on.Text(ProofWords.Attended.En, 7, 297.5, 262, Sheet.Soft, 0.5);
        on.Y = 278;
    }

    static void Talk(Sheet on, ProofTalk talk)
    {
        const double LineHeight = 12.5, PerScheme = 21;
        var titles = on.Lines(talk.Title, 9, Columns[1].Width, 3);
        var speakers = talk.Speaker.Length == 0 ? [] : on.Lines(talk.Speaker, 7.2, Columns[1].Width, 2);
        var height = 8 + Math.Max((titles.Count * LineHeight) + (speakers.Count * 9.5), talk.Lines.Count * PerScheme);
        on.Need(height);
        on.Text($"{Printed.Time(talk.Start)}–{Printed.Time(talk.End)}", 8.5, Columns[0].X, on.Y + 14);
        for (var i = 0; i < titles.Count; i++) on.Text(titles[i], 9, Columns[1].X, on.Y + 14 + (i * LineHeight));
        for (var i = 0; i < speakers.Count; i++) on.Text(speakers[i], 7.2, Columns[1].X, on.Y + 13 + (titles.Count * LineHeight) + (i * 9.5), Sheet.Soft);
        on.Text(FormattableString.Invariant($"{talk.Minutes}"), 8.5, Columns[2].X + Columns[2].Width, on.Y + 14, align: 1);
        for (var i = 0; i < talk.Lines.Count; i++)
        {
            var (line, y) = (talk.Lines[i], on.Y + 11 + (i * PerScheme));
            on.Fitted(ProofWords.Scheme(line.Scheme).Ja, 6.5, Columns[3].X, y, Columns[3].Width - 8, Sheet.Soft);
            on.Fitted(ProofWords.SubjectOf(line.Scheme, line.Subject, line.Title), 8, Columns[3].X, y + 10, Columns[3].Width - 8);
            on.Text(Printed.Units(line.Units), 9.5, Columns[4].X + Columns[4].Width, y + 8, align: 1);
        }
        on.Y += height;
        on.Rule(Sheet.Left, Sheet.Right, on.Y);
    }

    static void Totals(Sheet on, AttendanceContent content)
    {
        on.Need(12 + (content.Totals.Count * 20));
        on.Y += 6;
        foreach (var total in content.Totals)
        {
            on.Text($"{ProofWords.Sum.Ja}　{ProofWords.Scheme(total.Scheme).Ja}", 9.5, Columns[3].X - 6, on.Y + 14, Sheet.Soft, 1);
            on.Text($"{Printed.Units(total.Units)} 単位{Codes(content, total.Scheme)}", 12, Sheet.Right, on.Y + 14.5, Sheet.Accent, 1);
            on.Y += 20;
        }
    }

    static string Codes(AttendanceContent content, CreditScheme scheme)
    {
        if (scheme != CreditScheme.Cme) return "";
        var codes = content.Talks.SelectMany(t => t.Lines).Where(l => l is { Scheme: CreditScheme.Cme, Subject: > 0 }).Select(l => l.Subject).Distinct().Count();
        return FormattableString.Invariant($"・{codes} コード");
    }
}
