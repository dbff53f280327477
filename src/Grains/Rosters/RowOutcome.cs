namespace JmaActors.Rosters;

/// <summary>What became of one row.</summary>
enum RowOutcome
{
    Created,
    Updated,
    Unchanged,
    Failed,

    /// <summary>The import was not asked to bring rows of its kind.</summary>
    Skipped,
}

/// <summary>What became of a row, and why not when it failed.</summary>
readonly record struct RowResult(RowOutcome Outcome, Refusal? Refusal = null)
{
    /// <summary>The row is about somebody, or would become somebody, whom the sender may not change. Who that is, is not said.</summary>
    public static readonly RowResult OutOfReach = new(RowOutcome.Failed, new Refusal("row-out-of-scope"));

    public static readonly RowResult Skipped = new(RowOutcome.Skipped);

    public static RowResult Failed(Refusal refusal) => new(RowOutcome.Failed, refusal);

    public static RowResult Failed(string reason) => new(RowOutcome.Failed, new Refusal(reason));
}

/// <summary>Counts what became of the rows of a chunk.</summary>
sealed class ChunkTally
{
    /// <summary>Errors one chunk keeps, and the length of their texts: an event has a largest size.</summary>
    const int ErrorsKept = 200;
    const int TextLength = 120;

    readonly int[] counts = new int[Enum.GetValues<RowOutcome>().Length];
    readonly List<RowError> errors = [];

    public void Add(RowOutcome outcome) => counts[(int)outcome]++;

    public void Fail(RowError error)
    {
        counts[(int)RowOutcome.Failed]++;
        errors.Add(error);
    }

    public ChunkImported Of(int index, string digest) => new(
        index, counts[(int)RowOutcome.Created], counts[(int)RowOutcome.Updated], counts[(int)RowOutcome.Unchanged], counts[(int)RowOutcome.Failed],
        [.. errors.OrderBy(e => e.Line).Take(ErrorsKept).Select(Short)], digest, counts[(int)RowOutcome.Skipped]);

    static RowError Short(RowError e) => e with { Column = Short(e.Column), Reason = Short(e.Reason), Detail = Short(e.Detail) };

    static string Short(string text) => text.Length <= TextLength ? text : text[..TextLength];
}
