using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using JmaActors.Ledgers;
using JmaActors.Members;

namespace JmaActors.Dues;

/// <summary>
/// Reads what dues are reckoned from: people's records out of the journal – nobody is woken for a yearly run, and reads of many people go together – and what the associations decided, from their actors. What they
/// said last is kept, so that an actor elsewhere only says that nothing has changed.
/// </summary>
public sealed class DuesRecords(MemberLedger members, LedgerPast past, PersonOpening opening, IGrainFactory grains)
{
    static readonly FrozenDictionary<AssociationId, DuesTariffs> None = FrozenDictionary<AssociationId, DuesTariffs>.Empty;

    readonly ConcurrentDictionary<AssociationId, DuesTariffs> known = new();

    /// <param name="also">A local association the person may come to belong to.</param>
    public async Task<DuesReading> Read(MemberId member, CancellationToken ct, AssociationId? also = null)
    {
        var state = (await past.Read(members, member.Number.ToString(CultureInfo.InvariantCulture), [null], ct))[0];
        if (!state.Registered) return new DuesReading(null, state.Version, "not-registered", None);
        if (state.Merged is not null) return new DuesReading(null, state.Version, DuesReading.Merged, None);
        var person = (await opening.For(member, ct))(state.RecordedIdentities[^1].Sealed);
        // Of somebody who was erased no date can be read: what was reckoned stays as it is.
        if (person == PersonRules.Erased) return new DuesReading(null, state.Version, "erased", None);
        var locals = state.RecordedMemberships.Select(static m => m.Membership.Local);
        return new DuesReading(DuesPerson.Of(person, state.RecordedMemberships), state.Version, null, await Tariffs(locals.Append(also), ct));
    }

    async Task<IReadOnlyDictionary<AssociationId, DuesTariffs>> Tariffs(IEnumerable<AssociationId?> locals, CancellationToken ct)
    {
        var associations = locals.OfType<AssociationId>().Append(AssociationId.Jma).SelectMany(MembershipReach.AndAbove).Distinct().ToList();
        var read = await Task.WhenAll(associations.Select(a => Tariffs(a, ct)));
        return read.All(static t => t.All.Count == 0) ? None : associations.Zip(read).ToDictionary(static p => p.First, static p => p.Second);
    }

    async Task<DuesTariffs> Tariffs(AssociationId association, CancellationToken ct)
    {
        var last = known.GetValueOrDefault(association);
        try
        {
            return await grains.GetGrain<IDuesTariffGrain>(association.Code).Read(last?.Version ?? -1, ct) is { } changed ? known[association] = changed : last!;
        }
        catch (Exception e) when (e is TimeoutException or OrleansException && !ct.IsCancellationRequested)
        {
            // Nobody is left out of a run because a silo went: what cannot be asked is asked again.
            throw new TryAgainException($"What {association} decided about dues cannot be read now; ask again.", e);
        }
    }
}
