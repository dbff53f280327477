using JmaActors.Journal;
using JmaActors.Members;

namespace JmaActors.Training;

/// <summary>Finds who stands at the door: by card, by pass, or picked by hand. Used on one actor's scheduler only.</summary>
sealed class DoorLookup(IMemberDirectory directory, JournalLimits limits, TimeProvider time)
{
    readonly HolderCache<string> cards = new(directory.ByCards, limits, time);
    readonly HolderCache<long> people = new(async (ids, ct) => (await directory.LocalAssociations(ids, ct)).ToDictionary(p => p.Key, p => new CardHolder(p.Key, p.Value, false)), limits, time);

    /// <summary>A tap with who it is.</summary>
    public async ValueTask<DoorTap> Find(TapCard tap, TapKey key, CancellationToken ct) =>
        new(tap, tap.Person is { } person ? await people.Find(person.Number, ct) : await cards.Find(tap.Card.Text, ct), key);

    /// <summary>Who has a number; null when nobody has.</summary>
    public ValueTask<CardHolder?> Person(long member, CancellationToken ct) => people.Find(member, ct);

    /// <summary>Who has which number; unknown numbers are left out.</summary>
    public async Task<IReadOnlyDictionary<long, CardHolder>> People(IReadOnlyCollection<long> members, CancellationToken ct)
    {
        var found = new Dictionary<long, CardHolder>(members.Count);
        foreach (var (member, holder) in members.Zip(await Task.WhenAll(members.Select(m => people.Find(m, ct).AsTask()))))
        {
            if (holder is not null) found.Add(member, holder);
        }
        return found;
    }
}
