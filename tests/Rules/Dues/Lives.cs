using JmaActors.Dues;
using JmaActors.Members;

namespace JmaActors.Tests.Rules.Dues;

/// <summary>Made-up people with dues to pay.</summary>
static class Lives
{
    public static readonly AssociationId Kyoto = new("26-007"), Fushimi = new("26-008"), Osaka = new("27-001");

    public static readonly FiscalYear Year = new(2026);

    public static DuesPolicy Policy => Seeds.Book.Dues(Year.FirstDay);

    /// <summary>Somebody taken over with the register, long ago, in all three layers.</summary>
    public static DuesPerson Of(MemberCategory category, int age = 45, bool? covered = null, PracticeRole? practice = PracticeRole.Employed) =>
        new(new DateOnly(2026 - age, 4, 1), new DateOnly(2010, 4, 1), null, [Period("2004-04-01", null, category, Kyoto, covered, practice)], []);

    public static MembershipPeriod Period(
        string from, string? until, MemberCategory? category, AssociationId? local, bool? covered = null, PracticeRole? practice = PracticeRole.Employed, MembershipLayers layers = MembershipLayers.All) =>
        new(Day(from), until is null ? null : Day(until), local is null ? Membership.None : new Membership(local, layers, category, covered, practice), 2);

    public static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    public static Reduction Reduced(ReductionKind kind, string from = "2026-04-01", string? until = "2027-03-31", MembershipLayers layers = MembershipLayers.All) =>
        new("r1", kind, Day(from), until is null ? null : Day(until), layers);

    public static long Sum(this DuesAssessment assessment, AssociationId creditor, DuesItem item = DuesItem.Dues) =>
        assessment.Charges.Where(c => c.Account.Creditor == creditor && c.Account.Item == item).Sum(c => c.Amount.Amount);
}
