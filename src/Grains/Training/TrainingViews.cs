using JmaActors.Journal;
using A = JmaActors.Journal.Columns<JmaActors.Training.AttendanceRow>;
using P = JmaActors.Journal.Columns<JmaActors.Training.ProgramRow>;
using S = JmaActors.Journal.Columns<JmaActors.Training.SessionRow>;

namespace JmaActors.Training;

/// <summary>View tables written by training programs and their sessions. Taps have none: they are one session's, and it shows them.</summary>
public static class TrainingViews
{
    /// <summary>Keys: <c>new ViewKey(0, programId)</c>.</summary>
    public static readonly ViewTable<ProgramRow> Programs = new(
        "program",
        1,
        [
            P.Text("program_id", r => r.ProgramId),
            P.Text("session_id", r => r.SessionId),
            P.Text("host", r => r.Host),
            P.Text("title", r => r.Title),
            P.Text("place", r => r.Place),
            P.Instant("starts_at", r => r.StartsAt),
            P.Instant("ends_at", r => r.EndsAt),
            P.Int("status", r => r.Status),
            P.Big("version", r => r.Version),
            P.TextOrNull("organizer", r => r.Organizer),
            P.Int("stage", r => r.Stage),
            P.Bool("published", r => r.Published),
            P.Int("schemes", r => r.Schemes),
            P.Text("offers", r => r.Offers),
            P.Text("waits_for", r => r.WaitsFor),
            P.Text("approvers", r => r.Approvers),
            P.Text("search", r => r.Search),
            P.Text("place_search", r => r.PlaceSearch),
            P.Int("delivery", r => r.Delivery),
        ],
        new ViewIndex("program_by_start", "starts_at", "program_id"),
        new ViewIndex("program_by_host", "host", "starts_at", "program_id"),
        new ViewIndex("program_by_waiting", "waits_for"));

    /// <summary>Keys: <c>new ViewKey(0, sessionId)</c>.</summary>
    public static readonly ViewTable<SessionRow> Sessions = new(
        "session",
        1,
        [
            S.Text("session_id", r => r.SessionId),
            S.Text("program_id", r => r.ProgramId),
            S.Text("host", r => r.Host),
            S.Text("title", r => r.Title),
            S.Int("status", r => r.Status),
            S.Int("inside", r => r.Inside),
            S.Int("people", r => r.People),
            S.Bool("unfinished", r => r.Unfinished),
            S.Big("version", r => r.Version),
        ],
        new ViewIndex("session_by_status", "status", "session_id"));

    /// <summary>Keys: <c>new ViewKey(memberId, sessionId)</c>. Each row belongs to its session's ledger.</summary>
    public static readonly ViewTable<AttendanceRow> Attendance = new(
        "attendance",
        2,
        [
            A.Big("member_id", r => r.MemberId),
            A.Text("session_id", r => r.SessionId),
            A.InstantOrNull("first_in", r => r.FirstIn),
            A.InstantOrNull("last_out", r => r.LastOut),
            A.Bool("web", r => r.Web),
        ],
        new ViewIndex("attendance_by_session", "session_id", "member_id"));

    public static readonly IReadOnlyList<ViewTable> All = [Programs, Sessions, Attendance];
}
