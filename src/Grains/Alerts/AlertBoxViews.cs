using JmaActors.Journal;
using C = JmaActors.Journal.Columns<JmaActors.Alerts.AlertBoxRow>;

namespace JmaActors.Alerts;

/// <summary>An inbox as who sends its letters finds it: a row of <c>alert_box</c>.</summary>
/// <param name="MailDue">When its next letter is due; null when nothing waits for one.</param>
public sealed record AlertBoxRow(string Box, DateTimeOffset? MailDue, int Unread, long Version);

/// <summary>View tables written by inboxes. Keys: <c>new ViewKey(0, box)</c>.</summary>
public static class AlertBoxViews
{
    public static readonly ViewTable<AlertBoxRow> Boxes = new(
        "alert_box",
        1,
        [
            C.Text("box", r => r.Box),
            C.InstantOrNull("mail_due", r => r.MailDue),
            C.Int("unread", r => r.Unread),
            C.Big("version", r => r.Version),
        ],
        new ViewIndex("alert_box_by_mail", "mail_due", "box"));

    public static readonly IReadOnlyList<ViewTable> All = [Boxes];
}

/// <summary>Questions about alerts that are asked of the views.</summary>
public interface IAlertIndex
{
    /// <summary>Inboxes whose letter is due, the longest waiting first.</summary>
    Task<IReadOnlyList<string>> DueLetters(DateTimeOffset now, int most, CancellationToken ct);

    /// <summary>
    /// Physicians after one for whom something may fall due though nothing happened: rest that is due by a day, work that runs, a month that began since they were looked at last; and those of whom
    /// something was found that was not told.
    /// </summary>
    /// <param name="seen">Who was not looked at since is left out: nobody plans for them.</param>
    Task<IReadOnlyList<MemberId>> Waiting(long after, DateOnly restDue, DateTimeOffset month, DateTimeOffset seen, int most, CancellationToken ct);
}
