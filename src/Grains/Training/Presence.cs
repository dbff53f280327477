namespace JmaActors.Training;

/// <summary>Somebody's presence in one talk, as of an instant.</summary>
/// <param name="Entered">Was in the talk for some time, or is in it now.</param>
/// <param name="Inside">Is inside at the instant.</param>
/// <param name="Counted">Time inside while the talk ran, up to the instant.</param>
/// <param name="FirstLeft">The first time of leaving after the first entry and before the end; null when the person never left.</param>
/// <param name="NextTouch">The next instant before the talk's end at which the talk starts for somebody waiting inside, or a tap known ahead takes effect.</param>
readonly record struct Presence(bool Entered, bool Inside, TimeSpan Counted, DateTimeOffset? FirstLeft, DateTimeOffset? NextTouch)
{
    public static Presence Of(Talk talk, ReadOnlySpan<Stay> stays, DateTimeOffset at, bool closed, TimeSpan lateTolerance)
    {
        var limit = closed && at < talk.End ? at : talk.End;
        var counted = TimeSpan.Zero;
        var (entered, inside) = (false, false);
        DateTimeOffset? left = null, touch = null;
        var cursor = talk.Start;
        foreach (var stay in stays)
        {
            Touch(ref touch, stay.In, at, talk.End);
            if (stay.In > at) break;
            if (stay.Out is { } known) Touch(ref touch, known, at, talk.End);
            if (stay.Out is null || stay.Out > at)
            {
                inside = true;
                Touch(ref touch, talk.Start, at, talk.End);
            }

            var from = stay.In > cursor ? stay.In : cursor;
            var to = stay.Out is { } o && o < limit ? o : limit;
            if (from >= to || from > at) continue;
            if (!entered) from = Forgive(from, talk.Start, lateTolerance);
            else if (from > cursor) left ??= cursor;
            entered = true;
            counted += (to < at ? to : at) - from;
            cursor = to;
        }
        if (entered && cursor <= at && cursor < limit) left ??= cursor;
        return new Presence(entered, inside, counted, left, touch);
    }

    /// <summary>Coming late within the tolerance counts as having been there from the start.</summary>
    static DateTimeOffset Forgive(DateTimeOffset from, DateTimeOffset start, TimeSpan lateTolerance) =>
        from - start <= lateTolerance ? start : from;

    static void Touch(ref DateTimeOffset? touch, DateTimeOffset instant, DateTimeOffset at, DateTimeOffset end)
    {
        if (instant > at && instant < end && (touch is null || instant < touch)) touch = instant;
    }
}
