using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Proofs;

namespace JmaActors.Storage.Views;

/// <summary>Lists certificates that were issued before the view <c>proof</c> was, from their own events.</summary>
public sealed class ProofRows(IViewDatabase database, IJournalStore store, CertificateLedger ledger)
{
    /// <summary>Ledgers read in one go.</summary>
    const int Page = 500;

    /// <summary>The writer whose connection is used: it takes turns with the journal's own.</summary>
    const int Writer = 0;

    const string Prefix = "certificate/";

    /// <summary>The character after the one the prefix ends with: ledgers of the kind end there.</summary>
    const string End = "certificate0";

    readonly ViewDialect dialect = database.Dialect;

    /// <summary>Walks all certificates. Answers how many rows were written.</summary>
    public async Task<int> Mend(CancellationToken ct)
    {
        var (written, after) = (0, Prefix);
        while (true)
        {
            var page = (await store.HeadPage(after, Page, ct)).Select(h => h.Key).Where(name => string.CompareOrdinal(name, End) < 0).ToList();
            if (page.Count == 0) return written;
            for (var missing = await Missing(page, ct); missing.Count > 0; missing = await Moved(missing, ct)) written += await Write(missing, ct);
            after = page[^1];
        }
    }

    /// <summary>Ledgers with the version their rows were made of; 0 for those not read yet.</summary>
    async Task<Dictionary<string, long>> Missing(List<string> ledgers, CancellationToken ct)
    {
        var codes = ledgers.ConvertAll(l => l[Prefix.Length..]);
        var sql = new ViewQuery($"SELECT c.code FROM {dialect.Table("proof")} c").Where(dialect.In("c.code", "@codes")).With("codes", codes.ToArray());
        var shown = await database.Query(sql, r => Rows.List(r, x => x.GetString(0)).ToHashSet(StringComparer.Ordinal), ct);
        return codes.Where(c => !shown.Contains(c)).ToDictionary(c => Prefix + c, _ => 0L, StringComparer.Ordinal);
    }

    async Task<int> Write(Dictionary<string, long> ledgers, CancellationToken ct)
    {
        var batch = new ViewBatch(ProofViews.Proofs);
        foreach (var (name, history) in await store.ReadMany(ledgers.Keys, ct))
        {
            ledgers[name] = history.Head.Version;
            batch.Puts.AddRange(ViewReplay.Of(ledger, name[Prefix.Length..], history.Events).Where(r => r.Table == ProofViews.Proofs).Select(r => r.Row));
        }
        batch.Puts.Sort(static (a, b) => string.CompareOrdinal(((ProofRow)a).Code, ((ProofRow)b).Code));
        var group = new CommitGroup();
        group.Views.Add(batch);
        await store.Commit(group, Writer, ct);
        return batch.Puts.Count;
    }

    /// <summary>Those that changed while their rows were written.</summary>
    async Task<Dictionary<string, long>> Moved(Dictionary<string, long> written, CancellationToken ct)
    {
        var heads = await store.Heads(written.Keys, ct);
        return written.Where(w => heads.TryGetValue(w.Key, out var head) && head.Version != w.Value).ToDictionary(StringComparer.Ordinal);
    }
}
