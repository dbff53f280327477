using JmaActors.Credits;
using JmaActors.Members;
using JmaActors.Web.Http;
using JmaActors.Web.Members;

namespace JmaActors.Web.Records;

/// <summary>Corrects an entry: what is left out was right.</summary>
/// <param name="Units">What the units are.</param>
/// <param name="Code">The curriculum code, or the number of the scheme's subject.</param>
/// <param name="Date">The civil date it was earned on.</param>
/// <param name="Scheme">The scheme it counts under.</param>
/// <param name="Reason">Why.</param>
public sealed record CorrectCreditBody(string Reason, Units? Units = null, CurriculumCode? Code = null, DateOnly? Date = null, CreditScheme? Scheme = null)
{
    public CorrectCredit ToCommand(string entry, Caller caller) => new(entry, Units, Code, Date, Scheme, Input.Text(Reason, "reason", CreditLimits.TitleLength), caller);
}

/// <summary>Corrects what an event recorded of the membership.</summary>
/// <param name="Key">The sender's key, 1 to 100 characters: the same again gets the first answer.</param>
/// <param name="Of">Version of the event that recorded what is wrong.</param>
/// <param name="Membership">What holds in its place.</param>
/// <param name="EffectiveFrom">From when it holds.</param>
public sealed record CorrectMembershipBody(string Key, long Of, MembershipBody Membership, DateOnly EffectiveFrom, string Reason)
{
    public CorrectMembership ToCommand(Caller caller) => new(
        Input.Text(Key, "key", MemberLimits.KeyLength), Of, Membership.ToMembership(), EffectiveFrom, Input.Text(Reason, "reason", MemberLimits.ReasonLength), caller);
}

/// <summary>Corrects what an event recorded of the identity.</summary>
/// <inheritdoc cref="CorrectMembershipBody" />
public sealed record CorrectIdentityBody(string Key, long Of, PersonBody Person, DateOnly EffectiveFrom, string Reason, CardNumber? Card = null)
{
    public CorrectIdentity ToCommand(Caller caller) => new(
        Input.Text(Key, "key", MemberLimits.KeyLength), Of, Person.Checked(), Card, EffectiveFrom, Input.Text(Reason, "reason", MemberLimits.ReasonLength), caller);
}
