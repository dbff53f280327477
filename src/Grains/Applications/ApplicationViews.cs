using JmaActors.Journal;
using A = JmaActors.Journal.Columns<JmaActors.Applications.ApplicationViewRow>;
using D = JmaActors.Journal.Columns<JmaActors.Applications.ApplicationDocumentRow>;
using O = JmaActors.Journal.Columns<JmaActors.Applications.ApplicationOfficeRow>;

namespace JmaActors.Applications;

/// <summary>An application as lists find it: a row of <c>application</c>. No words.</summary>
/// <param name="Pending">The record is to be changed and is not yet.</param>
/// <param name="Waits">Code of the office that is asked; empty when none is.</param>
/// <param name="Remind">When the office that is asked is reminded; null while none is.</param>
/// <param name="At">When it was handed in; of a draft, when it was begun.</param>
public sealed record ApplicationViewRow(
    string Id, long MemberId, int Kind, int Status, bool Closed, bool Pending, string Waits, DateOnly Starts, DateTimeOffset At, DateOnly? Due, DateOnly? Remind, long Version);

/// <summary>An office on the way of an application: a row of <c>application_office</c>.</summary>
/// <param name="Turn">It is asked.</param>
public sealed record ApplicationOfficeRow(string Id, string Office, bool Turn, bool Closed, long Version);

/// <summary>A document an application names: a row of <c>application_document</c>.</summary>
public sealed record ApplicationDocumentRow(long MemberId, string Sha256, string Id, long Version);

/// <summary>View tables written by applications.</summary>
public static class ApplicationViews
{
    public static readonly ViewTable<ApplicationViewRow> Applications = new(
        "application",
        1,
        [
            A.Text("application_id", r => r.Id),
            A.Big("member_id", r => r.MemberId),
            A.Int("kind", r => r.Kind),
            A.Int("status", r => r.Status),
            A.Bool("closed", r => r.Closed),
            A.Bool("pending", r => r.Pending),
            A.Text("waits", r => r.Waits),
            A.Date("starts", r => r.Starts),
            A.Instant("at", r => r.At),
            A.DateOrNull("due", r => r.Due),
            A.DateOrNull("remind", r => r.Remind),
            A.Big("version", r => r.Version),
        ],
        new ViewIndex("application_by_remind", "remind", "application_id"),
        new ViewIndex("application_by_member", "member_id", "closed", "at", "application_id"),
        new ViewIndex("application_by_pending", "pending", "application_id"));

    public static readonly ViewTable<ApplicationOfficeRow> Offices = new(
        "application_office",
        2,
        [
            O.Text("application_id", r => r.Id),
            O.Text("office", r => r.Office),
            O.Bool("turn", r => r.Turn),
            O.Bool("closed", r => r.Closed),
            O.Big("version", r => r.Version),
        ],
        new ViewIndex("application_office_by_office", "office", "closed", "turn"));

    public static readonly ViewTable<ApplicationDocumentRow> Documents = new(
        "application_document",
        3,
        [D.Big("member_id", r => r.MemberId), D.Text("sha256", r => r.Sha256), D.Text("application_id", r => r.Id), D.Big("version", r => r.Version)]);

    public static readonly IReadOnlyList<ViewTable> All = [Applications, Offices, Documents];
}
