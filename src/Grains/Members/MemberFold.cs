using JmaActors.Ledgers;
using JmaActors.Time;

namespace JmaActors.Members;

/// <summary>
/// How a member's events fold. What is recorded is kept in the order recorded, each with the date it holds from: on a date, the last recorded of those that
/// hold from it or earlier is in force. A later word so replaces what earlier words said from its date on; a correction stands in the place of what it corrects.
/// </summary>
static class MemberFold
{
    public static void Evolve(MemberState state, MemberEvent e, in EventMeta meta)
    {
        var before = state.Membership.Local;
        state.Version = meta.Version;
        state.LastLocal = before ?? state.LastLocal;
        if (!MemberMerging.Evolve(state, e) && !MemberErasing.Evolve(state, e, meta)) Recorded(state, e, meta);
        if (state.Memberships is not null)
        {
            var today = Tokyo.DateOf(meta.Recorded);
            (state.Membership, state.Due) = (state.MembershipOn(today), Ahead(state, today));
        }
        state.FormerLocal = before == state.Membership.Local ? null : before;
    }

    static void Recorded(MemberState state, MemberEvent e, in EventMeta meta)
    {
        switch (e)
        {
            case MemberRegistered registered:
                (state.Registered, state.Since, state.Membership, state.Demonstration) = (true, meta.Effective, registered.Membership, registered.Demonstration);
                Hold(state, registered);
                if (meta.Effective > Tokyo.DateOf(meta.Recorded))
                {
                    // The membership is recorded ahead; the person is who she is from now on.
                    Memberships(state);
                    state.Since = Tokyo.DateOf(meta.Recorded);
                }
                break;
            case ProfileChanged changed:
                Identities(state).Add(new DatedIdentity(meta.Version, meta.Effective, changed.Sealed, changed.Card));
                Done(state, changed.Key);
                Hold(state, changed);
                break;
            case IdentityCorrected corrected:
                var identities = Identities(state);
                var at = identities.FindIndex(i => i.Version == corrected.Of);
                identities[at] = identities[at] with { From = meta.Effective, Sealed = corrected.Sealed, Card = corrected.Card };
                Done(state, corrected.Key);
                if (at == identities.Count - 1) Hold(state, corrected);
                break;
            case MembershipChanged changed:
                Memberships(state).Add(new DatedMembership(meta.Version, meta.Effective, changed.Membership, changed.TakenOver ?? false));
                Done(state, changed.Key);
                break;
            case MembershipCorrected corrected:
                var memberships = Memberships(state);
                var place = memberships.FindIndex(m => m.Version == corrected.Of);
                memberships[place] = memberships[place] with { From = meta.Effective, Membership = corrected.Membership };
                Done(state, corrected.Key);
                break;
        }
    }

    /// <summary>The next date after <paramref name="today"/> on which another membership comes into force; null when none is recorded ahead.</summary>
    public static DateOnly? Ahead(MemberState state, DateOnly today)
    {
        DateOnly? next = null;
        foreach (var recorded in state.RecordedMemberships)
        {
            // What was recorded later and holds from an earlier date replaces what was recorded ahead.
            if (next >= recorded.From) next = null;
            if (recorded.From > today && (next is null || recorded.From < next)) next = recorded.From;
        }
        return next;
    }

    /// <summary>Whoever was recorded last is who somebody is: an identity is never recorded ahead.</summary>
    static void Hold(MemberState state, IdentityEvent identity) => (state.Sealed, state.Card, state.Person) = (identity.Sealed, identity.Card, identity.Person);

    static void Done(MemberState state, string key) => (state.Keys ??= []).Add(key);

    static List<DatedMembership> Memberships(MemberState state) => state.Memberships ??= [new DatedMembership(1, state.Since, state.Membership)];

    static List<DatedIdentity> Identities(MemberState state) => state.Identities ??= [new DatedIdentity(1, state.Since, state.Sealed, state.Card)];
}
