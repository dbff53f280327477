using System.Globalization;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using JmaActors.Directory;
using JmaActors.Training;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Programs;

/// <summary>
/// Programs as calendars (iCalendar, RFC 5545): one program, or what a host has published. An entry keeps its UID for ever and its SEQUENCE rises with
/// the program's version, so that a change replaces it in whatever calendar took it; a program called off stays as a cancelled entry.
/// </summary>
public static class ProgramCalendar
{
    const string Type = "text/calendar; charset=utf-8";
    const string Zone = "Asia/Tokyo";

    /// <summary>A host's calendar begins so many days ago.</summary>
    const int DaysBack = 90;

    /// <summary>Pages of programs in one calendar.</summary>
    const int PagesMost = 5;

    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    /// <summary><c>GET /api/v1/programs/{id}/calendar.ics</c></summary>
    public static async Task<IResult> One(string id, Gateway gateway, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        if (await gateway.ReadProgram(Input.Program(id), CallerOf.Api(http), ct).ConfigureAwait(false) is not { } program) return Problem.NotFound;
        return File(Write(program.Title, [Event(program, Site(http), clock.GetUtcNow())]), program.Id.Code);
    }

    /// <summary><c>GET /api/v1/hosts/{id}/calendar.ics</c>: published programs only, whoever asks.</summary>
    public static async Task<IResult> OfHost(string id, Gateway gateway, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var (host, caller, now) = (Input.Association(id), CallerOf.Api(http), clock.GetUtcNow());
        var query = new ProgramQuery(host, null, null, DirectoryLimits.Page, From: DateOnly.FromDateTime(now.ToOffset(Tokyo).DateTime).AddDays(-DaysBack), Soonest: true, PublishedOnly: true);
        var (events, name) = (new List<CalendarEvent>(), host.Code);
        for (var page = 0; page < PagesMost; page++)
        {
            var found = await gateway.Programs(query, caller, ct).ConfigureAwait(false);
            events.AddRange(found.Programs.Select(p => Event(p, Site(http), now)));
            if (found.Programs is [var first, ..]) name = first.HostName;
            if (found.Next is null) break;
            query = query with { After = found.Next };
        }

        return File(Write(name, events), host.Code);
    }

    /// <summary>The text of a calendar.</summary>
    /// <param name="product">What made it, in English.</param>
    public static string Write(string name, IEnumerable<CalendarEvent> events, string product = "Training programs")
    {
        var calendar = new Ical.Net.Calendar { ProductId = $"-//JmaActors//{product}//JA", Version = "2.0", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.AddProperty("X-WR-TIMEZONE", Zone);
        var zone = new VTimeZone { TzId = Zone };
        zone.Children.Add(new VTimeZoneInfo
        {
            Name = "STANDARD", Start = new CalDateTime(1951, 9, 9, 0, 0, 0), OffsetFrom = new UtcOffset(Tokyo), OffsetTo = new UtcOffset(Tokyo), TimeZoneName = "JST",
        });
        calendar.AddTimeZone(zone);
        foreach (var entry in events) calendar.Events.Add(entry);
        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    /// <summary>A program with its timeline.</summary>
    public static CalendarEvent Event(ProgramView p, string site, DateTimeOffset now)
    {
        var lines = p.Talks.OrderBy(t => t.Start).Select(t => string.Create(
            CultureInfo.InvariantCulture, $"{t.Start.ToOffset(Tokyo):HH:mm}-{t.End.ToOffset(Tokyo):HH:mm} {t.Title}{(t.Speaker.Length > 0 ? $" ({t.Speaker})" : "")}{(t.Code == default ? "" : $" CC{t.Code}")}"));
        return Event(p.Id, p.Title, Where(p.Place, p.Delivery), p.Talks.Min(t => t.Start), p.Talks.Max(t => t.End), p.Stage, p.Version, string.Join('\n', lines), site, now);
    }

    /// <summary>The place with how one can take part, where that is not in the hall alone. A calendar is in Japanese, as the entries' titles are.</summary>
    static string Where(string place, ProgramDelivery delivery) => delivery switch
    {
        ProgramDelivery.Hall => place,
        ProgramDelivery.Web => $"{place}（ウェブ）",
        _ => $"{place}（会場・ウェブ併用）",
    };

    static CalendarEvent Event(ProgramLine p, string site, DateTimeOffset now) =>
        Event(p.Id, p.Title, Where(p.Place, p.Delivery), p.Start, p.End, p.Stage, p.Version, p.Organizer is null ? p.HostName : $"{p.Organizer} / {p.HostName}", site, now);

    static CalendarEvent Event(
        ProgramId id, string title, string place, DateTimeOffset start, DateTimeOffset end, ProgramStage stage, long version, string text, string site, DateTimeOffset now) => new()
        {
            Uid = $"{id}@jma-actors",
            Sequence = (int)Math.Min(version, int.MaxValue),
            DtStamp = new CalDateTime(now.UtcDateTime, "UTC"),
            Start = new CalDateTime(start.ToOffset(Tokyo).DateTime, Zone),
            End = new CalDateTime(end.ToOffset(Tokyo).DateTime, Zone),
            Summary = title,
            Location = place,
            Description = text,
            Status = stage == ProgramStage.Cancelled ? "CANCELLED" : stage is ProgramStage.Published or ProgramStage.Open or ProgramStage.Closed or ProgramStage.Confirmed ? "CONFIRMED" : "TENTATIVE",
            Url = new Uri($"{site}/programs/{id}"),
        };

    static IResult File(string text, string name) => TypedResults.File(Encoding.UTF8.GetBytes(text), Type, $"{name}.ics");

    static string Site(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}";
}
