using JmaActors.Benefits;
using JmaActors.Credits;
using JmaActors.Dues;
using JmaActors.WorkHours;

namespace JmaActors.Web.Access;

/// <summary>One registered benefit.</summary>
/// <param name="Name">Stable name, e.g. <c>credits</c>.</param>
/// <param name="Of">The actor that answers the three questions for a person.</param>
/// <param name="Needs">What one must be allowed beyond seeing the person; null for nothing.</param>
public sealed record RegisteredBenefit(string Name, Func<IActors, MemberId, IBenefitGrain> Of, Func<MemberId, Target>? Needs = null);

/// <summary>Every benefit this house knows, in the order people see them. Adding a benefit is adding a line.</summary>
public sealed class BenefitRegistry
{
    public IReadOnlyList<RegisteredBenefit> All { get; init; } =
    [
        new("credits", static (actors, id) => actors.Grain<ICreditLedgerGrain>(id.Number)),
        new("dues", static (actors, id) => actors.Grain<IDuesGrain>(id.Number)),
        new("work-hours", static (actors, id) => actors.Grain<IWorkHoursGrain>(id.Number), static id => new Target.SeeHours(id, [])),
    ];
}
