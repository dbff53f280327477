using System.Text;
using JmaActors.Audit;

namespace JmaActors.Web.Audit;

/// <summary>
/// From where what is being done comes, and the reason given for it. It flows with the request into everything that follows from it: API, hub connections and
/// the circuits of pages, so that nobody has to hand it on and nobody can leave it out.
/// </summary>
/// <param name="From">The address.</param>
/// <param name="Why">The reason, from the header <see cref="Header"/>; empty when none was given.</param>
public sealed record Whence(string From, string Why)
{
    /// <summary>Header with the reason for a look, percent-encoded UTF-8.</summary>
    public const string Header = "X-Jma-Reason";

    static readonly AsyncLocal<Whence?> Flowing = new();

    static readonly Whence Unknown = new("", "");

    /// <summary>Of what is being done now; nothing known for what the site does by itself.</summary>
    public static Whence Now => Flowing.Value ?? Unknown;

    /// <summary>A reason given on a page, for what follows in the same act.</summary>
    public static void Because(string why) => Flowing.Value = Now with { Why = Short(why, AuditLimits.Why) };

    /// <summary>Puts the request's origin where what follows finds it.</summary>
    public static Task Follow(HttpContext http, RequestDelegate next)
    {
        var said = http.Request.Headers[Header];
        Flowing.Value = new Whence(Short(http.Connection.RemoteIpAddress?.ToString() ?? "", AuditLimits.From), said.Count == 0 ? "" : Short(Plain(said.ToString()), AuditLimits.Why));
        return next(http);
    }

    static string Plain(string said) => Uri.UnescapeDataString(said);

    /// <summary>Without what cannot be stored: control characters and halves of characters.</summary>
    static string Short(string text, int most)
    {
        if (text.Length <= most && !text.HasControlsOrSurrogates()) return text;
        var plain = new StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in text.EnumerateRunes())
        {
            if (plain.Length + rune.Utf16SequenceLength > most) break;
            if (!Rune.IsControl(rune)) plain.Append(rune.ToString());
        }

        return plain.ToString();
    }
}
