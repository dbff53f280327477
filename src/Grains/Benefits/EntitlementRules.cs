using System.Globalization;
using JmaActors.Dues;
using JmaActors.Members;
using JmaActors.Policies;

namespace JmaActors.Benefits;

/// <summary>
/// What membership and category open: one set of rules (seeds/policy/entitlement.json) asked by pages, the API, and the trial of an application. Pure. What else a benefit asks for (a licence, a course, a form) is the benefit's own.
/// </summary>
public static class EntitlementRules
{
    /// <summary>What the id of every row of this policy begins with.</summary>
    public const string Prefix = "entitlement.";

    const string EditionRow = "entitlement.edition";

    /// <summary>Every benefit, open or not, in the order of the table.</summary>
    /// <param name="born">Null where the birth date is not known: what goes by age is then open to nobody.</param>
    public static IReadOnlyList<Entitlement> Of(PolicyTable table, Membership membership, DateOnly? born, DateOnly on) =>
        [.. table.Rows.Where(r => r.Id.StartsWith(Prefix, StringComparison.Ordinal) && r.Id != EditionRow && r.Holds(on)).Select(r => Judge(r, membership, born, on))];

    /// <summary>What one membership opens and another does not.</summary>
    public static IReadOnlyList<Words> Lost(PolicyTable table, Membership before, Membership after, DateOnly? born, DateOnly on)
    {
        var kept = Of(table, after, born, on).Where(e => e.Open).Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        return [.. Of(table, before, born, on).Where(e => e.Open && !kept.Contains(e.Id)).Select(e => e.Name)];
    }

    static Entitlement Judge(PolicyRow row, Membership membership, DateOnly? born, DateOnly on)
    {
        var (needs, limit) = (Need(row), Limit(row));
        var belongs = Meets(needs, membership);
        var (young, age) = Young(row, limit, born, on);
        var price = row.Figures.TryGetValue(membership.Layers.HasFlag(MembershipLayers.Jma) ? "member-yen" : "other-yen", out var yen) ? new Yen((long)yen) : (Yen?)null;
        return new Entitlement(row.Id[Prefix.Length..], row.Words, belongs && young, price, Why(needs, belongs, age), row.Rule);
    }

    static string Need(PolicyRow row) => row.Setting("needs");

    static bool Meets(string needs, Membership membership) => needs switch
    {
        "everybody" => true,
        "local" => membership.Layers.HasFlag(MembershipLayers.Local),
        "prefecture" => membership.Layers.HasFlag(MembershipLayers.Prefecture),
        "jma" => membership.Layers.HasFlag(MembershipLayers.Jma),
        "a1" => membership.Category == MemberCategory.A1,
        "covered" => membership.Category is not null && membership.IsCovered,
        _ => throw new FormatException($"'{needs}' is nothing an entitlement needs."),
    };

    static (int Years, int Months)? Limit(PolicyRow row) => row.Figures.TryGetValue("under-years", out var years) ? ((int)years, (int)row.Figure("under-months")) : null;

    static (bool Young, Words? Why) Young(PolicyRow row, (int Years, int Months)? limit, DateOnly? born, DateOnly on)
    {
        if (limit is not { } under) return (true, null);
        var text = under.Months == 0 ? new Words($"{under.Years}歳未満", $"under {under.Years}") : new Words($"{under.Years}歳{under.Months}か月未満", $"under {under.Years} years and {under.Months} months");
        if (born is not { } birth) return (false, new Words($"{text.Ja}(生年月日の登録がありません)", $"{text.En} (no birth date on record)"));
        var judged = row.Figures.TryGetValue("judged-month", out var month) ? new DateOnly(on.Year, (int)month, (int)row.Figure("judged-day")) : on;
        return (judged < birth.AddYears(under.Years).AddMonths(under.Months), text);
    }

    static Words Why(string needs, bool belongs, Words? age)
    {
        var (ja, en) = needs switch
        {
            "everybody" => ("すべての医師", "every physician"),
            "local" => ("郡市区等医師会の会員", "members of a local association"),
            "prefecture" => ("都道府県医師会の会員", "members of a prefectural association"),
            "jma" => ("日本医師会の会員", "members of JMA"),
            "a1" => ("A①会員", "A① members"),
            _ => ("日医医賠責の被保険者(A会員で加入除外を申請していない方)", "those the liability insurance covers (A members who have not left it)"),
        };
        return age is null ? new Words(ja, en) : new Words($"{ja}・{age.Ja}", string.Create(CultureInfo.InvariantCulture, $"{en}, {age.En}"));
    }
}
