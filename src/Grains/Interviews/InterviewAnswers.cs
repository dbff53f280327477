using System.Text.Json;

namespace JmaActors.Interviews;

/// <summary>Answers of the interviews of a workplace, as the contract has them.</summary>
static class InterviewAnswers
{
    public static InterviewDesk Desk(WorkplaceId workplace, InterviewsState state) => new(
        workplace, state.Head == 0 ? null : new MemberId(state.Head),
        [.. state.Interviewers.Values.Select(i => new InterviewerLine(new MemberId(i.Member), i.Completed, i.Certificate, i.Document, state.Ended.TryGetValue(i.Member, out var on) ? on : null))],
        [.. state.Superiors.Select(s => new SuperiorLine(new MemberId(s.Key), s.Value == 0 ? null : new MemberId(s.Value)))], state.Version);

    /// <summary>A case in somebody's part: for the workplace, what was answered and talked about is not opened.</summary>
    /// <param name="open">Opens what is sealed; empty where the person was erased.</param>
    public static InterviewView Case(WorkplaceId workplace, InterviewCase c, InterviewPart part, Func<byte[], string> open)
    {
        var all = part is InterviewPart.Interviewer or InterviewPart.Physician;
        return new InterviewView(
            new InterviewId(workplace, new MemberId(c.Member), c.Month).Text, workplace, new MemberId(c.Member), c.Month, InterviewStepRules.StageOf(c), InterviewStepRules.WaitsFor(c),
            c.Interviewer == 0 ? null : new MemberId(c.Interviewer), c.Appointment, c.Place, c.Checked, c.Sign, all && c.Answers is { } answers ? Answers(open(answers)) : null, c.Held,
            c.From.Length == 0 ? null : new WorkplaceId(c.From), c.Advice, all && c.Record is { } record ? open(record) : null, c.Opinion is { } opinion ? open(opinion) : null,
            [.. c.Measures.Select(m => new MeasureLine(m.At, m.Measures, open(m.Sealed), m.Until, m.Done, m.By))], [.. c.PassedTo.Select(p => new WorkplaceId(p))], c.Version);
    }

    public static string Text(FatigueAnswers answers) => JsonSerializer.Serialize(answers, InterviewJson.Default.FatigueAnswers);

    static FatigueAnswers? Answers(string text) => text.Length == 0 ? null : JsonSerializer.Deserialize(text, InterviewJson.Default.FatigueAnswers);
}
