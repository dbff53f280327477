using JmaActors.Benefits;
using JmaActors.Credits;

namespace JmaActors.Web.Access;

/// <summary>One registered benefit.</summary>
/// <param name="Name">Stable name, e.g. <c>credits</c>.</param>
/// <param name="Of">The actor that answers the three questions for a person.</param>
public sealed record RegisteredBenefit(string Name, Func<IActors, MemberId, IBenefitGrain> Of);

/// <summary>Every benefit this house knows, in the order people see them. Adding a benefit is adding a line.</summary>
public sealed class BenefitRegistry
{
    public IReadOnlyList<RegisteredBenefit> All { get; init; } =
    [
        new("credits", static (actors, id) => actors.Grain<ICreditLedgerGrain>(id.Number)),
    ];
}
