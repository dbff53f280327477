using System.Runtime.InteropServices;
using System.Text.Json;
using JmaActors.Credits;

namespace JmaActors.Training;

/// <summary>
/// A session's state as its snapshot keeps it: only what cannot be counted again. Long lists are kept as bytes (base64 in JSON), because the
/// snapshot is made between two taps and must not hold up the third.
/// </summary>
/// <param name="People">A <see cref="PersonMemo"/> for each person, in order of arrival; those whose taps wait come last.</param>
/// <param name="Stamps">The <see cref="Stamp"/>s of all of them, one person after the other.</param>
/// <param name="Marks">The marks of all of them, as <see cref="PersonMemo"/> says: tenths × 2^16 + reason × 2^8 + web × 2^3 + state × 2 + held.</param>
/// <param name="Web">The <see cref="WebStay"/>s of all of them.</param>
/// <param name="Decisions">What was decided on all of them: place of the talk, verdict.</param>
/// <param name="Registered">Who is signed up, member numbers.</param>
/// <param name="OnWeb">Those of them whose place is on the web.</param>
/// <param name="Passes">Fingerprints of the passes shown.</param>
/// <param name="Taps">The tap log's records, see <see cref="TapLog"/>.</param>
/// <param name="Edits">See <see cref="SessionFigures.CurveEdits"/>.</param>
public sealed record SessionMemo(
    SessionPlan? Plan, SessionStatus Status, DateTimeOffset? ClosedAt, Caller SettledBy, IReadOnlyList<string> Devices, IReadOnlyList<string> Associations,
    IReadOnlyList<string> Reasons, byte[] People, byte[] Stamps, byte[] Marks, byte[] Web, byte[] Decisions, byte[] Registered, byte[] OnWeb, byte[] Passes, byte[] Taps, int Edits)
{
    public static SessionMemo Of(SessionState state)
    {
        var people = new List<PersonMemo>(state.People.Count);
        var stamps = new List<Stamp>(state.People.Count * 2);
        var marks = new List<int>(state.People.Count * state.Claims.Length);
        var web = new List<WebStay>();
        var decisions = new List<DecisionMemo>();
        foreach (var person in state.People.Concat(state.Waiting))
        {
            people.Add(new PersonMemo(
                person.Member, person.JudgedTicks, person.Association, person.Stamps.Count, person.Web.Count, person.Decisions.Count, person.Marks.Length, (person.Corrected ? 1 : 0) | (person.SignedUp ? 2 : 0)));
            stamps.AddRange(person.Stamps);
            web.AddRange(person.Web);
            decisions.AddRange(person.Decisions.Select(d => new DecisionMemo(d.Key, (int)d.Value)));
            foreach (ref readonly var mark in person.Marks.AsSpan()) marks.Add(Pack(mark));
        }
        return new SessionMemo(
            state.Plan, state.Status, state.ClosedAt, state.SettledBy, state.Devices.All, state.Associations.All, state.Reasons.All,
            Bytes(people), Bytes(stamps), Bytes(marks), Bytes(web), Bytes(decisions), Bytes<long>([.. state.Registered]), Bytes<long>([.. state.RegisteredOnWeb]), Bytes<long>([.. state.Passes]),
            state.Taps.ToBytes(), state.Curve.Edits);
    }

    /// <summary>The state again, with everything counted anew.</summary>
    public SessionState ToState()
    {
        var state = new SessionState
        {
            Devices = new NameList(Devices),
            Associations = new NameList(Associations),
            Reasons = new NameList(Reasons),
            Taps = TapLog.Of(Taps),
            Registered = [.. MemoryMarshal.Cast<byte, long>(Registered)],
            RegisteredOnWeb = [.. MemoryMarshal.Cast<byte, long>(OnWeb)],
            Passes = [.. MemoryMarshal.Cast<byte, long>(Passes)],
        };
        if (Plan is null) return state;
        state.Open(Plan);
        (state.Status, state.ClosedAt, state.SettledBy) = (Status, ClosedAt, SettledBy);
        ReadPeople(state);
        var taps = state.Taps.Records;
        for (var place = 0; place < taps.Length; place++)
        {
            if (taps[place].Refused) state.Tally.Refuse(place);
        }
        state.Curve.Edits = Edits;
        return state;
    }

    void ReadPeople(SessionState state)
    {
        var stamps = MemoryMarshal.Cast<byte, Stamp>(Stamps);
        var marks = MemoryMarshal.Cast<byte, int>(Marks);
        var web = MemoryMarshal.Cast<byte, WebStay>(Web);
        var decisions = MemoryMarshal.Cast<byte, DecisionMemo>(Decisions);
        foreach (ref readonly var person in MemoryMarshal.Cast<byte, PersonMemo>(People))
        {
            if (stamps.Length < person.Stamps || marks.Length < person.Marks) throw new JsonException("A session's snapshot is cut short.");
            if (person.Marks == 0 && state.Claims.Length > 0)
            {
                foreach (var stamp in stamps[..person.Stamps]) state.Keep(person.Member, person.Association, stamp);
                if (state.Known(person.Member) is { } waits) waits.SignedUp = (person.Flags & 2) != 0;
            }
            else
            {
                Read(state, person, stamps[..person.Stamps], marks[..person.Marks], web[..person.Web], decisions[..person.Decisions]);
            }
            stamps = stamps[person.Stamps..];
            marks = marks[person.Marks..];
            web = web[person.Web..];
            decisions = decisions[person.Decisions..];
        }
    }

    static void Read(
        SessionState state, in PersonMemo person, ReadOnlySpan<Stamp> stamps, ReadOnlySpan<int> marks, ReadOnlySpan<WebStay> web, ReadOnlySpan<DecisionMemo> decisions)
    {
        var attendee = state.Admit(person.Member, person.Association);
        (attendee.JudgedTicks, attendee.Corrected, attendee.SignedUp) = (person.Judged, (person.Flags & 1) != 0, (person.Flags & 2) != 0);
        foreach (var stamp in stamps) state.Stamp(attendee, stamp);
        foreach (var stay in web) state.Change(attendee, a => a.Add(stay));
        foreach (var decision in decisions) state.Change(attendee, a => a.Decide(decision.Talk, (RollVerdict)decision.Verdict));
        for (var claim = 0; claim < marks.Length; claim++) state.Mark(attendee, claim, Unpack(marks[claim]));
    }

    static byte[] Bytes<T>(List<T> items) where T : unmanaged => MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(items)).ToArray();

    static int Pack(in ClaimMark mark) => (mark.Tenths << 16) | (mark.Reason << 8) | (mark.Web ? 8 : 0) | ((int)mark.State << 1) | (mark.Held ? 1 : 0);

    static ClaimMark Unpack(int mark) => new((mark & 1) == 1, (CreditState)((mark >> 1) & 3), (byte)((mark >> 8) & 0xff), (short)(mark >> 16), (mark & 8) != 0);
}

/// <summary>One person in a snapshot: how many stamps, times on the web, decisions and marks are theirs. Whose taps wait has no marks.</summary>
/// <param name="Association">Number in the list of associations.</param>
/// <param name="Flags">1: decided on after the roll was confirmed. 2: signed up, now or once.</param>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
readonly record struct PersonMemo(long Member, long Judged, int Association, int Stamps, int Web, int Decisions, int Marks, int Flags);

/// <summary>One decision in a snapshot.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
readonly record struct DecisionMemo(int Talk, int Verdict);
