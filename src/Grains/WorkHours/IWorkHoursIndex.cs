namespace JmaActors.WorkHours;

/// <summary>Questions about working hours that are asked of the views.</summary>
public interface IWorkHoursIndex
{
    /// <summary>A keyset page of a workplace's physicians by risk.</summary>
    Task<DutyPage> Duty(WorkplaceId workplace, string? after, int size, CancellationToken ct);

    /// <summary>
    /// Physicians whose figures are older than what their row says of who is on duty, in order of the version that said so; and behind them those whose row is from before rows said it. At most so many.
    /// </summary>
    Task<IReadOnlyList<long>> Behind(int most, CancellationToken ct);

    /// <summary>Code of the association each workplace lies under; workplaces nobody has described are left out.</summary>
    Task<IReadOnlyDictionary<string, string>> Regions(IReadOnlyCollection<string> workplaces, CancellationToken ct);

    /// <summary>Institutions and physicians of the country (null) or of a prefecture, in figures.</summary>
    /// <param name="today">What is of a month or year that is over by then counts as nothing.</param>
    Task<HoursCount> Count(AssociationId? prefecture, DateOnly today, WorkPolicy policy, CancellationToken ct);

    /// <summary>How many had 80 h to 100 h, and 100 h and more, by the month a month of the agreement began in. Everybody once in a month, with the longest.</summary>
    Task<IReadOnlyDictionary<DateOnly, (int Near, int Over)>> Trend(AssociationId? prefecture, DateOnly today, WorkPolicy policy, CancellationToken ct);
}

/// <summary>What was counted, before small numbers are left out. A level is the widest somebody has.</summary>
/// <param name="Units">Prefectures of the country, or institutions of a prefecture, by code.</param>
public sealed record HoursCount(IReadOnlyList<CountedInstitution> Institutions, CountedHours Total, IReadOnlyDictionary<WorkLevel, CountedHours> Levels, IReadOnlyDictionary<string, CountedHours> Units);

/// <summary>An institution on record, or those of a prefecture with the same designations.</summary>
/// <param name="Unit">Code of the prefecture, or of the institution.</param>
/// <param name="Name">Of an institution; empty of a prefecture.</param>
/// <param name="Levels">Levels ever designated, a bit each (1 shifted by the level).</param>
public sealed record CountedInstitution(string Unit, string Name, int Levels, int Count);

/// <summary>Numbers of physicians; see <see cref="HoursFigures"/>.</summary>
public sealed record CountedHours(int Physicians, int Near, int Over, int Measures, int Expected, int YearNear, int YearOver, int Rest, int Breaches)
{
    public static readonly CountedHours None = new(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Both together, of people who are not the same.</summary>
    public CountedHours With(CountedHours other) => new(
        Physicians + other.Physicians, Near + other.Near, Over + other.Over, Measures + other.Measures, Expected + other.Expected, YearNear + other.YearNear, YearOver + other.YearOver, Rest + other.Rest,
        Breaches + other.Breaches);
}
