using JmaActors.Members;

namespace JmaActors.Rosters;

/// <summary>
/// Whom a row of somebody's file may be about: whoever its sender could register or change one by one. An office reaches the members of its own layer in its
/// own area, and may let them go; nobody else but the operator imports. Pure.
/// </summary>
static class RowReach
{
    public static bool Registers(Caller by, Membership membership) => Everybody(by) || (Own(by) is { } own && own.Sees(membership));

    public static bool Sees(Caller by, Membership membership) => Registers(by, membership);

    public static bool Changes(Caller by, Membership before, Membership after) =>
        Everybody(by) || (Own(by) is { } own && own.Sees(before) && (MembershipReach.Leaves(before, after) || own.Sees(after)));

    static bool Everybody(Caller by) => by.Role is CallerRole.System or CallerRole.Operator;

    static AssociationId? Own(Caller by) => by is { Role: CallerRole.Office, For: null } && AssociationId.TryParse(by.Scope, out var own) ? own : null;
}
