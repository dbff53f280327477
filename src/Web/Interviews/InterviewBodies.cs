using JmaActors.Interviews;
using JmaActors.Web.Http;

namespace JmaActors.Web.Interviews;

/// <summary>Who manages the institution (管理者).</summary>
/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
public sealed record InstitutionHeadBody(string Key, MemberId Head)
{
    public NameInstitutionHead ToCommand(Caller caller) => new(InterviewText.Key(Key), Head, caller);
}

/// <summary>Who directs a physician (直属の上司).</summary>
/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
/// <param name="Superior">Left out when nobody does.</param>
public sealed record SuperiorBody(string Key, MemberId Member, MemberId? Superior = null)
{
    public NameSuperior ToCommand(Caller caller) => new(InterviewText.Key(Key), Member, Superior, caller);
}

/// <summary>Somebody who completed the ministry's course.</summary>
/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
/// <param name="Certificate">Number of the certificate, 1 to 100 characters.</param>
public sealed record InterviewerBody(string Key, MemberId Member, DateOnly Completed, string Certificate)
{
    public KeepInterviewer ToCommand(Caller caller) => new(InterviewText.Key(Key), Member, Completed, Input.Text(Certificate, "certificate", InterviewLimits.Short), caller);
}

/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
public sealed record InterviewKeyBody(string Key);

/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
public sealed record AssignBody(string Key, MemberId Interviewer)
{
    public AssignInterview ToCommand(InterviewId id, Caller caller) => new(InterviewText.Key(Key), id.Member, id.Month, Interviewer, caller);
}

/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
/// <param name="Place">Where, or over which line; 1 to 100 characters.</param>
public sealed record AppointBody(string Key, DateTimeOffset At, string Place)
{
    public AppointInterview ToCommand(InterviewId id, Caller caller) => new(InterviewText.Key(Key), id.Member, id.Month, At, Input.Text(Place, "place", InterviewLimits.Short), caller);
}

/// <summary>睡眠と疲労の状況の確認.</summary>
/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
/// <param name="SleepMinutes">Average of a day over the last two weeks.</param>
/// <param name="Grade">自覚症状の評価: I to IV as 1 to 4.</param>
/// <param name="Score">仕事による負担度, 0 to 7.</param>
/// <param name="Asks">An interview is asked for.</param>
public sealed record FatigueCheckBody(string Key, int SleepMinutes, int Grade, int Score, bool Asks = false, string Words = "")
{
    public FillFatigueCheck ToCommand(InterviewId id, Caller caller) =>
        new(InterviewText.Key(Key), id.Member, id.Month, new FatigueAnswers(SleepMinutes, Grade, Score, Asks, InterviewText.Words(Words, "words", 0)), caller);
}

/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
/// <param name="Record">What was talked about; for the interviewer and the physician alone.</param>
/// <param name="Opinion">What the manager of the institution reads.</param>
public sealed record HoldBody(string Key, DateTimeOffset At, string Record, string Opinion, InterviewAdvice Advice)
{
    public HoldInterview ToCommand(InterviewId id, Caller caller) =>
        new(InterviewText.Key(Key), id.Member, id.Month, At, InterviewText.Words(Record, "record"), InterviewText.Words(Opinion, "opinion"), Advice, caller, default);
}

/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
/// <param name="Until">The last day of the measures.</param>
public sealed record MeasuresBody(string Key, InterviewMeasures Measures, string Words, DateOnly? Until = null)
{
    public DecideMeasures ToCommand(InterviewId id, Caller caller) => new(InterviewText.Key(Key), id.Member, id.Month, Measures, InterviewText.Words(Words, "words"), Until, caller);
}

/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
/// <param name="Done">Nothing more is to be done.</param>
public sealed record FollowBody(string Key, string Words, bool Done = false)
{
    public FollowMeasures ToCommand(InterviewId id, Caller caller) => new(InterviewText.Key(Key), id.Member, id.Month, InterviewText.Words(Words, "words"), Done, caller);
}

/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
/// <param name="To">Another employer that uses this system.</param>
public sealed record PassOnBody(string Key, WorkplaceId To)
{
    public PassInterviewOn ToCommand(InterviewId id, Caller caller) => new(InterviewText.Key(Key), id.Member, id.Month, To, caller);
}

/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
public sealed record DropBody(string Key, string Reason)
{
    public DropInterview ToCommand(InterviewId id, Caller caller) => new(InterviewText.Key(Key), id.Member, id.Month, InterviewText.Words(Reason, "reason"), caller);
}

/// <summary>What bodies of interviews share.</summary>
static class InterviewText
{
    public static string Key(string key) => Input.Text(key, "key", InterviewLimits.KeyLength);

    /// <summary>People write in several lines; other control characters are nobody's words.</summary>
    public static string Words(string text, string field, int shortest = 1)
    {
        if (text.Length < shortest || text.Length > InterviewLimits.Words) throw new JmaActors.Web.Access.InvalidInputException(field, $"Give {shortest} to {InterviewLimits.Words} characters.");
        return text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? throw new JmaActors.Web.Access.InvalidInputException(field, "Leave out control characters.") : text;
    }
}
