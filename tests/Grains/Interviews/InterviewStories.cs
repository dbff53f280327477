using System.Text.Json;
using JmaActors.Interviews;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.WorkHours;
using static JmaActors.Tests.Grains.WorkHours.Duty;

namespace JmaActors.Tests.Grains.Interviews;

/// <summary>What becomes of interviews, without the actor. They happen on Monday, 23 November 2026 at 10:00 in Tokyo.</summary>
public sealed class InterviewStories
{
    static readonly MemberId Doctor = new(1_000_000_001), Interviewer = new(1_000_000_002), Head = new(1_000_000_003), Superior = new(1_000_000_004);
    static readonly DateOnly Month = new(2026, 11, 1);
    static readonly InterviewGround Works = new(true, Month);
    static readonly byte[] Words = [1], Given = [2];

    readonly StoredLedger<InterviewsState, InterviewEvent> ledger;
    readonly InterviewDecider decider;
    int keys;

    public InterviewStories()
    {
        var kind = new InterviewsLedger(Seeds.Book);
        (ledger, decider) = (new(kind, W1.Code), kind.Decider);
    }

    string Key => $"k{keys++}";

    static DateTimeOffset Now => At(23, 10);

    InterviewCase Case => ledger.State.Find(Doctor.Number, Month)!;

    string? Do<T>(Func<InterviewsState, T, Deciding, Decision<InterviewEvent>> decide, T command) => ledger.Do(decide, command, Now).Refusal?.Reason;

    void Desk()
    {
        Assert.Null(Do(InterviewDeskDecider.NameHead, new NameInstitutionHead(Key, Head, Caller.System)));
        Assert.Null(Do(InterviewDeskDecider.NameSuperior, new NameSuperior(Key, Doctor, Superior, Caller.System)));
        foreach (var who in new[] { Interviewer, Head, Superior, Doctor }) Assert.Null(Do(InterviewDeskDecider.Keep, new KeepInterviewer(Key, who, new DateOnly(2026, 2, 1), "第123号", Caller.System)));
    }

    string? Assign(MemberId who, InterviewGround? ground = null) => Do(decider.Assign, new PreparedInterview<AssignInterview>(new(Key, Doctor, Month, who, Caller.System), Ground: ground ?? Works));

    string? Check(bool asks = false, int sleep = 420, byte[]? words = null) =>
        Do(decider.FillCheck, new PreparedInterview<FillFatigueCheck>(new(Key, Doctor, Month, new FatigueAnswers(sleep, 1, 1, asks, ""), Caller.Member(Doctor)), words ?? Words, null, Works));

    string? Hold(DateTimeOffset? at = null, MemberId? by = null) =>
        Do(decider.Hold, new PreparedInterview<HoldInterview>(new(Key, Doctor, Month, at ?? Now.AddMinutes(-30), "談話", "意見", InterviewAdvice.Limited, Caller.System, by ?? Interviewer), Words, Given));

    string? Measures(InterviewMeasures measures) =>
        Do(InterviewDecider.Measures, new PreparedInterview<DecideMeasures>(new(Key, Doctor, Month, measures, "当直を月2回まで", new DateOnly(2026, 12, 31), Caller.System), Words, null, Works));

    string? Follow(bool done) => Do(InterviewDecider.Follow, new PreparedInterview<FollowMeasures>(new(Key, Doctor, Month, "守れている", done, Caller.System), Words));

    void Held()
    {
        Desk();
        Assert.Null(Assign(Interviewer));
        Assert.Null(Do(InterviewDecider.Appoint, new AppointInterview(Key, Doctor, Month, At(23, 9), "医局", Caller.System)));
        Assert.Null(Check());
        Assert.Null(Hold());
    }

    T Told<T>(string type, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> json) => JsonSerializer.Deserialize(ledger.Parcels.Last(p => p.Type == type).Body, json)!;

    [Fact]
    public void Nobody_is_assigned_who_manages_the_institution_directs_the_physician_or_did_not_complete_the_course()
    {
        Assert.Equal("head-not-named", Assign(Interviewer));
        Desk();

        Assert.Equal("interviewer-is-head", Assign(Head));
        Assert.Equal("interviewer-is-superior", Assign(Superior));
        Assert.Equal("interviewer-is-physician", Assign(Doctor));
        Assert.Equal("not-qualified", Assign(new MemberId(1_000_000_009)));
        Assert.Equal("unknown-physician", Assign(Interviewer, new InterviewGround(false, Month)));
        Assert.Equal("bad-month", Assign(Interviewer, new InterviewGround(true, Month.AddDays(1))));
        Assert.Null(Assign(Interviewer));
        Assert.Equal(Interviewer.Number, Case.Interviewer);
    }

    [Fact]
    public void A_case_goes_from_hand_to_hand_until_the_measures_are_done_and_the_hours_hear_of_each_step_that_concerns_them()
    {
        Desk();
        Assert.Equal("not-assigned", Do(InterviewDecider.Appoint, new AppointInterview(Key, Doctor, Month, At(24, 17), "医局", Caller.System)));
        Assign(Interviewer);
        Assert.Equal(InterviewWaits.Interviewer, InterviewStepRules.WaitsFor(Case));
        Assert.Equal("no-place", Do(InterviewDecider.Appoint, new AppointInterview(Key, Doctor, Month, At(24, 17), " ", Caller.System)));
        Do(InterviewDecider.Appoint, new AppointInterview(Key, Doctor, Month, At(24, 17), "医局", Caller.System));
        Assert.Equal(InterviewWaits.Physician, InterviewStepRules.WaitsFor(Case));
        Assert.Equal("check-missing", Hold());

        Assert.Null(Check(sleep: 359));
        Assert.True(Case.Sign);
        Assert.True(Told(WorkHoursLedger.CheckParcel, WorkHoursJson.Default.FatigueChecked).Sign);
        Assert.Equal("in-the-future", Hold(Now.AddHours(1)));
        Assert.Equal("bad-dates", Hold(At(-10, 9)));
        Assert.Equal("not-assigned", Hold(by: Superior));
        Assert.Null(Hold());
        Assert.Equal("interview-over", Hold());
        var held = Told(WorkHoursLedger.MeasureParcel, WorkHoursJson.Default.HealthMeasureTaken);
        Assert.Equal((HealthMeasureKind.Interview, W1.Code, WorkMinute.Of(Now.AddMinutes(-30))), (held.Kind, held.Workplace, held.At));

        Assert.Null(Measures(InterviewMeasures.HoursCut | InterviewMeasures.FewerNights));
        Assert.Equal(HealthMeasureKind.HoursCut, Told(WorkHoursLedger.MeasureParcel, WorkHoursJson.Default.HealthMeasureTaken).Kind);
        Assert.Equal(InterviewStage.Decided, InterviewStepRules.StageOf(Case));
        Assert.Null(Follow(false));
        Assert.Null(Follow(true));
        Assert.Equal((InterviewStage.Closed, InterviewWaits.Nobody), (InterviewStepRules.StageOf(Case), InterviewStepRules.WaitsFor(Case)));
        Assert.Equal("interview-over", Follow(true));
        Assert.Equal("interview-over", Measures(InterviewMeasures.Leave));
    }

    [Fact]
    public void Who_was_named_head_after_the_assignment_does_not_hold_the_interview()
    {
        Desk();
        Assign(Interviewer);
        Check();
        Do(InterviewDeskDecider.NameHead, new NameInstitutionHead(Key, Interviewer, Caller.System));

        Assert.Equal("interviewer-is-head", Hold());
    }

    [Fact]
    public void Before_the_opinion_only_hours_are_cut_and_with_no_measure_needed_the_case_is_over()
    {
        Desk();
        Assert.Equal("not-held", Measures(InterviewMeasures.Leave));
        Assert.Null(Measures(InterviewMeasures.HoursCut));
        Assert.Equal(InterviewStage.Opened, InterviewStepRules.StageOf(Case));

        var other = new InterviewStories();
        other.Held();
        Assert.Null(other.Measures(InterviewMeasures.None));
        Assert.Equal(InterviewStage.Closed, InterviewStepRules.StageOf(other.Case));
    }

    [Fact]
    public void A_result_is_passed_on_once_by_its_opinion_alone_and_counts_there()
    {
        Held();
        string? Pass(WorkplaceId to, InterviewGround? ground) => Do(InterviewDecider.PassOn, new PreparedInterview<PassInterviewOn>(new(Key, Doctor, Month, to, Caller.Member(Doctor)), Ground: ground));
        Assert.Equal("unknown-workplace", Pass(W2, null));
        Assert.Null(Pass(W2, new InterviewGround(true, new DateOnly(2026, 11, 11))));
        Assert.True(ledger.Do(InterviewDecider.PassOn, new PreparedInterview<PassInterviewOn>(new(Key, Doctor, Month, W2, Caller.Member(Doctor))), Now).Repeat);

        Assert.Equal(W2.Code, Told(WorkHoursLedger.SharedParcel, WorkHoursJson.Default.InterviewShared).To);
        var passed = ledger.Parcels.Last(p => p.Type == InterviewsLedger.PassedParcel);
        Assert.Equal("interviews/W26-002", passed.Receiver);
        var there = new StoredLedger<InterviewsState, InterviewEvent>(new InterviewsLedger(Seeds.Book), W2.Code);
        there.Receive(new Parcel(passed.Sender, passed.Version, passed.Receiver, passed.Type, passed.Body), Now);
        var got = there.State.Find(Doctor.Number, new DateOnly(2026, 11, 11))!;
        Assert.Equal(Given, got.Opinion);
        Assert.Equal((W1.Code, null, InterviewStage.Held), (got.From, got.Record, InterviewStepRules.StageOf(got)));
    }

    [Fact]
    public void A_case_is_called_off_and_can_be_taken_up_again()
    {
        Desk();
        Assert.Equal("not-assigned", Do(InterviewDecider.Drop, new PreparedInterview<DropInterview>(new(Key, Doctor, Month, "勤務が減った", Caller.System), Words)));
        Assign(Interviewer);
        Assert.Null(Do(InterviewDecider.Drop, new PreparedInterview<DropInterview>(new(Key, Doctor, Month, "勤務が減った", Caller.System), Words)));
        Assert.True(Case.Over);
        Assert.Null(Assign(Interviewer));
        Assert.False(Case.Over);
    }

    [Fact]
    public void The_same_key_again_changes_nothing_and_another_activation_folds_the_same()
    {
        Held();
        var before = ledger.Events.Count;
        foreach (var e in ledger.Events.ToList())
            if (e is InterviewAssigned a) Assert.True(ledger.Do(decider.Assign, new PreparedInterview<AssignInterview>(new(a.Key, Doctor, Month, Interviewer, Caller.System), Ground: Works), Now).Repeat);

        Assert.Equal(before, ledger.Events.Count);
        Assert.Equal(JsonSerializer.Serialize(ledger.State, InterviewJson.Default.InterviewsState), JsonSerializer.Serialize(ledger.Replay(), InterviewJson.Default.InterviewsState));
    }

    [Fact]
    public void Answers_and_conversation_are_opened_for_the_two_they_are_for_and_the_opinion_for_the_workplace_too()
    {
        Held();
        string Open(byte[] text) => text == Words ? "{\"sleepMinutes\":420,\"grade\":1,\"score\":1,\"words\":\"x\"}" : "意見";
        InterviewView In(InterviewPart part) => InterviewAnswers.Case(W1, Case, part, Open);

        Assert.Equal((null, null, "意見"), (In(InterviewPart.Workplace).Answers, In(InterviewPart.Workplace).Record, In(InterviewPart.Workplace).Opinion));
        foreach (var part in new[] { InterviewPart.Interviewer, InterviewPart.Physician }) Assert.Equal((420, "意見"), (In(part).Answers!.SleepMinutes, In(part).Opinion));
        Assert.NotNull(In(InterviewPart.Physician).Record);
    }

    [Fact]
    public void A_case_that_took_as_many_words_as_there_is_room_for_can_still_be_decided_and_ended()
    {
        Desk();
        Assert.Null(Assign(Interviewer));
        Assert.Null(Check());
        for (var i = 0; i < InterviewLimits.Lines; i++) Assert.Null(Measures(InterviewMeasures.HoursCut));
        Assert.Equal("ledger-full", Measures(InterviewMeasures.HoursCut));
        Assert.Null(Hold());
        Assert.Null(Measures(InterviewMeasures.Leave));
        Assert.Equal("ledger-full", Measures(InterviewMeasures.Leave));
        Assert.Equal("ledger-full", Follow(false));

        Assert.Null(Follow(true));
        Assert.Equal(InterviewStage.Closed, InterviewStepRules.StageOf(Case));
        Assert.Equal("interview-over", Follow(true));
    }
}
