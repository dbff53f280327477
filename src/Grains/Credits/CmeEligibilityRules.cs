using JmaActors.Benefits;
using JmaActors.Policies;
using JmaActors.Time;
using static System.FormattableString;

namespace JmaActors.Credits;

/// <summary>The two other questions of the benefit: may somebody take part, and what comes next.</summary>
public static class CmeEligibilityRules
{
    /// <summary>May this person take part on the date? Whoever has a licence may, member or not; the certificate comes three years after it at the earliest.</summary>
    /// <param name="licensedOn">Date of the licence; null when not known.</param>
    /// <param name="isJmaMember">Decides methods ① and ②; null when not known.</param>
    public static Verdict MayI(DateOnly on, DateOnly? licensedOn, bool? isJmaMember, PolicyBook book)
    {
        var policy = book.Cme(on);
        var methods = Methods(isJmaMember);
        List<RuleRef> rules = [policy.Rule(CmeRuleIds.Licence), policy.Rule(CmeRuleIds.MembersOnly)];
        if (licensedOn is not { } licence)
        {
            return new Verdict("eligible", Mark.Unknown,
                new Words($"医師であれば参加できます。医師免許取得日の登録がありません。{methods.Ja}",
                    $"Every physician may take part. The date of the licence is not recorded. {methods.En}"),
                [], rules, new Words("医師免許取得日を登録してください。", "Have the date of the licence recorded."), on, policy.Edition);
        }
        var earliest = licence.AddYears(policy.CertificateYears);
        Figure years = new("years-to-certificate", new Words("認定証まで最短の年数", "Years from licence to certificate"), policy.CertificateYears, null, "years");
        if (on < licence)
        {
            return new Verdict("not-licensed", Mark.Over,
                new Words($"医師免許取得日({Wareki.Date(licence)})から参加できます。", Invariant($"Participation begins on the day of the licence, {licence:yyyy-MM-dd}.")),
                [years], rules, new Words($"{Wareki.Date(licence)}から", Invariant($"From {licence:yyyy-MM-dd}")), on, policy.Edition);
        }
        return new Verdict("eligible", Mark.Ok,
            new Words($"参加できます。認定証は最短で{Wareki.Date(earliest)}から。{methods.Ja}",
                Invariant($"May take part. The earliest certificate is on {earliest:yyyy-MM-dd}. {methods.En}")),
            [years], rules,
            on < earliest ? new Words($"認定証は{Wareki.Date(earliest)}から", Invariant($"Certificate from {earliest:yyyy-MM-dd}")) : null,
            on, policy.Edition);
    }

    /// <summary>What can be done now, and the next date that matters: in April the report of the year just ended, otherwise the end of the fiscal year.</summary>
    public static NextSteps WhatNext(DateOnly on, CmeStanding standing, PolicyBook book)
    {
        var policy = book.Cme(on);
        var (date, text) = NextDate(on, standing, policy);
        return new NextSteps(CmeVerdicts.Benefit, date, text, [.. Actions(on, standing, policy)]);
    }

    static (DateOnly Date, Words Text) NextDate(DateOnly on, CmeStanding standing, CmePolicy policy)
    {
        var year = FiscalYear.Of(on);
        var report = new DateOnly(year.Year, policy.Report.Month, policy.Report.Day);
        if (on <= report)
        {
            return (report, new Words($"{Wareki.Of(year.Plus(-1))}分の自己申告の締切(郡市区医師会へ)",
                $"Last day to report fiscal year {year.Year - 1} to the local association"));
        }
        var leaving = standing.Verdict.Figures.First(f => f.Key == "leaving").Value;
        return (year.LastDay, leaving == 0m
            ? new Words("年度末", "End of the fiscal year")
            : new Words(Invariant($"年度末。{standing.From.Year}年度分 {leaving:0.0} はこの日までしか数えられません。"),
                Invariant($"End of the fiscal year; {leaving:0.0} of fiscal year {standing.From.Year} count until this day.")));
    }

    static IEnumerable<NextAction> Actions(DateOnly on, CmeStanding standing, CmePolicy policy)
    {
        if (standing.Total >= standing.Target && standing.Verdict.Nearest is null)
            yield return new NextAction("request-certificate", new Words("認定証の条件を満たしています。発行を確認する", "The condition is met: see to the certificate"));
        if (standing.Total < standing.Target)
            yield return new NextAction("find-seminar", new Words("まだ持っていないコードの講演を探す", "Find a talk under a code not held yet"));
        if (standing.Pending > Units.Zero)
            yield return new NextAction("posting-follows", new Words($"仮計上 {standing.Pending} 単位は主催者の確認後に確定します", $"{standing.Pending} pending units post when the host confirms the roll"));
        if (on <= new DateOnly(FiscalYear.Of(on).Year, policy.Report.Month, policy.Report.Day))
            yield return new NextAction("report", new Words("記録にない受講を自己申告する", "Report what was attended and is not recorded"));
        if (standing.Total < standing.Target)
            yield return new NextAction("e-learning", new Words("日医e-ラーニング(会員のみ):1コンテンツで1単位+1コード", "JMA e-learning (members only): 1 unit + 1 code per content"));
    }

    static Words Methods(bool? isJmaMember) => isJmaMember switch
    {
        true => new Words("日医雑誌と日医e-ラーニングも利用できます。", "Journal questions and JMA e-learning are open too."),
        false => new Words("日医雑誌の問題解答と日医e-ラーニングは日本医師会員のみです。", "Journal questions and JMA e-learning are for JMA members only."),
        null => new Words("日医雑誌の問題解答と日医e-ラーニングには日本医師会の会員資格が必要です。", "Journal questions and JMA e-learning need membership of the Japan Medical Association."),
    };
}
