using System.Globalization;

namespace JmaActors.Interviews;

/// <summary>Names a case of 面接指導: a physician at a workplace in one month of its 36協定, e.g. <c>W26-014.1000000001.20261101</c>.</summary>
/// <param name="Month">First day of that month.</param>
[GenerateSerializer, Immutable, Alias("interview-id")]
public readonly record struct InterviewId([property: Id(0)] WorkplaceId Workplace, [property: Id(1)] MemberId Member, [property: Id(2)] DateOnly Month)
{
    const string Day = "yyyyMMdd";

    public string Text => $"{Workplace}.{Case}";

    /// <summary>The case within its workplace.</summary>
    public string Case => string.Create(CultureInfo.InvariantCulture, $"{Member}.{Month:yyyyMMdd}");

    public static bool TryParse(string? text, out InterviewId id)
    {
        id = default;
        if (text is not { Length: <= WorkplaceId.Length + 20 } || text.Split('.') is not [var place, var person, var day]) return false;
        if (!WorkplaceId.TryParse(place, out var workplace) || !MemberId.TryParse(person, out var member) || !DateOnly.TryParseExact(day, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) return false;
        id = new InterviewId(workplace, member, month);
        return id.Text == text;
    }

    public override string ToString() => Text;
}
