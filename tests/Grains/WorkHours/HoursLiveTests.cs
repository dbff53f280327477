using System.Collections.Concurrent;
using System.Text.Json;
using JmaActors.Live;
using JmaActors.Records;
using JmaActors.Tests.Grains.Associations;
using JmaActors.Tests.Grains.Members;
using JmaActors.Members;
using JmaActors.WorkHours;

namespace JmaActors.Tests.Grains.WorkHours;

/// <summary>What a physician's page, card and clock show: live, and as of a past date.</summary>
public sealed class HoursLiveTests(SharedHouse shared)
{
    static int places;

    static CancellationToken Ct => ActorHouse.Ct;

    static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    static DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime.AddHours(9));

    IGrainFactory Grains => shared.House.Grains;

    IWorkHoursGrain Hours(MemberId id) => Grains.GetGrain<IWorkHoursGrain>(id.Number);

    /// <summary>A member of a side employer she told of herself.</summary>
    async Task<(MemberId Me, WorkplaceId Place)> Physician()
    {
        var (me, place) = (People.Someone(), new WorkplaceId($"WL-{Interlocked.Increment(ref places)}"));
        Assert.True((await Grains.GetGrain<IMemberGrain>(me.Number).Register(People.Registration(), Ct)).Accepted);
        Assert.True((await Hours(me).ReportEmployment(new ReportEmployment("e", place, Today.AddYears(-1).AddDays(-3), Caller.Member(me), "副業クリニック"), Ct)).Accepted);
        return (me, place);
    }

    [Fact]
    public async Task Whoever_watches_is_told_of_work_that_begins_and_of_rest_that_follows_its_end()
    {
        var (me, place) = await Physician();
        var watcher = new Watcher();
        var before = await Hours(me).Watch(shared.House.Cluster.Client.CreateObjectReference<IBoardObserver>(watcher), null, Ct);
        var first = JsonSerializer.Deserialize<MemberHoursPicture>(before.Picture!.Json, BoardJson.Options)!;
        Assert.Equal(("副業クリニック", true, 0), (first.View.Employments[0].Name, first.View.Employments[0].Reported, first.View.Open.Count));
        Assert.Null(first.Resting);

        await Hours(me).ClockIn(new ClockIn("in", place, HoursKind.Scheduled, Caller.Member(me), Now.AddMinutes(-30)), Ct);
        await watcher.Told("\"open\":[{\"key\":\"in\"");
        await Hours(me).ClockOut(new ClockOut("out", place, Caller.Member(me)), Ct);
        await watcher.Told("\"resting\":{");

        var picture = await Hours(me).Picture(Caller.Member(me), Ct);
        Assert.Equal((9 * 60, TimeSpan.FromHours(9)), (picture.Resting!.Minutes, picture.Resting.Until - picture.Resting.Since));
    }

    [Fact]
    public async Task Taps_of_a_device_that_was_away_are_taken_in_the_order_they_happened_and_answered_in_the_order_sent()
    {
        var (me, place) = await Physician();
        ClockTap Tap(string key, bool begins, int minutesAgo) => new(key, begins, place, HoursKind.Scheduled, Now.AddMinutes(-minutesAgo), Caller.Member(me));
        ClockTap[] taps = [Tap("o2", false, 60), Tap("i1", true, 300), Tap("ahead", true, -10), Tap("o1", false, 200), Tap("i2", true, 120), Tap("o2", false, 60)];

        var answers = await Hours(me).ClockBatch(taps, Ct);
        var again = await Hours(me).ClockBatch(taps, Ct);
        var entries = (await Hours(me).Entries(Today.AddDays(-2), Today, null, Caller.System, Ct)).Entries;

        Assert.Equal([null, null, "in-the-future", null, null, null], answers.Select(a => a.Refusal?.Reason));
        Assert.Equal(["i2", "i1", null, "i1", "i2", "i2"], answers.Select(a => a.Value?.Key));
        Assert.Equal([true, true, false, true, true, true], again.Select(a => a.Repeat));
        // Begun minutes were worked.
        Assert.Equal([("i1", true), ("i2", true)], entries.Select(e => (e.Key, (e.To!.Value - e.From).TotalMinutes - (e.Key == "i1" ? 100 : 60) is 0 or 1)));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Hours(me).ClockBatch([.. Enumerable.Repeat(taps[0], WorkHoursLimits.Batch + 1)], Ct));
    }

    [Fact]
    public async Task The_three_questions_follow_the_hours_of_today()
    {
        var me = People.Someone();
        Assert.Equal(("no-employer", Mark.Unknown), await Outcome(Hours(me).MayI(Today, Caller.System, Ct)));
        Assert.Equal(0m, (await Hours(me).WhereDoIStand(Today, Caller.System, Ct)).Headline.Value);

        (me, var place) = await Physician();
        Assert.Equal(("limits-kept", Mark.Ok), await Outcome(Hours(me).MayI(Today, Caller.System, Ct)));
        // Eleven hours a day: three of them overtime.
        await Hours(me).Record(new RecordWork("r", place, HoursKind.Scheduled, Now.AddHours(-11), Now, WorkSource.SelfReport, Caller.Member(me)), Ct);
        var (standing, next, counted) = (await Hours(me).WhereDoIStand(Today, Caller.System, Ct), await Hours(me).WhatNext(Today, Caller.System, Ct), await Hours(me).WhatCounts(Today, Caller.System, Ct));

        Assert.Equal(("month", 100m, true), (standing.Headline.Key, standing.Headline.Target, standing.Headline.Ceiling));
        Assert.InRange(standing.Headline.Value, 3m, 3.05m);
        Assert.Equal(["clock", "report-hours"], next.Actions.Select(a => a.Key));
        Assert.Equal((standing.Headline.Value, "副業クリニック"), (counted.Total, counted.Lines[0].Title));
    }

    [Fact]
    public async Task A_past_date_is_read_as_it_was_known_and_only_by_whom_it_is_told()
    {
        var (me, place) = await Physician();
        var yesterday = Today.AddDays(-1);
        var noon = new DateTimeOffset(yesterday.ToDateTime(new TimeOnly(6, 0)), TimeSpan.FromHours(9));
        await Hours(me).Record(new RecordWork("r", place, HoursKind.Scheduled, noon, noon.AddHours(10), WorkSource.SelfReport, Caller.Member(me)), Ct);
        var record = Grains.GetGrain<IRecordGrain>(0);

        var all = (await record.AsOf(me, yesterday, Caller.System, Ct)).Value!;
        var some = (await record.ReadAsOf(new RecordAsOfQuery(me, yesterday, ["credits"]), Caller.System, Ct)).Value!;

        // Recorded today: on the day itself nobody believed it.
        Assert.Equal((true, 2m, 0m), (all.Differ, Of(all.Held), Of(all.Believed)));
        Assert.Equal(["credits"], some.Held.Benefits.Select(b => b.Standing.Benefit));

        static decimal Of(RecordReading reading) => reading.Benefits.Single(b => b.Standing.Benefit == "work-hours").Standing.Headline.Value;
    }

    static async Task<(string, Mark)> Outcome(Task<Verdict> asked) => await asked is var verdict ? (verdict.Outcome, verdict.Mark) : default;

    sealed class Watcher : IBoardObserver
    {
        readonly ConcurrentQueue<string> patches = new();

        public Task Changed(BoardChange change)
        {
            patches.Enqueue(change.Patch);
            return Task.CompletedTask;
        }

        public Task Told(string part) => Eventually.Be($"a change with {part}", () => Task.FromResult(patches.Any(p => p.Contains(part, StringComparison.Ordinal))), told => told, Ct);
    }
}
