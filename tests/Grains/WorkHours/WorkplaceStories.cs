using System.Text.Json;
using JmaActors.WorkHours;
using static JmaActors.Tests.Grains.WorkHours.Duty;

namespace JmaActors.Tests.Grains.WorkHours;

/// <summary>What a workplace decides and tells, without the actor.</summary>
public sealed class WorkplaceStories
{
    static readonly MemberId Doctor = new(1_000_000_001), Other = new(1_000_000_002);

    readonly StoredLedger<WorkplaceState, WorkplaceEvent> ledger = new(new WorkplaceLedger(), W1.Code);

    int keys;

    string Key => $"k{keys++}";

    static DateTimeOffset Now => At(23, 10);

    void Begun()
    {
        ledger.Do(WorkplaceDecider.Describe, new DescribeWorkplace(Key, "みやこ病院", new AssociationId("26-007"), false, Caller.System), Now);
        ledger.Do(WorkplaceDecider.SetAgreement, new SetAgreement(Key, Agreement, false, DayOfWeek.Sunday, 0, Caller.System), Now);
        ledger.Do(WorkplaceDecider.Designate, new DesignateLevel(Key, WorkLevel.B, Agreement, new DateOnly(2027, 3, 31), Caller.System), Now);
    }

    AssignPhysician Assign(MemberId member, WorkLevel level, DateOnly? from = null, DateOnly? to = null, string reason = "") =>
        new(Key, member, "", level, from ?? Agreement, to, false, Caller.System, reason);

    string? Refused<T>(Func<WorkplaceState, T, JmaActors.Ledgers.Deciding, JmaActors.Ledgers.Decision<WorkplaceEvent>> decide, T command) => ledger.Do(decide, command, Now).Refusal?.Reason;

    EmploymentKept Told(Index parcel) => JsonSerializer.Deserialize(ledger.Parcels[parcel].Body, WorkHoursJson.Default.EmploymentKept)!;

    [Fact]
    public void Nothing_is_kept_before_the_workplace_is_described_and_nobody_assigned_before_there_is_an_agreement()
    {
        Assert.Equal("unknown-workplace", Refused(WorkplaceDecider.SetAgreement, new SetAgreement(Key, Agreement, false, null, 0, Caller.System)));
        Assert.Equal("bad-name", Refused(WorkplaceDecider.Describe, new DescribeWorkplace(Key, " ", new AssociationId("26-007"), false, Caller.System)));
        Assert.Null(Refused(WorkplaceDecider.Describe, new DescribeWorkplace(Key, "みやこ病院", new AssociationId("26-007"), false, Caller.System)));
        Assert.Equal("no-agreement", Refused(WorkplaceDecider.Assign, Assign(Doctor, WorkLevel.A)));
    }

    [Fact]
    public void A_level_is_given_only_where_it_is_designated_and_never_outlasts_the_designation()
    {
        Begun();

        Assert.Equal("level-not-designated", Refused(WorkplaceDecider.Assign, Assign(Doctor, WorkLevel.C2)));
        Assert.Equal("level-not-designated", Refused(WorkplaceDecider.Assign, Assign(Doctor, WorkLevel.B, new DateOnly(2027, 4, 1))));
        Assert.Null(Refused(WorkplaceDecider.Assign, Assign(Doctor, WorkLevel.B)));
        Assert.Equal([new LevelTerm(WorkLevel.B, Agreement, new DateOnly(2027, 3, 31))], ledger.State.Physicians[Doctor.Number].Levels);
        Assert.Equal("unknown-department", Refused(WorkplaceDecider.Assign, Assign(Doctor, WorkLevel.A) with { Department = "内科" }));
    }

    [Fact]
    public void Within_a_year_a_special_level_becomes_A_only_with_a_reason()
    {
        Begun();
        ledger.Do(WorkplaceDecider.Assign, Assign(Doctor, WorkLevel.B), Now);

        Assert.Equal("no-reason", Refused(WorkplaceDecider.Assign, Assign(Doctor, WorkLevel.A, new DateOnly(2026, 12, 1))));
        Assert.Null(Refused(WorkplaceDecider.Assign, Assign(Doctor, WorkLevel.A, new DateOnly(2026, 12, 1), null, "産休")));
        Assert.Equal([new LevelTerm(WorkLevel.B, Agreement, new DateOnly(2026, 11, 30)), new LevelTerm(WorkLevel.A, new DateOnly(2026, 12, 1))], ledger.State.Physicians[Doctor.Number].Levels);
    }

    [Fact]
    public void Who_is_assigned_hears_the_terms_and_everybody_hears_when_they_change()
    {
        Begun();
        ledger.Do(WorkplaceDecider.Assign, Assign(Doctor, WorkLevel.B), Now);
        ledger.Do(WorkplaceDecider.Assign, Assign(Other, WorkLevel.A), Now);
        ledger.Do(WorkplaceDecider.Permit, new PermitDuty(Key, "", "病棟当直", new TimeOnly(17, 0), new TimeOnly(9, 0), Agreement, null, Caller.System), Now);

        Assert.Equal(["work-hours/1000000001", "work-hours/1000000002", "work-hours/1000000001", "work-hours/1000000002"], ledger.Parcels.Select(p => p.Receiver));
        Assert.Equal((Agreement, DayOfWeek.Sunday, 0), (Told(0).Terms.AgreementFrom, Told(0).Terms.Holiday, Told(0).Terms.Permits?.Count ?? 0));
        Assert.Equal(new DutyPermit("", "病棟当直", 1020, 540, Agreement), Assert.Single(Told(2).Terms.Permits!));
    }

    [Fact]
    public void The_same_permit_or_designation_again_says_until_when()
    {
        Begun();
        var permit = new PermitDuty(Key, "", "", new TimeOnly(17, 0), new TimeOnly(9, 0), Agreement, null, Caller.System);
        ledger.Do(WorkplaceDecider.Permit, permit, Now);
        ledger.Do(WorkplaceDecider.Permit, permit with { Key = Key, To = new DateOnly(2026, 12, 31) }, Now);
        ledger.Do(WorkplaceDecider.Designate, new DesignateLevel(Key, WorkLevel.B, Agreement, new DateOnly(2026, 12, 31), Caller.System), Now);

        Assert.Equal(new DateOnly(2026, 12, 31), Assert.Single(ledger.State.Permits).To);
        Assert.Equal(new DateOnly(2026, 12, 31), Assert.Single(ledger.State.Designations).To);
    }

    [Fact]
    public void A_roster_goes_to_its_physician_alone_and_must_fit_its_days()
    {
        Begun();
        ledger.Do(WorkplaceDecider.Assign, Assign(Doctor, WorkLevel.B), Now);
        ledger.Do(WorkplaceDecider.Assign, Assign(Other, WorkLevel.A), Now);
        var roster = new PlanRoster(Key, Doctor, new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 25), [Shift("b", 25, 8.5, 17.5), Shift("a", 24, 8.5, 17.5)], Caller.System);

        Assert.Null(Refused(WorkplaceDecider.PlanRoster, roster));
        Assert.Equal(("work-hours/1000000001", WorkHoursLedger.ShiftsParcel), (ledger.Parcels[^1].Receiver, ledger.Parcels[^1].Type));
        Assert.Equal(["a", "b"], JsonSerializer.Deserialize(ledger.Parcels[^1].Body, WorkHoursJson.Default.ShiftsKept)!.Shifts.Select(s => s.Id));
        Assert.Equal("bad-roster", Refused(WorkplaceDecider.PlanRoster, roster with { Key = Key, Shifts = [Shift("a", 26, 8, 9)] }));
        Assert.Equal("bad-roster", Refused(WorkplaceDecider.PlanRoster, roster with { Key = Key, Shifts = [Shift("a", 24, 8, 9), Shift("a", 25, 8, 9)] }));
        Assert.Equal("bad-roster", Refused(WorkplaceDecider.PlanRoster, roster with { Key = Key, Shifts = [Shift("a", 24, 9, 9)] }));
        Assert.Equal("unknown-physician", Refused(WorkplaceDecider.PlanRoster, roster with { Key = Key, Member = new MemberId(1_000_000_003) }));
    }

    [Fact]
    public void An_employment_ends_on_its_last_day_and_whoever_comes_again_has_none()
    {
        Begun();
        ledger.Do(WorkplaceDecider.Assign, Assign(Doctor, WorkLevel.B), Now);
        EndEmployment End(DateOnly? last, MemberId? who = null) => new(Key, who ?? Doctor, last, Caller.System);

        Assert.Equal("unknown-physician", Refused(WorkplaceDecider.EndEmployment, End(new DateOnly(2026, 11, 24), Other)));
        Assert.Equal("bad-dates", Refused(WorkplaceDecider.EndEmployment, End(Agreement.AddDays(-1))));
        Assert.Null(Refused(WorkplaceDecider.EndEmployment, End(new DateOnly(2026, 11, 24))));
        Assert.Equal(new DateOnly(2026, 11, 24), Told(^1).Terms.Last);

        var roster = new PlanRoster(Key, Doctor, new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 25), [Shift("a", 24, 8.5, 17.5)], Caller.System);
        Assert.Null(Refused(WorkplaceDecider.PlanRoster, roster));
        Assert.Equal("unknown-physician", Refused(WorkplaceDecider.PlanRoster, roster with { Key = Key, Shifts = [Shift("b", 25, 8.5, 17.5)] }));

        ledger.Do(WorkplaceDecider.Assign, Assign(Doctor, WorkLevel.A, new DateOnly(2026, 11, 20), reason: "専攻"), Now);
        Assert.Equal(new DateOnly(2026, 11, 24), ledger.State.Physicians[Doctor.Number].Last);
        ledger.Do(WorkplaceDecider.Assign, Assign(Doctor, WorkLevel.A, new DateOnly(2027, 1, 1), reason: "専攻"), Now);
        Assert.Null(Told(^1).Terms.Last);
        Assert.Null(Refused(WorkplaceDecider.EndEmployment, End(null)));
    }

    [Fact]
    public void Dates_no_calendar_of_work_has_are_refused()
    {
        Begun();
        ledger.Do(WorkplaceDecider.Assign, Assign(Doctor, WorkLevel.B), Now);

        foreach (var far in new[] { DateOnly.MinValue, DateOnly.MaxValue })
        {
            Assert.Equal("bad-agreement", Refused(WorkplaceDecider.SetAgreement, new SetAgreement(Key, far, false, null, 0, Caller.System)));
            Assert.Equal("bad-dates", Refused(WorkplaceDecider.Designate, new DesignateLevel(Key, WorkLevel.C2, far, null, Caller.System)));
            Assert.Equal("bad-dates", Refused(WorkplaceDecider.Permit, new PermitDuty(Key, "", "", default, default, far, null, Caller.System)));
            Assert.Equal("bad-dates", Refused(WorkplaceDecider.Assign, Assign(Doctor, WorkLevel.A, far)));
            Assert.Equal("bad-roster", Refused(WorkplaceDecider.PlanRoster, new PlanRoster(Key, Doctor, far, far, [], Caller.System)));
        }
    }

    [Fact]
    public void What_is_stored_folds_to_the_same_workplace()
    {
        Begun();
        ledger.Do(WorkplaceDecider.SetDepartment, new SetDepartment(Key, "内科", true, Caller.System), Now);
        ledger.Do(WorkplaceDecider.Assign, Assign(Doctor, WorkLevel.B) with { Department = "内科" }, Now);

        Assert.Equal(JsonSerializer.Serialize(ledger.State, WorkplaceJson.Default.WorkplaceState), JsonSerializer.Serialize(ledger.Replay(), WorkplaceJson.Default.WorkplaceState));
    }
}
