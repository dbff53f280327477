namespace JmaActors.WorkHours;

/// <summary>Everything the rules of working hours judge one physician by. Nothing in it depends on the order of its lists.</summary>
public sealed record WorkCase
{
    /// <summary>Employments a time line takes: one bit each.</summary>
    public const int EmploymentsMost = 32;

    /// <summary>Where the physician works; spans name them by place.</summary>
    public required IReadOnlyList<Employment> Employments { get; init; }

    /// <summary>What was worked, in order of time.</summary>
    public required IReadOnlyList<WorkSpan> Records { get; init; }

    /// <summary>What is planned, in order of time; what of it is past stays, as the plan rest is measured by.</summary>
    public IReadOnlyList<WorkSpan> Shifts { get; init; } = [];

    /// <summary>Sleep and fatigue checks.</summary>
    public IReadOnlyList<FatigueCheck> Checks { get; init; } = [];

    /// <summary>面接指導 held, and measures taken after it or above 155 h.</summary>
    public IReadOnlyList<HealthMeasure> Measures { get; init; } = [];

    /// <summary>The civil minute judged at: before it records tell, after it the plan.</summary>
    public required int AsOf { get; init; }

    /// <summary>Whether an employer chose a set of rules beside the law.</summary>
    public bool Chosen(string set)
    {
        foreach (var e in Employments)
        {
            if (e.Rules == set && e.HoldsOn(WorkMinute.DateOf(AsOf))) return true;
        }
        return false;
    }

    /// <summary>Whether the physician is a 臨床研修医 at C-1 anywhere on a date.</summary>
    public bool ResidentOn(DateOnly on)
    {
        foreach (var e in Employments)
        {
            if (e.TermOn(on) is { Level: WorkLevel.C1, Resident: true }) return true;
        }
        return false;
    }
}

/// <summary>Terms of one employment, as the workplace keeps them.</summary>
public sealed record Employment
{
    /// <summary>Where.</summary>
    public required WorkplaceId Workplace { get; init; }

    /// <summary>The day the 36協定 began; its years and months run from it.</summary>
    public required DateOnly AgreementFrom { get; init; }

    /// <summary>Levels by date; A where none holds.</summary>
    public IReadOnlyList<LevelTerm> Levels { get; init; } = [];

    /// <summary>A clinic with fewer than ten staff: 44 hours a week.</summary>
    public bool SmallClinic { get; init; }

    /// <summary>1か月単位の変形労働時間制: days and weeks are measured by the planned hours. Its month is the agreement's.</summary>
    public bool Variable { get; init; }

    /// <summary>法定休日, where it is the same day each week.</summary>
    public DayOfWeek? Holiday { get; init; }

    /// <summary>Rest the employer gives between duties beyond the law's, minutes; 0 where it sets none.</summary>
    public int IntervalMinutes { get; init; }

    /// <summary>Name of the set of rules this employer chose beside the law; null for none.</summary>
    public string? Rules { get; init; }

    /// <summary>The last day; null when there is none. What was worked before counts on, and nothing is judged by this employment after it.</summary>
    public DateOnly? Last { get; init; }

    /// <summary>Whether it is not over on a date.</summary>
    public bool HoldsOn(DateOnly on) => Last is not { } last || on <= last;

    /// <summary>The term that holds on a date; null for A.</summary>
    public LevelTerm? TermOn(DateOnly on)
    {
        if (!HoldsOn(on)) return null;
        for (var i = Levels.Count - 1; i >= 0; i--)
        {
            if (on >= Levels[i].From && (Levels[i].To is not { } to || on <= to)) return Levels[i];
        }
        return null;
    }

    /// <summary>The level on a date.</summary>
    public WorkLevel LevelOn(DateOnly on) => TermOn(on)?.Level ?? WorkLevel.A;
}

/// <summary>A level, from a date to a date.</summary>
/// <param name="To">The last day; null while it holds.</param>
/// <param name="Resident">臨床研修医 at C-1; 専攻医 are not.</param>
public sealed record LevelTerm(WorkLevel Level, DateOnly From, DateOnly? To = null, bool Resident = false);

/// <summary>睡眠と疲労の確認.</summary>
/// <param name="At">Civil minute.</param>
/// <param name="SleepMinutes">Average sleep of a day over the last two weeks.</param>
/// <param name="Grade">自己診断表: I to IV as 1 to 4.</param>
/// <param name="Score">Fatigue score (負担度).</param>
/// <param name="Asks">The physician asks for an interview.</param>
public sealed record FatigueCheck(int At, int SleepMinutes, int Grade, int Score, bool Asks);

/// <summary>Something that was done for a physician's health.</summary>
/// <param name="At">Civil minute.</param>
/// <param name="Workplace">The employer that did it; empty where none was named, and for everybody.</param>
/// <param name="PassedTo">Other employers that know of it, since the physician passed it on; null for none.</param>
public sealed record HealthMeasure(HealthMeasureKind Kind, int At, string Workplace = "", IReadOnlyList<string>? PassedTo = null)
{
    /// <summary>Whether it counts for an employer's own duty: what it did itself, and an interview that was passed on to it. Hours that were cut count everywhere.</summary>
    public bool CountsAt(string workplace) => Kind != HealthMeasureKind.Interview || Workplace.Length == 0 || Workplace == workplace || PassedTo?.Contains(workplace) == true;
}
