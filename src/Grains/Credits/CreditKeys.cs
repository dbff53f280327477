namespace JmaActors.Credits;

/// <summary>Natural keys of entries earned at a session.</summary>
public static class CreditKeys
{
    /// <summary><c>session/talk</c> for CME, <c>session/talk/scheme</c> for the others.</summary>
    public static string Attendance(SessionId session, int talk, CreditScheme scheme) =>
        scheme == CreditScheme.Cme ? $"{session.Code}/{talk}" : $"{session.Code}/{talk}/{SchemePolicy.Name(scheme)}";
}
