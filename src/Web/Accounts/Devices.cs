namespace JmaActors.Web.Accounts;

/// <summary>A device in a few words, from what its browser says; nothing that tells one from another of its kind.</summary>
static class Devices
{
    static readonly (string Mark, string Name)[] Browsers = [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];
    static readonly (string Mark, string Name)[] Systems = [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("Linux", "Linux")];

    public static string Words(Microsoft.Extensions.Primitives.StringValues agent)
    {
        var text = agent.ToString();
        return string.Join(", ", new[] { Named(Browsers, text), Named(Systems, text) }.OfType<string>()) is { Length: > 0 } words ? words : "?";
    }

    static string? Named((string Mark, string Name)[] known, string text) => known.FirstOrDefault(k => text.Contains(k.Mark, StringComparison.Ordinal)).Name;
}
