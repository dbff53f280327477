using System.Text.Json;
using JmaActors.Evaluations;
using JmaActors.Ledgers;
using JmaActors.WorkHours;
using static JmaActors.Tests.Grains.WorkHours.Duty;

namespace JmaActors.Tests.Grains.Evaluations;

/// <summary>What becomes of an application, without the actor. It happens on Monday, 23 November 2026 in Tokyo.</summary>
public sealed class EvaluationStories
{
    static readonly DateOnly Today = new(2026, 11, 23);
    static readonly EvaluationId Id = new(W1, "a");

    readonly EvaluationLedger kind = new(Seeds.Book);
    readonly StoredLedger<EvaluationState, EvaluationEvent> ledger;
    readonly EvaluationPolicy policy;
    int keys;

    public EvaluationStories()
    {
        ledger = new(kind, Id.Text);
        policy = kind.Papers.Policy(Now);
    }

    static DateTimeOffset Now => At(23, 10);

    string Key => $"k{keys++}";

    EvaluationStage Stage => EvaluationStepRules.StageOf(ledger.State);

    string? Do<T>(Func<EvaluationState, T, Deciding, Decision<EvaluationEvent>> decide, T command) => ledger.Do(decide, command, Now).Refusal?.Reason;

    static WorkplaceView Hospital => new(W1, "みやこ病院", new AssociationId("26-007"), false, null, false, null, 0, [], [], [], 0, 1);

    string? Open(params WorkLevel[] levels) => Do(EvaluationDecider.Open, (new OpenEvaluation(Key, levels, Caller.System), (WorkplaceView?)Hospital));

    string? File() => Do(kind.Papers.File, new FileEvaluation(Key, Caller.System));

    string? Assign(SurveyorKind surveyor, string who, bool of = false, bool surveys = true) => Do(ReviewDecider.Assign, new AssignSurveyor(Key, surveyor, who, of, Caller.System, surveys));

    string? Judge(SurveyorKind surveyor, string item, ItemVerdict verdict = ItemVerdict.Met, string words = "") => Do(kind.Review.Judge, new JudgeItem(Key, surveyor, item, verdict, words, Caller.System));

    string? Finish(SurveyorKind surveyor) => Do(kind.Review.Finish, new FinishReview(Key, surveyor, Caller.System));

    string? Result(string result = "1") => Do(kind.Review.Result, new GiveResult(Key, result, "", Caller.System));

    string? Designate(DateOnly from, DateOnly? to = null, params WorkLevel[] levels) => Do(kind.Review.Designate, new DesignateEvaluated(Key, levels, from, to, Caller.System));

    EvaluationView In(EvaluationPart part) => EvaluationAnswers.View(Id, ledger.State, part, policy);

    void Written(params WorkLevel[] levels)
    {
        Assert.Null(Open(levels));
        Assert.Null(Do(EvaluationDecider.KeepPlan, new KeepPlan(Key, new DateOnly(2026, 4, 1), new DateOnly(2029, 3, 31), "", Caller.System)));
        Assert.Null(Do(kind.Papers.FillSheet, new FillSheet(Key, policy.Fields.ToDictionary(f => f.Field, _ => "記入"), Caller.System)));
        foreach (var item in policy.Items) Assert.Null(Do(kind.Papers.AnswerItem, new AnswerItem(Key, item.Id, ItemVerdict.Met, "", item.Mandatory ? ["d" + item.Id] : [], Caller.System)));
    }

    void InReview(params WorkLevel[] levels)
    {
        Written(levels);
        Assert.Null(File());
        Assert.Null(Assign(SurveyorKind.Doctor, "dr"));
        Assert.Null(Assign(SurveyorKind.Labour, "sr"));
    }

    void Reviewed(string? failing = null)
    {
        foreach (var surveyor in new[] { SurveyorKind.Doctor, SurveyorKind.Labour })
        {
            foreach (var item in policy.Items.Where(i => !ledger.State.Of(surveyor).Items.ContainsKey(i.Id))) Assert.Null(Judge(surveyor, item.Id, item.Id == failing ? ItemVerdict.NotMet : ItemVerdict.Met, item.Id == failing ? "足りない" : ""));
            Assert.Null(Finish(surveyor));
        }
    }

    [Fact]
    public void An_application_goes_from_the_plan_to_the_publication_and_the_workplace_hears_of_its_levels()
    {
        Assert.Equal("unknown-evaluation", File());
        Assert.Equal("no-level", Open(WorkLevel.A));
        Assert.Equal("no-level", Open(WorkLevel.B, WorkLevel.B));
        InReview(WorkLevel.B, WorkLevel.LinkedB);
        Assert.Equal("not-drafting", Do(kind.Papers.FillSheet, new FillSheet(Key, new Dictionary<string, string> { ["f01"] = "x" }, Caller.System)));
        Reviewed();
        Assert.Equal("nothing-failed", Do(kind.Review.Suspend, new SuspendEvaluation(Key, "x", Caller.System)));
        Assert.Equal("unknown-result", Result("9"));
        Assert.Null(Result());
        Assert.Equal("not-applied", Designate(Today, null, WorkLevel.B));
        Assert.Null(Do(EvaluationDecider.Apply, new ApplyToPrefecture(Key, Today, Caller.System)));
        Assert.Equal("level-not-applied-for", Designate(Today, null, WorkLevel.C1));
        Assert.Equal("bad-dates", Designate(Today, Today.AddYears(3), WorkLevel.B));
        Assert.Equal("bad-dates", Designate(Today.AddDays(-1), null, WorkLevel.B));
        Assert.Null(Designate(new DateOnly(2027, 4, 1), null, WorkLevel.B, WorkLevel.LinkedB));
        Assert.Equal((EvaluationWaits.Prefecture, new DateOnly(2030, 3, 31)), (EvaluationStepRules.WaitsFor(ledger.State), ledger.State.Designation!.NextBy));
        Assert.Null(Do(ReviewDecider.Publish, new PublishDesignation(Key, Caller.System)));
        Assert.Equal(EvaluationStage.Published, Stage);
        Assert.Equal([2, 1], ledger.Views.Where(v => v.Table == EvaluationViews.Designated).Select(v => ((DesignatedRow)v.Row).Level));
        Assert.Equal("evaluation-over", Do(EvaluationDecider.Withdraw, new WithdrawEvaluation(Key, "x", Caller.System)));

        var told = Assert.Single(ledger.Parcels);
        Assert.Equal("workplace/W26-001", told.Receiver);
        var place = new StoredLedger<WorkplaceState, WorkplaceEvent>(new WorkplaceLedger(), W1.Code);
        place.Do(WorkplaceDecider.Describe, new DescribeWorkplace("1", "みやこ病院", new AssociationId("26-007"), false, Caller.System), Now);
        place.Receive(new Parcel(told.Sender, told.Version, told.Receiver, told.Type, told.Body), Now);
        Assert.Equal([(WorkLevel.B, new DateOnly(2027, 4, 1), new DateOnly(2030, 3, 31)), (WorkLevel.LinkedB, new DateOnly(2027, 4, 1), new DateOnly(2030, 3, 31))], place.State.Designations.Select(d => (d.Level, d.From, d.To!.Value)));
    }

    [Fact]
    public void Nothing_is_filed_that_is_not_whole_and_C2_needs_the_ministrys_confirmation_first()
    {
        Written(WorkLevel.C2);
        Assert.Equal("c2-not-confirmed", File());
        Assert.Equal("in-the-future", Do(EvaluationDecider.ConfirmC2, new ConfirmC2(Key, null, "低侵襲手術", Today.AddDays(1), "1", Caller.System)));
        Assert.Null(Do(EvaluationDecider.ConfirmC2, new ConfirmC2(Key, new MemberId(1_000_000_001), "低侵襲手術", Today, "第1号", Caller.System)));
        // Whose it is, is for the hospital alone.
        Assert.Equal([EvaluationPart.Hospital], Enum.GetValues<EvaluationPart>().Where(p => In(p).Confirmations.Single().Member is not null));
        Assert.Null(Do(kind.Papers.FillSheet, new FillSheet(Key, new Dictionary<string, string> { [policy.Fields[0].Field] = "" }, Caller.System)));
        Assert.Equal("sheet-incomplete", File());
        Do(kind.Papers.FillSheet, new FillSheet(Key, new Dictionary<string, string> { [policy.Fields[0].Field] = "x" }, Caller.System));
        Assert.Equal("item-mandatory", Do(kind.Papers.AnswerItem, new AnswerItem(Key, "01", ItemVerdict.NotConcerned, "", [], Caller.System)));
        Assert.Null(File());
    }

    [Fact]
    public void Surveyors_are_two_people_neither_of_the_institution_and_neither_sees_the_others_findings_before_both_are_done()
    {
        Written(WorkLevel.B);
        Assert.Equal("not-filed", Assign(SurveyorKind.Doctor, "dr"));
        File();
        Assert.Equal("surveyor-of-institution", Assign(SurveyorKind.Doctor, "dr", of: true));
        Assert.Equal("unknown-surveyor", Assign(SurveyorKind.Doctor, "dr", surveys: false));
        Assign(SurveyorKind.Doctor, "dr");
        Assert.Equal("same-surveyor", Assign(SurveyorKind.Labour, "dr"));
        Assert.Equal("not-in-review", Judge(SurveyorKind.Doctor, "01"));
        Assign(SurveyorKind.Labour, "sr");
        Assert.Equal("no-words", Judge(SurveyorKind.Doctor, "01", ItemVerdict.NotMet));
        Assert.Equal("item-mandatory", Judge(SurveyorKind.Doctor, "01", ItemVerdict.NotConcerned));
        Assert.Null(Judge(SurveyorKind.Doctor, "01", ItemVerdict.NotMet, "証拠がない"));
        Assert.Equal("review-begun", Assign(SurveyorKind.Doctor, "other"));
        Assert.Equal("items-unjudged", Finish(SurveyorKind.Doctor));

        ItemVerdict? Seen(EvaluationPart part) => In(part).Items[0].Doctor;
        Assert.Equal([ItemVerdict.NotMet, null, null, null], new[] { EvaluationPart.Doctor, EvaluationPart.Labour, EvaluationPart.Centre, EvaluationPart.Hospital }.Select(Seen));
        Assert.Equal(["dr", ""], In(EvaluationPart.Doctor).Surveyors.Select(s => s.Who));
        Assert.Equal(["", ""], In(EvaluationPart.Hospital).Surveyors.Select(s => s.Who));
        Reviewed();
        Assert.Equal([ItemVerdict.NotMet, ItemVerdict.NotMet, null], new[] { EvaluationPart.Labour, EvaluationPart.Centre, EvaluationPart.Hospital }.Select(Seen));
        Assert.Equal("review-finished", Judge(SurveyorKind.Doctor, "02") is "not-in-review" ? "review-finished" : "judged");
    }

    [Fact]
    public void A_mandatory_item_that_failed_suspends_with_advice_and_only_it_is_judged_again()
    {
        InReview(WorkLevel.B);
        Reviewed(failing: "04");
        Assert.Equal("mandatory-failed", Result());
        Assert.Equal("no-words", Do(kind.Review.Suspend, new SuspendEvaluation(Key, " ", Caller.System)));
        Assert.Null(Do(kind.Review.Suspend, new SuspendEvaluation(Key, "副業先の申告を月1回にする", Caller.System)));
        Assert.Equal((EvaluationStage.Suspended, EvaluationWaits.Hospital), (Stage, EvaluationStepRules.WaitsFor(ledger.State)));
        var hospital = In(EvaluationPart.Hospital);
        Assert.Equal(("副業先の申告を月1回にする", "04"), (hospital.Advice, Assert.Single(hospital.Failed)));

        Do(kind.Papers.AnswerItem, new AnswerItem(Key, "04", ItemVerdict.Met, "規程を改めた", ["e"], Caller.System));
        Assert.Null(File());
        Assert.Equal((EvaluationStage.InReview, policy.Items.Count - 1, Now), (Stage, ledger.State.Doctor.Items.Count, ledger.State.Filed));
        Reviewed();
        Assert.Null(Result("3"));
        Assert.Equal(EvaluationWaits.Hospital, EvaluationStepRules.WaitsFor(ledger.State));
    }

    [Fact]
    public void The_same_key_again_changes_nothing_and_another_activation_folds_the_same()
    {
        InReview(WorkLevel.B);
        var filed = ledger.Events.OfType<EvaluationFiled>().Single();
        Assert.True(ledger.Do(kind.Papers.File, new FileEvaluation(filed.Key, Caller.System), Now).Repeat);
        Assert.Equal("bad-key", Do(kind.Papers.File, new FileEvaluation("", Caller.System)));
        Assert.Equal(JsonSerializer.Serialize(ledger.State, EvaluationJson.Default.EvaluationState), JsonSerializer.Serialize(ledger.Replay(), EvaluationJson.Default.EvaluationState));
    }

    [Fact]
    public void The_plan_is_reviewed_after_the_designation_too()
    {
        Written(WorkLevel.B);
        Assert.Equal("in-the-future", Do(EvaluationDecider.ReviewPlan, new ReviewPlan(Key, Today.AddDays(1), "x", Caller.System)));
        Assert.Equal("bad-dates", Do(EvaluationDecider.ReviewPlan, new ReviewPlan(Key, new DateOnly(2026, 3, 1), "x", Caller.System)));
        Assert.Null(Do(EvaluationDecider.ReviewPlan, new ReviewPlan(Key, Today, "目標を見直した", Caller.System)));
        Assert.Equal(Today.AddYears(1), In(EvaluationPart.Hospital).ReviewDue);
    }
}
