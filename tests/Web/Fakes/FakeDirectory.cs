using JmaActors.Directory;

namespace JmaActors.Tests.Web.Fakes;

/// <summary>A directory in which everybody at a door is called what was typed, and which knows the names of associations.</summary>
sealed class FakeDirectory : IDirectoryGrain
{
    public Task<DoorPeople> AtDoor(string text, Caller caller, CancellationToken ct) =>
        Task.FromResult(new DoorPeople([new DoorPerson(new MemberId(1_000_000_001), text, "ミホン", "第一医師会", "567")], true));

    public Task<MemberPage> Members(MemberQuery query, Caller caller, CancellationToken ct) => Task.FromResult(new MemberPage([], null));

    public Task<ProgramPage> Programs(ProgramQuery query, Caller caller, CancellationToken ct) => Task.FromResult(new ProgramPage([], null));

    public Task<IReadOnlyDictionary<string, string>> Associations(IReadOnlyList<string> codes, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(codes.ToDictionary(c => c, c => $"association {c}"));

    public Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyList<MemberId> ids, Caller caller, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<long, string>>(new Dictionary<long, string>());
}
