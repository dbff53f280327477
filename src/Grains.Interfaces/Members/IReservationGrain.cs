using JmaActors.Ledgers;

namespace JmaActors.Members;

/// <summary>
/// What must be unique across actors — a registry number, a card number — is given out by the one actor that has this value in its block, see
/// <see cref="Reservations"/>. Values: <c>registry:123456</c>, <c>card:DEMO0001</c>, <c>row:…</c>.
/// </summary>
[Alias("reservation-grain")]
public interface IReservationGrain : IGrainWithStringKey, ILedgerGrain
{
    /// <summary>
    /// Gives the value to <paramref name="holder"/> unless somebody holds it; the answer's value is who holds it now, which may be somebody else:
    /// that is no refusal.
    /// </summary>
    [Alias("reserve")]
    Task<Answer<MemberId>> Reserve(string value, MemberId holder, Caller caller, CancellationToken ct);

    /// <summary>Frees the value when <paramref name="holder"/> holds it; refused with <c>not-holder</c> when somebody else does.</summary>
    [Alias("release")]
    Task<Answer<MemberId>> Release(string value, MemberId holder, Caller caller, CancellationToken ct);

    /// <summary>Who holds it; null when nobody does.</summary>
    [Alias("holder")]
    Task<MemberId?> Holder(string value, CancellationToken ct);
}

/// <summary>
/// Which actor gives out a value. Values are spread over blocks: an actor for each value would triple the ledgers of the house, and a block of a thousand
/// values, awake, answers thousands a second.
/// </summary>
public static class Reservations
{
    /// <summary>Blocks per prefix. Fixed for ever: a value must always be asked of the same actor.</summary>
    public const int Blocks = 128;

    /// <summary>Longest value, prefix included.</summary>
    public const int ValueLength = 120;

    /// <summary>Key of the actor that has the value: its prefix and two hexadecimal digits, e.g. <c>card:2c</c>.</summary>
    public static string Block(string value)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || value.Length > ValueLength) throw new ArgumentException("A reserved value is a prefix, a colon and at most 120 characters in all.", nameof(value));
        var hash = 2166136261u;
        foreach (var c in value.AsSpan(colon + 1)) hash = (hash ^ c) * 16777619u;
        // The low bits of FNV of short numbers are uneven; folding evens them.
        return $"{value.AsSpan(0, colon)}:{(hash ^ hash >> 16) % Blocks:x2}";
    }

    /// <summary>The actor that has the value.</summary>
    public static IReservationGrain Reservation(this IGrainFactory grains, string value) => grains.GetGrain<IReservationGrain>(Block(value));
}

/// <summary>Gives out member numbers in blocks. One actor, key 0.</summary>
[Alias("member-number-grain")]
public interface IMemberNumberGrain : IGrainWithIntegerKey, ILedgerGrain
{
    /// <summary>The first of <paramref name="count"/> numbers (1 to 100,000) never given before. A number not used is a gap, never given again.</summary>
    [Alias("allocate")]
    Task<Answer<long>> Allocate(int count, Caller caller, CancellationToken ct);
}
