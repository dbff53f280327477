using JmaActors.Credits;

namespace JmaActors.Training;

/// <summary>What the board shows of a session, kept along with the fold so that asking for it costs little. Can be counted anew at any time.</summary>
sealed class SessionTally(int talks, Claim[] claims)
{
    readonly ClaimTally[] byTalk = new ClaimTally[talks];
    readonly ClaimTally[] byScheme = new ClaimTally[Enum.GetValues<CreditScheme>().Length];
    readonly List<int> insideBy = [];
    readonly Queue<int> lastRefused = new(SeminarPicture.DoubtsShown);

    public int Inside { get; private set; }

    /// <summary>People on the roll.</summary>
    public int People { get; set; }

    /// <summary>People who attended on the web, at least in part.</summary>
    public int Web { get; set; }

    public int Ins { get; private set; }

    public int Outs { get; private set; }

    public int Refused { get; private set; }

    /// <summary>Entries that wait to be posted or voided.</summary>
    public int PendingEntries { get; private set; }

    /// <summary>By talk: CME units, and the people of all schemes.</summary>
    public ReadOnlySpan<ClaimTally> ByTalk => byTalk;

    public ClaimTally Of(CreditScheme scheme) => byScheme[(int)scheme];

    /// <summary>Schemes the plan offers.</summary>
    public IEnumerable<CreditScheme> Schemes => claims.Select(c => c.Scheme).Distinct().Order();

    /// <summary>People inside by number of association.</summary>
    public IReadOnlyList<int> InsideBy => insideBy;

    /// <summary>Places of the newest refused taps in the log, oldest first.</summary>
    public IReadOnlyCollection<int> LastRefused => lastRefused;

    public void Taken(TapDirection direction, int sign)
    {
        if (direction == TapDirection.In) Ins += sign;
        else Outs += sign;
    }

    public void Refuse(int place)
    {
        Refused++;
        lastRefused.Enqueue(place);
        if (lastRefused.Count > SeminarPicture.DoubtsShown) lastRefused.Dequeue();
    }

    /// <param name="change">+1: came in. -1: went out. 0: nothing changed.</param>
    public void Move(int association, int change)
    {
        while (insideBy.Count <= association) insideBy.Add(0);
        insideBy[association] += change;
        Inside += change;
    }

    /// <summary>One claim's mark of one person changed.</summary>
    public void Mark(int claim, in ClaimMark before, in ClaimMark after)
    {
        Count(claim, before, -1);
        Count(claim, after, +1);
    }

    void Count(int claim, in ClaimMark mark, int sign)
    {
        if (!mark.Held) return;
        var (talk, scheme, _) = claims[claim];
        byScheme[(int)scheme].Count(mark, sign);
        // A talk's figures are those of its first claim, which is CME where it has a code.
        if (claim == 0 || claims[claim - 1].Talk != talk) byTalk[talk].Count(mark, sign);
        if (mark.State == CreditState.Pending) PendingEntries += sign;
    }
}

/// <summary>Figures of a talk or a scheme.</summary>
record struct ClaimTally(int People, long PendingTenths, long PostedTenths, int Voided)
{
    public void Count(in ClaimMark mark, int sign)
    {
        People += sign;
        var tenths = sign * mark.Tenths;
        if (mark.State == CreditState.Pending) PendingTenths += tenths;
        else if (mark.State == CreditState.Posted) PostedTenths += tenths;
        else Voided += sign;
    }
}
