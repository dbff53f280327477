using CsCheck;
using JmaActors.Time;
using JmaActors.Training;

namespace JmaActors.Tests.Rules.Training;

/// <summary>Attendance against a slow reference that looks at every minute of the talk by itself.</summary>
public class AttendanceProperties
{
    static readonly DateTimeOffset Ten = Tokyo.At(new DateOnly(2026, 11, 23), new TimeOnly(10, 0));

    sealed record Case(int Length, bool WholeTalk, int Now, int? ClosedAt, (int In, int? Out)[] Stays);

    /// <summary>Taps alternate in and out in whole minutes from 30 before the talk to 30 after it.</summary>
    static readonly Gen<Case> Cases =
        from length in Gen.Int[1, 130]
        from whole in Gen.Bool
        from now in Gen.Int[-30, length + 30]
        from closes in Gen.Bool
        from close in Gen.Int[-30, length + 30]
        from taps in Gen.Int[-30, length + 30].Array[0, 7]
        select new Case(length, whole, now, closes ? close : null, Pair(taps));

    static (int, int?)[] Pair(int[] taps) => [.. taps.Order().Chunk(2).Select(p => (p[0], p.Length == 2 ? p[1] : (int?)null))];

    static Assessment Run(Case c, int? now = null) => AttendanceRules.Assess(
        new Talk(1, Ten, Ten.AddMinutes(c.Length), "t", "s", new CurriculumCode(1)), c.WholeTalk,
        [.. c.Stays.Select(s => new Stay(Ten.AddMinutes(s.In), s.Out is { } o ? Ten.AddMinutes(o) : null))],
        Ten.AddMinutes(now ?? c.Now), c.ClosedAt is { } close ? Ten.AddMinutes(close) : null, Seeds.Book.Cme(new DateOnly(2026, 11, 23)));

    static (AssessmentState, Units, string?) Reference(Case c)
    {
        var closed = c.ClosedAt <= c.Now;
        var at = closed ? c.ClosedAt!.Value : c.Now;
        bool InMinute(int m) => c.Stays.Any(s => s.In <= m && (s.Out is null || s.Out > m) && s.In <= at);
        var limit = closed ? Math.Min(at, c.Length) : c.Length;
        var first = Enumerable.Range(0, c.Length).Where(m => m < limit && m <= at && InMinute(m)).Select(m => (int?)m).FirstOrDefault();
        if (first is null) return (AssessmentState.None, Units.Zero, null);
        var units = new Units(Enumerable.Range(0, c.Length).Count(m => m < at && InMinute(m)) / 30 * 5);
        var absent = Enumerable.Range(first.Value, c.Length - first.Value).Any(m => (m <= at || closed) && (!InMinute(m) || (closed && m >= at)));
        if (c.WholeTalk && absent) return (AssessmentState.Voided, Units.Zero, AttendanceRules.LeftEarly);
        return (closed || at >= c.Length) && units == Units.Zero
            ? (AssessmentState.Voided, Units.Zero, AttendanceRules.UnderHalfHour)
            : (AssessmentState.Pending, units, null);
    }

    [Fact]
    public void Counting_by_stays_agrees_with_looking_at_every_minute() => Cases.Sample(c =>
    {
        var a = Run(c);
        Assert.Equal(Reference(c), (a.State, a.Units, a.Reason));
    }, iter: 20_000);

    [Fact]
    public void Nothing_changes_by_time_alone_before_the_announced_change() => Cases.Sample(c =>
    {
        var open = c with { ClosedAt = null };
        var now = Run(open);
        var until = now.NextChange is { } change ? (int)(change - Ten).TotalMinutes : c.Length + 31;
        for (var m = open.Now; m < until; m++)
        {
            var later = Run(open, m);
            Assert.Equal((now.State, now.Units, now.Reason), (later.State, later.Units, later.Reason));
        }
    }, iter: 5_000);

    [Fact]
    public void At_the_announced_growth_the_units_are_one_step_more_when_nobody_taps() => Cases.Sample(c =>
    {
        var open = c with { ClosedAt = null };
        var now = Run(open);
        var taps = open.Stays.SelectMany(s => new[] { s.In, s.Out ?? s.In });
        if (now.NextGrowth is not { } growth || taps.Any(t => t > open.Now)) return;
        Assert.Equal(now.Units + Units.Of(0.5m), Run(open, (int)(growth - Ten).TotalMinutes).Units);
    }, iter: 5_000);

    [Fact]
    public void No_talk_earns_more_than_its_full_half_hours() => Cases.Sample(c => Run(c).Units.Tenths <= c.Length / 30 * 5);
}
