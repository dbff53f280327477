using JmaActors.Web.Access;
using JmaActors.Web.Http;
using JmaActors.WorkHours;

namespace JmaActors.Web.WorkHours;

/// <summary>A workplace.</summary>
/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing. So in every body here.</param>
/// <param name="Association">The local association it lies under.</param>
/// <param name="SmallClinic">Fewer than ten staff: 44 hours a week.</param>
public sealed record WorkplaceBody(string Key, string Name, AssociationId Association, bool SmallClinic = false)
{
    public DescribeWorkplace ToCommand(Caller caller) => new(Bodies.Key(Key), Input.Text(Name, "name", 100), Association, SmallClinic, caller);
}

/// <summary>The 36協定 and what hours are measured by.</summary>
/// <param name="Variable">1か月単位の変形労働時間制.</param>
/// <param name="Holiday">法定休日, where it is the same day each week.</param>
/// <param name="IntervalMinutes">Rest between duties beyond the law's; 0 where none is set.</param>
/// <param name="Rules">Name of a set of rules that holds beside the law; empty for none.</param>
public sealed record AgreementBody(string Key, DateOnly From, bool Variable = false, DayOfWeek? Holiday = null, int IntervalMinutes = 0, string Rules = "")
{
    public SetAgreement ToCommand(Caller caller) => new(Bodies.Key(Key), From, Variable, Holiday, IntervalMinutes, caller, WorkText.Name(Rules, "rules"));
}

/// <summary>A department (診療科), opened or closed.</summary>
public sealed record DepartmentBody(string Key, string Name, bool Open = true)
{
    public SetDepartment ToCommand(Caller caller) => new(Bodies.Key(Key), Input.Text(Name, "name", WorkHoursLimits.NameLength), Open, caller);
}

/// <summary>A level the prefecture designated; the same from the same day again says until when.</summary>
public sealed record DesignationBody(string Key, WorkLevel Level, DateOnly From, DateOnly? To = null)
{
    public DesignateLevel ToCommand(Caller caller) => new(Bodies.Key(Key), Level, From, To, caller);
}

/// <summary>A permit of 宿日直; the same band from the same day again says until when.</summary>
/// <param name="Department">Empty for all.</param>
/// <param name="Post">Empty for all.</param>
/// <param name="Begins">Beginning of the band of the day.</param>
/// <param name="Ends">Its end, over midnight when not after the beginning.</param>
public sealed record PermitBody(string Key, TimeOnly Begins, TimeOnly Ends, DateOnly From, DateOnly? To = null, string Department = "", string Post = "")
{
    public PermitDuty ToCommand(Caller caller) => new(Bodies.Key(Key), WorkText.Name(Department, "department"), WorkText.Name(Post, "post"), Begins, Ends, From, To, caller);
}

/// <summary>A physician's department and level, from a day.</summary>
/// <param name="Resident">臨床研修医, at C-1.</param>
/// <param name="Reason">Why a special level becomes A within a year of the agreement.</param>
public sealed record PhysicianBody(string Key, MemberId Member, WorkLevel Level, DateOnly From, DateOnly? To = null, string Department = "", bool Resident = false, string Reason = "")
{
    public AssignPhysician ToCommand(Caller caller) => new(
        Bodies.Key(Key), Member, WorkText.Name(Department, "department"), Level, From, To, Resident, caller, Input.Text(Reason, "reason", WorkHoursLimits.ReasonLength, 0));
}

/// <summary>Until when a physician works at a workplace.</summary>
/// <param name="Last">The last day; left out when there is none any more.</param>
public sealed record EmploymentEndBody(string Key, DateOnly? Last = null)
{
    public EndEmployment ToCommand(MemberId member, Caller caller) => new(Bodies.Key(Key), member, Last, caller);
}

/// <summary>A planned shift.</summary>
/// <param name="Id">Its own within the roster.</param>
/// <param name="LongTask">One task that is expected to pass 15 hours.</param>
public sealed record ShiftBody(string Id, HoursKind Kind, DateTimeOffset From, DateTimeOffset To, string Department = "", string Post = "", bool LongTask = false)
{
    public RosterShift ToShift() => new(
        Input.Text(Id, "id", WorkHoursLimits.KeyLength), Kind, From, To, WorkText.Name(Department, "department"), WorkText.Name(Post, "post"), LongTask ? WorkMarks.LongTask : WorkMarks.None);
}

/// <summary>A physician's plan for a span of days.</summary>
public sealed record RosterBody(string Key, DateOnly From, DateOnly To, IReadOnlyList<ShiftBody> Shifts)
{
    public PlanRoster ToCommand(MemberId member, Caller caller) => new(Bodies.Key(Key), member, From, To, Planned(Shifts), caller);

    internal static IReadOnlyList<RosterShift> Planned(IReadOnlyList<ShiftBody> shifts) => shifts.Count > WorkHoursLimits.Shifts
        ? throw new InvalidInputException("shifts", $"A roster has at most {WorkHoursLimits.Shifts} shifts.")
        : [.. shifts.Select(s => s.ToShift())];
}

/// <summary>A plan that is tried and not saved.</summary>
public sealed record RosterTrialBody(DateOnly From, DateOnly To, IReadOnlyList<ShiftBody> Shifts)
{
    public TryRoster ToCommand(WorkplaceId workplace, Caller caller) => new(workplace, From, To, RosterBody.Planned(Shifts), caller);
}

/// <summary>What these bodies share.</summary>
static class Bodies
{
    public static string Key(string text) => Input.Text(text, "key", WorkHoursLimits.KeyLength);
}
