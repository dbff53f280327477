using System.Globalization;

namespace JmaActors.Credits;

/// <summary>Entries of another record of the same person.</summary>
/// <param name="Merge">Name of the merge that brought them.</param>
public sealed record HeldCredits(string Merge, CreditTable Entries);

/// <summary>Where a record's entries count instead of with itself.</summary>
public sealed record CreditsAway(string Merge, long To);

/// <summary>
/// Several records of one person as the one they are. An entry that two have under the same natural key counts once: one talk is heard once. Keys that callers
/// choose may be alike by chance; those are one entry only where they say the same. Pure.
/// </summary>
sealed class CreditUnion
{
    readonly Dictionary<string, (long Of, string Key)> origins = new(StringComparer.Ordinal);

    CreditUnion() { }

    public CreditLedgerState State { get; } = new();

    /// <summary>Keys that more than one record had and that count once.</summary>
    public HashSet<string> Shared { get; } = new(StringComparer.Ordinal);

    public (long Of, string Key)? OriginOf(string key) => origins.TryGetValue(key, out var origin) ? origin : null;

    public static CreditUnion Of(CreditLedgerState own)
    {
        var union = new CreditUnion();
        foreach (var (key, item) in own.Entries) union.State.Put(key, item);
        foreach (var (of, held) in own.Held!)
        {
            foreach (var (key, item) in held.Entries) union.Add(of, key, item);
        }
        return union;
    }

    /// <summary>Under which key an entry of another record is shown whose own key means something else here.</summary>
    public static string Apart(string key, long of) => string.Create(CultureInfo.InvariantCulture, $"{key}@{of}");

    void Add(long of, string key, in CreditItem item)
    {
        var shown = key;
        if (State.Entries.Find(key) is { } known)
        {
            if (IsSame(known, item))
            {
                Shared.Add(key);
                if (!Prevails(item, known)) return;
            }
            else
            {
                shown = Apart(key, of);
            }
        }
        State.Put(shown, item);
        origins[shown] = (of, key);
    }

    /// <summary>One thing that happened once. What was heard at a session is known by its key alone; anything else must say the same as well.</summary>
    static bool IsSame(in CreditItem a, in CreditItem b) =>
        a.Talk > 0 ? b.Talk > 0 : (a.Method, a.Scheme, a.Code, a.Date) == (b.Method, b.Scheme, b.Code, b.Date);

    /// <summary>
    /// What an office settled by hand stands before what a session says; then what counts before what does not; then more before less. Equal ones change nothing.
    /// </summary>
    public static bool Prevails(in CreditItem item, in CreditItem over)
    {
        if (item.Settled != over.Settled) return item.Settled;
        if (item.State != over.State) return Rank(item.State) > Rank(over.State);
        return item.Tenths > over.Tenths;
    }

    static int Rank(CreditState state) => state switch
    {
        CreditState.Posted => 2,
        CreditState.Pending => 1,
        _ => 0,
    };
}
