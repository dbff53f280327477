namespace JmaActors.Dues;

/// <summary>Compares what was billed with what was rehearsed. Pure.</summary>
static class DuesRunPages
{
    public static PageBilled Billed(
        IReadOnlyList<long> people, IReadOnlyList<Answer<DuesRunLine>?> answers, IReadOnlyDictionary<long, DuesRunLine> rehearsed, long after, bool last)
    {
        var (sum, named, different) = (DuesRunSum.Zero, new List<DuesRunDifference>(), 0);
        for (var i = 0; i < people.Count; i++)
        {
            var (before, answer) = (rehearsed.GetValueOrDefault(people[i]), answers[i]);
            if (answer?.Value is { } line) sum = sum.Plus(line);
            if (answer?.Value is { } billed && before is not null && (billed.Jma, billed.Prefecture, billed.Local, billed.Gaps) == (before.Jma, before.Prefecture, before.Local, before.Gaps)) continue;
            different++;
            if (named.Count < DuesRunLimits.Named) named.Add(new DuesRunDifference(new MemberId(people[i]), All(before), All(answer?.Value), answer is null ? "record-closed" : answer.Refusal?.Reason ?? ""));
        }
        return new PageBilled(after, sum, different, named, last);
    }

    static Yen All(DuesRunLine? line) => line is null ? Yen.Zero : line.Jma + line.Prefecture + line.Local;
}
