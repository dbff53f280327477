using System.Text.Json.Serialization.Metadata;
using JmaActors.Credits;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Policies;
using JmaActors.Time;
using JmaActors.WorkHours;

namespace JmaActors.Evaluations;

/// <summary>The kind <c>evaluation</c>: one application, keyed by <see cref="EvaluationId.Text"/>.</summary>
public sealed class EvaluationLedger : LedgerDefinition<EvaluationState, EvaluationEvent>
{
    /// <summary>Name of the kind.</summary>
    public const string Name = "evaluation";

    readonly PolicyBook book;

    public EvaluationLedger(PolicyBook book)
    {
        this.book = book;
        Papers = new EvaluationDecider(book);
        Review = new ReviewDecider(Papers);
    }

    public override string Kind => Name;

    public override bool NumberKey => false;

    public override EventCatalog<EvaluationEvent> Events { get; } = new EventCatalog<EvaluationEvent>()
        .Add("evaluation-opened", 1, EvaluationJson.Default.EvaluationOpened)
        .Add("short-hours-plan-kept", 1, EvaluationJson.Default.PlanKept)
        .Add("short-hours-plan-reviewed", 1, EvaluationJson.Default.PlanReviewed)
        .Add("c2-confirmed", 1, EvaluationJson.Default.C2Confirmed)
        .Add("evaluation-sheet-filled", 1, EvaluationJson.Default.SheetFilled)
        .Add("evaluation-item-answered", 1, EvaluationJson.Default.ItemAnswered)
        .Add("evaluation-filed", 1, EvaluationJson.Default.EvaluationFiled)
        .Add("surveyor-assigned", 1, EvaluationJson.Default.SurveyorAssigned)
        .Add("evaluation-item-judged", 1, EvaluationJson.Default.ItemJudged)
        .Add("evaluation-review-finished", 1, EvaluationJson.Default.ReviewFinished)
        .Add("evaluation-suspended", 1, EvaluationJson.Default.EvaluationSuspended)
        .Add("evaluation-resulted", 1, EvaluationJson.Default.EvaluationResulted)
        .Add("prefecture-applied", 1, EvaluationJson.Default.PrefectureApplied)
        .Add("prefecture-designated", 1, EvaluationJson.Default.PrefectureDesignated)
        .Add("designation-published", 1, EvaluationJson.Default.DesignationPublished)
        .Add("evaluation-withdrawn", 1, EvaluationJson.Default.EvaluationWithdrawn);

    public override JsonTypeInfo<EvaluationState> SnapshotJson => EvaluationJson.Default.EvaluationState;

    public override IReadOnlyList<ViewTable> Views => EvaluationViews.All;

    internal EvaluationDecider Papers { get; }

    internal ReviewDecider Review { get; }

    public override void Evolve(EvaluationState state, EvaluationEvent e, in EventMeta meta) => EvaluationFold.Evolve(state, e, meta);

    public override void Project(string key, EvaluationState state, EvaluationEvent e, in EventMeta meta, ViewSink views)
    {
        if (!EvaluationId.TryParse(key, out var id) || !state.Opened) return;
        var policy = book.Evaluation(Tokyo.DateOf(meta.Recorded));
        var (workplace, prefecture) = (id.Workplace.Code, PrefectureOf(state));
        views.Put(EvaluationViews.Evaluations, new ViewKey(0, key), new EvaluationRow(
            key, workplace, state.Name, state.Association, prefecture, state.Levels.Aggregate(0, (bits, l) => bits | 1 << (int)l), (int)EvaluationStepRules.StageOf(state), (int)EvaluationStepRules.WaitsFor(state),
            state.Doctor.Who, state.Labour.Who, state.Result is not null, state.Since, state.Filed, EvaluationStepRules.Target(state, policy), state.Designation?.NextBy, EvaluationStepRules.ReviewDue(state, policy), meta.Version));
        var holder = EvidenceHolders.Of(id.Workplace).Number;
        foreach (var sha256 in Named(e))
            views.Put(EvaluationViews.Documents, new ViewKey(holder, sha256), new InstitutionDocumentRow(holder, sha256, meta.Version));
        if (e is not DesignationPublished || state.Designation is not { } designation) return;
        foreach (var level in designation.Levels)
        {
            views.Put(EvaluationViews.Designated, new ViewKey((long)level, workplace), new DesignatedRow(
                workplace, (int)level, state.Name, prefecture, designation.From, designation.To, state.Result!.Result, key, meta.Version));
        }
    }

    public override void Tell(string key, EvaluationState state, EvaluationEvent e, in EventMeta meta, ParcelSink parcels)
    {
        if (e is PrefectureDesignated d && EvaluationId.TryParse(key, out var id))
            parcels.Send(LedgerNames.Name(WorkplaceLedger.Name, id.Workplace.Code), WorkplaceLedger.DesignatedParcel, new EvaluatedLevels($"evaluation:{key}:{d.Key}", d.Levels, d.From, d.To), EvaluationJson.Default.EvaluatedLevels);
    }

    public override void Touch(string key, EvaluationState state, List<Touch> touches)
    {
        touches.Add(new Touch(TouchKind.Office, AssociationId.Jma.Code));
        if (state.Result is not null) touches.Add(new Touch(TouchKind.Office, PrefectureOf(state)));
    }

    /// <summary>Documents an event names.</summary>
    static IReadOnlyList<string> Named(EvaluationEvent e) => e switch
    {
        ItemAnswered a => a.Documents,
        PlanKept { Document.Length: > 0 } p => new[] { p.Document },
        _ => Array.Empty<string>(),
    };

    static string PrefectureOf(EvaluationState state) => AssociationId.TryParse(state.Association, out var local) && local.Parent is { Layer: AssociationLayer.Prefecture } prefecture ? prefecture.Code : state.Association;
}
