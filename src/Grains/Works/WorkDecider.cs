using Decision = JmaActors.Ledgers.Decision<JmaActors.Works.WorkEvent>;
using JmaActors.Ledgers;

namespace JmaActors.Works;

/// <summary>A command with what the actor found out beforehand.</summary>
/// <param name="Fault">What is wrong with the filter; null when nothing is.</param>
/// <param name="Running">Works of the same owner that are not done.</param>
public sealed record PreparedWork(StartWork Command, Refusal? Fault, int Running, byte[] Request, WorkLimits Limits);

/// <summary>What long work decides. Pure.</summary>
public static class WorkDecider
{
    public static Decision Start(WorkState state, PreparedWork prepared, Deciding deciding)
    {
        // Somebody else's: to this caller it does not exist, and cannot be begun either.
        if (state.Started is not null) return state.BelongsTo(deciding.Caller) ? Decision.Again() : Decision.Refuse("bad-key");
        var command = prepared.Command;
        if (Fault(prepared) is { } fault) return Decision.Refuse(fault);
        return Decision.Event(new WorkStarted(
            command.Kind, command.Kind == WorkKind.Export ? command.Columns : [], command.Format, command.Reason, command.Chosen?.Count, command.Caller,
            deciding.Now + prepared.Limits.Life) { Request = prepared.Request });
    }

    static Refusal? Fault(PreparedWork prepared)
    {
        var command = prepared.Command;
        if (!WorkIds.IsKey(command.Key)) return new Refusal("bad-key", "", $"A key has 1 to {WorkIds.KeyLength} letters, digits, dots, hyphens or underscores.");
        if (!Enum.IsDefined(command.Kind) || !Enum.IsDefined(command.Format)) return new Refusal("bad-filter", "kind", "There is no such work.");
        if (prepared.Fault is { } fault) return fault;
        if (command.Chosen is { Count: 0 or > WorkIds.Chosen }) return new Refusal("too-many-chosen", "", $"Choose 1 to {WorkIds.Chosen} people, or all that match.");
        if (command.Kind == WorkKind.Export && Column(command.Columns) is { } column) return column;
        if (command.Reason.Length > WorkLimits.ReasonLength) return new Refusal("reason-too-long", "", $"At most {WorkLimits.ReasonLength} characters.");
        if (command.Kind != WorkKind.Export && string.IsNullOrWhiteSpace(command.Reason)) return new Refusal("no-reason");
        return prepared.Running >= prepared.Limits.Running ? new Refusal("too-many-works", "", $"{prepared.Limits.Running} works of yours are not done yet.") : null;
    }

    static Refusal? Column(IReadOnlyList<string> columns)
    {
        if (columns.Count == 0) return new Refusal("bad-column", "", "Choose at least one column.");
        if (columns.Count != columns.Distinct(StringComparer.Ordinal).Count()) return new Refusal("bad-column", "", "A column stands once.");
        return columns.All(c => Directory.ExportColumns.Of(c) is not null) ? null : new Refusal("bad-column", "", $"Some of: {string.Join(", ", Directory.ExportColumns.All.Select(c => c.Name))}.");
    }

    /// <summary>Notes a chunk, unless it is noted already or the work was stopped meanwhile.</summary>
    public static Decision Gather(WorkState state, WorkGathered gathered, Deciding deciding)
    {
        if (state.Stage != WorkStage.Gathering || gathered.Chunk != state.Chunks.Count) return Decision.Again();
        var fresh = gathered.Lost.Except(state.Lost, StringComparer.Ordinal).Take(WorkLimits.Named - state.Lost.Count).ToList();
        return Decision.Event(gathered with { Lost = fresh });
    }

    /// <summary>Notes what was done to the next people, and the end when nobody is left.</summary>
    public static Decision Act(WorkState state, (int Offset, WorkActed Acted) done, Deciding deciding)
    {
        var acted = done.Acted;
        if (state.Stage != WorkStage.Acting || (acted.Chunk, done.Offset) != (state.Chunk, state.Offset)) return Decision.Again();
        var named = acted with { Failures = [.. acted.Failures.Take(WorkLimits.Named - state.Failures.Count)] };
        var last = acted.Chunk == state.Chunks.Count - 1 && state.Offset + acted.People >= state.Chunks[acted.Chunk];
        return last ? Decision.Events([named, new WorkEnded(WorkStage.Done)]) : Decision.Event(named);
    }

    /// <summary>Nobody was meant: it is done at once.</summary>
    public static Decision Finish(WorkState state, bool _, Deciding deciding) => state.Stage == WorkStage.Acting ? Decision.Event(new WorkEnded(WorkStage.Done)) : Decision.Again();

    /// <summary>It cannot go on.</summary>
    public static Decision Fail(WorkState state, bool _, Deciding deciding) => state.Running ? Decision.Event(new WorkEnded(WorkStage.Failed)) : Decision.Again();

    public static Decision Cancel(WorkState state, Caller caller, Deciding deciding) => state.Running ? Decision.Event(new WorkEnded(WorkStage.Cancelled)) : Decision.Again();

    /// <summary>
    /// Somebody was erased whom the rows may name. Work that is being done to people goes on, for what was begun is to be finished: its rows go with its end. An export can
    /// be made again.
    /// </summary>
    public static Decision Forget(WorkState state, bool _, Deciding deciding) =>
        state.Started is null || state.Stage == WorkStage.Expired || (state.Running && state.Started.Kind != WorkKind.Export) ? Decision.Again() : Decision.Event(new WorkExpired());

    public static Decision Expire(WorkState state, bool _, Deciding deciding) =>
        state.Started is { } started && state.Stage != WorkStage.Expired && deciding.Now >= started.Expires ? Decision.Event(new WorkExpired()) : Decision.Again();
}
