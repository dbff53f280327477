using System.Globalization;
using JmaActors.Ledgers;
using JmaActors.Members;

namespace JmaActors.Dues;

/// <summary>Reads what dues are reckoned from out of people's records, from the journal: nobody is woken for a yearly run, and reads of many people go together.</summary>
public sealed class DuesRecords(MemberLedger members, LedgerPast past, PersonOpening opening)
{
    public async Task<DuesReading> Read(MemberId member, CancellationToken ct)
    {
        var state = (await past.Read(members, member.Number.ToString(CultureInfo.InvariantCulture), [null], ct))[0];
        if (!state.Registered) return new DuesReading(null, state.Version, "not-registered");
        if (state.Merged is not null) return new DuesReading(null, state.Version, DuesReading.Merged);
        var person = (await opening.For(member, ct))(state.RecordedIdentities[^1].Sealed);
        // Of somebody who was erased no date can be read: what was reckoned stays as it is.
        if (person == PersonRules.Erased) return new DuesReading(null, state.Version, "erased");
        return new DuesReading(DuesPerson.Of(person, state.RecordedMemberships), state.Version, null);
    }
}
