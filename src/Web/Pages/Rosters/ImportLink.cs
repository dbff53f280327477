using JmaActors.Resources;
using JmaActors.Rosters;
using Microsoft.Extensions.Localization;

namespace JmaActors.Pages.Rosters;

/// <summary>Where a file goes, and what is said when it cannot be sent.</summary>
/// <param name="Columns">What each column is; empty to go by the headings.</param>
/// <param name="Kinds">Of attendance: what the workplace's own words for kinds of work mean.</param>
public sealed record ImportLink(string Key, ImportKind Kind, ImportMode Mode, bool Post, bool Demonstration, string Columns, string Kinds = "")
{
    /// <summary>The page that shows how far it is, which sends the same again as an import.</summary>
    public string Page => $"/rosters/{Key}?columns={Uri.EscapeDataString(Columns)}{OfKinds}";

    public string Address(bool dryRun)
    {
        var mode = char.ToLowerInvariant($"{Mode}"[0]) + $"{Mode}"[1..];
        var address = Kind switch
        {
            ImportKind.Credits => $"/api/v1/past-credits/{Key}?post={Said(Post)}",
            ImportKind.Attendance => $"/api/v1/attendance/{Key}?",
            _ => $"/api/v1/rosters/{Key}?mode={mode}&demonstration={Said(Demonstration)}",
        };
        return $"{address}{(address.EndsWith('?') ? "" : "&")}dryRun={Said(dryRun)}{(Columns.Length > 0 ? $"&columns={Uri.EscapeDataString(Columns)}" : "")}{OfKinds}";
    }

    string OfKinds => Kinds.Length > 0 ? $"&kinds={Uri.EscapeDataString(Kinds)}" : "";

    /// <summary>Words for the script that sends.</summary>
    public object Words(IStringLocalizer<Texts> t) => new { failed = t["Rosters.UploadFailed", "{0}"].Value, cut = t["Rosters.UploadCut"].Value, close = t["Close"].Value };

    static string Said(bool yes) => yes ? "true" : "false";
}
