using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Live;
using JmaActors.Members;
using Microsoft.Extensions.Logging;

namespace JmaActors.Rosters;

/// <summary>An import of a roster; see <see cref="IRosterImportGrain"/>. Killed in the middle of a chunk, the rows done are found unchanged when it comes again.</summary>
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

    Caller By => State.Started?.By ?? Caller.System;

    public Task<Answer<ImportProgress>> Start(StartImport command, CancellationToken ct) =>
        Commit(new ToImport<StartImport>(Key, command), command.Caller, ImportDecider.Start, Shown, ct);

    public async Task<Answer<ImportProgress>> Chunk(int index, Immutable<RosterRow[]> rows, IReadOnlyList<RowError> unreadable, CancellationToken ct)
    {
        var shape = new ChunkShape(index, rows.Value.Length, unreadable.Count, ChunkDigest.Of(rows.Value, unreadable));
        var look = await Commit(new ToImport<ChunkShape>(Key, shape), By, ImportDecider.Look, Shown, ct);
        if (look.Repeat || !look.Accepted) return look;
        var work = new ChunkWork(GrainFactory, Services.Journal, directory, keyring, Key, State.Started!, Now);
        var done = await work.Run(index, rows.Value, unreadable, ct).OrTryAgain();
        return await Commit(new ToImport<ChunkImported>(Key, done with { Digest = shape.Digest }), By, ImportDecider.Note, Shown, ct);
    }

    public Task<Answer<ImportProgress>> Finish(Caller caller, CancellationToken ct) =>
        Commit(Key, caller, ImportDecider.Finish, static (state, key) => state.Progress(key)!, ct);

    public Task<ImportProgress?> Progress(CancellationToken ct) => Durable(State.Progress(Key));

    public Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct) => canvas.Watch(observer, since);

    public Task Unwatch(IBoardObserver observer, CancellationToken ct)
    {
        canvas.Unwatch(observer);
        return Task.CompletedTask;
    }

    protected override bool Follows => true;

    protected override void Committed() => canvas.Hint();

    static ImportProgress Shown<T>(ImportState state, ToImport<T> to) => state.Progress(to.Key)!;
}
