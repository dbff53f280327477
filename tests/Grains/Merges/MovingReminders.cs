using Orleans.Runtime;

namespace JmaActors.Tests.Grains.Merges;

/// <summary>The real table of reminders, in which a reminder is never as who takes it away has read it, while a test wishes so.</summary>
sealed class MovingReminders : IReminderTable
{
    IReminderTable inner = null!;

    public volatile bool Moves;

    public IReminderTable Over(IReminderTable real)
    {
        inner = real;
        return this;
    }

    public async Task<int> Standing(GrainId grain) => (await inner.ReadRows(grain)).Reminders.Count;

    public Task StartAsync(CancellationToken cancellationToken) => inner.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => inner.StopAsync(cancellationToken);

    public Task<ReminderTableData> ReadRows(GrainId grainId) => inner.ReadRows(grainId);

    public Task<ReminderTableData> ReadRows(uint begin, uint end) => inner.ReadRows(begin, end);

    public Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) => inner.ReadRow(grainId, reminderName);

    public Task<string?> UpsertRow(ReminderEntry entry) => inner.UpsertRow(entry);

    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag) => Moves ? Task.FromResult(false) : inner.RemoveRow(grainId, reminderName, eTag);

    public Task TestOnlyClearTable() => inner.TestOnlyClearTable();
}
