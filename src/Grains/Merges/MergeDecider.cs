using JmaActors.Ledgers;
using Decision = JmaActors.Ledgers.Decision<JmaActors.Merges.MergeEvent>;

namespace JmaActors.Merges;

/// <summary>A command to the ledger of a pair.</summary>
public readonly record struct ToPair<T>(MergePair Pair, T Command);

/// <summary>What becomes of a pair. Pure.</summary>
public static class MergeDecider
{
    /// <summary>Steps of a merge, in order: <see cref="MergeWork"/> does them.</summary>
    public const int MergeSteps = 4;

    /// <summary>Steps of its undoing.</summary>
    public const int UndoSteps = 5;

    public static int Steps(MergeStatus status) => status switch
    {
        MergeStatus.Merging or MergeStatus.Merged => MergeSteps,
        MergeStatus.Undoing or MergeStatus.Undone => UndoSteps,
        _ => 0,
    };

    /// <summary>A reason that is known changes nothing, also for a pair found to be two people.</summary>
    public static Decision Propose(MergeState state, ToPair<MergeReasons> to, Deciding deciding)
    {
        if (!IsPair(to.Pair)) return Decision.Refuse("bad-pair", "", "A pair is two different people.");
        var news = to.Command & ~state.Reasons;
        return news == MergeReasons.None || state.Status is MergeStatus.Merging or MergeStatus.Merged or MergeStatus.Undoing
            ? Decision.Again()
            : Decision.Event(new PairProposed(news));
    }

    public static Decision Dismiss(MergeState state, ToPair<DismissPair> to, Deciding deciding)
    {
        if (state.Status is MergeStatus.Dismissed) return Decision.Again();
        if (state.Status is not (MergeStatus.Proposed or MergeStatus.Undone)) return Decision.Refuse("not-proposed");
        return Fault(to.Command.Reason) is { } fault ? Decision.Refuse(fault) : Decision.Event(new PairDismissed(to.Command.Reason));
    }

    public static Decision Decide(MergeState state, ToPair<DecideMerge> to, Deciding deciding)
    {
        var command = to.Command;
        if (!IsPair(to.Pair) || !to.Pair.Has(command.Into)) return Decision.Refuse("not-of-pair", "", "The record that stays is one of the two.");
        if (state.Status is MergeStatus.Merging or MergeStatus.Merged) return state.Into == command.Into.Number ? Decision.Again() : Decision.Refuse("already-merged");
        if (state.Status is MergeStatus.Undoing) return Decision.Refuse("under-way");
        if ((command.Fields & ~MergeFields.All) != 0) return Decision.Refuse("bad-fields");
        if (Fault(command.Reason) is { } fault) return Decision.Refuse(fault);
        var decided = new MergeDecided(command.Into.Number, command.Fields, command.Reason);
        return state.Status is null ? Decision.Events([new PairProposed(MergeReasons.Office), decided]) : Decision.Event(decided);
    }

    public static Decision Undo(MergeState state, ToPair<UndoMerge> to, Deciding deciding) => state.Status switch
    {
        MergeStatus.Undoing or MergeStatus.Undone => Decision.Again(),
        MergeStatus.Merging => Decision.Refuse("under-way"),
        MergeStatus.Merged => Fault(to.Command.Reason) is { } fault ? Decision.Refuse(fault) : Decision.Event(new MergeUndoDecided(to.Command.Reason)),
        _ => Decision.Refuse("not-merged"),
    };

    /// <summary>A step was done. One done already is not done again.</summary>
    public static Decision Stepped(MergeState state, (int Round, MergeStatus Work, int Step) done, Deciding deciding) =>
        (state.Round, state.Status, state.Step + 1) == (done.Round, (MergeStatus?)done.Work, done.Step) ? Decision.Event(new MergeStepped(done.Step)) : Decision.Again();

    public static Decision Failed(MergeState state, (int Round, string Fault) failed, Deciding deciding) =>
        (state.Round, state.Status) == (failed.Round, MergeStatus.Merging) ? Decision.Event(new MergeFailed(failed.Fault)) : Decision.Again();

    static bool IsPair(MergePair pair) => pair.Low.IsValid && pair.High.IsValid && pair.Low != pair.High;

    static Refusal? Fault(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal("no-reason")
        : reason.Length > MergeLimits.ReasonLength ? new Refusal("reason-too-long", "", $"A reason has at most {MergeLimits.ReasonLength} characters.")
        : null;
}
