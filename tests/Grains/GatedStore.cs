using JmaActors.Journal;
using JmaActors.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace JmaActors.Tests.Grains;

/// <summary>The real store with a door before each commit: a test can hold a group back or have it fail.</summary>
sealed class GatedStore(IJournalStore inner) : IJournalStore
{
    /// <summary>Asked before each commit; the group must not be kept.</summary>
    public Func<CommitGroup, ValueTask> Before { get; set; } = static _ => ValueTask.CompletedTask;

    /// <summary>Puts the door before the store registered so far.</summary>
    public static void Add(IServiceCollection services)
    {
        var real = services.Last(d => d.ServiceType == typeof(IJournalStore)).ImplementationType!;
        services.AddSingleton(real);
        services.AddSingleton(s => new GatedStore((IJournalStore)s.GetRequiredService(real)));
        services.AddSingleton<IJournalStore>(s => s.GetRequiredService<GatedStore>());
    }

    public async ValueTask<IReadOnlyList<string>> Commit(CommitGroup group, int writer, CancellationToken ct)
    {
        await Before(group);
        return await inner.Commit(group, writer, ct);
    }

    public Task<IReadOnlyDictionary<string, LedgerHead>> Heads(IReadOnlyCollection<string> ledgers, CancellationToken ct) => inner.Heads(ledgers, ct);

    public ValueTask<LedgerHistory> Read(string ledger, long after, CancellationToken ct) => inner.Read(ledger, after, ct);

    public Task<IReadOnlyDictionary<string, LedgerHistory>> ReadMany(IReadOnlyCollection<string> ledgers, CancellationToken ct) => inner.ReadMany(ledgers, ct);

    public Task<IReadOnlyList<KeyValuePair<string, LedgerHead>>> HeadPage(string after, int limit, CancellationToken ct) => inner.HeadPage(after, limit, ct);

    public Task<IReadOnlyList<string>> Senders(string after, int limit, CancellationToken ct) => inner.Senders(after, limit, ct);

    public Task Park(ParcelKey parcel, string reason, int attempts, DateTimeOffset at, CancellationToken ct) => inner.Park(parcel, reason, attempts, at, ct);

    public Task Unpark(string sender, CancellationToken ct) => inner.Unpark(sender, ct);

    public Task<IReadOnlyList<ParkedParcel>> Parked(int limit, CancellationToken ct) => inner.Parked(limit, ct);

    public Task<(int Waiting, int Parked)> OutboxSize(CancellationToken ct) => inner.OutboxSize(ct);

    public Task SaveSeal(HeadSeal seal, CancellationToken ct) => inner.SaveSeal(seal, ct);

    public Task<IReadOnlyList<HeadSeal>> Seals(int limit, CancellationToken ct) => inner.Seals(limit, ct);
}
