using JmaActors.Members;

namespace JmaActors.Rosters;

/// <summary>A row on its way.</summary>
/// <param name="Key">What it is known by, see <see cref="RosterRules.NaturalKey"/>.</param>
/// <param name="Member">Who it is about by the views, or a number never given before.</param>
/// <param name="Fresh">True when nobody is known by the views under the key.</param>
readonly record struct RowItem(string Key, RosterRow Row, MemberId Member, bool Fresh)
{
    /// <summary>Known by the sender's own key, of which the views know nothing.</summary>
    public bool BySource => Key.StartsWith(RosterRules.RowPrefix, StringComparison.Ordinal);
}

/// <summary>Does what is to be done with a row.</summary>
interface IRowWork
{
    Task<RowResult> Bring(RowItem item, CancellationToken ct);
}

/// <summary>Brings one row to the member it is about: registers, or changes what differs. An empty cell says nothing and changes nothing.</summary>
sealed class RowWork(IGrainFactory grains, string import, ImportStarted started, Caller by, DateOnly today) : IRowWork
{
    public Task<RowResult> Bring(RowItem item, CancellationToken ct) => Patiently.Do(() => Once(item, ct), ct);

    async Task<RowResult> Once(RowItem item, CancellationToken ct)
    {
        var (key, row, member, fresh) = item;
        if (fresh && (item.BySource || started.Mode == ImportMode.UpdateOnly))
        {
            // Whoever has a number is known to the views; whom the sender's own key means, only its holder knows.
            var holder = item.BySource ? await grains.Reservation(key).Holder(key, ct) : null;
            if (holder is null && Unwanted(row) is { } unwanted) return unwanted;
            member = holder ?? (await grains.Reservation(key).Reserve(key, member, by, ct)).Value;
        }
        else if (fresh && !RowReach.Registers(by, row.Membership)) return RowResult.OutOfReach;
        if (started.Mode == ImportMode.UpdateOnly)
        {
            var view = await grains.GetGrain<IMemberGrain>(member.Number).Read(by, ct);
            return view is null ? Unwanted(row)!.Value : await Change(row, view, ct);
        }
        var registration = RosterRules.Registration(row, started, by, today);
        var answer = await grains.GetGrain<IMemberGrain>(member.Number).Register(registration, ct);
        if (answer.Refusal is { } refusal)
        {
            // Somebody has the number the row is known by: then it is about them.
            if (refusal.Reason != Identifiers.TakenReason(key) || await grains.Reservation(key).Holder(key, ct) is not { } holder) return RowResult.Failed(refusal);
            member = holder;
            answer = await grains.GetGrain<IMemberGrain>(member.Number).Register(registration, ct);
            if (answer.Refusal is not null) return RowResult.Failed(answer.Refusal);
        }
        // A fresh number that is registered already was registered by this very row, whose first answer did not come.
        return answer.Repeat && !(fresh && member == item.Member) ? await Change(row, answer.Value!, ct) : new RowResult(RowOutcome.Created);
    }

    /// <summary>What becomes of a row about nobody on record that would not be registered; null when it would.</summary>
    RowResult? Unwanted(RosterRow row) => !RowReach.Registers(by, row.Membership) ? RowResult.OutOfReach : started.Mode == ImportMode.UpdateOnly ? RowResult.Skipped : null;

    async Task<RowResult> Change(RosterRow row, MemberView now, CancellationToken ct)
    {
        var plan = RowPlan.Of(row, now);
        if (!RowReach.Changes(by, now.Membership, plan.Membership)) return RowResult.OutOfReach;
        if (started.Mode == ImportMode.CreateOnly) return RowResult.Skipped;
        var member = grains.GetGrain<IMemberGrain>(now.Id.Number);
        var outcome = RowOutcome.Unchanged;
        if (plan.ChangesProfile)
        {
            var key = RosterRules.ChangeKey(import, "profile", RosterRules.Content(plan.Person, plan.Card));
            var answer = await member.ChangeProfile(new ChangeProfile(key, plan.Person, plan.Card, today, started.FileName, by), ct);
            if (answer.Refusal is not null) return RowResult.Failed(answer.Refusal);
            if (!answer.Repeat) outcome = RowOutcome.Updated;
        }
        if (plan.ChangesMembership)
        {
            var key = RosterRules.ChangeKey(import, "membership", RosterRules.Content(plan.Membership));
            var answer = await member.ChangeMembership(new ChangeMembership(key, plan.Membership, today, started.FileName, by, TakenOver: now.Membership.Layers == MembershipLayers.None), ct);
            if (answer.Refusal is not null) return RowResult.Failed(answer.Refusal);
            if (!answer.Repeat) outcome = RowOutcome.Updated;
        }
        return new RowResult(outcome);
    }
}
