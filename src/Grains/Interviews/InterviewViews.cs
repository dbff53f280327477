using JmaActors.Journal;
using C = JmaActors.Journal.Columns<JmaActors.Interviews.InterviewCaseRow>;

namespace JmaActors.Interviews;

/// <summary>A case as lists find it: a row of <c>interview_case</c>. No words.</summary>
/// <param name="Interviewer">0 before one was assigned.</param>
public sealed record InterviewCaseRow(
    string Workplace, long MemberId, DateOnly Month, int Stage, int Waits, long Interviewer, DateTimeOffset? Appointment, DateTimeOffset? Held, bool Over, DateTimeOffset Opened, long Version);

/// <summary>View tables written by interviews.</summary>
public static class InterviewViews
{
    public static readonly ViewTable<InterviewCaseRow> Cases = new(
        "interview_case",
        3,
        [
            C.Text("workplace", r => r.Workplace),
            C.Big("member_id", r => r.MemberId),
            C.Date("month_from", r => r.Month),
            C.Int("stage", r => r.Stage),
            C.Int("waits", r => r.Waits),
            C.Big("interviewer", r => r.Interviewer),
            C.InstantOrNull("appointment", r => r.Appointment),
            C.InstantOrNull("held", r => r.Held),
            C.Bool("is_over", r => r.Over),
            C.Instant("opened", r => r.Opened),
            C.Big("version", r => r.Version),
        ],
        new ViewIndex("interview_case_by_workplace", "workplace", "is_over", "opened"),
        new ViewIndex("interview_case_by_member", "member_id", "is_over", "opened"));

    public static readonly IReadOnlyList<ViewTable> All = [Cases];

    internal static ViewKey KeyOf(string workplace, InterviewCase c) => new(c.Member, new InterviewId(new WorkplaceId(workplace), new MemberId(c.Member), c.Month).Text);
}
