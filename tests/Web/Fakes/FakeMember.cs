using JmaActors.Benefits;
using JmaActors.Ledgers;
using JmaActors.Live;
using JmaActors.Members;
using Orleans.Concurrency;

namespace JmaActors.Tests.Web.Fakes;

/// <summary>A person with a membership that a test may change.</summary>
sealed class FakeMember(MemberId id) : IMemberGrain
{
    public Membership Membership { get; set; } = Membership.None;

    /// <summary>True for a number nobody is registered under.</summary>
    public bool Nobody { get; init; }

    public int Reads { get; private set; }

    /// <summary>What reading meets; null when it is answered.</summary>
    public Exception? Away { get; set; }

    public Task<MemberView?> Read(Caller caller, CancellationToken ct)
    {
        Reads++;
        return Away is { } away ? Task.FromException<MemberView?>(away) : Task.FromResult(Nobody ? null : View);
    }

    /// <summary>The record this one was merged into; null for one that stands for itself.</summary>
    public MemberId? MergedInto { get; set; }

    MemberView? View => new(id, new Person("n", "k", null, null, null), null, Membership, true, 1, MergedInto);

    /// <summary>As one who is registered already.</summary>
    public Task<Answer<MemberView>> Register(RegisterMember command, CancellationToken ct) => Task.FromResult(new Answer<MemberView>(View, null, 1, true));

    public Task<Answer<MemberView>> ChangeProfile(ChangeProfile command, CancellationToken ct) => throw new NotSupportedException();

    public Task<Answer<MemberView>> ChangeMembership(ChangeMembership command, CancellationToken ct)
    {
        Membership = command.Membership;
        return Task.FromResult(new Answer<MemberView>(View, null, 2, false));
    }

    public List<object> Corrected { get; } = [];

    public Task<Answer<MemberView>> CorrectMembership(CorrectMembership command, CancellationToken ct)
    {
        Corrected.Add(command);
        Membership = command.Membership;
        return Task.FromResult(new Answer<MemberView>(View, null, 3, false));
    }

    public Task<Answer<MemberView>> CorrectIdentity(CorrectIdentity command, CancellationToken ct)
    {
        Corrected.Add(command);
        return Task.FromResult(new Answer<MemberView>(View, null, 3, false));
    }

    public Task<MembershipTrial?> TryMembership(CorrectMembership command, CancellationToken ct) => Task.FromResult(Nobody ? null : new MembershipTrial(null, [], []));

    public Task<MemberRecord?> Record(Caller caller, CancellationToken ct) => Task.FromResult(View is { } view && !Nobody ? new MemberRecord(view, [], [], []) : null);

    public Task<bool> Begin(CancellationToken ct) => Task.FromResult(false);

    public Task<IReadOnlyList<Entitlement>?> Entitlements(DateOnly on, CancellationToken ct) => Task.FromResult<IReadOnlyList<Entitlement>?>([]);

    public Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct) =>
        Task.FromResult(new WatchAnswer(new BoardPicture($"member/{id}/record", new BoardVersion(1, 1), $$"""{"member":"{{id}}","version":1}"""), []));

    public Task Unwatch(IBoardObserver observer, CancellationToken ct) => Task.CompletedTask;

    public Task<IReadOnlyList<HistoryLine>> History(long after, Caller caller, CancellationToken ct) => Task.FromResult<IReadOnlyList<HistoryLine>>([]);

    public Task<bool> Disclaim(string value, CancellationToken ct) => Task.FromResult(true);

    public Task Wake(CancellationToken ct) => Task.CompletedTask;

    public Task<Receipt> Receive(Immutable<Parcel[]> parcels, CancellationToken ct) => throw new NotSupportedException();
}
