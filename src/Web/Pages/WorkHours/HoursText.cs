using System.Globalization;
using JmaActors.Design;
using JmaActors.Resources;
using JmaActors.WorkHours;
using Microsoft.Extensions.Localization;

namespace JmaActors.Pages.WorkHours;

/// <summary>Working hours in words: lengths, kinds, workplaces.</summary>
public static class HoursText
{
    const int Hour = 60;

    /// <summary>Years somebody can mean.</summary>
    const int FirstYear = 2000, LastYear = 2199;

    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    /// <summary>A length as people read it: <c>9:05</c> for nine hours and five minutes.</summary>
    public static string Length(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / Hour:#,0}:{Math.Abs(minutes % Hour):00}");

    /// <summary>Whole hours: <c>100</c>.</summary>
    public static string Hours(int minutes) => Show.N(minutes / Hour);

    /// <summary>A length in words: 85時間30分.</summary>
    public static string InWords(IStringLocalizer<Texts> texts, int minutes) =>
        minutes % Hour == 0 ? texts["Hours.Whole", minutes / Hour] : texts["Hours.InWords", minutes / Hour, minutes % Hour];

    /// <summary>How much a finding is about, or may be: a length, or how often.</summary>
    public static string Amount(FindingUnit unit, int amount) => unit == FindingUnit.Times ? Show.N(amount) : Length(amount);

    /// <summary>What somebody typed as a time of day in Tokyo; null for nothing.</summary>
    public static DateTimeOffset? At(DateTime? typed) => typed is { } at && at.Year is >= FirstYear and <= LastYear ? new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Unspecified), Tokyo) : null;

    public static string Of(this IStringLocalizer<Texts> texts, HoursKind kind) => texts[$"Hours.Kind.{kind}"];

    public static string Of(this IStringLocalizer<Texts> texts, WorkLevel level) => texts[$"Hours.Level.{level}"];

    /// <summary>A workplace by its name where it is known, by its code otherwise.</summary>
    public static string Place(IReadOnlyList<EmploymentHours> employments, WorkplaceId workplace) =>
        employments.FirstOrDefault(e => e.Workplace == workplace) is { Name.Length: > 0 } named ? named.Name : workplace.Code;

    /// <summary>How a finding is marked.</summary>
    public static Mark Marked(this FindingForce force) => force is FindingForce.Breach ? Mark.Over : force is FindingForce.OwnRule or FindingForce.Effort or FindingForce.Due ? Mark.Near : Mark.Unknown;
}
