using System.Globalization;
using JmaActors.Credits;
using JmaActors.Design;
using JmaActors.Members;
using JmaActors.Records;
using JmaActors.Pages.WorkHours;
using JmaActors.Resources;
using JmaActors.WorkHours;
using Microsoft.Extensions.Localization;

namespace JmaActors.Pages.Members;

/// <summary>Facts of a history in words: a date as dates are written, a code by its name.</summary>
public static class FactText
{
    public static string Of(IStringLocalizer<Texts> texts, string fact, string? value) => value switch
    {
        null => texts["Record.None"],
        _ when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => Show.Day(date),
        _ => fact switch
        {
            "layers" => string.Join("・", value.Split(',').Select(l => texts[$"Layers.{Capital(l)}"].Value)),
            "category" when Enum.TryParse<MemberCategory>(value, ignoreCase: true, out var category) => CategoryText.Of(category),
            "scheme" when Enum.TryParse<CreditScheme>(value, ignoreCase: true, out var scheme) => texts.NameOf(scheme),
            "method" when Enum.TryParse<CreditMethod>(value, ignoreCase: true, out var method) => texts[$"Method.{method}"],
            "source" when Enum.TryParse<CreditSource>(value, ignoreCase: true, out var source) => texts[$"Source.{source}"],
            "hours-kind" when Enum.TryParse<HoursKind>(value, ignoreCase: true, out var kind) => texts[$"Hours.Kind.{kind}"],
            "hours-level" when Enum.TryParse<WorkLevel>(value, ignoreCase: true, out var level) => texts.Of(level),
            "code" => $"CC {value}",
            "units" when decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var units) => Show.U(units),
            "due" or "paid" or "assessed" or "received" or "open" or "free" or "refunded" when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var yen) => texts["Enrol.Yen", Show.N(yen)],
            "web" or "revoked" => texts[$"FactValue.{value}"],
            _ when texts[$"FactValue.{fact}.{value}"] is { ResourceNotFound: false } word => word.Value,
            _ => value,
        },
    };

    /// <summary>Who did it, in which function; or which ledger told it.</summary>
    public static string By(IStringLocalizer<Texts> texts, RecordLine line) => line switch
    {
        { Sender: { } sender } => texts["Record.ByLedger", sender],
        { By.Role: CallerRole.System } => texts["Record.BySystem"],
        _ => EyesText.Of(texts, line.By),
    };

    static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
