namespace JmaActors.Pages.Seminars;

/// <summary>Doubts about an attendance, as the roll shows them: codes in order, the gravest first.</summary>
public static class Doubts
{
    /// <summary>Words are <c>Doubt.&lt;code&gt;</c>, what to look at <c>Doubt.&lt;code&gt;.Text</c>.</summary>
    public static readonly IReadOnlyList<string> All = ["elsewhere", "web-and-hall", "no-exit", "late", "left", "forced", "manual", "not-let-in", "afterwards"];

    /// <summary>How grave it is.</summary>
    public static Mark MarkOf(string doubt) => doubt is "elsewhere" or "web-and-hall" ? Mark.Over : Mark.Near;
}
