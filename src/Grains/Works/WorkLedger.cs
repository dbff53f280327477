using System.Text.Json.Serialization.Metadata;
using JmaActors.Journal;
using JmaActors.Ledgers;

namespace JmaActors.Works;

/// <summary>The kind <c>work</c>: one ledger per long work.</summary>
public sealed class WorkLedger : LedgerDefinition<WorkState, WorkEvent>
{
    public override string Kind => "work";

    public override bool NumberKey => false;

    public override EventCatalog<WorkEvent> Events { get; } = new EventCatalog<WorkEvent>()
        .Add("work-started", 1, WorkJson.Default.WorkStarted)
        .Add("work-gathered", 1, WorkJson.Default.WorkGathered)
        .Add("work-acted", 1, WorkJson.Default.WorkActed)
        .Add("work-ended", 1, WorkJson.Default.WorkEnded)
        .Add("work-expired", 1, WorkJson.Default.WorkExpired);

    public override JsonTypeInfo<WorkState> SnapshotJson => WorkJson.Default.WorkState;

    public override IReadOnlyList<ViewTable> Views => WorkViews.All;

    public override void Evolve(WorkState state, WorkEvent e, in EventMeta meta)
    {
        state.Version = meta.Version;
        switch (e)
        {
            case WorkStarted started:
                (state.Started, state.Began, state.Stage) = (started, meta.Recorded, WorkStage.Gathering);
                break;
            case WorkGathered gathered:
                state.Chunks.Add(gathered.Rows);
                state.Found += gathered.Rows;
                state.LostRows += gathered.LostRows;
                state.Lost.AddRange(gathered.Lost);
                if (gathered.Last) (state.Stage, state.Ended) = state.Started!.Kind == WorkKind.Export ? (WorkStage.Done, (DateTimeOffset?)meta.Recorded) : (WorkStage.Acting, null);
                break;
            case WorkActed acted:
                Act(state, acted);
                break;
            case WorkEnded ended:
                (state.Stage, state.Ended) = (ended.Stage, meta.Recorded);
                break;
            case WorkExpired:
                state.Stage = WorkStage.Expired;
                break;
        }
    }

    public override void Touch(string key, WorkState state, List<Touch> touches)
    {
        if (state.Started?.By.Scope is { } scope && AssociationId.TryParse(scope, out var office)) touches.Add(new Touch(TouchKind.Office, office.Code));
    }

    static void Act(WorkState state, WorkActed acted)
    {
        state.Changed += acted.Changed;
        state.Unchanged += acted.Unchanged;
        state.Failed += acted.Failed;
        state.Failures.AddRange(acted.Failures);
        (state.Chunk, state.Offset) = state.Offset + acted.People < state.Chunks[acted.Chunk] ? (acted.Chunk, state.Offset + acted.People) : (acted.Chunk + 1, 0);
    }

    public override void Project(string key, WorkState state, WorkEvent e, in EventMeta meta, ViewSink views)
    {
        var by = state.Started!.By;
        views.Put(WorkViews.Works, new ViewKey(0, key), new WorkRow(
            key, (int)state.Started.Kind, (int)state.Stage, by.Subject, (int)by.Role, by.Scope, state.Found, state.Changed + state.Unchanged + state.Failed, state.Began, state.Started.Expires, meta.Version));
        switch (e)
        {
            case WorkStarted { Request: { } request }:
                views.Put(WorkViews.Chunks, new ViewKey(WorkViews.Request, key), new WorkChunkRow(key, WorkViews.Request, request, null));
                break;
            case WorkGathered { Gathered: { } chunk } gathered:
                views.Put(WorkViews.Chunks, new ViewKey(gathered.Chunk, key), new WorkChunkRow(key, gathered.Chunk, chunk.Body, chunk.Next));
                break;
            // What ends so has no file to be fetched: stopped, or done to people.
            case WorkEnded or WorkExpired:
                for (var n = WorkViews.Request; n < state.Chunks.Count; n++) views.Remove(WorkViews.Chunks, new ViewKey(n, key), new WorkChunkRow(key, n, [], null));
                break;
        }
    }
}
