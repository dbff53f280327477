using System.Security.Cryptography;
using System.Text;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using JmaActors.Feeds;
using JmaActors.Resources;
using JmaActors.Web.Programs;
using Microsoft.Extensions.Localization;

namespace JmaActors.Web.Feeds;

/// <summary>
/// Planned shifts as a calendar (iCalendar, RFC 5545). A shift keeps its UID as long as its workplace gives it the same id, so that a moved shift moves in whatever
/// calendar took it; one no longer planned is no longer in the calendar. The text depends on the shifts alone.
/// </summary>
public static class DutyCalendar
{
    const string Zone = "Asia/Tokyo";

    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    public static string Write(DutyFeed feed, IStringLocalizer<Texts> texts) => ProgramCalendar.Write(feed.Name, feed.Shifts.Select(s => Event(s, texts)), "Duties");

    static CalendarEvent Event(FeedShift s, IStringLocalizer<Texts> texts)
    {
        var kind = texts[$"Hours.Kind.{s.Shift.Kind}"].Value;
        var post = s.Shift.Post.Length > 0 ? $"{kind}（{s.Shift.Post}）" : kind;
        return new CalendarEvent
        {
            Uid = $"{Id(s)}@jma-actors",
            // Nothing that changes without the shift: the same calendar is the same text.
            DtStamp = new CalDateTime(s.Shift.From.UtcDateTime, "UTC"),
            Start = new CalDateTime(s.Shift.From.ToOffset(Tokyo).DateTime, Zone),
            End = new CalDateTime(s.Shift.To.ToOffset(Tokyo).DateTime, Zone),
            Summary = s.Person.Length > 0 ? $"{s.Person} {post}" : post,
            Location = s.Shift.Department.Length > 0 ? $"{s.Place} {s.Shift.Department}" : s.Place,
            Status = "CONFIRMED",
        };
    }

    /// <summary>Names the shift and tells nobody whose it is.</summary>
    static string Id(FeedShift s) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{s.Workplace}\n{s.Member}\n{s.Shift.Id}")).AsSpan(0, 16));
}
