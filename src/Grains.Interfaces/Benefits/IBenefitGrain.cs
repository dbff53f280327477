namespace JmaActors.Benefits;

/// <summary>
/// The three questions every benefit answers about a person on a date. The "my benefits" page, the 360° page and the API are written once over them.
/// Keyed by <see cref="MemberId.Number"/>.
/// </summary>
[Alias("benefit-grain")]
public interface IBenefitGrain : IGrainWithIntegerKey
{
    /// <summary>May this person use the benefit on that date?</summary>
    [Alias("may-i")]
    Task<Verdict> MayI(DateOnly on, Caller caller, CancellationToken ct);

    /// <summary>Where does this person stand on that date, in figures, each with its why?</summary>
    [Alias("where-do-i-stand")]
    Task<Standing> WhereDoIStand(DateOnly on, Caller caller, CancellationToken ct);

    /// <summary>What can this person do now, and which date matters next?</summary>
    [Alias("what-next")]
    Task<NextSteps> WhatNext(DateOnly on, Caller caller, CancellationToken ct);

    /// <summary>Behind the headline figure of a date: what counts, what does not, and why.</summary>
    [Alias("what-counts")]
    Task<Counted> WhatCounts(DateOnly on, Caller caller, CancellationToken ct);
}

/// <summary>Named limits of a benefit's answers.</summary>
public static class BenefitLimits
{
    /// <summary>Lines of what counts; the newest are shown.</summary>
    public const int CountedLines = 500;
}

/// <summary>What the headline figure is made of.</summary>
/// <param name="Lines">Newest first, at most <see cref="BenefitLimits.CountedLines"/>.</param>
/// <param name="More">Older lines that are left out; they are in the sum.</param>
/// <param name="Total">The sum of what counts: the headline figure.</param>
[GenerateSerializer, Immutable, Alias("counted")]
public sealed record Counted(
    [property: Id(0)] string Benefit, [property: Id(1)] DateOnly On, [property: Id(2)] IReadOnlyList<CountedLine> Lines, [property: Id(3)] int More, [property: Id(4)] decimal Total);

/// <summary>One thing recorded, and what of it counts.</summary>
/// <param name="Amount">What it is worth by itself.</param>
/// <param name="Counts">What of the figure it makes; 0 when it does not count.</param>
/// <param name="Why">Why it counts as it does.</param>
/// <param name="Rule">Id of the rule; empty where the state of the entry says it.</param>
[GenerateSerializer, Immutable, Alias("counted-line")]
public sealed record CountedLine(
    [property: Id(0)] string Key,
    [property: Id(1)] DateOnly Date,
    [property: Id(2)] string Title,
    [property: Id(3)] Words About,
    [property: Id(4)] decimal Amount,
    [property: Id(5)] decimal Counts,
    [property: Id(6)] Words Why,
    [property: Id(7)] string Rule);

/// <summary>A benefit card: the headline figure, its target and the verdict behind it.</summary>
[GenerateSerializer, Immutable, Alias("standing")]
public sealed record Standing(
    [property: Id(0)] string Benefit,
    [property: Id(1)] Words Name,
    [property: Id(2)] Figure Headline,
    [property: Id(3)] Verdict Why);

/// <summary>What can be done now and when it matters.</summary>
/// <param name="Date">The next date that matters; null when none does.</param>
[GenerateSerializer, Immutable, Alias("next-steps")]
public sealed record NextSteps(
    [property: Id(0)] string Benefit,
    [property: Id(1)] DateOnly? Date,
    [property: Id(2)] Words? DateText,
    [property: Id(3)] IReadOnlyList<NextAction> Actions);

/// <summary>One action open now. <paramref name="Key"/> names it for pages and machines, e.g. <c>find-seminar</c>.</summary>
[GenerateSerializer, Immutable, Alias("next-action")]
public sealed record NextAction([property: Id(0)] string Key, [property: Id(1)] Words Text);
