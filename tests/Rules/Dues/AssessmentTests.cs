using JmaActors.Dues;
using JmaActors.Members;
using static JmaActors.Tests.Rules.Dues.Lives;

namespace JmaActors.Tests.Rules.Dues;

/// <summary>What somebody owes for a fiscal year.</summary>
public sealed class AssessmentTests
{
    static DuesAssessment Assess(DuesPerson person) => DuesRules.Assess(Policy, Year, person);

    [Theory]
    [InlineData(MemberCategory.A1, 45, 126_000)]
    [InlineData(MemberCategory.A2B, 31, 64_000)]
    [InlineData(MemberCategory.A2B, 30, 39_000)]
    [InlineData(MemberCategory.A2C, 27, 21_000)]
    [InlineData(MemberCategory.B, 45, 28_000)]
    [InlineData(MemberCategory.C, 27, 6_000)]
    public void Jmas_own_table_is_the_guides(MemberCategory category, int age, long yen) => Assert.Equal(yen, Assess(Of(category, age)).Sum(AssociationId.Jma));

    [Theory]
    [InlineData(MemberCategory.A1, 84, null, ReductionKind.OldAge, 78_000)]
    [InlineData(MemberCategory.A2B, 84, null, ReductionKind.OldAge, 48_000)]
    [InlineData(MemberCategory.A1, 45, null, ReductionKind.Illness, 66_000)]
    [InlineData(MemberCategory.A2B, 31, null, ReductionKind.Childbirth, 36_000)]
    [InlineData(MemberCategory.A2B, 30, null, ReductionKind.Graduation, 15_000)]
    [InlineData(MemberCategory.A2C, 27, null, ReductionKind.Graduation, 15_000)]
    [InlineData(MemberCategory.B, 45, null, ReductionKind.Illness, 0)]
    [InlineData(MemberCategory.C, 27, null, ReductionKind.Graduation, 0)]
    [InlineData(MemberCategory.A1, 45, false, ReductionKind.Illness, 0)]
    public void A_reduction_opens_its_block_of_the_table(MemberCategory category, int age, bool? covered, ReductionKind kind, long yen) =>
        Assert.Equal(yen, Assess(Of(category, age, covered) with { Reductions = [Reduced(kind)] }).Sum(AssociationId.Jma));

    [Fact]
    public void Of_two_reductions_the_cheaper_counts_and_the_line_says_which()
    {
        var person = Of(MemberCategory.A1, 84) with { Reductions = [Reduced(ReductionKind.OldAge), Reduced(ReductionKind.Illness)] };

        var charge = Assess(person).Charges.First(c => c.Account.Creditor == AssociationId.Jma);

        Assert.Equal((66_000, "dues.table.jma.d09", (ReductionKind?)ReductionKind.Illness), (charge.Why.Annual.Amount, charge.Why.Row, charge.Why.Reduction));
    }

    [Fact]
    public void Where_no_row_fits_nothing_is_guessed_and_the_gap_is_named()
    {
        var uncovered = Assess(Of(MemberCategory.A1, covered: false));
        Assert.Equal(0, uncovered.Sum(AssociationId.Jma));
        Assert.Equal("no-price", Assert.Single(uncovered.Gaps).Reason);

        var old = Assess(Of(MemberCategory.B, 84) with { Reductions = [Reduced(ReductionKind.OldAge)] });
        Assert.Equal((0, "no-reduced-price"), (old.Sum(AssociationId.Jma), Assert.Single(old.Gaps).Reason));

        Assert.Equal("no-price", Assert.Single(Assess(Of(MemberCategory.A2B, covered: false)).Gaps).Reason);

        var unborn = Assess(Of(MemberCategory.A2B) with { BirthDate = null });
        Assert.Equal("no-birth-date", Assert.Single(unborn.Gaps).Reason);
        Assert.Equal(12_000, unborn.Sum(Kyoto));
    }

    [Fact]
    public void A_year_is_paid_in_thirds_through_the_local_association_with_a_date_each()
    {
        var lines = Assess(Of(MemberCategory.A1)).Charges.Where(c => c.Account.Creditor == AssociationId.Jma).ToList();

        Assert.Equal([42_000, 42_000, 42_000], lines.Select(l => l.Amount.Amount));
        Assert.Equal([Day("2026-05-01"), Day("2026-08-31"), Day("2026-12-31")], lines.Select(l => l.Due));
        Assert.All(lines, l => Assert.Equal(Kyoto, l.Account.Via));
    }

    [Fact]
    public void Who_joins_in_the_second_term_pays_two_thirds_and_the_entry_fee_once()
    {
        var person = Of(MemberCategory.A1) with { Periods = [Period("2020-04-01", "2026-09-09", null, null), Period("2026-09-10", null, MemberCategory.A1, Kyoto, practice: PracticeRole.ClinicHead)] };

        var assessed = Assess(person);

        Assert.Equal((84_000, 40_000, 48_000, 200_000), (assessed.Sum(AssociationId.Jma), assessed.Sum(new("26")), assessed.Sum(Kyoto), assessed.Sum(Kyoto, DuesItem.EntryFee)));
        Assert.Equal(Day("2026-10-10"), assessed.Charges.First(c => c.Account.Creditor == Kyoto).Due);
        Assert.Equal(0, DuesRules.Assess(Policy, Year.Plus(1), person).Sum(Kyoto, DuesItem.EntryFee));
    }

    [Fact]
    public void Who_moves_within_a_prefecture_owes_each_local_association_its_terms_and_the_others_the_same()
    {
        var stays = Of(MemberCategory.A2B);
        var moves = stays with { Periods = [Period("2004-04-01", "2026-08-31", MemberCategory.A2B, Kyoto), Period("2026-09-01", null, MemberCategory.A2B, Fushimi)] };

        var (before, after) = (Assess(stays), Assess(moves));

        Assert.Equal(before.Sum(AssociationId.Jma), after.Sum(AssociationId.Jma));
        Assert.Equal(before.Sum(new("26")), after.Sum(new("26")));
        Assert.Equal((8_000, 4_000), (after.Sum(Kyoto), after.Sum(Fushimi)));
        Assert.Equal(10_000, after.Sum(Fushimi, DuesItem.EntryFee));
    }

    [Fact]
    public void What_was_taken_over_with_the_register_was_no_joining_also_when_it_is_recorded_anew()
    {
        var person = Of(MemberCategory.A1) with { Periods = [Period("2026-04-01", null, MemberCategory.A1, Kyoto, practice: PracticeRole.ClinicHead)] };

        Assert.Equal(0, Assess(person).Sum(Kyoto, DuesItem.EntryFee));
    }

    [Fact]
    public void What_was_taken_over_by_an_import_or_a_merge_is_no_joining()
    {
        var person = Of(MemberCategory.A1) with { TakenOver = false, Periods = [Period("2026-06-01", "2026-11-19", null, null), Period("2026-11-20", null, MemberCategory.A1, Kyoto, practice: PracticeRole.ClinicHead) with { Version = 5 }] };

        Assert.True(Assess(person).Sum(Kyoto, DuesItem.EntryFee) > 0);
        Assert.True(DuesRules.Joined(Year, person, Day("2026-11-27")));
        Assert.Equal(0, Assess(person with { Adopted = [5] }).Sum(Kyoto, DuesItem.EntryFee));
        Assert.False(DuesRules.Joined(Year, person with { Adopted = [5] }, Day("2026-11-27")));
    }

    [Fact]
    public void A_change_of_category_counts_from_the_next_term()
    {
        var person = Of(MemberCategory.B) with { Periods = [Period("2004-04-01", "2026-09-30", MemberCategory.B, Kyoto), Period("2026-10-01", null, MemberCategory.A1, Kyoto)] };

        Assert.Equal([9_333, 9_333, 42_000], Assess(person).Charges.Where(c => c.Account.Creditor == AssociationId.Jma).Select(c => c.Amount.Amount));
    }

    [Fact]
    public void Who_leaves_owes_no_later_term_and_who_belongs_to_the_local_association_alone_owes_only_that()
    {
        Assert.Equal(42_000, Assess(Of(MemberCategory.A1) with { Periods = [Period("2004-04-01", "2026-07-31", MemberCategory.A1, Kyoto), Period("2026-08-01", null, null, null)] }).Sum(AssociationId.Jma));

        var local = Assess(Of(MemberCategory.B) with { Periods = [Period("2004-04-01", null, null, Kyoto, layers: MembershipLayers.Local)] });
        Assert.All(local.Charges, c => Assert.Equal(Kyoto, c.Account.Creditor));
        Assert.Equal(12_000, local.Sum(Kyoto));
    }

    [Theory]
    [InlineData(MidYearRule.Full, "2026-09-10", 126_000)]
    [InlineData(MidYearRule.Monthly, "2026-09-10", 73_500)]
    [InlineData(MidYearRule.Term, "2026-09-10", 84_000)]
    [InlineData(MidYearRule.Full, "2026-04-01", 126_000)]
    [InlineData(MidYearRule.Monthly, "2026-04-01", 126_000)]
    [InlineData(MidYearRule.Monthly, "2027-03-31", 10_500)]
    public void The_rule_for_joining_within_the_year_is_a_setting(MidYearRule rule, string joined, long yen)
    {
        var assessed = DuesRules.Assess(Policy with { MidYear = rule }, Year, Of(MemberCategory.A1) with { Periods = [Period(joined, null, MemberCategory.A1, Kyoto)] });

        Assert.Equal(yen, assessed.Sum(AssociationId.Jma));
        Assert.All(assessed.Charges, c => Assert.True(c.Due >= Day(joined)));
    }

    [Fact]
    public void Shares_of_a_year_come_to_the_whole_whatever_the_amount()
    {
        var random = new Random(20261126);
        for (var i = 0; i < 1_000; i++)
        {
            var annual = new Yen(random.Next(0, 500_000));
            var cuts = Enumerable.Range(1, 11).Where(_ => random.Next(2) == 0).Prepend(0).Append(12).ToList();
            Assert.Equal(annual.Amount, cuts.Zip(cuts.Skip(1)).Sum(c => DuesCalendar.Share(annual, c.First, c.Second).Amount));
        }
    }
}
