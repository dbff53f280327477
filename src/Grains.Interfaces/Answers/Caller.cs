namespace JmaActors;

/// <summary>In which function somebody acts.</summary>
[GenerateSerializer, Alias("caller-role")]
public enum CallerRole
{
    /// <summary>The system itself: ticks, deliveries, seeds.</summary>
    System = 0,
    Member = 1,
    Office = 2,
    Host = 3,
    Door = 4,
    Operator = 5,

    /// <summary>勤怠管理者: the duty manager of one workplace.</summary>
    Workplace = 6,

    /// <summary>面接指導実施医師: the physician who interviews those with long hours, at one workplace.</summary>
    Interviewer = 7,

    /// <summary>サーベイヤー: who reviews workplaces for the 医療機関勤務環境評価センター.</summary>
    Surveyor = 8,

    /// <summary>監査: reads what its association may read, and who did what; never writes.</summary>
    Auditor = 9,
}

/// <summary>What somebody of an office may do there beside reading. Of no meaning in any other function.</summary>
[Flags, GenerateSerializer, Alias("office-duties")]
public enum OfficeDuties
{
    None = 0,

    /// <summary>事務担当: keeps records, reports, imports.</summary>
    Clerk = 1,

    /// <summary>承認者: decides, confirms, posts and withdraws.</summary>
    Approver = 2,

    /// <summary>会計担当: takes, gives back and books money.</summary>
    Treasurer = 4,

    All = Clerk | Approver | Treasurer,
}

/// <summary>
/// Who asks, in which function and for which scope. Every command carries one and every event keeps it.
/// <paramref name="Scope"/> is an association, a session, a workplace, a member, or <c>*</c> for the system itself.
/// </summary>
/// <param name="Subject">Who: the account, or the device's token.</param>
/// <param name="Duties">What an office's caller may do beside reading. Kept with events; what is allowed does not depend on it until sign-in exists.</param>
/// <param name="For">代行: the member a clerk acts for, who cannot use the system; null when one acts for oneself.</param>
/// <param name="Deputy">代理: whose function it is while that person is away; null when it is the caller's own.</param>
[GenerateSerializer, Immutable, Alias("caller")]
public sealed record Caller(
    [property: Id(0)] string Subject,
    [property: Id(1)] CallerRole Role,
    [property: Id(2)] string Scope,
    [property: Id(3)] OfficeDuties Duties = OfficeDuties.All,
    [property: Id(4)] string? For = null,
    [property: Id(5)] string? Deputy = null)
{
    /// <summary>True when a member does this for herself, also by the hand of a clerk who acts for her: she may then do what a member may, and no more.</summary>
    public bool Oneself => Role == CallerRole.Member || For is not null;

    public static readonly Caller System = new("system", CallerRole.System, "*");

    public static Caller Member(MemberId id) => new($"member:{id}", CallerRole.Member, id.ToString());

    public static Caller Office(AssociationId association) => new($"office:{association}", CallerRole.Office, association.Code);
}
