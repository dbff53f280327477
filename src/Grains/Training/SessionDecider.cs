using JmaActors.Ledgers;
using JmaActors.Time;

namespace JmaActors.Training;

/// <summary>Decides what becomes of taps, of time going by, of closing and confirming. Pure.</summary>
sealed class SessionDecider(SessionAssessor assessor)
{
    /// <summary>The plan arrives and the session is open. A plan that comes again changes nothing.</summary>
    public Decision<SessionEvent> Open(SessionState state, SessionPlan plan) => state.Plan is null
        ? Decision<SessionEvent>.Event(new SessionOpened(plan), edition: assessor.Edition(plan))
        : Decision<SessionEvent>.Nothing();

    /// <summary>Somebody at the door. Natural key: device + nonce. A refused tap is an event too.</summary>
    public Decision<SessionEvent> Tap(SessionState state, DoorTap tap, Deciding deciding)
    {
        if (state.Plan is null) return Decision<SessionEvent>.Refuse(NotOpen);
        if (state.Taps.Knows(tap.Key)) return Decision<SessionEvent>.Again();
        var verdict = TapRules.Judge(state, tap, deciding.Now);
        if (TooMany(state, tap, verdict) is { } refusal) return Decision<SessionEvent>.Refuse(refusal);
        var (card, at) = (tap.Card, tap.Card.At);
        var (date, manual) = (Tokyo.DateOf(at), card.Person is not null);
        var resolved = card.Direction == TapDirection.Auto ? verdict.As : (TapDirection?)null;
        if (verdict.Reason is { } reason)
        {
            return Decision<SessionEvent>.Event(new TapRefused(
                reason, tap.Holder?.MemberId, tap.Holder is null ? card.Card.Text : null, card.Direction, at, card.Device, card.Nonce,
                TapRules.MayCountYet(reason) ? tap.Holder!.Association : null, manual, tap.Pass, resolved, card.Force), date);
        }
        var holder = tap.Holder!;
        var tapped = new Tapped(
            holder.MemberId, card.Direction, at, card.Device, card.Nonce, holder.Association, verdict.Forced, manual, tap.Pass, resolved, card.Force);
        var after = state.Trial(holder.MemberId);
        after.Add(SessionLedger.StampOf(tapped));
        var events = new List<SessionEvent>(2) { tapped };
        assessor.Judge(state, after, At(state, deciding), events);
        return Decision<SessionEvent>.Events(events, date, assessor.Edition(state.Plan));
    }

    /// <summary>Takes a tap back until the roll is confirmed. Natural key: the tap's.</summary>
    public Decision<SessionEvent> Undo(SessionState state, UndoTap command, Deciding deciding)
    {
        var key = TapKey.Of(command.Device, command.Nonce);
        if (state.Plan is null) return Decision<SessionEvent>.Refuse(NotOpen);
        if (!state.Taps.Knows(key)) return Decision<SessionEvent>.Refuse("no-such-tap", "", "No such tap was recorded; one still waiting on the desk is simply not sent.");
        var tap = state.Taps[key];
        if (tap.Bits.HasFlag(TapBits.Undone)) return Decision<SessionEvent>.Again();
        if (state.Status == SessionStatus.Confirmed) return Decision<SessionEvent>.Refuse("not-open", "", "The roll is confirmed; decide on the roll instead.");
        var events = new List<SessionEvent>(2) { new TapUndone(command.Device, command.Nonce) };
        if (tap.Bits.HasFlag(TapBits.Stamped) && state.Find(tap.Member)?.Copy() is { } after)
        {
            after.Remove(tap.AtTicks, tap.Kind, !tap.Refused, out _);
            assessor.Judge(state, after, At(state, deciding), events);
        }
        return Decision<SessionEvent>.Events(events, edition: assessor.Edition(state.Plan));
    }

    /// <summary>Instants have come at which somebody's credits change by time alone; each is judged at its own instant.</summary>
    public Decision<SessionEvent> Grow(SessionState state, IReadOnlyList<Due> due, Deciding deciding)
    {
        if (state.Status != SessionStatus.Open) return Decision<SessionEvent>.Nothing();
        var events = new List<SessionEvent>(due.Count);
        foreach (var (place, ticks) in due)
        {
            var attendee = state.People[place];
            assessor.Judge(state, attendee, new DateTimeOffset(ticks, TimeSpan.Zero), events);
        }
        return events.Count == 0
            ? Decision<SessionEvent>.Nothing()
            : Decision<SessionEvent>.Events(events, Tokyo.DateOf(new DateTimeOffset(due[0].Ticks, TimeSpan.Zero)), assessor.Edition(state.Plan!));
    }

    /// <summary>Shuts the door. Those inside are counted until now, but not beyond the doors' closing time.</summary>
    public Decision<SessionEvent> Close(SessionState state, Caller command, Deciding deciding)
    {
        if (state.Plan is null) return Decision<SessionEvent>.Refuse(NotOpen);
        if (state.Status != SessionStatus.Open) return Decision<SessionEvent>.Again();
        return Decision<SessionEvent>.Event(new SessionClosed(deciding.Now < state.Plan.DoorsClose ? deciding.Now : state.Plan.DoorsClose));
    }

    /// <summary>Confirms the roll of a closed session, once its last talk has ended: what is posted has happened.</summary>
    public Decision<SessionEvent> Confirm(SessionState state, Caller command, Deciding deciding) => state.Status switch
    {
        _ when state.Plan is null => Decision<SessionEvent>.Refuse(NotOpen),
        SessionStatus.Confirmed => Decision<SessionEvent>.Again(),
        SessionStatus.Closed when deciding.Now < state.Plan!.Talks[^1].End => Decision<SessionEvent>.Refuse("not-over", "", "The roll is confirmed once the last talk has ended."),
        SessionStatus.Closed => Decision<SessionEvent>.Event(new RollConfirmed()),
        _ => Decision<SessionEvent>.Refuse("not-closed", "", "The roll is confirmed once the session is closed."),
    };

    /// <summary>Judges some people for good, after closing or confirming. Done again, it finds nothing to do.</summary>
    public Decision<SessionEvent> Finish(SessionState state, Range people, Deciding deciding)
    {
        var events = new List<SessionEvent>();
        var at = At(state, deciding);
        var (from, count) = people.GetOffsetAndLength(state.People.Count);
        for (var place = from; place < from + count; place++)
        {
            var attendee = state.People[place];
            assessor.Judge(state, attendee, at, events);
        }
        return events.Count == 0 ? Decision<SessionEvent>.Nothing() : Decision<SessionEvent>.Events(events, edition: assessor.Edition(state.Plan!));
    }

    /// <summary>The instant judged: now, but not before the closing, which another silo's clock may have put a moment ahead of this one's.</summary>
    internal static DateTimeOffset At(SessionState state, in Deciding deciding) => state.ClosedAt is { } closed && closed > deciding.Now ? closed : deciding.Now;

    static Refusal? TooMany(SessionState state, in DoorTap tap, in TapVerdict verdict)
    {
        if (state.Tally.Ins + state.Tally.Outs >= TrainingLimits.Taps) return new Refusal("too-many-taps", "", $"A session takes at most {TrainingLimits.Taps} taps.");
        if (state.Tally.Refused >= TrainingLimits.RefusedTaps && verdict.Reason is not null)
            return new Refusal("too-many-taps", "", $"A session keeps at most {TrainingLimits.RefusedTaps} refused taps.");
        if (state.Devices.Count >= SessionLimits.Devices && !state.Devices.Knows(tap.Card.Device))
            return new Refusal("too-many-devices", "", $"A session has at most {SessionLimits.Devices} readers.");
        return tap.Holder is { } holder && state.Find(holder.MemberId)?.Stamps.Count >= SessionLimits.TapsPerPerson
            ? new Refusal("too-many-taps", "", $"One person taps at most {SessionLimits.TapsPerPerson} times.")
            : null;
    }

    internal static readonly Refusal NotOpen = new("not-open", "", "No program has opened this session.");
}

/// <summary>Somebody's credits may change at an instant.</summary>
/// <param name="Place">Place in the list of people.</param>
/// <param name="Ticks">The instant, UTC.</param>
readonly record struct Due(int Place, long Ticks);
