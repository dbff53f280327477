using JmaActors.Directory;

namespace JmaActors.Tests.Web.Fakes;

/// <summary>A directory that knows the names of associations only.</summary>
sealed class FakeDirectory : IDirectoryGrain
{
    public Task<MemberPage> Members(MemberQuery query, Caller caller, CancellationToken ct) => Task.FromResult(new MemberPage([], null));

    public Task<ProgramPage> Programs(ProgramQuery query, Caller caller, CancellationToken ct) => Task.FromResult(new ProgramPage([], null));

    public Task<IReadOnlyDictionary<string, string>> Associations(IReadOnlyList<string> codes, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(codes.ToDictionary(c => c, c => $"association {c}"));

    public Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyList<MemberId> ids, Caller caller, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<long, string>>(new Dictionary<long, string>());
}
