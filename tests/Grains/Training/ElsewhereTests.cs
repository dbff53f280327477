using JmaActors.Directory;
using JmaActors.Training;
using Orleans.Concurrency;

namespace JmaActors.Tests.Grains.Training;

/// <summary>Two seminars at once, on real actors and the real views.</summary>
public class ElsewhereTests(TimedHouse house) : IClassFixture<TimedHouse>
{
    static CancellationToken Ct => TimedHouse.Ct;

    [Fact]
    public async Task Who_taps_in_at_two_seminars_at_once_is_a_doubt_on_both_rolls_until_the_taps_no_longer_overlap()
    {
        var (here, there) = (await house.Open(false, (0, 60, 1)), await house.Open(false, (0, 60, 1)));
        var (id, card) = await house.Somebody();
        await here.Tap(card);
        await there.Tap(card, TapDirection.In, "wrong");

        var line = Assert.Single((await here.Session.RollPage(new RollQuery(Show: RollShow.Doubtful), Caller.System, Ct)).Lines);
        Assert.Equal((id, there.Id.Code), (line.Member, Assert.Single(line.Elsewhere!)));
        Assert.Equal(["elsewhere"], line.Doubts);
        Assert.Equal(1, (await there.Session.RollSummary(Caller.System, Ct)).Doubts["elsewhere"]);

        await there.Session.Undo(new UndoTap("door-1", "wrong", Caller.System), Ct);
        house.Clock.Advance(SessionLimits.ElsewhereKnown);

        Assert.Empty((await here.Session.RollPage(new RollQuery(Doubt: "elsewhere"), Caller.System, Ct)).Lines);
    }

    [Fact]
    public async Task A_persons_seminars_are_listed_for_the_person_and_for_nobody_else()
    {
        var sitting = await house.Open(false, (0, 60, 1));
        var (id, card) = await house.Somebody();
        await sitting.Tap(card);
        var directory = house.Grains.GetGrain<IDirectoryGrain>(0);

        var own = await directory.Attendance(id, null, 10, Caller.Member(id), Ct);
        var others = await directory.Attendance(id, null, 10, Caller.Member(new MemberId(id.Number + 1)), Ct);

        Assert.Equal((sitting.Id, "Seminar", house.Clock.GetUtcNow()), Assert.Single(own.Sessions) is var s ? (s.Session, s.Title, s.FirstIn) : default);
        Assert.Empty(others.Sessions);
        Assert.Equal([id], await directory.OnRoll(sitting.Id, card.Text, Caller.System, Ct));
        Assert.Empty(await directory.OnRoll(sitting.Id, card.Text, Caller.Office(new AssociationId("26")), Ct));
    }

    [Fact]
    public async Task A_web_log_is_tried_without_trace_taken_once_and_known_the_second_time()
    {
        var sitting = await house.Open(false, (-60, 0, 1));
        var (id, _) = await house.Somebody();
        WebAttendance[] log = [new(id, house.Clock.GetUtcNow().AddMinutes(-60), house.Clock.GetUtcNow(), true, true)];

        var tried = await sitting.Session.TryWebLog(log.AsImmutable(), Caller.System, Ct);
        Assert.Equal((1, 0, 10L), (tried.Value!.Taken, (await sitting.Session.Figures(Ct)).Web, Assert.Single(tried.Value.Earned!).PendingTenths));

        Assert.Equal((1, 0), (await sitting.Session.TakeWebLog(log.AsImmutable(), Caller.System, Ct)).Value is var first ? (first!.Taken, first.Repeated) : default);
        var again = await sitting.Session.TakeWebLog(log.AsImmutable(), Caller.System, Ct);
        Assert.Equal((true, 0, 1), (again.Repeat, again.Value!.Taken, again.Value.Repeated));
        Assert.Equal(10, (await sitting.Session.Figures(Ct)).PendingTenths);
    }
}
