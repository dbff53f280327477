using System.Collections.Concurrent;
using JmaActors.Credits;

namespace JmaActors.Tests.Web.Fakes;

/// <summary>Documents in memory, held by member and digest.</summary>
sealed class FakeEvidence : IEvidenceStore
{
    readonly ConcurrentDictionary<(MemberId, string), EvidenceFile> _held = new();

    public ICollection<(MemberId Member, string Sha256)> Held => _held.Keys;

    /// <summary>True once a person's day is used up.</summary>
    public bool Full { get; set; }

    public Task<EvidenceKept> Put(MemberId member, EvidenceFile file, DateTimeOffset at, CancellationToken ct) => Task.FromResult(
        Full ? EvidenceKept.TooMany : _held.TryAdd((member, file.Sha256), file with { Content = file.Content.ToArray() }) ? EvidenceKept.Kept : EvidenceKept.Held);

    public Task<EvidenceHolding?> Find(MemberId member, string sha256, CancellationToken ct) => throw new NotSupportedException();

    public Task<EvidenceFile?> Read(MemberId member, string sha256, CancellationToken ct) => Task.FromResult(_held.GetValueOrDefault((member, sha256)));

    public Task<IReadOnlyList<EvidenceHolding>> Loose(DateTimeOffset before, int most, CancellationToken ct) => throw new NotSupportedException();

    public Task Settle(IReadOnlyCollection<EvidenceHolding> attached, IReadOnlyCollection<EvidenceHolding> loose, CancellationToken ct) => throw new NotSupportedException();

    public Task Forget(MemberId member, CancellationToken ct) => throw new NotSupportedException();
}
