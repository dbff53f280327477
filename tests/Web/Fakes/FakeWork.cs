using System.Text.Json;
using JmaActors.Directory;
using JmaActors.Ledgers;
using JmaActors.Live;
using JmaActors.Members;
using JmaActors.Works;
using Orleans.Concurrency;

namespace JmaActors.Tests.Web.Fakes;

/// <summary>Long work that is done as soon as it is begun, with rows made by hand; of its owner only, as the real one.</summary>
sealed class FakeWork(string id) : IWorkGrain
{
    static readonly DateTimeOffset Then = new(2026, 11, 26, 0, 0, 0, TimeSpan.Zero);

    public string Id => id;

    public StartWork? Started { get; private set; }

    public List<string[][]> Chunks { get; } = [];

    public WorkStage Stage { get; set; } = WorkStage.Done;

    public Task<Answer<WorkProgress>> Start(StartWork command, CancellationToken ct)
    {
        if (command.Filter.Terms.Any(t => t.Name == "colour")) return Task.FromResult(new Answer<WorkProgress>(null, new Refusal("bad-filter", "colour", "There is no such term."), 0, false));
        Started ??= command;
        return Task.FromResult(new Answer<WorkProgress>(Picture(), null, 1, false));
    }

    public Task<Answer<WorkProgress>?> Cancel(Caller caller, CancellationToken ct) => Task.FromResult(Mine(caller) ? new Answer<WorkProgress>(Picture(), null, 2, false) : null);

    public Task Forget(CancellationToken ct)
    {
        Chunks.Clear();
        return Task.CompletedTask;
    }

    public Task<WorkProgress?> Progress(Caller caller, CancellationToken ct) => Task.FromResult(Mine(caller) ? Picture() : null);

    public Task<Immutable<byte[]>?> Rows(int chunk, Caller caller, CancellationToken ct) =>
        Task.FromResult<Immutable<byte[]>?>(Mine(caller) && chunk < Chunks.Count ? JsonSerializer.SerializeToUtf8Bytes(Chunks[chunk]).AsImmutable() : null);

    public Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct) => throw new NotSupportedException();

    public Task Unwatch(IBoardObserver observer, CancellationToken ct) => Task.CompletedTask;

    public Task Wake(CancellationToken ct) => Task.CompletedTask;

    public Task<Receipt> Receive(Immutable<Parcel[]> parcels, CancellationToken ct) => throw new NotSupportedException();

    bool Mine(Caller caller) => Started?.Caller is { } by && (by.Subject, by.Role, by.Scope) == (caller.Subject, caller.Role, caller.Scope);

    WorkProgress Picture() => new(
        id, Started!.Kind, Stage, Chunks.Sum(c => c.Length), 0, 0, 0, 0, [], [], 0, Started.Columns, Started.Format, Chunks.Count, Then, Then, Then.AddDays(7));
}

/// <summary>A search that finds one person and keeps what it was asked.</summary>
sealed class FakeMemberSearch : IMemberSearchGrain
{
    public List<(MemberFind Find, Caller Caller)> Asked { get; } = [];

    public Task<Answer<FoundPage>> Find(MemberFind find, Caller caller, CancellationToken ct)
    {
        lock (Asked) Asked.Add((find, caller));
        if (find.Filter.Terms.Any(t => t.Name == "colour")) return Task.FromResult(new Answer<FoundPage>(null, new Refusal("bad-filter", "colour", "There is no such term."), 0, false));
        var found = new FoundMember(
            new MemberId(1_000_000_001), "見本 花子", "ミホン ハナコ", "123456", null, "26-003", "第三医師会", MembershipLayers.All, MemberCategory.A1, 59.5m, 29.5m, 0.5m, false, null, null, DateTimeOffset.UnixEpoch, true);
        return Task.FromResult(new Answer<FoundPage>(new FoundPage([found], null, "bmV4dA"), null, 0, false));
    }

    public Task<Answer<FoundFacets>> Facets(MemberFilter filter, Caller caller, CancellationToken ct) =>
        Task.FromResult(new Answer<FoundFacets>(new FoundFacets(1, [new Facet("category", [new FacetLine("a1", 1)])]), null, 0, false));

    public Task<SearchShapes> Shapes(Caller caller, CancellationToken ct) => Task.FromResult(new SearchShapes([new TermShape("category", "membership", TermKind.Choice, ["a1"], true)], ["kana"], ["name"]));
}

sealed class FakeWorkList : IWorkListGrain
{
    public Task<IReadOnlyList<WorkLine>> Mine(Caller caller, CancellationToken ct) => Task.FromResult<IReadOnlyList<WorkLine>>([]);
}
