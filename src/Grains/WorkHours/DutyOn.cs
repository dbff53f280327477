namespace JmaActors.WorkHours;

/// <summary>Who is on duty, as a clock-in or clock-out says at once; the figures follow.</summary>
/// <param name="Told">The ledger's version that said so.</param>
[GenerateSerializer, Immutable, Alias("duty-on")]
public sealed record DutyOn(
    [property: Id(0)] MemberId Member, [property: Id(1)] DateTimeOffset? OnSince, [property: Id(2)] HoursKind? OnKind, [property: Id(3)] DateTimeOffset? LastOut, [property: Id(4)] long Told);

/// <summary>The lines of a duty list as they come, in any order and more than once: of figures and of who is on duty the newer hold, each by itself. Lives in one actor.</summary>
public sealed class DutyLines
{
    readonly Dictionary<long, DutyLine> lines = [];

    /// <summary>Lines by member number.</summary>
    public IReadOnlyDictionary<long, DutyLine> All => lines;

    /// <summary>Takes a whole line. One that was read anew without an event is as new as its moment.</summary>
    public void Put(DutyLine line)
    {
        if (!lines.TryGetValue(line.Member.Number, out var held))
        {
            lines.Add(line.Member.Number, line);
            return;
        }
        var figures = line.Version > held.Version || (line.Version == held.Version && line.AsOf >= held.AsOf) ? line : held;
        lines[line.Member.Number] = With(figures, line.Told >= held.Told ? line : held);
    }

    /// <summary>Takes who is on duty. Of a physician of whom there is no line yet it waits for one: the line will say it too.</summary>
    public void Put(DutyOn on)
    {
        if (!lines.TryGetValue(on.Member.Number, out var held) || on.Told <= held.Told) return;
        // How long rest lasts follows with the figures.
        lines[on.Member.Number] = held with { OnSince = on.OnSince, OnKind = on.OnKind, LastOut = on.LastOut, RestUntil = null, Told = on.Told };
    }

    /// <summary>Lets go of those that were here before a list was read, are as they were, and were not in it.</summary>
    public void Keep(IReadOnlyDictionary<long, DutyLine> before, IReadOnlySet<long> read)
    {
        foreach (var (member, line) in before)
        {
            // One that changed meanwhile may have gone to where the list had been read already.
            if (!read.Contains(member) && ReferenceEquals(lines.GetValueOrDefault(member), line)) lines.Remove(member);
        }
    }

    static DutyLine With(DutyLine figures, DutyLine on) => ReferenceEquals(figures, on) ? figures
        : figures with { OnSince = on.OnSince, OnKind = on.OnKind, LastOut = on.LastOut, RestUntil = on.RestUntil, Told = on.Told };
}
