using JmaActors.Audit;
using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Merges;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>The inbox of records that may be one person's; it is narrowed to the caller's scope.</summary>
    public async Task<MergeInbox> Duplicates(MergeStatus status, string? after, int size, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeeDuplicates(), "see records alike");
        var inbox = await Ask(actors.Grain<IMergeInboxGrain>(0), (status, after, size, caller), static (g, w, t) => g.Pairs(w.status, w.after, w.size, w.caller, t), ct).ConfigureAwait(false);
        await Listed(ListKinds.Members, inbox.Pairs.SelectMany(p => new[] { p.Pair.Low, p.Pair.High }).Distinct(), caller, ct).ConfigureAwait(false);
        return inbox;
    }

    /// <summary>A pair and what was decided about it; null when nobody proposed it, or not for this caller.</summary>
    public async Task<MergeView?> ReadPair(MergePair pair, Caller caller, CancellationToken ct)
    {
        var view = await PairAsIs(pair, ct).ConfigureAwait(false);
        return await SeesPair(pair, view, caller, ct).ConfigureAwait(false) ? view : null;
    }

    /// <summary>What a merge would come to; null when one of the two is not there for this caller.</summary>
    public async Task<MergePreview?> PreviewMerge(MergePair pair, MemberId into, Caller caller, CancellationToken ct)
    {
        if (!pair.Has(into)) throw new InvalidInputException("into", "The record that stays is one of the two.");
        if (!await SeesPair(pair, await PairAsIs(pair, ct).ConfigureAwait(false), caller, ct).ConfigureAwait(false)) return null;
        await Look(pair.Low, AuditParts.Identity | AuditParts.Credits, caller, ct).ConfigureAwait(false);
        await Look(pair.High, AuditParts.Identity | AuditParts.Credits, caller, ct).ConfigureAwait(false);
        return await Ask(Pair(pair), (into, caller), static (g, w, t) => g.Preview(w.into, w.caller, t), ct).ConfigureAwait(false);
    }

    /// <summary>Every event of a pair; null when it is not there for this caller.</summary>
    public async Task<IReadOnlyList<HistoryLine>?> PairHistory(MergePair pair, long after, Caller caller, CancellationToken ct)
    {
        if (await ReadPair(pair, caller, ct).ConfigureAwait(false) is null) return null;
        return await Ask(Pair(pair), (after, caller), static (g, w, t) => g.History(w.after, w.caller, t), ct).ConfigureAwait(false);
    }

    /// <summary>"Not the same person"; null when the pair is not there for this caller.</summary>
    public Task<Answer<MergeView>?> DismissPair(MergePair pair, DismissPair command, CancellationToken ct) =>
        OnPair(pair, command.Caller, "dismiss a pair", command, static (g, c, t) => g.Dismiss(c, t), ct);

    /// <summary>Merges one record into the other; null when one of the two is not there for this caller.</summary>
    public Task<Answer<MergeView>?> DecideMerge(MergePair pair, DecideMerge command, CancellationToken ct) =>
        OnPair(pair, command.Caller, "merge records", command, static (g, c, t) => g.Decide(c, t), ct);

    /// <summary>Undoes a merge; null when the pair is not there for this caller.</summary>
    public Task<Answer<MergeView>?> UndoMerge(MergePair pair, UndoMerge command, CancellationToken ct) =>
        OnPair(pair, command.Caller, "undo a merge", command, static (g, c, t) => g.Undo(c, t), ct);

    /// <summary>True when the caller may decide about the pair as it stands; pages offer what would be done.</summary>
    public async Task<bool> MayDecidePair(MergePair pair, Caller caller, CancellationToken ct) =>
        await Memberships(pair, await PairAsIs(pair, ct).ConfigureAwait(false), ct).ConfigureAwait(false) is var (one, other, proposed)
        && Scopes.Allows(caller, new Target.DecidePair(pair, one, other, proposed));

    IMergeGrain Pair(MergePair pair) => actors.Grain<IMergeGrain>(pair.Key);

    Task<MergeView?> PairAsIs(MergePair pair, CancellationToken ct) => Ask(Pair(pair), Caller.System, static (g, c, t) => g.Read(c, t), ct);

    async Task<Answer<MergeView>?> OnPair<TCommand>(
        MergePair pair, Caller caller, string what, TCommand command, Func<IMergeGrain, TCommand, CancellationToken, Task<Answer<MergeView>>> question, CancellationToken ct)
    {
        var view = await PairAsIs(pair, ct).ConfigureAwait(false);
        if (!await SeesPair(pair, view, caller, ct).ConfigureAwait(false) || await Memberships(pair, view, ct).ConfigureAwait(false) is not var (one, other, proposed)) return null;
        Require(caller, new Target.DecidePair(pair, one, other, proposed), what);
        return await Ask(Pair(pair), command, question, WebLimits.Attempt, ct).ConfigureAwait(false);
    }

    /// <summary>True when the pair is there for the caller. Asking for one out of sight is recorded.</summary>
    async Task<bool> SeesPair(MergePair pair, MergeView? view, Caller caller, CancellationToken ct)
    {
        if (await Memberships(pair, view, ct).ConfigureAwait(false) is not var (one, other, proposed)) return false;
        var target = new Target.SeePair(pair, one, other, proposed);
        if (Scopes.Allows(caller, target)) return true;
        await Refuse(caller, target).ConfigureAwait(false);
        return false;
    }

    /// <summary>By whose memberships a right on the pair is judged: both, or the one of the record that is left once they are merged. Null when one is nobody's.</summary>
    async Task<(Membership One, Membership? Other, bool Proposed)?> Memberships(MergePair pair, MergeView? view, CancellationToken ct)
    {
        if (await MembershipOf(pair.Low, ct).ConfigureAwait(false) is not { } low || await MembershipOf(pair.High, ct).ConfigureAwait(false) is not { } high) return null;
        return view is { Status: MergeStatus.Merging or MergeStatus.Merged or MergeStatus.Undoing, Into: { } into } ? (into == pair.Low ? low : high, null, true) : (low, high, view is not null);
    }
}
