using JmaActors.WorkHours;
using static JmaActors.Tests.Rules.WorkHours.Hours;

namespace JmaActors.Tests.Rules.WorkHours;

/// <summary>Sets nobody ever wrote code for: a file of rows alone makes the rules, whatever their figures.</summary>
public class MadeUpSetTests
{
    static string Row(string id, string rest) => $$$"""{ "id": "moon.{{{id}}}", "from": "2020-01-01", {{{rest}}}, "source": "s", "verified": false, "words": { "ja": "規則", "en": "rule" } }""";

    static WorkPolicy Moon(params IEnumerable<string> rows) => Sets.With(
        $$"""{ "policy": "moon", "rows": [ {{string.Join(",\n", rows.Prepend(Row("edition", "\"settings\": { \"kind\": \"hours-set\", \"edition\": \"moon-1\" }")))}} ] }""");

    static string[] Told(WorkPolicy policy, IEnumerable<WorkSpan> records, params Employment[] employments) =>
        Sets.Told(Sets.Found(Case(records, null, null, employments.Length == 0 ? [Sets.Choosing("W1", "moon")] : employments), null, policy));

    [Theory]
    [InlineData("over", 5, 0, false), InlineData("over", 5, 1, true), InlineData("at", 4, 59, false), InlineData("at", 5, 0, true)]
    public void A_sum_over_days(string passes, int hours, int minutes, bool told)
    {
        var moon = Moon(Row("sum", $$"""
            "figures": { "hours": 5, "days": 3, "per-days": 3 }, "settings": { "kind": "sum", "of": "worked", "over": "days", "passes": "{{passes}}", "force": "effort" }
            """));

        Assert.Equal(told ? [$"moon.sum Effort 04-06 {hours * 60 + minutes}/300"] : [], Told(moon, [Span(At(6, 8), At(6, 10)), Span(At(8, 8), At(8, 6 + hours, minutes)), Span(At(12, 8), At(12, 12))]));
    }

    [Fact]
    public void A_sum_over_blocks_of_days_at_each_employer()
    {
        // Blocks of two days from the day of the agreement, 1 April 2025: the 5th and the 6th of April 2026 are one, the 6th and the 7th are not.
        var moon = Moon(Row("sum", """
            "figures": { "hours": 3, "days": 2, "per-days": 2, "step-days": 2 }, "settings": { "kind": "sum", "of": "worked", "over": "days", "in": "own", "force": "due" }
            """));
        Employment[] both = [Sets.Choosing("W1", "moon"), At("W2")];

        Assert.Equal(1, (DayOf(5) - AgreementFrom.DayNumber) % 2);
        Assert.Empty(Told(moon, [Span(At(5, 8), At(5, 10)), Span(At(6, 8), At(6, 10))], both));
        Assert.Equal(["moon.sum Due 04-06 240/180"], Told(moon, [Span(At(6, 8), At(6, 10)), Span(At(7, 8), At(7, 10))], both));
        Assert.Empty(Told(moon, [Span(At(6, 8), At(6, 10)), Span(At(7, 8), At(7, 10), HoursKind.Scheduled, 1)], both));
    }

    [Fact]
    public void A_sum_of_overtime_over_a_month_that_an_interview_excuses_and_only_at_a_level()
    {
        var moon = Moon(
            Row("month", """ "settings": { "kind": "sum", "of": "beyond", "over": "agreement-month", "level": "c2", "hours": "moon.figure/few", "unless": "interview", "force": "breach" } """),
            Row("figure", """ "figures": { "few": 2 } """));
        WorkSpan[] records = [Span(At(6, 8), At(6, 18, 1))];
        var trainee = At("W1", WorkLevel.C2) with { Rules = "moon" };

        Assert.Equal(["moon.month Breach 04-01 121/120"], Told(moon, records, trainee));
        Assert.Empty(Told(moon, records, trainee with { Levels = [] }));
        Assert.Empty(Sets.Found(Case(records, null, null, trainee) with { Measures = [new(HealthMeasureKind.Interview, At(3))] }, null, moon));
    }

    [Theory]
    [InlineData(10, 0, HoursKind.Overtime, true)]
    [InlineData(9, 59, HoursKind.Overtime, false)]
    [InlineData(9, 59, HoursKind.Travel, false)]
    [InlineData(9, 59, HoursKind.Standby, true)]
    public void A_free_period_of_twenty_hours_in_each_two_days(int hour, int minute, HoursKind kind, bool kept)
    {
        var moon = Moon(Row("free", """ "figures": { "minutes": 1200, "days": 2, "per-days": 2 }, "settings": { "kind": "free", "also": "travel", "force": "own-rule" } """));
        // Each day from 12:00 to 14:00, so that 22 hours are free; on the 7th something before it.
        WorkSpan[] records = [.. Enumerable.Range(-5, 40).Select(d => Span(At(d, 12), At(d, 14))), Span(At(7, hour, minute), At(7, hour, minute) + 1, kind)];

        Assert.Equal(kept ? [] : ["moon.free OwnRule 04-06 0/1"], Told(moon, records));
    }

    [Theory]
    [InlineData(HoursKind.Overtime, 105, "moon.run Breach 04-06 105/90")]
    [InlineData(HoursKind.Overtime, 90, "")]
    [InlineData(HoursKind.StudyWork, 105, "")]
    public void A_run_up_to_the_last_of_some_kinds(HoursKind last, int minutes, string told)
    {
        var moon = Moon(Row("run", """ "figures": { "minutes": 90, "joins-minutes": 5 }, "settings": { "kind": "run", "until": "scheduled overtime", "force": "breach" } """));

        Assert.Equal(told.Length == 0 ? [] : [told], Told(moon, [Span(At(6, 8), At(6, 9)), Span(At(6, 9, 4), At(6, 8) + minutes, last)]));
    }

    [Fact]
    public void A_gap_after_long_duties_and_the_one_an_employer_set()
    {
        var moon = Moon(
            Row("after", """ "figures": { "minutes": 100, "after-minutes": 60, "joins-minutes": 10 }, "settings": { "kind": "gap", "force": "breach" } """),
            Row("own", """ "figures": { "joins-minutes": 10 }, "settings": { "kind": "gap", "rest": "employer", "force": "consider" } """));
        var own = Sets.Choosing("W1", "moon") with { IntervalMinutes = 120 };

        Assert.Equal(["moon.after Breach 04-06 99/100", "moon.own Consider 04-06 99/120"], Told(moon, [Span(At(6, 8), At(6, 9)), Span(At(6, 10, 39), At(6, 11))], own));
        Assert.Equal(["moon.own Consider 04-06 99/120"], Told(moon, [Span(At(6, 8), At(6, 8, 59)), Span(At(6, 10, 38), At(6, 11))], own));
        Assert.Empty(Told(moon, [Span(At(6, 8), At(6, 9)), Span(At(6, 11), At(6, 12))], own));
    }

    [Fact]
    public void Ways_of_rest_one_of_which_is_enough()
    {
        var moon = Moon(
            Row("rest.short", """ "figures": { "within-minutes": 600, "rest-minutes": 200 }, "settings": { "kind": "rest", "for": "all", "after": "any", "force": "effort" } """),
            Row("rest.long", """ "figures": { "within-minutes": 1000, "rest-minutes": 300 }, "settings": { "kind": "rest", "for": "all", "after": "night-duty", "force": "effort" } """));
        WorkSpan[] Plan(int first, HoursKind kind, int pause) => [Span(At(6, 8), At(6, 8) + first, kind), Span(At(6, 8) + first + pause, At(6, 8) + first + pause + 60)];

        Assert.Empty(Told(moon, Plan(400, HoursKind.Scheduled, 200)));
        Assert.Equal(["moon.rest.short Effort 04-06 199/200"], Told(moon, [.. Plan(401, HoursKind.Scheduled, 250)]));
        Assert.Empty(Told(moon, Plan(401, HoursKind.NightDuty, 300)));
        Assert.Equal(["moon.rest.long Effort 04-06 299/300"], Told(moon, [.. Plan(401, HoursKind.NightDuty, 299), Span(At(6, 8) + 760, At(6, 8) + 1_100)]));
    }

    [Fact]
    public void Nights_of_a_kind_of_duty_and_kinds_read_as_others()
    {
        var moon = Moon(
            Row("reads", """ "settings": { "kind": "reads", "travel": "standby" } """),
            Row("nights", """ "figures": { "times": 1, "days": 4, "per-days": 2, "from-minutes": 1380, "to-minutes": 1440 }, "settings": { "kind": "sum", "of": "nights", "kinds": "standby", "over": "days", "force": "due" } """));
        WorkSpan[] nights = [Span(At(6, 20), At(6, 30), HoursKind.Standby), Span(At(7, 20), At(7, 23, 1), HoursKind.Travel), Span(At(8, 20), At(8, 23), HoursKind.Standby)];

        Assert.Empty(Told(moon, nights));
        Assert.Equal(["moon.nights Due 04-05 3/2"], Told(moon, [.. nights, Span(At(8, 23), At(8, 23, 1), HoursKind.Travel)]));
    }

    [Fact]
    public void Rules_change_on_the_day_a_row_says()
    {
        string Run(int minutes) => $$""" "figures": { "minutes": {{minutes}}, "joins-minutes": 5 }, "settings": { "kind": "run", "force": "breach" } """;
        var moon = Moon(Row("run", """ "to": "2025-12-31", """ + Run(90)), Row("run", Run(500)).Replace("2020-01-01", "2026-01-01", StringComparison.Ordinal));

        Assert.Empty(Told(moon, [Span(At(6, 8), At(6, 16))]));
        Assert.Equal(["moon.run Breach 04-06 600/500"], Told(moon, [Span(At(6, 8), At(6, 18))]));
    }

    [Theory]
    [InlineData(""" "settings": { "kind": "wish", "force": "breach" } """, "wish")]
    [InlineData(""" "settings": { "kind": "run", "force": "breach" } """, "minutes")]
    [InlineData(""" "figures": { "minutes": 9, "joins-minutes": 0 }, "settings": { "kind": "run", "force": "breach" } """, "joins-minutes")]
    [InlineData(""" "figures": { "minutes": 9, "joins-minutes": 5 }, "settings": { "kind": "run", "force": "4" } """, "FindingForce")]
    [InlineData(""" "figures": { "minutes": 9, "joins-minutes": 5 }, "settings": { "kind": "run" } """, "force")]
    [InlineData(""" "figures": { "minutes": 9, "joins-minutes": 5 }, "settings": { "kind": "run", "until": "nights", "force": "breach" } """, "nights")]
    [InlineData(""" "figures": { "minutes": 9, "days": 0, "per-days": 1 }, "settings": { "kind": "free", "force": "breach" } """, "window")]
    [InlineData(""" "settings": { "kind": "sum", "of": "worked", "over": "agreement-year", "hours": "moon.edition", "force": "breach" } """, "moon.edition")]
    public void A_row_that_says_no_rule_is_refused_when_the_policy_is_read(string row, string about) =>
        Assert.Contains(about, Assert.Throws<FormatException>(() => Moon(Row("odd", row))).Message, StringComparison.Ordinal);
}
