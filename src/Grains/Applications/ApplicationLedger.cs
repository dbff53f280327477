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
        var asked = state.Turn >= 0 ? state.Steps[state.Turn].Office.Code : null;
        var (box, kind) = e switch
        {
            ApplicationReminded when asked is not null => (new AlertBoxId(CallerRole.Office, asked), AlertKind.ApplicationLate),
            ApplicationSubmitted or ApplicationAnswered when asked is not null => (new AlertBoxId(CallerRole.Office, asked), AlertKind.ApplicationAsked),
            ApplicationAnswered { Word: ApplicationWord.Returned } or ApplicationNotRecorded => (AlertBoxId.Of(id.Member), AlertKind.ApplicationReturned),
            ApplicationAnswered { Status: ApplicationStatus.Refused } or ApplicationRecorded or ApplicationUndone { Refused: null } when request.Kind != ApplicationKind.Death => (AlertBoxId.Of(id.Member), AlertKind.ApplicationEnded),
            _ => default((AlertBoxId Box, AlertKind Kind)),
        };
        if (kind == default) return;
        var told = new CrossingsTold(id.Member.Number, [new Crossing(kind, request.From, 0, key, 0, state.Due)]);
        parcels.Send(LedgerNames.Name(AlertBoxLedger.Name, box.Text), AlertBoxLedger.ToldParcel, told, AlertBoxJson.Default.CrossingsTold);
    }

    public override void Touch(string key, ApplicationState state, List<Touch> touches)
    {
        foreach (var office in state.Offices) touches.Add(new Touch(TouchKind.Office, office));
    }
}
