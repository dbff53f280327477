namespace JmaActors.Rosters;

/// <summary>What became of one row.</summary>
enum RowOutcome
{
    Created,
    Updated,
    Unchanged,
    Failed,
}

/// <summary>Counts what became of the rows of a chunk.</summary>
sealed class ChunkTally
{
    /// <summary>Errors one chunk keeps, and the length of their texts: an event has a largest size.</summary>
    const int ErrorsKept = 200;
    const int TextLength = 120;

    readonly int[] counts = new int[4];
    readonly List<RowError> errors = [];

    public void Add(RowOutcome outcome) => counts[(int)outcome]++;

    public void Fail(RowError error)
    {
        counts[(int)RowOutcome.Failed]++;
        errors.Add(error);
    }

    public ChunkImported Of(int index) => new(
        index, counts[(int)RowOutcome.Created], counts[(int)RowOutcome.Updated], counts[(int)RowOutcome.Unchanged], counts[(int)RowOutcome.Failed],
        [.. errors.OrderBy(e => e.Line).Take(ErrorsKept).Select(Short)]);

    static RowError Short(RowError e) => e with { Column = Short(e.Column), Reason = Short(e.Reason), Detail = Short(e.Detail) };

    static string Short(string text) => text.Length <= TextLength ? text : text[..TextLength];
}
