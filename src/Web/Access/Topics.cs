using JmaActors.Alerts;
using JmaActors.Applications;
using JmaActors.Disputes;
using JmaActors.Dues;
using JmaActors.Evaluations;
using JmaActors.Interviews;

namespace JmaActors.Web.Access;

/// <summary>What can be watched.</summary>
public enum TopicKind
{
    Seminar,
    MemberCredits,
    MemberRecord,
    Association,
    Operations,
    Import,
    Dispute,
    Work,
    Office,
    Interviews,
    Interview,
    Alerts,
    MemberHours,
    Duty,
    Hours,
    Evaluation,
    MemberHoursAt,
    MemberDues,
    Dues,
    DuesRun,
    Application,
}

/// <summary>
/// A topic: <c>seminar/{session}</c>, <c>member/{id}/credits</c>, <c>member/{id}/record</c>, <c>member/{id}/hours</c>, <c>member/{id}/hours/{workplace}</c>, <c>association/{id}</c>, <c>operations</c>, <c>import/{key}</c>, <c>work/{id}</c>,
/// <c>dispute/{id}</c>, <c>application/{id}</c>, <c>dues/{association}.{year}</c>, <c>dues-run/{association}.{year}</c>, <c>member/{id}/dues</c>, <c>office/{association}</c>, <c>interviews/{workplace}</c>, <c>interview/{id}</c>, <c>evaluation/{id}</c>, <c>alerts/{inbox}</c>, <c>workplace/{code}</c>, <c>work-hours/{association}</c>.
/// </summary>
/// <param name="Text">The topic as everybody writes it.</param>
/// <param name="Key">What it is about: a session, a member, an association, an import's key, a work's id, a workplace; empty for operations.</param>
public readonly record struct Topic(TopicKind Kind, string Key, string Text)
{
    public static readonly Topic Operations = new(TopicKind.Operations, "", "operations");

    public static Topic Seminar(SessionId session) => new(TopicKind.Seminar, session.Code, $"seminar/{session}");

    public static Topic Credits(MemberId member) => new(TopicKind.MemberCredits, member.ToString(), $"member/{member}/credits");

    public static Topic Record(MemberId member) => new(TopicKind.MemberRecord, member.ToString(), $"member/{member}/record");

    public static Topic Hours(MemberId member) => new(TopicKind.MemberHours, member.ToString(), $"member/{member}/hours");

    public static Topic MemberDues(MemberId member) => new(TopicKind.MemberDues, member.ToString(), $"member/{member}/dues");

    /// <summary>What of a year is received at an association and below it.</summary>
    public static Topic Dues(DuesRunId id) => new(TopicKind.Dues, id.Text, $"dues/{id.Text}");

    public static Topic DuesRun(DuesRunId id) => new(TopicKind.DuesRun, id.Text, $"dues-run/{id.Text}");

    /// <summary>What a workplace's people see of it.</summary>
    public static Topic Hours(MemberId member, WorkplaceId workplace) => new(TopicKind.MemberHoursAt, $"{member}/{workplace}", $"member/{member}/hours/{workplace}");

    /// <summary>Of a member's hours at a workplace: whose they are …</summary>
    internal MemberId Member => MemberId.Parse(Key.Split('/')[0]);

    /// <summary>… and which workplace's part.</summary>
    internal WorkplaceId Workplace => new(Key.Split('/')[1]);

    public static Topic Association(AssociationId association) => new(TopicKind.Association, association.Code, $"association/{association}");

    public static Topic Import(string key) => new(TopicKind.Import, key, $"import/{key}");

    public static Topic Dispute(DisputeId id) => new(TopicKind.Dispute, id.Text, $"dispute/{id.Text}");

    public static Topic Office(AssociationId association) => new(TopicKind.Office, association.Code, $"office/{association}");

    public static Topic Interviews(WorkplaceId workplace) => new(TopicKind.Interviews, workplace.Code, $"interviews/{workplace}");

    public static Topic Interview(InterviewId id) => new(TopicKind.Interview, id.Text, $"interview/{id.Text}");
    public static Topic Alerts(AlertBoxId box) => new(TopicKind.Alerts, box.Text, $"alerts/{box.Text}");

    public static Topic Duty(WorkplaceId workplace) => new(TopicKind.Duty, workplace.Code, $"workplace/{workplace}");

    /// <summary>Of the country or of a prefecture.</summary>
    public static Topic Hours(AssociationId region) => new(TopicKind.Hours, region.Code, $"work-hours/{region}");

    public static Topic Evaluation(EvaluationId id) => new(TopicKind.Evaluation, id.Text, $"evaluation/{id.Text}");

    public static Topic Application(ApplicationRef id) => new(TopicKind.Application, id.Text, $"application/{id.Text}");

    public static Topic Work(string id) => new(TopicKind.Work, id, $"work/{id}");

    /// <summary>Reads a topic from outside; false when it is none.</summary>
    public static bool TryParse(string? text, out Topic topic)
    {
        topic = default;
        if (text is not { Length: > 0 and <= Live.LiveLimits.TopicLength }) return false;
        if (text == Operations.Text)
        {
            topic = Operations;
            return true;
        }

        var parts = text.Split('/');
        var read = parts switch
        {
            ["seminar", var key] when SessionId.TryParse(key, out var session) => Seminar(session),
            ["member", var key, "credits"] when MemberId.TryParse(key, out var member) => Credits(member),
            ["member", var key, "record"] when MemberId.TryParse(key, out var member) => Record(member),
            ["member", var key, "hours"] when MemberId.TryParse(key, out var member) => Hours(member),
            ["member", var key, "dues"] when MemberId.TryParse(key, out var member) => MemberDues(member),
            ["dues", var key] when DuesRunId.TryParse(key, out var books) => Dues(books),
            ["dues-run", var key] when DuesRunId.TryParse(key, out var run) => DuesRun(run),
            ["member", var key, "hours", var at] when MemberId.TryParse(key, out var member) && WorkplaceId.TryParse(at, out var part) => Hours(member, part),
            ["association", var key] when AssociationId.TryParse(key, out var association) => Association(association),
            ["office", var key] when AssociationId.TryParse(key, out var office) => Office(office),
            ["interviews", var key] when WorkplaceId.TryParse(key, out var interviewed) => Interviews(interviewed),
            ["interview", var key] when InterviewId.TryParse(key, out var interview) => Interview(interview),
            ["alerts", var key] when AlertBoxId.TryParse(key, out var box) => Alerts(box),
            ["workplace", var key] when WorkplaceId.TryParse(key, out var workplace) => Duty(workplace),
            ["work-hours", var key] when AssociationId.TryParse(key, out var region) && region.Layer != AssociationLayer.Local => Hours(region),
            ["evaluation", var key] when EvaluationId.TryParse(key, out var evaluation) => Evaluation(evaluation),
            ["work", var key] when JmaActors.Works.WorkIds.IsId(key) => Work(key),
            ["import", var key] when IsImportKey(key) => Import(key),
            ["application", var key] when ApplicationRef.TryParse(key, out var application) => Application(application),
            ["dispute", var key] when DisputeId.TryParse(key, out var dispute) => Dispute(dispute),
            _ => (Topic?)null,
        };
        topic = read.GetValueOrDefault();

        // What does not read back as it was written ("01000000001") would be a second name for the same thing.
        return read is not null && topic.Text == text;
    }

    /// <summary>Key of an import: 1 to 60 letters, digits, dots, hyphens or underscores.</summary>
    public static bool IsImportKey(string? key) =>
        key is { Length: >= 1 and <= WebLimits.RosterKey } && key.IsKeyText();

    public override string ToString() => Text;
}
