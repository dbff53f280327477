using JmaActors.Bank;
using JmaActors.Dues;
using JmaActors.Members;
using JmaActors.Web.Access;
using JmaActors.Web.Proofs;

namespace JmaActors.Web.Dues;

/// <summary>What is printed of dues, and what of it is read.</summary>
/// <param name="Names">Of associations, by code.</param>
/// <param name="Accounts">Where the association it is collected through is paid to.</param>
public sealed record DuesOnPaper(MemberView Member, DuesView Dues, IReadOnlyDictionary<string, string> Names, IReadOnlyList<BankAccountView> Accounts)
{
    string Name(AssociationId association) => Names.GetValueOrDefault(association.Code, association.Code);

    /// <summary>The association a statement is collected through: of several the last.</summary>
    public static AssociationId? Via(DuesStatement? statement) => statement?.Accounts.Where(a => a.Assessed != Yen.Zero).MaxBy(a => a.Id.Term)?.Id.Via;

    /// <summary>The statement of a year; null where none was sent.</summary>
    public DuesInvoiceContent? Invoice(FiscalYear year)
    {
        if (Dues.Statements.FirstOrDefault(s => s.Year == year) is not { Posted: { } posted } statement || Via(statement) is not { } via) return null;
        var creditors = statement.Accounts.Where(a => a.Assessed - a.Credited != Yen.Zero || a.Paid != Yen.Zero).GroupBy(a => a.Id.Creditor).OrderBy(g => g.Key.Layer)
            .Select(g => new DuesInvoiceCreditor(Name(g.Key), [.. g.OrderBy(a => a.Due).ThenBy(a => a.Id.Item).Select(Line)]));
        return new DuesInvoiceContent(
            Dues.Member.ToString(), PayerNumber.Printed(Dues.Member), Member.Person.Name, year.Year, posted, Name(via), [.. Accounts.Select(Account)], [.. creditors], Member.Demonstration);
    }

    /// <summary>The receipt of a payment by its number, from 1 in the order of recording; null where there is none, and of one that was taken back.</summary>
    public DuesReceiptContent? Receipt(int number)
    {
        if (number < 1 || number > Dues.Payments.Count || Dues.Payments[^number] is not { Reversed: false } payment) return null;
        var via = Took(payment);
        return new DuesReceiptContent(
            FormattableString.Invariant($"{Dues.Member}-{number}"), Dues.Member.ToString(), Member.Person.Name, payment.Amount.Amount, payment.On, Way(payment.Channel), via is { } of ? Name(of) : Names.GetValueOrDefault(AssociationId.Jma.Code, ""), Member.Demonstration);
    }

    /// <summary>The association that took a payment: whose batch it was, else through which was collected, in the year it was paid in, what was due next then. So a receipt printed again after a move is the same.</summary>
    AssociationId? Took(DuesPayment payment)
    {
        if (DebitPayment.By(payment.Key) is { } by) return by;
        var statement = Dues.Statements.OrderBy(s => s.Year == FiscalYear.Of(payment.On) ? 0 : 1).FirstOrDefault(s => Via(s) is not null);
        return statement?.Accounts.Where(a => a.Assessed != Yen.Zero && a.Due >= payment.On).MinBy(a => (a.Due, a.Id.Term))?.Id.Via ?? Via(statement);
    }

    static DuesInvoiceLine Line(DuesAccountView account) => new(
        account.Id.Item == DuesItem.EntryFee ? "入会金" : FormattableString.Invariant($"会費　第{account.Id.Term + 1}期"), Why(account), account.Due, (account.Assessed - account.Credited).Amount, account.Paid.Amount, account.Open.Amount);

    static string Why(DuesAccountView account)
    {
        var why = account.Why;
        List<string> parts = [];
        if (why.Own is { } own) parts.Add(own.Label);
        if (Category(why.Category) is { Length: > 0 } category) parts.Add(category);
        if (why.Category is not null) parts.Add(why.Covered ? "医賠責加入" : "医賠責加入除外");
        if (why.Reduction is { } reduction) parts.Add(Reduced(reduction));
        parts.Add(FormattableString.Invariant($"{Printed.Date(why.Judged)}現在"));
        if (account.Id.Item == DuesItem.Dues) parts.Add(FormattableString.Invariant($"年額{Printed.Yen(why.Annual.Amount)}の{why.Months}か月分"));
        if (account.WrittenOff > Yen.Zero) parts.Add($"免除{Printed.Yen(account.WrittenOff.Amount)}");
        return string.Join("・", parts);
    }

    static string Account(BankAccountView account)
    {
        var parts = account.Account.Split('-');
        return $"銀行コード{parts[0]}　支店コード{parts[1]}　{(parts[2] == "2" ? "当座" : "普通")}　{parts[3]}　{account.Name}";
    }

    static string Category(MemberCategory? category) => category switch
    {
        MemberCategory.A1 => "A①会員",
        MemberCategory.A2B => "A②(B)会員",
        MemberCategory.A2C => "A②(C)会員",
        MemberCategory.B => "B会員",
        MemberCategory.C => "C会員",
        _ => "",
    };

    static string Reduced(ReductionKind reduction) => reduction switch
    {
        ReductionKind.OldAge => "高齢減免",
        ReductionKind.Illness => "疾病減免",
        ReductionKind.Childbirth => "出産・育児減免",
        _ => "医学部卒後減免",
    };

    static string Way(PaymentChannel channel) => channel switch
    {
        PaymentChannel.Desk => "窓口・現金",
        PaymentChannel.Transfer => "銀行振込",
        _ => "口座振替",
    };
}
