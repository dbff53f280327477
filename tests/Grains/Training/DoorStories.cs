using JmaActors.Journal;
using JmaActors.Training;

namespace JmaActors.Tests.Grains.Training;

/// <summary>Which cards the door takes, and what it answers when the same comes again.</summary>
public class DoorStories
{
    const long Ai = 1_000_000_001;

    static Seminar OneTalk() => new(false, Seminar.Talk(1, 0, 60, 1));

    [Fact]
    public void The_same_nonce_again_gets_the_same_answer_and_makes_one_attendance()
    {
        var seminar = OneTalk();
        var first = seminar.In(Ai, 5, "a");
        var version = seminar.Stored.Version;
        seminar.Until(50);

        var again = seminar.In(Ai, 5, "a");

        Assert.True(seminar.Decided.Repeat);
        Assert.Equal(first, again);
        Assert.Equal((1, 1, 1), (seminar.Figures.People, seminar.Figures.Inside, seminar.Figures.Ins));
        Assert.Empty(seminar.Stored.Events.Skip((int)version).OfType<Tapped>());
    }

    [Fact]
    public void A_refused_tap_gets_its_refusal_again_under_its_nonce_even_when_it_would_now_be_taken()
    {
        var seminar = OneTalk();
        Assert.Equal("not-in", seminar.Out(Ai, 5, "a").Reason);
        seminar.In(Ai, 6, "b");

        Assert.Equal("not-in", seminar.Out(Ai, 5, "a").Reason);
    }

    [Fact]
    public void A_tap_from_the_future_is_kept_and_not_taken()
    {
        var seminar = OneTalk().Until(0);

        var result = seminar.Tap(Ai, TapDirection.In, 5.1, now: 0);

        Assert.Equal("ahead-of-time", result.Reason);
        Assert.Null(seminar.Tap(Ai, TapDirection.In, 4.9, now: 0).Reason);
    }

    [Fact]
    public void A_tap_out_that_comes_before_its_tap_in_counts_once_that_has_come()
    {
        var seminar = OneTalk().Until(40);

        Assert.Equal("not-in", seminar.Out(Ai, 35).Reason);
        Assert.Null(seminar.In(Ai, 0).Reason);

        Assert.Equal((1, 0), (seminar.Figures.People, seminar.Figures.Inside));
    }

    [Theory]
    [InlineData(0, TapDirection.In, 5, false, "unknown-card")]
    [InlineData(Ai, TapDirection.In, 5, true, "revoked")]
    [InlineData(Ai, TapDirection.Out, 5, false, "not-in")]
    [InlineData(Ai, TapDirection.In, -61, false, "too-early")]
    [InlineData(Ai, TapDirection.In, 301, false, "too-late")]
    public void A_tap_that_is_not_taken_is_kept_with_its_reason(long member, TapDirection direction, double minute, bool revoked, string reason)
    {
        var seminar = OneTalk();

        var result = seminar.Tap(member, direction, minute, revoked: revoked);

        Assert.Equal(reason, result.Reason);
        Assert.Equal(reason, Assert.IsType<TapRefused>(seminar.Stored.Events[^1]).Reason);
        Assert.Equal((1, 0, 0), (seminar.Figures.Refused, seminar.Figures.Inside, seminar.Figures.People));
        Assert.Equal((reason, result.Sequence), (seminar.Figures.LastRefused[0].Reason, seminar.Figures.LastRefused[0].Sequence));
    }

    [Fact]
    public void Coming_in_twice_is_refused_and_going_out_twice_too()
    {
        var seminar = OneTalk();
        seminar.In(Ai, 5);
        Assert.Equal("already-in", seminar.In(Ai, 6).Reason);
        seminar.Out(Ai, 7);
        Assert.Equal("not-in", seminar.Out(Ai, 8).Reason);
        Assert.Equal(2, seminar.Figures.Refused);
    }

    [Fact]
    public void After_closing_every_tap_is_refused_and_kept()
    {
        var seminar = OneTalk();
        seminar.Close(70);
        Assert.Equal("not-open", seminar.In(Ai, 71).Reason);
    }

    [Fact]
    public void Taps_that_arrive_out_of_order_make_the_stays_they_would_have_made_in_order()
    {
        var seminar = OneTalk();
        seminar.In(Ai, 40);
        seminar.In(Ai, 0);
        seminar.Out(Ai, 35);

        Assert.Equal([new Stay(Seminar.At(0), Seminar.At(35)), new Stay(Seminar.At(40), null)], seminar.State.People[0].Stays);
        Assert.Equal("1 pending 0.5", seminar.Credits(Ai));
    }

    [Fact]
    public void The_board_counts_people_by_association_and_minute()
    {
        var seminar = OneTalk();
        seminar.In(Ai, 5);
        seminar.In(Ai + 1, 5.5);
        seminar.In(Ai + 2, 7);
        seminar.Out(Ai, 7);

        var figures = seminar.Figures;
        Assert.Equal((2, 3, 3, 1), (figures.Inside, figures.People, figures.Ins, figures.Outs));
        Assert.Equal(2, figures.InsideByAssociation["26-007"]);
        Assert.Equal(new CurvePoint(Seminar.At(7), 2, 1, 1), figures.Curve);
        Assert.Equal([new CurvePoint(Seminar.At(5), 2, 2, 0), new CurvePoint(Seminar.At(7), 2, 1, 1)], seminar.State.Curve.Points());
    }
}
