using JmaActors.Dues;
using JmaActors.Members;

namespace JmaActors.Pages.Dues;

/// <summary>A table of dues as it is being written.</summary>
public sealed class TariffDraft
{
    public string Source { get; set; } = "";

    public List<TariffRowDraft> Rows { get; init; } = [];

    /// <summary>First months of terms, as ticked; none: as decided above.</summary>
    public SortedSet<int> Months { get; init; } = [];

    public int? DueDays { get; set; }

    public MidYearRule? MidYear { get; set; }

    /// <summary>What is gone by now, to be changed. What was not decided here stays so.</summary>
    /// <param name="label">What a row is called.</param>
    public static TariffDraft Of(DuesTariffInForce held, Func<DuesTariffLine, string> label)
    {
        var own = held.Decided.For(held.Year);
        return new TariffDraft
        {
            Source = own?.From == held.Year ? own.Source : "",
            Rows = [.. held.Lines.Select(l => TariffRowDraft.Of(l.Row, label(l)))],
            Months = [.. (own?.Terms ?? []).Select(static m => (m + 8) % 12)],
            DueDays = own?.DueDays,
            MidYear = own?.MidYear,
        };
    }

    public DuesTariff ToTariff(FiscalYear from) =>
        new(from, Source.Trim(), [.. Rows.Select(static r => r.ToRow())], Months.Count == 0 ? null : [.. Months.Select(static m => (m + 3) % 12 + 1)], DueDays, MidYear);

    public void Move(TariffRowDraft row, int by)
    {
        var at = Rows.IndexOf(row);
        if (at + by < 0 || at + by >= Rows.Count) return;
        Rows.RemoveAt(at);
        Rows.Insert(at + by, row);
    }
}

/// <summary>A row as it is being written.</summary>
public sealed class TariffRowDraft
{
    public string Label { get; set; } = "";

    public DuesBlock Block { get; set; } = DuesBlock.Standard;

    public SortedSet<MemberCategory> Categories { get; init; } = [];

    public bool? Covered { get; set; }

    public int? AgeFrom { get; set; }

    public int? AgeUpTo { get; set; }

    public int? LicensedBelow { get; set; }

    public PracticeRole? Practice { get; set; }

    public long Annual { get; set; }

    public long? Entry { get; set; }

    public static TariffRowDraft Of(DuesTariffRow row, string label) => new()
    {
        Label = label.Length > DuesTariffLimits.Label ? label[..DuesTariffLimits.Label] : label, Block = row.Block, Categories = [.. row.Categories], Covered = row.Covered, AgeFrom = row.AgeFrom, AgeUpTo = row.AgeUpTo,
        LicensedBelow = row.LicensedBelow, Practice = row.Practice, Annual = row.Annual.Amount, Entry = row.Entry?.Amount,
    };

    public DuesTariffRow ToRow() => new(Label.Trim(), Block, [.. Categories], Covered, AgeFrom, AgeUpTo, LicensedBelow, Practice, new Yen(Annual), Entry is { } entry ? new Yen(entry) : null);
}
