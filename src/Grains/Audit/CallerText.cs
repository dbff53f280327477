using System.Globalization;

namespace JmaActors.Audit;

/// <summary>A caller as one text of a view row: role, scope, duties, for whom, in whose place. The subject has a column of its own.</summary>
public static class CallerText
{
    const char Between = '|';
    const int Parts = 5;

    public static string Write(Caller caller) =>
        string.Join(Between, ((int)caller.Role).ToString(CultureInfo.InvariantCulture), caller.Scope, ((int)caller.Duties).ToString(CultureInfo.InvariantCulture), caller.For, caller.Deputy);

    public static Caller Read(string subject, string text)
    {
        var parts = text.Split(Between, Parts);
        return new Caller(
            subject, (CallerRole)int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], (OfficeDuties)int.Parse(parts[2], CultureInfo.InvariantCulture),
            parts[3].Length == 0 ? null : parts[3], parts[4].Length == 0 ? null : parts[4]);
    }
}
