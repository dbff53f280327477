using JmaActors.Dues;
using JmaActors.Members;
using static JmaActors.Tests.Rules.Dues.Lives;

namespace JmaActors.Tests.Rules.Dues;

/// <summary>For whom and for which time dues are reduced.</summary>
public sealed class ReductionTests
{
    [Theory]
    [InlineData("2026-03-25", 2026, 2030)]
    [InlineData("2026-04-01", 2026, 2030)]
    [InlineData("2025-09-30", 2025, 2029)]
    [InlineData("2026-02-28", 2025, 2029)]
    public void Five_fiscal_years_after_graduation_are_free_and_march_begins_with_the_next(string graduated, int first, int last) =>
        Assert.Equal((new FiscalYear(first), new FiscalYear(last)), ReductionRules.Graduation(Policy, Day(graduated)));

    [Fact]
    public void The_time_after_graduation_is_no_longer_than_the_rule()
    {
        var person = Of(MemberCategory.C, 26) with { GraduatedOn = Day("2026-03-10") };

        Assert.Null(ReductionRules.Fault(_ => Policy, Reduced(ReductionKind.Graduation, "2026-04-01", "2031-03-31"), person));
        Assert.Equal("bad-period", ReductionRules.Fault(_ => Policy, Reduced(ReductionKind.Graduation, "2026-04-01", "2031-04-01"), person)!.Reason);
        Assert.Equal("no-graduation-date", ReductionRules.Fault(_ => Policy, Reduced(ReductionKind.Graduation), person with { GraduatedOn = null })!.Reason);
    }

    [Theory]
    [InlineData("1943-04-01", "2004-04-01", null)]
    [InlineData("1943-04-02", "2004-04-01", "not-old-enough")]
    [InlineData("1940-01-01", "2006-04-02", "not-long-enough")]
    [InlineData("1940-01-01", "2006-04-01", null)]
    [InlineData(null, "2004-04-01", "no-birth-date")]
    public void Old_age_takes_the_age_and_the_years_of_membership(string? born, string since, string? reason)
    {
        var person = Of(MemberCategory.A1) with { BirthDate = born is null ? null : Day(born), Periods = [Period(since, null, MemberCategory.A1, Kyoto)] };

        Assert.Equal(reason, ReductionRules.Fault(_ => Policy, Reduced(ReductionKind.OldAge, until: null), person)?.Reason);
    }

    [Fact]
    public void Years_of_membership_count_on_across_a_transfer_and_not_across_a_gap()
    {
        var person = Of(MemberCategory.A1) with
        {
            Periods =
            [
                Period("2000-04-01", "2010-03-31", MemberCategory.A1, Kyoto), Period("2010-04-01", "2015-03-31", MemberCategory.A2B, Osaka),
                Period("2015-04-01", "2020-03-31", null, null), Period("2020-04-01", null, MemberCategory.A1, Kyoto),
            ],
        };

        Assert.Equal((15, 20, 21), (person.JmaYears(Day("2020-04-01")), person.JmaYears(Day("2025-04-01")), person.JmaYears(Day("2026-04-01"))));
    }

    [Fact]
    public void Illness_has_an_end_and_somebodys_dues_it_reduces()
    {
        Assert.Equal("no-end", ReductionRules.Fault(_ => Policy, Reduced(ReductionKind.Illness, until: null), Of(MemberCategory.A1))!.Reason);
        Assert.Equal("bad-layers", ReductionRules.Fault(_ => Policy, Reduced(ReductionKind.Illness, layers: MembershipLayers.None), Of(MemberCategory.A1))!.Reason);
        Assert.Equal("bad-period", ReductionRules.Fault(_ => Policy, Reduced(ReductionKind.Illness, until: "2026-03-31"), Of(MemberCategory.A1))!.Reason);
        Assert.Null(ReductionRules.Fault(_ => Policy, Reduced(ReductionKind.Childbirth), Of(MemberCategory.A1)));
    }
}
