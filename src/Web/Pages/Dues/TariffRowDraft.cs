using JmaActors.Dues;
using JmaActors.Members;

namespace JmaActors.Pages.Dues;

/// <summary>A row of a table of dues as it is being written.</summary>
public sealed class TariffRowDraft
{
    /// <summary>Whether its fields are shown.</summary>
    public bool Open { get; set; }

    public string Label { get; set; } = "";

    public DuesBlock Block { get; set; } = DuesBlock.Standard;

    public SortedSet<MemberCategory> Categories { get; init; } = [];

    public bool? Covered { get; set; }

    public string AgeFrom { get; set; } = "";

    public string AgeUpTo { get; set; } = "";

    public string LicensedBelow { get; set; } = "";

    public PracticeRole? Practice { get; set; }

    public string Annual { get; set; } = "";

    public string Entry { get; set; } = "";

    public static TariffRowDraft Of(DuesTariffRow row, string label) => new()
    {
        Label = label.Length > DuesTariffLimits.Label ? label[..DuesTariffLimits.Label] : label, Block = row.Block, Categories = [.. row.Categories], Covered = row.Covered, AgeFrom = Figures.Text(row.AgeFrom), AgeUpTo = Figures.Text(row.AgeUpTo),
        LicensedBelow = Figures.Text(row.LicensedBelow), Practice = row.Practice, Annual = Figures.Text((int)row.Annual.Amount), Entry = Figures.Text((int?)row.Entry?.Amount),
    };

    /// <summary>Names what is wrong first; null when nothing is.</summary>
    public string? Fault() =>
        string.IsNullOrWhiteSpace(Label) ? "Label"
        : !Yen(Annual, out var annual) || annual is null ? "Annual"
        : !Yen(Entry, out _) ? "Entry"
        : !Age(AgeFrom, out var from) || !Age(AgeUpTo, out var to) || from > to ? "Ages"
        : !Licence(LicensedBelow, out _) ? "Licensed"
        : null;

    /// <summary>What is typed so far; what is no figure is left out.</summary>
    public DuesTariffRow ToRow() => new(
        Label.Trim(), Block, [.. Categories], Covered, Age(AgeFrom, out var from) ? from : null, Age(AgeUpTo, out var to) ? to : null, Licence(LicensedBelow, out var below) ? below : null, Practice,
        new Yen(Yen(Annual, out var annual) ? annual ?? 0 : 0), Yen(Entry, out var entry) && entry is { } fee ? new Yen(fee) : null);

    static bool Yen(string text, out int? yen) => Figures.Read(text, 0, DuesTariffLimits.Yen, out yen);

    static bool Age(string text, out int? years) => Figures.Read(text, 0, DuesTariffLimits.Years, out years);

    static bool Licence(string text, out int? years) => Figures.Read(text, 1, DuesTariffLimits.Years, out years);
}
