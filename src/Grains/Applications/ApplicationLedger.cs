using System.Text.Json.Serialization.Metadata;
using JmaActors.Alerts;
using JmaActors.Journal;
using JmaActors.Ledgers;

namespace JmaActors.Applications;

/// <summary>The kind <c>application</c>: one application, keyed by <see cref="ApplicationRef.Text"/>.</summary>
public sealed class ApplicationLedger : LedgerDefinition<ApplicationState, ApplicationEvent>
{
    /// <summary>Name of the kind.</summary>
    public const string Name = "application";

    public override string Kind => Name;

    public override bool NumberKey => false;

    public override EventCatalog<ApplicationEvent> Events { get; } = new EventCatalog<ApplicationEvent>()
        .Add("application-drafted", 1, ApplicationJson.Default.ApplicationDrafted)
        .Add("application-submitted", 1, ApplicationJson.Default.ApplicationSubmitted)
        .Add("application-answered", 1, ApplicationJson.Default.ApplicationAnswered)
        .Add("application-reminded", 1, ApplicationJson.Default.ApplicationReminded)
        .Add("application-withdrawn", 1, ApplicationJson.Default.ApplicationWithdrawn)
        .Add("application-recorded", 1, ApplicationJson.Default.ApplicationRecorded)
        .Add("application-not-recorded", 1, ApplicationJson.Default.ApplicationNotRecorded)
        .Add("application-undoing", 1, ApplicationJson.Default.ApplicationUndoing)
        .Add("application-undone", 1, ApplicationJson.Default.ApplicationUndone);

    public override JsonTypeInfo<ApplicationState> SnapshotJson => ApplicationJson.Default.ApplicationState;

    public override IReadOnlyList<ViewTable> Views => ApplicationViews.All;

    public override void Evolve(ApplicationState state, ApplicationEvent e, in EventMeta meta) => ApplicationFold.Evolve(state, e, meta);

    public override void Project(string key, ApplicationState state, ApplicationEvent e, in EventMeta meta, ViewSink views)
    {
        if (!ApplicationRef.TryParse(key, out var id) || state.Status is not { } status || state.Request is not { } request) return;
        var waits = state.Turn >= 0 ? state.Steps[state.Turn].Office.Code : "";
        views.Put(ApplicationViews.Applications, new ViewKey(0, key), new ApplicationViewRow(
            key, id.Member.Number, (int)request.Kind, (int)status, !state.UnderWay && status != ApplicationStatus.Draft, state.Pending, waits, request.From, state.Submitted ?? state.Begun, state.Due, state.Remind, meta.Version));
        foreach (var office in state.Offices)
        {
            var closed = !state.UnderWay || state.Steps.TrueForAll(s => s.Office.Code != office);
            views.Put(ApplicationViews.Offices, new ViewKey(0, $"{key}/{office}"), new ApplicationOfficeRow(key, office, office == waits, closed, meta.Version));
        }
        if (e is ApplicationDrafted drafted)
        {
            foreach (var sha256 in drafted.Documents) views.Put(ApplicationViews.Documents, new ViewKey(id.Member.Number, $"{sha256}/{key}"), new ApplicationDocumentRow(id.Member.Number, sha256, key, meta.Version));
        }
    }

    /// <summary>The office that is asked, or late, hears of it in its inbox, and the applicant of what comes back to her.</summary>
    public override void Tell(string key, ApplicationState state, ApplicationEvent e, in EventMeta meta, ParcelSink parcels)
    {
        if (!ApplicationRef.TryParse(key, out var id) || state.Request is not { } request) return;
        var told = new CrossingsTold(id.Member.Number, [new Crossing(Told(state, e), request.From, 0, key, 0, state.Due)]);
        foreach (var box in Boxes(id, state, e)) parcels.Send(LedgerNames.Name(AlertBoxLedger.Name, box.Text), AlertBoxLedger.ToldParcel, told, AlertBoxJson.Default.CrossingsTold);
    }

    static AlertKind Told(ApplicationState state, ApplicationEvent e) => e switch
    {
        ApplicationReminded => AlertKind.ApplicationLate,
        _ when state.Status == ApplicationStatus.Waiting => AlertKind.ApplicationAsked,
        _ when state.Status == ApplicationStatus.Returned => AlertKind.ApplicationReturned,
        _ => AlertKind.ApplicationEnded,
    };

    /// <summary>The office that is asked; of what comes back whoever handed it in, and of how it ends the applicant too, unless it tells of a death.</summary>
    static IEnumerable<AlertBoxId> Boxes(ApplicationRef id, ApplicationState state, ApplicationEvent e)
    {
        if (e is ApplicationReminded or ApplicationSubmitted or ApplicationAnswered && state.Turn >= 0) return [new AlertBoxId(CallerRole.Office, state.Steps[state.Turn].Office.Code)];
        if (e is not (ApplicationAnswered or ApplicationNotRecorded or ApplicationRecorded or ApplicationUndone { Refused: null }) || state.Status == ApplicationStatus.Approved) return [];
        var desk = state.HandedBy.Length > 0 ? new AlertBoxId(CallerRole.Office, state.HandedBy) : (AlertBoxId?)null;
        var own = state.Request!.Kind != ApplicationKind.Death && (desk is null || state.Status != ApplicationStatus.Returned) ? AlertBoxId.Of(id.Member) : (AlertBoxId?)null;
        return new[] { desk, own }.OfType<AlertBoxId>();
    }

    public override void Touch(string key, ApplicationState state, List<Touch> touches)
    {
        foreach (var office in state.Offices) touches.Add(new Touch(TouchKind.Office, office));
    }
}
