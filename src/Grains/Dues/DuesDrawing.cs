using Decision = JmaActors.Ledgers.Decision<JmaActors.Dues.DuesEvent>;
using JmaActors.Members;

namespace JmaActors.Dues;

/// <summary>What an association tells dues that it has its bank draw: what is drawn is not reminded of before the bank has answered.</summary>
/// <param name="Key">Key the payment will have.</param>
/// <param name="By">Code of the association.</param>
/// <param name="Day">引落日.</param>
/// <param name="Until">What is due up to here is drawn.</param>
public sealed record DebitBegan(string Key, string By, DateOnly Day, DateOnly Until, long Yen)
{
    /// <summary>Type of the parcel.</summary>
    public const string Parcel = "debit-began";
}

/// <summary>The bank did not draw it, or the batch was withdrawn. What it did draw is told by <see cref="MoneyCame"/>.</summary>
/// <param name="Result">振替結果コード; null for a batch that was withdrawn.</param>
public sealed record DebitOver(string Key, char? Result)
{
    /// <summary>Type of the parcel.</summary>
    public const string Parcel = "debit-over";
}

/// <summary>What is being drawn. Pure.</summary>
static class DuesDrawingRules
{
    public static Decision Began(DuesState state, DebitBegan began) =>
        state.Drawn.Exists(d => d.Key == began.Key) || state.Payments.Exists(p => p.Key == began.Key) ? Decision.Nothing() : Decision.Event(new DuesDrawn(began.Key, began.By, began.Day, began.Until, began.Yen));

    public static Decision Over(DuesState state, DebitOver over) =>
        state.Drawn.Exists(d => d.Key == over.Key) ? Decision.Event(new DuesDrawingOver(over.Key, over.Result)) : Decision.Nothing();

    /// <summary>The bank was asked to draw it and may still answer. A local association draws what is collected through it, one above what is owed to itself.</summary>
    public static bool Covers(DuesState state, DuesAccount account, DuesPolicy policy, DateOnly today) => state.Drawn.Exists(d =>
        today <= d.Day.AddDays(policy.DrawnDays) && account.Due <= d.Until && (d.By.Layer == AssociationLayer.Local ? account.Id.Via : account.Id.Creditor) == d.By);
}
