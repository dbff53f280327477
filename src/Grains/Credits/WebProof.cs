using JmaActors.Policies;

namespace JmaActors.Credits;

/// <summary>What the log of a video system must show before attendance on the web earns anything.</summary>
/// <param name="WholeTalk">Entry and exit over the whole talk; nothing is forgiven at either end.</param>
/// <param name="Identity">Identity was checked.</param>
/// <param name="Keyword">The keyword was entered.</param>
public readonly record struct WebProof(bool WholeTalk, bool Identity, bool Keyword)
{
    /// <summary>Reads the setting <c>needs</c>, a list of <c>whole-talk</c>, <c>identity</c>, <c>keyword</c>.</summary>
    /// <exception cref="FormatException">It names something else.</exception>
    public static WebProof Of(PolicyRow row)
    {
        var needs = SchemePolicy.Words(row.Setting("needs"));
        return needs.FirstOrDefault(n => n is not ("whole-talk" or "identity" or "keyword")) is { } other
            ? throw new FormatException($"{row.Id}: '{other}' is no proof; whole-talk, identity and keyword are.")
            : new WebProof(needs.Contains("whole-talk"), needs.Contains("identity"), needs.Contains("keyword"));
    }
}
