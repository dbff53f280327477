using JmaActors.Disputes;
using JmaActors.Ledgers;
using JmaActors.Live;
using Orleans.Concurrency;

namespace JmaActors.Tests.Web.Fakes;

/// <summary>A case at an office, and what was asked of it.</summary>
sealed class FakeDispute(DisputeId id, AssociationId office) : IDisputeGrain
{
    public bool Opened { get; set; } = true;

    public List<object> Asked { get; } = [];

    DisputeView View => new(id.Text, id.Member, DisputeSubject.Report, "k", office, DisputeStatus.Open, default, default, [], null, 1);

    public Task<DisputeView?> Read(Caller caller, CancellationToken ct) => Task.FromResult(Opened ? View : null);

    public Task<Answer<DisputeView>> Open(OpenDispute command, CancellationToken ct) => Take(command);

    public Task<Answer<DisputeView>> Say(SayDispute command, CancellationToken ct) => Take(command);

    public Task<Answer<DisputeView>> Decide(DecideDispute command, CancellationToken ct) => Take(command);

    public Task<Answer<DisputeView>> Withdraw(Caller caller, CancellationToken ct) => Take(caller);

    public Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct) => throw new NotSupportedException();

    public Task Unwatch(IBoardObserver observer, CancellationToken ct) => Task.CompletedTask;

    public Task Wake(CancellationToken ct) => Task.CompletedTask;

    public Task<Receipt> Receive(Immutable<Parcel[]> parcels, CancellationToken ct) => throw new NotSupportedException();

    Task<Answer<DisputeView>> Take(object command)
    {
        Asked.Add(command);
        return Task.FromResult(new Answer<DisputeView>(View, null, 1, false));
    }
}
