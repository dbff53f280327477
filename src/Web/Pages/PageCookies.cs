namespace JmaActors.Pages;

/// <summary>Cookies that keep how a person likes the pages; none of them says who the person is.</summary>
public static class PageCookies
{
    /// <summary><c>light</c> or <c>dark</c>; absent means as the system says.</summary>
    public const string Theme = "jma-theme";

    /// <summary>How long a choice is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(365);
}
