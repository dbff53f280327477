using System.Globalization;
using JmaActors.Members;
using JmaActors.Time;

namespace JmaActors.Directory;

/// <summary>A column an export can have. The heading is a word of the site's, found by the name.</summary>
public sealed record ExportColumn(string Name, Func<FoundMember, string> Value, bool Number = false);

/// <summary>Everything an export can show of a person, in the order it is offered. Values are plain text: how a file writes them is the file's.</summary>
public static class ExportColumns
{
    public static readonly IReadOnlyList<ExportColumn> All =
    [
        new("member", static m => m.Id.ToString()),
        new("name", static m => m.Name),
        new("kana", static m => m.Kana),
        new("registry", static m => m.Registry ?? ""),
        new("card", static m => m.Card ?? ""),
        new("association", static m => m.Association ?? ""),
        new("association-name", static m => m.AssociationName ?? ""),
        new("layers", static m => LayersOf(m.Layers)),
        new("category", static m => m.Category is { } c ? CategoryOf(c) : ""),
        new("birth-date", static m => Day(m.BirthDate)),
        new("licensed-on", static m => Day(m.LicensedOn)),
        new("total", static m => Decimal(m.Total), Number: true),
        new("units", static m => m.Posted is { } posted ? Decimal(posted) : "", Number: true),
        new("codes", static m => m.Codes is { } codes ? codes.ToString(CultureInfo.InvariantCulture) : "", Number: true),
        new("pending", static m => Decimal(m.Pending), Number: true),
        new("reached", static m => m.Reached ? "1" : "0", Number: true),
        new("changed", static m => Day(Tokyo.DateOf(m.Changed))),
    ];

    public static ExportColumn? Of(string name) => All.FirstOrDefault(c => c.Name == name);

    /// <summary>As rosters write layers, so that what goes out can come in again.</summary>
    static string LayersOf(MembershipLayers layers) => string.Join('+', Names.Where(n => layers.HasFlag(n.Layer)).Select(n => n.Name));

    static readonly (MembershipLayers Layer, string Name)[] Names = [(MembershipLayers.Local, "local"), (MembershipLayers.Prefecture, "prefecture"), (MembershipLayers.Jma, "jma")];

    static string CategoryOf(MemberCategory category) => category.ToString();

    static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    static string Decimal(decimal value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
