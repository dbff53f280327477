using JmaActors.Associations;
using JmaActors.Directory;
using JmaActors.Training;

namespace JmaActors.Tests.Web.Fakes;

/// <summary>A directory in which everybody at a door is called what was typed, that finds one program, and keeps what it was asked.</summary>
sealed class FakeDirectory : IDirectoryGrain
{
    public List<(ProgramQuery Query, Caller Caller)> Asked { get; } = [];

    public Task<DoorPeople> AtDoor(string text, Caller caller, CancellationToken ct) =>
        Task.FromResult(new DoorPeople([new DoorPerson(new MemberId(1_000_000_001), text, "ミホン", "第一医師会", "567")], true));

    /// <summary>Who holds which card or registry number; member numbers from this one on are known up to the ninth.</summary>
    static readonly MemberId First = new(1_000_000_001);

    public Task<PeopleFound> Identify(PeopleSought sought, Caller caller, CancellationToken ct)
    {
        Assert.Equal(CallerRole.System, caller.Role);
        return Task.FromResult(new PeopleFound(
            [.. sought.Members.Where(m => m.Number is >= 1_000_000_001 and <= 1_000_000_009)],
            sought.Registries.Where(r => r.Length == 6).ToDictionary(r => r, _ => First),
            sought.Cards.Where(c => c.StartsWith("CARD", StringComparison.Ordinal)).ToDictionary(c => c, c => new MemberId(First.Number + c[^1] - '1'))));
    }

    public Task<IReadOnlyList<MemberId>> OnRoll(SessionId session, string text, Caller caller, CancellationToken ct) => Task.FromResult<IReadOnlyList<MemberId>>([First]);

    public Task<AttendancePage> Attendance(MemberId member, string? after, int size, Caller caller, CancellationToken ct) => Task.FromResult(new AttendancePage([], null));

    public Task<MemberPage> Members(MemberQuery query, Caller caller, CancellationToken ct) => Task.FromResult(new MemberPage([], null));

    public Task<ProgramPage> Programs(ProgramQuery query, Caller caller, CancellationToken ct)
    {
        lock (Asked) Asked.Add((query, caller));
        var start = new DateTimeOffset(2026, 12, 20, 4, 0, 0, TimeSpan.Zero);
        return Task.FromResult(new ProgramPage(
            [new ProgramLine(new ProgramId("P26-OPEN"), new SessionId("P26-OPEN.1"), "研修会; 第1回, 冬", "会館", AssociationId.Local(26, 3), "第三医師会", start, start.AddHours(1), SessionStatus.Draft, null, ProgramStage.Cancelled, [], 9)],
            null));
    }

    public Task<IReadOnlyList<SubjectLine>> Subjects(DateOnly on, CancellationToken ct) => Task.FromResult<IReadOnlyList<SubjectLine>>([]);

    public Task<IReadOnlyDictionary<string, string>> Associations(IReadOnlyList<string> codes, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(codes.ToDictionary(c => c, c => $"association {c}"));

    public Task<IReadOnlyList<FoundAssociation>> FindAssociations(string text, CancellationToken ct) => Task.FromResult<IReadOnlyList<FoundAssociation>>([]);

    /// <summary>As the directory does, of no more than 200.</summary>
    public Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyList<MemberId> ids, Caller caller, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<long, string>>(ids.Take(200).ToDictionary(id => id.Number, id => $"見本 {id.Number}"));
}
