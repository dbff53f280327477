using JmaActors.Members;

namespace JmaActors.Dues;

/// <summary>会費減免: on what ground dues are reduced. Each is applied for with evidence and approved; none is automatic.</summary>
[GenerateSerializer, Alias("reduction-kind")]
public enum ReductionKind
{
    /// <summary>高齢: from an age on, after years of membership.</summary>
    OldAge = 1,

    /// <summary>疾病.</summary>
    Illness = 2,

    /// <summary>出産・育児.</summary>
    Childbirth = 3,

    /// <summary>医学部卒後: the first fiscal years after graduation.</summary>
    Graduation = 4,
}

/// <summary>What reductions bring besides a lower price.</summary>
public static class ReductionKinds
{
    /// <summary>What ids of these rules begin with.</summary>
    public const string Effects = "dues.effect.";

    /// <summary>Id of the rule that says what becomes of the liability cover and the delivery of journals.</summary>
    public static string EffectRule(this ReductionKind kind) => kind switch
    {
        ReductionKind.OldAge => $"{Effects}old-age",
        ReductionKind.Illness => $"{Effects}illness",
        ReductionKind.Childbirth => $"{Effects}childbirth",
        _ => $"{Effects}graduation",
    };
}

/// <summary>What the record suggests of somebody, for an office to confirm by an application: nothing of it changes by itself.</summary>
[Flags, GenerateSerializer, Alias("dues-proposals")]
public enum DuesProposals
{
    None = 0,

    /// <summary>研修修了: a resident whose residency is over by the date of the licence: A②(C) to A②(B), C to B.</summary>
    ResidencyEnds = 1,

    /// <summary>開業: heads a hospital or clinic, and is not A①.</summary>
    Founds = 2,

    /// <summary>A①, and heads neither any more.</summary>
    FoundsNoMore = 4,

    /// <summary>高齢減免 could be applied for.</summary>
    OldAge = 8,

    /// <summary>医学部卒業後の減免 could be applied for.</summary>
    Graduation = 16,
}

/// <summary>What a line of a statement is for.</summary>
[GenerateSerializer, Alias("dues-item")]
public enum DuesItem
{
    /// <summary>会費.</summary>
    Dues = 1,

    /// <summary>入会金.</summary>
    EntryFee = 2,
}

/// <summary>A reduction that was approved.</summary>
/// <param name="Key">Natural key: the application it was approved by, or the office's own.</param>
/// <param name="Until">The last day; null while nothing ends it.</param>
/// <param name="Layers">Whose dues it reduces.</param>
[GenerateSerializer, Immutable, Alias("reduction")]
public sealed record Reduction(
    [property: Id(0)] string Key, [property: Id(1)] ReductionKind Kind, [property: Id(2)] DateOnly From, [property: Id(3)] DateOnly? Until, [property: Id(4)] MembershipLayers Layers)
{
    public bool Holds(DateOnly on, MembershipLayers layer) => on >= From && (Until is null || on <= Until) && Layers.HasFlag(layer);
}

/// <summary>What names an account of a statement: everything that is owed to one creditor for one thing by one date.</summary>
/// <param name="Year">The fiscal year.</param>
/// <param name="Creditor">The association it is owed to.</param>
/// <param name="Term">0 for the first term of the year.</param>
/// <param name="Via">The local association through which it is collected: the books of each close by themselves.</param>
[GenerateSerializer, Immutable, Alias("dues-account-id")]
public readonly record struct DuesAccountId(
    [property: Id(0)] FiscalYear Year, [property: Id(1)] AssociationId Creditor, [property: Id(2)] DuesItem Item, [property: Id(3)] int Term, [property: Id(4)] AssociationId Via)
{
    /// <summary>Whether it is in a batch of direct debits of an association: a local one draws what is collected through it, one above what is owed to itself.</summary>
    public bool IsDrawnBy(AssociationId association) => (association.Layer == AssociationLayer.Local ? Via : Creditor) == association;
}

/// <summary>Why a line has its amount: the row of the table and what of the person chose it.</summary>
/// <param name="Row">Id of the row, e.g. <c>dues.table.jma.d02</c>.</param>
/// <param name="Judged">The civil date the person was judged on.</param>
/// <param name="Annual">What the row asks for a whole year.</param>
/// <param name="Months">For how many months of the year.</param>
/// <param name="Own">What the association calls the row and where it decided it, as it was then; null for a row of the policy.</param>
[GenerateSerializer, Immutable, Alias("dues-why")]
public sealed record DuesWhy(
    [property: Id(0)] string Row,
    [property: Id(1)] DateOnly Judged,
    [property: Id(2)] Yen Annual,
    [property: Id(3)] int Months,
    [property: Id(4)] MemberCategory? Category,
    [property: Id(5)] bool Covered,
    [property: Id(6)] PracticeRole? Practice,
    [property: Id(7)] ReductionKind? Reduction,
    [property: Id(8)] DuesOwnRow? Own = null)
{
    /// <summary>A row of an association's own as it was called when it was gone by; null for a row of the policy.</summary>
    [JsonIgnore]
    public RuleRef? OwnRule => Own is null ? null : new RuleRef(Row, new Words(Own.Label, Own.Label), Own.Source);
}

/// <summary>A row of an association's own table, in its own words.</summary>
[GenerateSerializer, Immutable, Alias("dues-own-row")]
public sealed record DuesOwnRow([property: Id(0)] string Label, [property: Id(1)] string Source);

/// <summary>What somebody owes one creditor for one thing by one date, as assessed.</summary>
/// <param name="Due">By this civil date it is to be paid.</param>
/// <param name="Why">Of the part judged first, where a term was judged in parts.</param>
[GenerateSerializer, Immutable, Alias("dues-charge")]
public sealed record DuesCharge(
    [property: Id(0)] DuesAccountId Account, [property: Id(1)] Yen Amount, [property: Id(2)] DateOnly Due, [property: Id(3)] DuesWhy Why);

/// <summary>A part of the year for which no row of a table says what is owed: the office has to say it.</summary>
/// <param name="Creditor">Whose table it is.</param>
[GenerateSerializer, Immutable, Alias("dues-gap")]
public sealed record DuesGap([property: Id(0)] AssociationId Creditor, [property: Id(1)] DateOnly Judged, [property: Id(2)] MemberCategory? Category, [property: Id(3)] bool Covered, [property: Id(4)] string Reason);

/// <summary>What somebody owes for a fiscal year.</summary>
[GenerateSerializer, Immutable, Alias("dues-assessment")]
public sealed record DuesAssessment(
    [property: Id(0)] FiscalYear Year, [property: Id(1)] IReadOnlyList<DuesCharge> Charges, [property: Id(2)] IReadOnlyList<DuesGap> Gaps, [property: Id(3)] string Edition);
