using JmaActors.Members;

namespace JmaActors.Applications;

/// <summary>The applicant's record as an application shows it.</summary>
public sealed record ApplicantRecord(Person Person, IReadOnlyList<MembershipPeriod> Periods);

/// <summary>An application as somebody sees it. Pure.</summary>
static class ApplicationDrawing
{
    /// <param name="open">What is being written; otherwise what was last handed in, where anything was.</param>
    /// <param name="opened">Opens sealed words.</param>
    public static ApplicationView? View(string key, MemberId member, ApplicationState state, bool open, ApplicantRecord record, Func<byte[]?, string> opened)
    {
        if (state is not { Status: { } status, Request: { } request }) return null;
        var draft = open || state.Asked is null;
        var shown = draft ? request : state.Asked!;
        return new ApplicationView(
            key, member, record.Person, status, shown, state.Asked == shown && state.Before is { } before ? before : ApplicationRules.On(record.Periods, shown.From), [.. state.Steps], state.Submitted, state.Due,
            [.. state.Lines.Select(l => new ApplicationLine(l.At, l.Word, l.Office.Length > 0 ? new AssociationId(l.Office) : null, l.By, opened(l.Sealed)))],
            [.. draft ? state.Documents : state.AskedDocuments], state.Version, opened(draft ? state.Words : state.AskedWords), [.. state.Offices.Select(o => new AssociationId(o))], state.BegunBy);
    }
}
