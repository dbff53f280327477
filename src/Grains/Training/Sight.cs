namespace JmaActors.Training;

/// <summary>First and last sight of somebody at a session, in the hall or on the web.</summary>
/// <param name="Known">On the roll.</param>
/// <param name="First">UTC ticks; 0 for who was seen nowhere: on the roll by decision alone.</param>
/// <param name="Last">UTC ticks; <see cref="long.MaxValue"/> for who has not left.</param>
/// <param name="Web">On the web, at least in part.</param>
readonly record struct Sight(bool Known, long First, long Last, bool Web)
{
    public static Sight Of(Attendee person)
    {
        var (first, last) = (long.MaxValue, 0L);
        foreach (var stay in person.Stays)
        {
            first = Math.Min(first, stay.In.UtcTicks);
            last = Math.Max(last, stay.Out?.UtcTicks ?? long.MaxValue);
        }
        foreach (var stay in person.Web)
        {
            first = Math.Min(first, stay.In);
            last = Math.Max(last, stay.Out);
        }
        return new Sight(person.Counts, first == long.MaxValue ? 0 : first, last, person.Web.Count > 0);
    }

    /// <param name="end">The end of the last talk, up to which who has not left is taken as having stayed.</param>
    public AttendanceRow ToRow(long member, string session, DateTimeOffset end) => First == 0
        ? new AttendanceRow(member, session, null, null, Web)
        : new AttendanceRow(member, session, Instant(First), Instant(Last == long.MaxValue ? Math.Max(First, end.UtcTicks) : Last), Web);

    static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);
}
