using JmaActors.Applications;
using JmaActors.Dues;
using JmaActors.Members;
using JmaActors.Rosters;

namespace JmaActors.Demonstration;

/// <summary>How made-up members pay: most what is asked so far, some the whole year, some a part, a few nothing. The same for the same member and seed.</summary>
public static class DemonstrationDues
{
    /// <summary>Of a hundred: who pay the year at once; what of it is asked for by now; a part.</summary>
    const int Whole = 15, SoFar = 55, Part = 10;

    /// <summary>What a member has paid by a day; null for nothing.</summary>
    public static PayDues? Paid(DuesStatement statement, MemberId member, DateOnly today, ulong seed)
    {
        var numbers = SeededNumbers.Of(seed, DemonstrationStreams.Dues, member.Number);
        var (draw, days) = (numbers.Below(100), numbers.Between(1, 20));
        var terms = statement.Accounts.Where(a => a.Open > Yen.Zero).GroupBy(a => a.Id.Term).OrderBy(g => g.Key).Select(g => g.Sum(a => a.Open.Amount)).ToList();
        var yen = draw switch
        {
            < Whole => terms.Sum(),
            < Whole + SoFar => terms.Take(Math.Max(1, terms.Count - 1)).Sum(),
            < Whole + SoFar + Part => terms.FirstOrDefault() / 2,
            _ => 0,
        };
        var channel = numbers.Chance(60) ? PaymentChannel.DirectDebit : PaymentChannel.Transfer;
        return yen == 0 ? null : new PayDues("demo", new Yen(yen), today.AddDays(-days), channel, "見本", Caller.System);
    }

    /// <summary>Who may have an application under way: people of all three layers in a prefecture, in the order they were made up in.</summary>
    public static IEnumerable<RosterRow> Applicants(DemonstrationPopulation population, AssociationId prefecture) =>
        population.Rows().Where(r => r.Membership is { Layers: MembershipLayers.All, Local: { } local } && local.Parent == prefecture);

    /// <summary>Applications under way: a physician who moves, one who is ill, one who works otherwise. Null where it does not fit who she is.</summary>
    public static ApplicationRequest? Applied(int number, Membership membership, DateOnly today)
    {
        if (membership is not { Local: { } local, Layers: MembershipLayers.All, Category: { } category }) return null;
        var from = new DateOnly(today.Year, today.Month, 1).AddMonths(1);
        var other = AssociationId.Local(int.Parse(local.Code[..2], System.Globalization.CultureInfo.InvariantCulture), local.Code.EndsWith("-001", StringComparison.Ordinal) ? 2 : 1);
        return (number % 3) switch
        {
            0 => new ApplicationRequest(ApplicationKind.Transfer, membership with { Local = other }, from, null),
            1 => new ApplicationRequest(ApplicationKind.Reduction, null, from, new ReductionAsked(ReductionKind.Illness, from.AddMonths(12).AddDays(-1), MembershipLayers.All)),
            _ => new ApplicationRequest(ApplicationKind.Category, membership with { Category = category == MemberCategory.B ? MemberCategory.A2B : MemberCategory.B, Covered = null }, from, null),
        };
    }
}
