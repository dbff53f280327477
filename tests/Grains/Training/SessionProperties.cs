using System.Text.Json;
using CsCheck;
using JmaActors.Credits;
using JmaActors.Training;

namespace JmaActors.Tests.Grains.Training;

/// <summary>Whatever taps come in whatever order: what is folded from the stored events is what was in memory, and figures equal a recount.</summary>
public class SessionProperties
{
    const int People = 6;

    sealed record Step(int Member, TapDirection Way, int Minute, int Wait, int Nonce, bool Force = false, bool Enrol = false);

    static readonly Gen<Step> Steps =
        from member in Gen.Int[0, People]
        from direction in Gen.Enum<TapDirection>()
        from minute in Gen.Int[-70, 130]
        from wait in Gen.Int[0, 15]
        from nonce in Gen.Int[0, 60]
        select new Step(member, direction, minute, wait, nonce);

    static readonly Gen<(bool Whole, Step[] Steps, bool Close, bool Confirm)> Days =
        Gen.Select(Gen.Bool, Steps.Array[0, 40], Gen.Bool, Gen.Bool);

    [Fact]
    public void Folding_the_stored_events_again_gives_the_state_in_memory() => Days.Sample(day =>
    {
        var seminar = Play(day.Whole, day.Steps, day.Close, day.Confirm);
        Assert.Equal(Form(seminar.State), Form(seminar.Stored.Replay()));
        Same(seminar.Figures, SessionAnswers.Figures(seminar.Stored.Replay(), seminar.Stored.Version));
    }, iter: 300);

    [Fact]
    public void A_snapshot_read_back_shows_the_same_figures_curve_and_answers() => Days.Sample(day =>
    {
        var seminar = Play(day.Whole, day.Steps, day.Close, day.Confirm);
        var read = JsonSerializer.Deserialize(Form(seminar.State), SessionJson.Default.SessionState)!;
        Assert.Equal(Form(seminar.State), Form(read));
        Same(seminar.Figures, SessionAnswers.Figures(read, seminar.Stored.Version));
        Assert.Equal(seminar.State.Curve.Points(), read.Curve.Points());
        Assert.Equal(seminar.State.Taps.Records.ToArray(), read.Taps.Records.ToArray());
    }, iter: 300);

    [Fact]
    public void Figures_equal_a_recount_over_everybody() => Days.Sample(day =>
    {
        var seminar = Play(day.Whole, day.Steps, day.Close, day.Confirm);
        var roll = seminar.Roll;
        var figures = seminar.Figures;
        Assert.Equal(roll.Count(l => !l.Doubts.Contains(DoubtRules.NotLetIn)), figures.People);
        Assert.Equal(roll.Count(l => l.Inside), figures.Inside);
        Assert.Equal(figures.Inside, figures.InsideByAssociation.Values.Sum());
        Assert.Equal(Tenths(roll, "pending"), figures.PendingTenths);
        Assert.Equal(Tenths(roll, "posted"), figures.PostedTenths);
        Assert.Equal(roll.Sum(l => l.Talks.Count(t => t.State == "voided")), figures.Voided);
        Assert.Equal(figures.Inside, seminar.State.Curve.Points() is [.., var last] ? last.Inside : 0);
        Assert.Equal(seminar.State.Taps.Count, figures.Ins + figures.Outs + figures.Refused);
        if (day.Confirm) Assert.Equal(0, figures.PendingTenths);
    }, iter: 300);

    static readonly Gen<(bool Whole, Step[] Steps, int[] Order)> Shuffled =
        from whole in Gen.Bool
        from steps in Steps.Where(s => s.Member != 0 && s.Minute > -60).Array[1, 30]
        from order in Gen.Shuffle(Enumerable.Range(0, steps.Length).ToArray())
        select (whole, steps.Select((s, i) => s with { Nonce = i }).ToArray(), order);

    [Fact]
    public void The_same_taps_in_any_order_of_arrival_earn_the_same() => Shuffled.Sample(day =>
    {
        var inOrder = Late(day.Whole, day.Steps.OrderBy(s => s.Minute));
        var anyOrder = Late(day.Whole, day.Order.Select(i => day.Steps[i]));
        Assert.Equal(Earned(inOrder), Earned(anyOrder));
        Assert.Equal(inOrder.State.Curve.Points()[^1].Inside, anyOrder.State.Curve.Points()[^1].Inside);
    }, iter: 500);

    static readonly Gen<(AttendanceTerms Terms, Step[] Steps, int[] Order)> Strict =
        from reEntry in Gen.Bool
        from signUpOnly in Gen.Bool
        from steps in Gen.Select(Steps.Where(s => s.Member != 0 && s.Minute > -60 && s.Way != TapDirection.Auto), Gen.Bool, Gen.Int[0, 5], (s, force, enrol) => s with { Force = force, Enrol = enrol == 0 }).Array[1, 30]
        from order in Gen.Shuffle(Enumerable.Range(0, steps.Length).ToArray())
        select (new AttendanceTerms(ReEntry: reEntry, SignUpOnly: signUpOnly), steps.Select((s, i) => s with { Nonce = i }).ToArray(), order);

    [Fact]
    public void Neither_force_nor_sign_up_nor_a_ban_on_coming_back_makes_the_order_of_arrival_matter() => Strict.Sample(day =>
    {
        Seminar Play(IEnumerable<Step> steps)
        {
            var seminar = new Seminar(false, day.Terms, Talks);
            seminar.Until(140);
            foreach (var step in steps)
            {
                var member = 1_000_000_000 + step.Member;
                if (step.Enrol) seminar.Enrol(member);
                else seminar.Tap(member, step.Way, step.Minute, $"s{step.Nonce}", force: step.Force);
            }
            seminar.Close(150);
            return seminar;
        }
        Assert.Equal(Earned(Play(day.Steps.OrderBy(s => s.Minute))), Earned(Play(day.Order.Select(i => day.Steps[i]))));
    }, iter: 500);

    [Fact]
    public void Whatever_is_sent_again_changes_nothing() => Shuffled.Sample(day =>
    {
        var seminar = Late(day.Whole, day.Steps);
        var (before, version) = (Form(seminar.State), seminar.Stored.Version);
        foreach (var step in day.Order.Select(i => day.Steps[i])) seminar.Tap(1_000_000_000 + step.Member, step.Way, step.Minute, $"s{step.Nonce}");
        Assert.Equal((before, version), (Form(seminar.State), seminar.Stored.Version));
    }, iter: 100);

    [Fact]
    public void No_scheme_earns_more_than_the_time_inside_while_talks_ran() => Shuffled.Sample(day =>
    {
        var seminar = Late(day.Whole, day.Steps);
        foreach (var person in seminar.State.People)
        {
            var counted = Talks.Sum(t => person.Stays.Sum(s => Math.Max(0, (Earlier(s.Out ?? t.End, t.End) - Later(s.In, t.Start)).TotalMinutes)));
            foreach (var scheme in SessionAnswers.LineOf(seminar.State, person.Member)!.Talks.GroupBy(t => t.Scheme))
                Assert.True(scheme.Sum(t => t.Units.Value) * 60 <= (decimal)counted, $"{scheme.Key}: more than {counted} minutes");
        }
    }, iter: 300);

    [Fact]
    public void Confirming_posts_all_schemes_of_a_person_together_or_none() => Shuffled.Sample(day =>
    {
        var seminar = Late(day.Whole, day.Steps);
        seminar.Confirm(160);
        foreach (var e in seminar.Stored.Events.OfType<CreditAssessed>().Where(e => e.Claims.Any(c => c.State == CreditState.Posted)))
            Assert.All(e.Claims, c => Assert.Equal(CreditState.Posted, c.State));
        Assert.All(seminar.State.People, p => Assert.DoesNotContain(p.Marks, m => m is { Held: true, State: CreditState.Pending }));
        Assert.All(
            seminar.Stored.Events.OfType<CreditAssessed>().Where(e => e.Claims[0].State == CreditState.Posted).GroupBy(e => e.Member), g => Assert.Single(g));
    }, iter: 100);

    static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    /// <summary>Two talks, the second of which earns under three schemes.</summary>
    static readonly Talk[] Talks =
    [
        Seminar.Talk(1, 0, 45, 1),
        Seminar.Talk(2, 45, 105, 7, new Offer(CreditScheme.Occupational, 30), new Offer(CreditScheme.CommonLecture, 11)),
    ];

    /// <summary>Readers that were offline the whole day: every tap arrives after the last talk.</summary>
    static Seminar Late(bool whole, IEnumerable<Step> steps)
    {
        var seminar = new Seminar(whole, Talks);
        seminar.In(1_000_000_099, -59);
        seminar.Until(140);
        foreach (var step in steps) seminar.Tap(1_000_000_000 + step.Member, step.Way, step.Minute, $"s{step.Nonce}");
        seminar.Close(150);
        return seminar;
    }

    static string Earned(Seminar seminar) => string.Join('\n', seminar.Roll.Select(l =>
        $"{l.Member} {l.Inside} {l.FirstIn:HH:mm} {l.LastOut:HH:mm} {string.Join(", ", l.Talks.Where(t => t.State == "pending").Select(t => $"{t.Talk} {t.Scheme} {t.Units}"))}"));

    static long Tenths(IReadOnlyList<RollLine> roll, string state) => roll.Sum(l => l.Talks.Where(t => t.State == state).Sum(t => t.Units.Tenths));

    static Seminar Play(bool whole, Step[] steps, bool close, bool confirm)
    {
        var seminar = new Seminar(whole, Seminar.Talk(1, 0, 45, 1), Seminar.Talk(2, 45, 90, 74));
        var now = -60d;
        foreach (var step in steps)
        {
            seminar.Until(now += step.Wait);
            seminar.Tap(step.Member == 0 ? 0 : 1_000_000_000 + step.Member, step.Way, Math.Min(step.Minute, now + 2), $"n{step.Nonce}");
            now = (seminar.Now - Seminar.Ten).TotalMinutes;
        }
        if (close || confirm) seminar.Close(now + 1);
        if (confirm) seminar.Confirm(Math.Max(now + 2, 90));
        return seminar;
    }

    static void Same(SessionFigures a, SessionFigures b) => Assert.Equal(JsonSerializer.Serialize(a), JsonSerializer.Serialize(b));

    static string Form(SessionState state) => JsonSerializer.Serialize(state, SessionJson.Default.SessionState);
}
