using JmaActors.Merges;

namespace JmaActors.Members;

/// <summary>The part of a member's ledger in a merge of two records and in its undoing. Each step may be asked again and is done once.</summary>
sealed partial class MemberGrain : IMergingMemberGrain
{
    public Task<Answer<MemberView>> TakeIn(MergeStep step, CancellationToken ct) => Merging(step, MemberMerging.TakeIn, ct);

    public Task<Answer<MemberView>> LetGo(MergeStep step, CancellationToken ct) => Merging(step, MemberMerging.LetGo, ct);

    public async Task<Answer<MemberView>> GoInto(MergeStep step, CancellationToken ct)
    {
        // A change of identity under way ends first: afterwards there is none any more.
        using var turn = await Turn.Take(identity, ct);
        return await Merging(step, MemberMerging.GoInto, ct);
    }

    public async Task<Answer<MemberView>> Adopt(MergeStep step, CancellationToken ct)
    {
        if (await Other(step, ct) is not { } other || !State.Holds!.ContainsKey(step.Merge)) return await Unchanged();
        var answer = await Become(MergeChoice.Take(Mine, other.Identity, step.Fields), step.Key, step, ct);
        return answer.Accepted && step.Fields.HasFlag(MergeFields.Membership) && other.Membership != State.Membership
            ? await ChangeMembership(new ChangeMembership($"{step.Key}/membership", other.Membership, Today, step.Reason, step.Caller, TakenOver: State.Membership.Layers == MembershipLayers.None), ct)
            : answer;
    }

    public async Task<Answer<MemberView>> Restore(MergeStep step, CancellationToken ct)
    {
        if (await Other(step, ct) is not { } other || !State.Holds!.TryGetValue(step.Merge, out var before)) return await Unchanged();
        var was = new Identity(Open(before.Sealed), before.Card);
        var answer = await Become(MergeChoice.Undo(Mine, was, other.Identity, step.Fields), step.UndoKey, step, ct);
        return answer.Accepted && step.Fields.HasFlag(MergeFields.Membership) && State.Membership == other.Membership && before.Membership != State.Membership
            ? await ChangeMembership(new ChangeMembership($"{step.UndoKey}/membership", before.Membership, Today, step.Reason, step.Caller), ct)
            : answer;
    }

    public async Task<Answer<MemberView>> ComeBack(MergeStep step, CancellationToken ct)
    {
        Identifiers shown, had;
        using (await Turn.Take(identity, ct))
        {
            await Opened(ct);
            if (!State.Registered || (State.Merged is { } merged && merged.Merge != step.Merge)) return await Unchanged();
            // Also when it has come back already: what followed may have been cut short, and a number it shows be somebody else's.
            shown = new Identifiers(State.Person!.Registry, State.Card);
            had = await Again(shown, step, ct);
            await Merging(step, MemberMerging.ComeBack, ct);
        }
        // What somebody else has taken meanwhile is theirs.
        if (had == shown) return await Unchanged();
        var registry = State.Person!.Registry == shown.Registry ? had.Registry : State.Person.Registry;
        return await Become(new Identity(State.Person with { Registry = registry }, State.Card == shown.Card ? had.Card : State.Card), step.UndoKey, step, ct);
    }

    public async Task<Answer<MemberView>> Keep(MergeStep step, CancellationToken ct)
    {
        using var turn = await Turn.Take(identity, ct);
        await Opened(ct);
        if (State.Merged is not { } merged || merged.Merge != step.Merge || !(merged.GivesRegistry || merged.GivesCard)) return await Unchanged();
        var into = await GrainFactory.GetGrain<IMemberGrain>(step.Into.Number).Read(Caller.System, ct);
        var left = await Again(
            new(merged.GivesRegistry && into?.Person.Registry != State.Person!.Registry ? State.Person.Registry : null, merged.GivesCard && into?.Card != State.Card ? State.Card : null), step, ct);
        return await Commit((step.Merge, left), step.Caller, MemberMerging.Keep, (state, _) => View(state, Me), ct);
    }

    public async Task<bool> Uses(string value, CancellationToken ct)
    {
        await Opened(ct);
        return await Durable(State.Registered && State.Identifiers.Keys().Contains(value, StringComparer.Ordinal));
    }

    /// <summary>Somebody new, or changed, may be somebody who is on record already. A hint: what is lost, the sweep finds.</summary>
    Answer<MemberView> Looked(Answer<MemberView> answer)
    {
        if (answer is { Accepted: true, Repeat: false } && !BulkWork.On) GrainFactory.GetGrain<IDuplicateFinderGrain>(0).Look(Me, CancellationToken.None).Ignore();
        return answer;
    }

    /// <summary>A number somebody else has was to be this record's: the two may be one person.</summary>
    void Claimed(string reason, Identifiers wanted)
    {
        var key = wanted.Keys().FirstOrDefault(k => Identifiers.TakenReason(k) == reason);
        if (key is not null) GrainFactory.GetGrain<IDuplicateFinderGrain>(0).Claimed(Me, key, CancellationToken.None).Ignore();
    }

    Identity Mine => new(State.Person!, State.Card);

    DateOnly Today => PersonRules.Today(Now);

    async Task<Answer<MemberView>> Merging(MergeStep step, Func<MemberState, MergeStep, Ledgers.Deciding, Ledgers.Decision<MemberEvent>> decide, CancellationToken ct)
    {
        await Opened(ct);
        return await Commit(step, step.Caller, decide, (state, _) => View(state, Me), ct);
    }

    async Task<Answer<MemberView>> Unchanged() => await Durable(new Answer<MemberView>(State.Registered ? View(State, Me) : null, null, Version, true));

    /// <summary>The other record's own attributes, when this one holds it.</summary>
    async Task<(Identity Identity, Membership Membership)?> Other(MergeStep step, CancellationToken ct)
    {
        await Opened(ct);
        if (!State.Registered || State.Holds is null) return null;
        return await GrainFactory.GetGrain<IMemberGrain>(step.From.Number).Read(Caller.System, ct) is { } view ? (new Identity(view.Person, view.Card), view.Membership) : null;
    }

    /// <summary>Changes to an identity; a number that somebody else has stays as it is, for the rest must not wait for it.</summary>
    async Task<Answer<MemberView>> Become(Identity wanted, string key, MergeStep step, CancellationToken ct)
    {
        foreach (var next in (Identity[])[wanted, wanted with { Card = State.Card }, new(wanted.Person with { Registry = State.Person!.Registry }, wanted.Card),
            new(wanted.Person with { Registry = State.Person!.Registry }, State.Card)])
        {
            if (next == Mine) return await Unchanged();
            var answer = await ChangeProfile(new ChangeProfile(key, next.Person, next.Card, Today, step.Reason, step.Caller), ct);
            if (answer.Refusal?.Reason is not ("registry-taken" or "card-taken")) return answer;
            await Gone(new Identifiers(next.Person.Registry, next.Card).Keys().First(k => Identifiers.TakenReason(k) == answer.Refusal.Reason), step, ct);
        }
        return await Unchanged();
    }

    /// <summary>Reserves what was given up; a number that cannot be had any more is left out.</summary>
    async Task<Identifiers> Again(Identifiers wanted, MergeStep step, CancellationToken ct)
    {
        var (registry, card) = (wanted.Registry, wanted.Card);
        if (!await Had(new(registry, null), step, ct)) registry = null;
        if (!await Had(new(null, card), step, ct)) card = null;
        return new Identifiers(registry, card);
    }

    async Task<bool> Had(Identifiers one, MergeStep step, CancellationToken ct)
    {
        if (await Claims(step.Caller).Take(default, one, ct) is null) return true;
        await Gone(one.Keys().Single(), step, ct);
        return false;
    }

    /// <summary>
    /// Makes sure that somebody has a number that could not be had. The other record of the merge may hold one it no longer uses and be too busy to free it: then the
    /// step is to be done again.
    /// </summary>
    async Task Gone(string key, MergeStep step, CancellationToken ct)
    {
        var other = step.Into == Me ? step.From : step.Into;
        var holder = await GrainFactory.Reservation(key).Holder(key, ct);
        if (holder is null || (holder == other && !await GrainFactory.GetGrain<IMergingMemberGrain>(other.Number).Uses(key, ct)))
        {
            throw new TryAgainException("moved", "The other record of the merge is still letting go of a number; the step is done again.");
        }
    }
}
