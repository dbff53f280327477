using JmaActors.Journal;
using P = JmaActors.Journal.Columns<JmaActors.Dues.DuesPaymentRow>;

namespace JmaActors.Dues;

/// <summary>A payment of dues: one row of <c>dues_payment</c>. What an account of a bank booked is compared with the sum of these.</summary>
public sealed record DuesPaymentRow(long MemberId, string Payment, DateOnly On, long Yen, int Channel, bool Reversed);

/// <summary>The payments dues show. Keys: <c>new ViewKey(member, payment)</c>.</summary>
public static class DuesPaymentViews
{
    public static readonly ViewTable<DuesPaymentRow> Payments = new(
        "dues_payment",
        2,
        [
            P.Big("member_id", r => r.MemberId),
            P.Text("payment", r => r.Payment),
            P.Date("paid_on", r => r.On),
            P.Big("yen", r => r.Yen),
            P.Int("channel", r => r.Channel),
            P.Bool("reversed", r => r.Reversed),
        ],
        new ViewIndex("dues_payment_by_key", "payment"));

    internal static void Show(long member, DuesState state, DuesEvent e, ViewSink views)
    {
        var key = (e as DuesPaid)?.Key ?? (e as PaymentReversed)?.Key;
        if (key is null || state.Payments.Find(p => p.Key == key) is not { } paid) return;
        views.Put(Payments, new ViewKey(member, key), new DuesPaymentRow(member, key, paid.On, paid.Amount.Amount, (int)paid.Channel, paid.Reversed));
    }
}

/// <summary>What a bank's account tells dues: money came. Decided there, and only recorded here.</summary>
/// <param name="Key">Key of the payment.</param>
public sealed record MoneyCame(string Key, long Yen, DateOnly On, PaymentChannel Channel, string Reference)
{
    /// <summary>Type of the parcel.</summary>
    public const string Parcel = "money-came";
}
