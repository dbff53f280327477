using System.Text.Json.Serialization.Metadata;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Training;

namespace JmaActors.Enrolments;

/// <summary>The kind <c>enrolment</c>: who takes part in a program, who waits and what they paid; keyed by program code.</summary>
public sealed class EnrolmentLedger : LedgerDefinition<EnrolmentState, EnrolmentEvent>
{
    /// <summary>Name of the kind.</summary>
    public const string Name = "enrolment";

    public override string Kind => Name;

    public override bool NumberKey => false;

    public override EventCatalog<EnrolmentEvent> Events { get; } = new EventCatalog<EnrolmentEvent>()
        .Add("terms-set", 1, EnrolmentJson.Default.TermsSet)
        .Add("signed-up", 1, EnrolmentJson.Default.SignedUp)
        .Add("place-given", 1, EnrolmentJson.Default.PlaceGiven)
        .Add("childcare-given", 1, EnrolmentJson.Default.ChildcareGiven)
        .Add("sign-up-cancelled", 1, EnrolmentJson.Default.SignUpCancelled)
        .Add("payment-posted", 1, EnrolmentJson.Default.PaymentPosted)
        .Add("refund-posted", 1, EnrolmentJson.Default.RefundPosted)
        .Add("entry-voided", 1, EnrolmentJson.Default.EntryVoided);

    public override JsonTypeInfo<EnrolmentState> SnapshotJson => EnrolmentJson.Default.EnrolmentState;

    public override IReadOnlyList<ViewTable> Views { get; } = [EnrolmentViews.Enrolments];

    public override void Evolve(EnrolmentState state, EnrolmentEvent e, in EventMeta meta) => EnrolmentFold.Evolve(state, e, meta);

    public override void Project(string key, EnrolmentState state, EnrolmentEvent e, in EventMeta meta, ViewSink views)
    {
        if (SeatOf(state, e) is not { } seat) return;
        views.Put(EnrolmentViews.Enrolments, new ViewKey(seat.Member, key), new EnrolmentRow(
            seat.Member, key, state.Host, (int)seat.Standing, (int)seat.Mode, seat.Arrival, seat.Number, seat.Children, (int)seat.Childcare,
            seat.WalkIn, seat.OverCapacity, (int)seat.Price.Tariff, seat.Due.Amount, seat.Paid.Amount, seat.SignedUp, meta.Version, seat.ByHost));
    }

    /// <summary>The session hears of everybody who gets a place or gives one back; who waits is no matter of the door.</summary>
    public override void Tell(string key, EnrolmentState state, EnrolmentEvent e, in EventMeta meta, ParcelSink parcels)
    {
        if (e is not (PlaceGiven or SignUpCancelled { Held: true }) || SeatOf(state, e) is not { } seat) return;
        parcels.Send(
            LedgerNames.Name(SessionLedger.Name, ProgramState.SessionOf(new ProgramId(key)).Code), EnrolmentWord.Parcel,
            new EnrolmentWord(seat.Member, seat.Held, seat.Mode == EnrolmentMode.Web, seat.WalkIn), EnrolmentJson.Default.EnrolmentWord);
    }

    /// <summary>Whom an event is about; null when nobody.</summary>
    static Seat? SeatOf(EnrolmentState state, EnrolmentEvent e) => e switch
    {
        SignedUp s => state.Seats[s.Member],
        PlaceGiven p => state.Seats[p.Member],
        ChildcareGiven c => state.Seats[c.Member],
        SignUpCancelled c => state.Seats[c.Member],
        PaymentPosted p => state.Seats[p.Member],
        RefundPosted r => state.Seats[r.Member],
        EntryVoided v => state.Seats[state.Entry(v.No)!.Member.Number],
        _ => null,
    };
}
