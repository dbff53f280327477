using JmaActors.Members;
using JmaActors.Web.Http;

namespace JmaActors.Web.Members;

/// <summary>Registers a person.</summary>
/// <param name="Key">The sender's key for this registration, 1 to 100 characters: the same again finds the same person.</param>
/// <param name="EffectiveFrom">Civil date (Asia/Tokyo) from which it counts; today when left out.</param>
public sealed record RegisterBody(
    string Key, PersonBody Person, CardNumber? Card = null, MembershipBody? Membership = null, bool Demonstration = false, DateOnly? EffectiveFrom = null)
{
    public RegisterMember ToCommand(DateOnly today, Caller caller) =>
        new(Person.Checked(), Card, Membership?.ToMembership() ?? JmaActors.Members.Membership.None, Demonstration, EffectiveFrom ?? today, caller);
}

/// <summary>Identity of a person.</summary>
public sealed record PersonBody(string Name, string Kana, DateOnly? BirthDate = null, RegistryNumber? Registry = null, DateOnly? LicensedOn = null, DateOnly? GraduatedOn = null)
{
    public Person Checked() => new(
        Input.Text(Name, "person.name", MemberLimits.NameLength), Input.Text(Kana, "person.kana", MemberLimits.NameLength), BirthDate, Registry, LicensedOn, GraduatedOn);
}

/// <param name="Local">The local (or university) association; null for none.</param>
/// <param name="Layers">Any of <c>local</c>, <c>prefecture</c>, <c>jma</c>.</param>
/// <param name="Category">会員区分: <c>a1</c>, <c>a2B</c>, <c>a2C</c>, <c>b</c>, <c>c</c>; null for none.</param>
/// <param name="Covered">Covered by the liability insurance, where it does not follow from the category.</param>
/// <param name="Practice">施設上の身分: <c>hospitalHead</c>, <c>clinicHead</c>, <c>employed</c>, <c>resident</c>; null while not known.</param>
public sealed record MembershipBody(AssociationId? Local, MembershipLayers Layers, MemberCategory? Category, bool? Covered = null, PracticeRole? Practice = null)
{
    public Membership ToMembership() => new(Local, Layers, Category, Covered, Practice);
}

/// <summary>Replaces the identity attributes of a person.</summary>
public sealed record ProfileBody(string Key, PersonBody Person, CardNumber? Card, DateOnly? EffectiveFrom, string Reason)
{
    public ChangeProfile ToCommand(DateOnly today, Caller caller) => new(
        Input.Text(Key, "key", MemberLimits.KeyLength), Person.Checked(), Card, EffectiveFrom ?? today, Input.Text(Reason, "reason", WebLimits.Reason), caller);
}

/// <summary>Changes associations and category from a date.</summary>
public sealed record ChangeMembershipBody(string Key, MembershipBody Membership, DateOnly? EffectiveFrom, string Reason)
{
    public ChangeMembership ToCommand(DateOnly today, Caller caller) => new(
        Input.Text(Key, "key", MemberLimits.KeyLength), Membership.ToMembership(), EffectiveFrom ?? today, Input.Text(Reason, "reason", WebLimits.Reason), caller);
}
