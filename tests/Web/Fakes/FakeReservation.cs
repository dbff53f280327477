using JmaActors.Ledgers;
using JmaActors.Members;
using Orleans.Concurrency;

namespace JmaActors.Tests.Web.Fakes;

/// <summary>A block in which everything is reserved for one person.</summary>
sealed class FakeReservation(MemberId holder) : IReservationGrain
{
    public Task<Answer<MemberId>> Reserve(string value, MemberId wanted, Caller caller, CancellationToken ct) => throw new NotSupportedException();

    public Task<Answer<MemberId>> Release(string value, MemberId from, Caller caller, CancellationToken ct) => throw new NotSupportedException();

    public Task<MemberId?> Holder(string value, CancellationToken ct) => Task.FromResult<MemberId?>(holder);

    public Task Wake(CancellationToken ct) => Task.CompletedTask;

    public Task<Receipt> Receive(Immutable<Parcel[]> parcels, CancellationToken ct) => throw new NotSupportedException();
}
