using System.Globalization;
using System.Text.RegularExpressions;
using JmaActors.WorkHours;

namespace JmaActors.Pages.WorkHours;

/// <summary>
/// The shorthand of a roster: a letter for a usual shift, several for several, or a span of hours. What a letter means stands on the page; it is a way of writing and no
/// rule. Times are of Tokyo.
/// </summary>
public static partial class RosterCodes
{
    /// <summary>A letter and the shift it writes.</summary>
    /// <param name="Ja">On Japanese pages …</param>
    /// <param name="En">… and on English ones; both are read everywhere.</param>
    /// <param name="Hours">How long it lasts.</param>
    /// <param name="Break">When a break of an hour begins; null without one.</param>
    public sealed record Code(char Ja, char En, HoursKind Kind, TimeOnly Begins, double Hours, TimeOnly? Break = null)
    {
        /// <summary>As the page writes it.</summary>
        public char Here(bool english) => english ? En : Ja;
    }

    static readonly TimeOnly Morning = new(8, 30), Noon = new(12, 0), Evening = new(17, 30);

    /// <summary>A working day from morning to evening, and the night that follows.</summary>
    const double Day = 9, Night = 15, Half = 4;

    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    /// <summary>Characters of one day.</summary>
    public const int Length = 24;

    public static readonly IReadOnlyList<Code> All =
    [
        new('日', 'D', HoursKind.Scheduled, Morning, Day, Noon),
        new('半', 'H', HoursKind.Scheduled, Morning, Half),
        new('夜', 'N', HoursKind.NightDuty, Evening, Night),
        new('宿', 'P', HoursKind.PermittedDuty, Evening, Night),
        new('直', 'Q', HoursKind.PermittedDuty, Morning, Day),
        new('待', 'O', HoursKind.Standby, Evening, Night),
        new('休', 'L', HoursKind.Leave, Morning, Day),
        new('代', 'C', HoursKind.CompensatoryRest, Morning, Day),
    ];

    /// <summary>The shifts of a day as somebody typed them; null when they cannot be read, empty for nothing.</summary>
    /// <param name="permits">Permits of the workplace: permitted duty is written with the post of the one that covers it.</param>
    public static IReadOnlyList<RosterShift>? Read(string text, DateOnly day, string department, IReadOnlyList<PermitLine> permits)
    {
        text = text.Trim().Normalize(System.Text.NormalizationForm.FormKC);
        if (text.Length > Length) return null;
        List<RosterShift> shifts = [];
        for (var at = 0; at < text.Length;)
        {
            if (text[at] is ' ' or '+' or ',' or '、') at++;
            else if (Span().Match(text, at) is { Success: true } span && span.Index == at)
            {
                if (Spanned(span, day, department, shifts.Count) is not { } shift) return null;
                shifts.Add(shift);
                at += span.Length;
            }
            else if (All.FirstOrDefault(c => c.Ja == text[at] || c.En == char.ToUpperInvariant(text[at])) is { } code)
            {
                shifts.AddRange(Of(code, day, department, permits, shifts.Count));
                at++;
            }
            else return null;
        }
        return shifts;
    }

    /// <summary>The shifts of a day as they are typed; what no letter stands for as its hours.</summary>
    public static string Write(IEnumerable<RosterShift> shifts, DateOnly day, bool english)
    {
        var left = shifts.OrderBy(s => s.From).ThenBy(s => s.Kind == HoursKind.Break).ToList();
        var text = "";
        foreach (var shift in left.Where(s => s.Kind != HoursKind.Break))
        {
            var code = All.FirstOrDefault(c => c.Kind == shift.Kind && At(day, c.Begins) == shift.From && shift.To - shift.From == TimeSpan.FromHours(c.Hours)
                && left.Any(b => b.Kind == HoursKind.Break && b.From >= shift.From && b.To <= shift.To) == c.Break is not null);
            text += code is not null ? code.Here(english) : string.Create(CultureInfo.InvariantCulture, $"{Clock(shift.From, day)}-{Clock(shift.To, day)} ");
        }
        return text.Trim();
    }

    /// <summary>The day whose shifts are copied for a day: the same weekday, four weeks before, or five where that lies in the same month.</summary>
    public static DateOnly Source(DateOnly day)
    {
        const int Weeks = 28, Week = 7;
        return day.AddDays(-Weeks) is var before && before.Month != day.Month ? before : day.AddDays(-Weeks - Week);
    }

    /// <summary>A shift moved to another day, under an id of its own there.</summary>
    public static RosterShift Move(RosterShift shift, DateOnly from, DateOnly to, int no) =>
        shift with { Id = Id(to, no), From = shift.From.AddDays(to.DayNumber - from.DayNumber), To = shift.To.AddDays(to.DayNumber - from.DayNumber) };

    /// <summary>A shift of a roster is known by its day and its place in it.</summary>
    public static string Id(DateOnly day, int no) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}-{no}");

    static IEnumerable<RosterShift> Of(Code code, DateOnly day, string department, IReadOnlyList<PermitLine> permits, int no)
    {
        var from = At(day, code.Begins);
        var post = code.Kind == HoursKind.PermittedDuty ? permits.FirstOrDefault(p => Covers(p, day, department, code.Begins))?.Post ?? "" : "";
        yield return new RosterShift(Id(day, no), code.Kind, from, from.AddHours(code.Hours), department, post);
        if (code.Break is { } pause) yield return new RosterShift(Id(day, no + 1), HoursKind.Break, At(day, pause), At(day, pause).AddHours(1), department);
    }

    static bool Covers(PermitLine permit, DateOnly day, string department, TimeOnly begins) =>
        permit.From <= day && (permit.To is not { } to || day <= to) && (permit.Department.Length == 0 || permit.Department == department)
        && (permit.Begins == permit.Ends || begins.IsBetween(permit.Begins, permit.Ends));

    static RosterShift? Spanned(Match span, DateOnly day, string department, int no)
    {
        if (Minutes(span.Groups[1], span.Groups[2]) is not { } from || Minutes(span.Groups[3], span.Groups[4]) is not { } to) return null;
        // An end that is not after the beginning is of the next day.
        if (to <= from) to += (int)TimeSpan.MinutesPerDay;
        var start = At(day, TimeOnly.MinValue);
        return new RosterShift(Id(day, no), HoursKind.Scheduled, start.AddMinutes(from), start.AddMinutes(to), department);
    }

    static int? Minutes(Group hours, Group minutes)
    {
        const int Hours = 48, Hour = 60;
        var (h, m) = (int.Parse(hours.ValueSpan, CultureInfo.InvariantCulture), minutes.Success ? int.Parse(minutes.ValueSpan, CultureInfo.InvariantCulture) : 0);
        return h <= Hours && m < Hour ? h * Hour + m : null;
    }

    static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), Tokyo);

    static string Clock(DateTimeOffset at, DateOnly day)
    {
        var local = at.ToOffset(Tokyo);
        var hours = local.Hour + 24 * (DateOnly.FromDateTime(local.DateTime).DayNumber - day.DayNumber);
        return local.Minute == 0 ? string.Create(CultureInfo.InvariantCulture, $"{hours}") : string.Create(CultureInfo.InvariantCulture, $"{hours}:{local.Minute:00}");
    }

    [GeneratedRegex(@"\G(\d{1,2})(?::(\d{2}))?\s?[-~〜]\s?(\d{1,2})(?::(\d{2}))?")]
    private static partial Regex Span();
}
