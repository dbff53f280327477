using JmaActors.Dues;
using JmaActors.Members;
using JmaActors.Storage.Views;
using JmaActors.Tests.Storage.Journal;

namespace JmaActors.Tests.Storage.Dues;

/// <summary>Sums of the books and lists of who owes what; each database runs all of it.</summary>
public abstract class DuesTalliesContract : IAsyncLifetime
{
    const long First = 1_000_000_001;

    static readonly FiscalYear Year = new(2026);
    static readonly DateOnly Due = new(2026, 5, 31);

    StoreUnderTest subject = null!;
    SqlDuesTallies tallies = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<StoreUnderTest> Open();

    public async ValueTask InitializeAsync()
    {
        subject = await Open();
        await subject.EnsureSchema([.. DuesViews.All, .. MemberViews.All]);
        tallies = new(subject.Views);
        await subject.Put(
            DuesViews.Terms,
            Row(0, "26-001", 42_000, 42_000), Row(0, "26-001", 42_000, 0, term: 1, due: Due.AddMonths(4)),
            Row(1, "26-001", 28_000, 0), Row(2, "26-002", 28_000, 28_000), Row(3, "26-002", 6_000, 0, written: 6_000), Row(4, "13-001", 10_000, 0, posted: false),
            // Moved: nothing is billed any more through the former association.
            Row(2, "26-001", 0, 0), Row(0, "26-001", 99_000, 0, year: 2025));
        await subject.Put(MemberViews.Members, [.. Enumerable.Range(0, 5).Select(n => Person(n, n == 4 ? "13-001" : n is 2 or 3 ? "26-002" : "26-001", n == 3 ? MembershipLayers.Local : MembershipLayers.All))]);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await subject.DisposeAsync();
    }

    static DuesTermRow Row(int n, string via, long billed, long paid, int term = 0, DateOnly? due = null, bool posted = true, long written = 0, int year = 2026)
    {
        var day = due ?? Due;
        var share = new DuesShareOf(billed, written, paid, day);
        return new DuesTermRow(First + n, $"{year}/{via}/{term}", year, via, posted, share, share with { Billed = billed > 0 ? 1_000 : 0, WrittenOff = 0, Paid = billed > 0 && paid + written >= billed ? 1_000 : 0 }, DuesShareOf.None, paid + written < billed ? day : null);
    }

    static MemberRow Person(int n, string? local, MembershipLayers layers) => new(
        First + n, $"会員{n}", $"カイイン{n}", null, null, local, (int)layers, null, true, null, null, 1);

    async Task<DuesFigures> Of(string local, DateOnly today) => (await tallies.ByLocal(Year, null, local, today, Ct))[local];

    [Fact]
    public async Task Sums_close_by_creditor_and_what_is_late_depends_on_the_day_alone()
    {
        var before = await Of("26-001", Due);
        Assert.Equal((0, 1, 1, 0), (before.Overdue, before.Waiting, before.Partly, before.Paid));
        Assert.Equal(new DuesSums(112_000, 42_000, 0, 0, 0), before.Jma);

        var after = await Of("26-001", Due.AddDays(1));
        Assert.Equal((1, 0, 1), (after.Overdue, after.Waiting, after.Partly));
        Assert.Equal((28_000, 1_000, 0), (after.Jma.Overdue, after.Prefecture.Overdue, after.Local.Overdue));
        Assert.Equal((84_000 + 28_000 + 3_000, 42_000 + 1_000), (after.All.Billed, after.All.Paid));

        var all = await tallies.ByLocal(Year, null, null, Due, Ct);
        Assert.Equal(["13-001", "26-001", "26-002"], all.Keys.Order());
        Assert.Equal((1, 0, 10_000, 11_000), (all["13-001"].Unsent, (int)all["13-001"].All.Billed, all["13-001"].Jma.Unsent, all["13-001"].All.Unsent));
        Assert.Equal((1, 1, 6_000), (all["26-002"].Paid, all["26-002"].WrittenOff, all["26-002"].Jma.WrittenOff));
        Assert.Equal(2, (await tallies.ByLocal(Year, "26", null, Due, Ct)).Count);
    }

    [Theory, InlineData(DuesOrder.Number, "0,1,2"), InlineData(DuesOrder.Open, "0,1,2"), InlineData(DuesOrder.Due, "1,0,2")]
    public async Task People_come_in_pages_in_every_order_each_once_and_only_those_the_office_sees(DuesOrder order, string expected)
    {
        List<DuesLineOf> seen = [];
        string? after = null;
        do
        {
            var page = await tallies.People(new DuesQuery(AssociationId.Prefecture(26), Year, null, order, after, 1), Due.AddDays(1), Ct);
            seen.AddRange(Assert.Single(page.Lines));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(expected, string.Join(',', seen.Select(l => l.Member.Number - First)));
        var late = seen.Single(l => l.Member.Number == First + 1);
        Assert.Equal((DuesStatus.Overdue, 29_000, 29_000, Due, "会員1"), (late.Status, late.Open.Amount, late.Overdue.Amount, late.Due!.Value, late.Name));
        Assert.Null(seen.Single(l => l.Member.Number == First + 2).Due);
    }

    [Fact]
    public async Task A_status_narrows_and_who_belongs_to_the_local_association_alone_is_seen_by_it_alone()
    {
        async Task<IEnumerable<long>> Seen(AssociationId office, DuesStatus? status) => (await tallies.People(new DuesQuery(office, Year, status, DuesOrder.Number, null), Due, Ct)).Lines.Select(l => l.Member.Number - First);

        Assert.Equal([2, 3], await Seen(new("26-002"), null));
        Assert.Equal([3], await Seen(new("26-002"), DuesStatus.WrittenOff));
        Assert.Equal([0], await Seen(new("26"), DuesStatus.Partly));

        // Who has left every layer is seen where something is still owed through, and nowhere else.
        await subject.Put(DuesViews.Terms, Row(5, "26-002", 28_000, 1_000), Row(6, "26-002", 28_000, 28_000));
        await subject.Put(MemberViews.Members, Person(5, null, MembershipLayers.None), Person(6, null, MembershipLayers.None));
        Assert.Equal([2, 3, 5], await Seen(new("26-002"), null));
        Assert.Equal([0, 1], await Seen(new("26-001"), null));
        Assert.Equal([0, 1, 2, 4], await Seen(AssociationId.Jma, null));
        Assert.Equal([4], await Seen(AssociationId.Jma, DuesStatus.Pending));
    }
}

/// <summary>Dues on PostgreSQL.</summary>
public sealed class PostgresDuesTalliesTests : DuesTalliesContract
{
    protected override Task<StoreUnderTest> Open() => PostgresUnderTest.Open();
}

/// <summary>Dues on SQLite.</summary>
public sealed class SqliteDuesTalliesTests : DuesTalliesContract
{
    protected override Task<StoreUnderTest> Open() => SqliteUnderTest.Open();
}
