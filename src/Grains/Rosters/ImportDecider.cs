using Decision = JmaActors.Ledgers.Decision<JmaActors.Rosters.ImportEvent>;
using JmaActors.Ledgers;

namespace JmaActors.Rosters;

/// <summary>A command to the import of a key.</summary>
public sealed record ToImport<T>(string Key, T Command);

/// <summary>A chunk about to be imported or tried: its index, how many rows it has, how many lines that could not be read as rows, and its digest.</summary>
public readonly record struct ChunkShape(int Index, int Rows, int Unreadable, string Digest, ImportKind Kind = ImportKind.Roster, bool Post = false);

/// <summary>What would become of a chunk.</summary>
/// <param name="Terms">The dry run it was tried for.</param>
public readonly record struct TriedChunk(ChunkImported Chunk, ImportStarted Terms);

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
        var terms = Terms(to.Command);
        if (state.Started is { } begun) return begun.SameTerms(terms) ? Decision.Again() : OtherTerms();
        if (Fault(to) is { } fault) return Decision.Refuse(fault);
        // What was tried is what is imported.
        return state.Trial is { Ended: not null, Started: { } tried } && !tried.SameTerms(terms) ? OtherTerms() : Decision.Event(terms);
    }

    /// <summary>Begins a dry run, or goes on with one that was cut off. One that is done, or of other terms, is replaced.</summary>
    public static Decision TryStart(ImportState state, ToImport<StartImport> to, Deciding deciding)
    {
        var terms = Terms(to.Command);
        if (state.Started is not null) return Decision.Refuse("already-started", "", "What is imported is tried no more: take a new key.");
        if (state.Trial is { Ended: null, Started: { } tried } && tried.SameTerms(terms)) return Decision.Again();
        return Fault(to) is { } fault ? Decision.Refuse(fault) : Decision.Event(new TrialStarted(terms));
    }

    /// <summary>Why a chunk is not begun; null when it is. A chunk done before is no fault.</summary>
    /// <param name="phase">The import, or its dry run.</param>
    /// <param name="tried">The dry run that was done before the import; null when there was none, or for the dry run itself.</param>
    public static Refusal? Fault(ImportState? phase, ChunkShape chunk, ImportState? tried = null)
    {
        if (phase?.Started is not { } terms) return new Refusal("not-started");
        if ((terms.Kind, terms.Post) != (chunk.Kind, chunk.Post)) return OtherTerms().Refusal;
        if (chunk.Index is < 0 or >= ChunksMost) return new Refusal("bad-chunk");
        if (chunk.Rows > RosterLimits.Chunk || chunk.Unreadable > RosterLimits.Chunk) return new Refusal("chunk-too-big", "", $"At most {RosterLimits.Chunk} rows in a chunk.");
        if (phase.Chunks.Contains(chunk.Index)) return Other(phase, chunk) ? new Refusal("other-file") : null;
        if (phase.Ended is not null) return new Refusal("finished");
        if (tried is not null && (!tried.Chunks.Contains(chunk.Index) || Other(tried, chunk))) return new Refusal("other-file");
        return phase.Done + chunk.Rows + chunk.Unreadable > RosterLimits.Rows ? TooMany() : null;
    }

    /// <summary>Only says what is wrong with a chunk or that it is done already.</summary>
    public static Decision Look(ImportState state, ToImport<ChunkShape> to, Deciding deciding) =>
        Look(state, to.Command, Fault(state, to.Command, state.Trial is { Ended: not null } tried ? tried : null));

    /// <summary>The same of a dry run. Once the import has begun, nothing is tried any more.</summary>
    public static Decision TryLook(ImportState state, ToImport<ChunkShape> to, Deciding deciding) =>
        Look(state.Trial, to.Command, state.Started is not null ? new Refusal("already-started") : Fault(state.Trial, to.Command));

    /// <summary>Notes what became of a chunk; of two who import the same one at once, the first is noted.</summary>
    public static Decision Note(ImportState state, ToImport<ChunkImported> to, Deciding deciding) =>
        state.Chunks.Contains(to.Command.Index) ? Decision.Again() : Decision.Event(Kept(state, to.Command));

    /// <summary>Notes what would become of a chunk, unless another dry run was begun meanwhile.</summary>
    public static Decision TryNote(ImportState state, ToImport<TriedChunk> to, Deciding deciding)
    {
        var (chunk, terms) = to.Command;
        if (state.Trial is not { Ended: null, Started: { } now } trial || !ReferenceEquals(now, terms)) return OtherTerms();
        return trial.Chunks.Contains(chunk.Index) ? Decision.Again() : Decision.Event(new ChunkTried(Kept(trial, chunk)));
    }

    public static Decision Finish(ImportState state, string key, Deciding deciding)
    {
        if (state.Started is null) return Decision.Refuse("not-started");
        return state.Ended is not null ? Decision.Again() : Decision.Event(new ImportFinished());
    }

    public static Decision TryFinish(ImportState state, string key, Deciding deciding)
    {
        if (state.Trial is not { } trial) return Decision.Refuse("not-started");
        return trial.Ended is not null ? Decision.Again() : Decision.Event(new TrialFinished());
    }

    static ImportStarted Terms(StartImport command) =>
        new(command.FileName, command.ExpectedRows, command.Demonstration, command.Caller, command.Kind, command.Mode, command.Post);

    static Refusal? Fault(ToImport<StartImport> to)
    {
        if (to.Key.Length > KeyLength) return new Refusal("bad-key", "", $"The key of an import has at most {KeyLength} characters.");
        if (to.Command.FileName.Length > FileNameLength) return new Refusal("bad-name", "", $"A file name has at most {FileNameLength} characters.");
        if (to.Command.Kind == ImportKind.Attendance && ImportKeys.WorkplaceOf(to.Key) is null) return new Refusal("bad-key", "", "Attendance is imported under a key of its workplace.");
        if (!Enum.IsDefined(to.Command.Kind) || !Enum.IsDefined(to.Command.Mode)) return OtherTerms().Refusal;
        return to.Command.ExpectedRows is > RosterLimits.Rows or < 0 ? TooMany() : null;
    }

    static Decision Look(ImportState? phase, ChunkShape chunk, Refusal? fault) =>
        fault is not null ? Decision.Refuse(fault) : phase!.Chunks.Contains(chunk.Index) ? Decision.Again() : Decision.Nothing();

    static ChunkImported Kept(ImportState phase, ChunkImported chunk) =>
        chunk.Errors.Count > phase.ErrorRoom ? chunk with { Errors = [.. chunk.Errors.Take(phase.ErrorRoom)] } : chunk;

    static bool Other(ImportState state, ChunkShape chunk) => state.Digests.TryGetValue(chunk.Index, out var digest) && digest != chunk.Digest;

    static Decision OtherTerms() => Decision.Refuse("other-terms", "", "Under this key something else was begun or tried: take a new key.");

    static Refusal TooMany() => new("too-many-rows", "", $"At most {RosterLimits.Rows} rows in one import.");
}
