using CsCheck;
using JmaActors.Associations;
using JmaActors.Credits;
using JmaActors.Directory;
using JmaActors.Journal;
using JmaActors.Dues;
using JmaActors.Members;
using JmaActors.Policies;
using JmaActors.Proofs;
using JmaActors.Storage.Views;
using JmaActors.Tests.Storage.Journal;
using JmaActors.Training;
using WorkHoursViews = JmaActors.WorkHours.WorkHoursViews;

namespace JmaActors.Tests.Storage.Directory;

/// <summary>The office's search, compared with looking at everybody in turn; each database runs all of it.</summary>
public abstract class MemberSearchContract : IAsyncLifetime
{
    static readonly SearchMoment Moment = new(Population.Today, SearchBook.Book);
    static readonly SearchScope Everybody = SearchScope.Of(Caller.System);
    static readonly string[] Sorts = ["kana", "-kana", "registry", "-registry", "changed", "-changed", "total", "-total"];

    /// <summary>Populations, and searches of each: a population costs more than the questions it is asked.</summary>
    const int Populations = 12, Searches = 40;

    StoreUnderTest subject = null!;
    SqlMemberSearch search = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<StoreUnderTest> Open();

    public async ValueTask InitializeAsync()
    {
        subject = await Open();
        await subject.EnsureSchema([.. MemberViews.All, .. CreditViews.All, .. AssociationViews.All, .. TrainingViews.All, .. ProofViews.All, .. DuesViews.All, .. WorkHoursViews.All]);
        search = new SqlMemberSearch(subject.Views);
        await subject.Put(AssociationViews.Associations, new AssociationRow("26-001", "第一医師会", "", 2, "26", true, 1));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await subject.DisposeAsync();
    }

    [Fact]
    public async Task Every_search_of_every_population_finds_whom_looking_at_everybody_finds_and_in_that_order()
    {
        var seen = 0;
        await Gen.Int[0, 1_000_000].SampleAsync(
            async seed =>
            {
                var population = Population.Of(seed, 70);
                await Settle(population);
                var (random, reference) = (new Random(seed), new Reference(population));
                for (var i = 0; i < Searches; i++) seen += await Compare(random, reference);
            },
            iter: Populations,
            threads: 1);
        Assert.True(seen > Populations * Searches, $"The searches found {seen} people in all: they ask for too little to prove anything.");
    }

    async Task<int> Compare(Random random, Reference reference)
    {
        var filter = Filters.Any(random);
        var scope = random.Next(2) == 0 ? Everybody : SearchScope.Of(Caller.Office(new AssociationId(new[] { "JMA", "26", "13", "26-001", "26-U01", "01-001" }[random.Next(6)])));
        var sort = Sorts[random.Next(Sorts.Length)];
        var wanted = reference.Sorted(filter, scope, sort);
        var said = $"'{filter.Text}' {string.Join('&', filter.Terms.Select(t => $"{t.Name}={t.Value}"))} from {scope.SeenFrom} by {sort}";
        var size = random.Next(1, 12);

        Assert.True(wanted.SequenceEqual(await Walk(filter, scope, sort, size)), $"{said}, pages of {size}");
        var facets = await Facets(filter, scope);
        Assert.True(wanted.Count == facets.Total, $"{said}: counted {facets.Total}, not {wanted.Count}");
        foreach (var facet in facets.Facets)
        {
            foreach (var line in facet.Lines)
            {
                // Within goes on from what is chosen, which one term cannot say; the others stand instead of it.
                if (facet.Name == FacetRules.Within && filter.Terms.Any(t => t.Name == FacetRules.Within)) continue;
                var other = filter with { Terms = [.. filter.Terms.Where(t => t.Name != facet.Name), new FilterTerm(facet.Name, line.Value)] };
                var count = reference.Find(other, scope).Count;
                Assert.True(count == line.Count, $"{said}: {facet.Name}={line.Value} counted {line.Count}, not {count}");
            }
        }
        return wanted.Count;
    }

    /// <summary>Goes through all pages forwards, and then backwards to the first; both ways must show the same.</summary>
    async Task<List<long>> Walk(MemberFilter filter, SearchScope scope, string sort, int size)
    {
        List<long> forwards = [], backwards = [];
        FoundPage page;
        string? cursor = null;
        do
        {
            page = await Page(filter, scope, sort, cursor, size);
            forwards.AddRange(page.Members.Select(m => m.Id.Number));
            cursor = page.Next;
        }
        while (cursor is not null);
        backwards.InsertRange(0, page.Members.Select(m => m.Id.Number));
        while (page.Previous is { } previous)
        {
            page = await Page(filter, scope, sort, previous, size);
            backwards.InsertRange(0, page.Members.Select(m => m.Id.Number));
            Assert.NotNull(page.Next);
        }
        Assert.Equal(forwards, backwards);
        return forwards;
    }

    Task<FoundPage> Page(MemberFilter filter, SearchScope scope, string sort, string? cursor, int size) =>
        search.Page(new Search(Read(filter), scope, Moment), SearchOrders.Read(sort)!, cursor, size, Ct);

    async Task<FoundFacets> Facets(MemberFilter filter, SearchScope scope)
    {
        var sought = Read(filter);
        var cells = await search.Count(new Search(sought, scope, Moment), ChildLayer.Prefectures, Ct);
        return FacetRules.Counts(cells, [.. SearchCatalog.Facets.Select(f => (f.Name, f.Choices(Moment)))], sought, ChildLayer.Prefectures, static _ => null);
    }

    static Sought Read(MemberFilter filter)
    {
        var (sought, fault) = FilterRules.Read(filter, Moment, Caller.System);
        return sought ?? throw new InvalidOperationException($"{fault!.Rule}: {fault.Detail}");
    }

    [Fact]
    public async Task Associations_below_are_counted_by_prefecture_and_then_by_local_association()
    {
        var population = Population.Of(1, 200);
        await Settle(population);
        var jma = new Search(Read(MemberFilter.All), SearchScope.Of(Caller.Office(AssociationId.Jma)), Moment);
        var kyoto = new Search(Read(MemberFilter.All), SearchScope.Of(Caller.Office(new AssociationId("26"))), Moment);

        var prefectures = Below(await search.Count(jma, ChildLayer.Prefectures, Ct), ChildLayer.Prefectures);
        var locals = Below(await search.Count(kyoto, ChildLayer.Locals, Ct), ChildLayer.Locals);

        Assert.Equal(population.Members.Where(m => m.Layers == 7).GroupBy(m => m.Local![..2]).OrderBy(g => g.Key).Select(g => (g.Key, (long)g.Count())), prefectures);
        Assert.Equal(population.Members.Where(m => m.Layers >= 3 && m.Local!.StartsWith("26", StringComparison.Ordinal)).GroupBy(m => m.Local!).OrderBy(g => g.Key).Select(g => (g.Key, (long)g.Count())), locals);
    }

    static IEnumerable<(string, long)> Below(IReadOnlyList<FacetCell> cells, ChildLayer children) =>
        FacetRules.Counts(cells, [.. SearchCatalog.Facets.Select(f => (f.Name, f.Choices(Moment)))], Read(MemberFilter.All), children, static _ => null)
            .Facets.Single(f => f.Name == FacetRules.Within).Lines.Select(l => (l.Value, l.Count));

    [Fact]
    public async Task Who_is_meant_rarely_is_found_behind_thousands_who_are_not()
    {
        // More people than a walk along the order passes before it gives up.
        var many = Enumerable.Range(0, 5_000).Select(i => new MemberRow(Population.First + i, "佐藤 花子", $"サトウ {i:D5}", null, null, "26-001", 7, i == 4_990 ? 5 : 1, true, null, null, 1)).ToList();
        await subject.Put(MemberViews.Members, [.. many]);
        await subject.Put(MemberViews.People, [.. many.Select(m => PersonRow.Of(m, DateTimeOffset.UnixEpoch))]);
        var filter = new MemberFilter("", [new FilterTerm("category", "c")]);

        foreach (var sort in Sorts) Assert.Equal([Population.First + 4_990], await Walk(filter, Everybody, sort, 10));
        Assert.Equal(5_000, (await Walk(MemberFilter.All, Everybody, "kana", 100)).Count);
    }

    [Fact]
    public async Task A_change_between_pages_neither_hides_nor_repeats_who_did_not_change()
    {
        var population = Population.Of(7, 60);
        await Settle(population);
        var wanted = new Reference(population).Sorted(MemberFilter.All, Everybody, "kana");
        var first = await Page(MemberFilter.All, Everybody, "kana", null, 20);
        // The last of the first page goes to the end, the last of all to the beginning.
        var (gone, come) = (wanted[19], wanted[^1]);
        await Rename(population, gone, "ンンン");
        await Rename(population, come, "アアア");

        List<long> seen = [.. first.Members.Select(m => m.Id.Number)];
        for (var cursor = first.Next; cursor is not null;)
        {
            var page = await Page(MemberFilter.All, Everybody, "kana", cursor, 20);
            seen.AddRange(page.Members.Select(m => m.Id.Number));
            cursor = page.Next;
        }

        var still = wanted.Where(id => id != gone && id != come).ToList();
        Assert.Equal(still, seen.Where(id => id != gone && id != come));
    }

    async Task Rename(Population population, long id, string kana)
    {
        var row = population.Members.Single(m => m.MemberId == id) with { Kana = kana };
        await subject.Put(MemberViews.Members, row);
        await subject.Put(MemberViews.People, PersonRow.Of(row, DateTimeOffset.UnixEpoch));
    }

    [Theory]
    [InlineData("JMA")]
    [InlineData("26")]
    [InlineData("26-001")]
    public async Task Only_whom_the_scope_takes_in_is_seen_among_people_named(string office)
    {
        var population = Population.Of(3, 80);
        await Settle(population);
        var scope = SearchScope.Of(Caller.Office(new AssociationId(office)));

        var seen = await search.Seen([.. population.Members.Select(m => m.MemberId), 42], scope, Ct);

        Assert.Equal(new Reference(population).Find(MemberFilter.All, scope).Select(m => m.MemberId).Order(), seen.Order());
    }

    [Fact]
    public async Task People_from_before_the_row_was_are_found_after_mending_and_standings_stay_as_they_are()
    {
        var population = Population.Of(5, 30);
        await subject.Put(CreditViews.Standings, [.. population.Standings.Values]);
        await subject.Put(MemberViews.Members, [.. population.Members]);
        Assert.Empty((await Page(MemberFilter.All, Everybody, "kana", null, 100)).Members);

        var people = new PersonRows(subject.Views, subject.Store);
        Assert.Equal(30, await people.Mend(Ct));
        Assert.Equal(0, await people.Mend(Ct));

        Assert.Equal(new Reference(population).Sorted(MemberFilter.All, Everybody, "-total"), (await Page(MemberFilter.All, Everybody, "-total", null, 100)).Members.Select(m => m.Id.Number));
    }

    [Fact]
    public async Task Two_ledgers_write_one_row_in_either_order_and_neither_undoes_the_other()
    {
        var row = new MemberRow(Population.First, "佐藤 花子", "サトウ ハナコ", "7", null, "26-001", 7, 1, true, null, null, 1);
        var standing = new CreditStandingRow(Population.First, Population.Year, 300, 0, 300, 0, 31, 610, true, 600, true, 0, false, 290, 0);
        await subject.Put(MemberViews.Members, row);
        // Both in one group, as when a member moves while a credit is posted.
        var group = new CommitGroup();
        var (credits, people) = (new ViewBatch(CreditViews.Standings), new ViewBatch(MemberViews.People));
        credits.Puts.Add(standing);
        people.Puts.Add(PersonRow.Of(row, DateTimeOffset.UnixEpoch));
        group.Views.AddRange([credits, people]);
        Assert.Empty(await subject.Store.Commit(group, 0, Ct));
        await subject.Put(CreditViews.Standings, standing with { PostedTenths = 310, TotalTenths = 620 });
        await subject.Put(MemberViews.People, PersonRow.Of(row with { Category = 5 }, DateTimeOffset.UnixEpoch));

        var found = Assert.Single((await Page(new MemberFilter("", [new FilterTerm("category", "c"), new FilterTerm("total", "62")]), Everybody, "kana", null, 10)).Members);

        Assert.Equal((62.0m, 31.0m, 31, true), (found.Total, found.Posted!.Value, found.Codes!.Value, found.Reached));
    }

    [Theory]
    [InlineData("junk")]
    [InlineData("a2FuYXxhfDF8")]
    [InlineData("")]
    public async Task A_cursor_that_is_none_of_ours_shows_the_first_page(string cursor)
    {
        await Settle(Population.Of(9, 20));

        Assert.Equal((await Page(MemberFilter.All, Everybody, "total", null, 5)).Members, (await Page(MemberFilter.All, Everybody, "total", cursor, 5)).Members);
    }

    /// <summary>Takes away whoever was there, and puts these people.</summary>
    async Task Settle(Population population)
    {
        await Clear(CreditViews.Standings, "credit_standing", id => new CreditStandingRow(id, 0, 0, 0, 0, 0, 0, 0, false, 0, false, 0, false));
        await subject.Put(MemberViews.Members, [.. population.Members]);
        await subject.Put(MemberViews.Names, [.. population.Members.Select(m => MemberNameRow.Of(m.MemberId, m.Name, m.Kana))]);
        await subject.Put(CreditViews.Standings, [.. population.Standings.Values]);
        await subject.Put(MemberViews.People, [.. population.People.Values]);
        await Clear(TrainingViews.Attendance, "attendance", null);
        await subject.Put(TrainingViews.Attendance, [.. population.Attendances]);
        await subject.Put(TrainingViews.Programs, [.. population.Programs]);
        await Clear(ProofViews.Proofs, "proof", null);
        await subject.Put(ProofViews.Proofs, [.. population.Certificates]);
        await subject.Put(MemberViews.Merged, [.. population.Merged]);
        await Clear(CreditViews.Reports, "credit_report", null);
        await subject.Put(CreditViews.Reports, [.. population.Reports]);
        await Clear(DuesViews.Terms, "dues_term", null);
        await subject.Put(DuesViews.Terms, [.. population.Dues]);
        await Clear(WorkHoursViews.Hours, "work_hours", null);
        await subject.Put(WorkHoursViews.Hours, [.. population.Hours]);
    }

    async Task Clear(ViewTable table, string name, Func<long, object>? row)
    {
        var rows = name switch
        {
            "attendance" => await subject.Views.Query(new ViewQuery($"SELECT member_id, session_id FROM {subject.Views.Dialect.Table(name)}"), r => Read(r, x => (object)new AttendanceRow(x.GetInt64(0), x.GetString(1), null, null, false)), Ct),
            "credit_report" => await subject.Views.Query(new ViewQuery($"SELECT member_id, entry FROM {subject.Views.Dialect.Table(name)}"), r => Read(r, x => (object)new CreditReportRow(x.GetInt64(0), x.GetString(1), 0, default)), Ct),
            "dues_term" => await subject.Views.Query(new ViewQuery($"SELECT member_id, account FROM {subject.Views.Dialect.Table(name)}"), r => Read(r, x => (object)new DuesTermRow(x.GetInt64(0), x.GetString(1), 0, "", false, DuesShareOf.None, DuesShareOf.None, DuesShareOf.None, null)), Ct),
            "work_hours" => await subject.Views.Query(new ViewQuery($"SELECT member_id, workplace FROM {subject.Views.Dialect.Table(name)}"), r => Read(r, x => (object)Population.Kept(x.GetInt64(0), x.GetString(1))), Ct),
            "proof" => await subject.Views.Query(new ViewQuery($"SELECT code FROM {subject.Views.Dialect.Table(name)}"), r => Read(r, x => (object)new ProofRow(x.GetString(0), 0, 0, default, false, 0)), Ct),
            _ => await subject.Views.Query(new ViewQuery($"SELECT member_id FROM {subject.Views.Dialect.Table(name)}"), r => Read(r, x => row!(x.GetInt64(0))), Ct),
        };
        if (rows.Count > 0) await subject.Commit(table, batch => batch.Deletes.AddRange(rows));
    }

    static List<object> Read(System.Data.Common.DbDataReader reader, Func<System.Data.Common.DbDataReader, object> row)
    {
        List<object> rows = [];
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }
}

/// <summary>The search on SQLite.</summary>
public sealed class SqliteMemberSearchTests : MemberSearchContract
{
    protected override Task<StoreUnderTest> Open() => SqliteUnderTest.Open();
}

/// <summary>The search on PostgreSQL.</summary>
public sealed class PostgresMemberSearchTests : MemberSearchContract
{
    protected override Task<StoreUnderTest> Open() => PostgresUnderTest.Open();
}
