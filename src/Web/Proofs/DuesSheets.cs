namespace JmaActors.Web.Proofs;

/// <summary>What both papers of dues say of consumption tax.</summary>
static class DuesWords
{
    public const string NoTax = "会費・入会金は消費税の課税対象外（不課税）です。";
    public const string NoTaxEn = "Dues and entry fees are outside consumption tax.";
    public static readonly Words Invoice = new("会費納入のご案内", "Statement of Dues and Invoice");
    public static readonly Words Due = new("納期限", "Due");
    public static readonly Words Billed = new("請求額", "Billed");
    public static readonly Words Paid = new("納付済", "Paid");
    public static readonly Words Open = new("残額", "Open");
    public static readonly Words What = new("内訳", "Item");
    public static readonly Words PayerNumber = new("振込依頼人番号", "Payer no.");
    public static readonly Words Account = new("振込先", "Pay to");
    public static readonly Words Total = new("合計", "Total");
    public static readonly Words Way = new("入金方法", "Paid by");
    public static readonly Words Received = new("領収金額", "Amount received");
    public static readonly Words ReceiptNumber = new("領収書番号", "Receipt no.");

    /// <summary>The instant a paper of a day is dated with: its midnight in Tokyo.</summary>
    public static DateTimeOffset Made(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(9));
}

/// <summary>会費納入のご案内 (兼 請求書): one statement, creditor by creditor.</summary>
static class DuesInvoiceSheet
{
    const double RowHeight = 29;

    static readonly Column[] Columns =
    [
        new(DuesWords.What, Sheet.Left + 6, 196), new(DuesWords.Due, Sheet.Left + 206, 82), new(DuesWords.Billed, Sheet.Left + 290, 58, 1), new(DuesWords.Paid, Sheet.Left + 352, 58, 1),
        new(DuesWords.Open, Sheet.Left + 414, 63, 1),
    ];

    public static byte[] Draw(DuesInvoiceContent content)
    {
        var title = $"{Design.Wareki.JapaneseFiscalYear(content.Year)}　{DuesWords.Invoice.Ja}";
        using var on = new Sheet(new SheetInfo($"dues {content.Member} {content.Year}", title, content.Issuer, "", DuesWords.Made(content.Issued)));
        SheetParts.Sample(on, content.Demonstration);
        on.Continued = sheet => SheetParts.Heads(sheet, Columns);
        Head(on, content, title);
        Sum(on, content);
        SheetParts.Heads(on, Columns);
        foreach (var creditor in content.Creditors) Creditor(on, creditor);
        Foot(on, content);
        on.OnEveryPage((sheet, page) => SheetParts.PageFoot(sheet, page, $"{ProofWords.Member.Ja} {content.Member}　{title}"));
        return on.Finish();
    }

    static void Head(Sheet on, DuesInvoiceContent content, string title)
    {
        on.Text(Printed.Date(content.Issued), 9.5, Sheet.Right, 66, Sheet.Ink, 1);
        on.Fitted($"{content.Name}　様", 16, Sheet.Left, 84, 290);
        on.Text($"{ProofWords.Member.Ja}　{content.Member}", 8.5, Sheet.Left, 100, Sheet.Soft);
        on.Fitted(content.Issuer, 12.5, Sheet.Right, 90, 240, Sheet.Ink, 1);
        on.Text(title, 19, 297.5, 140, Sheet.Ink, 0.5);
        on.Text($"（兼 請求書）　{DuesWords.Invoice.En}", 8, 297.5, 155, Sheet.Soft, 0.5);
    }

    static void Sum(Sheet on, DuesInvoiceContent content)
    {
        on.Box(Sheet.Left, 172, Sheet.Width, 62, Sheet.Tint, Sheet.Accent, 0.7);
        on.Text("お支払いいただく金額", 9.5, Sheet.Left + 16, 194, Sheet.Soft);
        on.Text("Amount to pay", 6.5, Sheet.Left + 16, 205, Sheet.Soft);
        if (content.Due is { } due) on.Text($"次の納期限　{Printed.Both(due)}", 8.5, Sheet.Left + 16, 224, Sheet.Ink);
        on.Text($"{Printed.Yen(content.Open)}-", 26, Sheet.Right - 22, 214, Sheet.Ink, 1);
        on.Y = 242;
        if (content.PayerNumber is { } number)
        {
            SheetParts.Pair(on, DuesWords.PayerNumber, number, 12);
            on.Text("お振込みの際は、この番号をお名前の前に入力してください。", 7.5, Sheet.Left + 106, on.Y + 11, Sheet.Soft);
            on.Y += 16;
        }
        foreach (var account in content.Accounts) SheetParts.Pair(on, DuesWords.Account, account, 9.5);
        on.Y += 12;
    }

    static void Creditor(Sheet on, DuesInvoiceCreditor creditor)
    {
        on.Need(RowHeight * 2);
        on.Text(creditor.Name, 9.5, Sheet.Left + 6, on.Y + 16, Sheet.Accent);
        on.Y += 21;
        foreach (var line in creditor.Lines)
        {
            on.Need(RowHeight);
            on.Text(line.What, 9, Columns[0].X, on.Y + 12);
            on.Fitted(line.Why, 6.8, Columns[0].X, on.Y + 22, Columns[0].Width, Sheet.Soft);
            on.Text(Printed.Date(line.Due), 8, Columns[1].X, on.Y + 12);
            Amounts(on, line.Billed, line.Paid, line.Open, 9);
            on.Y += RowHeight - 2;
            on.Rule(Sheet.Left, Sheet.Right, on.Y, 0.3);
        }
        on.Need(RowHeight);
        on.Text($"{creditor.Name}　計", 8.5, Columns[0].X, on.Y + 12, Sheet.Soft);
        Amounts(on, creditor.Lines.Sum(l => l.Billed), creditor.Lines.Sum(l => l.Paid), creditor.Lines.Sum(l => l.Open), 9);
        on.Y += 19;
        on.Rule(Sheet.Left, Sheet.Right, on.Y, 0.7);
    }

    static void Foot(Sheet on, DuesInvoiceContent content)
    {
        on.Need(58);
        on.Text(DuesWords.Total.Ja, 10.5, Columns[0].X, on.Y + 16);
        Amounts(on, content.Billed, content.Paid, content.Open, 10.5);
        on.Y += 24;
        on.Text($"{DuesWords.NoTax}口座振替をご利用の方はお振込みの必要はありません。", 7.5, Sheet.Left, on.Y + 12, Sheet.Soft);
        on.Text(DuesWords.NoTaxEn, 6.5, Sheet.Left, on.Y + 22, Sheet.Soft);
    }

    static void Amounts(Sheet on, long billed, long paid, long open, double size)
    {
        foreach (var (column, yen) in ((Column, long)[])[(Columns[2], billed), (Columns[3], paid), (Columns[4], open)])
            on.Text(Printed.Yen(yen), size, column.X + column.Width, on.Y + (size > 10 ? 16 : 12), Sheet.Ink, 1);
    }
}

/// <summary>領収書 of a payment of dues: the upper half of a page.</summary>
static class DuesReceiptSheet
{
    public static byte[] Draw(DuesReceiptContent content)
    {
        using var on = new Sheet(new SheetInfo($"dues receipt {content.Number}", $"領収書 {content.Number}", content.Issuer, "", DuesWords.Made(content.Recorded)));
        SheetParts.Sample(on, content.Demonstration);
        SheetParts.Receipt(on, DuesWords.ReceiptNumber, content.Number, content.Name, DuesWords.Received, content.Yen);
        on.Text("但し　医師会費（日本医師会・都道府県医師会・郡市区等医師会）として", 10.5, Sheet.Left, 268);
        on.Y = 276;
        on.Rule(Sheet.Left, Sheet.Right, on.Y);
        SheetParts.Pair(on, ProofWords.Member, content.Member);
        SheetParts.Pair(on, ProofWords.Paid, Printed.Both(content.Recorded));
        SheetParts.Pair(on, DuesWords.Way, content.Way);
        on.Text(ProofWords.Received.Ja, 9.5, Sheet.Left, on.Y + 24);
        on.Text(DuesWords.NoTax, 7.5, Sheet.Left, on.Y + 38, Sheet.Soft);
        on.Text(DuesWords.NoTaxEn, 6.5, Sheet.Left, on.Y + 48, Sheet.Soft);
        on.Fitted(content.Issuer, 15, Sheet.Right, on.Y + 72, 300, Sheet.Ink, 1);
        return on.Finish();
    }
}
