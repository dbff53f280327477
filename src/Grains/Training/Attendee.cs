using JmaActors.Credits;

namespace JmaActors.Training;

/// <summary>What one claim earns one person, as last judged.</summary>
/// <param name="Held">False while there is no entry.</param>
/// <param name="Reason">Index of the reason code; 0 for none.</param>
/// <param name="Web">Earned on the web.</param>
readonly record struct ClaimMark(bool Held, CreditState State, byte Reason, short Tenths, bool Web = false);

/// <summary>Somebody's time on the web, from the log of the video system.</summary>
/// <param name="Identity">Identity was checked.</param>
/// <param name="Keyword">The keyword was entered.</param>
readonly record struct WebStay(long In, long Out, bool Identity, bool Keyword);

/// <summary>
/// One person at a session: the taps, the times on the web, what the office decided, and what each claim earns. What is asked of it is a function of
/// these alone, whatever the order in which they came.
/// </summary>
/// <param name="terms">What the program asks at the door.</param>
sealed class Attendee(long member, int association, int claims, AttendanceTerms terms)
{
    readonly List<Stamp> stamps = new(2);
    List<WebStay>? web;
    Dictionary<int, RollVerdict>? decisions;
    Stay[]? stays;
    bool signedUp;

    public long Member => member;

    /// <summary>Number of the local association in the session's list.</summary>
    public int Association => association;

    public ClaimMark[] Marks { get; private init; } = claims == 0 ? [] : new ClaimMark[claims];

    /// <summary>Up to when time was looked at for this person, UTC ticks: from here on what falls due is found again after a crash.</summary>
    public long JudgedTicks { get; set; }

    /// <summary>Signed up, now or once: the door lets the person in. What was tapped before that counts too.</summary>
    public bool SignedUp
    {
        get => signedUp;
        set => (signedUp, stays) = (value, null);
    }

    /// <summary>Decided on after the roll was confirmed: posted entries may change.</summary>
    public bool Corrected { get; set; }

    public IReadOnlyList<Stamp> Stamps => stamps;

    public IReadOnlyList<WebStay> Web => web ?? [];

    /// <summary>What was decided, by place of the talk; −1 for all talks.</summary>
    public IReadOnlyDictionary<int, RollVerdict> Decisions => decisions ?? [];

    /// <summary>The stays in the hall that the stamps make. Two ins in a row are one stay.</summary>
    public Stay[] Stays => stays ??= FoldAll();

    public bool Inside => Stays is [.., { Out: null }];

    /// <summary>Somebody on the roll: was in the hall, on the web, or is decided on.</summary>
    public bool Counts => Stays.Length > 0 || web is { Count: > 0 } || decisions is { Count: > 0 };

    /// <summary>First and last sight of the person, as the view of attendances shows it.</summary>
    public Sight Sight => Sight.Of(this);

    /// <summary>How things stand for this person just before where a stamp goes.</summary>
    public StayFold Before(Stamp stamp)
    {
        var fold = Fold();
        foreach (var earlier in stamps)
        {
            if (earlier.CompareTo(stamp) > 0) break;
            fold.Take(earlier);
        }
        return fold;
    }

    public void Add(Stamp stamp)
    {
        var at = stamps.Count;
        while (at > 0 && stamps[at - 1].CompareTo(stamp) > 0) at--;
        stamps.Insert(at, stamp);
        stays = null;
    }

    /// <summary>Takes one stamp of this time and kind away again, of several the one that was taken or was not; false when there is none.</summary>
    public bool Remove(long ticks, StampKind kind, bool taken, out Stamp removed)
    {
        var at = stamps.FindIndex(s => s.Ticks == ticks && s.Kind == kind && s.Taken == taken);
        if (at < 0) at = stamps.FindIndex(s => s.Ticks == ticks && s.Kind == kind);
        removed = at < 0 ? default : stamps[at];
        if (at < 0) return false;
        stamps.RemoveAt(at);
        stays = null;
        return true;
    }

    /// <summary>The same time said again adds what was missing before.</summary>
    public void Add(WebStay stay)
    {
        web ??= new(1);
        var at = web.FindIndex(w => w.In == stay.In && w.Out == stay.Out);
        if (at < 0) web.Insert(~web.BinarySearch(stay, WebOrder) is var place and >= 0 ? place : web.Count, stay);
        else web[at] = stay with { Identity = web[at].Identity || stay.Identity, Keyword = web[at].Keyword || stay.Keyword };
    }

    /// <param name="talk">Place of the talk; −1 for all.</param>
    public void Decide(int talk, RollVerdict verdict)
    {
        decisions ??= [];
        if (talk < 0) decisions.Clear();
        if (verdict == RollVerdict.AsTapped && talk < 0) return;
        decisions[talk] = verdict;
    }

    /// <summary>What was decided on a talk; null when the taps speak.</summary>
    public RollVerdict? Decided(int talk) => decisions is null ? null
        : decisions.TryGetValue(talk, out var own) || decisions.TryGetValue(-1, out own) ? own == RollVerdict.AsTapped ? null : own : null;

    /// <summary>The same person to try something on: what is added is not added here. Marks are shared.</summary>
    public Attendee Copy()
    {
        var copy = new Attendee(member, association, 0, terms) { Marks = Marks, JudgedTicks = JudgedTicks, Corrected = Corrected, signedUp = signedUp, stays = stays };
        copy.stamps.AddRange(stamps);
        if (web is not null) copy.web = [.. web];
        if (decisions is not null) copy.decisions = new(decisions);
        return copy;
    }

    static readonly Comparer<WebStay> WebOrder = Comparer<WebStay>.Create((a, b) => a.In != b.In ? a.In.CompareTo(b.In) : a.Out.CompareTo(b.Out));

    StayFold Fold() => new(terms.ReEntry, terms.SignUpOnly && !signedUp);

    Stay[] FoldAll()
    {
        var fold = Fold();
        var found = new List<Stay>(stamps.Count / 2 + 1);
        foreach (var stamp in stamps)
        {
            if (fold.Take(stamp) is { } stay) found.Add(stay);
        }
        if (fold.Inside) found.Add(new Stay(new DateTimeOffset(fold.Since, TimeSpan.Zero), null));
        return [.. found];
    }
}
