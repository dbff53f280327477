using Decision = JmaActors.Ledgers.Decision<JmaActors.Rosters.ImportEvent>;
using JmaActors.Ledgers;

namespace JmaActors.Rosters;

/// <summary>A command to the import of a key.</summary>
public sealed record ToImport<T>(string Key, T Command);

/// <summary>A chunk about to be imported: its index, how many rows it has, how many lines that could not be read as rows, and its digest.</summary>
public readonly record struct ChunkShape(int Index, int Rows, int Unreadable, string Digest);

/// <summary>What an import decides. Pure.</summary>
public static class ImportDecider
{
    /// <summary>Chunks an import can have: more than the rows allowed need.</summary>
    public const int ChunksMost = RosterLimits.Rows;

    public const int FileNameLength = 200;
    public const int KeyLength = 100;

    /// <summary>Begins; whoever comes again under the key gets the progress.</summary>
    public static Decision Start(ImportState state, ToImport<StartImport> to, Deciding deciding)
    {
        if (state.Started is not null) return Decision.Again();
        var command = to.Command;
        if (to.Key.Length > KeyLength) return Decision.Refuse("bad-key", "", $"The key of an import has at most {KeyLength} characters.");
        if (command.FileName.Length > FileNameLength) return Decision.Refuse("bad-name", "", $"A file name has at most {FileNameLength} characters.");
        return command.ExpectedRows is > RosterLimits.Rows or < 0
            ? TooMany()
            : Decision.Event(new ImportStarted(command.FileName, command.ExpectedRows, command.Demonstration, command.Caller));
    }

    /// <summary>Why a chunk is not begun; null when it is. A chunk done before is no fault.</summary>
    public static Refusal? Fault(ImportState state, ChunkShape chunk)
    {
        if (state.Started is null) return new Refusal("not-started");
        if (chunk.Index is < 0 or >= ChunksMost) return new Refusal("bad-chunk");
        if (chunk.Rows > RosterLimits.Chunk || chunk.Unreadable > RosterLimits.Chunk) return new Refusal("chunk-too-big", "", $"At most {RosterLimits.Chunk} rows in a chunk.");
        if (state.Chunks.Contains(chunk.Index)) return Other(state, chunk) ? new Refusal("other-file") : null;
        if (state.Ended is not null) return new Refusal("finished");
        return state.Done + chunk.Rows + chunk.Unreadable > RosterLimits.Rows ? TooMany().Refusal : null;
    }

    /// <summary>Only says what is wrong with a chunk or that it is done already.</summary>
    public static Decision Look(ImportState state, ToImport<ChunkShape> to, Deciding deciding) =>
        Fault(state, to.Command) is { } fault ? Decision.Refuse(fault)
        : state.Chunks.Contains(to.Command.Index) ? Decision.Again()
        : Decision.Nothing();

    /// <summary>Notes what became of a chunk; of two who import the same one at once, the first is noted.</summary>
    public static Decision Note(ImportState state, ToImport<ChunkImported> to, Deciding deciding)
    {
        var chunk = to.Command;
        if (state.Chunks.Contains(chunk.Index)) return Decision.Again();
        var errors = chunk.Errors.Count > state.ErrorRoom ? [.. chunk.Errors.Take(state.ErrorRoom)] : chunk.Errors;
        return Decision.Event(chunk with { Errors = errors });
    }

    public static Decision Finish(ImportState state, string key, Deciding deciding)
    {
        if (state.Started is null) return Decision.Refuse("not-started");
        return state.Ended is not null ? Decision.Again() : Decision.Event(new ImportFinished());
    }

    static bool Other(ImportState state, ChunkShape chunk) => state.Digests.TryGetValue(chunk.Index, out var digest) && digest != chunk.Digest;

    static Decision TooMany() => Decision.Refuse("too-many-rows", "", $"At most {RosterLimits.Rows} rows in one import.");
}
