using JmaActors.Members;
using JmaActors.Passes;

namespace JmaActors.Training;

/// <summary>Whether a tap is taken. The reasons are stable codes; texts are found by them.</summary>
static class TapRules
{
    public const string NotOpen = "not-open";
    public const string TooEarly = "too-early";
    public const string TooLate = "too-late";
    public const string UnknownCard = "unknown-card";
    public const string Revoked = "revoked";
    public const string AlreadyIn = "already-in";
    public const string NotIn = "not-in";
    public const string LeftAlready = "left-already";
    public const string JustTapped = "just-tapped";
    public const string NotRegistered = "not-registered";
    public const string Full = "full";
    public const string AheadOfTime = "ahead-of-time";
    /// <summary>Made before the door was shut, and arrived after the roll was confirmed: kept, and shown to whoever may correct it.</summary>
    public const string AfterConfirmation = "after-confirmation";

    /// <summary>
    /// True for a refused tap that may count yet: because it does not follow those known and the one between them may be on its way from a reader that was
    /// offline, or because the person may be signed up later. Who was sent away for want of room, or before the doors opened, is kept among them to be seen.
    /// </summary>
    public static bool MayCountYet(string reason) => reason is AlreadyIn or NotIn or LeftAlready or JustTapped or NotRegistered or Full or TooEarly or AfterConfirmation;

    /// <summary>What a desk may pass over when it lets somebody in all the same.</summary>
    static bool MayBeForced(string reason) => reason is TooEarly or TooLate or LeftAlready or NotRegistered or Full;

    /// <summary>What becomes of a tap, by its event time.</summary>
    public static TapVerdict Judge(SessionState state, in DoorTap tap, DateTimeOffset now)
    {
        var (plan, card) = (state.Plan!, tap.Card);
        // A desk may have been offline: what happened before the door was shut counts until the roll is confirmed, and is kept for a correction afterwards.
        if (state.Status != SessionStatus.Open && card.At > state.ClosedAt) return Against(NotOpen, card);
        if (card.At > now + SessionLimits.ClockAhead) return Against(AheadOfTime, card);
        if (tap.Fault is { } fault) return Against(fault, card);
        if (tap.Holder is not { } holder) return Against(UnknownCard, card);
        if (holder.Revoked) return Against(Revoked, card);
        var attendee = state.Known(holder.MemberId);
        if (tap.Pass is { } pass && state.Passes.Contains(pass)) return Against(ReadTwice(attendee, card) ? JustTapped : PassRules.Copied, card);
        var stamp = new Stamp(card.At.UtcTicks, Stamp.KindOf(card.Direction), card.Force ? StampMarks.Force : StampMarks.None);
        var before = (attendee ?? state.Trial(holder.MemberId)).Before(stamp);
        var effect = before.Effect(stamp);
        var reason = state.Status == SessionStatus.Confirmed ? AfterConfirmation : AtTheDoor(state, holder, card, before, now) ?? WhyNot(before, stamp with { Marks = StampMarks.None });
        var forced = reason is not null && card.Force && MayBeForced(reason) && effect is not null;
        return new TapVerdict(forced ? null : reason, forced ? reason : null, effect ?? Would(stamp, before));
    }

    /// <summary>By where the person stood at the time of the tap, not at its arrival. Room is a question of now: a tap that was under way longer is no longer asked it.</summary>
    static string? AtTheDoor(SessionState state, CardHolder holder, TapCard card, StayFold before, DateTimeOffset now)
    {
        var plan = state.Plan!;
        if (card.At < plan.DoorsOpen) return TooEarly;
        if (card.At > plan.DoorsClose) return TooLate;
        if (before.WasInside) return null;
        var (member, place) = (holder.MemberId, PlaceOf(state, holder));
        if (state.Terms.SignUpOnly && place is null) return NotRegistered;
        if (card.Direction == TapDirection.Out) return null;
        if (state.People.Count >= TrainingLimits.People && state.Find(member) is null) return Full;
        var keepsAPlace = place is { } number && !state.RegisteredOnWeb.Contains(number);
        return !keepsAPlace && now - card.At < SessionLimits.Fresh && state.Tally.Inside >= state.Terms.Capacity ? Full : null;
    }

    /// <summary>The number somebody is signed up under: their own, or that of a record of theirs it was merged with. Null for who is not.</summary>
    static long? PlaceOf(SessionState state, CardHolder holder)
    {
        if (state.Registered.Contains(holder.MemberId)) return holder.MemberId;
        foreach (var other in holder.Also ?? [])
        {
            if (state.Registered.Contains(other)) return other;
        }
        return null;
    }

    /// <summary>The same pass before a reader that reads twice, rather than a copy in somebody else's hand.</summary>
    static bool ReadTwice(Attendee? attendee, TapCard card) => card.Direction != TapDirection.Out
        && attendee?.Stamps.Any(s => s.Taken && Math.Abs(s.Ticks - card.At.UtcTicks) < SessionLimits.AutoRepeat.Ticks) == true;

    static string? WhyNot(StayFold before, Stamp stamp) => before.Effect(stamp) is not null ? null : (stamp.Kind, before.Inside) switch
    {
        (StampKind.Out, _) => NotIn,
        (StampKind.In, true) => AlreadyIn,
        (StampKind.Auto, _) when before.Effect(stamp with { Ticks = long.MaxValue }) is not null => JustTapped,
        _ => LeftAlready,
    };

    static TapDirection Would(Stamp stamp, StayFold before) =>
        stamp.Kind == StampKind.Out || (stamp.Kind == StampKind.Auto && before.Inside) ? TapDirection.Out : TapDirection.In;

    static TapVerdict Against(string reason, TapCard card) => new(reason, null, card.Direction == TapDirection.Out ? TapDirection.Out : TapDirection.In);
}

/// <summary>What becomes of a tap.</summary>
/// <param name="Reason">Why it is refused; null when it is taken.</param>
/// <param name="Forced">What was against it and was passed over; null when nothing was.</param>
/// <param name="As">What it does, or would have done.</param>
readonly record struct TapVerdict(string? Reason, string? Forced, TapDirection As);
