using System.Globalization;
using JmaActors.Members;
using JmaActors.Rosters;
using JmaActors.Web.Files;

namespace JmaActors.Web.Rosters;

/// <summary>What a line of a roster is understood as.</summary>
static class RosterPreview
{
    /// <summary>One cell in the one form it is kept in, and everything that is wrong with its line.</summary>
    public static (string Text, IReadOnlyList<RowError> Errors) Of(TableLine line, ColumnMap<RosterColumn> columns, RosterColumn column)
    {
        var (row, errors) = RosterLine.Look(line.Line, line.Fields, columns);
        var raw = columns.Of(line.Fields, column);
        return (raw.Length > 0 && errors.Any(e => e.Column == RosterColumns.NameOf(column)) ? raw : Said(row, column, raw), errors);
    }

    static string Said(RosterRow row, RosterColumn column, string raw) => column switch
    {
        RosterColumn.BirthDate => Day(row.Person.BirthDate),
        RosterColumn.LicensedOn => Day(row.Person.LicensedOn),
        RosterColumn.Registry => row.Person.Registry?.Text ?? "",
        RosterColumn.Card => row.Card?.Text ?? "",
        RosterColumn.Association => row.Membership.Local?.Code ?? "",
        RosterColumn.Layers => Layers(row.Membership.Layers),
        RosterColumn.Category => row.Membership.Category?.ToString() ?? "",
        _ => raw,
    };

    static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    static string Layers(MembershipLayers layers) => layers == MembershipLayers.None
        ? "none"
        : string.Join('+', new[] { (MembershipLayers.Local, "local"), (MembershipLayers.Prefecture, "prefecture"), (MembershipLayers.Jma, "jma") }.Where(l => layers.HasFlag(l.Item1)).Select(l => l.Item2));
}
