using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using JmaActors.Dues;
using JmaActors.Journal;
using JmaActors.Ledgers;

namespace JmaActors.Bank;

/// <summary>The kind <c>bank-account</c>: an account of an association, keyed by <see cref="BankAccountId.Text"/>. That a line is a payment is told to the dues of who paid, with the event that says so.</summary>
public sealed class BankAccountLedger : LedgerDefinition<BankAccountState, BankAccountEvent>
{
    /// <summary>Name of the kind.</summary>
    public const string Name = "bank-account";

    public override string Kind => Name;

    public override bool NumberKey => false;

    public override EventCatalog<BankAccountEvent> Events { get; } = new EventCatalog<BankAccountEvent>()
        .Add("bank-account-opened", 1, BankAccountJson.Default.BankAccountOpened)
        .Add("bank-account-closed", 1, BankAccountJson.Default.BankAccountClosed)
        .Add("bank-lines-taken", 1, BankAccountJson.Default.BankLinesTaken)
        .Add("bank-line-booked", 1, BankAccountJson.Default.BankLineBooked)
        .Add("bank-line-settled", 1, BankAccountJson.Default.BankLineSettled)
        .Add("bank-line-reopened", 1, BankAccountJson.Default.BankLineReopened);

    public override JsonTypeInfo<BankAccountState> SnapshotJson => BankAccountJson.Default.BankAccountState;

    public override IReadOnlyList<ViewTable> Views => BankViews.All;

    public override void Evolve(BankAccountState state, BankAccountEvent e, in EventMeta meta)
    {
        switch (e)
        {
            case BankAccountOpened opened:
                (state.Association, state.Name) = (opened.Association, opened.Name);
                break;
            case BankAccountClosed:
                (state.Association, state.Name) = (null, "");
                break;
            case BankLinesTaken taken:
                Take(state, taken, meta.Effective.AddDays(-BankLimits.KeptDays));
                break;
            case BankLineBooked booked:
                Turn(state.Lines[booked.Line], BankLineStatus.Booked, "").Member = booked.Member;
                break;
            case BankLineSettled settled:
                Turn(state.Lines[settled.Line], settled.Status, settled.Reason);
                break;
            case BankLineReopened reopened:
                Turn(state.Lines[reopened.Line], BankLineStatus.Waiting, reopened.Reason);
                break;
        }
    }

    public override void Project(string key, BankAccountState state, BankAccountEvent e, in EventMeta meta, ViewSink views)
    {
        switch (e)
        {
            case BankAccountOpened opened:
                views.Put(BankViews.Accounts, new ViewKey(0, key), new BankAccountRow(key, opened.Association, opened.Name));
                break;
            case BankAccountClosed:
                views.Remove(BankViews.Accounts, new ViewKey(0, key), new BankAccountRow(key, "", ""));
                break;
            case BankLinesTaken taken:
                foreach (var line in taken.Lines)
                {
                    Put(key, line.Key, state, views);
                    if (line.Payer is { } payer) views.Put(BankViews.Payers, new ViewKey(0, BankViews.Id(key, line.Key)), new BankPayerRow(BankViews.Id(key, line.Key), payer));
                }
                break;
            default:
                var decided = LineOf(e)!;
                Put(key, decided, state, views);
                // Who paid is known by the number now, or concerns nobody: the name is not kept.
                if (e is not BankLineReopened) views.Remove(BankViews.Payers, new ViewKey(0, BankViews.Id(key, decided)), new BankPayerRow(BankViews.Id(key, decided), ""));
                break;
        }
    }

    public override void Tell(string key, BankAccountState state, BankAccountEvent e, in EventMeta meta, ParcelSink parcels)
    {
        if (e is not BankLineBooked booked) return;
        var line = state.Lines[booked.Line];
        parcels.Send(
            LedgerNames.Name(DuesLedger.Name, booked.Member), MoneyCame.Parcel,
            new MoneyCame(Payment(key, booked.Line, line.Turn), line.Yen, line.On, PaymentChannel.Transfer, booked.Line), DuesJson.Default.MoneyCame);
    }

    public override void Touch(string key, BankAccountState state, List<Touch> touches)
    {
        if (state.Association is { } office) touches.Add(new Touch(TouchKind.Office, office));
    }

    public override Decision<BankAccountEvent> Accept(BankAccountState state, Parcel parcel, in Deciding deciding) => parcel.Type != PaymentWent.Parcel
        ? base.Accept(state, parcel, deciding)
        : JsonSerializer.Deserialize(parcel.Body, BankAccountJson.Default.PaymentWent) is { } word ? BankAccountDecider.Went(state, word) : Decision<BankAccountEvent>.Refuse("unreadable-parcel", "", parcel.Type);

    /// <summary>Which line of which account a payment was that was taken back; null for one that came otherwise.</summary>
    internal static (BankAccountId Account, PaymentWent Word)? LineOf(PaymentReversed reversed)
    {
        if (!reversed.Key.StartsWith(BankLimits.PaymentPrefix, StringComparison.Ordinal)) return null;
        var parts = reversed.Key[BankLimits.PaymentPrefix.Length..].Split('/', 2);
        var turn = parts[^1].LastIndexOf('#');
        return BankAccountId.TryParse(parts[0], out var account) && turn > 0 && int.TryParse(parts[1][(turn + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var booked)
            ? (account, new PaymentWent(parts[1][..turn], booked, reversed.Reason))
            : null;
    }

    /// <summary>Key of the payment a line is booked as, another each time it is booked.</summary>
    internal static string Payment(string account, string line, int turn) => string.Create(CultureInfo.InvariantCulture, $"{new BankAccountId(account).Payments}{line}#{turn}");

    static void Take(BankAccountState state, BankLinesTaken taken, DateOnly kept)
    {
        state.Used = true;
        foreach (var (old, line) in state.Lines)
        {
            if (line.On < kept && line.Status != BankLineStatus.Waiting) state.Lines.Remove(old);
        }
        foreach (var line in taken.Lines)
            state.Lines[line.Key] = new BankLineState { On = line.On, Yen = line.Yen, Like = line.Like, Kind = line.Kind, Cancels = line.Cancels, Doubt = line.Doubt };
    }

    static BankLineState Turn(BankLineState line, BankLineStatus status, string reason)
    {
        (line.Status, line.Reason, line.Turn) = (status, reason, line.Turn + 1);
        return line;
    }

    static string? LineOf(BankAccountEvent e) => e switch
    {
        BankLineBooked b => b.Line,
        BankLineSettled s => s.Line,
        BankLineReopened r => r.Line,
        _ => null,
    };

    static void Put(string account, string key, BankAccountState state, ViewSink views)
    {
        var line = state.Lines[key];
        views.Put(BankViews.Lines, new ViewKey(0, BankViews.Id(account, key)), new BankLineRow(
            BankViews.Id(account, key), account, key, state.Association ?? "", (int)line.Status, line.On, line.Yen, line.Turn, line.Member == 0 ? null : line.Member, line.Cancels, line.Doubt, line.Reason));
    }
}
