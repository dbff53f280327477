using JmaActors.Benefits;
using JmaActors.Ledgers;
using JmaActors.Live;
using JmaActors.Members;

namespace JmaActors.Dues;

/// <summary>
/// 会費: what one person owes the associations of three layers, year by year, and what was paid. Nothing posted is ever edited: what changes is a line more or a credit note. Keyed by
/// <see cref="MemberId.Number"/>. Its picture is a <see cref="DuesView"/>.
/// </summary>
[Alias("dues-grain")]
public interface IDuesGrain : IGrainWithIntegerKey, IBenefitGrain, ILedgerGrain, IBoardGrain
{
    /// <summary>
    /// Reckons a fiscal year anew and records what differs from what was assessed before; nothing where nothing differs. Doing it again changes nothing. Refused with <c>not-registered</c>, <c>erased</c>, <c>already-merged</c>, <c>bad-year</c>.
    /// </summary>
    [Alias("assess")]
    Task<Answer<DuesStatement>> Assess(AssessDues command, CancellationToken ct);

    /// <summary>What a fiscal year would come to if the membership or a reduction were another; nothing is recorded. Null when nobody is registered under this id.</summary>
    [Alias("try-assess")]
    Task<DuesTrial?> TryAssess(TryDues command, CancellationToken ct);

    /// <summary>What a yearly run would bill; nothing is recorded. Null when nobody is registered under this id.</summary>
    [Alias("rehearse")]
    Task<DuesRunLine?> Rehearse(FiscalYear year, CancellationToken ct);

    /// <summary>The same as <see cref="Assess"/> and posted; the answer is what stands in the books afterwards.</summary>
    [Alias("bill")]
    Task<Answer<DuesRunLine>> Bill(AssessDues command, CancellationToken ct);

    /// <summary>Records a payment; it goes to what is due first. Natural key: <see cref="PayDues.Key"/>. Refused with <c>bad-amount</c>, <c>bad-key</c>, <c>bad-date</c>, <c>ledger-full</c>.</summary>
    [Alias("pay")]
    Task<Answer<DuesView>> Pay(PayDues command, CancellationToken ct);

    /// <summary>Takes a payment back that was not one: a bank's return, a wrong person. Natural key: the payment's. Refused with <c>no-payment</c>, <c>no-reason</c>, <c>refunded</c>.</summary>
    [Alias("reverse")]
    Task<Answer<DuesView>> Reverse(ReversePayment command, CancellationToken ct);

    /// <summary>Gives back what was paid too much. Natural key: <see cref="RefundDues.Key"/>. Refused with <c>bad-amount</c> beyond what is free, <c>no-reason</c>.</summary>
    [Alias("refund")]
    Task<Answer<DuesView>> Refund(RefundDues command, CancellationToken ct);

    /// <summary>A credit note, or a write-off, of what is open in one account. Natural key: <see cref="LessenDues.Key"/>. Refused with <c>no-account</c>, <c>bad-amount</c>, <c>no-reason</c>.</summary>
    [Alias("lessen")]
    Task<Answer<DuesView>> Lessen(LessenDues command, CancellationToken ct);

    /// <summary>Records a reduction that was approved; years assessed before are reckoned anew. Natural key: <see cref="Reduction.Key"/>. Refused as <c>ReductionRules</c> says.</summary>
    [Alias("reduce")]
    Task<Answer<DuesView>> Reduce(ReduceDues command, CancellationToken ct);

    /// <summary>Ends a reduction, or sets another end. Refused with <c>no-reduction</c>, <c>bad-period</c>, <c>no-reason</c>.</summary>
    [Alias("end-reduction")]
    Task<Answer<DuesView>> EndReduction(EndReduction command, CancellationToken ct);

    /// <summary>
    /// Reminds of everything late now, in the name of each local association it is collected through, as an office asks. Natural key: <see cref="RemindDues.Key"/>. Refused with <c>nothing-late</c>, <c>reminders-held</c>,
    /// <c>reminded-today</c>, <c>bad-key</c>, <c>ledger-full</c>.
    /// </summary>
    [Alias("remind-now")]
    Task<Answer<DuesView>> RemindNow(RemindDues command, CancellationToken ct);

    /// <summary>Holds reminders back until a day, or no longer. Natural key: <see cref="HoldReminders.Key"/>. Refused with <c>bad-period</c>, <c>no-hold</c>, <c>no-reason</c>, <c>bad-key</c>, <c>ledger-full</c>.</summary>
    [Alias("hold")]
    Task<Answer<DuesView>> Hold(HoldReminders command, CancellationToken ct);

    /// <summary>Takes the step of reminders that is due today, if any is: true. Asked once a day of whom something is late.</summary>
    [Alias("remind")]
    Task<bool> Remind(CancellationToken ct);

    /// <summary>How it stands; of whom nothing was ever reckoned, paid or reduced, with no statement.</summary>
    [Alias("read")]
    Task<DuesView> Read(Caller caller, CancellationToken ct);

    /// <summary>Reckons open years anew after the record changed, if it has: true. Asked now and then of whom it concerns.</summary>
    [Alias("follow")]
    Task<bool> Follow(CancellationToken ct);
}

/// <summary>Named limits of dues.</summary>
public static class DuesLimits
{
    public const int Key = 100;
    public const int Reason = 200;
    public const int Reference = 100;

    /// <summary>No payment of dues is older.</summary>
    public const int FirstYear = 2000;

    /// <summary>Payments, refunds, credit notes and reductions one person's ledger takes.</summary>
    public const int Entries = 5_000;

    /// <summary>How often a record that changes meanwhile is read for one command.</summary>
    public const int Readings = 5;

    /// <summary>Years ahead of the present one that can be assessed.</summary>
    public const int YearsAhead = 1;

    /// <summary>The most days reminders are held back at once.</summary>
    public const int HoldDays = 366;

    /// <summary>People who are reminded side by side.</summary>
    public const int RemindedAtOnce = 16;

    /// <summary>The largest amount of one payment, in yen.</summary>
    public const long LargestPayment = 100_000_000;
}

/// <param name="Post">Sends the statement: from then on it is owed.</param>
[GenerateSerializer, Immutable, Alias("assess-dues")]
public sealed record AssessDues([property: Id(0)] FiscalYear Year, [property: Id(1)] bool Post, [property: Id(2)] Caller Caller);

/// <param name="Membership">From <paramref name="From"/> on; null for as recorded.</param>
/// <param name="Reduction">In force beside those recorded; null for none.</param>
[GenerateSerializer, Immutable, Alias("try-dues")]
public sealed record TryDues(
    [property: Id(0)] FiscalYear Year, [property: Id(1)] Membership? Membership, [property: Id(2)] DateOnly From, [property: Id(3)] Reduction? Reduction, [property: Id(4)] Caller Caller);

/// <summary>What a year comes to as recorded, and as tried.</summary>
/// <param name="Refusal">Why the reduction would be refused; null when it would not.</param>
/// <param name="Rules">The rows of tables that either goes by, and what the reduction brings besides.</param>
[GenerateSerializer, Immutable, Alias("dues-trial")]
public sealed record DuesTrial([property: Id(0)] DuesAssessment Before, [property: Id(1)] DuesAssessment After, [property: Id(2)] Refusal? Refusal, [property: Id(3)] IReadOnlyList<RuleRef> Rules);

/// <summary>How money came.</summary>
[GenerateSerializer, Alias("payment-channel")]
public enum PaymentChannel
{
    /// <summary>窓口・現金.</summary>
    Desk = 1,

    /// <summary>振込.</summary>
    Transfer = 2,

    /// <summary>口座振替.</summary>
    DirectDebit = 3,
}

/// <param name="Key">Natural key: of a bank's line, the file and the line; of an entry by hand, the desk's own.</param>
/// <param name="On">When it was paid, civil date.</param>
/// <param name="Reference">What a person looks it up by; no personal data.</param>
[GenerateSerializer, Immutable, Alias("pay-dues")]
public sealed record PayDues(
    [property: Id(0)] string Key, [property: Id(1)] Yen Amount, [property: Id(2)] DateOnly On, [property: Id(3)] PaymentChannel Channel, [property: Id(4)] string Reference, [property: Id(5)] Caller Caller);

[GenerateSerializer, Immutable, Alias("reverse-payment")]
public sealed record ReversePayment([property: Id(0)] string Payment, [property: Id(1)] string Reason, [property: Id(2)] Caller Caller);

[GenerateSerializer, Immutable, Alias("refund-dues")]
public sealed record RefundDues([property: Id(0)] string Key, [property: Id(1)] Yen Amount, [property: Id(2)] string Reason, [property: Id(3)] Caller Caller);

/// <param name="WriteOff">What will never be paid; otherwise a credit note, for what should not have been asked.</param>
[GenerateSerializer, Immutable, Alias("lessen-dues")]
public sealed record LessenDues(
    [property: Id(0)] string Key, [property: Id(1)] DuesAccountId Account, [property: Id(2)] Yen Amount, [property: Id(3)] bool WriteOff, [property: Id(4)] string Reason, [property: Id(5)] Caller Caller);

[GenerateSerializer, Immutable, Alias("reduce-dues")]
public sealed record ReduceDues([property: Id(0)] Reduction Reduction, [property: Id(1)] string Evidence, [property: Id(2)] Caller Caller);

[GenerateSerializer, Immutable, Alias("end-reduction")]
public sealed record EndReduction([property: Id(0)] string Reduction, [property: Id(1)] DateOnly Until, [property: Id(2)] string Reason, [property: Id(3)] Caller Caller);

/// <summary>How a statement stands.</summary>
[GenerateSerializer, Alias("dues-status")]
public enum DuesStatus
{
    /// <summary>Reckoned, not sent.</summary>
    Pending = 1,

    /// <summary>Sent; nothing paid yet.</summary>
    Posted = 2,
    Partly = 3,
    Paid = 4,

    /// <summary>Something is open beyond its date.</summary>
    Overdue = 5,

    /// <summary>Nothing is open, and something of it was given up.</summary>
    WrittenOff = 6,
}

/// <summary>Everything owed to one creditor for one thing by one date.</summary>
/// <param name="Assessed">What was reckoned, changes and credit notes by reckoning included.</param>
/// <param name="Credited">Credit notes by hand.</param>
/// <param name="Why">Of what was reckoned last.</param>
[GenerateSerializer, Immutable, Alias("dues-account")]
public sealed record DuesAccountView(
    [property: Id(0)] DuesAccountId Id,
    [property: Id(1)] Yen Assessed,
    [property: Id(2)] Yen Credited,
    [property: Id(3)] Yen WrittenOff,
    [property: Id(4)] Yen Paid,
    [property: Id(5)] DateOnly Due,
    [property: Id(6)] DuesWhy Why)
{
    public Yen Open => Assessed - Credited - WrittenOff - Paid;
}

/// <summary>The statement of a fiscal year: one, with the lines of three creditors.</summary>
/// <param name="Accounts">In order of date, then of layer from 日本医師会 down.</param>
[GenerateSerializer, Immutable, Alias("dues-statement")]
public sealed record DuesStatement(
    [property: Id(0)] FiscalYear Year,
    [property: Id(1)] DuesStatus Status,
    [property: Id(2)] DateOnly? Posted,
    [property: Id(3)] IReadOnlyList<DuesAccountView> Accounts,
    [property: Id(4)] IReadOnlyList<DuesGap> Gaps,
    [property: Id(5)] Yen Assessed,
    [property: Id(6)] Yen Paid,
    [property: Id(7)] Yen Open);

/// <param name="Reversed">It was taken back.</param>
[GenerateSerializer, Immutable, Alias("dues-payment")]
public sealed record DuesPayment(
    [property: Id(0)] string Key, [property: Id(1)] Yen Amount, [property: Id(2)] DateOnly On, [property: Id(3)] PaymentChannel Channel, [property: Id(4)] string Reference, [property: Id(5)] bool Reversed);

/// <summary>Everything of one person's dues.</summary>
/// <param name="Statements">Newest year first.</param>
/// <param name="Payments">Newest first.</param>
/// <param name="Free">Paid beyond what is owed.</param>
/// <param name="Rules">The rows of tables that the accounts go by, what reductions bring besides, and steps of reminders.</param>
/// <param name="Reminders">Newest first.</param>
/// <param name="Hold">Reminders that are held back; null when none are.</param>
/// <param name="Drawn">What banks were asked to draw and have not answered.</param>
[GenerateSerializer, Immutable, Alias("dues-view")]
public sealed record DuesView(
    [property: Id(0)] MemberId Member,
    [property: Id(1)] IReadOnlyList<DuesStatement> Statements,
    [property: Id(2)] IReadOnlyList<DuesPayment> Payments,
    [property: Id(3)] IReadOnlyList<Reduction> Reductions,
    [property: Id(4)] Yen Free,
    [property: Id(5)] Yen Refunded,
    [property: Id(6)] long Version,
    [property: Id(7)] IReadOnlyList<RuleRef> Rules,
    [property: Id(8)] IReadOnlyList<DuesReminder> Reminders,
    [property: Id(9)] DuesHold? Hold,
    [property: Id(10)] IReadOnlyList<DuesDrawing> Drawn);
