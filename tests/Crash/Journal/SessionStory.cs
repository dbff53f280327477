using JmaActors.Crash.Load;

namespace JmaActors.Crash.Journal;

/// <param name="Tenths">Units in tenths.</param>
readonly record struct Assessed(int State, int Tenths, string? Reason)
{
    public const int Pending = 0;
    public const int Posted = 1;
    public const int Voided = 2;
}

/// <summary>One person at a session.</summary>
sealed class Visitor(string association)
{
    readonly List<(DateTimeOffset At, bool In)> stamps = [];

    /// <summary>As of the first tap.</summary>
    public string Association => association;

    public bool Inside => stamps.Count > 0 && stamps[^1].In;

    /// <summary>Keeps the stamps in order of event time; of the same instant, out before in, so that nobody loses a stay by a tie.</summary>
    public void Stamp(DateTimeOffset at, bool isIn)
    {
        var place = stamps.Count;
        while (place > 0 && (stamps[place - 1].At > at || (stamps[place - 1].At == at && stamps[place - 1].In && !isIn))) place--;
        stamps.Insert(place, (at, isIn));
    }

    /// <summary>From coming in to going out; null while still inside.</summary>
    public IEnumerable<(DateTimeOffset In, DateTimeOffset? Out)> Stays()
    {
        DateTimeOffset? since = null;
        foreach (var (at, isIn) in stamps)
        {
            if (isIn) since ??= at;
            else if (since is { } from)
            {
                yield return (from, at);
                since = null;
            }
        }
        if (since is { } open) yield return (open, null);
    }
}

/// <summary>One session as its events tell it.</summary>
sealed class SessionStory(string session)
{
    readonly Dictionary<long, List<(DateTimeOffset At, bool IsIn)>> early = [];

    /// <summary>Every tap, taken or refused, by device and nonce.</summary>
    public Dictionary<(string Device, string Nonce), TapAnswer> Taps { get; } = [];

    public Dictionary<long, Visitor> Visitors { get; } = [];

    /// <summary>The last word about each person, talk and scheme.</summary>
    public Dictionary<(long Member, int Talk, int Scheme), Assessed> Credits { get; } = [];

    /// <summary>The same of CME alone, which a board's figures are about.</summary>
    public IEnumerable<((long Member, int Talk) Key, Assessed Value)> Cme => Credits.Where(c => c.Key.Scheme == Schemes.Cme).Select(c => ((c.Key.Member, c.Key.Talk), c.Value));

    /// <summary>Refused taps, oldest first: version, device, reason.</summary>
    public List<(long Version, string Device, string Reason)> Refused { get; } = [];

    /// <summary>Event times of the taps taken.</summary>
    public List<DateTimeOffset> Taken { get; } = [];

    public int Ins { get; private set; }

    public int Inside { get; private set; }

    /// <summary>draft, open, closed or confirmed, as a number.</summary>
    public int Status { get; private set; }

    public DateTimeOffset ClosedAt { get; private set; }

    public long Version { get; private set; }

    public void Take(in StoredEvent e, Complaints complaints)
    {
        Version = e.Version;
        switch (e.Type)
        {
            case "session-opened":
                Status = 1;
                break;
            case "tapped" or "tap-refused":
                Tap(e, complaints);
                break;
            case "credit-assessed":
                foreach (var claim in e.E.GetProperty("claims").EnumerateArray())
                {
                    var reason = claim.TryGetProperty("reason", out var said) ? said.GetString() : null;
                    var scheme = claim.TryGetProperty("scheme", out var named) ? named.GetInt32() : Schemes.Cme;
                    Credits[(e.E.GetProperty("member").GetInt64(), claim.GetProperty("talk").GetInt32(), scheme)] =
                        new Assessed(claim.GetProperty("state").GetInt32(), claim.GetProperty("tenths").GetInt32(), reason);
                }
                break;
            case "session-closed":
                (Status, ClosedAt) = (2, e.E.GetProperty("at").GetDateTimeOffset());
                break;
            case "roll-confirmed":
                Status = 3;
                break;
            default:
                complaints.Add($"{session} has an event {e.Type}");
                break;
        }
    }

    void Tap(in StoredEvent e, Complaints complaints)
    {
        var (isIn, at) = (e.Number("direction") == 0, e.E.GetProperty("at").GetDateTimeOffset());
        var (device, nonce) = (e.Text("device")!, e.Text("nonce")!);
        long? member = e.E.TryGetProperty("member", out var number) ? number.GetInt64() : null;
        var reason = e.Type == "tapped" ? null : e.Text("reason");
        if (reason is null) Take(e, member!.Value, at, isIn);
        else Refused.Add((e.Version, device, reason));
        if (reason is "already-in" or "not-in") Keep(member!.Value, at, isIn);
        if (!Taps.TryAdd((device, nonce), new TapAnswer(reason, member, isIn, at, Inside, e.Version))) complaints.Add($"tap {device}/{nonce} at {session} is there twice");
    }

    void Take(in StoredEvent e, long member, DateTimeOffset at, bool isIn)
    {
        if (!Visitors.TryGetValue(member, out var visitor)) Visitors[member] = visitor = new Visitor(e.Text("association") ?? "none");
        if (early.Remove(member, out var waited)) waited.ForEach(w => visitor.Stamp(w.At, w.IsIn));
        Stamp(visitor, at, isIn);
        Taken.Add(at);
        if (isIn) Ins++;
    }

    /// <summary>A tap that did not follow the one before counts once the tap between them has come.</summary>
    void Keep(long member, DateTimeOffset at, bool isIn)
    {
        if (Visitors.TryGetValue(member, out var visitor)) Stamp(visitor, at, isIn);
        else if (early.TryGetValue(member, out var waiting)) waiting.Add((at, isIn));
        else early[member] = [(at, isIn)];
    }

    void Stamp(Visitor visitor, DateTimeOffset at, bool isIn)
    {
        var before = visitor.Inside;
        visitor.Stamp(at, isIn);
        Inside += (visitor.Inside ? 1 : 0) - (before ? 1 : 0);
    }
}
