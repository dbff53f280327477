using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace JmaActors.Audit;

/// <summary>How the audit names and tells things apart.</summary>
public static class AuditRules
{
    /// <summary>Stands for everybody in a set of people shown.</summary>
    public const long Everybody = 0;

    /// <summary>Beyond the day's limit, refusals recorded as one.</summary>
    public const int RefusalsAtOnce = 1_000;

    /// <summary>The association whose function it is; empty for functions of none.</summary>
    public static string OfficeOf(Caller caller) =>
        caller.Role is CallerRole.Office or CallerRole.Auditor or CallerRole.Host or CallerRole.Surveyor && AssociationId.TryParse(caller.Scope, out var own) ? own.Code : "";

    /// <summary>The same person looked at in another function, or for somebody else, is another look.</summary>
    public static string LookKey(long person, Caller caller) => string.Create(CultureInfo.InvariantCulture, $"{person}|{Function(caller)}");

    public static string ListKey(string what, Caller caller) => $"{what}|{Function(caller)}";

    public static string AttemptKey(string what, string key, Caller caller) => $"{what}|{key}|{Function(caller)}";

    /// <summary>What proves a place as long as it is kept.</summary>
    public static string Mark(Place place) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{place.Salt}\n{place.From}")));

    static string Function(Caller caller) => string.Create(CultureInfo.InvariantCulture, $"{(int)caller.Role}.{caller.Scope}.{caller.For}.{caller.Deputy}");

}
