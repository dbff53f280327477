using JmaActors.Policies;
using static System.FormattableString;

namespace JmaActors.Members;

/// <summary>When a person may be erased: <c>seeds/policy/erasure.json</c>.</summary>
public static class ErasureRules
{
    /// <summary>Days between asking and doing.</summary>
    public const string Wait = "erasure.wait";

    /// <summary>Members of an association are kept.</summary>
    public const string Members = "erasure.keep-members";

    /// <summary>Years the record of credits is kept after the newest.</summary>
    public const string Credits = "erasure.keep-credits";

    /// <summary>The first civil date on which what is asked for on a date can be done.</summary>
    public static DateOnly Due(PolicyTable table, DateOnly asked) => asked.AddDays((int)table.Get(Wait, asked).Figure("days"));

    /// <summary>Why a person cannot be erased on a date; null when nothing stands against it.</summary>
    /// <param name="newest">Date of the newest credit that was not voided; null for none.</param>
    /// <param name="owes">Of dues that were sent something is open.</param>
    public static Refusal? Check(PolicyTable table, Membership membership, DateOnly? newest, bool owes, DateOnly on)
    {
        if (table.Get(Members, on).Setting("members") == "keep" && membership.Layers != MembershipLayers.None)
        {
            return new Refusal("kept-for-members", Members, "A member of an association is kept on record: the membership ends first.");
        }
        if (owes) return new Refusal("dues-open", "", "Dues are open: they are paid, credited or written off first.");
        var until = newest?.AddYears((int)table.Get(Credits, on).Figure("years"));
        return until >= on ? new Refusal("kept-by-law", Credits, Invariant($"The record of credits is kept until {until:yyyy-MM-dd}.")) : null;
    }
}
