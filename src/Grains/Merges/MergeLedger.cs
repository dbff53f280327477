using System.Text.Json.Serialization.Metadata;
using JmaActors.Journal;
using JmaActors.Ledgers;

namespace JmaActors.Merges;

/// <summary>The kind <c>merge</c>: two records that may be one person's, keyed by <see cref="MergePair.Key"/>.</summary>
public sealed class MergeLedger : LedgerDefinition<MergeState, MergeEvent>
{
    /// <summary>Name of the kind.</summary>
    public const string Name = "merge";

    public override string Kind => Name;

    public override bool NumberKey => false;

    public override EventCatalog<MergeEvent> Events { get; } = new EventCatalog<MergeEvent>()
        .Add("pair-proposed", 1, MergeJson.Default.PairProposed)
        .Add("pair-dismissed", 1, MergeJson.Default.PairDismissed)
        .Add("merge-decided", 1, MergeJson.Default.MergeDecided)
        .Add("merge-stepped", 1, MergeJson.Default.MergeStepped)
        .Add("merge-failed", 1, MergeJson.Default.MergeFailed)
        .Add("merge-undo-decided", 1, MergeJson.Default.MergeUndoDecided);

    public override JsonTypeInfo<MergeState> SnapshotJson => MergeJson.Default.MergeState;

    public override IReadOnlyList<ViewTable> Views => MergeViews.All;

    public override void Evolve(MergeState state, MergeEvent e, in EventMeta meta)
    {
        state.Version = meta.Version;
        switch (e)
        {
            case PairProposed proposed:
                if (state.Status is not MergeStatus.Proposed) state.Found = meta.Recorded;
                (state.Status, state.Reasons) = (MergeStatus.Proposed, state.Reasons | proposed.Reasons);
                break;
            case PairDismissed dismissed:
                Decided(state, MergeStatus.Dismissed, dismissed.Reason, meta);
                break;
            case MergeDecided decided:
                Decided(state, MergeStatus.Merging, decided.Reason, meta);
                (state.Into, state.Fields, state.Fault) = (decided.Into, decided.Fields, null);
                state.Round++;
                break;
            case MergeUndoDecided undo:
                Decided(state, MergeStatus.Undoing, undo.Reason, meta);
                break;
            case MergeStepped stepped:
                state.Step = stepped.Step;
                if (state.Status == MergeStatus.Merging && stepped.Step == MergeDecider.MergeSteps) state.Status = MergeStatus.Merged;
                if (state.Status == MergeStatus.Undoing && stepped.Step == MergeDecider.UndoSteps) state.Status = MergeStatus.Undone;
                break;
            case MergeFailed failed:
                (state.Status, state.Fault, state.Step) = (MergeStatus.Proposed, failed.Fault, 0);
                break;
        }
    }

    public override void Project(string key, MergeState state, MergeEvent e, in EventMeta meta, ViewSink views)
    {
        if (state.Status is not { } status || !MergePair.TryParse(key, out var pair)) return;
        views.Put(MergeViews.Pairs, new ViewKey(0, key), new PairRow(
            key, pair.Low.Number, pair.High.Number, (int)status, (int)state.Reasons, state.Into, state.Found, state.At ?? state.Found, meta.Version));
    }

    public override void Touch(string key, MergeState state, List<Touch> touches)
    {
        if (!MergePair.TryParse(key, out var pair)) return;
        touches.Add(new Touch(TouchKind.OfficesOf, "", pair.Low.Number));
        touches.Add(new Touch(TouchKind.OfficesOf, "", pair.High.Number));
    }

    static void Decided(MergeState state, MergeStatus status, string reason, in EventMeta meta) =>
        (state.Status, state.Reason, state.By, state.At, state.Step) = (status, reason, meta.Caller, meta.Recorded, 0);
}
