using System.Runtime.CompilerServices;
using JmaActors.Policies;

namespace JmaActors.Dues;

/// <summary>What an association decided, ready to be gone by. Made once for each that was read: a yearly run asks for it with every person.</summary>
/// <param name="Table">Null where the table of the policy holds.</param>
sealed record DuesOwn(DuesTariff Tariff, DuesTable? Table)
{
    static readonly ConditionalWeakTable<DuesTariff, DuesOwn> Made = [];

    public static DuesOwn Of(AssociationId association, DuesTariff tariff) => Made.GetValue(tariff, t => new DuesOwn(t, t.Rows.Count == 0 ? null : new DuesTable([.. t.Rows.Select((r, i) => Row(association, t, r, i + 1))])));

    static DuesRow Row(AssociationId association, DuesTariff tariff, DuesTariffRow row, int number)
    {
        var policy = new PolicyRow
        {
            Id = FormattableString.Invariant($"{DuesPolicy.Prefix}own.{association.Code}.{tariff.From.Year}.{number:D2}"), From = tariff.From.FirstDay, Source = tariff.Source, Verified = true, Words = new Words(row.Label, row.Label),
        };
        return new DuesRow(
            policy, row.Block, row.Categories, row.Covered, row.AgeFrom, row.AgeUpTo, row.LicensedBelow, row.Practice, row.Annual, row.Entry, new DuesOwnRow(row.Label, tariff.Source));
    }
}
