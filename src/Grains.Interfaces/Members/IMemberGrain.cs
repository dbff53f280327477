using JmaActors.Benefits;
using JmaActors.Ledgers;

namespace JmaActors.Members;

/// <summary>Identity and membership of one person. Keyed by <see cref="MemberId.Number"/>.</summary>
[Alias("member-grain")]
public interface IMemberGrain : IGrainWithIntegerKey, ILedgerGrain
{
    /// <summary>Records a person for the first time. Natural key: the member id; a repeat gets the first answer.</summary>
    [Alias("register")]
    Task<Answer<MemberView>> Register(RegisterMember command, CancellationToken ct);

    /// <summary>Changes identity attributes. Natural key: <see cref="ChangeProfile.Key"/>.</summary>
    [Alias("change-profile")]
    Task<Answer<MemberView>> ChangeProfile(ChangeProfile command, CancellationToken ct);

    /// <summary>
    /// Changes the associations and the category from a date, past or future: from then on it replaces whatever was recorded before. Natural key: <see cref="ChangeMembership.Key"/>.
    /// </summary>
    [Alias("change-membership")]
    Task<Answer<MemberView>> ChangeMembership(ChangeMembership command, CancellationToken ct);

    /// <summary>
    /// Puts another membership, or another date, in the place of what an earlier event recorded; both stay visible. Natural key: <see cref="CorrectMembership.Key"/>.
    /// </summary>
    [Alias("correct-membership")]
    Task<Answer<MemberView>> CorrectMembership(CorrectMembership command, CancellationToken ct);

    /// <summary>The same of identity attributes. Natural key: <see cref="CorrectIdentity.Key"/>.</summary>
    [Alias("correct-identity")]
    Task<Answer<MemberView>> CorrectIdentity(CorrectIdentity command, CancellationToken ct);

    /// <summary>What a correction of the membership would change; nothing is recorded. Null when nobody was registered under this id.</summary>
    [Alias("try-membership")]
    Task<MembershipTrial?> TryMembership(CorrectMembership command, CancellationToken ct);

    /// <summary>The record with everything recorded and from when it holds; null when nobody was registered under this id.</summary>
    [Alias("record")]
    Task<MemberRecord?> Record(Caller caller, CancellationToken ct);

    /// <summary>Records that a membership which was recorded ahead has come into force, if one has: true. Asked once a day of whom it concerns.</summary>
    [Alias("begin")]
    Task<bool> Begin(CancellationToken ct);

    /// <summary>Watches the record. Picture: <see cref="MemberPicture"/>.</summary>
    [Alias("watch")]
    Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct);

    [Alias("unwatch")]
    Task Unwatch(IBoardObserver observer, CancellationToken ct);

    /// <summary>The person as recorded; null when nobody was registered under this id.</summary>
    [Alias("read")]
    Task<MemberView?> Read(Caller caller, CancellationToken ct);

    /// <summary>What the membership of a date opens to the person, each with its why; null when nobody was registered under this id.</summary>
    [Alias("entitlements")]
    Task<IReadOnlyList<Entitlement>?> Entitlements(DateOnly on, CancellationToken ct);

    /// <summary>Every event, oldest first; at most <see cref="MemberLimits.HistoryPage"/> after <paramref name="after"/>.</summary>
    [Alias("history")]
    Task<IReadOnlyList<HistoryLine>> History(long after, Caller caller, CancellationToken ct);

    /// <summary>
    /// Frees a reserved value (see <see cref="IReservationGrain"/>) that this person does not use: left behind by a crash, or by a registration that never
    /// came. False when the person uses it, or is just changing identity.
    /// </summary>
    [Alias("disclaim")]
    Task<bool> Disclaim(string value, CancellationToken ct);
}

/// <summary>Named limits of a member.</summary>
public static class MemberLimits
{
    public const int HistoryPage = 200;
    public const int NameLength = 100;
    public const int KeyLength = 100;
    public const int ReasonLength = 200;

    /// <summary>Changes and corrections one record takes.</summary>
    public const int Changes = 50_000;

    /// <summary>Memberships and identities, the last recorded, that a record shows of either.</summary>
    public const int Recorded = 200;
}

/// <summary>会員区分.</summary>
[GenerateSerializer, Alias("member-category")]
public enum MemberCategory
{
    /// <summary>A①: founders and managers of hospitals and clinics.</summary>
    A1 = 1,

    /// <summary>A②(B): other physicians, covered by the liability insurance.</summary>
    A2B = 2,

    /// <summary>A②(C): residents under the Medical Practitioners Act, covered.</summary>
    A2C = 3,

    /// <summary>B: as A②(B), excluded from the cover by application.</summary>
    B = 4,

    /// <summary>C: as A②(C), excluded from the cover by application.</summary>
    C = 5,
}

/// <summary>To which of the three layers a person belongs.</summary>
[Flags, GenerateSerializer, Alias("membership-layers")]
public enum MembershipLayers
{
    None = 0,
    Local = 1,
    Prefecture = 2,
    Jma = 4,
    All = 7,
}

/// <summary>In what capacity somebody practises (施設上の身分): what many associations' dues go by beside the category.</summary>
[GenerateSerializer, Alias("practice-role")]
public enum PracticeRole
{
    /// <summary>病院開設者・管理者.</summary>
    HospitalHead = 1,

    /// <summary>診療所開設者・管理者.</summary>
    ClinicHead = 2,

    /// <summary>勤務医.</summary>
    Employed = 3,

    /// <summary>研修医.</summary>
    Resident = 4,
}

/// <summary>Membership on a date: which local association, which layers, which category. A non-member has none of them.</summary>
/// <param name="Covered">日医医賠責の被保険者か: recorded where it does not follow from the category; null where it does, see <see cref="IsCovered"/>.</param>
/// <param name="Practice">Null while not known.</param>
[GenerateSerializer, Immutable, Alias("membership")]
public sealed record Membership(
    [property: Id(0)] AssociationId? Local,
    [property: Id(1)] MembershipLayers Layers,
    [property: Id(2)] MemberCategory? Category,
    [property: Id(3)] bool? Covered = null,
    [property: Id(4)] PracticeRole? Practice = null)
{
    public static readonly Membership None = new(null, MembershipLayers.None, null);

    /// <summary>The same with cover and capacity as they were, for a source that does not tell of them: a list, or a form without them. Another category has another cover.</summary>
    public Membership Keeping(Membership before) => Layers == MembershipLayers.None
        ? this
        : this with { Covered = Covered ?? (Category == before.Category ? before.Covered : null), Practice = Practice ?? before.Practice };

    /// <summary>True when the liability insurance covers the person: A members, unless it is recorded that it does not.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsCovered => Covered ?? Category is MemberCategory.A1 or MemberCategory.A2B or MemberCategory.A2C;
}

/// <summary>Personal attributes of a physician. Kept encrypted under a key of the person's own.</summary>
/// <param name="GraduatedOn">When medical school was finished; null while not known.</param>
[GenerateSerializer, Immutable, Alias("person")]
public sealed record Person(
    [property: Id(0)] string Name,
    [property: Id(1)] string Kana,
    [property: Id(2)] DateOnly? BirthDate,
    [property: Id(3)] RegistryNumber? Registry,
    [property: Id(4)] DateOnly? LicensedOn,
    [property: Id(5)] DateOnly? GraduatedOn = null);

[GenerateSerializer, Immutable, Alias("register-member")]
public sealed record RegisterMember(
    [property: Id(0)] Person Person,
    [property: Id(1)] CardNumber? Card,
    [property: Id(2)] Membership Membership,
    [property: Id(3)] bool Demonstration,
    [property: Id(4)] DateOnly EffectiveFrom,
    [property: Id(5)] Caller Caller);

[GenerateSerializer, Immutable, Alias("change-profile")]
public sealed record ChangeProfile(
    [property: Id(0)] string Key,
    [property: Id(1)] Person Person,
    [property: Id(2)] CardNumber? Card,
    [property: Id(3)] DateOnly EffectiveFrom,
    [property: Id(4)] string Reason,
    [property: Id(5)] Caller Caller);

/// <param name="Instead">What must be recorded for that date and nothing for a later one, or the change is refused with <c>changed-since</c>; null for whatever is recorded.</param>
/// <param name="TakenOver">She did not join by it: it is taken over from a register, or from another record of hers.</param>
[GenerateSerializer, Immutable, Alias("change-membership")]
public sealed record ChangeMembership(
    [property: Id(0)] string Key,
    [property: Id(1)] Membership Membership,
    [property: Id(2)] DateOnly EffectiveFrom,
    [property: Id(3)] string Reason,
    [property: Id(4)] Caller Caller,
    [property: Id(5)] Membership? Instead = null,
    [property: Id(6)] bool TakenOver = false);

/// <summary>A person as shown to whoever may see all of it.</summary>
/// <param name="MergedInto">The record this one was merged into; null for nearly everybody.</param>
/// <param name="Holds">Records merged into this one; null for none.</param>
[GenerateSerializer, Immutable, Alias("member-view")]
public sealed record MemberView(
    [property: Id(0)] MemberId Id,
    [property: Id(1)] Person Person,
    [property: Id(2)] CardNumber? Card,
    [property: Id(3)] Membership Membership,
    [property: Id(4)] bool Demonstration,
    [property: Id(5)] long Version,
    [property: Id(20)] MemberId? MergedInto = null,
    [property: Id(21)] IReadOnlyList<MemberId>? Holds = null);
