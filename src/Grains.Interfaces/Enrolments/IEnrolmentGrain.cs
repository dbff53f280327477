using JmaActors.Ledgers;

namespace JmaActors.Enrolments;

/// <summary>
/// Who takes part in a program, who waits, and what they paid (受講申込・受講料・託児). A ledger of its own beside the program's; keyed by <see cref="ProgramId.Code"/>.
/// </summary>
[Alias("enrolment-grain")]
public interface IEnrolmentGrain : IGrainWithStringKey, ILedgerGrain
{
    /// <summary>Sets the terms. More places are given at once to those who wait, in order of arrival; fewer places take nobody's away.</summary>
    [Alias("set-terms")]
    Task<Answer<EnrolmentOffer>> SetTerms(SetEnrolmentTerms command, CancellationToken ct);

    /// <summary>
    /// Signs somebody up: a place with a number, or a position on the waiting list. Who is signed up like this already gets the first answer.
    /// Refused with <c>already-signed-up</c> (in another way, or with other children), <c>cancelled</c>, <c>not-published</c>, <c>no-sign-up</c>, <c>sign-up-not-open</c>, <c>sign-up-closed</c>, <c>not-eligible</c>, <c>full</c>, <c>childcare-full</c> …
    /// </summary>
    [Alias("sign-up")]
    Task<Answer<EnrolmentPlace>> SignUp(SignUp command, CancellationToken ct);

    /// <summary>Gives a place back; until the doors close, the first who waits has it in the same decision. Refused with <c>not-signed-up</c>, <c>cancel-too-late</c>.</summary>
    [Alias("cancel")]
    Task<Answer<EnrolmentPlace>> Cancel(CancelSignUp command, CancellationToken ct);

    /// <summary>Adds somebody at the door, whatever the terms say; beyond the capacity it is marked so. Refused with <c>cancelled</c>.</summary>
    [Alias("add")]
    Task<Answer<EnrolmentPlace>> Add(AddAttendee command, CancellationToken ct);

    /// <summary>Records a payment under the next receipt number. The answer is the person's place with all entries.</summary>
    [Alias("record-payment")]
    Task<Answer<EnrolmentPlace>> RecordPayment(RecordPayment command, CancellationToken ct);

    /// <summary>Records a refund under the next receipt number; refused with <c>refund-too-high</c> beyond what was paid.</summary>
    [Alias("record-refund")]
    Task<Answer<EnrolmentPlace>> RecordRefund(RecordRefund command, CancellationToken ct);

    /// <summary>Voids a payment or a refund that was a mistake; its number stays used.</summary>
    [Alias("void-entry")]
    Task<Answer<EnrolmentPlace>> VoidEntry(VoidEntry command, CancellationToken ct);

    /// <summary>Terms and free places; null when the host has set no terms.</summary>
    [Alias("read")]
    Task<EnrolmentOffer?> Read(Caller caller, CancellationToken ct);

    /// <summary>The figures of the host; null when there are no terms and nobody was added.</summary>
    [Alias("figures")]
    Task<EnrolmentFigures?> Figures(Caller caller, CancellationToken ct);

    /// <summary>A person's place, the last one if there were several; null when the person never signed up.</summary>
    [Alias("place")]
    Task<EnrolmentPlace?> Place(MemberId member, Caller caller, CancellationToken ct);
}

/// <summary>What a program offers to who would sign up. It names nobody.</summary>
/// <param name="Free">Places free in the hall; null: as many as come.</param>
/// <param name="WebFree">Places free on the web; null: as many as come.</param>
/// <param name="Waiting">People who wait, for hall or web.</param>
/// <param name="ChildcareFree">Children that can still be looked after.</param>
[GenerateSerializer, Immutable, Alias("enrolment-offer")]
public sealed record EnrolmentOffer(
    [property: Id(0)] ProgramId Program,
    [property: Id(1)] AssociationId Host,
    [property: Id(2)] EnrolmentTerms Terms,
    [property: Id(3)] int? Free,
    [property: Id(4)] int? WebFree,
    [property: Id(5)] int Waiting,
    [property: Id(6)] int ChildcareFree,
    [property: Id(7)] long Version);

/// <summary>Absolute figures of a program's sign-up at one version.</summary>
/// <param name="Hall">People with a place in the hall, walk-ins included.</param>
/// <param name="OverCapacity">Of them, added although all was full.</param>
/// <param name="Children">Children who will be looked after.</param>
/// <param name="ChildrenWaiting">Children of people with a place for whom there is none yet.</param>
/// <param name="Due">Fees of all who have a place.</param>
/// <param name="Collected">Paid less given back, of everybody.</param>
/// <param name="Entries">Receipts and refund notes numbered so far.</param>
[GenerateSerializer, Immutable, Alias("enrolment-figures")]
public sealed record EnrolmentFigures(
    [property: Id(0)] int Hall,
    [property: Id(1)] int Web,
    [property: Id(2)] int WaitingHall,
    [property: Id(3)] int WaitingWeb,
    [property: Id(4)] int WalkIns,
    [property: Id(5)] int OverCapacity,
    [property: Id(6)] int Cancelled,
    [property: Id(7)] int Children,
    [property: Id(8)] int ChildrenWaiting,
    [property: Id(9)] Yen Due,
    [property: Id(10)] Yen Collected,
    [property: Id(11)] int Entries,
    [property: Id(12)] long Version);
