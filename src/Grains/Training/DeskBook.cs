namespace JmaActors.Training;

/// <summary>What the desks of a session last said of themselves; in memory only.</summary>
sealed class DeskBook
{
    readonly Dictionary<string, DeskLine> desks = new(StringComparer.Ordinal);

    /// <summary>Takes a report; <c>Shown</c> is true when a board should not wait to show it: a desk that is new, or other figures than before.</summary>
    public (DeskLine Line, bool Shown) Report(DeskReport report, DateTimeOffset now)
    {
        if (report.Device is null or { Length: 0 or > TrainingLimits.DeviceLength }) throw new ArgumentException("A desk has a name.", nameof(report));
        var off = Math.Clamp((report.SentAt - now).TotalMilliseconds, int.MinValue, int.MaxValue);
        var line = new DeskLine(report.Device, now, (int)off, Math.Clamp(report.Waiting, 0, TrainingLimits.Taps));
        if (desks.Count >= SessionLimits.Desks && !desks.ContainsKey(report.Device)) desks.Remove(desks.MinBy(d => d.Value.HeardAt).Key);
        var shown = !desks.TryGetValue(report.Device, out var before) || before.Waiting != line.Waiting || Math.Abs((long)before.SkewMs - line.SkewMs) >= SessionLimits.SkewShownMs;
        desks[report.Device] = line;
        return (line, shown);
    }

    /// <summary>Those heard of lately, and those that still have taps to send; in order of name.</summary>
    public IReadOnlyList<DeskLine> Lines(DateTimeOffset now) =>
        desks.Count == 0 ? [] : [.. desks.Values.Where(d => d.Waiting > 0 || now - d.HeardAt < SessionLimits.DeskSilent).OrderBy(d => d.Device, StringComparer.Ordinal)];
}
