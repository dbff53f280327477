using System.Globalization;
using JmaActors.Directory;
using JmaActors.Proofs;
using JmaActors.Web.Access;

namespace JmaActors.Web.Http;

/// <summary>Reads what comes in addresses and queries, and checks lengths: each fault names its field and says what to send instead.</summary>
public static class Input
{
    /// <summary>Dates asked about lie in these years: before, nobody alive was born; after, no reckoning of fiscal years is meant.</summary>
    const int FirstYear = 1900, LastYear = 2200;

    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    public static MemberId Member(string text, string field = "id") =>
        MemberId.TryParse(text, out var id) ? id : throw new InvalidInputException(field, "A member id has ten digits.");

    public static SessionId Session(string text) =>
        SessionId.TryParse(text, out var id) ? id : throw new InvalidInputException("id", "A session id is a program id, a dot and a number from 1 to 99.");

    public static CertificateCode Certificate(string text) =>
        CertificateCode.TryParse(text, out var code) ? code : throw new InvalidInputException("code", "A certificate code has 16 characters in groups of four, the last of which checks the others: one is missing or mistyped.");

    public static ProgramId Program(string text) =>
        ProgramId.TryParse(text, out var id) ? id : throw new InvalidInputException("id", "A program id has 3 to 40 letters, digits or hyphens.");

    public static WorkplaceId Workplace(string text) =>
        WorkplaceId.TryParse(text, out var id) ? id : throw new InvalidInputException("id", "A workplace has 1 to 20 capital letters, digits or hyphens.");

    public static AssociationId Association(string text, string field = "id") => AssociationId.TryParse(text, out var id)
        ? id
        : throw new InvalidInputException(field, "An association is JMA, two digits (01 to 47), or like 26-007 or 26-U01.");

    public static AssociationId? OptionalAssociation(string? text, string field) => string.IsNullOrEmpty(text) ? null : Association(text, field);

    /// <summary>A civil date in Asia/Tokyo; today when nothing is said.</summary>
    public static DateOnly Date(string? text, string field, TimeProvider clock)
    {
        if (string.IsNullOrEmpty(text)) return DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Tokyo).DateTime);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= FirstYear and <= LastYear
            ? date
            : throw new InvalidInputException(field, $"A date is written yyyy-MM-dd and lies between {FirstYear} and {LastYear}.");
    }

    public static string Text(string? text, string field, int longest, int shortest = 1)
    {
        var length = text?.Length ?? 0;
        if (length < shortest || length > longest) throw new InvalidInputException(field, $"Give {shortest} to {longest} characters.");
        if (text is not null && text.HasControls()) throw new InvalidInputException(field, "Leave out control characters.");
        return text ?? "";
    }

    public static string? Cursor(string? text, string field = "after") =>
        string.IsNullOrEmpty(text) ? null : Text(text, field, WebLimits.Cursor);

    public static int Size(int? size) => size switch
    {
        null => 50,
        >= 1 and <= DirectoryLimits.Page => size.Value,
        _ => throw new InvalidInputException("size", $"A page has 1 to {DirectoryLimits.Page} lines."),
    };

    public static long After(long? version) =>
        version is null or >= 0 ? version ?? 0 : throw new InvalidInputException("after", "A version is 0 or more.");

    /// <summary>A key in an address: an encoded slash belongs to the key, which routing leaves as it is.</summary>
    public static string Key(string text, string field, int longest) => Text(text.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase), field, longest);
}
