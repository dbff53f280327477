using JmaActors.Ledgers;
using JmaActors.Members;
using Orleans.Concurrency;

namespace JmaActors.Tests.Web.Fakes;

/// <summary>A person with a membership that a test may change.</summary>
sealed class FakeMember(MemberId id) : IMemberGrain
{
    public Membership Membership { get; set; } = Membership.None;

    public Task<MemberView?> Read(Caller caller, CancellationToken ct) =>
        Task.FromResult<MemberView?>(new MemberView(id, new Person("n", "k", null, null, null), null, Membership, true, 1));

    public Task<Answer<MemberView>> Register(RegisterMember command, CancellationToken ct) => throw new NotSupportedException();

    public Task<Answer<MemberView>> ChangeProfile(ChangeProfile command, CancellationToken ct) => throw new NotSupportedException();

    public Task<Answer<MemberView>> ChangeMembership(ChangeMembership command, CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyList<HistoryLine>> History(long after, Caller caller, CancellationToken ct) => Task.FromResult<IReadOnlyList<HistoryLine>>([]);

    public Task<bool> Disclaim(string value, CancellationToken ct) => Task.FromResult(true);

    public Task Wake(CancellationToken ct) => Task.CompletedTask;

    public Task<Receipt> Receive(Immutable<Parcel[]> parcels, CancellationToken ct) => throw new NotSupportedException();
}
