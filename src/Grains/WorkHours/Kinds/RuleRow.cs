using JmaActors.Policies;

namespace JmaActors.WorkHours;

/// <summary>Reads a row of a policy as a rule of its kind. What each kind asks for stands in seeds/README.md.</summary>
/// <param name="other">Other rows: a setting in the place of a figure may point to one of theirs, as <c>row/figure</c>.</param>
sealed class RuleRow(PolicyRow row, Func<string, PolicyRow> other)
{
    /// <summary>The setting that says of what kind a row is.</summary>
    public const string Kind = "kind";

    public HoursRule Rule() => row.Setting(Kind) switch
    {
        "sum" => Sum(),
        "free" => new FreeRule(row.Id, Force(), Figure("minutes"), Window(), Kinds("also", none: true)),
        "run" => new RunRule(row.Id, Force(), Figure("minutes"), Joins(), Kinds("until", none: false)),
        "gap" => new GapRule(row.Id, Force(), Said("rest", "row") == "employer" ? null : Figure("minutes"), Figure("after-minutes", 0), Joins(), Said("line", "actual") == "intended"),
        "rest" => Way(),
        var kind => throw new FormatException($"{row.Id}: '{kind}' is no kind of rule."),
    };

    SumRule Sum()
    {
        var of = Word<Measure>(row.Setting("of"), row.Id);
        var over = Word<SumOver>(row.Setting("over"), row.Id);
        var from = Said("limit", "row") switch
        {
            "row" => LimitFrom.Row,
            var level => Word<LimitFrom>(level, row.Id),
        };
        return new SumRule(
            row.Id, Force(), of, over, Said("in", "all") == "own", row.Settings.ContainsKey("level") ? Word<WorkLevel>(row.Setting("level"), row.Id) : null,
            from, from != LimitFrom.Row ? 0 : of == Measure.Nights ? Figure("times") : Figure("hours") * WorkMinute.Hour,
            Said("passes", "over") == "at", row.Settings.ContainsKey("unless") ? Word<HealthMeasureKind>(row.Setting("unless"), row.Id) : null,
            over == SumOver.Days ? Window() : default,
            of == Measure.Nights ? new NightHours(Kinds("kinds", none: true), Figure("from-minutes"), Figure("to-minutes")) : default);
    }

    RestWay Way() => new(
        row.Id, Force(), Figure("within-minutes"), Figure("rest-minutes"),
        row.Setting("for") switch
        {
            "all" => null,
            "resident" => true,
            "not-resident" => false,
            var word => throw new FormatException($"{row.Id}: '{word}' is none of all, resident, not-resident."),
        },
        row.Setting("after") switch
        {
            "any" => false,
            "night-duty" => true,
            var word => throw new FormatException($"{row.Id}: '{word}' is neither any nor night-duty."),
        });

    DayWindow Window()
    {
        var window = new DayWindow(Figure("days"), Figure("step-days", 1), Figure("per-days"));
        return window is { Days: > 0, Step: > 0, Per: > 0 } ? window : throw new FormatException($"{row.Id}: a window, its step and what it is averaged by are a day at least.");
    }

    int Joins() => Figure("joins-minutes") is > 0 and var joins ? joins : throw new FormatException($"{row.Id}: 'joins-minutes' is a minute at least.");

    FindingForce? Force() => row.Setting("force") is "by-level" ? null : Word<FindingForce>(row.Setting("force"), row.Id);

    /// <summary>Kinds of time by name; without the setting none of them, or all.</summary>
    KindSet Kinds(string setting, bool none)
    {
        if (!row.Settings.TryGetValue(setting, out var words)) return none ? default : KindSet.All;
        return new KindSet(words.Split(' ').Aggregate(0u, (bits, word) => bits | 1u << (int)Word<HoursKind>(word, row.Id)));
    }

    string Said(string setting, string otherwise) => row.Settings.GetValueOrDefault(setting, otherwise);

    int Figure(string name, int? otherwise = null)
    {
        if (row.Settings.TryGetValue(name, out var place))
            return place.Split('/') is [var id, var figure] ? (int)other(id).Figure(figure) : throw new FormatException($"{row.Id}: '{place}' is no figure of a row.");
        return otherwise is { } value && !row.Figures.ContainsKey(name) ? value : (int)row.Figure(name);
    }

    /// <summary>A word of a choice, as policies write it: <c>night-duty</c>.</summary>
    public static T Word<T>(string word, string id) where T : struct, Enum =>
        Enum.TryParse<T>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(word[0])
            ? value : throw new FormatException($"{id}: '{word}' is no {typeof(T).Name}.");
}
