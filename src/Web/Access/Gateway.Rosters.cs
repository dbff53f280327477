using JmaActors.Rosters;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>Passes when somebody may import under this key, and what the terms say.</summary>
    public void RequireImport(string key, ImportKind kind, bool post, Caller caller) => Require(caller, ToImport(key, kind, post), "import");

    /// <summary>Begins an import, or its dry run; or answers with the progress of the one begun under this key.</summary>
    public Task<Answer<ImportProgress>> StartImport(string key, StartImport command, bool dryRun, CancellationToken ct)
    {
        RequireImport(key, command.Kind, command.Post, command.Caller);
        return dryRun
            ? Ask(Roster(key), command, static (g, c, t) => g.TryStart(c, t), ct)
            : Ask(Roster(key), command, static (g, c, t) => g.Start(c, t), ct);
    }

    /// <summary>Imports or tries one chunk; the same index again is passed over.</summary>
    public Task<Answer<ImportProgress>> TakeChunk(string key, ImportChunk chunk, CancellationToken ct)
    {
        RequireImport(key, chunk.Kind, chunk.Post, chunk.Caller);
        return Ask(Roster(key), chunk, static (g, c, t) => g.Take(c.AsImmutable(), t), WebLimits.ChunkAttempt, ct);
    }

    /// <summary>Says that no more chunks follow, of the import or of its dry run.</summary>
    public Task<Answer<ImportProgress>> FinishImport(string key, ImportKind kind, bool post, bool dryRun, Caller caller, CancellationToken ct)
    {
        RequireImport(key, kind, post, caller);
        return dryRun
            ? Ask(Roster(key), caller, static (g, c, t) => g.TryFinish(c, t), ct)
            : Ask(Roster(key), caller, static (g, c, t) => g.Finish(c, t), ct);
    }

    /// <summary>How far an import is; null when none was begun under this key.</summary>
    public Task<ImportProgress?> ImportProgress(string key, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeeImport(ImportKeys.OwnerOf(key), ImportKeys.WorkplaceOf(key)), "see an import");
        return Ask(Roster(key), 0, static (g, _, t) => g.Progress(t), ct);
    }

    static Target ToImport(string key, ImportKind kind, bool post) => kind switch
    {
        ImportKind.Credits => new Target.ImportCredits(ImportKeys.OwnerOf(key), post),
        ImportKind.Attendance => new Target.ImportAttendance(ImportKeys.WorkplaceOf(key) ?? throw new InvalidInputException("key", "A key of a workplace: w, a dot, its code, a dot, and a name.")),
        _ => new Target.Import(ImportKeys.OwnerOf(key)),
    };

    IRosterImportGrain Roster(string key) => actors.Grain<IRosterImportGrain>(key);
}
