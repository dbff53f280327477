using System.Collections.Concurrent;
using JmaActors.Ledgers;
using JmaActors.Live;
using JmaActors.Rosters;
using Orleans.Concurrency;

namespace JmaActors.Tests.Web.Fakes;

/// <summary>An import that keeps what it is sent.</summary>
sealed class FakeRoster(string key) : IRosterImportGrain
{
    static readonly DateTimeOffset Then = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

    public ConcurrentDictionary<int, RosterRow[]> Chunks { get; } = new();

    public ConcurrentBag<RowError> Errors { get; } = [];

    public bool Finished { get; private set; }

    public StartImport? Started { get; private set; }

    public Task<Answer<ImportProgress>> Start(StartImport command, CancellationToken ct)
    {
        Started = command;
        return Now();
    }

    /// <summary>Chunks that were only looked at, by index.</summary>
    public ConcurrentDictionary<int, ImportChunk> Tried { get; } = new();

    public ConcurrentDictionary<int, ImportChunk> Taken { get; } = new();

    public Task<Answer<ImportProgress>> TryStart(StartImport command, CancellationToken ct) => Start(command, ct);

    public Task<Answer<ImportProgress>> TryFinish(Caller caller, CancellationToken ct) => Now();

    public Task<Answer<ImportProgress>> Take(Immutable<ImportChunk> chunk, CancellationToken ct)
    {
        var what = chunk.Value;
        (what.DryRun ? Tried : Taken)[what.Index] = what;
        return what.DryRun ? Now() : Chunk(what.Index, what.Roster.AsImmutable(), what.Unreadable, ct);
    }

    public Task<Answer<ImportProgress>> Chunk(int index, Immutable<RosterRow[]> rows, IReadOnlyList<RowError> unreadable, CancellationToken ct)
    {
        Chunks[index] = rows.Value;
        foreach (var error in unreadable) Errors.Add(error);
        return Now();
    }

    public Task<Answer<ImportProgress>> Finish(Caller caller, CancellationToken ct)
    {
        Finished = true;
        return Now();
    }

    public Task<ImportProgress?> Progress(CancellationToken ct) => Task.FromResult(Started is null ? null : Picture());

    public Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct) => throw new NotSupportedException();

    public Task Unwatch(IBoardObserver observer, CancellationToken ct) => Task.CompletedTask;

    public Task Wake(CancellationToken ct) => Task.CompletedTask;

    public Task<Receipt> Receive(Immutable<Parcel[]> parcels, CancellationToken ct) => throw new NotSupportedException();

    Task<Answer<ImportProgress>> Now() => Task.FromResult(new Answer<ImportProgress>(Picture(), null, 1, false));

    ImportProgress? Picture() => new(
        key, Started?.FileName ?? "", Started?.ExpectedRows, Chunks.Count, Chunks.Values.Sum(c => c.Length), 0, 0, Errors.Count, [.. Errors], Finished, Then, null);
}
