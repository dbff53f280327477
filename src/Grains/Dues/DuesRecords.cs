using System.Globalization;
using JmaActors.Ledgers;
using JmaActors.Members;

namespace JmaActors.Dues;

/// <summary>Reads what dues are reckoned from out of people's records, from the journal: nobody is woken for a yearly run, and reads of many people go together.</summary>
public sealed class DuesRecords(MemberLedger members, LedgerPast past, PersonOpening opening)
{
    /// <summary>The person without reductions, and the record's version; null when nobody is registered, or the record was merged into another.</summary>
    public async Task<(DuesPerson Person, long Version)?> Read(MemberId member, CancellationToken ct)
    {
        var state = (await past.Read(members, member.Number.ToString(CultureInfo.InvariantCulture), [null], ct))[0];
        if (!state.Registered || state.Merged is not null) return null;
        var person = (await opening.For(member, ct))(state.RecordedIdentities[^1].Sealed);
        return (DuesPerson.Of(person, MembershipPeriods.Of(state.RecordedMemberships), []), state.Version);
    }
}
