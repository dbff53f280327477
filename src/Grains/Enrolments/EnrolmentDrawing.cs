namespace JmaActors.Enrolments;

/// <summary>Draws what is shown of a program's sign-up from its state.</summary>
static class EnrolmentDrawing
{
    /// <summary>Null when the host has set no terms.</summary>
    public static EnrolmentOffer? Offer(EnrolmentState state, ProgramId program, long version) => state.Terms is not { } terms ? null : new EnrolmentOffer(
        program, new AssociationId(state.Host), terms,
        Free(state, terms, EnrolmentMode.Hall), Free(state, terms, EnrolmentMode.Web),
        Waiting(state, EnrolmentMode.Hall) + Waiting(state, EnrolmentMode.Web), Math.Max(0, terms.Childcare - state.Tally.Children - state.Tally.ChildrenWaiting), version);

    public static EnrolmentFigures? Figures(EnrolmentState state, long version) => state.Terms is null ? null : new EnrolmentFigures(
        state.Tally.Held(EnrolmentMode.Hall), state.Tally.Held(EnrolmentMode.Web), Waiting(state, EnrolmentMode.Hall), Waiting(state, EnrolmentMode.Web),
        state.Tally.WalkIns, state.Tally.OverCapacity, state.Tally.Cancelled, state.Tally.Children, state.Tally.ChildrenWaiting,
        state.Tally.Due, state.Collected, state.Entries.Count, version);

    /// <summary>Null when the person never signed up.</summary>
    public static EnrolmentPlace? Place(EnrolmentState state, MemberId member, long version) => state.Find(member) is not { } seat ? null : new EnrolmentPlace(
        member, seat.Standing, seat.Mode, seat.Arrival, seat.Number, Position(state, seat), seat.Children, seat.Childcare,
        seat.WalkIn, seat.OverCapacity, seat.Price, seat.Due, seat.Paid, seat.SignedUp, seat.Cancelled, EnrolmentVerdicts.Price(seat), [.. seat.Entries.Select(no => state.Entry(no)!)], version);

    static int Waiting(EnrolmentState state, EnrolmentMode mode) => state.Tally.Waiting(mode).Count;

    /// <summary>No place is free for who comes now while others wait for it.</summary>
    static int? Free(EnrolmentState state, EnrolmentTerms terms, EnrolmentMode mode) =>
        Waiting(state, mode) > 0 ? 0 : EnrolmentRules.Free(terms, mode, state.Tally.Held(mode));

    static int Position(EnrolmentState state, Seat seat) =>
        seat.Standing == EnrolmentStanding.Waiting ? state.Tally.Waiting(seat.Mode).Keys.TakeWhile(arrival => arrival <= seat.Arrival).Count() : 0;
}
