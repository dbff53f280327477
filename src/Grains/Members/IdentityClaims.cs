namespace JmaActors.Members;

/// <summary>
/// Reserves what a member is about to use and frees what it no longer uses. New values are reserved before the event that uses them, old ones freed after it:
/// a crash between leaves a value reserved by somebody who does not use it, and <see cref="IMemberGrain.Disclaim"/> frees it when somebody else asks.
/// </summary>
sealed class IdentityClaims(IGrainFactory grains, MemberId member, Caller caller)
{
    /// <summary>Reserves what is new; on a refusal frees what this call reserved. Answers the reason, null when all is reserved.</summary>
    public async Task<string?> Take(Identifiers before, Identifiers after, CancellationToken ct)
    {
        var held = new List<string>(2);
        foreach (var key in after.Keys().Except(before.Keys(), StringComparer.Ordinal))
        {
            if (await Reserve(key, ct))
            {
                held.Add(key);
                continue;
            }
            foreach (var taken in held) await Free(taken, ct);
            return Identifiers.TakenReason(key);
        }
        return null;
    }

    /// <summary>Frees what is in <paramref name="before"/> and no longer in <paramref name="after"/>.</summary>
    public async Task Leave(Identifiers before, Identifiers after, CancellationToken ct)
    {
        foreach (var key in before.Keys().Except(after.Keys(), StringComparer.Ordinal)) await Free(key, ct);
    }

    async Task<bool> Reserve(string key, CancellationToken ct)
    {
        var reservation = grains.Reservation(key);
        var holder = (await reservation.Reserve(key, member, caller, ct)).Value;
        if (holder == member) return true;
        if (!await grains.GetGrain<IMemberGrain>(holder.Number).Disclaim(key, ct)) return false;
        return (await reservation.Reserve(key, member, caller, ct)).Value == member;
    }

    Task Free(string key, CancellationToken ct) => grains.Reservation(key).Release(key, member, caller, ct);
}
