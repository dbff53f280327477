using JmaActors.Rosters;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>Whether somebody may import rosters at all.</summary>
    public bool MayImport(Caller caller) => Scopes.Allows(caller, new Target.Import());

    /// <summary>Passes when somebody may import rosters.</summary>
    public void RequireImport(Caller caller) => Require(caller, new Target.Import(), "import");

    /// <summary>Begins an import, or answers with the progress of the one begun under this key.</summary>
    public Task<Answer<ImportProgress>> StartImport(string key, StartImport command, CancellationToken ct)
    {
        Require(command.Caller, new Target.Import(), "import");
        return Ask(Roster(key), command, static (g, c, t) => g.Start(c, t), ct);
    }

    /// <summary>Imports one chunk; the same index again is passed over.</summary>
    public Task<Answer<ImportProgress>> ImportChunk(
        string key, int index, RosterRow[] rows, IReadOnlyList<RowError> unreadable, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.Import(), "import");
        return Ask(
            Roster(key),
            (index, rows, unreadable),
            static (g, w, t) => g.Chunk(w.index, w.rows.AsImmutable(), w.unreadable, t),
            WebLimits.ChunkAttempt,
            ct);
    }

    /// <summary>Says that no more chunks follow.</summary>
    public Task<Answer<ImportProgress>> FinishImport(string key, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.Import(), "import");
        return Ask(Roster(key), caller, static (g, c, t) => g.Finish(c, t), ct);
    }

    /// <summary>How far an import is; null when none was begun under this key.</summary>
    public Task<ImportProgress?> ImportProgress(string key, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.Import(), "see an import");
        return Ask(Roster(key), 0, static (g, _, t) => g.Progress(t), ct);
    }

    IRosterImportGrain Roster(string key) => actors.Grain<IRosterImportGrain>(key);
}
