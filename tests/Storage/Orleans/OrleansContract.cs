using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace JmaActors.Tests.Storage.Orleans;

/// <summary>What Orleans' grain storage and reminders promise over this system's own SQL; each database runs all of it.</summary>
public abstract class OrleansContract : IAsyncLifetime
{
    static readonly DateTime Start = new(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc);

    protected OrleansUnderTest Subject { get; private set; } = null!;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    IGrainStorage Storage => Subject.Services.GetRequiredKeyedService<IGrainStorage>(JmaActors.Storage.OrleansStorage.Snapshots);

    IReminderTable Reminders => Subject.Services.GetRequiredService<IReminderTable>();

    protected abstract Task<OrleansUnderTest> Open();

    public async ValueTask InitializeAsync() => Subject = await Open();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Subject.DisposeAsync();
    }

    [Fact]
    public async Task A_state_is_written_read_changed_and_cleared()
    {
        var grain = GrainId.Create("snapshot", "credits/1");
        var first = new GrainState<List<int>>([1, 2, 3]);
        await Storage.WriteStateAsync("state", grain, first);
        first.State = [4];
        await Storage.WriteStateAsync("state", grain, first);

        var second = new GrainState<List<int>>();
        await Storage.ReadStateAsync("state", grain, second);
        Assert.Equal([4], second.State);
        Assert.Equal(first.ETag, second.ETag);
        Assert.True(second.RecordExists);

        await Storage.ClearStateAsync("state", grain, second);
        var third = new GrainState<List<int>>();
        await Storage.ReadStateAsync("state", grain, third);
        Assert.False(third.RecordExists);
    }

    [Fact]
    public async Task Of_four_first_writes_at_once_exactly_one_wins()
    {
        for (var round = 0; round < 25; round++)
        {
            var grain = GrainId.Create("snapshot", $"race/{round}");
            var writers = Enumerable.Range(0, 4).Select(i => new GrainState<List<int>>([i])).ToList();

            var failures = await Task.WhenAll(writers.Select(w => Task.Run(() => Write(grain, w), Ct)));

            Assert.Single(failures, f => f is null);
            Assert.All(failures.Where(f => f is not null), f => Assert.IsType<InconsistentStateException>(f));
            var stored = new GrainState<List<int>>();
            await Storage.ReadStateAsync("state", grain, stored);
            Assert.Equal(writers[Array.IndexOf(failures, null)].State, stored.State);
        }
    }

    async Task<Exception?> Write(GrainId grain, GrainState<List<int>> state) => await Record.ExceptionAsync(() => Storage.WriteStateAsync("state", grain, state));

    [Fact]
    public async Task A_write_over_a_version_that_has_gone_fails()
    {
        var grain = GrainId.Create("snapshot", "stale");
        var mine = new GrainState<List<int>>([1]);
        await Storage.WriteStateAsync("state", grain, mine);
        var other = new GrainState<List<int>>();
        await Storage.ReadStateAsync("state", grain, other);
        await Storage.WriteStateAsync("state", grain, other);

        await Assert.ThrowsAsync<InconsistentStateException>(() => Storage.WriteStateAsync("state", grain, mine));
        await Assert.ThrowsAsync<InconsistentStateException>(() => Storage.ClearStateAsync("state", grain, mine));
    }

    [Fact]
    public async Task A_reminder_is_kept_found_changed_and_removed_by_its_version()
    {
        var grain = GrainId.Create("tick", "26-001");
        var row = new ReminderEntry { GrainId = grain, ReminderName = "daily", StartAt = Start, Period = TimeSpan.FromDays(1) };

        var first = await Reminders.UpsertRow(row, Ct);
        row.Period = TimeSpan.FromHours(12);
        var second = await Reminders.UpsertRow(row, Ct);
        await Reminders.UpsertRow(new ReminderEntry { GrainId = grain, ReminderName = "monthly", StartAt = Start, Period = TimeSpan.FromDays(30) }, Ct);

        var read = await Reminders.ReadRow(grain, "daily", Ct);
        Assert.Equal((Start, TimeSpan.FromHours(12), second), (read!.StartAt, read.Period, read.ETag));
        Assert.NotEqual(first, second);
        Assert.Equal(["daily", "monthly"], (await Reminders.ReadRows(grain, Ct)).Reminders.Select(r => r.ReminderName).Order());
        Assert.False(await Reminders.RemoveRow(grain, "daily", first!, Ct));
        Assert.True(await Reminders.RemoveRow(grain, "daily", second!, Ct));
        Assert.Null(await Reminders.ReadRow(grain, "daily", Ct));
    }

    [Fact]
    public async Task Reminders_are_found_by_range_of_their_hashes_round_the_ring()
    {
        var grains = Enumerable.Range(0, 40).Select(i => GrainId.Create("tick", $"grain-{i}")).ToList();
        foreach (var grain in grains) await Reminders.UpsertRow(new ReminderEntry { GrainId = grain, ReminderName = "daily", StartAt = Start, Period = TimeSpan.FromDays(1) }, Ct);
        var hashes = grains.Select(g => g.GetUniformHashCode()).Order().ToList();
        var (low, high) = (hashes[10], hashes[30]);

        var inside = (await Reminders.ReadRows(low, high, Ct)).Reminders.Select(r => r.GrainId.GetUniformHashCode()).Order();
        var around = (await Reminders.ReadRows(high, low, Ct)).Reminders.Select(r => r.GrainId.GetUniformHashCode()).Order();

        Assert.Equal(hashes.Where(h => h > low && h <= high), inside);
        Assert.Equal(hashes.Where(h => h > high || h <= low), around);
    }
}
