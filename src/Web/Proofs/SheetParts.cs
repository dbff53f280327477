using JmaActors.Proofs;
using PdfSharp.Drawing;

namespace JmaActors.Web.Proofs;

/// <summary>A column of a printed table.</summary>
/// <param name="Align">0 left, 1 right.</param>
readonly record struct Column(Words Head, double X, double Width, double Align = 0);

/// <summary>Parts that all documents share.</summary>
static class SheetParts
{
    const double QrSize = 76;

    /// <summary>Height of <see cref="Closing"/>.</summary>
    public const double ClosingHeight = 118;

    /// <summary>Size of the large grey word on documents about people who are made up.</summary>
    const double SampleSize = 110;

    static readonly XColor SampleGrey = XColor.FromArgb(236, 239, 241);

    /// <summary>Says across the page that the person is made up. Beneath everything else, so drawn first.</summary>
    public static void Sample(Sheet on, bool demonstration)
    {
        if (!demonstration) return;
        var state = on.Graphics.Save();
        on.Graphics.RotateAtTransform(-32, new XPoint(297, 421));
        on.Text(ProofWords.Sample.Ja, SampleSize, 297, 440, SampleGrey, 0.5);
        on.Text(ProofWords.Sample.En, SampleSize / 3, 297, 490, SampleGrey, 0.5);
        on.Graphics.Restore(state);
    }

    public static void Number(Sheet on, Words label, string number, double y) =>
        on.Text($"{label.Ja} {label.En}　{number}", 7.5, Sheet.Right, y, Sheet.Soft, 1);

    /// <summary>The upper part of every 領収書: its number, to whom, and the amount in a box.</summary>
    public static void Receipt(Sheet on, Words numbers, string number, string name, Words amount, long yen)
    {
        Number(on, numbers, number, 55);
        on.Text(ProofWords.Receipt.Ja, 26, 297.5, 100, Sheet.Ink, 0.5);
        on.Text(ProofWords.Receipt.En, 9, 297.5, 116, Sheet.Soft, 0.5);
        on.Fitted($"{name}　様", 17, Sheet.Left, 160, 300);
        on.Rule(Sheet.Left, Sheet.Left + 310, 168, 0.7, Sheet.Ink);
        on.Box(Sheet.Left, 186, Sheet.Width, 58, Sheet.Tint, Sheet.Accent, 0.7);
        on.Text(amount.Ja, 9.5, Sheet.Left + 16, 212, Sheet.Soft);
        on.Text(amount.En, 6.5, Sheet.Left + 16, 224, Sheet.Soft);
        on.Text($"{Printed.Yen(yen)}-", 28, Sheet.Right - 24, 226, Sheet.Ink, 1);
    }

    /// <summary>A label in both languages and its value, on a line of its own beneath which a hairline runs.</summary>
    public static void Pair(Sheet on, Words label, string value, double size = 10.5)
    {
        const double Labels = 106;
        var lines = on.Lines(value, size, Sheet.Width - Labels, 2);
        on.Text(label.Ja, 9, Sheet.Left, on.Y + 15, Sheet.Soft);
        on.Text(label.En, 6.5, Sheet.Left + on.Measure(label.Ja, 9) + 5, on.Y + 15, Sheet.Soft);
        for (var i = 0; i < lines.Count; i++) on.Text(lines[i], size, Sheet.Left + Labels, on.Y + 15 + (i * (size + 4.5)));
        on.Y += 23 + ((lines.Count - 1) * (size + 4.5));
        on.Rule(Sheet.Left, Sheet.Right, on.Y);
    }

    public static void Heads(Sheet on, params ReadOnlySpan<Column> columns)
    {
        on.Box(Sheet.Left, on.Y, Sheet.Width, 20, Sheet.Tint);
        foreach (var column in columns)
        {
            var x = column.X + (column.Align * column.Width);
            if (column.Align == 0)
            {
                on.Text(column.Head.Ja, 8, x, on.Y + 13.5, Sheet.Soft);
                on.Text(column.Head.En, 6, x + on.Measure(column.Head.Ja, 8) + 4, on.Y + 13.5, Sheet.Soft);
            }
            else
            {
                on.Text(column.Head.Ja, 8, x, on.Y + 13.5, Sheet.Soft, column.Align);
            }
        }
        on.Y += 20;
    }

    /// <summary>Number of the registry and of the member, as far as there are any.</summary>
    public static string Numbers(ProofHolder holder) => holder.Registry is { } registry
        ? $"{ProofWords.Registry.Ja}　第{registry.Text}号　　{ProofWords.Member.Ja}　{holder.Member}"
        : $"{ProofWords.Member.Ja}　{holder.Member}";

    /// <summary>Who issues it and when, at the foot of the page; beside it how it is verified.</summary>
    public static void Closing(Sheet on, string issuer, DateTimeOffset issued, CertificateCode code, string address)
    {
        var top = Sheet.Bottom - ClosingHeight + 14;
        var qr = Sheet.Right - QrSize;
        QrMark.Draw(on.Graphics, $"{address}/verify/{code}", qr, top, QrSize);
        on.Text(Printed.Date(issued), 10.5, Sheet.Left, top + 12);
        on.Fitted(issuer, 17, Sheet.Left, top + 40, qr - 150 - Sheet.Left);
        on.Text("電子的に発行した文書です。印影がなくても、右のコードで真正性を確かめられます。", 6.8, Sheet.Left, top + 62, Sheet.Soft);
        on.Text("Issued electronically; verify it by the code on the right.", 6.3, Sheet.Left, top + 72, Sheet.Soft);
        var beside = qr - 10;
        on.Text(ProofWords.Verify.Ja, 8, beside, top + 9, Sheet.Accent, 1);
        on.Text(ProofWords.Verify.En, 6.5, beside, top + 18.5, Sheet.Soft, 1);
        on.Text($"{address}/verify", 6.8, beside, top + 32, Sheet.Soft, 1);
        on.Text(code.Text, 9.5, beside, top + 46, Sheet.Ink, 1);
    }

    /// <summary>Number and pages, at the very foot of each page.</summary>
    public static void PageFoot(Sheet on, int page, string left)
    {
        on.Text(left, 6.8, Sheet.Left, 842 - 44, Sheet.Soft);
        if (on.Pages > 1) on.Text(FormattableString.Invariant($"{page} / {on.Pages}"), 7.5, Sheet.Right, 842 - 44, Sheet.Soft, 1);
    }
}
