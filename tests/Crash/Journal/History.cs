namespace JmaActors.Crash.Journal;

/// <summary>Everything the journal says, folded here by rules of this test's own.</summary>
sealed class History
{
    public Dictionary<string, (long Version, byte[] Hash)> Heads { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SessionStory> Sessions { get; } = new(StringComparer.Ordinal);

    public Dictionary<long, CreditStory> Credits { get; } = [];

    public Dictionary<long, MemberStory> Members { get; } = [];

    public Dictionary<long, DuesStory> Dues { get; } = [];

    public Dictionary<string, BankStory> Banks { get; } = new(StringComparer.Ordinal);

    public long Events { get; private set; }

    /// <param name="pictures">Boards seen, by session and version: each is compared with the story at just that version.</param>
    public static History Read(Database database, ILookup<(string Session, long Version), SeminarBoard> pictures, Complaints complaints)
    {
        var history = new History();
        foreach (var e in StoredEvent.Read(database)) history.Take(e, pictures, complaints);
        return history;
    }

    void Take(in StoredEvent e, ILookup<(string Session, long Version), SeminarBoard> pictures, Complaints complaints)
    {
        Events++;
        var before = Heads.GetValueOrDefault(e.Ledger).Version;
        if (e.Version != before + 1) complaints.Add($"{e.Ledger} goes from version {before} to {e.Version}");
        Heads[e.Ledger] = (e.Version, e.Hash);
        switch (e.Kind)
        {
            case "session":
                var session = Of(Sessions, e.Key, static key => new SessionStory(key));
                session.Take(e, complaints);
                foreach (var board in pictures[(e.Key, e.Version)]) board.Compare(session, complaints);
                break;
            case "credits":
                Of(Credits, Number(e), static key => new CreditStory(key)).Take(e);
                break;
            case "dues":
                Of(Dues, Number(e), static _ => new DuesStory()).Take(e, complaints);
                break;
            case "bank-account":
                Of(Banks, e.Key, static key => new BankStory(key)).Take(e, complaints);
                break;
            case "member":
                Of(Members, Number(e), static _ => new MemberStory()).Take(e, complaints);
                break;
        }
    }

    static long Number(in StoredEvent e) => long.Parse(e.Key, System.Globalization.CultureInfo.InvariantCulture);

    static T Of<TKey, T>(Dictionary<TKey, T> all, TKey key, Func<TKey, T> make)
        where TKey : notnull
    {
        if (!all.TryGetValue(key, out var one)) all[key] = one = make(key);
        return one;
    }
}
