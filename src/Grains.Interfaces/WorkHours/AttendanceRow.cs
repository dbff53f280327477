using System.Text;

namespace JmaActors.WorkHours;

/// <summary>
/// One line of an attendance system: whose, and from when to when. Its natural key is the physician, the workplace, the kind and the beginning: an end that differs
/// is a correction, which is made by hand and with a reason.
/// </summary>
/// <param name="Line">Line in the file, for errors.</param>
/// <param name="Member">Whose it is; at least one of member, registry and employee number is given, and all that are given must be one person's.</param>
/// <param name="Employee">The workplace's own number of a physician (職員番号); empty when not said.</param>
/// <param name="From">Null on a day without work: nothing is recorded.</param>
/// <param name="BreakFrom">休憩 within it; null when there was none.</param>
[GenerateSerializer, Immutable, Alias("attendance-row")]
public sealed record AttendanceRow(
    [property: Id(0)] int Line,
    [property: Id(1)] MemberId? Member,
    [property: Id(2)] RegistryNumber? Registry,
    [property: Id(3)] string Employee,
    [property: Id(4)] HoursKind Kind,
    [property: Id(5)] WorkMarks Marks,
    [property: Id(6)] DateTimeOffset? From,
    [property: Id(7)] DateTimeOffset? To,
    [property: Id(8)] DateTimeOffset? BreakFrom,
    [property: Id(9)] DateTimeOffset? BreakTo,
    [property: Id(10)] string Department,
    [property: Id(11)] string Post);

/// <summary>How a workplace's files are read, as it was last said; offered for the next.</summary>
/// <param name="Columns">By heading, the name of the column it is taken for; empty for one that is not read.</param>
/// <param name="Kinds">By the word a file has for a kind of work, the name of the kind.</param>
[GenerateSerializer, Immutable, Alias("attendance-mapping")]
public sealed record AttendanceMapping([property: Id(0)] IReadOnlyDictionary<string, string> Columns, [property: Id(1)] IReadOnlyDictionary<string, string> Kinds)
{
    /// <summary>Characters of a heading or a word that is kept.</summary>
    public const int WordLength = 100;

    /// <summary>Whether it can be kept.</summary>
    public bool Fits() => Fits(Columns) && Fits(Kinds);

    static bool Fits(IReadOnlyDictionary<string, string> words) =>
        words.Count <= WorkHoursLimits.Mapped && words.All(w => w.Key.Length is > 0 and <= WordLength && w.Value.Length <= WordLength);
}

/// <summary>Numbers of a workplace's own (職員番号).</summary>
public static class EmployeeNumbers
{
    /// <summary>A number in the one form it is kept in; null when it cannot be one.</summary>
    public static string? Normal(string? said)
    {
        var number = (said ?? "").Normalize(NormalizationForm.FormKC).Trim();
        return number.Length > WorkHoursLimits.NameLength || number.HasControls() ? null : number;
    }
}

/// <summary>Keeps how files are read, in the place of what was kept before.</summary>
[GenerateSerializer, Immutable, Alias("keep-attendance-mapping")]
public sealed record KeepAttendanceMapping([property: Id(0)] string Key, [property: Id(1)] AttendanceMapping Mapping, [property: Id(2)] Caller Caller);

/// <summary>Keeps the workplace's own number of a physician.</summary>
/// <param name="Number">1 to <see cref="WorkHoursLimits.NameLength"/> characters; empty for none.</param>
[GenerateSerializer, Immutable, Alias("number-employee")]
public sealed record NumberEmployee([property: Id(0)] string Key, [property: Id(1)] MemberId Member, [property: Id(2)] string Number, [property: Id(3)] Caller Caller);

/// <summary>Whom numbers mean at a workplace.</summary>
/// <param name="Numbers">Physicians by their numbers there; numbers that are nobody's are left out.</param>
/// <param name="Employed">Of the members asked about, those who work there or did: of the day of each record their ledgers judge.</param>
/// <param name="Left">Of these, those whose last day is over.</param>
[GenerateSerializer, Immutable, Alias("employees-found")]
public sealed record EmployeesFound([property: Id(0)] IReadOnlyDictionary<string, MemberId> Numbers, [property: Id(1)] IReadOnlyList<MemberId> Employed, [property: Id(2)] IReadOnlyList<MemberId> Left);
