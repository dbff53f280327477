using Decision = JmaActors.Ledgers.Decision<JmaActors.Dues.DuesEvent>;

namespace JmaActors.Dues;

/// <summary>What an association tells dues that it has its bank draw: what is drawn is not reminded of before the bank has answered.</summary>
/// <param name="Key">Key the payment will have.</param>
/// <param name="By">Code of the association.</param>
/// <param name="Day">引落日.</param>
/// <param name="Until">What is due up to here is drawn.</param>
/// <param name="Awaited">The last day on which its answer is awaited.</param>
public sealed record DebitBegan(string Key, string By, DateOnly Day, DateOnly Until, DateOnly Awaited, long Yen)
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
        state.Drawn.Exists(d => d.Key == began.Key) || state.Payments.Exists(p => p.Key == began.Key) ? Decision.Nothing() : Decision.Event(new DuesDrawn(began.Key, began.By, began.Day, began.Until, began.Awaited, began.Yen));

    public static Decision Over(DuesState state, DebitOver over) =>
        state.Drawn.Exists(d => d.Key == over.Key) ? Decision.Event(new DuesDrawingOver(over.Key, over.Result)) : Decision.Nothing();

    /// <summary>What an event says is drawn, of the accounts as they stand then.</summary>
    public static DuesDrawing Of(DuesState state, DuesDrawn drawn)
    {
        var by = new AssociationId(drawn.By);
        var of = state.Accounts.Where(a => a.Open > 0 && state.Posted.ContainsKey(a.Id.Year.Year) && a.Due <= drawn.Until && a.Id.IsDrawnBy(by));
        return new DuesDrawing(drawn.Key, by, drawn.Day, drawn.Awaited, new Yen(drawn.Yen), [.. of.Select(a => a.Id)]);
    }

    /// <summary>A bank was asked to draw it and may still answer.</summary>
    public static bool Covers(DuesState state, DuesAccount account, DateOnly today) => state.Drawn.Exists(d => today <= d.Awaited && d.Of.Contains(account.Id));
}
