using JmaActors.Design;
using JmaActors.Dues;
using JmaActors.Resources;
using JmaActors.Pages.Members;
using Microsoft.Extensions.Localization;

namespace JmaActors.Pages.Dues;

/// <summary>How dues are written for people.</summary>
static class DuesShown
{
    /// <summary>126,000円 / ¥126,000.</summary>
    public static string Yen(long yen) => Show.English ? $"¥{Show.N(yen)}" : $"{Show.N(yen)}円";

    public static string Yen(Yen yen) => Yen(yen.Amount);

    /// <summary>The sum as a share of what is billed.</summary>
    public static string Share(long part, long whole) => whole <= 0 ? "–" : Show.Percent((double)part / whole);

    public static Mark Of(DuesStatus status) => status switch
    {
        DuesStatus.Paid => Mark.Ok,
        DuesStatus.Overdue => Mark.Over,
        DuesStatus.Posted or DuesStatus.Partly => Mark.Near,
        _ => Mark.Unknown,
    };

    public static string Word(IStringLocalizer<Texts> t, DuesStatus status) => t[$"Dues.Status.{status}"];

    public static string Word(IStringLocalizer<Texts> t, ReductionKind kind) => t[$"Dues.Reduction.{kind}"];

    public static string Layer(IStringLocalizer<Texts> t, AssociationLayer layer) => t[$"Dues.Layer.{layer}"];

    /// <summary>Whom a row fits, in words.</summary>
    public static string Who(IStringLocalizer<Texts> t, DuesTariffRow row)
    {
        List<string> who = [];
        if (row.Block != DuesBlock.Standard) who.Add(t[$"Dues.Block.{row.Block}"]);
        if (row.Categories.Count > 0) who.Add(string.Join(Show.English ? ", " : "・", row.Categories.Select(CategoryText.Of)));
        if (row.Practice is { } practice) who.Add(t[$"Dues.Practice.{practice}"]);
        if (row.Covered is { } covered) who.Add(t[covered ? "Dues.Covered" : "Dues.Tariff.Uncovered"]);
        if (row.AgeFrom is { } from) who.Add(t["Dues.Tariff.From.Age", from]);
        if (row.AgeUpTo is { } to) who.Add(t["Dues.Tariff.UpTo.Age", to]);
        if (row.LicensedBelow is { } years) who.Add(t["Dues.Tariff.Below.Licence", years]);
        return who.Count == 0 ? t["Dues.Tariff.Everybody"] : string.Join(Show.English ? "; " : "、", who);
    }

    /// <summary>Terms by their first and last months: 4–7月, 8–11月, 12–3月.</summary>
    public static string Terms(IStringLocalizer<Texts> t, IReadOnlyList<int> terms) =>
        string.Join(Show.English ? ", " : "、", terms.Select((m, i) => t["Dues.Tariff.Months", t["Dues.Tariff.Month", m].Value, t["Dues.Tariff.Month", FiscalYear.MonthAt(FiscalYear.Place(terms[(i + 1) % terms.Count]) + FiscalYear.Months - 1)].Value].Value));

    /// <summary>What an account is for: the term's dues or an entry fee.</summary>
    public static string Item(IStringLocalizer<Texts> t, DuesAccountId id) => Item(t, id.Item, id.Term);

    /// <summary>The same with its year: 2026年度 会費 第1期.</summary>
    public static string Part(IStringLocalizer<Texts> t, DuesPart part) => $"{Wareki.FiscalYear(part.Year.Year)} {Item(t, part.Item, part.Term)}";

    static string Item(IStringLocalizer<Texts> t, DuesItem item, int term) => item == DuesItem.EntryFee ? t["Dues.EntryFee"] : t["Dues.Term", term + 1];
}
