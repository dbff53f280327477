using System.Text.Json.Serialization;

namespace JmaActors.Interviews;

/// <summary>The interviews of a workplace as its events tell.</summary>
public sealed class InterviewsState
{
    public long Version { get; set; }

    /// <summary>管理者; 0 before one was named.</summary>
    public long Head { get; set; }

    public SortedDictionary<long, InterviewerKept> Interviewers { get; init; } = [];

    /// <summary>The last day of those who interview no more.</summary>
    public Dictionary<long, DateOnly> Ended { get; init; } = [];

    /// <summary>Who directs a physician; 0 when nobody does, no entry when nobody said.</summary>
    public SortedDictionary<long, long> Superiors { get; init; } = [];

    /// <summary>By <see cref="InterviewId.Case"/>.</summary>
    public SortedDictionary<string, InterviewCase> Cases { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Keys of commands that were done.</summary>
    public HashSet<string> Done { get; init; } = new(StringComparer.Ordinal);

    public InterviewCase? Find(long member, DateOnly month) => Cases.GetValueOrDefault(Name(member, month));

    /// <summary>Those that are not over.</summary>
    [JsonIgnore]
    public IEnumerable<InterviewCase> Open => Cases.Values.Where(c => !c.Over);

    internal InterviewCase Case(long member, DateOnly month, DateTimeOffset opened)
    {
        var name = Name(member, month);
        if (!Cases.TryGetValue(name, out var found)) Cases.Add(name, found = new InterviewCase { Member = member, Month = month, Opened = opened });
        return found;
    }

    static string Name(long member, DateOnly month) => new InterviewId(default, new MemberId(member), month).Case;
}

/// <summary>A physician's interview of one month. Changes as events fold; what was written stays sealed.</summary>
public sealed class InterviewCase
{
    public required long Member { get; init; }

    public required DateOnly Month { get; init; }

    public required DateTimeOffset Opened { get; init; }

    /// <summary>0 before one was assigned.</summary>
    public long Interviewer { get; set; }

    public DateTimeOffset? Appointment { get; set; }

    public string Place { get; set; } = "";

    /// <summary>When the check was filled in last; null before.</summary>
    public DateTimeOffset? Checked { get; set; }

    public bool Sign { get; set; }

    public byte[]? Answers { get; set; }

    public DateTimeOffset? Held { get; set; }

    /// <summary>The other employer where it was held; empty when it was held here.</summary>
    public string From { get; set; } = "";

    public InterviewAdvice? Advice { get; set; }

    public byte[]? Record { get; set; }

    public byte[]? Opinion { get; set; }

    public List<HeldMeasure> Measures { get; init; } = [];

    public List<string> PassedTo { get; init; } = [];

    /// <summary>Measures were decided on after the opinion.</summary>
    public bool Decided { get; set; }

    /// <summary>The last of them was followed to its end, or none was needed.</summary>
    public bool Finished { get; set; }

    public bool Dropped { get; set; }

    public long Version { get; set; }

    /// <summary>Nothing more is to be done.</summary>
    [JsonIgnore]
    public bool Over => Dropped || Finished;
}

/// <summary>Measures that were decided (with <paramref name="Measures"/>), or how they went.</summary>
public sealed record HeldMeasure(DateTimeOffset At, InterviewMeasures? Measures, byte[] Sealed, DateOnly? Until, bool Done, Caller By);
