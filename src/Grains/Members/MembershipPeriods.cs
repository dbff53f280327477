namespace JmaActors.Members;

/// <summary>From what was recorded to what is in force when. Pure.</summary>
static class MembershipPeriods
{
    /// <summary>What is in force from when until when, oldest first; equal neighbours are one period.</summary>
    public static IReadOnlyList<MembershipPeriod> Of(IReadOnlyList<DatedMembership> recorded)
    {
        var periods = new List<MembershipPeriod>();
        foreach (var from in recorded.Select(r => r.From).Distinct().Order())
        {
            var held = recorded.Last(r => r.From <= from);
            if (periods.Count > 0 && periods[^1].Membership == held.Membership) continue;
            if (periods.Count > 0) periods[^1] = periods[^1] with { Until = from.AddDays(-1) };
            periods.Add(new MembershipPeriod(from, null, held.Membership, held.Version));
        }
        return periods;
    }

    /// <summary>The same as it would be after a correction.</summary>
    public static IReadOnlyList<MembershipPeriod> Of(IReadOnlyList<DatedMembership> recorded, CorrectMembership correction) =>
        Of([.. recorded.Select(r => r.Version == correction.Of ? r with { From = correction.EffectiveFrom, Membership = correction.Membership } : r)]);
}
