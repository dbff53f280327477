using JmaActors.Credits;

namespace JmaActors.Training;

/// <summary>What one talk earns one person, as last judged.</summary>
/// <param name="Held">False while there is no entry.</param>
/// <param name="Reason">Index of the reason code; 0 for none.</param>
readonly record struct TalkMark(bool Held, CreditState State, byte Reason, short Tenths);

/// <summary>
/// One person at a session: the taps in order of event time, and what each talk earns. Taps that were refused because they did not follow (in while in,
/// out while out) are among them: they change nothing until the tap between them arrives, and then count as if all had come in order.
/// </summary>
sealed class Attendee(long member, int association, int talks)
{
    readonly List<Stamp> stamps = new(2);

    public long Member => member;

    /// <summary>Number of the local association in the session's list.</summary>
    public int Association => association;

    public TalkMark[] Marks { get; } = new TalkMark[talks];

    /// <summary>Up to when time was looked at for this person, UTC ticks: from here on what falls due is found again after a crash.</summary>
    public long JudgedTicks { get; set; }

    public IReadOnlyList<Stamp> Stamps => stamps;

    public bool Inside => stamps.Count > 0 && stamps[^1].In;

    /// <summary>Was the person inside just before this instant, or coming in at it?</summary>
    public bool InsideAt(long ticks)
    {
        var at = Place(ticks);
        return at > 0 && stamps[at - 1].In;
    }

    public void Add(Stamp stamp) => stamps.Insert(Place(stamp.Ticks), stamp);

    /// <summary>The stays that the stamps make, with one stamp more when given. Two ins in a row are one stay.</summary>
    public Stay[] Stays(Stamp? more = null)
    {
        var place = more is { } added ? Place(added.Ticks) : -1;
        var stays = new List<Stay>(stamps.Count / 2 + 1);
        long? since = null;
        for (var i = 0; i <= stamps.Count; i++)
        {
            if (i == place) Take(more!.Value, ref since, stays);
            if (i < stamps.Count) Take(stamps[i], ref since, stays);
        }
        if (since is { } open) stays.Add(new Stay(new DateTimeOffset(open, TimeSpan.Zero), null));
        return [.. stays];
    }

    static void Take(Stamp stamp, ref long? since, List<Stay> stays)
    {
        if (stamp.In)
        {
            since ??= stamp.Ticks;
            return;
        }
        if (since is not { } from) return;
        stays.Add(new Stay(new DateTimeOffset(from, TimeSpan.Zero), new DateTimeOffset(stamp.Ticks, TimeSpan.Zero)));
        since = null;
    }

    /// <summary>Where a stamp of this instant goes: after those of the same instant.</summary>
    int Place(long ticks)
    {
        var at = stamps.Count;
        while (at > 0 && stamps[at - 1].Ticks > ticks) at--;
        return at;
    }
}

/// <summary>One tap: its event time in UTC ticks, in or out.</summary>
/// <param name="Taken">False for one that was refused because it did not follow the one before.</param>
readonly record struct Stamp(long Ticks, bool In, bool Taken = true);
