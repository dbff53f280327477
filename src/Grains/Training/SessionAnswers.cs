using JmaActors.Credits;
using JmaActors.Time;

namespace JmaActors.Training;

/// <summary>What a session's state looks like from outside.</summary>
static class SessionAnswers
{
    /// <summary>The answer to a tap, now or when the same comes again.</summary>
    public static TapResult Tap(SessionState state, DoorTap tap) => Tap(state, tap.Key);

    public static TapResult Tap(SessionState state, TapKey key)
    {
        var kept = state.Taps[key];
        var reason = kept.Reason == 0 ? null : state.Reasons[kept.Reason];
        return new TapResult(
            kept.Refused ? reason : null, kept.Member == 0 ? null : new MemberId(kept.Member), kept.As, Instant(kept.AtTicks), kept.Inside, kept.Sequence,
            kept.Refused ? null : reason, kept.Bits.HasFlag(TapBits.Undone));
    }

    public static SessionFigures Figures(SessionState state, long version)
    {
        var tally = state.Tally;
        var cme = tally.Of(CreditScheme.Cme);
        return new SessionFigures(
            version, state.Status, tally.Inside, tally.People, tally.Ins, tally.Outs, tally.Refused, cme.PendingTenths, cme.PostedTenths, cme.Voided,
            Talks(state), InsideBy(state), LastRefused(state), state.Curve.Newest(tally.Inside), state.Curve.Edits, Schemes(tally), tally.Web);
    }

    internal static SchemeFigures[] Schemes(SessionTally tally) => [.. tally.Schemes.Select(scheme => tally.Of(scheme) is var t
        ? new SchemeFigures(scheme, t.PendingTenths, t.PostedTenths, t.Voided) : null!)];

    public static SessionView? View(SessionState state, long version) => state.Plan is { } plan
        ? new SessionView(
            plan.Session, plan.Host, plan.Title, plan.Place, plan.WholeTalk, plan.DoorsOpen, plan.DoorsClose, plan.Talks, state.Status, Figures(state, version), version, plan.Terms)
        : null;

    /// <summary>One person's line; null when the session knows nobody of the number.</summary>
    public static RollLine? LineOf(SessionState state, long member) => state.Known(member) is { } person ? Line(state, person) : null;

    /// <summary>Taps, newest first.</summary>
    public static IReadOnlyList<TapLine> Taps(SessionState state, bool refusedOnly, int size)
    {
        var records = state.Taps.Records;
        var lines = new List<TapLine>(Math.Min(size, records.Length));
        for (var i = records.Length - 1; i >= 0 && lines.Count < size; i--)
        {
            if (!refusedOnly || records[i].Refused) lines.Add(Line(state, records[i]));
        }
        return lines;
    }

    static TalkFigures[] Talks(SessionState state)
    {
        if (state.Plan is null) return [];
        var talks = new TalkFigures[state.Plan.Talks.Count];
        for (var i = 0; i < talks.Length; i++)
        {
            ref readonly var talk = ref state.Tally.ByTalk[i];
            talks[i] = new TalkFigures(state.Plan.Talks[i].No, talk.People, talk.PendingTenths, talk.PostedTenths, talk.Voided);
        }
        return talks;
    }

    static Dictionary<string, int> InsideBy(SessionState state)
    {
        var inside = state.Tally.InsideBy;
        var by = new Dictionary<string, int>(inside.Count, StringComparer.Ordinal);
        for (var i = 0; i < inside.Count; i++)
        {
            if (inside[i] != 0) by.Add(state.Associations[i], inside[i]);
        }
        return by;
    }

    static List<TapLine> LastRefused(SessionState state)
    {
        var lines = new List<TapLine>(state.Tally.LastRefused.Count);
        foreach (var place in state.Tally.LastRefused) lines.Add(Line(state, state.Taps.Records[place]));
        lines.Reverse();
        return lines;
    }

    internal static RollLine Line(SessionState state, Attendee person, IReadOnlyDictionary<long, IReadOnlyList<string>>? elsewhere = null)
    {
        DateTimeOffset? last = null;
        foreach (var stay in person.Stays)
        {
            if (stay.Out is { } left) last = Tokyo.Of(left);
        }
        var talks = new List<TalkCredit>();
        for (var i = 0; i < person.Marks.Length; i++)
        {
            var (mark, claim) = (person.Marks[i], state.Claims[i]);
            if (!mark.Held) continue;
            talks.Add(new TalkCredit(
                state.Plan!.Talks[claim.Talk].No, mark.State.ToString().ToLowerInvariant(), new Units(mark.Tenths), mark.Reason == 0 ? null : state.Reasons[mark.Reason],
                claim.Scheme, claim.Subject, mark.Web));
        }
        var waits = state.Find(person.Member) is null;
        var meanwhile = elsewhere?.GetValueOrDefault(person.Member);
        return new RollLine(
            new MemberId(person.Member), !waits && person.Inside, person.Stays.Length == 0 ? null : Tokyo.Of(person.Stays[0].In), last, talks,
            DoubtRules.Of(state, person, meanwhile is not null), person.Web.Count > 0,
            person.Decisions.ToDictionary(d => d.Key < 0 ? 0 : state.Plan!.Talks[d.Key].No, d => d.Value), meanwhile);
    }

    internal static TapLine Line(SessionState state, in TapRecord tap)
    {
        var reason = tap.Reason == 0 ? null : state.Reasons[tap.Reason];
        return new TapLine(
            Instant(tap.AtTicks), Instant(tap.RecordedTicks), state.Devices[tap.Device], tap.As, tap.Member == 0 ? null : new MemberId(tap.Member),
            tap.Refused ? reason : null, tap.Sequence, tap.Bits.HasFlag(TapBits.Manual), tap.Refused ? null : reason, tap.Bits.HasFlag(TapBits.Undone));
    }

    static DateTimeOffset Instant(long ticks) => Tokyo.Of(new DateTimeOffset(ticks, TimeSpan.Zero));
}
