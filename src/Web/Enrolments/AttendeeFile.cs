using System.Text;
using JmaActors.Design;
using JmaActors.Enrolments;
using JmaActors.Resources;
using JmaActors.Web.Access;
using JmaActors.Web.Http;
using Microsoft.Extensions.Localization;

namespace JmaActors.Web.Enrolments;

/// <summary>A program's attendees as a CSV file, UTF-8 with a byte order mark, exactly as filtered in the list.</summary>
public sealed class AttendeeFile(Gateway gateway, IStringLocalizer<Texts> texts)
{
    static readonly string[] Columns = ["Arrival", "Number", "Name", "Kana", "Member", "Registry", "Standing", "Mode", "Children", "Childcare", "WalkIn", "Over", "Tariff", "Due", "Paid", "SignedUp"];

    /// <summary>The link of the pages, for the eyes of the page.</summary>
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/show/programs/{id}/attendees.csv", OfPage).ExcludeFromDescription();

    static async Task<IResult> OfPage(string id, string? q, string? standing, AttendeeFile file, HttpContext http, CancellationToken ct)
    {
        try
        {
            return await file.Send(id, q, standing, CallerOf.Page(http), ct).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is OutOfScopeException or NotSignedInException or InvalidInputException or TryAgainException)
        {
            return Faults.Of(fault);
        }
    }

    /// <summary>Reads the filter of an address.</summary>
    public static EnrolmentStanding? Standing(string? text) => text switch
    {
        null or "" => null,
        "waiting" => EnrolmentStanding.Waiting,
        "confirmed" => EnrolmentStanding.Confirmed,
        "cancelled" => EnrolmentStanding.Cancelled,
        _ => throw new InvalidInputException("standing", "A standing is waiting, confirmed or cancelled."),
    };

    /// <summary>Page after page to the client; whatever may not be seen is refused before the first byte.</summary>
    public async Task<IResult> Send(string id, string? q, string? standing, Caller caller, CancellationToken ct)
    {
        var query = new AttendeeQuery(Input.Program(id), Input.Text(q, "q", WebLimits.SearchText, shortest: 0), Standing(standing), null, EnrolmentLimits.Page);
        if (await gateway.Attendees(query, caller, ct).ConfigureAwait(false) is not { } first) return Problem.NotFound;
        return Results.Stream(body => Write(body, query, first, caller, ct), "text/csv; charset=utf-8", $"{id}-attendees.csv");
    }

    async Task Write(Stream body, AttendeeQuery query, AttendeePage? page, Caller caller, CancellationToken ct)
    {
        await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(string.Join(',', Columns.Select(c => Cell(texts[$"Enrol.Col.{c}"])))).ConfigureAwait(false);
        while (page is not null)
        {
            foreach (var line in page.Attendees) await writer.WriteLineAsync(string.Join(',', Cells(line).Select(Cell))).ConfigureAwait(false);
            page = page.Next is { } next ? await gateway.Attendees(query with { After = next }, caller, ct).ConfigureAwait(false) : null;
        }
    }

    string[] Cells(AttendeeLine a) =>
    [
        Figures(a.Arrival), a.Number == 0 ? "" : Figures(a.Number), a.Name, a.Kana, a.Member.ToString(), a.Registry ?? "", texts[$"Enrol.Standing.{a.Standing}"], texts[$"Enrol.Mode.{a.Mode}"],
        Figures(a.Children), texts[$"Enrol.Childcare.{a.Childcare}"], a.WalkIn ? "1" : "", a.OverCapacity ? "1" : "", texts[$"Enrol.Tariff.{a.Tariff}"],
        a.Due.ToString(), a.Paid.ToString(), $"{Show.Short(Show.DayOf(a.SignedUp))} {Show.Time(a.SignedUp)}",
    ];

    static string Figures(int figure) => figure.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Quoted where needed; what a spreadsheet would take for a formula is kept as text, also behind blanks and in wide letters (＝＋－＠).</summary>
    internal static string Cell(string text)
    {
        var plain = Runs(text) ? $"'{text}" : text;
        return plain.AsSpan().IndexOfAny(",\"\r\n") < 0 ? plain : $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    static bool Runs(string text) =>
        text is ['\t' or '\r' or '\n', ..]
        || (text.TrimStart() is [var first, ..] && !char.IsSurrogate(first) && first.ToString().Normalize(NormalizationForm.FormKC) is "=" or "+" or "-" or "@"
            && !long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _));
}
