namespace JmaActors.Training;

/// <summary>What a session's roll looks like to whoever has to confirm it: pages of those wanted, and the whole in figures.</summary>
static class RollAnswers
{
    /// <summary>Everybody on the roll, and those whose taps were only refused, in no order.</summary>
    public static IEnumerable<Attendee> OnRoll(SessionState state) =>
        state.People.Where(p => p.Counts || p.Marks.Any(m => m.Held)).Concat(state.Waiting.Where(p => p.Stamps.Count > 0));

    /// <summary>The first so many in member order.</summary>
    public static Attendee[] First(IEnumerable<Attendee> people, int size)
    {
        var page = new PriorityQueue<Attendee, long>();
        foreach (var person in people)
        {
            // Negative, so that the greatest falls out first and the smallest stay.
            if (page.Count < size) page.Enqueue(person, -person.Member);
            else page.EnqueueDequeue(person, -person.Member);
        }
        var found = new Attendee[page.Count];
        for (var i = found.Length - 1; i >= 0; i--) found[i] = page.Dequeue();
        return found;
    }

    /// <summary>A page of those wanted.</summary>
    public static RollPage Page(SessionState state, RollQuery query, IReadOnlyDictionary<long, IReadOnlyList<string>> elsewhere)
    {
        var size = Math.Clamp(query.Size, 1, TrainingLimits.RollPage);
        var found = First(Wanted(state, query, elsewhere), size + 1);
        return new RollPage([.. found.Take(size).Select(p => SessionAnswers.Line(state, p, elsewhere))], found.Length > size);
    }

    /// <summary>The whole roll in figures.</summary>
    public static RollSummary Summary(SessionState state, long version, IReadOnlyDictionary<long, IReadOnlyList<string>> elsewhere)
    {
        var (people, doubtful, open, decided) = (0, 0, 0, 0);
        var by = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var person in OnRoll(state))
        {
            var doubts = DoubtRules.Of(state, person, elsewhere.ContainsKey(person.Member));
            people++;
            if (person.Decisions.Count > 0) decided++;
            if (doubts.Count == 0) continue;
            doubtful++;
            if (person.Decisions.Count == 0) open++;
            foreach (var doubt in doubts) by[doubt] = by.GetValueOrDefault(doubt) + 1;
        }
        return new RollSummary(people, doubtful, open, decided, by, SessionAnswers.Schemes(state.Tally), version);
    }

    /// <summary>One person's taps, newest first.</summary>
    public static IReadOnlyList<TapLine> TapsOf(SessionState state, long member, int size)
    {
        var records = state.Taps.Records;
        var lines = new List<TapLine>();
        for (var i = records.Length - 1; i >= 0 && lines.Count < size; i--)
        {
            if (records[i].Member == member) lines.Add(SessionAnswers.Line(state, records[i]));
        }
        return lines;
    }

    static IEnumerable<Attendee> Wanted(SessionState state, RollQuery query, IReadOnlyDictionary<long, IReadOnlyList<string>> elsewhere)
    {
        var members = query.Members?.Select(m => m.Number).ToHashSet();
        return OnRoll(state).Where(person =>
        {
            if (person.Member <= (query.After?.Number ?? 0) || members?.Contains(person.Member) == false) return false;
            if (query.Show == RollShow.Decided && person.Decisions.Count == 0) return false;
            if (query.Show == RollShow.Open && person.Decisions.Count > 0) return false;
            if (query.Show is not (RollShow.Doubtful or RollShow.Open) && query.Doubt is null) return true;
            var doubts = DoubtRules.Of(state, person, elsewhere.ContainsKey(person.Member));
            return doubts.Count > 0 && (query.Doubt is null || doubts.Contains(query.Doubt));
        });
    }
}
