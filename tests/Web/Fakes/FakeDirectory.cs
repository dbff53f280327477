using JmaActors.Directory;

namespace JmaActors.Tests.Web.Fakes;

/// <summary>A directory in which everybody at a door is called what was typed.</summary>
sealed class FakeDirectory : IDirectoryGrain
{
    public Task<DoorPeople> AtDoor(string text, Caller caller, CancellationToken ct) =>
        Task.FromResult(new DoorPeople([new DoorPerson(new MemberId(1_000_000_001), text, "ミホン", "第一医師会", "567")], true));

    public Task<MemberPage> Members(MemberQuery query, Caller caller, CancellationToken ct) => throw new NotSupportedException();

    public Task<ProgramPage> Programs(ProgramQuery query, Caller caller, CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<string, string>> Associations(IReadOnlyList<string> codes, CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyList<MemberId> ids, Caller caller, CancellationToken ct) => throw new NotSupportedException();
}
