namespace JmaActors.Training;

/// <summary>Whether a tap is taken. The reasons are stable codes; texts are found by them.</summary>
static class TapRules
{
    public const string NotOpen = "not-open";
    public const string TooEarly = "too-early";
    public const string TooLate = "too-late";
    public const string UnknownCard = "unknown-card";
    public const string AlreadyIn = "already-in";
    public const string NotIn = "not-in";
    public const string Full = "full";
    public const string AheadOfTime = "ahead-of-time";

    /// <summary>True for a tap that does not follow those known, but may when the one between them arrives: a reader may have been offline.</summary>
    public static bool MayFollowLater(string reason) => reason is AlreadyIn or NotIn;

    /// <summary>Why a tap is refused, by its event time; null when it is taken.</summary>
    public static string? Refuse(SessionState state, in DoorTap tap, DateTimeOffset now)
    {
        var (plan, card) = (state.Plan!, tap.Card);
        if (state.Status != SessionStatus.Open) return NotOpen;
        if (card.At > now + SessionLimits.ClockAhead) return AheadOfTime;
        if (card.At < plan.DoorsOpen) return TooEarly;
        if (card.At > plan.DoorsClose) return TooLate;
        if (tap.Holder is not { Revoked: false } holder) return UnknownCard;
        var attendee = state.Find(holder.MemberId);
        var inside = attendee?.InsideAt(card.At.UtcTicks) ?? false;
        return card.Direction switch
        {
            TapDirection.In when inside => AlreadyIn,
            TapDirection.In when attendee is null && state.People.Count >= TrainingLimits.People => Full,
            TapDirection.Out when !inside => NotIn,
            _ => null,
        };
    }
}
