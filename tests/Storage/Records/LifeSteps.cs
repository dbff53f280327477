using CsCheck;
using JmaActors.Credits;
using JmaActors.Members;

namespace JmaActors.Tests.Storage.Records;

/// <summary>What happens in one life on one day. Figures are chosen so that most of it meets something: a key used before, a version that is there.</summary>
/// <param name="Days">How far from the day it is done what it says holds; negative is a late record.</param>
public sealed record LifeStep(LifeStepKind Kind, int Which, int Days, int Value);

public enum LifeStepKind
{
    ChangeMembership,
    CorrectMembership,
    ChangeProfile,
    CorrectIdentity,
    Accrue,
    Settle,
    CorrectCredit,

    /// <summary>A session tells about attendance, now or late.</summary>
    Attend,

    /// <summary>Another record of the same person, which earned over the years, is merged into this one.</summary>
    Merge,

    /// <summary>The last merge is undone.</summary>
    Unmerge,
}

/// <summary>A random life: registered on some day as of some date, then steps day by day.</summary>
public sealed record Life(int RegisteredOn, int Since, LifeStep[][] Days)
{
    public const int Length = 16;

    static readonly Gen<LifeStep> Steps =
        from kind in Gen.Frequency(
            (3, Gen.Const(LifeStepKind.ChangeMembership)), (2, Gen.Const(LifeStepKind.CorrectMembership)), (2, Gen.Const(LifeStepKind.ChangeProfile)),
            (1, Gen.Const(LifeStepKind.CorrectIdentity)), (6, Gen.Const(LifeStepKind.Accrue)), (3, Gen.Const(LifeStepKind.Settle)),
            (3, Gen.Const(LifeStepKind.CorrectCredit)), (2, Gen.Const(LifeStepKind.Attend)), (1, Gen.Const(LifeStepKind.Merge)), (1, Gen.Const(LifeStepKind.Unmerge)))
        from which in Gen.Int[0, 5]
        from days in Gen.Frequency((2, Gen.Const(0)), (3, Gen.Int[-20, -1]), (2, Gen.Int[-1_100, -21]), (1, Gen.Int[1, 8]))
        from value in Gen.Int[0, 11]
        select new LifeStep(kind, which, days, value);

    public static readonly Gen<Life> Random =
        from registered in Gen.Int[0, 3]
        from since in Gen.Frequency((3, Gen.Int[-900, 0]), (1, Gen.Int[1, 5]))
        from days in Steps.Array[0, 3].Array[Length]
        select new Life(registered, since, days);

    public static readonly Membership[] Memberships =
    [
        Membership.None,
        new(AssociationId.Local(26, 7), MembershipLayers.Local, null),
        new(AssociationId.Local(26, 7), MembershipLayers.All, MemberCategory.A1),
        new(AssociationId.Local(13, 1), MembershipLayers.All, MemberCategory.B),
        new(AssociationId.Local(13, 1), MembershipLayers.Local | MembershipLayers.Prefecture, null),
    ];

    /// <summary>No two of these people have a birth date in common: nobody is to be taken for somebody else.</summary>
    public static Person Person(int life, int value) => new(
        $"見本 {"花雪月星空海"[value % 6]}子", "ミホン ハナコ", new DateOnly(1950, 1, 1).AddDays(12 * life + value), null, new DateOnly(2006 + value, 4, 10));
}
