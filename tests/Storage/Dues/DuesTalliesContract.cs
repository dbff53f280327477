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
        await subject.EnsureSchema([.. DuesViews.All, DuesPaymentViews.Payments, .. MemberViews.All]);
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

        // So is who belongs elsewhere now: she is in the list of either.
        await subject.Put(DuesViews.Terms, Row(8, "26-002", 28_000, 0), Row(8, "26-001", 28_000, 0));
        await subject.Put(MemberViews.Members, Person(8, "26-001", MembershipLayers.All));
        Assert.Equal([2, 3, 5, 8], await Seen(new("26-002"), null));
        Assert.Equal([0, 1, 8], await Seen(new("26-001"), null));
        await subject.Put(DuesViews.Terms, Row(8, "26-002", 28_000, 28_000));

        // Paid not long ago, a wrong payment can still be taken back: until the end of the fiscal year after it.
        await subject.Put(DuesPaymentViews.Payments, new DuesPaymentRow(First + 6, "p", new DateOnly(2025, 4, 1), 28_000, 2, false), new DuesPaymentRow(First + 6, "q", new DateOnly(2026, 5, 1), 28_000, 2, true));
        Assert.Equal([2, 3, 5, 6], await Seen(new("26-002"), null));
        var later = await tallies.People(new DuesQuery(new("26-002"), Year, null, DuesOrder.Number, null), new DateOnly(2027, 4, 1), Ct);
        Assert.DoesNotContain(First + 6, later.Lines.Select(l => l.Member.Number));
    }

    [Fact]
    public async Task Whom_a_step_of_reminders_reached_is_found_by_it_and_whom_one_can_reach_is_looked_for_and_nobody_else()
    {
        var (today, reminded, paid) = (Due.AddDays(40), Row(7, "26-001", 28_000, 0) with { Reminded = 1, RemindedOn = Due.AddDays(14) }, Row(9, "26-001", 28_000, 28_000) with { Reminded = 2, RemindedOn = Due.AddDays(45) });
        await subject.Put(
            DuesViews.Terms, reminded, Row(8, "26-001", 28_000, 0) with { HeldUntil = today }, paid, Row(10, "26-001", 28_000, 0, due: today.AddDays(-13)), Row(11, "26-001", 28_000, 0) with { Reminded = 3, RemindedOn = Due.AddDays(90) });
        await subject.Put(MemberViews.Members, [.. Enumerable.Range(7, 5).Select(n => Person(n, "26-001", MembershipLayers.All))]);
        // Merged into another: no longer among the members.
        await subject.Put(DuesViews.Terms, Row(12, "26-001", 28_000, 0));
        async Task<IEnumerable<(long, int)>> Seen(int? step) =>
            (await tallies.People(new DuesQuery(new("26-001"), Year, null, DuesOrder.Number, null, Step: step), today, Ct)).Lines.Select(l => (l.Member.Number - First, l.Step));

        Assert.Equal([(7, 1)], await Seen(1));
        Assert.Equal([(9, 2)], await Seen(2));
        Assert.Equal([(0, 0), (1, 0), (8, 0), (10, 0)], await Seen(0));
        var lines = (await tallies.People(new DuesQuery(new("26-001"), Year, null, DuesOrder.Number, null), today, Ct)).Lines.ToDictionary(l => l.Member.Number - First);
        Assert.Equal((Due.AddDays(14), today), (lines[7].Reminded!.Value, lines[8].HeldUntil!.Value));

        async Task<IEnumerable<long>> Found(DateOnly on, long after = 0, int size = 10) => (await new SqlDuesIndex(subject.Views).ToRemind(new DuesLate(on, on.AddDays(-14), on.AddDays(-31), 3), after, size, Ct)).Select(n => n - First);
        // Reminded less than 31 days ago, held, paid, not late enough, and reminded of all steps: nobody of these.
        Assert.Equal([0, 1], await Found(today));
        Assert.Equal([1], await Found(today, First, 1));
        Assert.Equal([0, 1, 7, 8, 10], await Found(today.AddDays(5)));
    }

    [Fact]
    public async Task A_gap_makes_what_is_paid_in_full_stand_as_in_the_statement()
    {
        await subject.Put(DuesViews.Terms, Row(2, "26-002", 28_000, 28_000) with { Gap = true });

        var line = (await tallies.People(new DuesQuery(new("26-002"), Year, DuesStatus.Posted, DuesOrder.Number, null), Due, Ct)).Lines.Single();

        Assert.Equal((First + 2, DuesStatus.Posted), (line.Member.Number, line.Status));
        Assert.Equal((0, 1, 1), ((await Of("26-002", Due)).Paid, (await Of("26-002", Due)).Waiting, (await Of("26-002", Due)).WrittenOff));
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
