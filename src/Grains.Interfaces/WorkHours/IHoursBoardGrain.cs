using JmaActors.Live;

namespace JmaActors.WorkHours;

/// <summary>
/// How institutions of a prefecture or of the whole country keep to the limits, derived: counted from the views when something changed while somebody watches, or when
/// asked. Keyed by <see cref="AssociationId.Code"/> of 日本医師会 or of a prefecture. Its picture is an <see cref="HoursPicture"/>.
/// </summary>
[Alias("hours-board-grain")]
public interface IHoursBoardGrain : IGrainWithStringKey, IBoardGrain
{
    /// <summary>The figures, counted no longer ago than <see cref="HoursBoardLimits.Believed"/>.</summary>
    [Alias("figures")]
    Task<HoursPicture> Figures(CancellationToken ct);
}

/// <summary>Picture of the topic <c>work-hours/{association}</c>: figures only. A number of people so small that it might tell of one of them is left out.</summary>
/// <param name="Least">Numbers of people below it, and above 0, are left out; others with them, so that no difference gives them away.</param>
/// <param name="Institutions">How many are on record, and …</param>
/// <param name="Designated">… for how many a level was ever designated, by level; A is of those that have no other.</param>
/// <param name="Total">Everybody once, however many institutions employ her.</param>
/// <param name="Levels">By the widest level somebody has.</param>
/// <param name="Units">Of the country its prefectures by code; of a prefecture its institutions by code, the largest <see cref="HoursBoardLimits.Units"/>.</param>
/// <param name="Trend">Of the agreement year, by the month a month began in (<c>2026-11</c>).</param>
[GenerateSerializer, Immutable, Alias("hours-picture")]
public sealed record HoursPicture(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] int Least,
    [property: Id(3)] int Institutions,
    [property: Id(4)] IReadOnlyDictionary<WorkLevel, int> Designated,
    [property: Id(5)] HoursFigures Total,
    [property: Id(6)] IReadOnlyDictionary<WorkLevel, HoursFigures> Levels,
    [property: Id(7)] IReadOnlyDictionary<string, HoursUnit> Units,
    [property: Id(8)] IReadOnlyDictionary<string, HoursMonth> Trend,
    [property: Id(9)] DateTimeOffset AsOf);

/// <summary>Numbers of physicians; null where one is left out.</summary>
/// <param name="Near">80 h of a month and more, and fewer than 100 h.</param>
/// <param name="Over">100 h and more.</param>
/// <param name="Measures">Over 155 h.</param>
/// <param name="Expected">Fewer than 100 h, and expected to reach them.</param>
/// <param name="YearNear">The year's limit is near.</param>
/// <param name="YearOver">It is passed.</param>
/// <param name="Rest">Compensatory rest is not given.</param>
/// <param name="Breaches">The law is broken.</param>
[GenerateSerializer, Immutable, Alias("hours-figures")]
public sealed record HoursFigures(
    [property: Id(0)] int? Physicians,
    [property: Id(1)] int? Near,
    [property: Id(2)] int? Over,
    [property: Id(3)] int? Measures,
    [property: Id(4)] int? Expected,
    [property: Id(5)] int? YearNear,
    [property: Id(6)] int? YearOver,
    [property: Id(7)] int? Rest,
    [property: Id(8)] int? Breaches);

/// <summary>What stands below: a prefecture, or an institution.</summary>
/// <param name="Institutions">1 of an institution itself.</param>
[GenerateSerializer, Immutable, Alias("hours-unit")]
public sealed record HoursUnit([property: Id(0)] string Name, [property: Id(1)] int Institutions, [property: Id(2)] HoursFigures Figures);

/// <summary>A month: how many physicians had 80 h to 100 h, and how many 100 h and more.</summary>
[GenerateSerializer, Immutable, Alias("hours-month")]
public sealed record HoursMonth([property: Id(0)] int? Near, [property: Id(1)] int? Over);

/// <summary>Named limits of the boards of working hours.</summary>
public static class HoursBoardLimits
{
    /// <summary>Institutions of a prefecture shown one by one.</summary>
    public const int Units = 200;

    /// <summary>Figures so young answer a question.</summary>
    public static readonly TimeSpan Believed = TimeSpan.FromSeconds(5);

    /// <summary>Longest pause between two counts while things keep moving: each is a pass over all rows of the region.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>How often a board that is watched counts although nothing told it to: months end, and hints may be lost.</summary>
    public static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(60);

    /// <summary>How long the months before this one are believed: they change by late records only.</summary>
    public static readonly TimeSpan TrendBelieved = TimeSpan.FromMinutes(5);

    /// <summary>How long a line of the duty board is shown while work runs, before it is read again: the month grows with it.</summary>
    public static readonly TimeSpan LineBelieved = TimeSpan.FromMinutes(5);

    /// <summary>How often a duty board that is watched looks for lines that are old and for what it was not told.</summary>
    public static readonly TimeSpan DutyCheckEvery = TimeSpan.FromSeconds(30);

    /// <summary>Old lines read again at one look.</summary>
    public const int LinesAtOnce = 100;
}
