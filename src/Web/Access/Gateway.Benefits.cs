using JmaActors.Audit;
using JmaActors.Benefits;

namespace JmaActors.Web.Access;

/// <summary>The three answers of one benefit about one person on one date.</summary>
/// <param name="Benefit">Its stable name.</param>
public sealed record BenefitCard(string Benefit, Verdict MayI, Standing Standing, NextSteps Next);

public sealed partial class Gateway
{
    /// <summary>The three questions to every registered benefit the caller may see of this person, side by side; null when there is no such person for this caller.</summary>
    public async Task<IReadOnlyList<BenefitCard>?> Benefits(MemberId id, DateOnly on, Caller caller, CancellationToken ct)
    {
        if (!await Opens(id, AuditParts.Benefits, caller, ct).ConfigureAwait(false)) return null;
        var person = await Lead(id, ct).ConfigureAwait(false);
        if (MaySeeHours(id, caller)) await Look(id, AuditParts.Hours, caller, ct).ConfigureAwait(false);
        return await Task.WhenAll(benefits.All.Where(b => Open(b, id, caller)).Select(b => Card(b.Name, b.Of(actors, person), on, caller, ct))).ConfigureAwait(false);
    }

    /// <summary>What the membership of a date opens to a person; null when there is no such person for this caller.</summary>
    public async Task<IReadOnlyList<Entitlement>?> Entitlements(MemberId id, DateOnly on, Caller caller, CancellationToken ct)
    {
        if (!await Opens(id, AuditParts.Benefits, caller, ct).ConfigureAwait(false)) return null;
        return await Ask(Member(await Lead(id, ct).ConfigureAwait(false)), on, static (g, d, t) => g.Entitlements(d, t), ct).ConfigureAwait(false);
    }

    /// <summary>What a person's offices see of her is not all she has: some benefits are hers alone.</summary>
    static bool Open(RegisteredBenefit benefit, MemberId id, Caller caller) => benefit.Needs is null || Scopes.Allows(caller, benefit.Needs(id));

    async Task<BenefitCard> Card(string name, IBenefitGrain benefit, DateOnly on, Caller caller, CancellationToken ct)
    {
        var mayI = Ask(benefit, (on, caller), static (g, w, t) => g.MayI(w.on, w.caller, t), ct);
        var standing = Ask(benefit, (on, caller), static (g, w, t) => g.WhereDoIStand(w.on, w.caller, t), ct);
        var next = Ask(benefit, (on, caller), static (g, w, t) => g.WhatNext(w.on, w.caller, t), ct);
        await Task.WhenAll(mayI, standing, next).ConfigureAwait(false);
        return new BenefitCard(name, await mayI.ConfigureAwait(false), await standing.ConfigureAwait(false), await next.ConfigureAwait(false));
    }
}
