using JmaActors.Live;

namespace JmaActors.WorkHours;

/// <summary>
/// Who is on duty at a workplace and where everybody stands, derived: lines come with the changes of the physicians' ledgers, and are read from the views when
/// somebody begins to look. Keyed by <see cref="WorkplaceId.Code"/>. Its picture is a <see cref="DutyPicture"/>, which names people: only who may see the workplace is shown it.
/// </summary>
[Alias("duty-board-grain")]
public interface IDutyBoardGrain : IGrainWithStringKey, IBoardGrain;

/// <summary>Picture of the topic <c>workplace/{code}</c>.</summary>
/// <param name="Departments">Open departments, in order.</param>
/// <param name="Thresholds">What the figures are held against.</param>
/// <param name="Totals">Of all physicians.</param>
/// <param name="People">Physicians by their member number, as text.</param>
[GenerateSerializer, Immutable, Alias("duty-picture")]
public sealed record DutyPicture(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] IReadOnlyList<string> Departments,
    [property: Id(3)] DutyThresholds Thresholds,
    [property: Id(4)] DutyTotals Totals,
    [property: Id(5)] IReadOnlyDictionary<string, DutyPerson> People);

/// <summary>A physician on the board.</summary>
/// <param name="Mark">How the line weighs: over when something is broken, near when something is due or a limit is near.</param>
/// <param name="Finding">The gravest finding's rule in words; null when there is none.</param>
[GenerateSerializer, Immutable, Alias("duty-person")]
public sealed record DutyPerson(
    [property: Id(0)] string Name, [property: Id(1)] string Department, [property: Id(2)] Mark Mark, [property: Id(3)] Words? Finding, [property: Id(4)] DutyLine Line);

/// <summary>Minutes of a month at which something is asked for.</summary>
/// <param name="Fatigue">80 h.</param>
/// <param name="Month">100 h.</param>
/// <param name="Measures">155 h.</param>
/// <param name="NearPercent">Percent of a limit from which it is near.</param>
[GenerateSerializer, Immutable, Alias("duty-thresholds")]
public readonly record struct DutyThresholds(
    [property: Id(0)] int Fatigue, [property: Id(1)] int Month, [property: Id(2)] int Measures, [property: Id(3)] int NearPercent);

/// <summary>A workplace's physicians in figures.</summary>
/// <param name="OnDuty">Work there runs, of which <paramref name="Nights"/> are on night or day duty.</param>
/// <param name="Breaches">The law is broken.</param>
/// <param name="Near">Nothing is broken, and something is due or a limit near.</param>
/// <param name="Reaching">The month is expected to reach 100 h or has reached them.</param>
/// <param name="Interviews">Interviews that are to be held.</param>
/// <param name="RestOpen">Compensatory rest not given, minutes, of <paramref name="RestPeople"/> physicians.</param>
/// <param name="RestDue">The first day by which some of it is due.</param>
/// <param name="YearNear">The year's limit is near or passed.</param>
[GenerateSerializer, Immutable, Alias("duty-totals")]
public sealed record DutyTotals(
    [property: Id(0)] int Physicians,
    [property: Id(1)] int OnDuty,
    [property: Id(2)] int Nights,
    [property: Id(3)] int Breaches,
    [property: Id(4)] int Near,
    [property: Id(5)] int Reaching,
    [property: Id(6)] int Interviews,
    [property: Id(7)] int RestOpen,
    [property: Id(8)] int RestPeople,
    [property: Id(9)] DateOnly? RestDue,
    [property: Id(10)] int YearNear);
