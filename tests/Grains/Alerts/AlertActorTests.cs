using JmaActors.Alerts;
using JmaActors.Tests.Grains.Associations;
using JmaActors.Tests.Grains.Members;
using JmaActors.WorkHours;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Core.Internal;

namespace JmaActors.Tests.Grains.Alerts;

/// <summary>From a physician's records to the inboxes of whoever is to know, on real actors and the real journal.</summary>
public sealed class AlertActorTests(SharedHouse shared)
{
    static int places;

    static CancellationToken Ct => ActorHouse.Ct;

    IGrainFactory Grains => shared.House.Grains;

    static async Task<(WorkplaceId Id, MemberId Member)> Employed(IGrainFactory grains, DateOnly today)
    {
        var (id, me) = (new WorkplaceId($"AL-{Interlocked.Increment(ref places)}"), People.Someone());
        var (workplace, since) = (grains.GetGrain<IWorkplaceGrain>(id.Code), today.AddDays(-20).AddYears(-1));
        Assert.True((await workplace.Describe(new DescribeWorkplace("1", "試験病院", new AssociationId("26-007"), false, Caller.System), Ct)).Accepted);
        Assert.True((await workplace.SetAgreement(new SetAgreement("2", since, false, null, 0, Caller.System), Ct)).Accepted);
        Assert.True((await workplace.Designate(new DesignateLevel("3", WorkLevel.B, since, null, Caller.System), Ct)).Accepted);
        Assert.True((await workplace.Assign(new AssignPhysician("a", me, "", WorkLevel.B, since, null, false, Caller.System), Ct)).Accepted);
        await Eventually.Be("the terms of the employment", async () => (await grains.GetGrain<IWorkHoursGrain>(me.Number).Read(null, Caller.System, Ct)).Employments.Count, n => n > 0, Ct);
        return (id, me);
    }

    static RecordWork Day(WorkplaceId at, DateOnly day, int hours, string? key = null) => new(
        key ?? $"{day:yyyyMMdd}", at, HoursKind.Scheduled, Midnight(day), Midnight(day).AddHours(hours), WorkSource.Workplace, Caller.System);

    static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(default), TimeSpan.FromHours(9));

    static Task<AlertPage> Box(IGrainFactory grains, AlertBoxId box) => grains.GetGrain<IAlertBoxGrain>(box.Text).Read(null, Caller.System, Ct);

    /// <summary>Months told, the oldest first, once at least so many have come.</summary>
    static async Task<List<(AlertKind Kind, int Hours)>> Months(IGrainFactory grains, AlertBoxId box, int least)
    {
        var page = await Eventually.Be("alerts of the month", () => Box(grains, box), p => p.Alerts.Count(a => a.Threshold > 0) >= least, Ct);
        return [.. page.Alerts.Reverse().Where(a => a.Threshold > 0).Select(a => (a.Kind, a.Threshold / 60))];
    }

    [Fact]
    public async Task A_threshold_is_told_once_to_each_whatever_corrections_and_wakings_do_and_the_next_one_once_more()
    {
        var today = JmaActors.Time.Tokyo.DateOf(TimeProvider.System.GetUtcNow());
        var (place, me) = await Employed(Grains, today);
        var hours = Grains.GetGrain<IWorkHoursGrain>(me.Number);
        // 12 h beyond the day's 8 on each of seven days: 84 h.
        for (var d = 1; d <= 7; d++) Assert.True((await hours.Record(Day(place, today.AddDays(-d), 20), Ct)).Accepted);

        Assert.Equal([(AlertKind.MonthReached, 80)], (await Months(Grains, AlertBoxId.Of(me), 1)).Where(m => m.Kind == AlertKind.MonthReached));
        await Months(Grains, AlertBoxId.Of(place), 1);
        var version = (await hours.Read(null, Caller.System, Ct)).Version;

        // Below, above, below, above; the actors wake in between, and are read as of before.
        for (var round = 0; round < 2; round++)
        {
            Assert.True((await hours.Correct(new CorrectWork($"c{round}", $"{today.AddDays(-1):yyyyMMdd}", "打刻誤り", Caller.System, To: Midnight(today.AddDays(-1)).AddHours(8)), Ct)).Accepted);
            await hours.AsReference<IGrainManagementExtension>().DeactivateOnIdle(Ct);
            Assert.True((await hours.UndoCorrection(new UndoWorkCorrection($"u{round}", $"c{round}", "正しかった", Caller.System), Ct)).Accepted);
            await hours.Read(TimeProvider.System.GetUtcNow().AddDays(-3), Caller.System, Ct);
            await hours.Look(Ct);
            await Grains.GetGrain<IAlertBoxGrain>(AlertBoxId.Of(me).Text).AsReference<IGrainManagementExtension>().DeactivateOnIdle(Ct);
        }

        Assert.Equal(version + 4, (await hours.Read(null, Caller.System, Ct)).Version);
        // What comes after everything that was told shows that nothing more is on its way.
        for (var d = 8; d <= 9; d++) Assert.True((await hours.Record(Day(place, today.AddDays(-d), 20), Ct)).Accepted);
        foreach (var box in new[] { AlertBoxId.Of(me), AlertBoxId.Of(place) })
        {
            await Eventually.Be("100 h", () => Box(Grains, box), p => p.Alerts.Any(a => (a.Kind, a.Threshold) == (AlertKind.MonthReached, 6_000)), Ct);
            var told = (await Box(Grains, box)).Alerts;
            Assert.Equal(told.Count, told.Select(a => (a.Kind, a.On, a.Threshold, a.Workplace)).Distinct().Count());
            Assert.Equal([80, 100], told.Reverse().Where(a => a.Kind == AlertKind.MonthReached).Select(a => a.Threshold / 60));
            Assert.All(told, a => Assert.Equal(me, a.Member));
        }

        var interviewers = await Eventually.Be("the interview", () => Box(Grains, AlertBoxId.OfInterviewers(place)), p => p.Alerts.Any(a => a.Kind == AlertKind.InterviewDue), Ct);
        Assert.DoesNotContain(interviewers.Alerts, a => a.Kind == AlertKind.RestBroken);
    }

    [Fact]
    public async Task Many_records_at_once_tell_a_threshold_once()
    {
        var today = JmaActors.Time.Tokyo.DateOf(TimeProvider.System.GetUtcNow());
        var (place, me) = await Employed(Grains, today);
        var hours = Grains.GetGrain<IWorkHoursGrain>(me.Number);

        await Task.WhenAll(Enumerable.Range(1, 9).Select(d => hours.Record(Day(place, today.AddDays(-d), 20), Ct)));
        await Eventually.Be("100 h", () => Box(Grains, AlertBoxId.Of(me)), p => p.Alerts.Any(a => (a.Kind, a.Threshold) == (AlertKind.MonthReached, 6_000)), Ct);

        var told = (await Box(Grains, AlertBoxId.Of(me))).Alerts;
        Assert.Equal(told.Count, told.Select(a => (a.Kind, a.On, a.Threshold)).Distinct().Count());
    }

    [Fact]
    public async Task An_employer_a_physician_told_of_is_told_nothing()
    {
        var today = JmaActors.Time.Tokyo.DateOf(TimeProvider.System.GetUtcNow());
        var (me, side) = (People.Someone(), new WorkplaceId($"AL-{Interlocked.Increment(ref places)}"));
        var hours = Grains.GetGrain<IWorkHoursGrain>(me.Number);
        Assert.True((await hours.ReportEmployment(new ReportEmployment("e", side, today.AddDays(-20).AddYears(-1), Caller.Member(me)), Ct)).Accepted);
        for (var d = 1; d <= 7; d++) Assert.True((await hours.Record(Day(side, today.AddDays(-d), 20), Ct)).Accepted);

        await Months(Grains, AlertBoxId.Of(me), 1);

        Assert.Empty((await Box(Grains, AlertBoxId.Of(side))).Alerts);
    }

    [Fact]
    public async Task Rest_that_falls_due_with_nothing_happening_is_told_by_the_daily_look_once()
    {
        var clock = new PutOn();
        await using var house = await ActorHouse.Open(s => s.AddSingleton<TimeProvider>(clock));
        var today = JmaActors.Time.Tokyo.DateOf(clock.GetUtcNow());
        var (place, me) = await Employed(house.Grains, today);
        var (hours, box, sweep) = (house.Grains.GetGrain<IWorkHoursGrain>(me.Number), AlertBoxId.Of(me), house.Grains.GetGrain<IAlertSweepGrain>(0));
        var day = today.AddDays(-3);
        // Planned to 17:30, worked to 2:00 the next day, and on at 8:30: rest is owed until the end of next month.
        RosterShift Shift(int d) => new($"s{d}", HoursKind.Scheduled, Midnight(day.AddDays(d)).AddHours(8.5), Midnight(day.AddDays(d)).AddHours(17.5));
        Assert.True((await house.Grains.GetGrain<IWorkplaceGrain>(place.Code).PlanRoster(new PlanRoster("r", me, day, day.AddDays(1), [Shift(0), Shift(1)], Caller.System), Ct)).Accepted);
        await Eventually.Be("the plan", async () => (await hours.Read(null, Caller.System, Ct)).Version, v => v >= 2, Ct);
        Assert.True((await hours.Record(new RecordWork("w", place, HoursKind.Scheduled, Midnight(day).AddHours(8.5), Midnight(day).AddHours(26), WorkSource.Workplace, Caller.System, Marks: WorkMarks.Rostered), Ct)).Accepted);
        await Eventually.Be("rest worked into", () => Box(house.Grains, box), p => p.Alerts.Any(a => a.Kind == AlertKind.RestBroken), Ct);
        var due = (await hours.Read(null, Caller.System, Ct)).Compensatory.Single().Due;
        Assert.False(await sweep.Sweep(Ct));
        Assert.DoesNotContain((await Box(house.Grains, box)).Alerts, a => a.Kind is AlertKind.RestDue or AlertKind.RestOverdue);

        foreach (var (on, kind) in new[] { (due.AddDays(-14), AlertKind.RestDue), (due.AddDays(1), AlertKind.RestOverdue) })
        {
            clock.To(Midnight(on).AddHours(1));
            for (var looks = 0; looks < 2; looks++) await sweep.Sweep(Ct);
            await Eventually.Be($"{kind}", () => Box(house.Grains, box), p => p.Alerts.Any(a => a.Kind == kind), Ct);
            await sweep.AsReference<IGrainManagementExtension>().DeactivateOnIdle(Ct);
            await sweep.Sweep(Ct);
        }

        Assert.Equal([AlertKind.RestBroken, AlertKind.RestDue, AlertKind.RestOverdue], (await Box(house.Grains, box)).Alerts.Reverse().Select(a => a.Kind));
        Assert.All((await Box(house.Grains, box)).Alerts, a => Assert.Equal(day, a.On));
    }

    [Fact]
    public async Task A_letter_is_given_to_one_sender_and_again_when_it_was_not_sent()
    {
        var clock = new PutOn();
        await using var house = await ActorHouse.Open(s => s.AddSingleton<TimeProvider>(clock));
        var today = JmaActors.Time.Tokyo.DateOf(clock.GetUtcNow());
        var (place, me) = await Employed(house.Grains, today);
        for (var d = 1; d <= 7; d++) Assert.True((await house.Grains.GetGrain<IWorkHoursGrain>(me.Number).Record(Day(place, today.AddDays(-d), 20), Ct)).Accepted);
        await Months(house.Grains, AlertBoxId.Of(me), 1);
        var (box, post) = (house.Grains.GetGrain<IAlertBoxGrain>(AlertBoxId.Of(me).Text), house.Grains.GetGrain<IAlertPostGrain>(0));
        Assert.DoesNotContain(AlertBoxId.Of(me).Text, await post.Due(Ct));

        clock.To(clock.GetUtcNow().AddMinutes(3));
        Assert.Contains(AlertBoxId.Of(me).Text, await post.Due(Ct));
        var letters = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => box.TakeLetter(Ct)));
        var letter = Assert.Single(letters, l => l is not null)!;
        clock.To(clock.GetUtcNow() + AlertLimits.LetterHeld);
        var again = (await box.TakeLetter(Ct))!;

        Assert.Equal((letter.UpTo, 1, 2), (again.UpTo, letter.Attempt, again.Attempt));
        Assert.Contains(letter.Alerts, a => (a.Kind, a.Threshold) == (AlertKind.MonthReached, 4_800));
        Assert.False((await box.LetterSent(letter.UpTo, 1, Ct)).Repeat);
        Assert.True((await box.LetterSent(letter.UpTo, 1, Ct)).Repeat);
        Assert.DoesNotContain(AlertBoxId.Of(me).Text, await post.Due(Ct));
        Assert.Null(await box.TakeLetter(Ct));
    }

    /// <summary>A clock that can be put on.</summary>
    sealed class PutOn : TimeProvider
    {
        long ticks;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref ticks));

        public void To(DateTimeOffset moment) => Interlocked.Add(ref ticks, (moment - GetUtcNow()).Ticks);
    }
}
