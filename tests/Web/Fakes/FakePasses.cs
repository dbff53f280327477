using JmaActors.Ledgers;
using JmaActors.Passes;
using Orleans.Concurrency;

namespace JmaActors.Tests.Web.Fakes;

/// <summary>Passes that are numbered rather than signed.</summary>
sealed class FakePasses(MemberId member) : IPassGrain
{
    static readonly DateTimeOffset Noon = new(2026, 11, 23, 3, 30, 0, TimeSpan.Zero);

    public int Shown { get; private set; }

    public List<RevokePasses> Revoked { get; } = [];

    public Task<ShownPass> Show(Caller caller, CancellationToken ct) =>
        Task.FromResult(new ShownPass(member, $"JP1.{++Shown:D48}", Noon, Noon.AddSeconds(40), Noon.AddSeconds(15)));

    public Task<Answer<PassView>> Revoke(RevokePasses command, CancellationToken ct)
    {
        Revoked.Add(command);
        return Task.FromResult(new Answer<PassView>(new PassView(member, Revoked.Count, Noon, Revoked.Count), null, Revoked.Count, false));
    }

    public Task<PassView> Read(Caller caller, CancellationToken ct) => Task.FromResult(new PassView(member, Revoked.Count, null, Revoked.Count));

    public Task Wake(CancellationToken ct) => Task.CompletedTask;

    public Task<Receipt> Receive(Immutable<Parcel[]> parcels, CancellationToken ct) => throw new NotSupportedException();
}
