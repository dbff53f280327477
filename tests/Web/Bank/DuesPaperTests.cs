using JmaActors.Bank;
using JmaActors.Dues;
using JmaActors.Members;
using JmaActors.Web.Dues;
using JmaActors.Web.Proofs;

namespace JmaActors.Tests.Web.Bank;

/// <summary>Statements and receipts on paper: small, always the same bytes, and no more than the books say.</summary>
public sealed class DuesPaperTests
{
    static readonly FiscalYear Year = new(2026);
    static readonly AssociationId Kyoto = new("26"), Local = new("26-007");
    static readonly MemberId Me = new(1_000_000_001);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static DuesAccountView Account(AssociationId creditor, int term, long yen, long paid) => new(
        new DuesAccountId(Year, creditor, DuesItem.Dues, term, Local), new Yen(yen), Yen.Zero, Yen.Zero, new Yen(paid), new DateOnly(2026, 4, 30).AddMonths(4 * term),
        new DuesWhy("dues.table.jma.d02", new DateOnly(2026, 4, 1), new Yen(yen * 3), 4, MemberCategory.A2B, true, PracticeRole.Employed, null));

    static DuesPayment Payment(string key, long yen, bool reversed = false) => new(key, new Yen(yen), new DateOnly(2026, 4, 28), PaymentChannel.Transfer, "", reversed);

    static DuesOnPaper Paper(DateOnly? posted)
    {
        List<DuesAccountView> accounts = [.. from term in Enumerable.Range(0, 3) from of in (AssociationId[])[AssociationId.Jma, Kyoto, Local] select Account(of, term, 21_333 + term, term == 0 ? 21_333 : 0)];
        var statement = new DuesStatement(Year, DuesStatus.Partly, posted, accounts, [], new Yen(accounts.Sum(a => a.Assessed.Amount)), new Yen(63_999), new Yen(accounts.Sum(a => a.Open.Amount)));
        var view = new DuesView(Me, [statement], [Payment("b", 63_999), Payment("a", 5, reversed: true)], [], Yen.Zero, Yen.Zero, 3, [], [], null, []);
        var member = new MemberView(Me, new Person("見本 葛󠄀子", "ミホン カツコ", new DateOnly(1980, 4, 1), null, null), null, Membership.None, true, 1);
        return new DuesOnPaper(
            member, view, new Dictionary<string, string> { ["JMA"] = "日本医師会", ["26"] = "京都府医師会", ["26-007"] = "見本市医師会" }, [new BankAccountView("0158-100-1-0012345", Local, "ミホンシイシカイ", [], Yen.Zero)]);
    }

    [Fact]
    public async Task A_statement_has_its_three_creditors_whole_and_the_payers_number()
    {
        var content = Paper(new DateOnly(2026, 4, 1)).Invoice(Year)!;

        Assert.Equal(["日本医師会", "京都府医師会", "見本市医師会"], content.Creditors.Select(c => c.Name));
        Assert.Equal(((21_333 * 3) + (21_334 * 3) + (21_335 * 3), 63_999), (content.Billed, content.Paid));
        Assert.Equal((content.Billed - content.Paid, new DateOnly(2026, 8, 30)), (content.Open, content.Due));
        Assert.Equal("00000001-95", content.PayerNumber);
        Assert.Contains("A②(B)会員・医賠責加入・令和8年4月1日現在", content.Creditors[0].Lines[0].Why, StringComparison.Ordinal);

        var file = await new ProofPrinter("https://jma.example").Dues(content, Ct);
        Assert.Equal(file.Sha256, (await new ProofPrinter("https://jma.example").Dues(content, Ct)).Sha256);
        Assert.InRange(file.Bytes.Length, 5_000, 200_000);
        if (Environment.GetEnvironmentVariable("JMA_SHOW_PAPERS") is { } folder) await File.WriteAllBytesAsync(Path.Combine(folder, file.Name), file.Bytes, Ct);
    }

    [Fact]
    public void What_was_not_sent_is_not_printed()
    {
        Assert.Null(Paper(null).Invoice(Year));
        Assert.Null(Paper(new DateOnly(2026, 4, 1)).Invoice(new FiscalYear(2025)));
    }

    [Fact]
    public void A_receipt_stays_that_of_the_association_it_was_paid_through_when_she_has_moved_since()
    {
        var paper = Paper(new DateOnly(2026, 4, 1));
        var moved = paper.Dues.Statements[0] with { Year = Year.Plus(1), Accounts = [.. paper.Dues.Statements[0].Accounts.Select(a => a with { Id = a.Id with { Year = Year.Plus(1), Via = new("26-008") } })] };
        paper = paper with { Dues = paper.Dues with { Statements = [moved, .. paper.Dues.Statements] } };

        Assert.Equal("見本市医師会", paper.Receipt(2)!.Issuer);
    }

    [Fact]
    public void A_receipt_is_of_the_association_that_took_the_money_also_when_she_moved_within_the_year()
    {
        var paper = Paper(new DateOnly(2026, 4, 1));
        var moved = paper.Dues.Statements[0] with { Accounts = [.. paper.Dues.Statements[0].Accounts.Select(a => a.Id.Term == 0 ? a : a with { Id = a.Id with { Via = new("26-008") } })] };
        DuesPayment[] payments = [Payment("later", 1) with { On = new DateOnly(2026, 5, 1) }, Payment(DebitPayment.Key("26", "b1"), 1), Payment("early", 1)];
        paper = paper with { Names = new Dictionary<string, string>(paper.Names) { ["26-008"] = "見本町医師会" }, Dues = paper.Dues with { Statements = [moved], Payments = payments } };

        // The first term is due on 30 April, the second on 30 August.
        Assert.Equal(["見本市医師会", "京都府医師会", "見本町医師会"], Enumerable.Range(1, 3).Select(n => paper.Receipt(n)!.Issuer));
        Assert.Null(DebitPayment.By("bank/0158-100-1-0012345/7/1"));
        Assert.Null(DebitPayment.By("by hand"));
    }

    [Fact]
    public async Task A_receipt_is_of_a_payment_that_stands()
    {
        var paper = Paper(new DateOnly(2026, 4, 1));

        Assert.Null(paper.Receipt(0));
        Assert.Null(paper.Receipt(1));
        Assert.Null(paper.Receipt(3));
        var content = paper.Receipt(2)!;
        Assert.Equal(("1000000001-2", 63_999, "見本市医師会", "銀行振込"), (content.Number, content.Yen, content.Issuer, content.Way));

        var file = await new ProofPrinter("https://jma.example").DuesReceipt(content, Ct);
        Assert.Equal(file.Sha256, (await new ProofPrinter("https://jma.example").DuesReceipt(content, Ct)).Sha256);
        if (Environment.GetEnvironmentVariable("JMA_SHOW_PAPERS") is { } folder) await File.WriteAllBytesAsync(Path.Combine(folder, file.Name), file.Bytes, Ct);
    }
}
