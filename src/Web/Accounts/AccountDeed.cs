using System.Text.Json;
using JmaActors.Accounts;
using JmaActors.Ledgers;

namespace JmaActors.Web.Accounts;

/// <summary>An event of an account as its page tells it.</summary>
/// <param name="Function">Role, scope and duties it is about; null when about none.</param>
/// <param name="Other">The other account: a deputy's, or whose function it is.</param>
/// <param name="For">代行: the member acted for.</param>
/// <param name="By">The account that did it, where it was another; null where it was one's own, or no account's.</param>
public sealed record AccountDeed(
    long Version, string Type, DateTimeOffset At, (CallerRole Role, string Scope, OfficeDuties Duties)? Function, string? Other, string? For, string Reason, DateOnly? From, DateOnly? Until, string? By)
{
    /// <summary>Accounts whose names are wanted.</summary>
    public IEnumerable<string> Accounts => new[] { Other, By }.OfType<string>();

    public static AccountDeed Of(HistoryLine line)
    {
        using var body = JsonDocument.Parse(line.Body);
        var (e, m) = (body.RootElement.GetProperty("e"), body.RootElement.GetProperty("m"));
        var function = Text(e, "scope") is { } scope && e.TryGetProperty("role", out var role)
            ? (RoleOf(role), scope, e.TryGetProperty("duties", out var duties) && duties.TryGetInt32(out var mask) ? (OfficeDuties)mask : OfficeDuties.All)
            : ((CallerRole, string, OfficeDuties)?)null;
        var member = e.TryGetProperty("for", out var acted) ? acted.ValueKind switch { JsonValueKind.Number => acted.GetRawText(), JsonValueKind.String => acted.GetString(), _ => null } : null;
        return new AccountDeed(
            line.Version, line.Type, line.Recorded, function, Text(e, "to") ?? Text(e, "of"), member, Text(e, "reason") ?? "", Day(e, "from"), Day(e, "until"), AccountSubject.Account(Text(m, "s") ?? ""));
    }

    static CallerRole RoleOf(JsonElement role) => role.ValueKind == JsonValueKind.Number ? (CallerRole)role.GetInt32() : Enum.TryParse<CallerRole>(role.GetString(), ignoreCase: true, out var named) ? named : CallerRole.Office;

    static string? Text(JsonElement e, string name) => e.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static DateOnly? Day(JsonElement e, string name) => Text(e, name) is { Length: 10 } text && DateOnly.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var day) ? day : null;
}
