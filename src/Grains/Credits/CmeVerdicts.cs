using JmaActors.Time;
using static System.FormattableString;

namespace JmaActors.Credits;

/// <summary>The words and figures around a CME standing: why it is what it is, and what is nearest.</summary>
public static class CmeVerdicts
{
    /// <summary>Name of the benefit in standings and next steps.</summary>
    public const string Benefit = "credits";

    /// <summary>Key of the headline figure: units + distinct codes.</summary>
    public const string TotalKey = "total";

    /// <summary>Unit of figures in 単位.</summary>
    public const string UnitsUnit = "units";

    /// <summary>Unit of figures in curriculum codes.</summary>
    public const string CodesUnit = "codes";

    internal static Verdict Standing(CmeWindow window, DateOnly on, CmePolicy policy, int codesKnown, DateOnly? licensedOn)
    {
        var total = window.Total;
        var missing = Math.Max(0m, policy.Target - total);
        var empty = window is { PostedTenths: 0, PendingTenths: 0 };
        var earliest = licensedOn?.AddYears(policy.CertificateYears);
        var early = missing == 0m && on < earliest;
        var (outcome, mark) = early ? ("reached", Mark.Near)
            : missing == 0m ? ("reached", Mark.Ok)
            : empty ? ("no-record", Mark.Unknown)
            : total >= policy.Target * policy.NearShare ? ("short", Mark.Near)
            : ("short", Mark.Over);
        return new Verdict(
            outcome, mark, Text(window, policy, missing), Figures(window, policy, missing),
            [policy.Rule(CmeRuleIds.Certificate), policy.Rule(CmeRuleIds.CodeOnce), policy.Rule(CmeRuleIds.Time), policy.Rule(CmeRuleIds.Near), .. early ? [policy.Rule(CmeRuleIds.Licence)] : Array.Empty<RuleRef>()],
            early ? From(earliest!.Value, policy) : missing == 0m ? null : Nearest(window, policy, missing, codesKnown), on, policy.Edition);
    }

    static Words Text(CmeWindow w, CmePolicy policy, decimal missing)
    {
        var posted = w.PostedTenths / 10m;
        var ja = Invariant($"単位 {posted:0.0} + コード {w.Codes.Length} = {w.Total:0.0} / {policy.Target:0}。");
        var en = Invariant($"{posted:0.0} units + {Many(w.Codes.Length, "code")} = {w.Total:0.0} of {policy.Target:0}.");
        ja += missing == 0m ? "認定証の条件を満たしています。" : Invariant($"あと {missing:0.0} 足りません。");
        en += missing == 0m ? " The condition of the certificate is met." : Invariant($" {missing:0.0} are missing.");
        if (w.PendingTenths > 0)
        {
            ja += Invariant($"ほかに仮計上 {w.PendingTenths / 10m:0.0} 単位。");
            en += Invariant($" Another {w.PendingTenths / 10m:0.0} units are pending.");
        }
        return missing > 0m ? new Words(ja, en) : new Words(ja + Leaving(w).Ja, en + Leaving(w).En);
    }

    static Words Nearest(CmeWindow w, CmePolicy policy, decimal missing, int codesKnown)
    {
        var each = policy.StepUnits.Value + 1m;
        var minutes = policy.Step.TotalMinutes;
        var newCodes = Math.Max(0, codesKnown - w.Codes.Length);
        var talks = (int)Math.Min(Math.Ceiling(missing / each), newCodes);
        var rest = Math.Max(0m, missing - talks * each);
        var ja = Invariant($"あと {missing:0.0}。");
        var en = Invariant($"{missing:0.0} to go.");
        if (talks > 0)
        {
            ja += Invariant($"まだ持っていないコードの{minutes:0}分講演なら {talks} 本(1本で {policy.StepUnits} 単位+1コード={each:0.0})。");
            en += Invariant($" {Many(talks, "talk")} of {minutes:0} minutes under codes not held yet (each {policy.StepUnits} units + 1 code = {each:0.0}).");
        }
        if (rest > 0m)
        {
            ja += Invariant($"残り {rest:0.0} は取得済みコードの単位で。");
            en += Invariant($" The other {rest:0.0} as units under codes already held.");
        }
        var leaving = Leaving(w);
        return new Words(ja + leaving.Ja, en + leaving.En);
    }

    /// <summary>Units and codes are enough, the years since the licence are not.</summary>
    static Words From(DateOnly earliest, CmePolicy policy) => new(
        $"認定証は{Wareki.Date(earliest)}から(医師免許取得から{policy.CertificateYears}年)",
        Invariant($"Certificate from {earliest:yyyy-MM-dd}, {policy.CertificateYears} years after the licence"));

    static Words Leaving(CmeWindow w) => w.Leaving == 0m
        ? new Words("", "")
        : new Words(
            Invariant($"{w.FirstYear}年度分 {w.Leaving:0.0}({w.LeavingTenths / 10m:0.0} 単位+{w.LeavingCodes} コード)は次の4月1日に期間から外れます。"),
            Invariant($" {w.Leaving:0.0} of fiscal year {w.FirstYear} ({w.LeavingTenths / 10m:0.0} units + {Many(w.LeavingCodes, "code")}) leave the window on the next 1 April."));

    static string Many(int count, string noun) => Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");

    static List<Figure> Figures(CmeWindow w, CmePolicy policy, decimal missing) =>
    [
        new(TotalKey, new Words("単位+コード", "Units + codes"), w.Total, policy.Target),
        new("units", new Words("確定単位", "Units posted"), w.PostedTenths / 10m, null, UnitsUnit),
        new("codes", new Words("カリキュラムコード", "Distinct codes"), w.Codes.Length, null, CodesUnit),
        new("missing", new Words("不足", "Missing"), missing),
        new("pending", new Words("仮計上", "Units pending"), w.PendingTenths / 10m, null, UnitsUnit),
        new("leaving", new Words("次の4月1日に外れる分", "Leaves on the next 1 April"), w.Leaving),
        new("leaving-units", new Words("うち単位", "Of it, units"), w.LeavingTenths / 10m, null, UnitsUnit),
        new("leaving-codes", new Words("うちコード", "Of it, codes"), w.LeavingCodes, null, CodesUnit),
        new("total-next-year", new Words("次の4月1日の合計", "Total on the next 1 April"), w.Total - w.Leaving, policy.Target),
    ];
}
