namespace JmaActors.Interviews;

/// <summary>Why a physician is on the list of 面接指導. The later ones weigh more.</summary>
[GenerateSerializer, Alias("interview-need")]
public enum InterviewNeed
{
    /// <summary>Nothing is to be done.</summary>
    None = 0,

    /// <summary>At the present pace 100 h are reached in the month; the plan does not say so.</summary>
    Pace = 1,

    /// <summary>A水準 above 80 h: sleep and fatigue are to be checked.</summary>
    Check = 2,

    /// <summary>To be held before 100 h are reached.</summary>
    Interview = 3,

    /// <summary>A水準 without a sign of fatigue: 100 h are reached, and it follows promptly.</summary>
    Follows = 4,

    /// <summary>100 h were reached without it.</summary>
    Missed = 5,
}

/// <summary>How far a case is.</summary>
[GenerateSerializer, Alias("interview-stage")]
public enum InterviewStage
{
    /// <summary>The physician filled in the check; nobody was assigned.</summary>
    Opened = 1,

    /// <summary>An interviewer was assigned.</summary>
    Assigned = 2,

    /// <summary>There is a date; the physician has not filled in the check.</summary>
    Appointed = 3,

    /// <summary>There are a date and a check.</summary>
    Ready = 4,

    /// <summary>The interviewer gave an opinion, here or at another employer.</summary>
    Held = 5,

    /// <summary>The manager decided on measures, which run.</summary>
    Decided = 6,

    /// <summary>No measure was needed, or the last was followed to its end.</summary>
    Closed = 7,

    /// <summary>Called off: it was not needed any more.</summary>
    Dropped = 8,
}

/// <summary>Whose turn it is.</summary>
[GenerateSerializer, Alias("interview-waits")]
public enum InterviewWaits
{
    Nobody = 0,

    /// <summary>The workplace assigns, decides on measures or follows them up.</summary>
    Workplace = 1,

    /// <summary>The interviewer makes the appointment or holds the interview.</summary>
    Interviewer = 2,

    /// <summary>The physician fills in the check.</summary>
    Physician = 3,
}

/// <summary>What the interviewer thinks is needed (医師の意見).</summary>
[GenerateSerializer, Alias("interview-advice")]
public enum InterviewAdvice
{
    /// <summary>通常勤務: as before.</summary>
    AsBefore = 1,

    /// <summary>就業制限: with limits.</summary>
    Limited = 2,

    /// <summary>要休業: off work.</summary>
    OffWork = 3,
}

/// <summary>就業上の措置: what the manager of the institution decided.</summary>
[Flags, GenerateSerializer, Alias("interview-measures")]
public enum InterviewMeasures
{
    /// <summary>No measure is needed.</summary>
    None = 0,

    /// <summary>労働時間の短縮.</summary>
    HoursCut = 1,

    /// <summary>宿日直・夜勤の回数の減少.</summary>
    FewerNights = 2,

    /// <summary>作業・勤務場所の転換.</summary>
    OtherWork = 4,

    /// <summary>休暇・休業.</summary>
    Leave = 8,

    /// <summary>健康管理の指導・受診の勧め.</summary>
    Care = 16,
}

/// <summary>In which part somebody reads a case: what was answered and talked about is for two of them only.</summary>
[GenerateSerializer, Alias("interview-part")]
public enum InterviewPart
{
    /// <summary>The workplace: dates, the opinion and the measures, nothing of the conversation.</summary>
    Workplace = 0,

    /// <summary>The interviewer assigned.</summary>
    Interviewer = 1,

    /// <summary>The physician herself.</summary>
    Physician = 2,
}
