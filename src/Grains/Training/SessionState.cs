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

    // People whose taps were all refused so far, but may count yet: when the tap before them arrives, or the person is signed up after all.
    readonly Dictionary<long, Attendee> waiting = [];

    /// <summary>What the program handed over; null while it has not.</summary>
    public SessionPlan? Plan { get; private set; }

    public SessionStatus Status { get; internal set; }

    /// <summary>Until when those inside are counted; null while the door is open.</summary>
    public DateTimeOffset? ClosedAt { get; internal set; }

    /// <summary>Who closed or confirmed last; what follows from it is done in this name.</summary>
    public Caller SettledBy { get; internal set; } = Caller.System;

    /// <summary>What the plan's talks can earn.</summary>
    internal Claim[] Claims { get; private set; } = [];

    internal IReadOnlyList<Attendee> People => people;

    internal IReadOnlyCollection<Attendee> Waiting => waiting.Values;

    /// <summary>Who signed up for the program.</summary>
    internal HashSet<long> Registered { get; init; } = [];

    /// <summary>Those of them whose place is on the web: the hall is not kept for them.</summary>
    internal HashSet<long> RegisteredOnWeb { get; init; } = [];

    /// <summary>How each claim is counted, found once for the plan by <see cref="SessionAssessor"/>.</summary>
    internal ClaimBasis[]? Bases { get; set; }

    /// <summary>Fingerprints of the passes shown: none works twice.</summary>
    internal HashSet<long> Passes { get; init; } = [];

    internal TapLog Taps { get; set; } = new();

    internal NameList Devices { get; init; } = new();

    internal NameList Associations { get; init; } = new(NoAssociation);

    internal NameList Reasons { get; init; } = new("");

    internal SessionTally Tally { get; private set; } = new(0, []);

    internal AttendanceCurve Curve { get; } = new();

    /// <summary>Whose first or last sight the event just folded changed, and what it was before; for the view that shows it. Not kept.</summary>
    internal (Attendee Person, Sight Before)? Moved { get; set; }

    internal AttendanceTerms Terms => Plan?.Terms ?? AttendanceTerms.Plain;

    internal void Open(SessionPlan plan)
    {
        (Plan, Status, Claims) = (plan, SessionStatus.Open, Claim.Of(plan.Talks));
        Tally = new SessionTally(plan.Talks.Count, Claims);
    }

    /// <summary>Place of a person in the list; null when never taken in.</summary>
    internal int? PlaceOf(long member) => places.TryGetValue(member, out var place) ? place : null;

    internal Attendee? Find(long member) => places.TryGetValue(member, out var place) ? people[place] : null;

    /// <summary>A person taken in, or whose taps wait.</summary>
    internal Attendee? Known(long member) => Find(member) ?? waiting.GetValueOrDefault(member);

    /// <summary>A person as known so far to try something on; somebody new when not known.</summary>
    internal Attendee Trial(long member) => Known(member)?.Copy() ?? Somebody(member, 0, 0);

    Attendee Somebody(long member, int association, int claims) => new(member, association, claims, Terms) { SignedUp = Registered.Contains(member) };

    /// <summary>Takes a person in, with the stamps that waited.</summary>
    internal Attendee Admit(long member, int association)
    {
        if (Find(member) is { } known) return known;
        var attendee = Somebody(member, association, Claims.Length);
        places.Add(member, people.Count);
        people.Add(attendee);
        if (!waiting.Remove(member, out var waited)) return attendee;
        Change(attendee, a =>
        {
            a.SignedUp |= waited.SignedUp;
            foreach (var stamp in waited.Stamps) a.Add(stamp);
        });
        return attendee;
    }

    /// <summary>Adds a stamp that was taken.</summary>
    internal void Stamp(Attendee attendee, Stamp stamp)
    {
        Change(attendee, a => a.Add(stamp));
        if (stamp.Taken) Count(stamp, +1);
    }

    /// <summary>Keeps a stamp that was refused and may count yet.</summary>
    internal void Keep(long member, int association, Stamp stamp)
    {
        if (Find(member) is { } known)
        {
            Stamp(known, stamp);
            return;
        }
        if (!waiting.TryGetValue(member, out var held)) waiting.Add(member, held = Somebody(member, association, 0));
        if (held.Stamps.Count < SessionLimits.TapsPerPerson) held.Add(stamp);
    }

    /// <summary>Takes a stamp away again.</summary>
    internal void Unstamp(long member, long ticks, StampKind kind, bool taken)
    {
        if (Find(member) is { } known)
        {
            var removed = default(Stamp);
            Change(known, a => a.Remove(ticks, kind, taken, out removed));
            if (removed.Taken) Count(removed, -1);
        }
        else if (waiting.TryGetValue(member, out var held) && held.Remove(ticks, kind, taken, out _) && held.Stamps.Count == 0)
        {
            waiting.Remove(member);
        }
    }

    /// <summary>Signs somebody up, or off. Whoever was refused for it comes in with the taps made.</summary>
    internal void Enrol(long member, bool isEnrolled, bool web)
    {
        RegisteredOnWeb.Remove(member);
        if (!isEnrolled)
        {
            Registered.Remove(member);
            return;
        }
        Registered.Add(member);
        if (web) RegisteredOnWeb.Add(member);
        if (Find(member) is { } known)
        {
            Change(known, static a => a.SignedUp = true);
            return;
        }
        if (!waiting.TryGetValue(member, out var held)) return;
        held.SignedUp = true;
        if (held.Stays.Length > 0) Admit(member, held.Association);
    }

    /// <summary>Changes what is known of somebody's presence, with all that is counted from it.</summary>
    internal void Change(Attendee attendee, Action<Attendee> change)
    {
        var (before, inside, counts, web) = (attendee.Stays, attendee.Inside, attendee.Counts, attendee.Web.Count > 0);
        var sight = attendee.Sight;
        change(attendee);
        if (attendee.Sight != sight) Moved = (attendee, Moved?.Before ?? sight);
        Curve.Moved(before, attendee.Stays);
        Tally.Move(attendee.Association, One(attendee.Inside) - One(inside));
        Tally.People += One(attendee.Counts) - One(counts);
        Tally.Web += One(attendee.Web.Count > 0) - One(web);
    }

    void Count(Stamp stamp, int sign)
    {
        Curve.Taken(stamp, sign);
        Tally.Taken(stamp.Marks.HasFlag(StampMarks.TakenIn) ? TapDirection.In : TapDirection.Out, sign);
    }

    internal void Mark(Attendee attendee, int claim, in ClaimMark mark)
    {
        Tally.Mark(claim, attendee.Marks[claim], mark);
        attendee.Marks[claim] = mark;
    }

    /// <summary>Place of a talk in the plan; −1 when there is none of the number.</summary>
    internal int TalkAt(int no)
    {
        var talks = Plan!.Talks;
        for (var i = 0; i < talks.Count; i++)
        {
            if (talks[i].No == no) return i;
        }
        return -1;
    }

    /// <summary>Place of a claim; the plan must have it.</summary>
    internal int ClaimAt(int talkNo, Credits.CreditScheme scheme)
    {
        var talk = TalkAt(talkNo);
        var at = Array.FindIndex(Claims, c => c.Talk == talk && c.Scheme == scheme);
        return at >= 0 ? at : throw new InvalidOperationException($"Talk {talkNo} does not offer {scheme}.");
    }

    static int One(bool yes) => yes ? 1 : 0;
}
