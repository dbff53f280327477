using System.Text;
using JmaActors.Journal;

namespace JmaActors.Tests.Storage.Journal;

/// <summary>Builds commit groups and remembers where each ledger stands, as the writer and its ledgers do.</summary>
sealed class Groups
{
    readonly Dictionary<string, LedgerHead> heads = [];

    public LedgerHead HeadOf(string ledger) => heads.GetValueOrDefault(ledger, LedgerHead.None);

    public void Believe(string ledger, LedgerHead head) => heads[ledger] = head;

    /// <summary>A group that appends one event to each ledger; the heads are taken as moved.</summary>
    public CommitGroup Append(params IEnumerable<string> ledgers)
    {
        var group = new CommitGroup();
        foreach (var ledger in ledgers.Order(StringComparer.Ordinal)) Add(group, ledger, 1);
        return group;
    }

    public CommitGroup Append(string ledger, int events)
    {
        var group = new CommitGroup();
        Add(group, ledger, events);
        return group;
    }

    /// <summary>A group that puts rows of a ledger without an event: its head stays.</summary>
    public CommitGroup Rows(string ledger)
    {
        var group = new CommitGroup();
        Add(group, ledger, 0);
        return group;
    }

    void Add(CommitGroup group, string ledger, int events)
    {
        var before = HeadOf(ledger);
        var head = before;
        for (var i = 0; i < events; i++)
        {
            var row = Event(ledger, head);
            group.Events.Add(row);
            head = new LedgerHead(row.Version, row.Hash);
        }
        group.Heads.Add(new HeadMove(ledger, before.Version, before.Hash, head.Version, head.Hash));
        heads[ledger] = head;
    }

    static EventRow Event(string ledger, LedgerHead before)
    {
        var version = before.Version + 1;
        var body = Encoding.UTF8.GetBytes($$"""{"m":{},"e":{"name":"𠮷野 髙 😀","n":{{version}} } }""");
        var recorded = 1_700_000_000_000_000 + version;
        return new EventRow(ledger, version, "tested", 1, recorded, body, HashChain.Next(before.Hash, ledger, version, "tested", 1, recorded, body));
    }
}

static class GroupExtensions
{
    public static CommitGroup Put(this CommitGroup group, params TestRow[] rows)
    {
        View(group).Puts.AddRange(rows);
        return group;
    }

    public static CommitGroup Add(this CommitGroup group, params TestRow[] rows)
    {
        View(group).Adds.AddRange(rows);
        return group;
    }

    public static CommitGroup Remove(this CommitGroup group, params TestRow[] rows)
    {
        View(group).Deletes.AddRange(rows);
        return group;
    }

    public static CommitGroup Send(this CommitGroup group, params string[] receivers)
    {
        var from = group.Events[^1];
        foreach (var receiver in receivers) group.Parcels.Add(new ParcelRow(from.Ledger, from.Version, receiver, "told", [1, 2, 3]));
        return group;
    }

    static ViewBatch View(CommitGroup group)
    {
        if (group.Views.Count == 0) group.Views.Add(new ViewBatch(TestView.Table));
        return group.Views[0];
    }
}
