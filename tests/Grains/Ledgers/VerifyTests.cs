using JmaActors.Operations;
using Microsoft.Data.Sqlite;

namespace JmaActors.Tests.Grains.Ledgers;

/// <summary>Somebody who may write to the database changes the past by hand: verifying names the ledger, the place and what is wrong there.</summary>
public sealed class VerifyTests
{
    [Theory]
    [InlineData("UPDATE ledger_event SET body = cast(replace(cast(body AS TEXT), '7', '8') AS BLOB) WHERE ledger = 'probe/a' AND version = 2", 2, "changed")]
    [InlineData("UPDATE ledger_event SET recorded_us = recorded_us + 1 WHERE ledger = 'probe/a' AND version = 3", 3, "changed")]
    [InlineData("DELETE FROM ledger_event WHERE ledger = 'probe/a' AND version = 2", 2, "gap")]
    [InlineData("DELETE FROM ledger_event WHERE ledger = 'probe/a' AND version = 4", 4, "shortened")]
    [InlineData("UPDATE ledger_head SET version = 3 WHERE ledger = 'probe/a'", 4, "head-differs")]
    [InlineData("UPDATE ledger_head SET hash = zeroblob(32) WHERE ledger = 'probe/a'", 4, "head-differs")]
    public async Task A_past_changed_by_hand_is_found(string byHand, long at, string fault)
    {
        using var folder = new DataFolder();
        await using var house = await ProbeHouse.Open(folder);
        foreach (var probe in new[] { "a", "b" })
        {
            for (var i = 1; i <= 4; i++) await house.Add(probe, $"k{i}", 7);
        }
        var whole = await Verify(house);

        await Write(folder, byHand);
        var report = await Verify(house);

        Assert.Empty(whole.Faults);
        Assert.Equal([new VerifyFault("probe/a", at, fault)], report.Faults);
        Assert.Equal(whole.Ledgers, report.Ledgers);
    }

    static Task<VerifyReport> Verify(ProbeHouse house) => house.Grains.GetGrain<IOperationsGrain>(0).Verify(null, null, Caller.System, ProbeHouse.Ct);

    static async Task Write(DataFolder folder, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "journal.db")};Pooling=False");
        await connection.OpenAsync(ProbeHouse.Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, await command.ExecuteNonQueryAsync(ProbeHouse.Ct));
    }
}
