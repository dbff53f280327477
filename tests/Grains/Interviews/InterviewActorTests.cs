using JmaActors.Interviews;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Tests.Grains.Associations;
using JmaActors.Tests.Grains.Members;
using JmaActors.WorkHours;

namespace JmaActors.Tests.Grains.Interviews;

/// <summary>Interviews on real actors and the real journal: from the hours to the list, and from the interview to the hours.</summary>
public sealed class InterviewActorTests(SharedHouse shared)
{
    static int places;

    readonly IGrainFactory grains = shared.House.Grains;

    static CancellationToken Ct => ActorHouse.Ct;

    static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(9));

    static DateTimeOffset At(int daysAgo, int hour) => new DateTimeOffset(Today.AddDays(-daysAgo).ToDateTime(new TimeOnly(0)), TimeSpan.FromHours(9)).AddHours(hour);

    /// <summary>A month of the 36協定 that began twenty days ago.</summary>
    static DateOnly Month => Today.AddDays(-20);

    async Task<WorkplaceId> Workplace(MemberId doctor, WorkLevel level = WorkLevel.B)
    {
        var id = new WorkplaceId($"IV-{Interlocked.Increment(ref places)}");
        var grain = grains.GetGrain<IWorkplaceGrain>(id.Code);
        await grain.Describe(new DescribeWorkplace("1", "面接病院", new AssociationId("26-007"), false, Caller.System), Ct);
        await grain.SetAgreement(new SetAgreement("2", Month, false, null, 0, Caller.System), Ct);
        await grain.Designate(new DesignateLevel("3", WorkLevel.B, Month, null, Caller.System), Ct);
        Assert.True((await grain.Assign(new AssignPhysician("4", doctor, "", level, Month, null, false, Caller.System), Ct)).Accepted);
        await Eventually.Be("the terms of the employment", async () => (await Hours(doctor).Read(null, Caller.System, Ct)).Employments.Any(e => e.Workplace == id), c => c, Ct);
        return id;
    }

    async Task<MemberId> Physician()
    {
        var id = People.Someone();
        await grains.GetGrain<IMemberGrain>(id.Number).Register(People.Registration(), Ct);
        return id;
    }

    IWorkHoursGrain Hours(MemberId id) => grains.GetGrain<IWorkHoursGrain>(id.Number);

    IInterviewsGrain Interviews(WorkplaceId id) => grains.GetGrain<IInterviewsGrain>(id.Code);

    Task<InterviewDuePage> Due(WorkplaceId id) => grains.GetGrain<IInterviewListGrain>(0).Due(new InterviewDueQuery(id, null, null, 10), new Caller("w", CallerRole.Workplace, id.Code), Ct);

    /// <summary>The list once the figures, which follow the records, are there.</summary>
    Task<InterviewDuePage> Listed(WorkplaceId id) => Eventually.Be("somebody on the list", () => Due(id), p => p.Lines.Count > 0, Ct);

    /// <summary>105 hours of overtime in seven long duties.</summary>
    async Task Overwork(MemberId doctor, WorkplaceId at)
    {
        RecordWork[] long24 = [.. Enumerable.Range(0, 7).Select(i => new RecordWork($"o{i}", at, HoursKind.Overtime, At(2 * i + 2, 0), At(2 * i + 2, 23), WorkSource.Workplace, Caller.System))];
        Assert.All(await Hours(doctor).RecordBatch(long24, Ct), a => Assert.True(a.Accepted, a.Refusal?.Reason));
    }

    async Task Desk(WorkplaceId at, MemberId doctor, MemberId interviewer)
    {
        await Interviews(at).NameHead(new NameInstitutionHead("h", People.Someone(), Caller.System), Ct);
        await Interviews(at).NameSuperior(new NameSuperior("s", doctor, null, Caller.System), Ct);
        await Interviews(at).KeepInterviewer(new KeepInterviewer("i", interviewer, Today.AddDays(-100), "第1号", Caller.System), Ct);
    }

    async Task Hold(WorkplaceId at, MemberId doctor, MemberId interviewer)
    {
        var grain = Interviews(at);
        // Whom the workplace employs, the physician's ledger hears a moment later.
        await Eventually.Be("an interviewer", () => grain.Assign(new AssignInterview("a", doctor, Month, interviewer, Caller.System), Ct), a => a.Accepted, Ct);
        Assert.True((await grain.Appoint(new AppointInterview("p", doctor, Month, At(0, 8), "オンライン", Caller.System), Ct)).Accepted);
        Assert.True((await grain.FillCheck(new FillFatigueCheck("c", doctor, Month, new FatigueAnswers(300, 4, 5, true, "眠れない夜がある"), Caller.Member(doctor)), Ct)).Accepted);
        var held = await grain.Hold(new HoldInterview("h1", doctor, Month, TimeProvider.System.GetUtcNow().AddMinutes(-1), "家庭の事情を話した", "当直を減らす", InterviewAdvice.Limited, Caller.System, interviewer), Ct);
        Assert.True(held.Accepted, held.Refusal?.Reason);
    }

    static bool IsOfInterview(string type) => type is "fatigue-checked" or "health-measure-taken";

    /// <summary>What the physician's hours were told, event by event.</summary>
    async Task<List<string>> Told(MemberId doctor) => [.. (await shared.House.Service<IJournalStore>().Read(LedgerNames.Name("work-hours", doctor.Number), 0, Ct)).Events.Select(e => e.Type)];

    [Fact]
    public async Task Whoever_passed_100_hours_without_it_is_on_the_list_and_the_interview_reaches_the_hours_of_the_physician()
    {
        var (doctor, interviewer) = (await Physician(), People.Someone());
        var at = await Workplace(doctor);
        await Overwork(doctor, at);

        var line = Assert.Single((await Listed(at)).Lines);
        Assert.Equal((doctor, InterviewNeed.Missed, null), (line.Member, line.Need, line.Stage));
        Assert.Equal((1, 1), (await Interviews(at).Waiting(Ct)).Waiting[InterviewWorkNames.Assign] is var w ? (w.Count, w.Late) : default);

        await Desk(at, doctor, interviewer);
        Assert.Equal("bad-month", (await Interviews(at).Assign(new AssignInterview("x", doctor, Month.AddDays(1), interviewer, Caller.System), Ct)).Refusal?.Reason);
        Assert.Equal("unknown-physician", (await Interviews(at).Assign(new AssignInterview("y", People.Someone(), Month, interviewer, Caller.System), Ct)).Refusal?.Reason);
        await Hold(at, doctor, interviewer);
        await Eventually.Be("the check and the interview in the hours", () => Told(doctor), t => t.Count(IsOfInterview) == 2, Ct);
        var cases = await grains.GetGrain<IInterviewListGrain>(0).Cases(new InterviewQuery(at, interviewer, null, false, null, 10), Caller.System, Ct);
        Assert.Equal((InterviewStage.Held, InterviewWaits.Workplace), Assert.Single(cases.Cases) is var c ? (c.Stage, c.Waits) : default);
    }

    [Fact]
    public async Task What_was_answered_and_talked_about_stands_sealed_and_reaches_neither_the_workplace_nor_the_hours()
    {
        var (doctor, interviewer) = (await Physician(), People.Someone());
        var at = await Workplace(doctor);
        await Desk(at, doctor, interviewer);
        await Hold(at, doctor, interviewer);

        var workplace = (await Interviews(at).Read(doctor, Month, InterviewPart.Workplace, Caller.System, Ct))!;
        var mine = (await Interviews(at).Read(doctor, Month, InterviewPart.Physician, Caller.System, Ct))!;
        Assert.Equal((null, null, "当直を減らす", true), (workplace.Answers, workplace.Record, workplace.Opinion, workplace.Sign));
        Assert.Equal(("眠れない夜がある", "家庭の事情を話した"), (mine.Answers!.Words, mine.Record));
        await Eventually.Be("the hours", () => Told(doctor), t => t.Count(IsOfInterview) == 2, Ct);
        foreach (var ledger in new[] { LedgerNames.Name("interviews", at.Code), LedgerNames.Name("work-hours", doctor.Number) })
        {
            var history = await shared.House.Service<IJournalStore>().Read(ledger, 0, Ct);
            foreach (var text in history.Events.Select(e => System.Text.Encoding.UTF8.GetString(e.Body)))
                foreach (var secret in new[] { "眠れない", "家庭", "当直を減らす", "sleepMinutes" }) Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_interview_at_one_employer_counts_for_the_other_when_the_physician_passes_it_on()
    {
        var (doctor, interviewer) = (await Physician(), People.Someone());
        var (one, other) = (await Workplace(doctor), await Workplace(doctor));
        await Overwork(doctor, one);
        await Desk(one, doctor, interviewer);
        Assert.Equal(InterviewNeed.Missed, Assert.Single((await Listed(other)).Lines).Need);
        await Hold(one, doctor, interviewer);

        // Held too late for the month: the need stays at both. What matters here is what the other one knows.
        Assert.Null(await Interviews(other).Read(doctor, Month, InterviewPart.Workplace, Caller.System, Ct));
        Assert.Equal("unknown-workplace", (await Interviews(one).PassOn(new PassInterviewOn("x", doctor, Month, new WorkplaceId("W-ELSE"), Caller.Member(doctor)), Ct)).Refusal?.Reason);
        Assert.True((await Interviews(one).PassOn(new PassInterviewOn("p1", doctor, Month, other, Caller.Member(doctor)), Ct)).Accepted);
        var got = await Eventually.Be("the result at the other employer", async () => await Interviews(other).Read(doctor, Month, InterviewPart.Workplace, Caller.System, Ct), v => v is not null, Ct);
        Assert.Equal((one, "当直を減らす", null, InterviewWaits.Workplace), (got!.From, got.Opinion, got.Record, got.Waits));
        Assert.True((await Interviews(other).DecideMeasures(new DecideMeasures("m", doctor, Month, InterviewMeasures.FewerNights, "外来のみ", null, Caller.System), Ct)).Accepted);
    }

    [Fact]
    public async Task A_list_is_of_whose_it_is()
    {
        var doctor = await Physician();
        var at = await Workplace(doctor);
        await Overwork(doctor, at);
        var list = grains.GetGrain<IInterviewListGrain>(0);
        await Listed(at);
        Task<InterviewDuePage> As(Caller caller, InterviewDueQuery query) => list.Due(query, caller, Ct);

        Assert.Empty((await As(new Caller("w", CallerRole.Workplace, "W-ELSE"), new InterviewDueQuery(at, null, null, 10))).Lines);
        Assert.Empty((await As(new Caller("i", CallerRole.Interviewer, at.Code), new InterviewDueQuery(at, null, null, 10))).Lines);
        Assert.Empty((await As(Caller.Office(new AssociationId("26")), new InterviewDueQuery(at, null, null, 10))).Lines);
        Assert.Empty((await As(Caller.Member(People.Someone()), new InterviewDueQuery(null, doctor, null, 10))).Lines);
        Assert.Single((await As(Caller.Member(doctor), new InterviewDueQuery(null, doctor, null, 10))).Lines);
    }
}
