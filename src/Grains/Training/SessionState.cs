using System.Text.Json.Serialization;

namespace JmaActors.Training;

/// <summary>
/// A session as folded from its events: twenty thousand people and two hundred thousand taps, held small. What can be counted (<see cref="Tally"/>,
/// <see cref="Curve"/>) is kept along and counted anew when a snapshot is read.
/// </summary>
[JsonConverter(typeof(SessionStateJson))]
public sealed class SessionState
{
    /// <summary>Shown for people of no association.</summary>
    public const string NoAssociation = "none";

    readonly Dictionary<long, int> places = [];
    readonly List<Attendee> people = [];

    // Taps out whose taps in have not arrived yet, of people not yet taken in.
    readonly Dictionary<long, List<Stamp>> early = [];

    /// <summary>What the program handed over; null while it has not.</summary>
    public SessionPlan? Plan { get; private set; }

    public SessionStatus Status { get; internal set; }

    /// <summary>Until when those inside are counted; null while the door is open.</summary>
    public DateTimeOffset? ClosedAt { get; internal set; }

    /// <summary>Who closed or confirmed last; what follows from it is done in this name.</summary>
    public Caller SettledBy { get; internal set; } = Caller.System;

    internal IReadOnlyList<Attendee> People => people;

    internal TapLog Taps { get; set; } = new();

    internal NameList Devices { get; init; } = new();

    internal NameList Associations { get; init; } = new(NoAssociation);

    internal NameList Reasons { get; init; } = new("");

    internal SessionTally Tally { get; private set; } = new(0);

    internal AttendanceCurve Curve { get; } = new();

    internal void Open(SessionPlan plan)
    {
        (Plan, Status, Tally) = (plan, SessionStatus.Open, new SessionTally(plan.Talks.Count));
    }

    /// <summary>Place of a person in the list; null when never taken in.</summary>
    internal int? PlaceOf(long member) => places.TryGetValue(member, out var place) ? place : null;

    internal Attendee? Find(long member) => places.TryGetValue(member, out var place) ? people[place] : null;

    internal Attendee Admit(long member, int association)
    {
        if (Find(member) is { } known) return known;
        var attendee = new Attendee(member, association, Plan!.Talks.Count);
        places.Add(member, people.Count);
        people.Add(attendee);
        if (early.Remove(member, out var stamps)) stamps.ForEach(attendee.Add);
        Tally.People = people.Count;
        return attendee;
    }

    /// <summary>Adds a stamp to a person's, with all that is counted from it.</summary>
    internal void Stamp(Attendee attendee, Stamp stamp)
    {
        var (before, inside) = (attendee.Stays(), attendee.Inside);
        attendee.Add(stamp);
        if (stamp.Taken)
        {
            Curve.Taken(stamp);
            Tally.Taken(stamp.In ? TapDirection.In : TapDirection.Out);
        }
        Curve.Moved(before, attendee.Stays());
        Tally.Move(attendee.Association, (attendee.Inside ? 1 : 0) - (inside ? 1 : 0));
    }

    /// <summary>Keeps a tap that did not follow the one before: a tap between them may still be on its way.</summary>
    internal void Keep(long member, Stamp stamp)
    {
        if (Find(member) is { } known)
        {
            Stamp(known, stamp);
            return;
        }
        if (!early.TryGetValue(member, out var stamps)) early.Add(member, stamps = []);
        if (stamps.Count < SessionLimits.TapsPerPerson) stamps.Add(stamp);
    }

    /// <summary>The stays of a person with one stamp more.</summary>
    internal Stay[] StaysWith(long member, Stamp stamp)
    {
        if (Find(member) is { } known) return known.Stays(stamp);
        if (!early.TryGetValue(member, out var stamps)) return [new Stay(new DateTimeOffset(stamp.Ticks, TimeSpan.Zero), null)];
        var coming = new Attendee(member, 0, 0);
        stamps.ForEach(coming.Add);
        return coming.Stays(stamp);
    }

    internal void Mark(Attendee attendee, int talk, in TalkMark mark)
    {
        Tally.Mark(talk, attendee.Marks[talk], mark);
        attendee.Marks[talk] = mark;
    }

    /// <summary>Place of a talk in the plan.</summary>
    internal int TalkAt(int no)
    {
        var talks = Plan!.Talks;
        for (var i = 0; i < talks.Count; i++)
        {
            if (talks[i].No == no) return i;
        }
        throw new InvalidOperationException($"The plan has no talk {no}.");
    }
}
