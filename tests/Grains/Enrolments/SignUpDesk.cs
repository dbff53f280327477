using JmaActors.Enrolments;
using JmaActors.Ledgers;
using JmaActors.Members;

namespace JmaActors.Tests.Grains.Enrolments;

/// <summary>A program's sign-up without its actor.</summary>
sealed class SignUpDesk
{
    public const string Program = "P26-20261123-TEST";

    public static readonly DateTimeOffset Now = new(2026, 11, 1, 3, 0, 0, TimeSpan.Zero);

    public static readonly EnrolmentTerms Open = new(
        2, true, 1, new Yen(3_000), new Yen(5_000), Now.AddDays(-1), Now.AddDays(10), Now.AddDays(9), EnrolmentCircle.Everybody, EnrolmentCircle.HostMembers, 2, true);

    /// <summary>What the program says of itself from now on.</summary>
    public ProgramFacts Facts { get; set; } = new(new AssociationId("26"), true, false, Doors, Doors.AddHours(4));

    /// <summary>When the doors open.</summary>
    public static DateTimeOffset Doors => Now.AddDays(22).AddHours(-4);

    int keys;

    public SignUpDesk(EnrolmentTerms? terms = null) => Terms(terms ?? Open);

    public StoredLedger<EnrolmentState, EnrolmentEvent> Stored { get; } = new(new EnrolmentLedger(), Program);

    public EnrolmentState State => Stored.State;

    public string? Terms(EnrolmentTerms terms, DateTimeOffset? now = null) => Reason(Stored.Do(EnrolmentDecider.SetTerms, new PreparedTerms(new SetEnrolmentTerms(terms, Caller.System), Facts), now ?? Now));

    public Decision<EnrolmentEvent> Fill(DateTimeOffset? now = null) => Stored.Do(EnrolmentDecider.Fill, Facts, now ?? Now);

    public Decision<EnrolmentEvent> SignUp(int who, EnrolmentMode mode = EnrolmentMode.Hall, int children = 0, string? key = null, Membership? membership = null) =>
        Stored.Do(EnrolmentDecider.SignUp, new Prepared<SignUp>(new SignUp(Id(who), mode, children, key ?? $"s{keys++}", Caller.System), membership ?? Membership.None, Facts), Now);

    public Decision<EnrolmentEvent> Cancel(int who, string? key = null, Caller? caller = null, DateTimeOffset? now = null) =>
        Stored.Do(EnrolmentDecider.Cancel, new Prepared<CancelSignUp>(new CancelSignUp(Id(who), key ?? $"c{keys++}", caller ?? Caller.System), null, Facts), now ?? Now, caller);

    public Decision<EnrolmentEvent> Add(int who, string? key = null, DateTimeOffset? now = null, Caller? caller = null) =>
        Stored.Do(EnrolmentDecider.Add, new Prepared<AddAttendee>(new AddAttendee(Id(who), key ?? $"a{keys++}", Caller.System), Membership.None, Facts), now ?? Facts.DoorsOpen, caller);

    public Decision<EnrolmentEvent> Pay(int who, long yen, string key, string reference = "") =>
        Stored.Do((state, c, deciding) => PaymentDecider.Pay(state, c, deciding, Seeds.Book, Mark), new RecordPayment(Id(who), new Yen(yen), PaymentMethod.Transfer, new DateOnly(2026, 11, 1), reference, key, Caller.System), Now);

    public Decision<EnrolmentEvent> Refund(int who, long yen, string key) =>
        Stored.Do(PaymentDecider.Refund, new RecordRefund(Id(who), new Yen(yen), PaymentMethod.Transfer, new DateOnly(2026, 11, 1), "twice", key, Caller.System), Now);

    public Decision<EnrolmentEvent> Void(int who, int no, string reason = "mistake") =>
        Stored.Do(PaymentDecider.Void, new VoidEntry(Id(who), no, reason, Caller.System), Now);

    /// <summary>What is kept of a reference here.</summary>
    public static string Mark(string reference) => $"mark of {reference.Length} in {reference[^1]}";

    public EnrolmentPlace Place(int who) => EnrolmentDrawing.Place(State, Id(who), Stored.Version)!;

    /// <summary>How somebody stands, e.g. <c>confirmed 2</c>, <c>waiting 1</c>, <c>cancelled</c>.</summary>
    public string Standing(int who) => Place(who) switch
    {
        { Standing: EnrolmentStanding.Confirmed } p => $"confirmed {p.Number}",
        { Standing: EnrolmentStanding.Waiting } p => $"waiting {p.Position}",
        _ => "cancelled",
    };

    /// <summary>Has the activation go; the next call reads the journal again.</summary>
    public static Task Leave(IEnrolmentGrain program) => program.AsReference<Orleans.Core.Internal.IGrainManagementExtension>().DeactivateOnIdle().AsTask();

    public static MemberId Id(int who) => new(1_000_000_000L + who);

    public static string? Reason(Decision<EnrolmentEvent> decision) => decision.Refusal?.Reason;
}
