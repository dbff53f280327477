using System.Collections.Concurrent;
using JmaActors.Audit;
using JmaActors.Ledgers;
using Orleans.Concurrency;

namespace JmaActors.Tests.Web.Fakes;

/// <summary>An audit that keeps what it is told.</summary>
sealed class FakeAudit : IAuditGrain
{
    public ConcurrentQueue<LookNote> Looks { get; } = new();

    public ConcurrentQueue<ListNote> Lists { get; } = new();

    public ConcurrentQueue<RefusalNote> Refusals { get; } = new();

    /// <summary>What the next notes wait for: nothing that was read may be told before.</summary>
    public Task Durable { get; set; } = Task.CompletedTask;

    public DateTimeOffset Until { get; set; } = DateTimeOffset.MaxValue;

    public async Task<DateTimeOffset> Look(LookNote note, CancellationToken ct)
    {
        Looks.Enqueue(note);
        await Durable;
        return Until;
    }

    public async Task<int> List(ListNote note, CancellationToken ct)
    {
        Lists.Enqueue(note);
        await Durable;
        return note.Count;
    }

    public async Task<int> Refuse(RefusalNote note, CancellationToken ct)
    {
        Refusals.Enqueue(note);
        await Durable;
        return Refusals.Count;
    }

    public Task Wake(CancellationToken ct) => Task.CompletedTask;

    public Task<Receipt> Receive(Immutable<Parcel[]> parcels, CancellationToken ct) => throw new NotSupportedException();
}
