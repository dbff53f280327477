using JmaActors.Directory;

namespace JmaActors.Tests.Storage.Directory;

/// <summary>Filters of every kind of term, alone and together.</summary>
static class Filters
{
    static readonly string[] Texts = ["", "", "", "高橋", "髙橋", "さとう", "ﾀｶﾊｼ", "ハナコ", "花子", "山", "吉田", "斎藤 太郎", "タカハシ　サクラ", "橋", "7", "CARD001", "1000000003", "だれもいない", "%", "_"];

    static readonly string[][] Terms =
    [
        ["status", "jma", "none", "local,none", "prefecture", "jma,prefecture,local,none"],
        ["category", "a1", "a2B,b", "none", "a2C,c", "a1,none"],
        ["within", "JMA", "26", "13,01", "26-001", "26-U01,13-019", "47"],
        ["credits", "reached", "near", "far", "nothing", "near,far", "reached,nothing"],
        ["total", "60..", "..48", "48..59.9", "60", "0", "0.5..30"],
        ["units", "20..", "..5", "10..40", "0"],
        ["codes", "1..", "..3", "2..30", "0"],
        ["changed", "2026-06-01..", "..2026-03-31", "2026-01-01..2026-09-30", "2026-10-01"],
        ["session", "P00.1", "P03.1", "P09.1"],
        ["attended", "2026-10-01..", "2026-10-21", "..2026-10-01", "2027-01-01.."],
        ["certificate", "attendance", "transcript", "none", "attendance,none", "attendance,transcript"],
        ["reports", "waiting", "none", "waiting,none"],
        ["dues", "overdue", "open", "none", "overdue,none", "overdue,open"],
        ["certified", "2026-06-01..", "..2026-05-31"],
        ["hours", "breached", "check-due,interview-due", "under", "none", "met,none", "under,interview-follows"],
        ["interview-need", "missed", "pace,check", "nothing", "interview,follows,nothing"],
        ["hours-month", "80..", "100..", "..79.9", "80..99.9", "0", "0..", "155"],
    ];

    public static MemberFilter Any(Random random)
    {
        var terms = Enumerable.Range(0, random.Next(4)).Select(_ => Terms[random.Next(Terms.Length)]).DistinctBy(t => t[0]);
        return new MemberFilter(Texts[random.Next(Texts.Length)], [.. terms.Select(t => new FilterTerm(t[0], t[random.Next(1, t.Length)]))]);
    }
}
