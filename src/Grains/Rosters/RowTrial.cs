using JmaActors.Members;

namespace JmaActors.Rosters;

/// <summary>Finds what <see cref="RowWork"/> would do with a row as things stand, and does nothing: nobody is registered, nothing reserved, no number given.</summary>
sealed class RowTrial(IGrainFactory grains, ImportStarted started, Caller by, DateTimeOffset now) : IRowWork
{
    readonly DateOnly today = PersonRules.Today(now);

    public Task<RowResult> Bring(RowItem item, CancellationToken ct) => Patiently.Do(() => Once(item, ct), ct);

    async Task<RowResult> Once(RowItem item, CancellationToken ct)
    {
        var about = item.Fresh ? await grains.Reservation(item.Key).Holder(item.Key, ct) : item.Member;
        // A number that is reserved and whose holder was never registered is left over from something that was cut short, and is given anew.
        var view = about is { } known ? await Read(known, ct) : null;
        return view is null ? await Register(item.Row, ct) : await Change(item.Row, view, ct);
    }

    async Task<RowResult> Register(RosterRow row, CancellationToken ct)
    {
        if (!RowReach.Registers(by, row.Membership)) return RowResult.OutOfReach;
        if (started.Mode == ImportMode.UpdateOnly) return RowResult.Skipped;
        return await Taken(default, new(row.Person.Registry, row.Card), null, ct) is { } taken ? RowResult.Failed(taken) : new RowResult(RowOutcome.Created);
    }

    async Task<RowResult> Change(RosterRow row, MemberView view, CancellationToken ct)
    {
        var plan = RowPlan.Of(row, view);
        if (!RowReach.Changes(by, view.Membership, plan.Membership)) return RowResult.OutOfReach;
        if (started.Mode == ImportMode.CreateOnly) return RowResult.Skipped;
        if (plan.ChangesNothing) return new RowResult(RowOutcome.Unchanged);
        if (view.MergedInto is not null) return RowResult.Failed("already-merged");
        if (plan.ChangesProfile)
        {
            var change = new ChangeProfile("trial", plan.Person, plan.Card, today, started.FileName, by);
            if (MemberDecider.Fault(change, plan.Person, now) is { } fault) return RowResult.Failed(fault);
            if (await Taken(new(view.Person.Registry, view.Card), new(plan.Person.Registry, plan.Card), view.Id, ct) is { } taken) return RowResult.Failed(taken);
        }
        return plan.ChangesMembership && MembershipRules.Fault(plan.Membership) is { } wrong ? RowResult.Failed(wrong) : new RowResult(RowOutcome.Updated);
    }

    /// <summary>Why identifiers cannot be had, as <see cref="IdentityClaims"/> would find; null when they can.</summary>
    async Task<string?> Taken(Identifiers before, Identifiers after, MemberId? member, CancellationToken ct)
    {
        foreach (var key in after.Keys().Except(before.Keys(), StringComparer.Ordinal))
        {
            if (await grains.Reservation(key).Holder(key, ct) is not { } holder || holder == member) continue;
            // Whoever reserved it and does not use it would give it up.
            if (await Read(holder, ct) is { } held && new Identifiers(held.Person.Registry, held.Card).Keys().Contains(key, StringComparer.Ordinal)) return Identifiers.TakenReason(key);
        }
        return null;
    }

    Task<MemberView?> Read(MemberId id, CancellationToken ct) => grains.GetGrain<IMemberGrain>(id.Number).Read(by, ct);
}
