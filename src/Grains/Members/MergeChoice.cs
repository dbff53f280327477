using JmaActors.Merges;

namespace JmaActors.Members;

/// <summary>Who somebody is: attributes and card, as a merge chooses among two.</summary>
public sealed record Identity(Person Person, CardNumber? Card);

/// <summary>What a merge makes of two identities, and what its undoing makes of the outcome. Pure.</summary>
public static class MergeChoice
{
    /// <summary>Where the record that stays lacks something the other one has.</summary>
    public static MergeFields Lacking(MemberView into, MemberView from)
    {
        var fields = MergeFields.None;
        if (into.Person.BirthDate is null && from.Person.BirthDate is not null) fields |= MergeFields.BirthDate;
        if (into.Person.Registry is null && from.Person.Registry is not null) fields |= MergeFields.Registry;
        if (into.Person.LicensedOn is null && from.Person.LicensedOn is not null) fields |= MergeFields.LicensedOn;
        if (into.Card is null && from.Card is not null) fields |= MergeFields.Card;
        if (into.Membership == Membership.None && from.Membership != Membership.None) fields |= MergeFields.Membership;
        return fields;
    }

    /// <summary>The fields in which two records differ.</summary>
    public static MergeFields Differing(MemberView a, MemberView b)
    {
        var fields = MergeFields.None;
        if ((a.Person.Name, a.Person.Kana) != (b.Person.Name, b.Person.Kana)) fields |= MergeFields.Name;
        if (a.Person.BirthDate != b.Person.BirthDate) fields |= MergeFields.BirthDate;
        if (a.Person.Registry != b.Person.Registry) fields |= MergeFields.Registry;
        if (a.Person.LicensedOn != b.Person.LicensedOn) fields |= MergeFields.LicensedOn;
        if (a.Card != b.Card) fields |= MergeFields.Card;
        if (a.Membership != b.Membership) fields |= MergeFields.Membership;
        return fields;
    }

    /// <summary>An identity with the chosen fields of another. A field the other has nothing for stays.</summary>
    public static Identity Take(Identity own, Identity other, MergeFields fields)
    {
        var (person, theirs) = (own.Person, other.Person);
        if (fields.HasFlag(MergeFields.Name)) person = person with { Name = theirs.Name, Kana = theirs.Kana };
        if (fields.HasFlag(MergeFields.BirthDate)) person = person with { BirthDate = theirs.BirthDate ?? person.BirthDate };
        if (fields.HasFlag(MergeFields.Registry)) person = person with { Registry = theirs.Registry ?? person.Registry };
        if (fields.HasFlag(MergeFields.LicensedOn)) person = person with { LicensedOn = theirs.LicensedOn ?? person.LicensedOn };
        return new Identity(person, fields.HasFlag(MergeFields.Card) ? other.Card ?? own.Card : own.Card);
    }

    /// <summary>The identity as it was before, in what the merge had changed and nobody has changed since.</summary>
    public static Identity Undo(Identity now, Identity before, Identity other, MergeFields fields)
    {
        var taken = Take(before, other, fields);
        var (n, b, t) = (now.Person, before.Person, taken.Person);
        var person = n with
        {
            BirthDate = n.BirthDate == t.BirthDate ? b.BirthDate : n.BirthDate,
            Registry = n.Registry == t.Registry ? b.Registry : n.Registry,
            LicensedOn = n.LicensedOn == t.LicensedOn ? b.LicensedOn : n.LicensedOn,
        };
        if ((n.Name, n.Kana) == (t.Name, t.Kana)) person = person with { Name = b.Name, Kana = b.Kana };
        return new Identity(person, now.Card == taken.Card ? before.Card : now.Card);
    }
}
