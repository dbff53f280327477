using JmaActors.Credits;

namespace JmaActors.Training;

/// <summary>What the board shows of a session, kept along with the fold so that asking for it costs little. Can be counted anew at any time.</summary>
sealed class SessionTally(int talks)
{
    readonly TalkTally[] byTalk = new TalkTally[talks];
    readonly List<int> insideBy = [];
    readonly Queue<int> lastRefused = new(SeminarPicture.DoubtsShown);

    public int Inside { get; private set; }

    public int People { get; set; }

    public int Ins { get; private set; }

    public int Outs { get; private set; }

    public int Refused { get; private set; }

    public long PendingTenths { get; private set; }

    public long PostedTenths { get; private set; }

    public int Voided { get; private set; }

    /// <summary>Entries that wait to be posted or voided.</summary>
    public int PendingEntries { get; private set; }

    public ReadOnlySpan<TalkTally> ByTalk => byTalk;

    /// <summary>People inside by number of association.</summary>
    public IReadOnlyList<int> InsideBy => insideBy;

    /// <summary>Places of the newest refused taps in the log, oldest first.</summary>
    public IReadOnlyCollection<int> LastRefused => lastRefused;

    public void Taken(TapDirection direction)
    {
        if (direction == TapDirection.In) Ins++;
        else Outs++;
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

    /// <summary>One talk's mark of one person changed.</summary>
    public void Mark(int talk, in TalkMark before, in TalkMark after)
    {
        Count(ref byTalk[talk], before, -1);
        Count(ref byTalk[talk], after, +1);
    }

    void Count(ref TalkTally talk, in TalkMark mark, int sign)
    {
        if (!mark.Held) return;
        talk.People += sign;
        var tenths = sign * mark.Tenths;
        switch (mark.State)
        {
            case CreditState.Pending:
                PendingEntries += sign;
                PendingTenths += tenths;
                talk.PendingTenths += tenths;
                break;
            case CreditState.Posted:
                PostedTenths += tenths;
                talk.PostedTenths += tenths;
                break;
            default:
                Voided += sign;
                talk.Voided += sign;
                break;
        }
    }
}

/// <summary>Figures of one talk.</summary>
record struct TalkTally(int People, long PendingTenths, long PostedTenths, int Voided);
