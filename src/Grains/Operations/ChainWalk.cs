using JmaActors.Journal;

namespace JmaActors.Operations;

/// <summary>Walks a ledger's hash chain over the stored bytes.</summary>
public sealed class ChainWalk(IJournalStore store)
{
    /// <summary>The first fault of a ledger, or null, and how many events were walked.</summary>
    public async Task<(long Events, VerifyFault? Fault)> Walk(string ledger, LedgerHistory? first, CancellationToken ct)
    {
        var history = first ?? await store.Read(ledger, 0, ct);
        var (version, hash) = (0L, Array.Empty<byte>());
        while (true)
        {
            foreach (var row in history.Events)
            {
                if (row.Version != version + 1) return (version, new VerifyFault(ledger, version + 1, "gap"));
                hash = HashChain.Next(hash, row);
                version = row.Version;
                if (!hash.AsSpan().SequenceEqual(row.Hash)) return (version, new VerifyFault(ledger, version, "changed"));
            }
            if (version >= history.Head.Version || history.Events.Count == 0) break;
            history = await store.Read(ledger, version, ct);
        }
        var end = await Head(ledger, history, version, ct);
        if (version < end.Version) return (version, new VerifyFault(ledger, version + 1, "shortened"));
        return version > end.Version || !hash.AsSpan().SequenceEqual(end.Hash)
            ? (version, new VerifyFault(ledger, version, "head-differs"))
            : (version, null);
    }

    /// <summary>The head to compare with: the one read, or, when the ledger grew while it was walked, the one of now.</summary>
    async Task<LedgerHead> Head(string ledger, LedgerHistory history, long walked, CancellationToken ct)
    {
        if (history.Head.Version == walked) return history.Head;
        var heads = await store.Heads([ledger], ct);
        return heads.TryGetValue(ledger, out var head) ? head : LedgerHead.None;
    }
}
