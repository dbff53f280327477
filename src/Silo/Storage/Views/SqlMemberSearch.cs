using JmaActors.Directory;
using static JmaActors.Storage.Views.MeasureSql;

namespace JmaActors.Storage.Views;

/// <summary><see cref="IMemberSearch"/> over the views of either database.</summary>
public sealed class SqlMemberSearch(IViewDatabase database) : IMemberSearch
{
    /// <summary>People passed while walking along an order before everybody meant is looked at instead: a millisecond or two.</summary>
    const int Steps = 1_000;

    /// <summary>The walk is at least so many times the page.</summary>
    const int StepsAPage = 2;

    readonly ViewDialect dialect = database.Dialect;

    public async Task<FoundPage> Page(Search search, SearchOrder order, string? cursor, int most, CancellationToken ct)
    {
        var from = FoundCursor.Parse(cursor, order);
        var sql = new PersonPageSql(dialect, search, order, from, await Meaning(search.Sought.Text, ct));
        var found = sql.MayWalk ? await People(sql, sql.Walk(most + 1, Math.Max(Steps, most * StepsAPage)), search, ct) : [];
        if (found.Count <= most) found = await People(sql, sql.Whole(most + 1), search, ct);
        var more = found.Count > most;
        if (more) found.RemoveAt(most);
        if (from is { Back: true }) found.Reverse();
        if (found.Count == 0) return new FoundPage([], null, null);
        var (before, after) = from is null ? (false, more) : from.Back ? (more, true) : (true, more);
        return new FoundPage(
            [.. found.Select(f => f.Member)],
            before ? FoundCursor.Of(order, true, found[0].Key).ToString() : null,
            after ? FoundCursor.Of(order, false, found[^1].Key).ToString() : null);
    }

    public async Task<IReadOnlyList<FacetCell>> Count(Search search, ChildLayer children, CancellationToken ct)
    {
        var facets = SearchCatalog.Facets.Select(f => (f.Measure, Choices: f.Choices(search.Moment))).ToList();
        var cell = children switch
        {
            // Who belongs to that layer, as choosing it will find them.
            ChildLayer.Prefectures => $"CASE WHEN (p.person_layers & 2) <> 0 THEN p.person_area / {Number(Members.AreaCode.Prefecture)} ELSE 0 END",
            ChildLayer.Locals => "CASE WHEN (p.person_layers & 1) <> 0 THEN p.person_area ELSE 0 END",
            _ => "0",
        };
        foreach (var (measure, choices) in facets) cell = $"({cell}) * {Number(choices.Count + 1)} + {Index(measure, choices, search.Moment.FiscalYear)}";
        var sql = new SearchConditions(dialect, search, await Meaning(search.Sought.Text, ct))
            .AddNarrowing(new ViewQuery($"SELECT {cell}, count(*) FROM {Table(dialect)} p")).Then("GROUP BY 1");
        return await database.Query(sql, r => Rows.List(r, x => Cell(x.GetInt64(0), x.GetInt64(1), facets.ConvertAll(f => f.Choices.Count + 1))), ct);
    }

    public async Task<IReadOnlySet<long>> Seen(IReadOnlyCollection<long> members, SearchScope scope, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT p.member_id FROM {Table(dialect)} p").Where("p.person_version > 0").PersonSeenBy(scope)
            .Where(dialect.In("p.member_id", "@ids")).With("ids", members.ToArray());
        return await database.Query(sql, r => Rows.List(r, x => x.GetInt64(0)).ToHashSet(), ct);
    }

    Task<List<(FoundMember Member, FoundKey Key)>> People(PersonPageSql page, ViewQuery sql, Search search, CancellationToken ct)
    {
        var target = (long)decimal.Ceiling(search.Moment.Book.Cme(search.Moment.On).Target * 10);
        return database.Query(sql, r => Rows.List(r, x => page.Read(x, target)), ct);
    }

    /// <summary>A number is found at once by its index; only where nobody's name begins with a word, names are looked through for it.</summary>
    async Task<TextMeaning> Meaning(SoughtText text, CancellationToken ct)
    {
        if (text.IsNumber && await ByNumber(text, ct) is { Count: > 0 } people) return new TextMeaning(people, false);
        // Figures alone are nobody's name.
        if (text.Words.Count == 0 || text.Registry is not null || text.Member is not null) return text.IsNumber ? TextMeaning.Nobody : TextMeaning.Beginnings;
        var sql = SearchConditions.WithWords(new ViewQuery($"SELECT 1 FROM ({SearchConditions.Words(dialect, text.Words.Count, anywhere: false)}) o"), text.Words);
        return await database.Query(sql.Then("LIMIT 1"), static r => r.Read(), ct) ? TextMeaning.Beginnings : TextMeaning.Parts;
    }

    Task<List<long>> ByNumber(SoughtText text, CancellationToken ct)
    {
        List<string> any = [];
        var sql = new ViewQuery($"SELECT m.member_id FROM {dialect.Table("member")} m");
        if (text.Member is { } member) Either("member_id", "member", member);
        if (text.Registry is { } registry) Either("registry", "registry", registry);
        if (text.Card is { } card) Either("card", "card", card);
        return database.Query(sql.Where($"({string.Join(" OR ", any)})"), r => Rows.List(r, x => x.GetInt64(0)), ct);

        // A number of the person, or of a record that was merged into the person's.
        void Either(string column, string name, object value)
        {
            any.Add($"m.{column} = @{name} OR m.member_id = (SELECT max(g.merged_into) FROM {dialect.Table("member_merged")} g WHERE g.{column} = @{name})");
            sql.With(name, value);
        }
    }

    static FacetCell Cell(long packed, long people, List<int> sizes)
    {
        var choices = new int[sizes.Count];
        for (var i = sizes.Count - 1; i >= 0; i--)
        {
            choices[i] = (int)(packed % sizes[i]);
            packed /= sizes[i];
        }
        return new FacetCell(choices, (int)packed, people);
    }
}
