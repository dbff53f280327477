using JmaActors.Members;

namespace JmaActors.Dues;

/// <summary>What dues are reckoned from: dates of a life and what somebody belonged to when.</summary>
/// <param name="Periods">Oldest first; see <see cref="MembershipPeriod"/>.</param>
/// <param name="Reductions">Those approved.</param>
/// <param name="Adopted">Versions of the record that took a membership over from a register or another record; null for none.</param>
/// <param name="TakenOver">The record began with a membership, taken over with the register; otherwise whatever she belongs to she joined, also on the day she was registered.</param>
public sealed record DuesPerson(
    DateOnly? BirthDate, DateOnly? LicensedOn, DateOnly? GraduatedOn, IReadOnlyList<MembershipPeriod> Periods, IReadOnlyList<Reduction> Reductions, bool TakenOver = true, IReadOnlyList<long>? Adopted = null)
{
    public static DuesPerson Of(Person person, IReadOnlyList<DatedMembership> recorded) =>
        new(person.BirthDate, person.LicensedOn, person.GraduatedOn, MembershipPeriods.Of(recorded), [], recorded[0].Membership.Layers != MembershipLayers.None, recorded.Any(static m => m.TakenOver) ? [.. recorded.Where(static m => m.TakenOver).Select(static m => m.Version)] : null);

    /// <summary>Whether a period began by joining: the first of a record that was taken over did not.</summary>
    public bool Joins(MembershipPeriod period) => (!TakenOver || period.From > Periods[0].From) && Adopted?.Contains(period.Version) is not true;

    public Membership On(DateOnly day) => Period(day)?.Membership ?? Membership.None;

    public MembershipPeriod? Period(DateOnly day) => Periods.FirstOrDefault(p => p.From <= day && (p.Until is null || day <= p.Until));

    /// <summary>The first day of a span on which the person belongs to a layer; null when on none.</summary>
    public DateOnly? FirstDayIn(MembershipLayers layer, DateOnly from, DateOnly to)
    {
        foreach (var period in Periods)
        {
            if (period.From > to) break;
            if ((period.Until is { } until && until < from) || !period.Membership.Layers.HasFlag(layer)) continue;
            return period.From > from ? period.From : from;
        }
        return null;
    }

    /// <summary>Days that make a year where what is left of several spans of membership is added up.</summary>
    const int DaysOfAYear = 365;

    /// <summary>Whole years of membership of 日本医師会 up to a day, counted across transfers and gaps: whole years of each unbroken span, and the days left over of all of them together.</summary>
    public int JmaYears(DateOnly on)
    {
        var (years, days, begun, ended) = (0, 0, (DateOnly?)null, default(DateOnly));
        foreach (var period in Periods)
        {
            if (period.From >= on || !period.Membership.Layers.HasFlag(MembershipLayers.Jma)) continue;
            if (period.From != ended) Close();
            begun ??= period.From;
            ended = period.Until is { } until && until < on ? until.AddDays(1) : on;
        }
        Close();
        return years + days / DaysOfAYear;

        void Close()
        {
            if (begun is not { } from) return;
            var whole = Years(from, ended);
            (years, days, begun) = (years + whole, days + ended.DayNumber - from.AddYears(whole).DayNumber, null);
        }
    }

    public int? Age(DateOnly on) => BirthDate is { } born ? Years(born, on) : null;

    /// <summary>Whole years from one day to another; somebody born on 29 February is a year older on 1 March.</summary>
    public static int Years(DateOnly from, DateOnly to) => to.Year - from.Year - ((to.Month, to.Day).CompareTo((from.Month, from.Day)) < 0 ? 1 : 0);
}
