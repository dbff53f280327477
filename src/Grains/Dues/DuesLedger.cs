using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using JmaActors.Alerts;
using JmaActors.Bank;
using JmaActors.Journal;
using JmaActors.Ledgers;

namespace JmaActors.Dues;

/// <summary>The kind <c>dues</c>: one person's, keyed by <see cref="MemberId.Number"/>.</summary>
public sealed class DuesLedger : LedgerDefinition<DuesState, DuesEvent>
{
    /// <summary>Name of the kind.</summary>
    public const string Name = "dues";

    public override string Kind => Name;

    public override bool NumberKey => true;

    public override EventCatalog<DuesEvent> Events { get; } = new EventCatalog<DuesEvent>()
        .Add("dues-assessed", 1, DuesJson.Default.DuesAssessed)
        .Add("dues-posted", 1, DuesJson.Default.StatementPosted)
        .Add("dues-paid", 1, DuesJson.Default.DuesPaid)
        .Add("dues-payment-reversed", 1, DuesJson.Default.PaymentReversed)
        .Add("dues-refunded", 1, DuesJson.Default.DuesRefunded)
        .Add("dues-lessened", 1, DuesJson.Default.DuesLessened)
        .Add("dues-reduced", 1, DuesJson.Default.DuesReduced)
        .Add("dues-reduction-ended", 1, DuesJson.Default.ReductionEnded)
        .Add("dues-reminded", 1, DuesJson.Default.DuesReminded)
        .Add("dues-reminders-held", 1, DuesJson.Default.RemindersHeld)
        .Add("dues-reminders-resumed", 1, DuesJson.Default.RemindersResumed)
        .Add("dues-debit-agreed", 1, DuesJson.Default.DuesDebitAgreed)
        .Add("dues-debit-ended", 1, DuesJson.Default.DuesDebitEnded)
        .Add("dues-drawn", 1, DuesJson.Default.DuesDrawn)
        .Add("dues-drawing-over", 1, DuesJson.Default.DuesDrawingOver)
        .Add("dues-record-moved", 1, DuesJson.Default.RecordMoved)
        .Add("dues-record-followed", 1, DuesJson.Default.RecordFollowed);

    public override JsonTypeInfo<DuesState> SnapshotJson => DuesJson.Default.DuesState;

    public override IReadOnlyList<ViewTable> Views { get; } = [.. DuesViews.All, DuesPaymentViews.Payments, DuesDebitViews.Debits];

    public override void Evolve(DuesState state, DuesEvent e, in EventMeta meta) => DuesFold.Evolve(state, e, meta);

    public override void Project(string key, DuesState state, DuesEvent e, in EventMeta meta, ViewSink views)
    {
        var member = long.Parse(key, CultureInfo.InvariantCulture);
        foreach (var year in state.Touched)
        {
            foreach (var group in state.Accounts.Where(a => a.Id.Year.Year == year).GroupBy(a => (a.Id.Via, a.Id.Item, a.Id.Term))) Put(member, state, [.. group], views);
        }
        if (state.Payments.Count > 0)
        {
            // Where the person is billed now; the accounts of former associations stand at nothing.
            var newest = state.Accounts.Where(a => a.Assessed != 0).MaxBy(a => (a.Id.Year.Year, a.Id.Term));
            var row = new DuesFreeRow(member, newest?.Id.Via.Code ?? "", state.Free);
            if (state.Free != 0) views.Put(DuesViews.Free, new ViewKey(member), row);
            else views.Remove(DuesViews.Free, new ViewKey(member), row);
        }
        DuesPaymentViews.Show(member, state, e, views);
        DuesDebitViews.Show(member, e, views);
        if (e is not (RecordMoved or RecordFollowed)) return;
        if (state.Behind) views.Put(DuesViews.Behind, new ViewKey(member), new DuesBehindRow(member, state.Moved));
        else views.Remove(DuesViews.Behind, new ViewKey(member), new DuesBehindRow(member, state.Moved));
    }

    /// <summary>She hears of a reminder in her inbox, and by mail; a bank line hears that its payment was taken back.</summary>
    public override void Tell(string key, DuesState state, DuesEvent e, in EventMeta meta, ParcelSink parcels)
    {
        // What a bank's line was booked as is gone: its line waits again, whatever happens to whoever asked for it.
        if (e is PaymentReversed reversed && BankAccountLedger.LineOf(reversed) is var (account, word)) parcels.Send(LedgerNames.Name(BankAccountLedger.Name, account.Text), PaymentWent.Parcel, word, BankAccountJson.Default.PaymentWent);
        if (e is not DuesReminded reminded) return;
        var member = long.Parse(key, CultureInfo.InvariantCulture);
        var dues = new CrossedDues(reminded.Rule, reminded.Yen, [.. reminded.Of.Select(a => new DuesPart(a.Year, a.Item, a.Term)).Distinct()]);
        parcels.Send(
            LedgerNames.Name(AlertBoxLedger.Name, AlertBoxId.Of(new MemberId(member)).Text), AlertBoxLedger.ToldParcel,
            new CrossingsTold(member, [new Crossing(AlertKind.DuesReminded, reminded.Since, reminded.Step, reminded.Via, 0, null, dues)]), AlertBoxJson.Default.CrossingsTold);
    }

    public override void Touch(string key, DuesState state, List<Touch> touches)
    {
        foreach (var (via, year) in state.Accounts.Where(a => state.Stirred.Contains(a.Id.Year.Year)).Select(a => (a.Id.Via, a.Id.Year)).Distinct()) touches.Add(new Touch(TouchKind.Dues, new DuesRunId(via, year).Text));
        state.Stirred.Clear();
    }

    public override Decision<DuesEvent> Accept(DuesState state, Parcel parcel, in Deciding deciding) => parcel.Type switch
    {
        MemberMoved.Parcel => Read(parcel, DuesJson.Default.MemberMoved) is { } word ? DuesDecider.Moved(state, word) : Unreadable(parcel),
        MoneyCame.Parcel => Read(parcel, DuesJson.Default.MoneyCame) is { } came ? DuesMoneyDecider.Came(state, came) : Unreadable(parcel),
        DebitBegan.Parcel => Read(parcel, DuesJson.Default.DebitBegan) is { } began ? DuesDrawingRules.Began(state, began) : Unreadable(parcel),
        DebitOver.Parcel => Read(parcel, DuesJson.Default.DebitOver) is { } over ? DuesDrawingRules.Over(state, over) : Unreadable(parcel),
        _ => base.Accept(state, parcel, deciding),
    };

    static T? Read<T>(Parcel parcel, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(parcel.Body, type);

    static Decision<DuesEvent> Unreadable(Parcel parcel) => Decision<DuesEvent>.Refuse("unreadable-parcel", "", parcel.Type);

    /// <summary>Accounts of one term and one local association: one a layer.</summary>
    static void Put(long member, DuesState state, IReadOnlyList<DuesAccount> accounts, ViewSink views)
    {
        var (id, open) = (accounts[0].Id, accounts.Where(a => a.Open > 0).ToList());
        // Of what is open the least, so that whoever looks for whom to remind finds her; of what is paid the last.
        var reminded = open.Count > 0 ? open.MinBy(a => a.Reminded)! : accounts.MaxBy(a => a.Reminded)!;
        DuesShareOf Of(AssociationLayer layer) => DuesShareOf.Of(accounts.FirstOrDefault(a => a.Id.Creditor.Layer == layer));
        var name = string.Create(CultureInfo.InvariantCulture, $"{id.Year.Year}/{id.Via.Code}/{id.Term}{(id.Item == DuesItem.EntryFee ? "e" : "")}");
        views.Put(DuesViews.Terms, new ViewKey(member, name), new DuesTermRow(
            member, name, id.Year.Year, id.Via.Code, state.Posted.ContainsKey(id.Year.Year), Of(AssociationLayer.National), Of(AssociationLayer.Prefecture), Of(AssociationLayer.Local),
            open.Count > 0 ? open.Min(a => a.Due) : null, state.Gaps.ContainsKey(id.Year.Year), reminded.Reminded, reminded.RemindedOn, state.Hold?.Until));
    }
}

/// <summary>What a person's ledger tells dues: the record changed.</summary>
public sealed record MemberMoved(long Version)
{
    /// <summary>Type of the parcel.</summary>
    public const string Parcel = "member-moved";
}
