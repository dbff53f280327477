namespace JmaActors.Associations;

/// <summary>Names of all associations, read from the views and kept for a little while: they hardly ever change and every board needs them.</summary>
public sealed class AssociationNames(IAssociationTallies tallies, TimeProvider time)
{
    /// <summary>How long a reading is believed.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(10);

    volatile Reading? last;

    /// <summary>Every association by its code.</summary>
    public async ValueTask<IReadOnlyDictionary<string, AssociationLine>> All(CancellationToken ct)
    {
        if (last is { } known && time.GetElapsedTime(known.At) < Life) return known.ByCode;
        var at = time.GetTimestamp();
        var lines = await tallies.Associations(ct);
        var reading = new Reading(lines.ToDictionary(l => l.Id, StringComparer.Ordinal), at);
        last = reading;
        return reading.ByCode;
    }

    sealed record Reading(IReadOnlyDictionary<string, AssociationLine> ByCode, long At);
}
