using JmaActors.Journal;
using C = JmaActors.Journal.Columns<JmaActors.Works.WorkChunkRow>;
using W = JmaActors.Journal.Columns<JmaActors.Works.WorkRow>;

namespace JmaActors.Works;

/// <summary>Long work as lists see it: one row of <c>work</c>.</summary>
public sealed record WorkRow(
    string WorkId, int Kind, int Stage, string Subject, int Role, string Scope, int Found, int Done, DateTimeOffset StartedAt, DateTimeOffset ExpiresAt, long Version);

/// <summary>What was gathered: one row of <c>work_chunk</c>. Holds personal attributes, and goes when the work expires.</summary>
/// <param name="N">From 0; <see cref="WorkViews.Request"/> is what was asked for.</param>
/// <param name="Next">Cursor of the chunk after; null after the last.</param>
public sealed record WorkChunkRow(string WorkId, int N, byte[] Body, string? Next);

/// <summary>View tables written by long work.</summary>
public static class WorkViews
{
    /// <summary>Number of the row that keeps what was asked for.</summary>
    public const int Request = -1;

    /// <summary>Keys: <c>new ViewKey(0, id)</c>.</summary>
    public static readonly ViewTable<WorkRow> Works = new(
        "work",
        1,
        [
            W.Text("work_id", r => r.WorkId),
            W.Int("kind", r => r.Kind),
            W.Int("stage", r => r.Stage),
            W.Text("subject", r => r.Subject),
            W.Int("role", r => r.Role),
            W.Text("scope", r => r.Scope),
            W.Int("found", r => r.Found),
            W.Int("done", r => r.Done),
            W.Instant("started_at", r => r.StartedAt),
            W.Instant("expires_at", r => r.ExpiresAt),
            W.Big("version", r => r.Version),
        ],
        new ViewIndex("work_by_owner", "subject", "started_at"),
        new ViewIndex("work_by_stage", "stage", "expires_at"));

    /// <summary>Keys: <c>new ViewKey(n, id)</c>.</summary>
    public static readonly ViewTable<WorkChunkRow> Chunks = new(
        "work_chunk",
        2,
        [
            C.Text("work_id", r => r.WorkId),
            C.Int("n", r => r.N),
            C.Bytes("body", r => r.Body),
            C.TextOrNull("next", r => r.Next),
        ]);

    public static readonly IReadOnlyList<ViewTable> All = [Works, Chunks];
}
