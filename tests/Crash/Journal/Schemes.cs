namespace JmaActors.Crash.Journal;

/// <summary>Schemes as events number them, and what ends the keys of their entries.</summary>
static class Schemes
{
    public const int Cme = 0;

    static readonly string[] Names = ["", "/occupational", "/sports", "/kakaritsuke", "/common-lecture"];

    public static string Key(string session, int talk, int scheme) => $"{session}/{talk}{Names[scheme]}";
}
