using JmaActors.Members;

namespace JmaActors.Rosters;

/// <summary>What a row makes of somebody on record: an empty cell says nothing and changes nothing. Pure, and one for the import and its dry run.</summary>
sealed record RowPlan(Person Person, CardNumber? Card, Membership Membership, bool ChangesProfile, bool ChangesMembership)
{
    public static RowPlan Of(RosterRow row, MemberView now)
    {
        var (person, card) = (Merged(PersonRules.Normal(row.Person), now.Person), row.Card ?? now.Card);
        var membership = row.SaysNoMembership ? now.Membership : row.Membership.Keeping(now.Membership);
        return new(person, card, membership, person != now.Person || card != now.Card, membership != now.Membership);
    }

    public bool ChangesNothing => !ChangesProfile && !ChangesMembership;

    static Person Merged(Person row, Person now) => row with
    {
        BirthDate = row.BirthDate ?? now.BirthDate,
        Registry = row.Registry ?? now.Registry,
        LicensedOn = row.LicensedOn ?? now.LicensedOn,
        GraduatedOn = row.GraduatedOn ?? now.GraduatedOn,
    };
}
