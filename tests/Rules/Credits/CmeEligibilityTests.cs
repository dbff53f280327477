using JmaActors.Benefits;
using JmaActors.Credits;

namespace JmaActors.Tests.Rules.Credits;

public class CmeEligibilityTests
{
    static readonly DateOnly Licensed = new(2024, 4, 20);

    static Verdict MayI(DateOnly on, DateOnly? licensedOn, bool? jma = null) => CmeEligibilityRules.MayI(on, licensedOn, jma, Seeds.Book);

    static NextSteps WhatNext(DateOnly on, params IEnumerable<CmeEntryFact> entries) => CmeEligibilityRules.WhatNext(
        on, CmeRules.Standing(entries.Aggregate(new CmeFacts(), (facts, e) => facts.Add(e)), on, Seeds.Book), Seeds.Book);

    [Fact]
    public void From_the_day_of_the_licence_anyone_may_take_part_member_or_not()
    {
        Assert.Equal(("not-licensed", Mark.Over), (MayI(Licensed.AddDays(-1), Licensed).Outcome, MayI(Licensed.AddDays(-1), Licensed).Mark));
        Assert.Equal(("eligible", Mark.Ok), (MayI(Licensed, Licensed, jma: false).Outcome, MayI(Licensed, Licensed, jma: false).Mark));
    }

    [Fact]
    public void The_certificate_comes_three_years_after_the_licence_at_the_earliest()
    {
        Assert.Contains("令和9年4月20日", MayI(new DateOnly(2027, 4, 19), Licensed).Nearest!.Ja, StringComparison.Ordinal);
        Assert.Null(MayI(new DateOnly(2027, 4, 20), Licensed).Nearest);
    }

    [Fact]
    public void Without_a_recorded_licence_one_may_take_part_and_is_asked_to_have_it_recorded()
    {
        var verdict = MayI(Licensed, null);
        Assert.Equal(("eligible", Mark.Unknown), (verdict.Outcome, verdict.Mark));
        Assert.NotNull(verdict.Nearest);
    }

    [Fact]
    public void Until_30_April_the_report_comes_next_and_from_1_May_the_end_of_the_fiscal_year()
    {
        Assert.Equal(new DateOnly(2026, 4, 30), WhatNext(new DateOnly(2026, 4, 1)).Date);
        Assert.Contains(WhatNext(new DateOnly(2026, 4, 30)).Actions, a => a.Key == "report");
        Assert.Equal(new DateOnly(2027, 3, 31), WhatNext(new DateOnly(2026, 5, 1)).Date);
        Assert.DoesNotContain(WhatNext(new DateOnly(2026, 5, 1)).Actions, a => a.Key == "report");
        Assert.Equal(new DateOnly(2027, 3, 31), WhatNext(new DateOnly(2027, 3, 31)).Date);
    }

    [Fact]
    public void Short_of_sixty_a_seminar_is_to_be_found_and_at_sixty_the_certificate()
    {
        var on = new DateOnly(2026, 5, 1);
        var forty = Enumerable.Range(1, 40).Select(c => new CmeEntryFact(on, new CurriculumCode((short)c), new Units(5), CreditState.Posted));

        Assert.Equal(["find-seminar", "e-learning"], WhatNext(on).Actions.Select(a => a.Key));
        Assert.Equal(["request-certificate"], WhatNext(on, forty).Actions.Select(a => a.Key));
    }
}
