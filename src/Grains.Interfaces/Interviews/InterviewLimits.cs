namespace JmaActors.Interviews;

/// <summary>Named limits of interviews.</summary>
public static class InterviewLimits
{
    /// <summary>Characters of a sender's key.</summary>
    public const int KeyLength = 100;

    /// <summary>Characters of a record, an opinion or words.</summary>
    public const int Words = 4_000;

    /// <summary>Characters of a place, or the number of a certificate.</summary>
    public const int Short = 100;

    /// <summary>Cases one workplace keeps.</summary>
    public const int Cases = 50_000;

    /// <summary>Interviewers of one workplace.</summary>
    public const int Interviewers = 500;

    /// <summary>Checks, measures and words of one case.</summary>
    public const int Lines = 100;

    /// <summary>Lines of one page.</summary>
    public const int Page = 100;

    /// <summary>How long after its month an interview of it may be held.</summary>
    public const int AfterDays = 92;

    /// <summary>How often a board that is watched counts although nothing told it to: hours move and days end.</summary>
    public static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(60);
}

/// <summary>Stable names of what waits at a workplace.</summary>
public static class InterviewWorkNames
{
    /// <summary>Physicians who need an interview and have no interviewer. Late: the day is over.</summary>
    public const string Assign = "assign";

    /// <summary>Cases without a date.</summary>
    public const string Appoint = "appoint";

    /// <summary>Physicians whose check of sleep and fatigue is missing.</summary>
    public const string Check = "check";

    /// <summary>Interviews that can be held. Late: the day they were needed by is over.</summary>
    public const string Hold = "hold";

    /// <summary>Opinions that wait for the manager's decision.</summary>
    public const string Decide = "decide";

    /// <summary>Measures that run. Late: their last day is over.</summary>
    public const string Follow = "follow";

    /// <summary>Physicians above 155 h whose hours were not cut.</summary>
    public const string Cut = "cut";

    /// <summary>Physicians who need an interview within the days of the reminder and have had none.</summary>
    public const string Soon = "soon";

    public static readonly IReadOnlyList<string> All = [Assign, Soon, Check, Appoint, Hold, Decide, Follow, Cut];
}
