using System.Text.Json;
using JmaActors.Live;
using JmaActors.Tests.Grains.Associations;
using JmaActors.Tests.Grains.Members;
using JmaActors.WorkHours;
using Orleans.Core.Internal;

namespace JmaActors.Tests.Grains.WorkHours;

/// <summary>Workplaces and physicians on real actors and the real journal.</summary>
public sealed class WorkHoursActorTests(SharedHouse shared)
{
    static int places;

    static CancellationToken Ct => ActorHouse.Ct;

    static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(9));

    static DateOnly Agreement => new(Today.Year - 1, Today.Month, 1);

    IWorkHoursGrain Hours(MemberId id) => shared.House.Grains.GetGrain<IWorkHoursGrain>(id.Number);

    static DateTimeOffset At(int daysAgo, int hour) => new DateTimeOffset(Today.AddDays(-daysAgo).ToDateTime(new TimeOnly(0)), TimeSpan.FromHours(9)).AddHours(hour);

    /// <summary>A workplace with an agreement and level B, of its own for the test.</summary>
    async Task<(WorkplaceId Id, IWorkplaceGrain Grain)> Workplace()
    {
        var id = new WorkplaceId($"WT-{Interlocked.Increment(ref places)}");
        var grain = shared.House.Grains.GetGrain<IWorkplaceGrain>(id.Code);
        Assert.True((await grain.Describe(new DescribeWorkplace("1", "試験病院", new AssociationId("26-007"), false, Caller.System), Ct)).Accepted);
        Assert.True((await grain.SetAgreement(new SetAgreement("2", Agreement, false, null, 0, Caller.System), Ct)).Accepted);
        Assert.True((await grain.Designate(new DesignateLevel("3", WorkLevel.B, Agreement, null, Caller.System), Ct)).Accepted);
        return (id, grain);
    }

    async Task<MemberId> Physician(IWorkplaceGrain workplace, WorkLevel level = WorkLevel.B)
    {
        var me = People.Someone();
        Assert.True((await workplace.Assign(new AssignPhysician($"a{me}", me, "", level, Agreement, null, false, Caller.System), Ct)).Accepted);
        await Until(async () => (await Hours(me).Read(null, Caller.System, Ct)).Employments.Count > 0, "the terms of the employment");
        return me;
    }

    static Task Until(Func<Task<bool>> come, string what) => Eventually.Be(what, come, c => c, Ct);

    [Fact]
    public async Task A_physician_of_two_workplaces_is_one_time_line_with_each_ones_limit()
    {
        var ((one, first), (other, second)) = (await Workplace(), await Workplace());
        var me = await Physician(first);
        Assert.True((await second.Assign(new AssignPhysician("a", me, "", WorkLevel.A, Agreement, null, false, Caller.System), Ct)).Accepted);
        await Until(async () => (await Hours(me).Read(null, Caller.System, Ct)).Employments.Count == 2, "the second employment");

        Assert.True((await Hours(me).Record(new RecordWork("x", one, HoursKind.Scheduled, At(3, 9), At(3, 13), WorkSource.Workplace, Caller.System), Ct)).Accepted);
        Assert.True((await Hours(me).Record(new RecordWork("y", other, HoursKind.Scheduled, At(3, 14), At(3, 20), WorkSource.SelfReport, Caller.System), Ct)).Accepted);
        var view = await Hours(me).Read(null, Caller.System, Ct);

        Assert.Equal([(one, 120, 1860 * 60, 0, 1860 * 60), (other, 120, 1860 * 60, 120, 960 * 60)], view.Employments.Select(e => (e.Workplace, e.Total, e.TotalLimit, e.Own, e.OwnLimit)));
        Assert.Equal("year-within", view.Employments[0].Why.Outcome);
    }

    [Fact]
    public async Task Clocking_in_many_times_at_once_under_one_key_does_it_once_and_gets_the_first_answer_even_after_waking()
    {
        var (place, grain) = await Workplace();
        var me = await Physician(grain);
        var command = new ClockIn("in", place, HoursKind.Scheduled, Caller.Member(me), TimeProvider.System.GetUtcNow().AddMinutes(-5));

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Hours(me).ClockIn(command, Ct)));
        await Hours(me).AsReference<IGrainManagementExtension>().DeactivateOnIdle(Ct);
        var later = await Hours(me).ClockIn(command, Ct);

        Assert.Equal(1, answers.Count(a => !a.Repeat));
        Assert.Equal((answers[0].Value!.From, true), (later.Value!.From, later.Repeat));
        Assert.Single((await Hours(me).Read(null, Caller.System, Ct)).Open);
        Assert.NotNull((await Hours(me).ClockOut(new ClockOut("out", place, Caller.Member(me)), Ct)).Value!.To);
        Assert.Empty((await Hours(me).Read(null, Caller.System, Ct)).Open);
    }

    [Fact]
    public async Task A_batch_is_answered_line_by_line_and_sent_again_changes_nothing()
    {
        var (place, grain) = await Workplace();
        var me = await Physician(grain);
        RecordWork[] batch = [
            new("1", place, HoursKind.Scheduled, At(4, 8), At(4, 17), WorkSource.Import, Caller.System),
            new("2", place, HoursKind.Scheduled, At(3, 17), At(3, 8), WorkSource.Import, Caller.System),
            new("1", place, HoursKind.Scheduled, At(4, 8), At(4, 17), WorkSource.Import, Caller.System)];

        var answers = await Hours(me).RecordBatch(batch, Ct);
        var again = await Hours(me).RecordBatch(batch, Ct);

        Assert.Equal([(true, false, null), (false, false, "ends-before-it-begins"), (true, true, null)], answers.Select(a => (a.Accepted, a.Repeat, a.Refusal?.Reason)));
        Assert.Equal([true, false, true], again.Select(a => a.Repeat));
        Assert.Single((await Hours(me).Entries(Today.AddDays(-10), Today, null, Caller.System, Ct)).Entries);
    }

    [Fact]
    public async Task A_batch_is_tried_as_it_would_be_taken_and_holds_each_record_from_its_own_day()
    {
        var (place, grain) = await Workplace();
        var me = await Physician(grain);
        RecordWork[] batch = [
            new("1", place, HoursKind.Scheduled, At(4, 8), At(4, 17), WorkSource.Import, Caller.System),
            new("2", new WorkplaceId("WT-ELSE"), HoursKind.Scheduled, At(3, 8), At(3, 17), WorkSource.Import, Caller.System),
            new("1", place, HoursKind.Scheduled, At(4, 8), At(4, 17), WorkSource.Import, Caller.System),
            new("3", place, HoursKind.Scheduled, At(2, 8), At(2, 17), WorkSource.Import, Caller.System)];
        var version = (await Hours(me).Read(null, Caller.System, Ct)).Version;

        var tried = await Hours(me).TryRecordBatch(batch, Ct);
        Assert.Equal(version, (await Hours(me).Read(null, Caller.System, Ct)).Version);
        var taken = await Hours(me).RecordBatch(batch, Ct);

        Assert.Equal([(null, false), ("unknown-workplace", false), (null, true), (null, false)], tried.Select(a => (a.Refusal?.Reason, a.Repeat)));
        Assert.Equal(tried.Select(a => (a.Refusal?.Reason, a.Repeat)), taken.Select(a => (a.Refusal?.Reason, a.Repeat)));
        Assert.Equal([place], await Hours(me).Employers(Ct));
        var history = await shared.House.Service<JmaActors.Journal.GroupJournal>().Read($"work-hours/{me}", version, Ct);
        Assert.Equal([At(4, 0).Day, At(2, 0).Day], history.Events.Select(e => EffectiveDay(e)));
    }

    static int EffectiveDay(in JmaActors.Journal.EventRow row)
    {
        using var json = System.Text.Json.JsonDocument.Parse(row.Body);
        return DateOnly.FromDayNumber(json.RootElement.GetProperty("m").GetProperty("f").GetInt32()).Day;
    }

    [Fact]
    public async Task Who_is_on_duty_shows_with_the_answer_and_the_figures_follow_once_for_all_that_happened()
    {
        var (place, grain) = await Workplace();
        var me = await Physician(grain);
        var (index, work) = (shared.House.Service<IWorkHoursIndex>(), shared.House.Service<LateHoursWork>());
        async Task<DutyLine> Line() => Assert.Single((await index.Duty(place, null, 10, Ct)).Lines);
        var from = TimeProvider.System.GetUtcNow().AddHours(-12);
        from = from.AddTicks(-(from.Ticks % TimeSpan.TicksPerMinute));

        await Hours(me).ClockIn(new ClockIn("in", place, HoursKind.Overtime, Caller.System, from), Ct);
        var during = await Line();
        await Hours(me).ClockOut(new ClockOut("out", place, Caller.System, from.AddHours(10)), Ct);
        var after = await Line();
        await shared.House.Grains.GetGrain<ILateHoursGrain>(me.Number).ShowHours(Ct);
        await work.Next(Ct);

        var (line, view) = (await Line(), await Hours(me).Read(null, Caller.System, Ct));
        Assert.Equal((from, HoursKind.Overtime, null), (during.OnSince, during.OnKind, during.LastOut));
        Assert.Equal((null, null, from.AddHours(10)), (after.OnSince, after.OnKind, after.LastOut));
        Assert.Equal((view.Months[0].Minutes, view.Employments[0].Total, 120), (line.Month, line.Total, line.Total));
        Assert.DoesNotContain(me.Number, await index.Behind(1_000, Ct));
    }

    [Fact]
    public async Task A_roster_is_tried_before_it_is_saved_and_found_by_the_physician_after()
    {
        var (place, grain) = await Workplace();
        var me = await Physician(grain);
        var (from, to) = (Today.AddDays(7), Today.AddDays(9));
        RosterShift[] shifts = [
            new("d1", HoursKind.Scheduled, At(-7, 8), At(-7, 17)), new("n1", HoursKind.NightDuty, At(-7, 17), At(-8, 8)), new("d2", HoursKind.Scheduled, At(-8, 8), At(-8, 17)), new("d3", HoursKind.Scheduled, At(-9, 8), At(-9, 17))];

        var tried = await Hours(me).TryRoster(new TryRoster(place, from, to, shifts, Caller.System), Ct);
        Assert.Empty(await Hours(me).CheckPlan(from, to, Caller.System, Ct));
        Assert.True((await grain.PlanRoster(new PlanRoster("r", me, from, to, shifts, Caller.System), Ct)).Accepted);
        await Until(async () => (await Hours(me).CheckPlan(from, to, Caller.System, Ct)).Count > 0, "the plan");

        Assert.Equal([("work.rest.night", FindingForce.Breach)], tried.Value!.Select(f => (f.Rule, f.Force)));
        Assert.Equal(tried.Value, await Hours(me).CheckPlan(from, to, Caller.System, Ct));
    }

    [Fact]
    public async Task A_workplace_is_shown_its_own_part_and_of_other_employers_only_what_all_of_them_come_to()
    {
        var ((one, first), (other, second)) = (await Workplace(), await Workplace());
        var me = await Physician(first);
        await second.Assign(new AssignPhysician("a", me, "", WorkLevel.A, Agreement, null, false, Caller.System), Ct);
        await Until(async () => (await Hours(me).Employers(Ct)).Count == 2, "the second employment");
        foreach (var (at, grain, day) in new[] { (one, first, 4), (other, second, 3) })
        {
            await Hours(me).Record(new RecordWork($"at {at}", at, HoursKind.Scheduled, At(day, 8), At(day, 20), WorkSource.Workplace, Caller.System), Ct);
            await Hours(me).ClockIn(new ClockIn($"in {at}", at, HoursKind.Scheduled, Caller.System, TimeProvider.System.GetUtcNow().AddMinutes(-day)), Ct);
            RosterShift[] shifts = [new($"n {at}", HoursKind.NightDuty, At(-day, 17), At(-day - 1, 9)), new($"d {at}", HoursKind.Scheduled, At(-day - 1, 9), At(-day - 1, 17))];
            await grain.PlanRoster(new PlanRoster("r", me, Today, Today.AddDays(9), shifts, Caller.System), Ct);
        }
        await Until(async () => (await Hours(me).Plan(Today, Today.AddDays(9), Caller.System, Ct)).Count == 4, "both plans");

        var theirs = new Caller("w", CallerRole.Workplace, one.Code);
        var picture = await Hours(me).Picture(theirs, Ct);
        var tried = await Hours(me).TryRoster(new TryRoster(one, Today, Today.AddDays(9), [], theirs), Ct);
        object[] told = [
            await Hours(me).Read(null, theirs, Ct), picture, await Hours(me).Entries(Today.AddDays(-9), Today, null, theirs, Ct), await Hours(me).Plan(Today, Today.AddDays(9), theirs, Ct),
            await Hours(me).CheckPlan(Today, Today.AddDays(9), theirs, Ct), tried, (await Hours(me).Line(one, Ct))!];

        Assert.All(told, t => Assert.DoesNotContain(other.Code, JsonSerializer.Serialize(t, BoardJson.Options), StringComparison.Ordinal));
        Assert.Equal((one, 480, 240), picture.View.Employments.Select(e => (e.Workplace, e.Total, e.Own)).Single());
        Assert.Equal(($"n {one}", 1, 1), (picture.Next?.Shift.Id, picture.View.Open.Count, picture.View.Months.Count));
        Assert.Contains(other.Code, JsonSerializer.Serialize(await Hours(me).Picture(Caller.Member(me), Ct), BoardJson.Options), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_works_here_no_more_is_on_no_list_and_her_hours_are_not_this_workplaces_to_see()
    {
        var (place, grain) = await Workplace();
        var (me, stays) = (await Physician(grain), await Physician(grain));
        await Hours(me).Record(new RecordWork("r", place, HoursKind.Scheduled, At(3, 8), At(3, 20), WorkSource.Workplace, Caller.System), Ct);

        Assert.Equal(Today.AddDays(-1), (await grain.EndEmployment(new EndEmployment("e", me, Today.AddDays(-1), Caller.System), Ct)).Value!.Last);
        await Until(async () => (await Hours(me).Employers(Ct)).Count == 0, "the end of the employment");

        Assert.Equal(stays, Assert.Single((await shared.House.Grains.GetGrain<IDutyListGrain>(0).Duty(place, null, 10, Caller.System, Ct)).Lines).Member);
        Assert.Equal(1, (await grain.Read(Caller.System, Ct))!.Physicians);
        Assert.Equal((Today.AddDays(-1), 240), (await Hours(me).Read(null, Caller.System, Ct)).Employments.Select(e => (e.Last!.Value, e.Own)).Single());
        Assert.Equal("no-employer", (await Hours(me).MayI(Today, Caller.System, Ct)).Outcome);
    }

    [Fact]
    public async Task Corrections_stay_in_the_list_and_hours_follow_what_stands()
    {
        var (place, grain) = await Workplace();
        var me = await Physician(grain);
        await Hours(me).Record(new RecordWork("r", place, HoursKind.Scheduled, At(3, 8), At(3, 20), WorkSource.Workplace, Caller.System), Ct);

        await Hours(me).Correct(new CorrectWork("c", "r", "typing", Caller.System, To: At(3, 18)), Ct);
        var corrected = (await Hours(me).Read(null, Caller.System, Ct)).Employments[0].Total;
        await Hours(me).UndoCorrection(new UndoWorkCorrection("u", "c", "it was right", Caller.System), Ct);
        var entries = (await Hours(me).Entries(Today.AddDays(-10), Today, null, Caller.System, Ct)).Entries;

        Assert.Equal((120, 240), (corrected, (await Hours(me).Read(null, Caller.System, Ct)).Employments[0].Total));
        Assert.Equal([("r", true), ("c", false)], entries.Select(e => (e.Key, e.Stands)));
    }

    [Fact]
    public async Task What_stands_is_the_same_after_a_snapshot()
    {
        var (place, grain) = await Workplace();
        var me = await Physician(grain);
        for (var page = 0; page < 6; page++)
        {
            await Hours(me).RecordBatch([.. Enumerable.Range(page * 200, 200).Select(i => new RecordWork($"{i}", place, HoursKind.Scheduled, At(40, 0).AddMinutes(40 * i), At(40, 0).AddMinutes(40 * i + 20), WorkSource.Import, Caller.System))], Ct);
        }
        var before = await Hours(me).Read(null, Caller.System, Ct);
        await Hours(me).AsReference<IGrainManagementExtension>().DeactivateOnIdle(Ct);
        var after = await Hours(me).Read(null, Caller.System, Ct);

        Assert.True(before.Version > 1_000);
        Assert.Equal((before.Version, before.Employments[0].Total), (after.Version, after.Employments[0].Total));
    }

    [Fact]
    public async Task A_workplace_nobody_described_is_not_there()
    {
        var grain = shared.House.Grains.GetGrain<IWorkplaceGrain>("WT-NONE");

        Assert.Null(await grain.Read(Caller.System, Ct));
        Assert.Equal("bad-workplace", (await shared.House.Grains.GetGrain<IWorkplaceGrain>("small").Describe(new DescribeWorkplace("1", "x", new AssociationId("26"), false, Caller.System), Ct)).Refusal!.Reason);
    }
}
