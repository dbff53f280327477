using JmaActors.Members;
using JmaActors.Rosters;
using JmaActors.Tests.Grains.Members;
using Orleans.Concurrency;

namespace JmaActors.Tests.Grains.Rosters;

/// <summary>What becomes of rows by what was asked for and by who asks, and that a dry run says so beforehand and changes nothing.</summary>
public class ImportModeTests(SharedHouse shared)
{
    static readonly AssociationId Kyoto = AssociationId.Local(26, 41);
    static readonly Membership Own = new(Kyoto, MembershipLayers.All, MemberCategory.A1);
    static readonly Membership Elsewhere = new(AssociationId.Local(27, 41), MembershipLayers.All, MemberCategory.A1);
    static readonly Caller Clerk = Caller.Office(Kyoto) with { Duties = OfficeDuties.Clerk };
    static int imports;

    readonly IGrainFactory grains = shared.House.Grains;

    static CancellationToken Ct => ActorHouse.Ct;

    static RosterRow Row(int line, RegistryNumber? registry = null, CardNumber? card = null, string name = "見本 花子", string source = "", Membership? membership = null, bool silent = false) =>
        new(line, source, People.Person(registry, name), card, membership ?? Own, silent);

    async Task<MemberId> Known(RegistryNumber registry, CardNumber? card = null, Membership? membership = null)
    {
        var id = People.Someone();
        var answer = await grains.GetGrain<IMemberGrain>(id.Number).Register(People.Registration(registry, card, membership ?? Own), Ct);
        Assert.True(answer.Accepted, answer.Refusal?.Reason);
        return id;
    }

    async Task<MemberView?> By(RegistryNumber registry)
    {
        var key = Identifiers.Key(registry);
        return await grains.Reservation(key).Holder(key, Ct) is { } holder ? await grains.GetGrain<IMemberGrain>(holder.Number).Read(Caller.System, Ct) : null;
    }

    /// <summary>Tries the rows, says what that says, then imports them and finds that it is what happened.</summary>
    async Task<(int Created, int Updated, int Unchanged, int Skipped, string Failed)> Both(ImportMode mode, Caller by, params RosterRow[] rows)
    {
        var import = grains.GetGrain<IRosterImportGrain>($"mode-{Interlocked.Increment(ref imports)}");
        var start = new StartImport("roster.csv", null, true, by, ImportKind.Roster, mode);
        var chunk = new ImportChunk(0, true, ImportKind.Roster, false, rows, [], [], by);
        Assert.True((await import.TryStart(start, Ct)).Accepted);
        var before = await Seen(rows);
        var tried = (await import.Take(chunk.AsImmutable(), Ct)).Value!.Trial!;
        Assert.Equal(before, await Seen(rows));
        Assert.True((await import.TryFinish(by, Ct)).Accepted);
        Assert.True((await import.Start(start, Ct)).Accepted);
        var did = (await import.Take((chunk with { DryRun = false }).AsImmutable(), Ct)).Value!;
        Assert.Equal((tried.Created, tried.Updated, tried.Unchanged, tried.Skipped, tried.Failed), (did.Created, did.Updated, did.Unchanged, did.Skipped, did.Failed));
        Assert.Equal(tried.Errors, did.Errors);
        return (did.Created, did.Updated, did.Unchanged, did.Skipped, string.Join(' ', did.Errors.Select(e => $"{e.Line}:{e.Reason}")));
    }

    /// <summary>What is on record of everybody the rows name.</summary>
    async Task<IReadOnlyList<(string?, MemberView?)>> Seen(RosterRow[] rows)
    {
        var seen = new List<(string?, MemberView?)>();
        foreach (var row in rows)
        {
            if (RosterRules.NaturalKey(row) is not { } key) continue;
            var holder = await grains.Reservation(key).Holder(key, Ct);
            seen.Add((holder?.ToString(), holder is { } id ? await grains.GetGrain<IMemberGrain>(id.Number).Read(Caller.System, Ct) : null));
        }
        return seen;
    }

    [Fact]
    public async Task A_dry_run_says_what_the_import_then_does()
    {
        var (same, other, taken, free) = (People.Registry(), People.Registry(), People.Registry(), People.Registry());
        var card = People.Card();
        await Known(same);
        await Known(other);
        await Known(taken, card);
        Assert.Equal(
            (3, 1, 1, 0, "5:card-taken 6:no-key 7:bad-name 8:duplicate-row"),
            await Both(
                ImportMode.CreateAndUpdate, Caller.System,
                Row(1, free), Row(2, same), Row(3, other, name: "見本 桜"), Row(4, null, People.Card()), Row(5, People.Registry(), card), Row(6), Row(7, People.Registry(), name: ""), Row(8, free), Row(9, source: $"k{free.Text}")));
    }

    [Fact]
    public async Task Rows_that_are_not_wanted_are_skipped()
    {
        var (known, fresh, again) = (People.Registry(), People.Registry(), People.Registry());
        await Known(known);
        Assert.Equal((1, 0, 0, 1, ""), await Both(ImportMode.CreateOnly, Caller.System, Row(1, known, name: "見本 桜"), Row(2, fresh)));
        Assert.Equal("見本 花子", (await By(known))!.Person.Name);
        Assert.Equal((0, 1, 0, 2, ""), await Both(ImportMode.UpdateOnly, Caller.System, Row(1, known, name: "見本 桜"), Row(2, again), Row(3, source: $"u{again.Text}")));
        Assert.Equal("見本 桜", (await By(known))!.Person.Name);
        Assert.Null(await By(again));
    }

    [Fact]
    public async Task A_row_by_the_senders_key_finds_who_was_registered_under_it_in_every_mode()
    {
        var source = $"s{People.Registry().Text}";
        Assert.Equal((1, 0, 0, 0, ""), await Both(ImportMode.CreateOnly, Caller.System, Row(1, source: source)));
        Assert.Equal((0, 0, 0, 1, ""), await Both(ImportMode.CreateOnly, Caller.System, Row(1, source: source)));
        Assert.Equal((0, 1, 0, 0, ""), await Both(ImportMode.UpdateOnly, Caller.System, Row(1, source: source, name: "見本 梅")));
        Assert.Equal((0, 0, 1, 0, ""), await Both(ImportMode.CreateAndUpdate, Caller.System, Row(1, source: source, name: "見本 梅")));
    }

    [Fact]
    public async Task A_file_that_says_nothing_of_membership_leaves_it_as_it_is()
    {
        var registry = People.Registry();
        await Known(registry);
        Assert.Equal((0, 1, 0, 0, ""), await Both(ImportMode.CreateAndUpdate, Caller.System, Row(1, registry, name: "見本 桜", membership: Membership.None, silent: true)));
        Assert.Equal(Own, (await By(registry))!.Membership);
    }

    [Fact]
    public async Task An_office_imports_its_own_members_and_nobody_elses_and_is_not_told_whose_a_row_is()
    {
        var (mine, theirs, nobodys, local) = (People.Registry(), People.Registry(), People.Registry(), People.Registry());
        var card = People.Card();
        await Known(mine);
        await Known(theirs, card, Elsewhere);
        await Known(nobodys, membership: Membership.None);
        await Known(local, membership: new(Kyoto, MembershipLayers.Local, null));
        Assert.Equal(
            (1, 2, 0, 0, "3:row-out-of-scope 4:row-out-of-scope 5:row-out-of-scope 6:row-out-of-scope 7:row-out-of-scope"),
            await Both(
                ImportMode.CreateAndUpdate, Clerk,
                Row(1, People.Registry()), Row(2, mine, name: "見本 桜"),
                Row(3, theirs), Row(4, null, card), Row(5, nobodys), Row(6, People.Registry(), membership: Elsewhere), Row(7, People.Registry(), membership: Membership.None),
                Row(8, local)));
        Assert.Equal(Elsewhere, (await By(theirs))!.Membership);
        Assert.Equal(Membership.None, (await By(nobodys))!.Membership);
    }

    [Fact]
    public async Task An_office_may_let_a_member_go_and_may_not_hand_one_over()
    {
        var (leaves, moves) = (People.Registry(), People.Registry());
        await Known(leaves);
        await Known(moves);
        Assert.Equal((0, 1, 0, 0, "2:row-out-of-scope"), await Both(ImportMode.CreateAndUpdate, Clerk, Row(1, leaves, membership: Membership.None), Row(2, moves, membership: Elsewhere)));
        Assert.Equal((Membership.None, Own), ((await By(leaves))!.Membership, (await By(moves))!.Membership));
    }

    [Fact]
    public async Task An_office_that_only_updates_or_only_creates_learns_no_more()
    {
        var theirs = People.Registry();
        await Known(theirs, membership: Elsewhere);
        foreach (var mode in Enum.GetValues<ImportMode>())
            Assert.Equal((0, 0, 0, 0, "1:row-out-of-scope 2:row-out-of-scope"), await Both(mode, Clerk, Row(1, theirs), Row(2, People.Registry(), membership: Elsewhere)));
    }

    [Fact]
    public async Task A_prefectural_office_sees_no_member_of_a_local_association_alone()
    {
        var local = People.Registry();
        var alone = new Membership(Kyoto, MembershipLayers.Local, null);
        await Known(local, membership: alone);
        var office = Caller.Office(AssociationId.Prefecture(26)) with { Duties = OfficeDuties.Clerk };
        Assert.Equal((1, 0, 0, 0, "1:row-out-of-scope"), await Both(ImportMode.CreateAndUpdate, office, Row(1, local), Row(2, People.Registry())));
    }

    [Fact]
    public async Task What_a_clerk_imports_names_her_in_the_history()
    {
        var registry = People.Registry();
        await Both(ImportMode.CreateAndUpdate, Clerk, Row(1, registry));
        var view = await By(registry);
        var read = await shared.House.Service<JmaActors.Journal.IJournal>().Read($"member/{view!.Id.Number}", 0, Ct);
        Assert.Contains($"\"{Clerk.Subject}\"", System.Text.Encoding.UTF8.GetString(Assert.Single(read.Events).Body), StringComparison.Ordinal);
    }
}
