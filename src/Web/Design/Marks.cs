namespace JmaActors.Design;

/// <summary>The class and the sign of a mark: colour is never the only bearer of a meaning.</summary>
public static class Marks
{
    public static string Css(this Mark mark) => mark switch
    {
        Mark.Ok => "ok",
        Mark.Near => "near",
        Mark.Over => "over",
        _ => "unknown",
    };

    public static string Sign(this Mark mark) => mark switch
    {
        Mark.Ok => "✓",
        Mark.Near => "◆",
        Mark.Over => "▲",
        _ => "?",
    };
}
