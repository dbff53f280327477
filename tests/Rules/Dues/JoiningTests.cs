using JmaActors.Dues;
using JmaActors.Members;
using static JmaActors.Tests.Rules.Dues.Lives;

namespace JmaActors.Tests.Rules.Dues;

/// <summary>Whose running year is billed without a run of the year.</summary>
public sealed class JoiningTests
{
    static MembershipPeriod Outside(string from, string? until) => Period(from, until, null, null);

    static MembershipPeriod Inside(string from, string? until = null, AssociationId? local = null) => Period(from, until, MemberCategory.A2B, local ?? Kyoto);

    static bool Joined(string today, params MembershipPeriod[] periods) => DuesRules.Joined(Year, Of(MemberCategory.A2B) with { Periods = periods }, Day(today));

    [Fact]
    public void Who_belonged_nowhere_before_the_year_and_begins_within_it_joined()
    {
        Assert.True(Joined("2026-11-27", Outside("2024-05-01", "2026-10-31"), Inside("2026-11-01")));
        Assert.True(Joined("2026-04-01", Outside("2024-05-01", "2026-03-31"), Inside("2026-04-01")));
        Assert.True(Joined("2026-11-27", Inside("2010-04-01", "2024-12-31"), Outside("2025-01-01", "2026-08-31"), Inside("2026-09-01", "2026-10-31"), Outside("2026-11-01", null)));
    }

    [Fact]
    public void Who_was_taken_over_moves_comes_later_or_came_before_the_year_did_not()
    {
        Assert.False(Joined("2026-11-27", Inside("2026-09-01")));
        Assert.False(Joined("2026-11-27", Inside("2010-04-01", "2026-08-31"), Inside("2026-09-01", null, Fushimi)));
        Assert.False(Joined("2026-11-27", Outside("2024-05-01", "2026-11-30"), Inside("2026-12-01")));
        Assert.False(Joined("2026-11-27", Outside("2024-05-01", "2026-03-30"), Inside("2026-03-31")));
        Assert.False(Joined("2026-11-27", Outside("2024-05-01", null)));
        Assert.False(Joined("2026-11-27"));
    }

    [Fact]
    public void Who_is_registered_and_joins_on_the_same_day_joins_and_owes_the_entry_fee()
    {
        var person = Of(MemberCategory.A2B) with { Periods = [Inside("2026-09-01")] };
        Assert.DoesNotContain(DuesRules.Assess(Policy, Year, person).Charges, c => c.Account.Item == DuesItem.EntryFee);

        var joins = person with { TakenOver = false };

        Assert.True(DuesRules.Joined(Year, joins, Day("2026-09-01")));
        Assert.Contains(DuesRules.Assess(Policy, Year, joins).Charges, c => c.Account.Item == DuesItem.EntryFee);
    }
}
