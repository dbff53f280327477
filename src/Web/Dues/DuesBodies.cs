using JmaActors.Dues;
using JmaActors.Members;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Dues;

/// <param name="Year">The fiscal year.</param>
/// <param name="Post">Sends the statement.</param>
public sealed record AssessBody(int Year, bool Post = false)
{
    public AssessDues ToCommand(Caller caller) => new(DuesText.Year(Year), Post, caller);
}

/// <summary>What is tried: another membership from a day, a reduction, or both.</summary>
public sealed record TryDuesBody(int Year, Membership? Membership = null, DateOnly? From = null, ReductionBody? Reduction = null)
{
    public TryDues ToCommand(Caller caller) => new(DuesText.Year(Year), Membership, From ?? DuesText.Year(Year).FirstDay, Reduction?.ToReduction(), caller);
}

/// <param name="Key">The sender's own: the same again is the same payment. So in the following.</param>
/// <param name="Amount">Yen.</param>
public sealed record PayBody(string Key, long Amount, DateOnly On, PaymentChannel Channel, string Reference = "")
{
    public PayDues ToCommand(Caller caller) => new(DuesText.Key(Key), new Yen(Amount), On, Channel, Input.Text(Reference, "reference", DuesLimits.Reference, 0), caller);
}

/// <param name="Payment">Key of the payment.</param>
public sealed record ReverseBody(string Payment, string Reason)
{
    public ReversePayment ToCommand(Caller caller) => new(Input.Text(Payment, "payment", DuesLimits.Key), DuesText.Reason(Reason), caller);
}

public sealed record RefundBody(string Key, long Amount, string Reason)
{
    public RefundDues ToCommand(Caller caller) => new(DuesText.Key(Key), new Yen(Amount), DuesText.Reason(Reason), caller);
}

/// <param name="Term">0 for the first term of the year.</param>
/// <param name="Via">The local association it is collected through.</param>
public sealed record LessenBody(string Key, int Year, AssociationId Creditor, DuesItem Item, int Term, AssociationId Via, long Amount, bool WriteOff, string Reason)
{
    public LessenDues ToCommand(Caller caller) =>
        new(DuesText.Key(Key), new DuesAccountId(DuesText.Year(Year), Creditor, Item, Term, Via), new Yen(Amount), WriteOff, DuesText.Reason(Reason), caller);
}

/// <param name="Layers">Whose dues it reduces, an array of <c>local</c>, <c>prefecture</c>, <c>jma</c>.</param>
/// <param name="Evidence">The document it rests on.</param>
public sealed record ReductionBody(string Key, ReductionKind Kind, DateOnly From, DateOnly? Until, MembershipLayers Layers, string Evidence = "")
{
    public Reduction ToReduction() => new(DuesText.Key(Key), Kind, From, Until, Layers);

    public ReduceDues ToCommand(Caller caller) => new(ToReduction(), Input.Text(Evidence, "evidence", DuesLimits.Reference, 0), caller);
}

public sealed record RemindBody(string Key)
{
    public RemindDues ToCommand(Caller caller) => new(DuesText.Key(Key), caller);
}

/// <param name="Until">The last day on which no reminder is sent; null to send them again.</param>
public sealed record HoldBody(string Key, string Reason, DateOnly? Until = null)
{
    public HoldReminders ToCommand(Caller caller) => new(DuesText.Key(Key), Until, DuesText.Reason(Reason), caller);
}

public sealed record EndReductionBody(string Reduction, DateOnly Until, string Reason)
{
    public EndReduction ToCommand(Caller caller) => new(Input.Text(Reduction, "reduction", DuesLimits.Key), Until, DuesText.Reason(Reason), caller);
}

/// <param name="Key">The sender's own: the same again is the same rehearsal or run.</param>
public sealed record RunBody(string Key)
{
    public RunDues ToCommand(Caller caller) => new(DuesText.Key(Key), caller);
}

/// <summary>What these bodies share.</summary>
static class DuesText
{
    const int FirstYear = 2000, LastYear = 2200;

    public static string Key(string text) => Input.Text(text, "key", DuesLimits.Key);

    public static string Reason(string text) => Input.Text(text, "reason", DuesLimits.Reason);

    /// <summary>A word of a choice as pictures write it; null for none.</summary>
    public static T? Word<T>(string? text, string name) where T : struct, Enum =>
        string.IsNullOrEmpty(text) ? null
        : Enum.TryParse<T>(text, ignoreCase: true, out var word) && Enum.IsDefined(word) && char.IsAsciiLetter(text[0]) ? word
        : throw new InvalidInputException(name, $"One of {string.Join(", ", Enum.GetNames<T>())}.");

    public static FiscalYear Year(int year) => year is >= FirstYear and <= LastYear ? new FiscalYear(year) : throw new InvalidInputException("year", $"A fiscal year lies between {FirstYear} and {LastYear}.");
}
