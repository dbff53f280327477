namespace JmaActors.Enrolments;

/// <summary>
/// Who gets what is free: places in order of arrival, for hall and web apart; then childcare in order of arrival among those who have a place. Nobody
/// overtakes: who needs more childcare than is free holds up those behind, unless there is not so much at all.
/// </summary>
public static class WaitingRules
{
    /// <summary>The events that give away what is free.</summary>
    /// <param name="state">The state before <paramref name="leaving"/> has gone.</param>
    /// <param name="terms">The terms from now on.</param>
    /// <param name="leaving">Whose sign-up ends in the same decision; null for nobody.</param>
    /// <param name="most">Places given at most.</param>
    public static IEnumerable<EnrolmentEvent> Next(EnrolmentState state, EnrolmentTerms terms, Seat? leaving, int most)
    {
        List<Seat> given = [.. First(state, terms, EnrolmentMode.Hall, leaving), .. First(state, terms, EnrolmentMode.Web, leaving)];
        given.Sort((a, b) => a.Arrival.CompareTo(b.Arrival));
        if (given.Count > most) given.RemoveRange(most, given.Count - most);
        var number = state.Numbers;
        foreach (var seat in given) yield return new PlaceGiven(seat.Member, ++number);
        foreach (var e in Childcare(state, terms, leaving, given)) yield return e;
    }

    /// <summary>The events that give away what childcare is free.</summary>
    /// <param name="state">The state before <paramref name="leaving"/> has gone and <paramref name="given"/> have come.</param>
    /// <param name="terms">The terms from now on.</param>
    /// <param name="leaving">Whose sign-up ends in the same decision; null for nobody.</param>
    /// <param name="given">Who gets a place in the same decision.</param>
    public static IEnumerable<EnrolmentEvent> Childcare(EnrolmentState state, EnrolmentTerms terms, Seat? leaving, IEnumerable<Seat> given)
    {
        var children = state.Tally.ForChildcare.Values.Where(s => s != leaving).Concat(given.Where(s => s.Children > 0)).OrderBy(s => s.Arrival);
        var free = terms.Childcare - state.Tally.Children + (leaving is { Held: true, Childcare: ChildcareStanding.Given } ? leaving.Children : 0);
        foreach (var seat in children.Where(s => s.Children <= terms.Childcare))
        {
            if (seat.Children > free) yield break;
            free -= seat.Children;
            yield return new ChildcareGiven(seat.Member);
        }
    }

    /// <summary>True when somebody who comes now has a place at once: there is one, and nobody waits for it.</summary>
    public static bool PlaceAtOnce(EnrolmentState state, EnrolmentTerms terms, EnrolmentMode mode) =>
        state.Tally.Waiting(mode).Count == 0 && EnrolmentRules.Free(terms, mode, state.Tally.Held(mode)) is null or > 0;

    /// <summary>True when the children of somebody who comes now are looked after: there is room, and nobody waits for it.</summary>
    public static bool ChildcareAtOnce(EnrolmentState state, EnrolmentTerms terms, int children) =>
        state.Tally.ForChildcare.Values.All(s => s.Children > terms.Childcare) && state.Tally.Children + children <= terms.Childcare;

    static IEnumerable<Seat> First(EnrolmentState state, EnrolmentTerms terms, EnrolmentMode mode, Seat? leaving)
    {
        var held = state.Tally.Held(mode) - (leaving is { Held: true } && leaving.Mode == mode ? 1 : 0);
        var waiting = state.Tally.Waiting(mode).Values.Where(s => s != leaving);
        return EnrolmentRules.Free(terms, mode, held) is { } free ? waiting.Take(free) : waiting;
    }
}
