using JmaActors.Bank;
using JmaActors.Dues;
using JmaActors.Members;
using JmaActors.Storage.Views;
using JmaActors.Tests.Storage.Journal;

namespace JmaActors.Tests.Storage.Bank;

/// <summary>Accounts, lines and who may have paid, over the views; each database runs all of it.</summary>
public abstract class BankListContract : IAsyncLifetime
{
    const string Account = "0158-100-1-0012345", Other = "0158-100-1-0012346";
    const long First = 1_000_000_001;

    static readonly AssociationId Local = AssociationId.Local(26, 1), Kyoto = AssociationId.Prefecture(26);
    static readonly DateOnly Day = new(2026, 5, 11);

    StoreUnderTest subject = null!;
    SqlBankIndex index = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<StoreUnderTest> Open();

    public async ValueTask InitializeAsync()
    {
        subject = await Open();
        await subject.EnsureSchema([.. BankViews.All, .. DuesViews.All, DuesPaymentViews.Payments, DuesDebitViews.Debits, .. MemberViews.All]);
        index = new(subject.Views);
        await subject.Put(MemberViews.Members, [.. Enumerable.Range(0, 5).Select(n => new MemberRow(First + n, $"会員{n}", $"カイイン{n}", null, null, "26-001", 7, null, true, null, null, 1))]);
        await subject.Put(MemberViews.Names, [.. Enumerable.Range(0, 4).Select(n => new MemberNameRow(First + n, $"会員{n}", n < 3 ? "カイイン" : "ベツ", "", ""))]);
        await subject.Put(DuesViews.Terms, Term(0, "26-001", 42_000, 0, Day), Term(1, "26-001", 0, 7_000, Day), Term(2, "27-001", 42_000, 0, Day), Term(3, "26-002", 42_000, 5_000, null), Term(4, "26-001", 0, 0, null) with { Local = DuesShareOf.None });
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await subject.DisposeAsync();
    }

    static DuesTermRow Term(int n, string via, long jma, long prefecture, DateOnly? next) =>
        new(First + n, $"2026/{via}/0", 2026, via, true, new DuesShareOf(jma, 0, 0, Day), new DuesShareOf(prefecture, 0, 0, Day), new DuesShareOf(1_000, 0, 0, Day), next);

    static BankLineRow Line(int n, string account, BankLineStatus status, long yen, long? member = null) =>
        new($"{Day:yyyyMMdd}.{n}@{account}", account, $"{Day:yyyyMMdd}.{n}", "26-001", (int)status, Day, yen, 1, member, false, "", "");

    [Fact]
    public async Task Accounts_show_their_lines_by_status_and_whether_the_books_agree()
    {
        await subject.Put(BankViews.Accounts, new BankAccountRow(Account, "26-001", "普通"), new BankAccountRow(Other, "26-002", "別"));
        await subject.Put(BankViews.Lines, Line(1, Account, BankLineStatus.Booked, 42_000, First), Line(2, Account, BankLineStatus.Waiting, 5_000), Line(3, Account, BankLineStatus.Waiting, 7_000), Line(4, Other, BankLineStatus.Waiting, 1));
        await subject.Put(
            DuesPaymentViews.Payments,
            new DuesPaymentRow(First, $"bank/{Account}/a#1", Day, 42_000, (int)PaymentChannel.Transfer, false), new DuesPaymentRow(First, $"bank/{Account}/b#1", Day, 9_000, (int)PaymentChannel.Transfer, true), new DuesPaymentRow(First + 1, $"bank/{Other}/c#1", Day, 3_000, (int)PaymentChannel.Transfer, false));

        var account = Assert.Single(await index.Accounts(Local, Ct));

        Assert.Equal((Account, "普通", 42_000, true), (account.Account, account.Name, account.InBooks.Amount, account.Agrees));
        Assert.Equal([(BankLineStatus.Waiting, 2, 12_000), (BankLineStatus.Booked, 1, 42_000)], account.Sums.Select(s => (s.Status, s.Lines, s.Amount.Amount)));
    }

    [Fact]
    public async Task Lines_are_listed_by_status_in_pages_with_who_paid_while_they_wait()
    {
        await subject.Put(BankViews.Lines, Line(1, Account, BankLineStatus.Booked, 42_000, First), Line(2, Account, BankLineStatus.Waiting, 5_000), Line(3, Account, BankLineStatus.Waiting, 7_000));
        await subject.Put(BankViews.Payers, new BankPayerRow(Line(2, Account, BankLineStatus.Waiting, 0).Id, "ｶｲｲﾝ"));

        var first = await index.Lines(Local, BankLineStatus.Waiting, "", 1, Ct);
        var second = await index.Lines(Local, BankLineStatus.Waiting, first[0].After, 5, Ct);
        var booked = Assert.Single(await index.Lines(Local, BankLineStatus.Booked, "", 5, Ct));

        Assert.Equal(("ｶｲｲﾝ", 5_000, Day), (first[0].Payer, first[0].Amount.Amount, first[0].On));
        Assert.Equal(("", 7_000), (second.Single().Payer, second.Single().Amount.Amount));
        Assert.Equal(new MemberId(First), booked.Member);
        Assert.Empty(await index.Lines(AssociationId.Local(26, 2), BankLineStatus.Waiting, "", 5, Ct));
    }

    [Fact]
    public async Task Who_owes_an_association_is_found_among_its_own_by_number_and_by_reading()
    {
        // The last has moved: through the former association nothing is billed any more.
        long[] all = [First, First + 1, First + 2, First + 3, First + 4];
        async Task<string> Owing(AssociationId of) => string.Concat((await index.Owing(of, all, Ct)).Select(m => m - First).Order());
        async Task<string> Read(AssociationId of) => string.Concat((await index.Read(of, ["カイイン"], 10, Ct)).Select(p => p.Member - First));
        await subject.Put(DuesDebitViews.Debits, new DuesDebitRow(First), new DuesDebitRow(First + 2), new DuesDebitRow(First + 3));

        Assert.Equal(("01", "13", "023"), (await Owing(Local), await Owing(Kyoto), await Owing(AssociationId.Jma)));
        Assert.Equal(("01", "1", "02"), (await Read(Local), await Read(Kyoto), await Read(AssociationId.Jma)));
        // Something open alone is drawn.
        Assert.Equal([First, First + 2], await index.Drawn(AssociationId.Jma, 10, Ct));
    }
}

/// <summary>Bank files on SQLite.</summary>
public sealed class SqliteBankListTests : BankListContract
{
    protected override Task<StoreUnderTest> Open() => SqliteUnderTest.Open();
}

/// <summary>Bank files on PostgreSQL.</summary>
public sealed class PostgresBankListTests : BankListContract
{
    protected override Task<StoreUnderTest> Open() => PostgresUnderTest.Open();
}
