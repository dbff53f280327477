namespace JmaActors.Training;

/// <summary>Somebody's presence in one talk, as of an instant.</summary>
/// <param name="Entered">Was in the talk for some time, or is in it now.</param>
/// <param name="Inside">Is inside at the instant.</param>
/// <param name="Counted">Time inside while the talk ran, up to the instant.</param>
/// <param name="FirstLeft">The first time of leaving after the first entry and before the end; null when the person never left.</param>
/// <param name="FirstIn">From when the person is taken as having been in the talk, forgiven lateness included; of no meaning when never entered.</param>
/// <param name="NextTouch">The next instant before the talk's end at which the talk starts for somebody waiting inside, or a tap known ahead takes effect.</param>
readonly record struct Presence(bool Entered, bool Inside, TimeSpan Counted, DateTimeOffset? FirstLeft, DateTimeOffset FirstIn, DateTimeOffset? NextTouch)
{
    public static Presence Of(Talk talk, ReadOnlySpan<Stay> stays, DateTimeOffset at, bool closed, TimeSpan entryTolerance, TimeSpan exitTolerance)
    {
        var limit = closed && at < talk.End ? at : talk.End;
        var counted = TimeSpan.Zero;
        var (entered, inside) = (false, false);
        DateTimeOffset? left = null, touch = null;
        var first = talk.End;
        // What is forgiven at the exit is known once the talk has ended.
        var staysFrom = at >= talk.End ? talk.End - exitTolerance : DateTimeOffset.MaxValue;
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
            var to = stay.Out is { } o && o < limit && o < staysFrom ? o : limit;
            if (from >= to || from > at) continue;
            if (!entered) first = from = Forgive(from, talk.Start, entryTolerance);
            else if (from > cursor) left ??= cursor;
            entered = true;
            counted += (to < at ? to : at) - from;
            cursor = to;
        }
        if (entered && cursor <= at && cursor < limit) left ??= cursor;
        return new Presence(entered, inside, counted, left, first, touch);
    }

    /// <summary>Coming late within the tolerance counts as having been there from the start.</summary>
    static DateTimeOffset Forgive(DateTimeOffset from, DateTimeOffset start, TimeSpan entryTolerance) =>
        from - start <= entryTolerance ? start : from;

    static void Touch(ref DateTimeOffset? touch, DateTimeOffset instant, DateTimeOffset at, DateTimeOffset end)
    {
        if (instant > at && instant < end && (touch is null || instant < touch)) touch = instant;
    }
}
