using JmaActors.Journal;
using JmaActors.Members;

namespace JmaActors.Rosters;

/// <summary>Whose the credits of a chunk are, by the numbers their rows give.</summary>
sealed class CreditPeople(HashSet<long> members, IReadOnlyDictionary<string, long> registries, IReadOnlyDictionary<string, CardHolder> cards)
{
    public static async Task<CreditPeople> Find(IMemberDirectory directory, PastCredit[] rows, CancellationToken ct)
    {
        var registries = rows.Where(r => r.Registry is not null).Select(r => r.Registry!.Value.Text).Distinct().ToList();
        var cards = rows.Where(r => r.Card is not null).Select(r => r.Card!.Value.Text).Distinct().ToList();
        return new CreditPeople(
            [.. rows.Where(r => r.Member is not null).Select(r => r.Member!.Value.Number)],
            registries.Count == 0 ? new Dictionary<string, long>() : await directory.ByRegistries(registries, ct).OrTryAgain(),
            cards.Count == 0 ? new Dictionary<string, CardHolder>() : await directory.ByCards(cards, ct).OrTryAgain());
    }

    /// <summary>Whose a row is; null with the reason when that cannot be told. Whether a member number is anybody's, its actor says.</summary>
    public (long? Member, string? Reason) Of(PastCredit row)
    {
        var said = new List<long?>(3);
        if (row.Member is { } member) said.Add(members.Contains(member.Number) ? member.Number : null);
        if (row.Registry is { } registry) said.Add(registries.TryGetValue(registry.Text, out var holder) ? holder : null);
        if (row.Card is { } card) said.Add(cards.TryGetValue(card.Text, out var held) ? held.MemberId : null);
        if (said.Count == 0) return (null, "no-person");
        if (said.Contains(null)) return (null, "no-such-person");
        return said.Distinct().Count() == 1 ? (said[0], null) : (null, "no-such-person");
    }
}
