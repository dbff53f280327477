using System.Text.RegularExpressions;

namespace JmaActors.Tests.Browser.EveryPage;

/// <summary>Every page, in every state that looks otherwise. Held complete by <see cref="PagesListedTests"/>.</summary>
public static partial class Pages
{
    const string Operator = "operator";

    public const string Failed = "/failed";

    /// <summary>An address; or eyes, a bar, and an address.</summary>
    static readonly string[] Written =
    [
        "/", "office:26|/offices/26", "office:26-001:clerk|/offices/26-001", "office:JMA|/offices/JMA", "/offices/47-999", "member:{member}|/members/{member}", "auditor:26|/",
        "/programs", "/programs?view=list", "/programs?view=list&host=26&stage=closed", "/programs/new", "/programs/{program}", "/programs/{program}/edit", "/hosts/26", "/approvals",
        "/programs/{program}/enrolments", "/programs/{program}/enrolments/{member}/receipts/1",
        "/seminars/{session}", "/seminars/{session}?wall=1", "/seminars/{session}/roll", "/seminars/{session}/roll?show=doubtful", "/seminars/{session}/web-log", "/seminars/{session}/paper-list", "/seminars/{session}/desk",
        "/members", "/members?credits=near,far&category=a1", "/members?reports=waiting", "/members?text=%E3%81%A0%E3%82%8C%E3%82%82%E3%81%84%E3%81%AA%E3%81%84",
        "/members/{member}", "/members/{member}/credits", "/members/{member}/credits?tab=history", "/members/{member}/history", "/members/{member}/as-of", "/members/{member}/as-of?on=2026-05-01",
        "/members/{member}/credits/report", "member:{doctor}|/members/{doctor}/interviews", "workplace:WL|/workplaces/WL/interviews", "workplace:WL|/workplaces/WL/interviews?tab=cases", "workplace:WL|/workplaces/WL/interviews?tab=desk", "interviewer:WL@{member}|/interviews",
        "workplace:WL|/interviews/{interview}", "/evaluations", "workplace:WL|/evaluations", "surveyor:JMA@look|/evaluations", "workplace:WL|/evaluations/{evaluation}", "/evaluations/{evaluation}", "member:{doctor}|/interviews/{interview}", "interviewer:WL@{member}|/interviews/{interview}", "/members/{member}/pass", "/members/{member}/seen", "/members/{member}/erasure",
        "/members/{member}/hours", "/members/{member}/hours/report", "/members/{member}/hours/report?of=employer", "member:{member}|/clock", "workplace:W26-PLAN|/workplaces/W26-PLAN/rosters",
        "member:{member}|/members/{member}/dues", "/members/{member}/dues", "/dues", "/dues/26-001?wall=1", "office:26-001|/dues/26-001/people", "office:26-001|/dues/26-001/run", "office:26-001:treasurer|/dues/26-001/tariff", "/dues/JMA/tariff", "office:26-001:treasurer|/bank/26-001?tab=debits", "/dues/26-012/run",
        "/associations", "/associations/JMA", "/associations/JMA?wall=1", "/associations/26", "/associations/26-001",
        "workplace:W26-001|/workplaces/W26-001", "/workplaces/W26-001?wall=1", "/workplaces/W26-001/settings", "workplace:W26-001|/workplaces/W26-001/settings", "/work-hours/JMA", "office:26|/work-hours/26", "/work-hours/JMA?wall=1",
        "office:26-001:treasurer|/bank/26-001", "/bank/26-001?tab=booked", "/bank/26-001?tab=accounts", "/works", "/works/{work}", "/audit", "/audit?person={member}", "/audit?person={member}&why=x", "/duplicates", "/duplicates?tab=merged", "/duplicates/{pair}",
        "/applications", "/members/{member}/applications", "/applications/new?member={member}&kind=transfer", "office:JMA|/applications/{application}",
        "/disputes", "/disputes?tab=closed", "/disputes/new", "/disputes/{case}", "member:{member}|/alerts", "workplace:W26-LOOK|/alerts", "workplace:W26-LOOK|/alerts/settings", "workplace:W26-LOOK|/webhooks", "workplace:W26-LOOK|/calendars", "member:{member}|/calendars", "/operations", "/operations?wall=1", "/rosters", "/rosters/{roster}", "/past-credits", "workplace:W-LOOK|/workplaces/W-LOOK/attendance", "/eyes", "/help", Failed, "/no-such-page",
    ];

    public static TheoryData<string> All => [.. Written];

    /// <summary>Eyes and address.</summary>
    public static (string Eyes, string Path) Of(string written) => written.IndexOf('|') is > 0 and var bar ? (written[..bar], written[(bar + 1)..]) : (Operator, written);

    /// <summary>True when one of the addresses is this page's.</summary>
    public static bool Shows(string template)
    {
        if (template == "/not-found") return Written.Contains("/no-such-page");
        var shape = new Regex($"^{Place().Replace(Regex.Escape(template).Replace("\\{", "{").Replace("}", "}"), "[^/?]+")}(\\?.*)?$");
        return Written.Any(w => shape.IsMatch(Of(w).Path) && !Siblings.Any(s => s != template && Of(w).Path.Split('?')[0] == s));
    }

    /// <summary>Addresses that have pages of their own although they are of another's shape.</summary>
    static readonly string[] Siblings = ["/programs/new", "/disputes/new", "/applications/new"];

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Place();
}
