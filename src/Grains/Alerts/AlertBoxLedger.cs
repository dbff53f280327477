using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using JmaActors.Applications;
using JmaActors.Dues;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Policies;
using JmaActors.Time;
using JmaActors.Webhooks;

namespace JmaActors.Alerts;

/// <summary>The kind <c>alert-box</c>: one inbox, keyed by <see cref="AlertBoxId.Text"/>.</summary>
public sealed class AlertBoxLedger(PolicyBook book) : LedgerDefinition<AlertBoxState, AlertBoxEvent>
{
    /// <summary>Name of the kind.</summary>
    public const string Name = "alert-box";

    /// <summary>Type of the parcel in which crossings are told: a <see cref="CrossingsTold"/>.</summary>
    public const string ToldParcel = "crossings";

    public override string Kind => Name;

    public override bool NumberKey => false;

    public override EventCatalog<AlertBoxEvent> Events { get; } = new EventCatalog<AlertBoxEvent>()
        .Add("alerts-kept", 1, AlertBoxJson.Default.AlertsKept)
        .Add("alerts-read", 1, AlertBoxJson.Default.AlertsRead)
        .Add("alerts-chosen", 1, AlertBoxJson.Default.AlertsChosen)
        .Add("alert-letter-sent", 1, AlertBoxJson.Default.AlertLetterSent);

    public override JsonTypeInfo<AlertBoxState> SnapshotJson => AlertBoxJson.Default.AlertBoxState;

    public override IReadOnlyList<ViewTable> Views => AlertBoxViews.All;

    internal AlertPolicy Policy(DateTimeOffset at) => book.Alerts(Tokyo.DateOf(at));

    internal RuleRef Rule(HeldAlert alert) => alert.What.Dues is { } dues ? Named(dues.Rule, alert)
        : alert.What.Kind.OfApplications() ? Named(ApplicationPolicy.TermRule, alert)
        : book.Work(alert.What.On).Rule(AlertWords.Rule(alert.What, book.Work(alert.What.On)));

    /// <summary>What a reminder of dues says; null for other kinds.</summary>
    /// <param name="place">Name of the association it is collected through; empty where it is not known.</param>
    internal DuesNotice? Notice(HeldAlert alert, string place = "") => alert.What is { Dues: { } dues } what
        ? new DuesNotice(new AssociationId(what.Place), what.Threshold, Row(dues.Rule, alert) is { } row ? DuesStep.Of(row).Name : new Words("", ""), new Yen(dues.Yen), what.On, dues.Parts, place)
        : null;

    /// <summary>The row of that day, else the last one: what was told stays readable when a row has ended. Null where no row has this name any more.</summary>
    PolicyRow? Row(string id, HeldAlert alert) => book.Table.Find(id, Tokyo.DateOf(alert.At)) ?? book.Table.History(id).LastOrDefault();

    RuleRef Named(string id, HeldAlert alert) => Row(id, alert)?.Rule ?? new RuleRef(id, new Words(id, id), "");

    public override void Evolve(AlertBoxState state, AlertBoxEvent e, in EventMeta meta)
    {
        state.Version = meta.Version;
        switch (e)
        {
            case AlertsKept kept:
                foreach (var alert in kept.Alerts)
                    state.Alerts.Add(new HeldAlert { Number = ++state.Newest, Member = kept.Member, What = alert.What, At = meta.Recorded, Waits = alert.Ways.HasFlag(AlertWays.Mail) });
                if (state.Alerts.Count > AlertLimits.Kept) state.Alerts.RemoveRange(0, state.Alerts.Count - AlertLimits.Kept);
                break;
            case AlertsRead read:
                foreach (var alert in state.Alerts)
                {
                    if (alert.Read is null && (read.Numbers.Count == 0 ? alert.Number <= read.UpTo : read.Numbers.Contains(alert.Number))) alert.Read = meta.Recorded;
                }
                break;
            case AlertsChosen chosen: (state.ChoiceKey, state.Choices) = (chosen.Key, chosen.Choices); break;
            case AlertLetterSent sent:
                foreach (var alert in state.Waiting.Where(a => a.Number <= sent.UpTo)) alert.Waits = false;
                LetterRules.Sent(state.Letters, meta.Recorded);
                break;
        }
    }

    public override void Project(string key, AlertBoxState state, AlertBoxEvent e, in EventMeta meta, ViewSink views) =>
        views.Put(AlertBoxViews.Boxes, new ViewKey(0, key), new AlertBoxRow(key, LetterRules.Due(state, Policy(meta.Recorded)), state.Unread, meta.Version));

    /// <summary>What is to go to webhooks is told those of the workplace.</summary>
    public override void Tell(string key, AlertBoxState state, AlertBoxEvent e, in EventMeta meta, ParcelSink parcels)
    {
        if (e is not AlertsKept kept || !AlertBoxId.TryParse(key, out var box) || box.Role != CallerRole.Workplace) return;
        var crossings = kept.Alerts.Where(a => a.Ways.HasFlag(AlertWays.Webhook)).Select(a => a.What).ToList();
        if (crossings.Count > 0)
            parcels.Send(LedgerNames.Name(WebhookLedger.Name, box.Scope), WebhookLedger.AlertsParcel, new AlertsTold(kept.Member, meta.Recorded, crossings), WebhookJson.Default.AlertsTold);
    }

    public override Decision<AlertBoxEvent> Accept(AlertBoxState state, Parcel parcel, in Deciding deciding)
    {
        if (parcel.Type != ToldParcel) return base.Accept(state, parcel, deciding);
        var (told, receiver) = (JsonSerializer.Deserialize(parcel.Body, AlertBoxJson.Default.CrossingsTold), parcel.Receiver[(Name.Length + 1)..]);
        return told is null || !AlertBoxId.TryParse(receiver, out var box)
            ? Decision<AlertBoxEvent>.Refuse("unreadable-parcel")
            : AlertBoxDecider.Keep(state, told, box.Role, Policy(deciding.Now));
    }
}
