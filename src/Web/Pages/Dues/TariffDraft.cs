using JmaActors.Dues;

namespace JmaActors.Pages.Dues;

/// <summary>A table of dues as it is being written. Figures stay as typed until they are read, so that what is no figure is told, and not passed over.</summary>
public sealed class TariffDraft
{
    /// <summary>Whether entry fees are billed, which 日本医師会 does not; whether something was decided already, to which nothing decided is a way back.</summary>
    readonly bool _entries, _decided;

    TariffDraft(bool entries, bool decided) => (_entries, _decided) = (entries, decided);

    public string Source { get; set; } = "";

    /// <summary>None: the table of the policy holds.</summary>
    public List<TariffRowDraft> Rows { get; } = [];

    /// <summary>First months of terms, as ticked; none: as decided above.</summary>
    public SortedSet<int> Months { get; init; } = [];

    public string DueDays { get; set; } = "";

    public MidYearRule? MidYear { get; set; }

    /// <summary>What the association decided itself and is gone by now, to be changed. What it did not decide is not made its own.</summary>
    public static TariffDraft Of(DuesTariffInForce held)
    {
        var own = held.Decided.For(held.Year);
        var draft = new TariffDraft(held.Association.Layer != AssociationLayer.National, own is not null)
        {
            Source = own?.From == held.Year ? own.Source : "",
            Months = [.. (own?.Terms ?? []).Select(FiscalYear.Place)],
            DueDays = Figures.Text(own?.DueDays),
            MidYear = own?.MidYear,
        };
        if (held.Own) draft.Copy(held, static l => l.Row.Label);
        return draft;
    }

    /// <summary>Begins with the rows that are gone by, so that one figure can be changed without typing the others.</summary>
    /// <param name="label">What a row is called.</param>
    public void Copy(DuesTariffInForce held, Func<DuesTariffLine, string> label) => Rows.AddRange(held.Lines.Select(l => TariffRowDraft.Of(_entries ? l.Row : l.Row with { Entry = null }, label(l))));

    /// <summary>What is wrong first; null when nothing is.</summary>
    public TariffFault? Fault()
    {
        if (string.IsNullOrWhiteSpace(Source)) return new TariffFault("Source", null);
        foreach (var row in Rows)
        {
            if (row.Fault() is { } what) return new TariffFault(what, row);
        }

        return Rows.Count > 0 && !Rows.Any(static r => r.Block == DuesBlock.Standard) ? new TariffFault("Standard", null)
            : Months.Count > 0 && !Months.Contains(0) ? new TariffFault("April", null)
            : !Figures.Read(DueDays, 0, DuesTariffLimits.DueDays, out var days) ? new TariffFault("DueDays", null)
            : !_decided && Rows.Count + Months.Count == 0 && days is null && MidYear is null ? new TariffFault("Nothing", null)
            : null;
    }

    public DuesTariff ToTariff(FiscalYear from) => new(
        from, Source.Trim(), [.. Rows.Select(static r => r.ToRow())], Months.Count == 0 ? null : [.. Months.Select(FiscalYear.MonthAt)],
        Figures.Read(DueDays, 0, DuesTariffLimits.DueDays, out var days) ? days : null, MidYear);

    public void Move(TariffRowDraft row, int by)
    {
        var at = Rows.IndexOf(row);
        if (at + by < 0 || at + by >= Rows.Count) return;
        Rows.RemoveAt(at);
        Rows.Insert(at + by, row);
    }
}

/// <summary>What is wrong with a table as it is being written.</summary>
/// <param name="What">Names the words for it.</param>
/// <param name="Row">Where; null when it is in no row.</param>
public sealed record TariffFault(string What, TariffRowDraft? Row);
