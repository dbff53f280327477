using JmaActors.Policies;
using JmaActors.Storage.Views;
using JmaActors.Tests.Storage.Journal;
using JmaActors.WorkHours;

namespace JmaActors.Tests.Storage.WorkHours;

/// <summary>Working hours of regions, counted by the database and counted again by hand; each database runs all of it.</summary>
public abstract class HoursCountContract : IAsyncLifetime
{
    const long First = 1_000_000_001;

    static readonly DateOnly Today = new(2026, 11, 26);
    static readonly DateTimeOffset Now = new(2026, 11, 26, 1, 0, 0, TimeSpan.Zero);

    static readonly WorkPolicy Policy = PolicyBook.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", "curriculum-codes.csv")),
        System.IO.Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seeds", "policy"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText)).Work(Today);

    static readonly WorkplaceRow[] Places =
    [
        new("W1", "一", "26-001", Today, 0, 0, 1), new("W2", "二", "26-007", Today, 1 << (int)WorkLevel.B, 0, 1), new("W3", "三", "27-001", Today, 1 << (int)WorkLevel.B | 1 << (int)WorkLevel.C1, 0, 1),
        new("W4", "四", "13", Today, 0, 0, 1),
    ];

    StoreUnderTest subject = null!;
    SqlWorkHoursIndex index = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<StoreUnderTest> Open();

    public async ValueTask InitializeAsync()
    {
        subject = await Open();
        await subject.EnsureSchema([.. WorkHoursViews.All, .. WorkplaceViews.All]);
        index = new(subject.Views);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await subject.DisposeAsync();
    }

    /// <summary>People at one or two workplaces, of every level and in every state; some rows of a month or a year that is over, some of a workplace nobody described.</summary>
    static List<WorkHoursRow> Rows()
    {
        var random = new Random(20261126);
        var rows = new List<WorkHoursRow>();
        for (var person = 0; person < 240; person++)
        {
            foreach (var place in Enumerable.Range(0, 5).OrderBy(_ => random.Next()).Take(random.Next(1, 3)))
            {
                var (month, year) = (random.Next(12_000), random.Next(120_000));
                var from = random.Next(8) == 0 ? new DateOnly(2026, 10, 1) : new DateOnly(2026, 11, random.Next(1, 21));
                rows.Add(new WorkHoursRow(
                    First + person, $"W{place + 1}", random.Next(5), null, 0, null, from, month, month + random.Next(3_000), 0, random.Next(9) == 0 ? new DateOnly(2025, 4, 1) : new DateOnly(2026, 4, 1),
                    year, 111_600, year / 2, random.Next(2) == 0 ? 57_600 : 111_600, random.Next(3) == 0 ? 60 : 0, null, random.Next(-1, 5), "", Now, 1,
                    Months: string.Join(',', Enumerable.Range(0, 8).Select(_ => random.Next(9_000)))));
            }
        }
        return rows;
    }

    static string Unit(AssociationId? prefecture, WorkHoursRow row) => prefecture is null ? Places.First(p => p.Workplace == row.Workplace).Association[..2] : row.Workplace;

    static CountedHours Recount(IEnumerable<WorkHoursRow> rows)
    {
        var people = rows.GroupBy(r => r.MemberId).Select(g =>
        {
            var (month, expected) = (g.Max(r => r.MonthFrom > Today.AddMonths(-1) ? r.Month : 0), g.Max(r => r.MonthFrom > Today.AddMonths(-1) ? r.MonthExpected : 0));
            var yearly = g.Where(r => r.YearFrom > Today.AddYears(-1)).Select(r => r.YearTotal > r.TotalLimit || r.YearOwn > r.OwnLimit ? 2 : r.YearTotal * 5L >= r.TotalLimit * 4L || r.YearOwn * 5L >= r.OwnLimit * 4L ? 1 : 0).DefaultIfEmpty(0).Max();
            return (month, expected, yearly, rest: g.Any(r => r.RestOpen > 0), breach: g.Any(r => r.Force == (int)FindingForce.Breach));
        }).ToList();
        return new CountedHours(
            people.Count, people.Count(p => p.month is >= 4_800 and < 6_000), people.Count(p => p.month >= 6_000), people.Count(p => p.month > 9_300), people.Count(p => p is { month: < 6_000, expected: >= 6_000 }),
            people.Count(p => p.yearly == 1), people.Count(p => p.yearly == 2), people.Count(p => p.rest), people.Count(p => p.breach));
    }

    [Theory, InlineData(null), InlineData("26"), InlineData("13"), InlineData("47")]
    public async Task Counts_are_what_a_recount_of_the_rows_finds(string? code)
    {
        var rows = Rows();
        await subject.Put(WorkplaceViews.Workplaces, Places);
        await subject.Put(WorkHoursViews.Hours, [.. rows]);
        AssociationId? prefecture = code is null ? null : new AssociationId(code);
        var mine = rows.Where(r => Places.Any(p => p.Workplace == r.Workplace && (code is null || p.Association.StartsWith(code, StringComparison.Ordinal)))).ToList();

        var count = await index.Count(prefecture, Today, Policy, Ct);

        Assert.Equal(Recount(mine), count.Total);
        Assert.Equal(mine.GroupBy(r => r.MemberId).GroupBy(g => (WorkLevel)g.Max(r => r.Level)).ToDictionary(g => g.Key, g => Recount(g.SelectMany(r => r))), count.Levels);
        Assert.Equal(mine.GroupBy(r => Unit(prefecture, r)).ToDictionary(g => g.Key, Recount), count.Units);
        Assert.Equal(code switch { null => 4, "26" => 2, "13" => 1, _ => 0 }, count.Institutions.Sum(i => i.Count));

        var trend = mine.Where(r => r.YearFrom > Today.AddYears(-1)).SelectMany(r => r.Months.Split(',').Select((m, i) => (r.MemberId, Month: r.YearFrom.AddMonths(i), Minutes: int.Parse(m, System.Globalization.CultureInfo.InvariantCulture))))
            .GroupBy(m => (m.MemberId, m.Month)).GroupBy(g => g.Key.Month).ToDictionary(g => g.Key, g => (g.Count(p => p.Max(m => m.Minutes) is >= 4_800 and < 6_000), g.Count(p => p.Max(m => m.Minutes) >= 6_000)));
        Assert.Equal(trend, await index.Trend(prefecture, Today, Policy, Ct));
    }

    [Fact]
    public async Task Where_a_workplace_lies_is_found_for_those_that_are_described()
    {
        await subject.Put(WorkplaceViews.Workplaces, Places);

        Assert.Equal(new Dictionary<string, string> { ["W2"] = "26-007", ["W4"] = "13" }, await index.Regions(["W2", "W4", "W9"], Ct));
    }
}

/// <summary>Counts of regions on SQLite.</summary>
public sealed class SqliteHoursCountTests : HoursCountContract
{
    protected override Task<StoreUnderTest> Open() => SqliteUnderTest.Open();
}

/// <summary>Counts of regions on PostgreSQL.</summary>
public sealed class PostgresHoursCountTests : HoursCountContract
{
    protected override Task<StoreUnderTest> Open() => PostgresUnderTest.Open();
}
