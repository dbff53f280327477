namespace JmaActors.Members;

/// <summary>Who holds which value of a block.</summary>
public sealed class ReservationState
{
    /// <summary>Member number of each value's holder; free values are not in it.</summary>
    public Dictionary<string, long> Holders { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Who holds a value; null when nobody does.</summary>
    public MemberId? Holder(string value) => Holders.TryGetValue(value, out var member) ? new MemberId(member) : null;
}
