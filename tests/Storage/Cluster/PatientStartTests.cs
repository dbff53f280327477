using JmaActors.Composition;
using Npgsql;

namespace JmaActors.Tests.Storage.Cluster;

public class PatientStartTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Two processes that start make their tables at once: one of them may be told of a deadlock, or wait too long for an answer.</summary>
    [Fact]
    public async Task A_start_asks_again_what_the_database_did_not_answer()
    {
        var asked = 0;

        var answer = await PatientStart.Ask(_ => ++asked switch
        {
            1 => throw new PostgresException("deadlock detected", "ERROR", "ERROR", PostgresErrorCodes.DeadlockDetected),
            2 => throw new NpgsqlException("no answer", new TimeoutException()),
            _ => Task.FromResult("here"),
        }, Ct, TimeSpan.Zero);

        Assert.Equal("here", answer);
    }

    [Fact]
    public async Task It_gives_up_with_what_the_database_said()
    {
        var asked = 0;

        var given = await Assert.ThrowsAsync<InvalidOperationException>(() => PatientStart.Ask<int>(_ =>
        {
            asked++;
            throw new NpgsqlException("no answer", new TimeoutException());
        }, Ct, TimeSpan.Zero));

        Assert.Contains("no answer", given.Message, StringComparison.Ordinal);
        Assert.Equal(PatientStart.Attempts, asked);
    }

    [Fact]
    public async Task What_will_not_pass_is_not_asked_again()
    {
        var asked = 0;

        await Assert.ThrowsAsync<PostgresException>(() => PatientStart.Ask<int>(_ =>
        {
            asked++;
            throw new PostgresException("no such database", "FATAL", "FATAL", PostgresErrorCodes.InvalidCatalogName);
        }, Ct, TimeSpan.Zero));

        Assert.Equal(1, asked);
    }
}
