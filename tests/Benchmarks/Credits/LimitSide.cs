using System.Diagnostics;
using JmaActors.Credits;
using JmaActors.Journal;

namespace JmaActors.Benchmarks.Credits;

/// <summary>The group-commit writer fed directly: the same rows, no actor, no decision. Each worker has ledgers of its own.</summary>
sealed class LimitSide(IServiceProvider services) : Side("limit", 1024, 2048, 4096)
{
    readonly GroupJournal journal = services.GetRequiredService<GroupJournal>();
    readonly LedgerHead[] heads = new LedgerHead[Database.Members];
    readonly string[] names = new string[Database.Members];
    readonly byte[] body = new byte[260];
    int[] turns = [];

    public override Task Prepare()
    {
        for (var i = 0; i < names.Length; i++) (names[i], heads[i]) = ($"limit/{i}", LedgerHead.None);
        Random.Shared.NextBytes(body);
        turns = new int[4096];
        return Task.CompletedTask;
    }

    protected override Task Command(int worker, long n)
    {
        // A worker goes round its own ledgers: their heads move by its hand only.
        var own = Math.Max(1, (Database.Members - worker + Concurrency - 1) / Concurrency);
        var at = worker + turns[worker]++ % own * Concurrency;
        var head = heads[at];
        var version = head.Version + 1;
        var hash = HashChain.Next(head.Hash, names[at], version, "limit", 1, version, body);
        var member = 2_000_000_000L + at;
        var end = new AppendEnd<bool>(true);
        var append = new Append
        {
            Ledger = names[at],
            Shard = at,
            Expected = head.Version,
            ExpectedHash = head.Hash,
            Events = [new EventRow(names[at], version, "limit", 1, version, body, hash)],
            Views =
            [
                new ViewRow(CreditViews.Standings, new ViewKey(member), new CreditStandingRow(member, 2026, 5, 0, 5, 0, 1, 15, false, 15, false, 15, false), false),
            ],
            Arrived = Stopwatch.GetTimestamp(),
            End = end,
        };
        heads[at] = new LedgerHead(version, hash);
        journal.Append(append);
        return end.Task;
    }
}
