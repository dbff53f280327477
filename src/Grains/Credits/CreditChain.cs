using System.Globalization;

namespace JmaActors.Credits;

/// <summary>An entry of one record with all that was put in its place by corrections, oldest first: nearly always one alone. Pure.</summary>
/// <param name="Of">Number of the record; 0 for the one that counts.</param>
/// <param name="Root">Key of the first.</param>
/// <param name="Shown">Under which key the first is shown.</param>
sealed record CreditChain(long Of, string Root, string Shown, List<(string Key, CreditItem Item)> Entries)
{
    CreditItem First => Entries[0].Item;

    /// <summary>What stands now.</summary>
    CreditItem Last => Entries[^1].Item;

    bool Corrected => Entries.Count > 1;

    /// <summary>The chains of a record, in order of arrival.</summary>
    public static IReadOnlyCollection<CreditChain> All(long of, CreditTable entries)
    {
        var chains = new Dictionary<string, CreditChain>(entries.Count, StringComparer.Ordinal);
        foreach (var (key, item) in entries)
        {
            var root = CorrectionKeys.Parts(key).Root;
            if (chains.TryGetValue(root, out var chain)) chain.Entries.Add((key, item));
            else chains.Add(root, new CreditChain(of, root, root, new(1) { (key, item) }));
        }
        return chains.Values;
    }

    /// <summary>One thing that happened once. What was heard at a session is known by its key alone; anything else must say the same as well.</summary>
    public bool IsSame(CreditChain other)
    {
        var (a, b) = (First, other.First);
        return a.Talk > 0 ? b.Talk > 0 : (a.Method, a.Scheme, a.Code, a.Date) == (b.Method, b.Scheme, b.Code, b.Date);
    }

    /// <summary>The same under a key that no other record has.</summary>
    public CreditChain Apart() => this with { Shown = Apart(Shown, Of) };

    /// <summary>Under which key an entry of another record is shown whose own key means something else here.</summary>
    public static string Apart(string key, long of)
    {
        var root = CorrectionKeys.Parts(key).Root;
        return string.Create(CultureInfo.InvariantCulture, $"{root}@{of}{key.AsSpan(root.Length)}");
    }

    /// <summary>Under which key one of its entries is shown.</summary>
    public string ShownAs(string key) => Shown == Root ? key : string.Concat(Shown, key.AsSpan(Root.Length));

    /// <summary>
    /// What an office settled by hand stands before what a session says; what an office has found wrong, and corrected or voided, before what one once posted; then what
    /// counts before what does not; then more before less. Equal ones change nothing.
    /// </summary>
    public bool Prevails(CreditChain over)
    {
        var (mine, theirs) = (Last, over.Last);
        if (First.Settled != over.First.Settled) return First.Settled;
        if (First.Settled && FoundWrong != over.FoundWrong) return FoundWrong;
        if (mine.State != theirs.State) return Rank(mine.State) > Rank(theirs.State);
        return mine.Tenths > theirs.Tenths;
    }

    bool FoundWrong => Corrected || Last.State == CreditState.Voided;

    static int Rank(CreditState state) => state switch
    {
        CreditState.Posted => 2,
        CreditState.Pending => 1,
        _ => 0,
    };
}
