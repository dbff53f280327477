using Decision = JmaActors.Ledgers.Decision<JmaActors.Dues.DuesTariffEvent>;
using JmaActors.Ledgers;
using JmaActors.Time;

namespace JmaActors.Dues;

/// <summary>What an association may decide about its dues. Pure.</summary>
public static class DuesTariffDecider
{
    public static Decision Set(DuesTariffState state, (SetDuesTariff Command, AssociationId Of) asked, Deciding deciding)
    {
        var command = asked.Command;
        if (Year(command.Tariff.From, deciding) is { } year) return Decision.Refuse(year);
        if (Fault(command.Tariff, asked.Of) is { } fault) return Decision.Refuse(fault);
        // Nothing decided is a way back to what holds without: where something was decided before.
        if (command.Tariff is { Rows.Count: 0, Terms: null, DueDays: null, MidYear: null } && !state.Set.Keys.Any(y => y <= command.Tariff.From.Year)) return Decision.Refuse("bad-table", "", "Nothing is decided.");
        return state.Set.TryGetValue(command.Tariff.From.Year, out var set) && Same(set, command.Tariff) ? Decision.Again() : Decision.Event(new DuesTariffSet(command.Tariff));
    }

    public static Decision Withdraw(DuesTariffState state, WithdrawDuesTariff command, Deciding deciding)
    {
        if (Year(command.From, deciding) is { } year) return Decision.Refuse(year);
        if (!state.Set.ContainsKey(command.From.Year)) return Decision.Refuse("no-table");
        return DuesMoneyDecider.Reason(command.Reason) is { } fault ? Decision.Refuse(fault) : Decision.Event(new DuesTariffWithdrawn(command.From.Year, command.Reason));
    }

    public static DuesTariffs Shown(DuesTariffState state, long version) => new([.. state.Set.Values.Reverse()], version);

    /// <summary>Statements of years that are over stay as they were sent.</summary>
    static Refusal? Year(FiscalYear from, Deciding deciding)
    {
        var present = FiscalYear.Of(Tokyo.DateOf(deciding.Now));
        return from.Year < present.Year || from.Year > present.Year + DuesTariffLimits.YearsAhead
            ? new Refusal("bad-year", "", $"A table is set for the fiscal years {present.Year} to {present.Year + DuesTariffLimits.YearsAhead}.")
            : null;
    }

    static Refusal? Fault(DuesTariff tariff, AssociationId of)
    {
        if (string.IsNullOrWhiteSpace(tariff.Source) || tariff.Source.Length > DuesLimits.Reason) return new Refusal("no-source", "", $"Where it was decided is said in 1 to {DuesLimits.Reason} characters.");
        if (tariff.Terms is { } terms && (terms.Count is 0 or > DuesCalendar.Months || terms[0] != 4 || terms.Any(m => m is < 1 or > 12) || !Ascending(terms)))
            return new Refusal("bad-collection", "", "Terms are months, the first April, in the order of the fiscal year.");
        if (tariff.DueDays is < 0 or > DuesTariffLimits.DueDays) return new Refusal("bad-collection", "", $"What is due has 0 to {DuesTariffLimits.DueDays} days.");
        if (tariff.MidYear is { } rule && !Enum.IsDefined(rule)) return new Refusal("bad-collection", "", "There is no such rule for joining within the year.");
        if (tariff.Rows.Count > DuesTariffLimits.Rows) return new Refusal("bad-table", "", $"A table has at most {DuesTariffLimits.Rows} rows.");
        if (tariff.Rows.Count > 0 && !tariff.Rows.Any(r => r.Block == DuesBlock.Standard)) return new Refusal("bad-table", "", "A table has rows for those without a reduction.");
        for (var i = 0; i < tariff.Rows.Count; i++)
        {
            if (Fault(tariff.Rows[i]) is { } wrong) return new Refusal("bad-table", "", $"Row {i + 1}: {wrong}");
        }
        return of.Layer == AssociationLayer.National && tariff.Rows.Any(r => r.Entry is not null) ? new Refusal("bad-table", "", "日本医師会 asks no entry fee.") : null;
    }

    static string? Fault(DuesTariffRow row) =>
        string.IsNullOrWhiteSpace(row.Label) || row.Label.Length > DuesTariffLimits.Label ? $"it is called something of 1 to {DuesTariffLimits.Label} characters."
        : !Enum.IsDefined(row.Block) || row.Categories.Any(c => !Enum.IsDefined(c)) || row.Categories.Distinct().Count() < row.Categories.Count || (row.Practice is { } practice && !Enum.IsDefined(practice)) ? "there is no such word."
        : row.Annual.Amount is < 0 or > DuesTariffLimits.Yen || row.Entry?.Amount is < 0 or > DuesTariffLimits.Yen ? $"an amount is 0 to {DuesTariffLimits.Yen} yen."
        : row.AgeFrom is < 0 or > DuesTariffLimits.Years || row.AgeUpTo is < 0 or > DuesTariffLimits.Years || row.LicensedBelow is < 1 or > DuesTariffLimits.Years || row.AgeFrom > row.AgeUpTo ? "ages and years begin before they end."
        : null;

    static bool Ascending(IReadOnlyList<int> months) => months.Zip(months.Skip(1)).All(static p => FiscalYear.Place(p.First) < FiscalYear.Place(p.Second));

    static bool Same(DuesTariff a, DuesTariff b) => (a.Source, a.DueDays, a.MidYear) == (b.Source, b.DueDays, b.MidYear)
        && (a.Terms is null) == (b.Terms is null) && (a.Terms ?? []).SequenceEqual(b.Terms ?? [])
        && a.Rows.Count == b.Rows.Count && a.Rows.Zip(b.Rows).All(static p => p.First with { Categories = [] } == p.Second with { Categories = [] } && p.First.Categories.SequenceEqual(p.Second.Categories));
}
