using System.Text.Json;
using JmaActors.Resources;
using JmaActors.WorkHours;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace JmaActors.Pages.WorkHours;

/// <summary>What the clock's scripts get from its page: words, and where its modules are under their versions.</summary>
public static class ClockSet
{
    const string Root = "_content/JmaActors.Web/";

    /// <summary>Kinds that are clocked as they happen, the usual first.</summary>
    public static readonly IReadOnlyList<HoursKind> Kinds =
        [HoursKind.Scheduled, HoursKind.Overtime, HoursKind.HolidayWork, HoursKind.PermittedDuty, HoursKind.NightDuty, HoursKind.StandbyWork, HoursKind.StudyWork];

    static readonly string[] Modules = ["js/desk-store", "js/desk-clock", "js/clock-sender", "js/live"];

    static readonly string[] Said =
    [
        "Clock.In", "Clock.Out", "Clock.TakenIn", "Clock.TakenOut", "Clock.KeptIn", "Clock.KeptOut", "Clock.KeptText", "Clock.Refused", "Clock.RefusedText", "Clock.Early", "Clock.Month", "Clock.Rest",
        "Clock.On", "Clock.Off", "Clock.Resting", "Clock.Since", "Clock.Waiting", "Clock.Done", "Clock.Undo", "Clock.Undone", "Clock.Away", "Clock.Skew", "Clock.NoStore", "Desk.Full",
    ];

    /// <summary>As JSON that may stand in a script element: the encoder writes no "&lt;", which would end it.</summary>
    public static string Json(IStringLocalizer<Texts> texts, ResourceAssetCollection assets) => JsonSerializer.Serialize(new
    {
        words = Said.Concat(Enum.GetNames<HoursKind>().Select(kind => $"Hours.Kind.{kind}")).ToDictionary(key => key, key => texts[key].Value),
        modules = Modules.ToDictionary(path => path[(path.LastIndexOf('/') + 1)..], path => "/" + assets[$"{Root}{path}.js"]),
        // Under one name for all versions, so that a browser sees when it changes.
        worker = $"/{Root}js/clock-worker.js",
    });

    /// <summary>As the API writes it: the first letter small.</summary>
    public static string Name(HoursKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
