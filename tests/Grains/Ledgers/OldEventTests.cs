using System.Text;
using JmaActors.Journal;

namespace JmaActors.Tests.Grains.Ledgers;

/// <summary>Events stored by an older version wake an actor of today; what cannot be read stops it rather than being guessed.</summary>
public sealed class OldEventTests
{
    [Fact]
    public async Task Events_of_older_schemas_are_brought_up_to_date_when_the_actor_wakes_and_stay_as_stored()
    {
        using var folder = new DataFolder();
        await using var house = await ProbeHouse.Open(folder);
        await Store(house, "a", ("added", 1, """{"key":"old","halves":21}"""), ("added", 2, """{"key":"newer","amount":8}"""));

        Assert.Equal(50, await house.Probe("a").Sum(ProbeHouse.Ct));
        Assert.True((await house.Add("a", "old", 99)).Repeat);
        Assert.Equal(3, (await house.Add("a", "today", 1)).Version);
        Assert.Equal(51, await house.Probe("a").Sum(ProbeHouse.Ct));
        Assert.Equal(["added", "added", "added"], await house.Stored("a"));
    }

    [Fact]
    public async Task An_event_of_a_newer_version_keeps_the_actor_asleep_and_nothing_is_written_after_it()
    {
        using var folder = new DataFolder();
        await using var house = await ProbeHouse.Open(folder);
        await Store(house, "a", ("added", 9, """{"key":"future","mystery":1}"""));

        await Assert.ThrowsAnyAsync<Exception>(() => house.Add("a", "1"));

        Assert.Equal(["added"], await house.Stored("a"));
    }

    static async Task Store(ProbeHouse house, string probe, params (string Type, short Schema, string Body)[] events)
    {
        var (ledger, group, hash) = ($"probe/{probe}", new CommitGroup(), Array.Empty<byte>());
        foreach (var (type, schema, body) in events)
        {
            var bytes = Encoding.UTF8.GetBytes($$"""{"m":{"s":"system","r":0,"c":"*","f":739000,"w":"old"},"e":{{body}}}""");
            var version = group.Events.Count + 1;
            hash = HashChain.Next(hash, ledger, version, type, schema, version, bytes);
            group.Events.Add(new EventRow(ledger, version, type, schema, version, bytes, hash));
        }
        group.Heads.Add(new HeadMove(ledger, 0, [], group.Events.Count, hash));
        Assert.Empty(await house.Service<IJournalStore>().Commit(group, 0, ProbeHouse.Ct));
    }
}
