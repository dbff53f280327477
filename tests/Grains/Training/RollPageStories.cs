using JmaActors.Credits;
using JmaActors.Training;

namespace JmaActors.Tests.Grains.Training;

/// <summary>The roll as whoever confirms it reads it: pages of those wanted, counts over the whole, and the view of who was when.</summary>
public class RollPageStories
{
    const long Ai = 1_000_000_001;

    static readonly IReadOnlyDictionary<long, IReadOnlyList<string>> Nobody = new Dictionary<long, IReadOnlyList<string>>();

    static Seminar OneTalk(AttendanceTerms? terms = null) => new(true, terms ?? AttendanceTerms.Plain, Seminar.Talk(1, 0, 60, 7, new Offer(CreditScheme.Occupational, 30)));

    static string People(RollPage page) => string.Join(',', page.Lines.Select(l => l.Member.Number - Ai));

    /// <summary>0 is in order, 1 never left, 2 came late, 3 left early, 4 was picked by hand.</summary>
    static Seminar Mixed()
    {
        var seminar = OneTalk();
        seminar.In(Ai, -5);
        seminar.In(Ai + 1, -5);
        seminar.Tap(Ai + 4, TapDirection.In, -5, manual: true);
        seminar.In(Ai + 3, -5);
        seminar.In(Ai + 2, 20);
        seminar.Out(Ai + 3, 40);
        seminar.Out(Ai, 61);
        seminar.Out(Ai + 2, 61);
        seminar.Out(Ai + 4, 61);
        seminar.Close(70);
        return seminar;
    }

    [Theory]
    [InlineData(RollShow.All, null, "0,1,2,3,4")]
    [InlineData(RollShow.Doubtful, null, "1,2,3,4")]
    [InlineData(RollShow.Open, null, "1,2,3")]
    [InlineData(RollShow.Decided, null, "0,4")]
    [InlineData(RollShow.All, "late", "2")]
    [InlineData(RollShow.Doubtful, "left", "3")]
    [InlineData(RollShow.Open, "left", "3")]
    [InlineData(RollShow.Open, "manual", "")]
    [InlineData(RollShow.All, "no-exit", "1")]
    [InlineData(RollShow.All, "manual", "4")]
    [InlineData(RollShow.All, "elsewhere", "")]
    public void A_page_holds_whom_the_query_wants_over_the_whole_roll(RollShow show, string? doubt, string expected)
    {
        var seminar = Mixed();
        seminar.Decide(Ai + 4, 1, RollVerdict.Deny);
        seminar.Decide(Ai, 0, RollVerdict.Grant);

        Assert.Equal(expected, People(RollAnswers.Page(seminar.State, new RollQuery(Show: show, Doubt: doubt), Nobody)));
    }

    [Fact]
    public void Pages_of_the_doubtful_follow_each_other_and_say_whether_there_is_more()
    {
        var seminar = Mixed();
        var first = RollAnswers.Page(seminar.State, new RollQuery(Show: RollShow.Doubtful, Size: 3), Nobody);
        var second = RollAnswers.Page(seminar.State, new RollQuery(first.Lines[^1].Member, RollShow.Doubtful, Size: 3), Nobody);

        Assert.Equal(("1,2,3", true), (People(first), first.More));
        Assert.Equal(("4", false), (People(second), second.More));
        Assert.Equal("2,4", People(RollAnswers.Page(seminar.State, new RollQuery(Members: [new(Ai + 2), new(Ai + 4), new(Ai + 9)]), Nobody)));
    }

    [Fact]
    public void Being_elsewhere_is_a_doubt_with_the_other_sessions_named_and_counted_with_the_others()
    {
        var seminar = Mixed();
        var elsewhere = new Dictionary<long, IReadOnlyList<string>> { [Ai] = ["P26-20261123-X.1"], [Ai + 1] = ["P26-20261123-X.1", "P26-20261123-Y.1"] };

        var page = RollAnswers.Page(seminar.State, new RollQuery(Doubt: DoubtRules.Elsewhere), elsewhere);
        var summary = RollAnswers.Summary(seminar.State, 7, elsewhere);

        Assert.Equal("0,1", People(page));
        Assert.Equal(["P26-20261123-X.1", "P26-20261123-Y.1"], page.Lines[1].Elsewhere);
        Assert.Equal([DoubtRules.NoExit, DoubtRules.Elsewhere], page.Lines[1].Doubts);
        Assert.Equal((5, 5, 5, 0, 7L), (summary.People, summary.Doubtful, summary.Open, summary.Decided, summary.Sequence));
        Assert.Equal(
            [("elsewhere", 2), ("late", 1), ("left", 1), ("manual", 1), ("no-exit", 1)],
            summary.Doubts.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => (d.Key, d.Value)));
        Assert.Equal([CreditScheme.Cme, CreditScheme.Occupational], summary.Schemes.Select(s => s.Scheme));
    }

    [Fact]
    public void Who_was_decided_on_is_no_longer_open_and_who_was_not_let_in_is_on_the_roll_with_that_doubt()
    {
        var seminar = OneTalk(new AttendanceTerms(SignUpOnly: true));
        seminar.In(Ai, 0);

        var before = RollAnswers.Summary(seminar.State, 1, Nobody);
        seminar.Decide(Ai, 0, RollVerdict.Deny);
        var after = RollAnswers.Summary(seminar.State, 2, Nobody);

        Assert.Equal((1, 1, 0), (before.People, before.Open, before.Decided));
        Assert.Equal(DoubtRules.NotLetIn, Assert.Single(before.Doubts).Key);
        Assert.Equal((0, 1), (after.Open, after.Decided));
    }

    [Fact]
    public void A_persons_taps_come_newest_first_and_are_nobody_elses()
    {
        var seminar = OneTalk();
        seminar.In(Ai, 0);
        seminar.In(Ai + 1, 1);
        seminar.In(Ai, 2);
        seminar.Out(Ai, 60);

        var taps = RollAnswers.TapsOf(seminar.State, Ai, 2);

        Assert.Equal([(TapDirection.Out, null), (TapDirection.In, "already-in")], taps.Select(t => (t.Direction, t.Reason)));
    }

    [Fact]
    public void The_view_shows_first_and_last_sight_and_is_written_only_when_one_of_them_changes()
    {
        var seminar = OneTalk();
        seminar.In(Ai, 0, "in");
        seminar.In(Ai, 5);
        seminar.Out(Ai, 20, "out");
        seminar.In(Ai, 25);
        seminar.Undo("in");
        seminar.Web(Ai + 1, 0, 10);
        seminar.Decide(Ai + 2, 0, RollVerdict.Grant);
        seminar.Close(70);
        seminar.Confirm(80);

        var rows = seminar.Stored.Views.Where(v => v.Table == TrainingViews.Attendance).Select(v => (v.Added, Row: (AttendanceRow)v.Row)).ToList();

        Assert.Equal(
        [
            (true, Sight(0, 0, 60)), (false, Sight(0, 0, 20)), (false, Sight(0, 0, 60)), (false, Sight(0, 5, 60)),
            (true, Sight(1, 0, 10) with { Web = true }), (true, new AttendanceRow(Ai + 2, Seminar.Id.Code, null, null, false)),
        ], rows);
    }

    [Fact]
    public void Who_is_taken_back_altogether_leaves_the_view_and_comes_back_with_the_next_tap()
    {
        var seminar = OneTalk();
        seminar.In(Ai, 0, "wrong");
        seminar.Undo("wrong");
        seminar.In(Ai, 10);

        var rows = seminar.Stored.Views.Where(v => v.Table == TrainingViews.Attendance).ToList();

        Assert.Equal([false, true, false], rows.Select(r => r.Delete));
        Assert.Equal(Sight(0, 10, 60), rows[^1].Row);
    }

    [Fact]
    public void A_trial_says_what_a_web_log_would_do_and_changes_nothing()
    {
        var seminar = new Seminar(true, Seminar.Talk(1, 0, 60, 7, new Offer(CreditScheme.Occupational, 43)));
        seminar.Until(65).Web(Ai, 0, 60);
        var (version, lines) = (seminar.Stored.Version, new[] { Web(Ai, 0, 60), Web(Ai + 1, 0, 60), Web(Ai + 2, 0, 60) with { Keyword = false } });
        var log = new WebLog(lines, lines.ToDictionary(l => l.Member.Number, l => new JmaActors.Members.CardHolder(l.Member.Number, "26-007", false)));

        var decision = new RollDecider(new SessionAssessor(Seeds.Book)).WebLog(seminar.State, log, new JmaActors.Ledgers.Deciding(seminar.Now, Caller.System, version));
        var answer = WebLogTrial.Of(seminar.State, log, decision);

        Assert.Equal((2, 1, 3), (answer.Taken, answer.Repeated, answer.People));
        Assert.Equal([(CreditScheme.Cme, 10L, 1), (CreditScheme.Occupational, 10L, 1)], answer.Earned!.Select(e => (e.Scheme, e.PendingTenths, e.Voided)));
        Assert.Equal(("keyword-missing", 2), Assert.Single(answer.Voids!) is var v ? (v.Key, v.Value) : default);
        Assert.Equal((version, 1), (seminar.Stored.Version, seminar.Figures.Web));
    }

    static WebAttendance Web(long member, double from, double to) => new(new MemberId(member), Seminar.At(from), Seminar.At(to), true, true);

    static AttendanceRow Sight(int n, double from, double to) => new(Ai + n, Seminar.Id.Code, Seminar.At(from).ToUniversalTime(), Seminar.At(to).ToUniversalTime(), false);
}
