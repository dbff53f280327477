using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Policies;
using JmaActors.WorkHours;

namespace JmaActors.Interviews;

/// <summary>The kind <c>interviews</c>: 面接指導 at one workplace, keyed by its code.</summary>
public sealed class InterviewsLedger(PolicyBook book) : LedgerDefinition<InterviewsState, InterviewEvent>
{
    /// <summary>Name of the kind.</summary>
    public const string Name = "interviews";

    /// <summary>Type of the parcel in which one workplace tells another what a physician passed on: an <see cref="InterviewReceived"/>.</summary>
    public const string PassedParcel = "interview-passed";

    /// <summary>What its keys in ledgers of working hours begin with.</summary>
    internal const string Marks = "interview:";

    public override string Kind => Name;

    public override bool NumberKey => false;

    public override EventCatalog<InterviewEvent> Events { get; } = new EventCatalog<InterviewEvent>()
        .Add("institution-head-named", 1, InterviewJson.Default.InstitutionHeadNamed)
        .Add("superior-named", 1, InterviewJson.Default.SuperiorNamed)
        .Add("interviewer-kept", 1, InterviewJson.Default.InterviewerKept)
        .Add("interviewer-ended", 1, InterviewJson.Default.InterviewerEnded)
        .Add("interview-assigned", 1, InterviewJson.Default.InterviewAssigned)
        .Add("interview-appointed", 1, InterviewJson.Default.InterviewAppointed)
        .Add("fatigue-check-filled", 1, InterviewJson.Default.FatigueCheckFilled)
        .Add("interview-held", 1, InterviewJson.Default.InterviewHeld)
        .Add("interview-received", 1, InterviewJson.Default.InterviewReceived)
        .Add("interview-passed-on", 1, InterviewJson.Default.InterviewPassedOn)
        .Add("interview-measures-decided", 1, InterviewJson.Default.InterviewMeasuresDecided)
        .Add("interview-measures-followed", 1, InterviewJson.Default.InterviewMeasuresFollowed)
        .Add("interview-dropped", 1, InterviewJson.Default.InterviewDropped);

    public override JsonTypeInfo<InterviewsState> SnapshotJson => InterviewJson.Default.InterviewsState;

    public override IReadOnlyList<ViewTable> Views => InterviewViews.All;

    internal InterviewDecider Decider { get; } = new(book);

    internal PolicyBook Book => book;

    public override void Evolve(InterviewsState state, InterviewEvent e, in EventMeta meta) => InterviewsFold.Evolve(state, e, meta);

    public override void Project(string key, InterviewsState state, InterviewEvent e, in EventMeta meta, ViewSink views)
    {
        if (e is not InterviewCaseEvent of || state.Find(of.Member, of.Month) is not { } c) return;
        views.Put(InterviewViews.Cases, InterviewViews.KeyOf(key, c), new InterviewCaseRow(
            key, c.Member, c.Month, (int)InterviewStepRules.StageOf(c), (int)InterviewStepRules.WaitsFor(c), c.Interviewer, c.Appointment, c.Held, c.Over, c.Opened, meta.Version));
    }

    public override void Tell(string key, InterviewsState state, InterviewEvent e, in EventMeta meta, ParcelSink parcels)
    {
        var at = WorkMinute.Of(meta.Recorded);
        switch (e)
        {
            case FatigueCheckFilled c:
                parcels.Send(Hours(c), WorkHoursLedger.CheckParcel, new FatigueChecked(Mark(key, c), at, c.Sign), WorkHoursJson.Default.FatigueChecked);
                break;
            case InterviewHeld h:
                parcels.Send(Hours(h), WorkHoursLedger.MeasureParcel, new HealthMeasureTaken(Mark(key, h), HealthMeasureKind.Interview, WorkMinute.Of(h.At), key), WorkHoursJson.Default.HealthMeasureTaken);
                break;
            case InterviewMeasuresDecided m when m.Measures.HasFlag(InterviewMeasures.HoursCut):
                parcels.Send(Hours(m), WorkHoursLedger.MeasureParcel, new HealthMeasureTaken(Mark(key, m), HealthMeasureKind.HoursCut, at, key), WorkHoursJson.Default.HealthMeasureTaken);
                break;
            case InterviewPassedOn p when state.Find(p.Member, p.Month) is { Held: { } held, Opinion: { } opinion, Advice: { } advice }:
                parcels.Send(Hours(p), WorkHoursLedger.SharedParcel, new InterviewShared(Mark(key, p), key, WorkMinute.Of(held), p.To), WorkHoursJson.Default.InterviewShared);
                parcels.Send(
                    LedgerNames.Name(Name, p.To), PassedParcel, new InterviewReceived(Mark(key, p), p.Member, p.ToMonth, key, held, opinion, advice), InterviewJson.Default.InterviewReceived);
                break;
        }
    }

    public override Decision<InterviewEvent> Accept(InterviewsState state, Parcel parcel, in Deciding deciding) => parcel.Type switch
    {
        PassedParcel => JsonSerializer.Deserialize(parcel.Body, InterviewJson.Default.InterviewReceived) is { } told ? InterviewDecider.Receive(state, told) : Decision<InterviewEvent>.Refuse("unreadable-parcel"),
        _ => base.Accept(state, parcel, deciding),
    };

    static string Hours(InterviewCaseEvent e) => LedgerNames.Name(WorkHoursLedger.Name, e.Member);

    /// <summary>The natural key in another ledger, where keys of several workplaces meet.</summary>
    static string Mark(string workplace, InterviewEvent e) => $"{Marks}{workplace}:{e.Key}";
}
