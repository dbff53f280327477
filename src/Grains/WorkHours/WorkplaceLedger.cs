using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using JmaActors.Evaluations;
using JmaActors.Journal;
using JmaActors.Ledgers;

namespace JmaActors.WorkHours;

/// <summary>The kind <c>workplace</c>: one institution, keyed by its code.</summary>
public sealed class WorkplaceLedger : LedgerDefinition<WorkplaceState, WorkplaceEvent>
{
    /// <summary>Name of the kind.</summary>
    public const string Name = "workplace";

    /// <summary>Type of the parcel in which an evaluation tells what the prefecture designated: an <see cref="EvaluatedLevels"/>.</summary>
    public const string DesignatedParcel = "designated";

    public override string Kind => Name;

    public override bool NumberKey => false;

    public override EventCatalog<WorkplaceEvent> Events { get; } = new EventCatalog<WorkplaceEvent>()
        .Add("workplace-described", 1, WorkplaceJson.Default.WorkplaceDescribed)
        .Add("agreement-set", 1, WorkplaceJson.Default.AgreementSet)
        .Add("department-set", 1, WorkplaceJson.Default.DepartmentSet)
        .Add("level-designated", 1, WorkplaceJson.Default.LevelDesignated)
        .Add("duty-permitted", 1, WorkplaceJson.Default.DutyPermitted)
        .Add("physician-assigned", 1, WorkplaceJson.Default.PhysicianAssigned)
        .Add("employment-ended", 1, WorkplaceJson.Default.EmploymentEnded)
        .Add("roster-planned", 1, WorkplaceJson.Default.RosterPlanned)
        .Add("employee-numbered", 1, WorkplaceJson.Default.EmployeeNumbered)
        .Add("attendance-mapped", 1, WorkplaceJson.Default.AttendanceMapped);

    public override JsonTypeInfo<WorkplaceState> SnapshotJson => WorkplaceJson.Default.WorkplaceState;

    public override IReadOnlyList<ViewTable> Views => WorkplaceViews.All;

    public override void Evolve(WorkplaceState state, WorkplaceEvent e, in EventMeta meta)
    {
        state.Version = meta.Version;
        state.Done[e.Key] = Member(e) ?? 0;
        switch (e)
        {
            case WorkplaceDescribed d: (state.Name, state.Association, state.SmallClinic) = (d.Name, d.Association, d.SmallClinic); break;
            case AgreementSet a: state.Agreement = a; break;
            case DepartmentSet { Open: true } d: state.Departments.Add(d.Name); break;
            case DepartmentSet d: state.Departments.Remove(d.Name); break;
            case LevelDesignated d: Put(state.Designations, d, x => x.Level == d.Level && x.From == d.From); break;
            case DutyPermitted p: Put(state.Permits, p.Permit, x => x with { To = p.Permit.To } == p.Permit); break;
            case EmployeeNumbered n: state.Number(n.Member, n.Number); break;
            case AttendanceMapped m: state.Attendance = m; break;
            case EmploymentEnded ended: state.Physicians[ended.Member] = state.Physicians[ended.Member] with { Last = ended.Last }; break;
            case PhysicianAssigned p:
                state.Physicians[p.Member] = (state.Physicians.GetValueOrDefault(p.Member) ?? new Physician("", [])).With(p.Department, p.Term);
                break;
        }
    }

    public override void Project(string key, WorkplaceState state, WorkplaceEvent e, in EventMeta meta, ViewSink views)
    {
        if (e is RosterPlanned or EmployeeNumbered or AttendanceMapped) return;
        var levels = state.Designations.Aggregate(0, (bits, d) => bits | 1 << (int)d.Level);
        views.Put(WorkplaceViews.Workplaces, new ViewKey(0, key), new WorkplaceRow(
            key, state.Name, state.Association, state.Agreement?.From, levels, state.Physicians.Count, meta.Version));
    }

    public override void Touch(string key, WorkplaceState state, List<Touch> touches) => touches.Add(new Touch(TouchKind.Workplace, key));

    public override void Tell(string key, WorkplaceState state, WorkplaceEvent e, in EventMeta meta, ParcelSink parcels)
    {
        switch (e)
        {
            case RosterPlanned r:
                parcels.Send(
                    LedgerNames.Name(WorkHoursLedger.Name, r.Member), WorkHoursLedger.ShiftsParcel, new ShiftsKept(key, r.From, r.To, r.Shifts), WorkHoursJson.Default.ShiftsKept);
                break;
            case PhysicianAssigned or EmploymentEnded: Tell(key, state, Member(e)!.Value, parcels); break;
            case AgreementSet or DutyPermitted or WorkplaceDescribed when state.Agreement is not null:
                foreach (var member in state.Physicians.Keys) Tell(key, state, member, parcels);
                break;
        }
    }

    public override Decision<WorkplaceEvent> Accept(WorkplaceState state, Parcel parcel, in Deciding deciding) => parcel.Type switch
    {
        DesignatedParcel => JsonSerializer.Deserialize(parcel.Body, EvaluationJson.Default.EvaluatedLevels) is { } told
            ? Decision<WorkplaceEvent>.Events([.. told.Levels.Select(l => new LevelDesignated($"{told.Key}:{l}", l, told.From, told.To))], told.From)
            : Decision<WorkplaceEvent>.Refuse("unreadable-parcel"),
        _ => base.Accept(state, parcel, deciding),
    };

    static void Tell(string key, WorkplaceState state, long member, ParcelSink parcels) => parcels.Send(
        LedgerNames.Name(WorkHoursLedger.Name, member), WorkHoursLedger.EmploymentParcel, new EmploymentKept(key, state.Terms(state.Physicians[member]), Name: state.Name), WorkHoursJson.Default.EmploymentKept);

    static void Put<T>(List<T> list, T item, Predicate<T> same)
    {
        if (list.FindIndex(same) is var at and >= 0) list[at] = item;
        else list.Add(item);
    }

    static long? Member(WorkplaceEvent e) => e switch
    {
        PhysicianAssigned p => p.Member,
        EmploymentEnded ended => ended.Member,
        RosterPlanned r => r.Member,
        EmployeeNumbered n => n.Member,
        _ => null,
    };
}
