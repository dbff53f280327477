using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Live;
using JmaActors.Members;
using Microsoft.Extensions.Logging;

namespace JmaActors.Rosters;

/// <summary>An import of a file; see <see cref="IRosterImportGrain"/>. Killed in the middle of a chunk, the rows done are found unchanged when it comes again.</summary>
[GrainType("import")]
sealed class RosterImportGrain : LedgerGrain<ImportState, ImportEvent>, IRosterImportGrain
{
    readonly IMemberDirectory directory;
    readonly PersonKeyring keyring;
    readonly BoardCanvas<ImportProgress> canvas;

    public RosterImportGrain(LedgerServices services, ImportLedger ledger, IMemberDirectory directory, PersonKeyring keyring, ILogger<RosterImportGrain> log)
        : base(services, ledger)
    {
        (this.directory, this.keyring) = (directory, keyring);
        canvas = new BoardCanvas<ImportProgress>($"import/{Key}", services.Time, async () => await Progress(CancellationToken.None), log);
    }

    public Task<Answer<ImportProgress>> Start(StartImport command, CancellationToken ct) =>
        Commit(new ToImport<StartImport>(Key, command), command.Caller, ImportDecider.Start, Shown, ct);

    public Task<Answer<ImportProgress>> TryStart(StartImport command, CancellationToken ct) =>
        Commit(new ToImport<StartImport>(Key, command), command.Caller, ImportDecider.TryStart, Shown, ct);

    public Task<Answer<ImportProgress>> Chunk(int index, Immutable<RosterRow[]> rows, IReadOnlyList<RowError> unreadable, CancellationToken ct) =>
        Take(new ImportChunk(index, false, ImportKind.Roster, false, rows.Value, [], [.. unreadable], State.Started?.By ?? Caller.System).AsImmutable(), ct);

    public async Task<Answer<ImportProgress>> Take(Immutable<ImportChunk> chunk, CancellationToken ct)
    {
        var what = chunk.Value;
        var shape = new ChunkShape(what.Index, what.Rows, what.Unreadable.Length, ChunkDigest.Of(what), what.Kind, what.Post);
        var look = await Commit(new ToImport<ChunkShape>(Key, shape), what.Caller, what.DryRun ? ImportDecider.TryLook : ImportDecider.Look, Shown, ct);
        if (look.Repeat || !look.Accepted) return look;
        var terms = what.DryRun ? State.Trial!.Started! : State.Started!;
        var done = await Work(what, terms, shape.Digest, ct).OrTryAgain();
        return what.DryRun
            ? await Commit(new ToImport<TriedChunk>(Key, new(done, terms)), what.Caller, ImportDecider.TryNote, Shown, ct)
            : await Commit(new ToImport<ChunkImported>(Key, done), what.Caller, ImportDecider.Note, Shown, ct);
    }

    public Task<Answer<ImportProgress>> Finish(Caller caller, CancellationToken ct) =>
        Commit(Key, caller, ImportDecider.Finish, static (state, key) => state.Progress(key)!, ct);

    public Task<Answer<ImportProgress>> TryFinish(Caller caller, CancellationToken ct) =>
        Commit(Key, caller, ImportDecider.TryFinish, static (state, key) => state.Progress(key)!, ct);

    public Task<ImportProgress?> Progress(CancellationToken ct) => Durable(State.Progress(Key));

    public Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct) => canvas.Watch(observer, since);

    public Task Unwatch(IBoardObserver observer, CancellationToken ct)
    {
        canvas.Unwatch(observer);
        return Task.CompletedTask;
    }

    protected override bool Follows => true;

    protected override void Committed() => canvas.Hint();

    Task<ChunkImported> Work(ImportChunk chunk, ImportStarted terms, string digest, CancellationToken ct) => chunk.Kind switch
    {
        ImportKind.Credits => new CreditChunkWork(GrainFactory, Services.Journal, directory, keyring, terms).Run(chunk, digest, ct),
        ImportKind.Attendance => new AttendanceChunkWork(GrainFactory, directory, Key, ImportKeys.WorkplaceOf(Key)!.Value).Run(chunk, digest, ct),
        _ => new ChunkWork(GrainFactory, Services.Journal, directory, keyring, Key, terms, Now).Run(chunk, digest, ct),
    };

    static ImportProgress Shown<T>(ImportState state, ToImport<T> to) => state.Progress(to.Key)!;
}
