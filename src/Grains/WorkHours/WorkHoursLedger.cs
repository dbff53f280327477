using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using JmaActors.Alerts;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Policies;
using JmaActors.Time;

namespace JmaActors.WorkHours;

/// <summary>The kind <c>work-hours</c>: working hours of one physician over all employers, keyed by member number.</summary>
public sealed class WorkHoursLedger(PolicyBook book) : LedgerDefinition<WorkHoursState, WorkHoursEvent>
{
    /// <summary>Name of the kind.</summary>
    public const string Name = "work-hours";

    /// <summary>Type of the parcel in which a workplace tells the terms of an employment: an <see cref="EmploymentKept"/>.</summary>
    public const string EmploymentParcel = "employment";

    /// <summary>Type of the parcel in which a workplace tells its plan: a <see cref="ShiftsKept"/>.</summary>
    public const string ShiftsParcel = "shifts";

    /// <summary>Type of the parcel in which a check of sleep and fatigue is told, without what was answered: a <see cref="FatigueChecked"/>.</summary>
    public const string CheckParcel = "fatigue-check";

    /// <summary>Type of the parcel in which an interview or hours that were cut are told: a <see cref="HealthMeasureTaken"/>.</summary>
    public const string MeasureParcel = "health-measure";

    /// <summary>Type of the parcel that tells of an interview passed on: an <see cref="InterviewShared"/>.</summary>
    public const string SharedParcel = "interview-shared";

    public override string Kind => Name;

    public override bool NumberKey => true;

    public override EventCatalog<WorkHoursEvent> Events { get; } = new EventCatalog<WorkHoursEvent>()
        .Add("employment-kept", 1, WorkHoursJson.Default.EmploymentKept)
        .Add("shifts-kept", 1, WorkHoursJson.Default.ShiftsKept)
        .Add("work-clocked-in", 1, WorkHoursJson.Default.WorkClockedIn)
        .Add("work-clocked-out", 1, WorkHoursJson.Default.WorkClockedOut)
        .Add("work-recorded", 1, WorkHoursJson.Default.WorkRecorded)
        .Add("work-corrected", 1, WorkHoursJson.Default.WorkCorrected)
        .Add("work-correction-undone", 1, WorkHoursJson.Default.WorkCorrectionUndone)
        .Add("work-withdrawn", 1, WorkHoursJson.Default.WorkWithdrawn)
        .Add("fatigue-checked", 1, WorkHoursJson.Default.FatigueChecked)
        .Add("health-measure-taken", 1, WorkHoursJson.Default.HealthMeasureTaken)
        .Add("interview-shared", 1, WorkHoursJson.Default.InterviewShared)
        .Add("hours-lent", 1, WorkHoursJson.Default.HoursLent)
        .Add("hours-taken-back", 1, WorkHoursJson.Default.HoursTakenBack)
        .Add("hours-held", 1, WorkHoursJson.Default.HoursHeld)
        .Add("hours-given-back", 1, WorkHoursJson.Default.HoursGivenBack)
        .Add("hours-crossed", 1, WorkHoursJson.Default.HoursCrossed);

    public override JsonTypeInfo<WorkHoursState> SnapshotJson => WorkHoursJson.Default.WorkHoursState;

    public override IReadOnlyList<ViewTable> Views => WorkHoursViews.All;

    internal WorkHoursDecider Decider { get; } = new(book);

    internal PolicyBook Book => book;

    public override void Evolve(WorkHoursState state, WorkHoursEvent e, in EventMeta meta)
    {
        state.Version = meta.Version;
        if (!HoursLoans.Evolve(state, e)) WorkHoursFold.Evolve(state, e);
        state.Changed();
    }

    /// <summary>
    /// Who is on duty shows at once. What follows of a clock-in or clock-out is some hundred times the work of taking it: the figures are put a moment later, each physician's once
    /// for all that happened meanwhile (<see cref="LateHours"/>).
    /// </summary>
    public override bool Late(WorkHoursEvent e) => e is WorkClockedIn or WorkClockedOut;

    public override void Show(string key, WorkHoursState state, DateTimeOffset recorded, bool late, ViewSink views)
    {
        var (member, asOf, on) = (long.Parse(key, NumberStyles.None, CultureInfo.InvariantCulture), WorkMinute.UpTo(recorded), Tokyo.DateOf(recorded));
        if (late) WorkHoursViews.PutOn(member, state, asOf, views);
        else state.Untold = WorkHoursViews.Put(member, state, asOf, recorded, book.Work(on), book.Alerts(on), views);
    }

    public override void Tell(string key, WorkHoursState state, WorkHoursEvent e, in EventMeta meta, ParcelSink parcels)
    {
        var member = long.Parse(key, NumberStyles.None, CultureInfo.InvariantCulture);
        if (e is HoursCrossed crossed) CrossingDecider.Tell(member, state, crossed, Tokyo.DateOf(meta.Recorded), parcels);
        if (state.Away is { } away) HoursLoans.Tell(state, away, member, e, parcels);
    }

    /// <summary>What changed goes with the rows, also of employments that another record of the physician's lent: here only that they are to be looked through.</summary>
    public override void Touch(string key, WorkHoursState state, List<Touch> touches) => touches.Add(new Touch(TouchKind.Duty, ""));

    public override Decision<WorkHoursEvent> Accept(WorkHoursState state, Parcel parcel, in Deciding deciding) => parcel.Type switch
    {
        EmploymentParcel => Accepted(JsonSerializer.Deserialize(parcel.Body, WorkHoursJson.Default.EmploymentKept)),
        HoursHeld.Parcel => HoursLoans.Accept(state, parcel),
        ShiftsParcel => Accepted(JsonSerializer.Deserialize(parcel.Body, WorkHoursJson.Default.ShiftsKept)),
        CheckParcel => Accepted(JsonSerializer.Deserialize(parcel.Body, WorkHoursJson.Default.FatigueChecked)),
        MeasureParcel => Accepted(JsonSerializer.Deserialize(parcel.Body, WorkHoursJson.Default.HealthMeasureTaken)),
        SharedParcel => Accepted(JsonSerializer.Deserialize(parcel.Body, WorkHoursJson.Default.InterviewShared)),
        _ => base.Accept(state, parcel, deciding),
    };

    static Decision<WorkHoursEvent> Accepted(WorkHoursEvent? told) => told is null ? Decision<WorkHoursEvent>.Refuse("unreadable-parcel") : Decision<WorkHoursEvent>.Event(told);
}
