namespace JmaActors.Pages.Members;

/// <summary>Where a session somebody attended leads to: its board, or for members, who may not see that, its program.</summary>
public static class SeminarLink
{
    public static bool Board(Caller caller) => caller.Role != CallerRole.Member;

    public static string Of(SessionId session, Caller caller) => Board(caller) ? $"/seminars/{session}" : $"/programs/{session.Program}";

    /// <summary>The same of a session as pictures name it.</summary>
    public static string Of(string session, Caller caller) => SessionId.TryParse(session, out var id) ? Of(id, caller) : "/programs";
}
