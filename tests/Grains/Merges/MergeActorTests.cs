using JmaActors.Credits;
using JmaActors.Journal;
using JmaActors.Members;
using JmaActors.Merges;
using JmaActors.Tests.Grains.Members;
using JmaActors.WorkHours;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;

namespace JmaActors.Tests.Grains.Merges;

/// <summary>Two records of one person on real actors and the real journal.</summary>
public class MergeActorTests(SharedHouse shared)
{
    static readonly DateOnly On = new(2026, 11, 23);

    readonly IGrainFactory grains = shared.House.Grains;

    static CancellationToken Ct => ActorHouse.Ct;

    IMemberGrain Member(MemberId id) => grains.GetGrain<IMemberGrain>(id.Number);

    ICreditLedgerGrain Credits(MemberId id) => grains.GetGrain<ICreditLedgerGrain>(id.Number);

    IMergeGrain Pair(MemberId a, MemberId b) => grains.GetGrain<IMergeGrain>(MergePair.Of(a, b).Key);

    Task<MemberId?> Holder(string key) => grains.Reservation(key).Holder(key, Ct);

    Task Sleep() => grains.GetGrain<Orleans.Runtime.IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

    static DecideMerge Merge(MemberId into, MergeFields fields = MergeFields.None) => new(into, fields, "同一人", Caller.Office(AssociationId.Local(26, 7)));

    static UndoMerge Undo => new("別人だった", Caller.Office(AssociationId.Local(26, 7)));

    async Task<MemberId> Somebody(RegistryNumber? registry = null, CardNumber? card = null, Membership? membership = null, Person? person = null)
    {
        var id = People.Someone();
        Assert.True((await Member(id).Register(People.Registration(registry, card, membership, person), Ct)).Accepted);
        return id;
    }

    async Task Earn(MemberId id, string key, short code) => Assert.True((await Credits(id).Accrue(
        new AccrueCredit(key, CreditMethod.Paper, new CurriculumCode(code), Units.Of(1m), new DateOnly(2026, 5, 1), "Paper", true, Caller.System), Ct)).Accepted);

    async Task<decimal> Total(MemberId id) => (await Credits(id).Cme(On, Caller.System, Ct)).Total;

    /// <summary>The directory's row of a standing, which lists and counts read.</summary>
    async Task<MergeStatus> Status(MemberId a, MemberId b) => (await Pair(a, b).Read(Caller.System, Ct))!.Status;

    [Fact]
    public async Task Merged_the_other_counts_with_the_record_that_stays_and_undone_each_has_its_own_again()
    {
        var (a, b) = (await Somebody(), await Somebody());
        await Earn(a, "a", 20);
        await Earn(b, "b", 21);
        await Earn(a, "both", 22);
        await Earn(b, "both", 22);

        var preview = (await Pair(a, b).Preview(a, Caller.System, Ct))!;
        Assert.Equal((4m, 4m, 6m, 1), (preview.Credits.Before.Total, preview.Alone.Total, preview.Credits.After.Total, preview.Credits.Once));

        var done = (await Pair(a, b).Decide(Merge(a), Ct)).Value!;
        Assert.Equal((MergeStatus.Merged, a, 1, 4), (done.Status, done.Into, done.Round, done.Step));
        Assert.Equal(6m, await Total(a));
        Assert.Equal(b, (await Credits(a).Entries(null, Caller.System, Ct)).Entries.Single(e => e.Key == "b").Of);

        // What comes in under the other number counts here, and an office settles it from here.
        await Earn(b, "late", 23);
        await Tests.Grains.Associations.Eventually.Be("what came in late", () => Total(a), t => t == 8m, Ct);
        Assert.True((await Credits(a).Settle(new SettleCredit("b", false, "誤り", Caller.System), Ct)).Accepted);
        await Tests.Grains.Associations.Eventually.Be("what was voided", () => Total(a), t => t == 6m, Ct);

        await Sleep();
        Assert.Equal(MergeStatus.Undone, (await Pair(a, b).Undo(Undo, Ct)).Value!.Status);
        Assert.Equal((4m, 4m), (await Total(a), await Total(b)));
        await Earn(b, "after", 24);
        Assert.Equal((4m, 6m), (await Total(a), await Total(b)));
        Assert.Null((await Member(b).Read(Caller.System, Ct))!.MergedInto);
        Assert.Null((await Member(a).Read(Caller.System, Ct))!.Holds);
    }

    [Fact]
    public async Task What_an_office_settles_or_corrects_of_a_lent_entry_is_answered_when_it_counts_so()
    {
        await using var house = await ActorHouse.Open(GatedStore.Add);
        var (a, b) = (People.Someone(), People.Someone());
        ICreditLedgerGrain Of(MemberId id) => house.Grains.GetGrain<ICreditLedgerGrain>(id.Number);
        foreach (var id in new[] { a, b }) Assert.True((await house.Grains.GetGrain<IMemberGrain>(id.Number).Register(People.Registration(), Ct)).Accepted);
        foreach (var key in new[] { "k1", "k2" })
        {
            await Of(b).Accrue(new AccrueCredit(key, CreditMethod.Paper, new CurriculumCode(20), Units.Of(1m), new DateOnly(2026, 5, 1), "Paper", true, Caller.System), Ct);
        }
        Assert.Equal(MergeStatus.Merged, (await house.Grains.GetGrain<IMergeGrain>(MergePair.Of(a, b).Key).Decide(Merge(a), Ct)).Value!.Status);

        foreach (var ask in new[]
        {
            () => Of(a).Settle(new SettleCredit("k1", false, "誤り", Caller.System), Ct),
            () => Of(a).Correct(new CorrectCredit("k2", null, new CurriculumCode(21), null, null, "誤り", Caller.System), Ct),
        })
        {
            var (gate, stands) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            house.Service<GatedStore>().Before = async group =>
            {
                if (!group.Events.Any(e => e.Ledger == $"credits/{a}") || gate.Task.IsCompleted) return;
                stands.TrySetResult();
                await gate.Task;
            };
            var answer = ask();
            await stands.Task.WaitAsync(TimeSpan.FromSeconds(30), Ct);
            await Of(b).Entries(null, Caller.System, Ct);
            Assert.False(answer.IsCompleted);
            gate.SetResult();
            Assert.Equal(b, (await answer).Value!.Of);
        }
        Assert.Equal(
            [("k1", CreditState.Voided), ("k2", CreditState.Voided), ("k2~2", CreditState.Posted)],
            (await Of(a).Entries(null, Caller.System, Ct)).Entries.Select(e => (e.Key, e.State)).Order());
        Assert.Equal(new EntryOrigin(b, "k2~2"), await Of(a).Origin("k2~2", Ct));
    }

    [Fact]
    public async Task A_number_and_a_card_move_with_the_merge_and_back_with_its_undoing()
    {
        var (registry, card) = (People.Registry(), People.Card());
        var (a, b) = (await Somebody(membership: Membership.None), await Somebody(registry, card));
        var preview = (await Pair(a, b).Preview(a, Caller.System, Ct))!;
        Assert.Equal(MergeFields.Registry | MergeFields.Card | MergeFields.Membership, preview.Lacking);

        await Pair(a, b).Decide(Merge(a, preview.Lacking), Ct);
        var stays = (await Member(a).Read(Caller.System, Ct))!;
        Assert.Equal((registry, card, People.Everywhere), (stays.Person.Registry, stays.Card, stays.Membership));
        Assert.Equal((a, a), (await Holder(Identifiers.Key(registry)), await Holder(Identifiers.Key(card))));
        Assert.Equal((a, "already-merged"), ((await Member(b).Read(Caller.System, Ct))!.MergedInto,
            (await Member(b).ChangeProfile(new ChangeProfile("k", People.Person(), null, People.From, "", Caller.System), Ct)).Refusal?.Reason));

        await Pair(a, b).Undo(Undo, Ct);
        var (left, back) = ((await Member(a).Read(Caller.System, Ct))!, (await Member(b).Read(Caller.System, Ct))!);
        Assert.Equal((null, null, Membership.None), (left.Person.Registry, left.Card, left.Membership));
        Assert.Equal((registry, card, People.Everywhere), (back.Person.Registry, back.Card, back.Membership));
        Assert.Equal((b, b), (await Holder(Identifiers.Key(registry)), await Holder(Identifiers.Key(card))));
    }

    [Fact]
    public async Task Working_hours_count_with_the_record_that_stays_and_undone_each_has_its_own_again()
    {
        var (a, b, place) = (await Somebody(), await Somebody(), new WorkplaceId($"WM-{People.Someone()}"));
        IWorkHoursGrain Hours(MemberId id) => grains.GetGrain<IWorkHoursGrain>(id.Number);
        var workplace = grains.GetGrain<IWorkplaceGrain>(place.Code);
        var (now, since) = (TimeProvider.System.GetUtcNow(), new DateOnly(TimeProvider.System.GetUtcNow().Year - 1, 4, 1));
        await workplace.Describe(new DescribeWorkplace("1", "試験病院", new AssociationId("26-007"), false, Caller.System), Ct);
        await workplace.SetAgreement(new SetAgreement("2", since, false, null, 0, Caller.System), Ct);
        await workplace.Assign(new AssignPhysician("3", b, "", WorkLevel.A, since, null, false, Caller.System), Ct);
        await Tests.Grains.Associations.Eventually.Be("the employment", async () => (await Hours(b).Employers(Ct)).Count, c => c == 1, Ct);
        await Hours(a).ReportEmployment(new ReportEmployment("r", new WorkplaceId("WM-SIDE"), since, Caller.System), Ct);
        RecordWork Day(string key, WorkplaceId at, int daysAgo) => new(key, at, HoursKind.Overtime, now.AddDays(-daysAgo), now.AddDays(-daysAgo).AddHours(10), WorkSource.SelfReport, Caller.System);
        await Hours(a).Record(Day("one", new WorkplaceId("WM-SIDE"), 3), Ct);
        await Hours(b).Record(Day("one", place, 5), Ct);
        await Hours(b).ClockIn(new ClockIn("in", place, HoursKind.Scheduled, Caller.System, now.AddMinutes(-30)), Ct);
        async Task<int> Total(MemberId id) => (await Hours(id).Read(null, Caller.System, Ct)).Employments.Select(e => e.Total).DefaultIfEmpty(0).Max();
        var (mine, others) = (await Total(a), await Total(b));

        Assert.Equal(MergeStatus.Merged, (await Pair(a, b).Decide(Merge(a), Ct)).Value!.Status);
        // The workplace goes on knowing her by the other number: what is asked under it is answered by the record that stays.
        Assert.Equal((mine + others, mine + others), (await Total(a), await Total(b)));
        Assert.Equal([place], await Hours(a).Employers(Ct));
        Assert.Equal([place], await Hours(b).Employers(Ct));
        Assert.Equal([a, b], await Hours(a).Numbers(Ct));
        var day = DateOnly.FromDateTime(now.UtcDateTime.AddHours(9)).AddDays(7);
        var noon = new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.FromHours(9));
        Assert.True((await workplace.PlanRoster(new PlanRoster("plan", b, day, day, [new RosterShift("s", HoursKind.Scheduled, noon, noon.AddHours(4))], Caller.System), Ct)).Accepted);
        await Tests.Grains.Associations.Eventually.Be("the plan", async () => (await Hours(b).Plan(day, day, new Caller("w", CallerRole.Workplace, place.Code), Ct)).Count, c => c == 1, Ct);
        Assert.Equal(a, Assert.Single((await grains.GetGrain<IDutyListGrain>(0).Duty(place, null, 10, Caller.System, Ct)).Lines).Member);

        // What runs under the other number is ended from here, and what is wrong there corrected from here.
        Assert.Equal("already-working", (await Hours(a).ClockIn(new ClockIn("again", place, HoursKind.Scheduled, Caller.System), Ct)).Refusal!.Reason);
        Assert.NotNull((await Hours(a).ClockOut(new ClockOut("out", place, Caller.System), Ct)).Value!.To);
        Assert.Equal($"one@{b}", (await Hours(a).Find($"one@{b}", Caller.System, Ct))!.Key);
        Assert.True((await Hours(a).Withdraw(new WithdrawWork("w", $"one@{b}", "誤り", Caller.System), Ct)).Accepted);
        await Tests.Grains.Associations.Eventually.Be("what was withdrawn", () => Total(a), t => t == mine, Ct);

        await Sleep();
        Assert.Equal(MergeStatus.Undone, (await Pair(a, b).Undo(Undo, Ct)).Value!.Status);
        Assert.Equal((mine, 0), (await Total(a), await Total(b)));
        Assert.Equal(["in", "one"], (await Hours(b).Entries(since, new DateOnly(now.Year + 1, 1, 1), null, Caller.System, Ct)).Entries.Select(e => e.Key).Order());
        Assert.Equal(b, Assert.Single((await grains.GetGrain<IDutyListGrain>(0).Duty(place, null, 10, Caller.System, Ct)).Lines).Member);
    }

    [Fact]
    public async Task What_runs_under_the_other_number_is_ended_once_and_what_a_device_sends_after_it_is_taken_with_it()
    {
        var (a, b, place) = (await Somebody(), await Somebody(), new WorkplaceId($"WM-{People.Someone()}"));
        IWorkHoursGrain Hours(MemberId id) => grains.GetGrain<IWorkHoursGrain>(id.Number);
        var workplace = grains.GetGrain<IWorkplaceGrain>(place.Code);
        var (now, since) = (TimeProvider.System.GetUtcNow(), new DateOnly(TimeProvider.System.GetUtcNow().Year - 1, 4, 1));
        await workplace.Describe(new DescribeWorkplace("1", "試験病院", new AssociationId("26-007"), false, Caller.System), Ct);
        await workplace.SetAgreement(new SetAgreement("2", since, false, null, 0, Caller.System), Ct);
        await workplace.Assign(new AssignPhysician("3", b, "", WorkLevel.A, since, null, false, Caller.System), Ct);
        await Tests.Grains.Associations.Eventually.Be("the employment", async () => (await Hours(b).Employers(Ct)).Count, c => c == 1, Ct);
        await Hours(b).ClockIn(new ClockIn("in", place, HoursKind.Scheduled, Caller.System, now.AddHours(-3)), Ct);
        Assert.Equal(MergeStatus.Merged, (await Pair(a, b).Decide(Merge(a), Ct)).Value!.Status);
        ClockTap Tap(string key, bool inwards, int hoursAgo) => new(key, inwards, place, HoursKind.Scheduled, now.AddHours(-hoursAgo), Caller.System);

        foreach (var again in new[] { false, true })
        {
            var answers = await Hours(a).ClockBatch([Tap("out", false, 2), Tap("back", true, 1)], Ct);
            Assert.Equal([(null, again), (null, again)], answers.Select(x => (x.Refusal?.Reason, x.Repeat)));
            Assert.Equal(["in", "back"], answers.Select(x => x.Value!.Key));
        }

        Assert.Equal((false, null), Told(await Hours(a).ClockOut(new ClockOut("home", place, Caller.System), Ct)));
        Assert.Equal((true, null), Told(await Hours(a).ClockOut(new ClockOut("out", place, Caller.System, now.AddHours(-2)), Ct)));
        Assert.Equal((false, "not-working"), Told(await Hours(a).ClockOut(new ClockOut("more", place, Caller.System), Ct)));

        static (bool, string?) Told(Answer<WorkEntry> answer) => (answer.Repeat, answer.Refusal?.Reason);
    }

    [Fact]
    public async Task A_reminder_that_was_set_anew_meanwhile_is_taken_away_when_it_comes()
    {
        var table = new MovingReminders();
        await using var house = await ActorHouse.Open(services =>
        {
            var real = services.Last(d => d.ServiceType == typeof(IReminderTable));
            services.AddSingleton<IReminderTable>(s => table.Over((IReminderTable)(real.ImplementationFactory?.Invoke(s) ?? ActivatorUtilities.CreateInstance(s, real.ImplementationType!))));
        });
        var (a, b) = (People.Someone(), People.Someone());
        foreach (var id in new[] { a, b }) Assert.True((await house.Grains.GetGrain<IMemberGrain>(id.Number).Register(People.Registration(), Ct)).Accepted);
        var pair = house.Grains.GetGrain<IMergeGrain>(MergePair.Of(a, b).Key);
        table.Moves = true;
        Assert.Equal(MergeStatus.Merged, (await pair.Decide(Merge(a), Ct)).Value!.Status);

        await pair.AsReference<IRemindable>().ReceiveReminder("unfinished", default, Ct);
        Assert.Equal(1, await table.Standing(pair.GetGrainId()));

        table.Moves = false;
        await pair.AsReference<IRemindable>().ReceiveReminder("unfinished", default, Ct);
        Assert.Equal(0, await table.Standing(pair.GetGrainId()));
    }

    [Fact]
    public async Task What_was_changed_after_the_merge_is_not_undone_with_it()
    {
        var registry = People.Registry();
        var (a, b) = (await Somebody(), await Somebody(registry));
        await Pair(a, b).Decide(Merge(a, MergeFields.Registry), Ct);
        var other = People.Registry();
        Assert.True((await Member(a).ChangeProfile(new ChangeProfile("own", People.Person(other), null, People.From, "", Caller.System), Ct)).Accepted);

        // The number the other had given up is free now, and somebody else is given it.
        var third = await Somebody(registry);
        await Pair(a, b).Undo(Undo, Ct);
        Assert.Equal(other, (await Member(a).Read(Caller.System, Ct))!.Person.Registry);
        Assert.Null((await Member(b).Read(Caller.System, Ct))!.Person.Registry);
        Assert.Equal(third, await Holder(Identifiers.Key(registry)));
    }

    [Fact]
    public async Task Two_merges_at_once_that_meet_make_no_circle()
    {
        var (a, b, c) = (await Somebody(), await Somebody(), await Somebody());
        await Task.WhenAll(Pair(a, b).Decide(Merge(b), Ct), Pair(b, c).Decide(Merge(c), Ct), Pair(a, c).Decide(Merge(a), Ct));
        var views = await Task.WhenAll(new[] { a, b, c }.Select(async id => (await Member(id).Read(Caller.System, Ct))!));
        Assert.DoesNotContain(views, v => v.MergedInto is not null && v.Holds is not null);
        foreach (var v in views.Where(v => v.MergedInto is not null)) Assert.Contains(v.Id, views.Single(x => x.Id == v.MergedInto).Holds!);
        var statuses = await Task.WhenAll(Status(a, b), Status(b, c), Status(a, c));
        Assert.Equal(views.Count(v => v.MergedInto is not null), statuses.Count(s => s == MergeStatus.Merged));
        Assert.DoesNotContain(MergeStatus.Merging, statuses);
    }

    [Fact]
    public async Task A_record_that_holds_another_goes_into_none_and_the_refused_merge_leaves_no_trace_but_its_fault()
    {
        var (a, b, c) = (await Somebody(), await Somebody(), await Somebody());
        await Pair(a, b).Decide(Merge(a), Ct);
        var refused = (await Pair(a, c).Decide(Merge(c), Ct)).Value!;
        Assert.Equal((MergeStatus.Proposed, "holds-others"), (refused.Status, refused.Fault));
        Assert.Null((await Member(c).Read(Caller.System, Ct))!.Holds);
        Assert.Equal(MergeStatus.Merged, (await Pair(a, c).Decide(Merge(a), Ct)).Value!.Status);
        Assert.Equal([b, c], (await Member(a).Read(Caller.System, Ct))!.Holds!.Order());
    }

    [Fact]
    public async Task Found_to_be_two_people_they_are_proposed_again_only_for_another_reason()
    {
        var (a, b) = (People.Someone(), People.Someone());
        await Pair(a, b).Propose(MergeReasons.Kana, Caller.System, Ct);
        Assert.Equal("no-reason", (await Pair(a, b).Dismiss(new DismissPair(" ", Caller.System), Ct)).Refusal?.Reason);
        var office = Caller.Office(AssociationId.Local(26, 7));
        Assert.Equal(MergeStatus.Dismissed, (await Pair(a, b).Dismiss(new DismissPair("双子", office), Ct)).Value!.Status);
        var again = await Pair(a, b).Propose(MergeReasons.Kana, Caller.System, Ct);
        Assert.Equal((true, MergeStatus.Dismissed, "双子", office), (again.Repeat, again.Value!.Status, again.Value.Reason, again.Value.By));
        var other = (await Pair(a, b).Propose(MergeReasons.Kana | MergeReasons.Card, Caller.System, Ct)).Value!;
        Assert.Equal((MergeStatus.Proposed, MergeReasons.Kana | MergeReasons.Card), (other.Status, other.Reasons));
    }

    [Fact]
    public async Task The_same_decision_again_gets_the_same_answer_and_changes_nothing()
    {
        var (a, b) = (await Somebody(), await Somebody());
        var first = await Pair(a, b).Decide(Merge(a), Ct);
        await Sleep();
        var again = await Pair(a, b).Decide(Merge(a), Ct);
        Assert.Equal((true, first.Value), (again.Repeat, again.Value));
        Assert.Equal("already-merged", (await Pair(a, b).Decide(Merge(b), Ct)).Refusal?.Reason);
        Assert.Equal("not-of-pair", (await Pair(a, b).Decide(Merge(People.Someone()), Ct)).Refusal?.Reason);
    }

    [Fact]
    public async Task An_undoing_cut_short_after_the_return_does_not_leave_a_number_that_somebody_else_has()
    {
        await using var house = await ActorHouse.Open(GatedStore.Add);
        var (a, b, c, registry) = (People.Someone(), People.Someone(), People.Someone(), People.Registry());
        IMemberGrain Of(MemberId id) => house.Grains.GetGrain<IMemberGrain>(id.Number);
        var pair = house.Grains.GetGrain<IMergeGrain>(MergePair.Of(a, b).Key);
        foreach (var (id, number) in new[] { (a, (RegistryNumber?)null), (b, registry) }) Assert.True((await Of(id).Register(People.Registration(number), Ct)).Accepted);
        await pair.Decide(Merge(a, MergeFields.Registry), Ct);
        Assert.True((await Of(a).ChangeProfile(new ChangeProfile("own", People.Person(People.Registry()), null, People.From, "", Caller.System), Ct)).Accepted);
        Assert.True((await Of(c).Register(People.Registration(registry), Ct)).Accepted);

        // It has come back; that the number is not its own any more fails to be written, once.
        var cut = 0;
        house.Service<GatedStore>().Before = group => group.Events.Any(e => e.Ledger == $"member/{b}" && e.Type == "profile-changed") && Interlocked.Exchange(ref cut, 1) == 0
            ? throw new InvalidOperationException("killed")
            : ValueTask.CompletedTask;
        await pair.Undo(Undo, Ct);
        await Tests.Grains.Associations.Eventually.Be("the undoing", async () => (await pair.Read(Caller.System, Ct))!.Status, s => s == MergeStatus.Undone, Ct);

        Assert.Equal(1, cut);
        Assert.Null((await Of(b).Read(Caller.System, Ct))!.Person.Registry);
        Assert.Equal(registry, (await Of(c).Read(Caller.System, Ct))!.Person.Registry);
    }

    [Fact]
    public async Task A_number_the_other_record_is_too_busy_to_let_go_of_is_waited_for_and_not_given_up()
    {
        await using var house = await ActorHouse.Open(GatedStore.Add);
        var (a, b, registry, another) = (People.Someone(), People.Someone(), People.Registry(), People.Registry());
        while (Block(another) == Block(registry)) another = People.Registry();
        IMemberGrain Of(MemberId id) => house.Grains.GetGrain<IMemberGrain>(id.Number);
        IMergingMemberGrain Merging(MemberId id) => house.Grains.GetGrain<IMergingMemberGrain>(id.Number);
        foreach (var (id, number) in new[] { (a, (RegistryNumber?)null), (b, registry) }) Assert.True((await Of(id).Register(People.Registration(number), Ct)).Accepted);
        var step = new MergeStep("m#1", a, b, MergeFields.Registry, "同一人", Caller.System);
        Assert.True((await Merging(a).TakeIn(step, Ct)).Accepted);
        Assert.True((await Merging(b).GoInto(step, Ct)).Accepted);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var stands = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        house.Service<GatedStore>().Before = async group =>
        {
            if (!group.Events.Any(e => e.Ledger.StartsWith("reservation/", StringComparison.Ordinal)) || gate.Task.IsCompleted) return;
            stands.TrySetResult();
            await gate.Task;
        };
        var change = Of(b).ChangeProfile(new ChangeProfile("roster", People.Person(another), null, People.From, "", Caller.System), Ct);
        await stands.Task.WaitAsync(TimeSpan.FromSeconds(30), Ct);

        await Assert.ThrowsAsync<TryAgainException>(() => Merging(a).Adopt(step, Ct));
        gate.SetResult();
        Assert.Equal("already-merged", (await change).Refusal?.Reason);
        Assert.Equal(registry, (await Merging(a).Adopt(step, Ct)).Value!.Person.Registry);
        Assert.Equal(a, await house.Grains.Reservation(Identifiers.Key(registry)).Holder(Identifiers.Key(registry), Ct));

        string Block(RegistryNumber number) => house.Grains.Reservation(Identifiers.Key(number)).GetPrimaryKeyString();
    }

    [Fact]
    public async Task A_number_the_record_that_stays_could_not_take_over_is_the_other_ones_again_and_finds_the_person()
    {
        var (registry, card) = (People.Registry(), People.Card());
        var (a, b) = (await Somebody(), await Somebody(registry, card));
        var step = new MergeStep("m#1", a, b, MergeFields.Registry | MergeFields.Card, "同一人", Caller.System);
        await grains.GetGrain<IMergingMemberGrain>(a.Number).TakeIn(step, Ct);
        await grains.GetGrain<IMergingMemberGrain>(b.Number).GoInto(step, Ct);
        var merged = grains.GetGrain<IMergingMemberGrain>(b.Number);
        Assert.False(await merged.Uses(Identifiers.Key(registry), Ct));

        Assert.False((await merged.Keep(step, Ct)).Repeat);
        Assert.True((await merged.Keep(step, Ct)).Repeat);
        await Sleep();
        Assert.True(await merged.Uses(Identifiers.Key(registry), Ct));
        Assert.Equal("registry-taken", (await Member(People.Someone()).Register(People.Registration(registry), Ct)).Refusal?.Reason);
        var found = await grains.GetGrain<JmaActors.Directory.IDirectoryGrain>(0).Members(new JmaActors.Directory.MemberQuery(registry.Text, null, null, null, null, 5), new Caller("operator", CallerRole.Operator, "*"), Ct);
        Assert.Equal(a, Assert.Single(found.Members).Id);
    }
}
