using JmaActors.Dues;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Tests.Grains.Associations;
using JmaActors.Tests.Grains.Members;

namespace JmaActors.Tests.Grains.Dues;

/// <summary>Dues on real actors and the real journal: the record is followed, a rehearsal says what the run then does, and what was tried is what then happens.</summary>
public sealed class DuesActorTests(SharedHouse shared)
{
    static int locals = 700;

    readonly IGrainFactory grains = shared.House.Grains;

    static CancellationToken Ct => ActorHouse.Ct;

    static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(9));

    static FiscalYear Year => FiscalYear.Of(Today);

    IDuesGrain Dues(MemberId id) => grains.GetGrain<IDuesGrain>(id.Number);

    IMemberGrain Record(MemberId id) => grains.GetGrain<IMemberGrain>(id.Number);

    /// <summary>A local association nobody else is in.</summary>
    static AssociationId Local() => AssociationId.Local(26, Interlocked.Increment(ref locals));

    async Task<MemberId> Member(AssociationId local, MemberCategory category = MemberCategory.A2B)
    {
        var id = People.Someone();
        var registration = People.Registration();
        var answer = await Record(id).Register(
            registration with { Membership = new Membership(local, MembershipLayers.All, category), EffectiveFrom = Year.FirstDay, Person = registration.Person with { BirthDate = new DateOnly(1980, 5, 17) } }, Ct);
        Assert.True(answer.Accepted, answer.Refusal?.Reason);
        return id;
    }

    Task<DuesView> View(MemberId id) => Dues(id).Read(Caller.System, Ct);

    [Fact]
    public async Task What_changes_in_the_record_changes_what_is_owed_without_being_asked()
    {
        var local = Local();
        var id = await Member(local);
        Assert.True((await Dues(id).Assess(new AssessDues(Year, true, Caller.System), Ct)).Accepted);
        Assert.Equal(94_000, (await View(id)).Statements[0].Assessed.Amount);
        Assert.True((await Dues(id).Pay(new PayDues("p1", new Yen(94_000), Year.FirstDay, PaymentChannel.Transfer, "r", Caller.System), Ct)).Accepted);

        var tried = await Dues(id).TryAssess(new TryDues(Year, new Membership(local, MembershipLayers.All, MemberCategory.B), Year.FirstDay, null, Caller.System), Ct);
        Assert.True((await Record(id).ChangeMembership(new ChangeMembership("c1", new Membership(local, MembershipLayers.All, MemberCategory.B), Year.FirstDay, "left out of the cover", Caller.System), Ct)).Accepted);

        var view = await Eventually.Be("dues as the record says", () => View(id), v => v.Statements[0].Assessed.Amount == 58_000, Ct);
        Assert.Equal((DuesStatus.Paid, 36_000), (view.Statements[0].Status, view.Free.Amount));
        Assert.Equal(tried!.After.Charges.Sum(c => c.Amount.Amount), view.Statements[0].Assessed.Amount);
    }

    [Fact]
    public async Task A_run_bills_as_rehearsed_names_who_changed_meanwhile_and_done_again_bills_nobody_twice()
    {
        var local = Local();
        MemberId[] people = [await Member(local, MemberCategory.A1), await Member(local), await Member(local, MemberCategory.C)];
        var run = grains.GetGrain<IDuesRunGrain>(new DuesRunId(local, Year).Text);
        Task<DuesRunProgress?> Stage(DuesRunStage stage) => Eventually.Be($"{stage}", () => run.Progress(Ct), p => p?.Stage == stage, Ct);

        Assert.Equal("not-rehearsed", (await run.Run(new RunDues("r0", Caller.System), Ct)).Refusal?.Reason);
        Assert.True((await run.Rehearse(new RunDues("h1", Caller.System), Ct)).Accepted);
        var rehearsed = (await Stage(DuesRunStage.Rehearsed))!.Rehearsed;
        Assert.Equal((3, 126_000 + 64_000 + 6_000), (rehearsed.People, rehearsed.Jma.Amount));
        Assert.Equal(people.Select(p => p.Number).Order(), (await run.Lines(DuesRunPart.All, 0, Ct)).Select(l => l.Member.Number));
        Assert.Equal(0, (await View(people[0])).Version);

        // Another rehearsal takes the place of the first, line by line.
        var lines = shared.House.Service<IDuesIndex>();
        Assert.Equal(3, (await lines.Rehearsed($"{new DuesRunId(local, Year).Text}#1", DuesRunPart.All, 0, 10, Ct)).Count);
        Assert.True((await run.Rehearse(new RunDues("again", Caller.System), Ct)).Accepted);
        await Stage(DuesRunStage.Rehearsed);
        Assert.Equal(3, (await run.Lines(DuesRunPart.All, 0, Ct)).Count);
        Assert.Empty(await lines.Rehearsed($"{new DuesRunId(local, Year).Text}#1", DuesRunPart.All, 0, 10, Ct));

        // One changes between the rehearsal and the run.
        Assert.True((await Record(people[1]).ChangeMembership(new ChangeMembership("c", new Membership(local, MembershipLayers.All, MemberCategory.B), Year.FirstDay, "cover", Caller.System), Ct)).Accepted);
        Assert.True((await run.Run(new RunDues("r1", Caller.System), Ct)).Accepted);
        var done = (await Stage(DuesRunStage.Done))!;

        Assert.Equal((3, 126_000 + 28_000 + 6_000, 1), (done.Billed.People, done.Billed.Jma.Amount, done.Different));
        Assert.Equal((people[1], 94_000, 58_000), Assert.Single(done.Differences) is var d ? (d.Member, d.Rehearsed.Amount, d.Billed.Amount) : default);
        var version = (await View(people[0])).Version;
        Assert.True((await run.Run(new RunDues("r2", Caller.System), Ct)).Repeat);
        Assert.True((await Dues(people[0]).Bill(new AssessDues(Year, true, Caller.System), Ct)).Repeat);
        Assert.Equal(version, (await View(people[0])).Version);

        // Once more, after a table was set late: only the difference is billed, and a rehearsal by another table is not run by.
        Assert.True((await run.Rehearse(new RunDues("late", Caller.System), Ct)).Accepted);
        await Stage(DuesRunStage.Rehearsed);
        Assert.True((await grains.GetGrain<IDuesTariffGrain>(local.Code).Set(new SetDuesTariff(new DuesTariff(Year, "総会", [new DuesTariffRow("会員", DuesBlock.Standard, [], null, null, null, null, null, new Yen(1_000), null)], null, null, null), Caller.System), Ct)).Accepted);
        Assert.Equal("not-rehearsed", (await run.Run(new RunDues("r3", Caller.System), Ct)).Refusal?.Reason);
        Assert.True((await run.Rehearse(new RunDues("later", Caller.System), Ct)).Accepted);
        await Stage(DuesRunStage.Rehearsed);
        Assert.True((await run.Run(new RunDues("r4", Caller.System), Ct)).Accepted);
        done = (await Stage(DuesRunStage.Done))!;
        Assert.Equal((3_000, 0), (done.Billed.Local.Amount, done.Different));
        Assert.Equal(1_000, (await View(people[0])).Statements[0].Accounts.Where(a => a.Id.Creditor == local).Sum(a => a.Assessed.Amount));
    }

    [Fact]
    public async Task A_table_the_association_sets_is_what_is_tried_rehearsed_and_billed_and_a_later_one_costs_the_difference()
    {
        var (local, other) = (Local(), Local());
        var id = await Member(local);
        var tariff = grains.GetGrain<IDuesTariffGrain>(local.Code);
        SetDuesTariff Table(long annual) => new(new DuesTariff(Year, "総会", [new DuesTariffRow("会員", DuesBlock.Standard, [], null, null, null, null, null, new Yen(annual), null)], [4, 10], null, null), Caller.System);
        async Task<long> Owed() => (await View(id)).Statements[0].Accounts.Where(a => a.Id.Creditor == local).Sum(a => a.Assessed.Amount);

        Assert.True((await tariff.Set(Table(7_000), Ct)).Accepted);
        Assert.True((await tariff.Set(Table(7_000), Ct)).Repeat);
        var run = grains.GetGrain<IDuesRunGrain>(new DuesRunId(local, Year).Text);
        Assert.True((await run.Rehearse(new RunDues("h", Caller.System), Ct)).Accepted);
        var rehearsed = (await Eventually.Be("rehearsed", () => run.Progress(Ct), p => p?.Stage == DuesRunStage.Rehearsed, Ct))!;
        Assert.Equal(7_000, rehearsed.Rehearsed.Local.Amount);
        Assert.True((await run.Run(new RunDues("r", Caller.System), Ct)).Accepted);
        var done = (await Eventually.Be("done", () => run.Progress(Ct), p => p?.Stage == DuesRunStage.Done, Ct))!;
        Assert.Equal((7_000, 0), (done.Billed.Local.Amount, done.Different));
        Assert.Equal(7_000, await Owed());
        Assert.Equal([0, 1], (await View(id)).Statements[0].Accounts.Select(a => a.Id.Term).Distinct().Order());
        Assert.Contains((await View(id)).Rules, r => r is { Text.Ja: "会員", Source: "総会", Unverified: false });

        Assert.True((await tariff.Set(Table(9_000), Ct)).Accepted);
        Assert.True((await Dues(id).Assess(new AssessDues(Year, true, Caller.System), Ct)).Accepted);
        Assert.Equal(9_000, await Owed());
        Assert.True((await tariff.Withdraw(new WithdrawDuesTariff(Year, "否決", Caller.System), Ct)).Accepted);
        Assert.True((await grains.GetGrain<IDuesTariffGrain>(other.Code).Set(Table(3_000), Ct)).Accepted);
        Assert.Equal("bad-association", (await Dues(id).TryAssess(new TryDues(Year, new Membership(AssociationId.Jma, MembershipLayers.All, MemberCategory.A2B), Year.FirstDay, null, Caller.System), Ct))!.Refusal?.Reason);
        var tried = await Dues(id).TryAssess(new TryDues(Year, new Membership(other, MembershipLayers.All, MemberCategory.A2B), Year.FirstDay, null, Caller.System), Ct);
        Assert.Equal(3_000, tried!.After.Charges.Where(c => c.Account.Creditor == other).Sum(c => c.Amount.Amount));
        Assert.DoesNotContain(tried.Before.Charges, c => c.Why.Own is not null);
        var shown = await grains.GetGrain<IDuesTariffGrain>(other.Code).InForce(Year, Ct);
        Assert.Equal((true, "会員", 2), (shown.Own, shown.Lines[0].Row.Label, shown.Terms.Count));
    }

    [Fact]
    public async Task A_reduction_says_what_becomes_of_the_cover_and_of_journals_before_it_is_approved_and_while_it_holds()
    {
        var id = await Member(Local());
        var reduction = new Reduction("r", ReductionKind.Illness, Year.FirstDay, Year.LastDay, MembershipLayers.Jma);

        var tried = await Dues(id).TryAssess(new TryDues(Year, null, Year.FirstDay, reduction, Caller.System), Ct);
        Assert.Contains(tried!.Rules, r => r is { Id: "dues.effect.illness", Unverified: true });
        Assert.True((await Dues(id).Reduce(new ReduceDues(reduction, "", Caller.System), Ct)).Accepted);
        Assert.Contains((await View(id)).Rules, r => r.Id == "dues.effect.illness");
        Assert.DoesNotContain((await View(await Member(Local()))).Rules, r => r.Id.StartsWith("dues.effect.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_followed_is_behind_no_more()
    {
        var id = await Member(Local());
        Assert.True((await Dues(id).Assess(new AssessDues(Year, true, Caller.System), Ct)).Accepted);
        await Record(id).ChangeMembership(new ChangeMembership("c1", Membership.None, Year.FirstDay, "left", Caller.System), Ct);
        await Eventually.Be("nothing owed", () => View(id), v => v.Statements[0].Assessed == Yen.Zero, Ct);

        Assert.DoesNotContain(id.Number, await shared.House.Service<IDuesIndex>().Behind(id.Number - 1, 1, Ct));
        Assert.Contains("dues-record-followed", (await shared.House.Service<IJournalStore>().Read(LedgerNames.Name("dues", id.Number), 0, Ct)).Events.Select(e => e.Type));
    }

    [Fact]
    public async Task Who_joins_within_the_year_is_billed_it_at_once_and_who_was_taken_over_with_the_register_is_not()
    {
        var (local, joins, taken) = (Local(), People.Someone(), await Member(Local()));
        Assert.True((await Record(joins).Register(People.Registration(membership: Membership.None) with { EffectiveFrom = Today }, Ct)).Accepted);
        var belongs = new Membership(local, MembershipLayers.All, MemberCategory.A2B);

        Assert.True((await Record(joins).ChangeMembership(new ChangeMembership("join", belongs, Today, "入会", Caller.System), Ct)).Accepted);
        Assert.True((await Record(taken).ChangeMembership(new ChangeMembership("moves", belongs, Today, "異動", Caller.System), Ct)).Accepted);

        var view = await Eventually.Be("the statement", () => View(joins), v => v.Statements is [{ Posted: not null }], Ct);
        Assert.Equal((DuesStatus.Posted, Year, true), (view.Statements[0].Status, view.Statements[0].Year, view.Statements[0].Open.Amount > 0));
        Assert.All(view.Statements[0].Accounts, a => Assert.True(a.Due >= Today.AddDays(30)));
        Assert.Null((await Eventually.Be("reckoned", () => View(taken), v => v.Statements.Count > 0, Ct)).Statements[0].Posted);

        // The run of the year finds her billed, as it would have billed her.
        var version = view.Version;
        Assert.True((await Dues(joins).Bill(new AssessDues(Year, true, Caller.System), Ct)).Repeat);
        Assert.Equal(version, (await View(joins)).Version);
    }
}
