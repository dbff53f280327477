using JmaActors.Directory;
using JmaActors.Members;
using JmaActors.Rosters;
using JmaActors.Tests.Grains.Members;
using Orleans.Concurrency;

namespace JmaActors.Tests.Grains.Rosters;

public class RosterImportTests(SharedHouse shared)
{
    static readonly Membership Sakyo = new(AssociationId.Local(26, 3), MembershipLayers.All, MemberCategory.A2B);
    static int imports;

    readonly IGrainFactory grains = shared.House.Grains;

    static CancellationToken Ct => ActorHouse.Ct;

    static RosterRow Row(int line, RegistryNumber? registry = null, CardNumber? card = null, string name = "見本 花子", string source = "", Membership? membership = null) =>
        new(line, source, People.Person(registry, name), card, membership ?? Sakyo);

    static RosterRow[] Rows(int count) => [.. Enumerable.Range(1, count).Select(i => Row(i, People.Registry(), People.Card()))];

    async Task<IRosterImportGrain> Started()
    {
        var import = grains.GetGrain<IRosterImportGrain>($"test-{Interlocked.Increment(ref imports)}");
        Assert.True((await import.Start(new StartImport("roster.csv", null, true, Caller.System), Ct)).Accepted);
        return import;
    }

    async Task<(int Created, int Updated, int Unchanged, int Failed)> Import(IRosterImportGrain import, int index, params RosterRow[] rows)
    {
        var answer = await import.Chunk(index, rows.AsImmutable(), [], Ct);
        Assert.True(answer.Accepted, answer.Refusal?.Reason);
        var p = answer.Value!;
        Assert.Equal(p.Failed, p.Errors.Count);
        return (p.Created, p.Updated, p.Unchanged, p.Failed);
    }

    async Task<MemberView> By(RegistryNumber registry)
    {
        var key = Identifiers.Key(registry);
        var holder = await grains.Reservation(key).Holder(key, Ct);
        return (await grains.GetGrain<IMemberGrain>(holder!.Value.Number).Read(Caller.System, Ct))!;
    }

    [Fact]
    public async Task Every_row_becomes_somebody_with_a_number_of_their_own()
    {
        var rows = Rows(500);
        Assert.Equal((500, 0, 0, 0), await Import(await Started(), 0, rows));
        var people = await Task.WhenAll(rows.Select(r => By(r.Person.Registry!.Value)));
        Assert.Equal(500, people.Select(p => p.Id).Distinct().Count());
        Assert.All(people.Zip(rows), p => Assert.Equal((p.Second.Person, p.Second.Card, p.Second.Membership, true), (p.First.Person, p.First.Card, p.First.Membership, p.First.Demonstration)));
    }

    [Fact]
    public async Task Numbers_given_beforehand_are_those_of_their_rows_whichever_chunk_comes_first_and_whoever_is_on_record_keeps_her_own()
    {
        var (rows, import) = (Rows(60), await Started());
        await Import(await Started(), 0, rows[10]);
        var known = (await By(rows[10].Person.Registry!.Value)).Id.Number;
        var first = (await grains.GetGrain<IMemberNumberGrain>(0).Allocate(60, Caller.System, Ct)).Value;
        foreach (var index in new[] { 1, 0 })
        {
            var chunk = new ImportChunk(index, false, ImportKind.Roster, false, rows[(index * 30)..(index * 30 + 30)], [], [], Caller.System, First: first + index * 30);
            Assert.True((await import.Take(chunk.AsImmutable(), Ct)).Accepted);
        }

        var people = await Task.WhenAll(rows.Select(r => By(r.Person.Registry!.Value)));
        Assert.Equal(Enumerable.Range(0, 60).Select(i => i == 10 ? known : first + i), people.Select(p => p.Id.Number));
    }

    [Fact]
    public async Task The_same_chunk_again_is_passed_over_and_the_same_file_changes_nothing()
    {
        var (rows, import) = (Rows(100), await Started());
        Assert.Equal((100, 0, 0, 0), await Import(import, 0, rows));
        var again = await import.Chunk(0, rows.AsImmutable(), [], Ct);
        Assert.Equal((true, 100), (again.Repeat, again.Value!.Done));
        Assert.Equal((0, 0, 100, 0), await Import(await Started(), 0, rows));
    }

    [Fact]
    public async Task What_differs_is_changed_and_an_empty_cell_says_nothing()
    {
        var (registry, card) = (People.Registry(), People.Card());
        await Import(await Started(), 0, Row(1, registry, card));
        var moved = Sakyo with { Local = AssociationId.Local(26, 4) };
        Assert.Equal((0, 1, 0, 0), await Import(await Started(), 0, Row(1, registry, null, "見本 桜", membership: moved)));
        var now = await By(registry);
        Assert.Equal(("見本 桜", card, moved), (now.Person.Name, now.Card, now.Membership));
    }

    [Fact]
    public async Task A_later_import_can_undo_what_was_changed_between()
    {
        var registry = People.Registry();
        foreach (var name in new[] { "見本 一", "見本 二", "見本 一" }) await Import(await Started(), 0, Row(1, registry, name: name));
        Assert.Equal("見本 一", (await By(registry)).Person.Name);
    }

    [Fact]
    public async Task Rows_without_numbers_are_known_by_the_senders_key()
    {
        var source = $"his-{People.Someone()}";
        Assert.Equal((1, 0, 0, 0), await Import(await Started(), 0, Row(1, source: source)));
        Assert.Equal((0, 1, 0, 0), await Import(await Started(), 0, Row(1, source: source, name: "見本 梅")));
        Assert.Equal((0, 0, 1, 0), await Import(await Started(), 0, Row(1, source: source, name: "見本 梅")));
    }

    [Fact]
    public async Task Each_faulty_row_is_told_apart_and_the_others_are_imported()
    {
        var (taken, registry) = (People.Card(), People.Registry());
        await Import(await Started(), 0, Row(1, People.Registry(), taken));
        var import = await Started();
        Assert.Equal((1, 0, 0, 5), await Import(
            import, 0,
            Row(2, registry),
            Row(3),
            Row(4, People.Registry(), name: ""),
            Row(5, registry),
            Row(6, People.Registry(), taken),
            Row(7, People.Registry(), membership: new(null, MembershipLayers.All, MemberCategory.A1))));
        var errors = (await import.Progress(Ct))!.Errors;
        Assert.Equal(
            [(3, "", "no-key"), (4, "name", "bad-name"), (5, "", "duplicate-row"), (6, "card", "card-taken"), (7, "association", "bad-association")],
            errors.Select(e => (e.Line, e.Column, e.Reason)));
    }

    [Fact]
    public async Task Unreadable_lines_are_counted_and_kept()
    {
        var import = await Started();
        var answer = await import.Chunk(0, Array.Empty<RosterRow>().AsImmutable(), [new RowError(9, "birth_date", "bad-date", "31.02.1970")], Ct);
        Assert.Equal((1, "bad-date"), (answer.Value!.Failed, answer.Value.Errors[0].Reason));
    }

    [Fact]
    public async Task Two_imports_of_the_same_people_at_once_create_each_once()
    {
        var rows = Rows(200);
        var (a, b) = (await Started(), await Started());
        await Task.WhenAll(a.Chunk(0, rows.AsImmutable(), [], Ct), b.Chunk(0, rows.AsImmutable(), [], Ct));
        var (first, second) = ((await a.Progress(Ct))!, (await b.Progress(Ct))!);
        Assert.Equal((200, 200, 0), (first.Created + second.Created, first.Unchanged + second.Unchanged, first.Failed + second.Failed));
    }

    [Fact]
    public async Task A_number_reserved_by_a_row_that_was_cut_short_is_taken_up_again()
    {
        var row = Row(1, People.Registry(), People.Card());
        var cut = (await grains.GetGrain<IMemberNumberGrain>(0).Allocate(1, Caller.System, Ct)).Value;
        var key = Identifiers.Key(row.Person.Registry!.Value);
        await grains.Reservation(key).Reserve(key, new MemberId(cut), Caller.System, Ct);
        Assert.Equal((1, 0, 0, 0), await Import(await Started(), 0, row));
        Assert.Equal(row.Card, (await By(row.Person.Registry!.Value)).Card);
    }

    [Fact]
    public async Task People_imported_are_found_by_a_reading_typed_in_any_kana()
    {
        var local = new Membership(AssociationId.Local(47, 9), MembershipLayers.All, MemberCategory.C);
        var person = People.Person(People.Registry(), "雛形 鯉", "ヒナガタ コイ");
        await Import(await Started(), 0, new RosterRow(1, "", person, null, local), Row(2, People.Registry(), membership: local));
        foreach (var typed in new[] { "ヒナガタ", "ひながた", "ﾋﾅｶﾞﾀ" })
        {
            var page = await grains.GetGrain<IDirectoryGrain>(0).Members(new MemberQuery(typed, local.Local, null, null, null), Caller.System, Ct);
            Assert.Equal("雛形 鯉", Assert.Single(page.Members).Name);
        }
    }
}
