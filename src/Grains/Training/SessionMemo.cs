using System.Runtime.InteropServices;
using System.Text.Json;
using JmaActors.Credits;

namespace JmaActors.Training;

/// <summary>
/// A session's state as its snapshot keeps it: only what cannot be counted again. Long lists are kept as bytes (base64 in JSON), because the
/// snapshot is made between two taps and must not hold up the third.
/// </summary>
/// <param name="People">A <see cref="PersonMemo"/> for each person, in order of arrival.</param>
/// <param name="Stamps">The stamps of all of them, one person after the other: ticks × 4, + 2 for taken, + 1 for in.</param>
/// <param name="Marks">The marks of all of them: tenths × 2^16 + reason × 2^8 + state × 2 + held.</param>
/// <param name="Taps">The tap log's records, see <see cref="TapLog"/>.</param>
/// <param name="Edits">See <see cref="SessionFigures.CurveEdits"/>.</param>
public sealed record SessionMemo(
    SessionPlan? Plan, SessionStatus Status, DateTimeOffset? ClosedAt, Caller SettledBy, IReadOnlyList<string> Devices, IReadOnlyList<string> Associations,
    IReadOnlyList<string> Reasons, byte[] People, byte[] Stamps, byte[] Marks, byte[] Taps, int Edits)
{
    public static SessionMemo Of(SessionState state)
    {
        var people = new PersonMemo[state.People.Count];
        var stamps = new List<long>(people.Length * 2);
        var marks = new List<int>(people.Length * 4);
        for (var i = 0; i < people.Length; i++)
        {
            var person = state.People[i];
            people[i] = new PersonMemo(person.Member, person.JudgedTicks, person.Association, person.Stamps.Count);
            foreach (var stamp in person.Stamps) stamps.Add(stamp.Ticks * 4 + (stamp.Taken ? 2 : 0) + (stamp.In ? 1 : 0));
            foreach (ref readonly var mark in person.Marks.AsSpan()) marks.Add(Pack(mark));
        }
        return new SessionMemo(
            state.Plan, state.Status, state.ClosedAt, state.SettledBy, state.Devices.All, state.Associations.All, state.Reasons.All,
            Bytes<PersonMemo>(people), Bytes<long>(CollectionsMarshal.AsSpan(stamps)), Bytes<int>(CollectionsMarshal.AsSpan(marks)),
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
        };
        if (Plan is null) return state;
        state.Open(Plan);
        (state.Status, state.ClosedAt, state.SettledBy) = (Status, ClosedAt, SettledBy);
        ReadPeople(state, Plan.Talks.Count);
        var taps = state.Taps.Records;
        for (var place = 0; place < taps.Length; place++)
        {
            ref readonly var tap = ref taps[place];
            if (tap.Reason == 0) continue;
            state.Tally.Refuse(place);
            var waits = tap.Member != 0 && TapRules.MayFollowLater(state.Reasons[tap.Reason]) && state.Find(tap.Member) is null;
            if (waits) state.Keep(tap.Member, new Stamp(tap.AtTicks, (TapDirection)tap.Direction == TapDirection.In, Taken: false));
        }
        state.Curve.Edits = Edits;
        return state;
    }

    void ReadPeople(SessionState state, int talks)
    {
        var stamps = MemoryMarshal.Cast<byte, long>(Stamps);
        var marks = MemoryMarshal.Cast<byte, int>(Marks);
        foreach (ref readonly var person in MemoryMarshal.Cast<byte, PersonMemo>(People))
        {
            if (stamps.Length < person.Stamps || marks.Length < talks) throw new JsonException("A session's snapshot is cut short.");
            var attendee = state.Admit(person.Member, person.Association);
            attendee.JudgedTicks = person.Judged;
            foreach (var stamp in stamps[..person.Stamps]) state.Stamp(attendee, new Stamp(stamp >> 2, (stamp & 1) == 1, (stamp & 2) == 2));
            for (var talk = 0; talk < talks; talk++) state.Mark(attendee, talk, Unpack(marks[talk]));
            stamps = stamps[person.Stamps..];
            marks = marks[talks..];
        }
    }

    static byte[] Bytes<T>(ReadOnlySpan<T> items) where T : unmanaged => MemoryMarshal.AsBytes(items).ToArray();

    static int Pack(in TalkMark mark) => (mark.Tenths << 16) | (mark.Reason << 8) | ((int)mark.State << 1) | (mark.Held ? 1 : 0);

    static TalkMark Unpack(int mark) => new((mark & 1) == 1, (CreditState)((mark >> 1) & 3), (byte)((mark >> 8) & 0xff), (short)(mark >> 16));
}

/// <summary>One person in a snapshot, but for stamps and marks.</summary>
/// <param name="Association">Number in the list of associations.</param>
/// <param name="Stamps">How many stamps are theirs.</param>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
readonly record struct PersonMemo(long Member, long Judged, int Association, int Stamps);
