using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Members;

namespace JmaActors.Rosters;

/// <summary>
/// Brings the rows of one chunk to their members, or only looks what would come of it. Whether a row creates somebody is decided by the actors that hold its
/// registry and card number, what it changes by the member; here rows are only handed out, many at once, with what they will read fetched beforehand.
/// </summary>
sealed class ChunkWork(IGrainFactory grains, IJournal journal, IMemberDirectory directory, PersonKeyring keyring, string import, ImportStarted started, DateTimeOffset now)
{
    /// <summary>Rows under way at once.</summary>
    const int AtOnce = 128;

    readonly ChunkTally tally = new();

    public async Task<ChunkImported> Run(ImportChunk chunk, string digest, CancellationToken ct)
    {
        foreach (var error in chunk.Unreadable) tally.Fail(error);
        var sound = Sound(chunk.Roster, chunk.Caller);
        var known = await Known(sound, ct);
        var items = await Numbered(chunk, sound, known, ct);
        await Prefetch(items, ct);
        IRowWork work = chunk.DryRun ? new RowTrial(grains, started, chunk.Caller, now) : new RowWork(grains, import, started, chunk.Caller, PersonRules.Today(now));
        await SideBySide.Do(items, AtOnce, async item =>
        {
            var (outcome, refusal) = await work.Bring(item, ct);
            if (refusal is null) tally.Add(outcome);
            else tally.Fail(Error(item.Row, refusal));
        });
        return tally.Of(chunk.Index, digest);
    }

    /// <summary>The rows with the numbers of those who are on record, and with new ones where somebody may have to be put on it.</summary>
    async Task<List<RowItem>> Numbered(ImportChunk chunk, List<(string Key, RosterRow Row)> sound, Dictionary<string, long> known, CancellationToken ct)
    {
        var fresh = chunk.DryRun || started.Mode == ImportMode.UpdateOnly ? 0 : sound.Count(r => !known.ContainsKey(r.Key));
        if (fresh > 0 && chunk.First > 0) return [.. sound.Select((r, i) => Item(r, chunk.First + i))];
        var number = fresh == 0 ? 0 : (await grains.GetGrain<IMemberNumberGrain>(0).Allocate(fresh, chunk.Caller, ct)).Value;
        return sound.ConvertAll(r => Item(r, number == 0 || known.ContainsKey(r.Key) ? 0 : number++));

        RowItem Item((string Key, RosterRow Row) row, long given) => known.TryGetValue(row.Key, out var member) ? new(row.Key, row.Row, new(member), false) : new(row.Key, row.Row, new(given), true);
    }

    /// <summary>Rows that can be brought: with a key, once in the chunk, and nothing wrong with them whatever is on record.</summary>
    List<(string Key, RosterRow Row)> Sound(RosterRow[] rows, Caller by)
    {
        var seen = new HashSet<string>(rows.Length, StringComparer.Ordinal);
        var sound = new List<(string, RosterRow)>(rows.Length);
        foreach (var row in rows)
        {
            var key = RosterRules.NaturalKey(row);
            var fault = key is null ? new Refusal("no-key") : MemberDecider.Fault(RosterRules.Registration(row, started, by, PersonRules.Today(now)), PersonRules.Normal(row.Person), now);
            if (fault is null && !seen.Add(key!)) fault = new Refusal("duplicate-row");
            if (fault is null) sound.Add((key!, row));
            else tally.Fail(Error(row, fault));
        }
        return sound;
    }

    /// <summary>Members the views know by these keys. Who is not among them may still be on record: their actors know.</summary>
    async Task<Dictionary<string, long>> Known(List<(string Key, RosterRow Row)> sound, CancellationToken ct)
    {
        var known = new Dictionary<string, long>(StringComparer.Ordinal);
        var registries = sound.Where(r => r.Row.Person.Registry is not null).Select(r => r.Row.Person.Registry!.Value.Text).ToList();
        var cards = sound.Where(r => r.Row is { Person.Registry: null, Card: not null }).Select(r => r.Row.Card!.Value.Text).ToList();
        if (registries.Count > 0) foreach (var (registry, member) in await directory.ByRegistries(registries, ct)) known[Identifiers.Key(new RegistryNumber(registry))] = member;
        if (cards.Count > 0) foreach (var (card, holder) in await directory.ByCards(cards, ct)) known[Identifiers.Key(new CardNumber(card))] = holder.MemberId;
        return known;
    }

    async Task Prefetch(List<RowItem> items, CancellationToken ct)
    {
        await journal.Prefetch(items.Where(i => i.Member.Number > 0).Select(i => LedgerNames.Name("member", i.Member.Number)).ToList(), ct);
        var known = items.Where(i => !i.Fresh).Select(i => i.Member.Number).ToList();
        if (known.Count > 0) await keyring.Prefetch(known, ct);
    }

    static RowError Error(RosterRow row, Refusal refusal) => new(row.Line, RosterRules.Column(refusal.Reason), refusal.Reason, refusal.Detail);
}
