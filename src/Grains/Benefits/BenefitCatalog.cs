using JmaActors.Credits;
using JmaActors.Dues;
using JmaActors.WorkHours;

namespace JmaActors.Benefits;

/// <summary>A benefit of the house: its name, its words, and the actor that answers for a person.</summary>
/// <param name="Name">Stable name, as in <see cref="Standing.Benefit"/> and in addresses.</param>
/// <param name="Of">The benefit's actor of one person.</param>
public sealed record Benefit(string Name, Words Words, Func<IGrainFactory, MemberId, IBenefitGrain> Of);

/// <summary>Every benefit there is. A new one is a folder of its own and a line here; nothing else changes.</summary>
public static class BenefitCatalog
{
    public static readonly IReadOnlyList<Benefit> All =
    [
        new(CmeVerdicts.Benefit, new Words("日医生涯教育", "JMA continuing education"), static (grains, member) => grains.GetGrain<ICreditLedgerGrain>(member.Number)),
        new(DuesCards.Benefit, new Words("会費", "Dues"), static (grains, member) => grains.GetGrain<IDuesGrain>(member.Number)),
        new(WorkVerdicts.Benefit, new Words("労働時間", "Working hours"), static (grains, member) => grains.GetGrain<IWorkHoursGrain>(member.Number)),
    ];
}
