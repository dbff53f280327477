using JmaActors.Audit;
using JmaActors.Benefits;

namespace JmaActors.Web.Access;

/// <summary>The three answers of one benefit about one person on one date.</summary>
/// <param name="Benefit">Its stable name.</param>
public sealed record BenefitCard(string Benefit, Verdict MayI, Standing Standing, NextSteps Next);

public sealed partial class Gateway
{
    /// <summary>The three questions to every registered benefit, side by side; null when there is no such person for this caller.</summary>
    public async Task<IReadOnlyList<BenefitCard>?> Benefits(MemberId id, DateOnly on, Caller caller, CancellationToken ct)
    {
        if (!await Opens(id, AuditParts.Benefits, caller, ct).ConfigureAwait(false)) return null;
        var person = await Lead(id, ct).ConfigureAwait(false);
        return await Task.WhenAll(benefits.All.Select(b => Card(b.Name, b.Of(actors, person), on, caller, ct))).ConfigureAwait(false);
    }

    async Task<BenefitCard> Card(string name, IBenefitGrain benefit, DateOnly on, Caller caller, CancellationToken ct)
    {
        var mayI = Ask(benefit, (on, caller), static (g, w, t) => g.MayI(w.on, w.caller, t), ct);
        var standing = Ask(benefit, (on, caller), static (g, w, t) => g.WhereDoIStand(w.on, w.caller, t), ct);
        var next = Ask(benefit, (on, caller), static (g, w, t) => g.WhatNext(w.on, w.caller, t), ct);
        await Task.WhenAll(mayI, standing, next).ConfigureAwait(false);
        return new BenefitCard(name, await mayI.ConfigureAwait(false), await standing.ConfigureAwait(false), await next.ConfigureAwait(false));
    }
}
