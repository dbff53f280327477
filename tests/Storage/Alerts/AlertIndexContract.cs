using JmaActors.Alerts;
using JmaActors.Storage.Views;
using JmaActors.Tests.Storage.Journal;
using JmaActors.WorkHours;

namespace JmaActors.Tests.Storage.Alerts;

/// <summary>Which inboxes have a letter due, and for whom something may fall due with nothing happening; each database runs all of it.</summary>
public abstract class AlertIndexContract : IAsyncLifetime
{
    const long First = 1_000_000_001;

    static readonly DateTimeOffset Now = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    StoreUnderTest subject = null!;
    SqlAlertIndex index = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<StoreUnderTest> Open();

    public async ValueTask InitializeAsync()
    {
        subject = await Open();
        await subject.EnsureSchema([.. WorkHoursViews.All, .. AlertBoxViews.All]);
        index = new(subject.Views);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await subject.DisposeAsync();
    }

    [Fact]
    public async Task Letters_that_are_due_come_the_longest_waiting_first_and_no_others()
    {
        await subject.Put(
            AlertBoxViews.Boxes, new AlertBoxRow("member:1", Now, 1, 1), new AlertBoxRow("member:2", Now.AddMinutes(-5), 0, 1), new AlertBoxRow("member:3", null, 9, 1), new AlertBoxRow("member:4", Now.AddSeconds(1), 1, 1));

        Assert.Equal(["member:2", "member:1"], await index.DueLetters(Now, 10, Ct));
        Assert.Equal(["member:2"], await index.DueLetters(Now, 1, Ct));
    }

    static WorkHoursRow Row(int n, string at, DateOnly? due = null, bool on = false, DateTimeOffset? asOf = null) => new(
        First + n, at, (int)WorkLevel.B, on ? Now : null, 0, null, new DateOnly(2026, 11, 1), 0, 0, 0, new DateOnly(2026, 4, 1), 0, 1, 0, 1, due is null ? 0 : 60, due, -1, "", asOf ?? Now, 1);

    [Fact]
    public async Task Those_for_whom_something_may_fall_due_come_once_each_in_order_of_their_number()
    {
        var (soon, month, seen) = (new DateOnly(2026, 12, 7), Now.AddDays(-22), Now.AddDays(-70));
        await subject.Put(
            WorkHoursViews.Hours, Row(0, "W1", due: soon), Row(0, "W2", due: soon), Row(1, "W1", due: soon.AddDays(1)), Row(2, "W1", on: true), Row(3, "W1"), Row(4, "W1", asOf: month.AddSeconds(-1)), Row(5, "W1", asOf: seen.AddSeconds(-1)),
            Row(6, "W1", asOf: seen.AddSeconds(-1)) with { Untold = true });

        Assert.Equal([0, 2, 4, 6], (await index.Waiting(0, soon, month, seen, 10, Ct)).Select(m => m.Number - First));
        Assert.Equal([2], (await index.Waiting(First, soon, month, seen, 1, Ct)).Select(m => m.Number - First));
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqliteAlertIndexTests : AlertIndexContract
{
    protected override Task<StoreUnderTest> Open() => SqliteUnderTest.Open();
}

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresAlertIndexTests : AlertIndexContract
{
    protected override Task<StoreUnderTest> Open() => PostgresUnderTest.Open();
}
