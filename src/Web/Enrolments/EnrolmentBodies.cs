using JmaActors.Enrolments;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Enrolments;

/// <summary>Terms of sign-up.</summary>
/// <param name="Opens">From when one may sign up.</param>
/// <param name="Closes">Until when one may sign up.</param>
/// <param name="CancelBy">Until when one may cancel by oneself; as <paramref name="Closes"/> when left out.</param>
/// <param name="Capacity">Places in the hall; as many as come when left out.</param>
/// <param name="WebCapacity">Places on the web; as many as come when left out.</param>
/// <param name="MemberFee">Yen; free when left out.</param>
/// <param name="OtherFee">Yen; free when left out.</param>
/// <param name="Who">Who may sign up.</param>
/// <param name="MemberPrice">Who pays the member's fee.</param>
/// <param name="Childcare">Children that can be looked after.</param>
public sealed record TermsBody(
    DateTimeOffset Opens, DateTimeOffset Closes, DateTimeOffset? CancelBy = null, int? Capacity = null, bool Web = false, int? WebCapacity = null,
    Yen? MemberFee = null, Yen? OtherFee = null, EnrolmentCircle Who = EnrolmentCircle.Everybody,
    EnrolmentCircle MemberPrice = EnrolmentCircle.HostMembers, int Childcare = 0, bool WaitingList = true)
{
    public SetEnrolmentTerms ToCommand(Caller caller) => new(
        new EnrolmentTerms(Capacity, Web, WebCapacity, MemberFee ?? Yen.Zero, OtherFee ?? Yen.Zero, Opens, Closes, CancelBy ?? Closes, Who, MemberPrice, Childcare, WaitingList), caller);
}

/// <summary>Signs somebody up.</summary>
/// <param name="Key">Natural within the person, 1 to 100 characters: the same again gets the first answer.</param>
/// <param name="WalkIn">True: the host adds somebody at the door while it is open, whatever the terms say.</param>
public sealed record SignUpBody(MemberId Member, string Key, EnrolmentMode Mode = EnrolmentMode.Hall, int Children = 0, bool WalkIn = false)
{
    public SignUp ToSignUp(Caller caller) => new(Member, Mode, Children, CheckedKey, caller);

    public AddAttendee ToAdd(Caller caller) => new(Member, CheckedKey, caller);

    string CheckedKey => Input.Text(Key, "key", EnrolmentLimits.KeyLength);
}

/// <summary>Gives a place back.</summary>
/// <param name="Key">Natural within the person.</param>
public sealed record CancelBody(string Key)
{
    public CancelSignUp ToCommand(MemberId member, Caller caller) => new(member, Input.Text(Key, "key", EnrolmentLimits.KeyLength), caller);
}

/// <summary>Records a payment.</summary>
/// <param name="Key">Natural within the program: one payment is counted once.</param>
/// <param name="PaidOn">Civil date; today when left out.</param>
public sealed record PaymentBody(string Key, Yen Amount, PaymentMethod Method, DateOnly? PaidOn = null, string Reference = "")
{
    public RecordPayment ToCommand(MemberId member, DateOnly today, Caller caller) => new(
        member, Amount, Method, PaidOn ?? today, Input.Text(Reference, "reference", EnrolmentLimits.ReferenceLength, shortest: 0),
        Input.Text(Key, "key", EnrolmentLimits.KeyLength), caller);
}

/// <summary>Records a refund.</summary>
/// <param name="Key">Natural within the program.</param>
/// <param name="PaidOn">Civil date; today when left out.</param>
public sealed record RefundBody(string Key, Yen Amount, PaymentMethod Method, string Reason, DateOnly? PaidOn = null)
{
    public RecordRefund ToCommand(MemberId member, DateOnly today, Caller caller) => new(
        member, Amount, Method, PaidOn ?? today, Input.Text(Reason, "reason", EnrolmentLimits.ReasonLength), Input.Text(Key, "key", EnrolmentLimits.KeyLength), caller);
}

/// <summary>Voids an entry that was a mistake.</summary>
public sealed record VoidBody(string Reason)
{
    public VoidEntry ToCommand(MemberId member, int no, Caller caller) => new(member, no, Input.Text(Reason, "reason", EnrolmentLimits.ReasonLength), caller);
}
