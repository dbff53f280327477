using System.Text.Json;
using JmaActors.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace JmaActors.Pages;

/// <summary>What the desk's scripts get from its page: words, and where its modules are under their versions.</summary>
public static class DeskSet
{
    const string Root = "_content/JmaActors.Web/";

    /// <summary>Under one name for all versions, so that a browser sees when it changes; see <see cref="JmaActors.Web.Http.SecurityHeaders"/> for its scope.</summary>
    public const string Worker = "/" + Root + "js/desk-worker.js";

    static readonly string[] Modules =
        ["js/desk-store", "js/desk-clock", "js/desk-read", "js/desk-sender", "js/desk-view", "js/desk-people", "js/desk-camera", "js/desk-qr", "js/live", "lib/qr/qr-decode.min"];

    static readonly string[] Said =
    [
        "Desk.In", "Desk.Out", "Desk.TakenIn", "Desk.TakenOut", "Desk.ForcedIn", "Desk.ForcedOut", "Desk.LetIn", "Desk.LetOut", "Desk.Force", "Desk.ForceOut", "Desk.Asking", "Desk.Left", "Desk.Kept", "Desk.KeptText", "Desk.Double", "Desk.Offline", "Desk.Away", "Desk.Barred",
        "Desk.Sending", "Desk.Summary", "Desk.InsideAfter", "Desk.BadCard", "Desk.Full", "Desk.NoStore", "Desk.Trouble", "Desk.Pass", "Desk.Undo", "Desk.Undone", "Desk.UndoWaits", "Desk.UndoNone",
        "Desk.Fix", "Desk.Seconds", "Desk.ClockUnknown", "Desk.ClockWarn", "Desk.Camera", "Desk.CameraAim", "Desk.CameraOpening", "Desk.CameraDenied", "Desk.CameraNone", "Desk.CameraBusy",
        "Desk.FindNone", "Desk.FindMore", "Desk.FindCount", "Desk.FindAway", "Desk.RegistryEnd", "Desk.NameBad", "Desk.KanaBad", "Desk.RegistryBad", "Desk.WalkInKnown", "Desk.WalkInDiffers",
        "Desk.Do.unknown-card", "Desk.Do.expired-pass", "Desk.Do.copied-pass", "Desk.Do.forged-pass", "Desk.Do.revoked", "Desk.Do.not-yet-valid",
    ];

    static readonly string[] Codes =
    [
        "unknown-card", "forged-pass", "expired-pass", "copied-pass", "not-yet-valid", "revoked", "already-in", "not-in", "left-already", "just-tapped", "not-registered", "full", "not-open",
        "too-early", "too-late", "ahead-of-time", "too-many-taps", "too-many-devices", "bad-time", "bad-card", "bad-name", "bad-kana", "bad-registry", "bad-birth-date", "no-such-tap", "out-of-scope",
        "not-found", "journal-away", "invalid",
    ];

    /// <summary>As JSON that may stand in a script element: the encoder writes no "&lt;", which would end it.</summary>
    public static string Json(IStringLocalizer<Texts> texts, IStringLocalizer<Reasons> reasons, ResourceAssetCollection assets) => JsonSerializer.Serialize(new
    {
        words = Said.Select(key => (key, words: texts[key].Value)).Concat(Codes.Select(code => (key: $"Reason.{code}", words: reasons.Words(code)))).ToDictionary(w => w.key, w => w.words),
        modules = Modules.ToDictionary(NameOf, path => "/" + assets[$"{Root}{path}.js"]),
        worker = Worker,
    });

    static string NameOf(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.EndsWith(".min", StringComparison.Ordinal) ? name[..^4] : name;
    }
}
