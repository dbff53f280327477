using JmaActors.Ledgers;
using JmaActors.Time;
using JmaActors.WorkHours;
using Decision = JmaActors.Ledgers.Decision<JmaActors.Interviews.InterviewEvent>;

namespace JmaActors.Interviews;

/// <summary>Who may interview at a workplace. Pure.</summary>
static class InterviewDeskDecider
{
    public static Decision NameHead(InterviewsState state, NameInstitutionHead command, Deciding deciding) =>
        Known(state, command.Key) ?? (command.Head.IsValid ? Decision.Event(new InstitutionHeadNamed(command.Key, command.Head.Number)) : Decision.Refuse("unknown-physician"));

    public static Decision NameSuperior(InterviewsState state, NameSuperior command, Deciding deciding) =>
        Known(state, command.Key)
        ?? (command.Superior == command.Member ? Decision.Refuse("own-superior", "", "Nobody directs herself.")
        : state.Superiors.Count >= WorkHoursLimits.Physicians && !state.Superiors.ContainsKey(command.Member.Number) ? Full(WorkHoursLimits.Physicians)
        : Decision.Event(new SuperiorNamed(command.Key, command.Member.Number, command.Superior?.Number ?? 0)));

    public static Decision Keep(InterviewsState state, KeepInterviewer command, Deciding deciding) =>
        Known(state, command.Key)
        ?? (command.Completed > Tokyo.DateOf(deciding.Now) ? Decision.Refuse("in-the-future")
        : string.IsNullOrWhiteSpace(command.Certificate) || command.Certificate.Length > InterviewLimits.Short ? Decision.Refuse("no-certificate", WorkRuleIds.Interviewer, "The number of the certificate of the ministry's course.")
        : state.Interviewers.Count >= InterviewLimits.Interviewers && !state.Interviewers.ContainsKey(command.Member.Number) ? Full(InterviewLimits.Interviewers)
        : Decision.Event(new InterviewerKept(command.Key, command.Member.Number, command.Completed, command.Certificate.Trim(), command.Document)));

    public static Decision End(InterviewsState state, EndInterviewer command, Deciding deciding) =>
        Known(state, command.Key)
        ?? (!state.Interviewers.ContainsKey(command.Member.Number) ? Decision.Refuse("unknown-interviewer")
        : Decision.Event(new InterviewerEnded(command.Key, command.Member.Number, Tokyo.DateOf(deciding.Now))));

    internal static Decision? Known(InterviewsState state, string key) =>
        string.IsNullOrEmpty(key) || key.Length > InterviewLimits.KeyLength ? Decision.Refuse("bad-key", "", $"A key has 1 to {InterviewLimits.KeyLength} characters.")
        : state.Done.Contains(key) ? Decision.Again()
        : null;

    internal static Decision Full(int most) => Decision.Refuse("ledger-full", "", $"At most {most}.");
}
