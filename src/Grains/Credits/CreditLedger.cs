using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Policies;
using JmaActors.Time;

namespace JmaActors.Credits;

/// <summary>The kind <c>credits</c>: study credits of one person, keyed by member number.</summary>
public sealed class CreditLedger : LedgerDefinition<CreditLedgerState, CreditEvent>
{
    /// <summary>Type of the parcel in which a session tells what a person's talks earned: an <see cref="AttendanceCredits"/>.</summary>
    public const string AttendanceParcel = "attendance-credits";

    /// <summary>The same for a single talk, an <see cref="AttendanceCredit"/>, as sent before there were other schemes than CME.</summary>
    public const string FormerParcel = "attendance-credit";

    static readonly EventCatalog<CreditEvent> Catalog = new EventCatalog<CreditEvent>()
        .Add("credit-opened", 1, CreditJson.Default.CreditOpened)
        .Add("credit-accrued", 1, CreditJson.Default.CreditAccrued)
        .Add("credit-proved", 1, CreditJson.Default.CreditProved)
        .Add("credit-sourced", 1, CreditJson.Default.CreditSourced)
        .Add("credit-adjusted", 1, CreditJson.Default.CreditAdjusted)
        .Add("credit-posted", 1, CreditJson.Default.CreditPosted)
        .Add("credit-voided", 1, CreditJson.Default.CreditVoided)
        .Add("credit-reopened", 1, CreditJson.Default.CreditReopened)
        .Add("credit-corrected", 1, CreditJson.Default.CreditCorrected)
        .Add("credits-lent", 1, CreditJson.Default.CreditsLent)
        .Add("credits-taken-back", 1, CreditJson.Default.CreditsTakenBack)
        .Add("credits-held", 1, CreditJson.Default.CreditsHeld)
        .Add("credits-given-back", 1, CreditJson.Default.CreditsGivenBack);

    readonly PolicyBook book;
    readonly CreditDecider decider;

    public CreditLedger(PolicyBook book)
    {
        this.book = book;
        decider = new CreditDecider(book);
        (Accrue, AccrueKnowing, Settle, Correct) = (decider.Accrue, decider.Accrue, decider.Settle, decider.Correct);
    }

    public override string Kind => "credits";

    public override bool NumberKey => true;

    public override EventCatalog<CreditEvent> Events => Catalog;

    public override JsonTypeInfo<CreditLedgerState> SnapshotJson => CreditJson.Default.CreditLedgerState;

    public override IReadOnlyList<ViewTable> Views => CreditViews.All;

    // Kept as delegates so that a command makes none: this is the busiest path of the house.
    internal Func<CreditLedgerState, AccrueCredit, Deciding, Decision<CreditEvent>> Accrue { get; }

    internal Func<CreditLedgerState, Accrual, Deciding, Decision<CreditEvent>> AccrueKnowing { get; }

    internal Func<CreditLedgerState, SettleCredit, Deciding, Decision<CreditEvent>> Settle { get; }

    internal Func<CreditLedgerState, Correction, Deciding, Decision<CreditEvent>> Correct { get; }

    internal PolicyBook Book => book;

    public override void Evolve(CreditLedgerState state, CreditEvent e, in EventMeta meta)
    {
        state.Reported = true;
        if (CreditLoans.Evolve(state, e)) return;
        state.GivenBack = null;
        var before = e is CreditAccrued or CreditOpened ? null : state.Entries.Find(e.Key);
        var item = e switch
        {
            CreditAccrued a => new CreditItem(a.Method, CreditState.Posted, a.Code, (short)a.Talk, false, a.Tenths, a.Date, a.Title, null, meta.Version, a.Scheme, a.Web),
            CreditOpened o => new CreditItem(o.Method, CreditState.Pending, o.Code, (short)o.Talk, false, o.Tenths, o.Date, o.Title, null, meta.Version, o.Scheme, o.Web),
            _ => Changed(before ?? throw new InvalidOperationException($"{e.GetType().Name} of an entry the ledger does not hold."), e, meta),
        };
        state.Reported = CreditReports.Waits(item) || (before is { } was && CreditReports.Waits(was));
        state.Put(e.Key, item);
        if (e is CreditProved proved && HeldDocument.Of(proved) is { } document) (state.Documents ??= new(StringComparer.Ordinal))[e.Key] = document;
        if (e is CreditSourced sourced) (state.Sources ??= new(StringComparer.Ordinal))[e.Key] = new CreditProvenance(sourced.Source, sourced.Host);
        if (e is not CreditCorrected corrected) return;
        state.Put(corrected.By, Correction(item, before!.Value, corrected));
        if (state.Sources?.GetValueOrDefault(e.Key) is { } from) state.Sources[corrected.By] = from;
    }

    /// <summary>What stands in the place of a corrected entry: as it was, but for what is corrected.</summary>
    static CreditItem Correction(in CreditItem corrected, in CreditItem before, CreditCorrected e) => corrected with
    {
        State = before.State, Reason = null, Code = e.Code, Tenths = e.Tenths, Date = e.Date, Scheme = e.Scheme, Link = CreditLink.Corrects,
    };

    static CreditItem Changed(CreditItem held, CreditEvent e, in EventMeta meta) => e switch
    {
        CreditProved or CreditSourced => held with { Version = meta.Version },
        CreditAdjusted a => held with { Tenths = a.Tenths, Web = a.Web ?? held.Web, Version = meta.Version },
        CreditPosted p => held with { State = CreditState.Posted, Tenths = p.Tenths, Web = p.Web ?? held.Web, Settled = meta.Sender is null, Version = meta.Version },
        CreditVoided v => held with { State = CreditState.Voided, Reason = v.Reason, Settled = meta.Sender is null, Version = meta.Version },
        CreditReopened r => held with { State = CreditState.Pending, Tenths = r.Tenths, Web = r.Web ?? held.Web, Reason = null, Version = meta.Version },
        CreditCorrected c => held with { State = CreditState.Voided, Reason = c.Reason, Settled = true, Link = held.Link | CreditLink.Corrected, Version = meta.Version },
        _ => throw new InvalidOperationException($"{e.GetType().Name} is no event of a credit ledger."),
    };

    public override void Project(string key, CreditLedgerState state, CreditEvent e, in EventMeta meta, ViewSink views)
    {
        var member = NumberOf(key);
        var today = Tokyo.DateOf(meta.Recorded);
        views.Put(CreditViews.Standings, new ViewKey(member), CreditStandings.Row(member, CreditLoans.Counting(state), today, book.Cme(today)));
        CreditReports.Project(member, state, e, meta, views);
        if (e is CreditProved proved && HeldDocument.Of(proved) is { } document)
        {
            views.Put(CreditViews.Documents, new ViewKey(member, e.Key), new CreditDocumentRow(member, e.Key, document.Sha256));
        }
    }

    public override void Tell(string key, CreditLedgerState state, CreditEvent e, in EventMeta meta, ParcelSink parcels)
    {
        if (state.Away is { } away) CreditLoans.Tell(state, away, NumberOf(key), e, parcels);
    }

    public override void Touch(string key, CreditLedgerState state, List<Touch> touches)
    {
        touches.Add(new Touch(TouchKind.Credits, "", NumberOf(key)));
        if (state.Reported) touches.Add(new Touch(TouchKind.OfficesOf, "", NumberOf(key)));
    }

    public override Decision<CreditEvent> Accept(CreditLedgerState state, Parcel parcel, in Deciding deciding)
    {
        if (parcel.Type == LentWord.Parcel) return CreditLoans.Accept(state, parcel);
        IReadOnlyList<AttendanceCredit>? words = parcel.Type switch
        {
            AttendanceParcel => JsonSerializer.Deserialize(parcel.Body, CreditJson.Default.AttendanceCredits)?.Credits,
            FormerParcel => JsonSerializer.Deserialize(parcel.Body, CreditJson.Default.AttendanceCredit) is { } one ? [one] : null,
            _ => [],
        };
        return words switch
        {
            null => Decision<CreditEvent>.Refuse("unreadable-parcel", "", parcel.Type),
            [] => base.Accept(state, parcel, deciding),
            _ => decider.Attended(state, words, deciding),
        };
    }

    static long NumberOf(string key) => long.Parse(key, NumberStyles.None, CultureInfo.InvariantCulture);
}
