using System.Text;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Tests.Grains.Associations;

namespace JmaActors.Tests.Grains.Ledgers;

/// <summary>A snapshot spares reading; it never decides. Whatever becomes of it, a ledger wakes as its journal says.</summary>
public sealed class SnapshotTests
{
    /// <summary>More than a page, so that a snapshot is kept and read.</summary>
    const int Commands = JournalLimits.SnapshotAfter + 20;

    public static TheoryData<string> Faults => ["schema", "words", "hash", "ahead", "gone"];

    [Fact]
    public async Task A_long_ledger_wakes_from_its_snapshot()
    {
        using var folder = new DataFolder();
        await Fill(folder);
        // Nobody would change a snapshot like this: it shows that waking took it.
        await Spoil(folder, s => s.State = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(s.State).Replace("\"told\":0", "\"told\":5000", StringComparison.Ordinal)));

        await using var next = await ProbeHouse.Open(folder);

        Assert.Equal(Commands + 5_000, await next.Probe("long").Sum(ProbeHouse.Ct));
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task A_snapshot_that_cannot_be_used_is_passed_over(string fault)
    {
        using var folder = new DataFolder();
        await Fill(folder);
        await Spoil(folder, s => Break(s, fault));

        await using var next = await ProbeHouse.Open(folder);

        Assert.Equal(Commands, await next.Probe("long").Sum(ProbeHouse.Ct));
        Assert.True((await next.Add("long", "k0")).Repeat);
        Assert.Equal(Commands + 1, (await next.Add("long", "one more")).Version);
        Assert.Equal(Commands + 1, await next.Probe("long").Sum(ProbeHouse.Ct));
    }

    static void Break(LedgerSnapshot snapshot, string fault)
    {
        switch (fault)
        {
            case "schema":
                snapshot.Schema = 99;
                break;
            case "words":
                snapshot.State = "{ no json"u8.ToArray();
                break;
            case "hash":
                // Of the same length and another past: a journal that was set back and went on differently.
                snapshot.Hash = [.. snapshot.Hash.Select(b => (byte)~b)];
                break;
            case "ahead":
                // The journal was set back to before the snapshot.
                snapshot.Version = Commands + 500;
                break;
            default:
                snapshot.Version = 0;
                break;
        }
    }

    static async Task Fill(DataFolder folder)
    {
        await using var house = await ProbeHouse.Open(folder);
        await Task.WhenAll(Enumerable.Range(0, Commands).Select(i => house.Add("long", $"k{i}")));
        await Eventually.Be("a snapshot", async () => (await Kept(house)).State!.Version, v => v >= JournalLimits.SnapshotAfter, ProbeHouse.Ct);
    }

    static async Task Spoil(DataFolder folder, Action<LedgerSnapshot> spoil)
    {
        await using var house = await ProbeHouse.Open(folder);
        var kept = await Kept(house);
        spoil(kept.State!);
        await house.Service<SnapshotStore>().Write(house.Probe("long").GetGrainId(), kept);
    }

    static Task<GrainState<LedgerSnapshot>> Kept(ProbeHouse house) => house.Service<SnapshotStore>().Read(house.Probe("long").GetGrainId());
}
