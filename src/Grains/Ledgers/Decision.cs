namespace JmaActors.Ledgers;

/// <summary>What a decider is told beside state and command: the time, who asks, and the version decided on.</summary>
public readonly record struct Deciding(DateTimeOffset Now, Caller Caller, long Version);

/// <summary>What a decider found: events to apply, or a refusal, or a repeat of what is already done.</summary>
public readonly struct Decision<TEvent> where TEvent : class
{
    readonly IReadOnlyList<DateOnly>? each;

    Decision(TEvent? one, IReadOnlyList<TEvent>? many, Refusal? refusal, bool repeat, DateOnly? effective, string edition, IReadOnlyList<DateOnly>? each = null)
    {
        (One, Many, Refusal, Repeat, Effective, Edition) = (one, many, refusal, repeat, effective, edition);
        this.each = each;
    }

    internal TEvent? One { get; }

    internal IReadOnlyList<TEvent>? Many { get; }

    public Refusal? Refusal { get; }

    /// <summary>The command's key was known: nothing changes and the first answer is given again.</summary>
    public bool Repeat { get; }

    /// <summary>From when the events hold (civil date, Asia/Tokyo); null for the date of the decision.</summary>
    public DateOnly? Effective { get; }

    /// <summary>Policy edition that decided; empty when none did.</summary>
    public string Edition { get; }

    public int Count => One is not null ? 1 : Many?.Count ?? 0;

    /// <summary>From when one of the events holds; null for the date of the decision.</summary>
    public DateOnly? EffectiveOf(int index) => each?[index] ?? Effective;

    public TEvent this[int index] => One ?? Many![index];

    public static Decision<TEvent> Event(TEvent e, DateOnly? effective = null, string edition = "") => new(e, null, null, false, effective, edition);

    public static Decision<TEvent> Events(IReadOnlyList<TEvent> events, DateOnly? effective = null, string edition = "") =>
        new(null, events, null, false, effective, edition);

    /// <summary>Events each of which holds from a date of its own.</summary>
    public static Decision<TEvent> Events(IReadOnlyList<TEvent> events, IReadOnlyList<DateOnly> effective, string edition) => new(null, events, null, false, null, edition, effective);

    public static Decision<TEvent> Refuse(string reason, string rule = "", string detail = "") => new(null, null, new Refusal(reason, rule, detail), false, null, "");

    public static Decision<TEvent> Refuse(Refusal refusal) => new(null, null, refusal, false, null, "");

    /// <summary>Known already: the first answer again.</summary>
    public static Decision<TEvent> Again() => new(null, null, null, true, null, "");

    /// <summary>Nothing to do, and nothing to repeat.</summary>
    public static Decision<TEvent> Nothing() => default;
}
