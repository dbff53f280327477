using JmaActors.Policies;

namespace JmaActors.Credits;

/// <summary>One subject (科目) of a scheme beside CME, as a policy row names it.</summary>
/// <param name="Number">Its number within the scheme.</param>
/// <param name="Part">The part it counts in, e.g. <c>basic-front</c>, <c>lifelong-renewal</c>, <c>applied</c>, <c>a</c>.</param>
public sealed record SchemeSubject(CreditScheme Scheme, short Number, string Part, RuleRef Rule)
{
    public Words Title => Rule.Text;

    /// <summary>Curriculum codes one of which a talk under this subject has, if it has a code at all; empty when any will do.</summary>
    public IReadOnlyList<CurriculumCode> Codes { get; init; } = [];

    /// <summary>What one program may give at most under it; null when nothing is limited.</summary>
    public SchemeLimit? Limit { get; init; }
}

/// <summary>A limit on what a program gives under some subjects of a scheme (rows <c>scheme.limit.name</c>), e.g. a guided visit: 10 people, 3 units.</summary>
/// <param name="UnitsMost">Units one program gives at most under one subject; null without limit.</param>
/// <param name="PeopleMost">People who may take part; null without limit.</param>
public sealed record SchemeLimit(RuleRef Rule, Units? UnitsMost, int? PeopleMost)
{
    /// <exception cref="FormatException">A figure is no number of units or people.</exception>
    public static SchemeLimit Of(PolicyRow row) => new(
        row.Rule,
        row.Figures.TryGetValue("units-most", out var units) ? Units.Of(units) : null,
        row.Figures.TryGetValue("people-most", out var people) ? (int)people : null);
}
