using JmaActors.Evaluations;
using JmaActors.WorkHours;

namespace JmaActors.Tests.Rules.Evaluations;

/// <summary>How far an application is, whose turn it is, what is missing and what failed.</summary>
public sealed class EvaluationStepTests
{
    static readonly EvaluationPolicy Policy = EvaluationPolicy.Of(Seeds.Book.Table, new DateOnly(2026, 11, 23));

    static readonly DateTimeOffset Filed = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    static EvaluationState State(params string[] done)
    {
        var s = new EvaluationState { Levels = [WorkLevel.B], Name = "病院", Association = "26-001" };
        foreach (var step in done)
        {
            switch (step)
            {
                case "filed": s.Filed = Filed; break;
                case "doctor": s.Doctor.Who = "d"; break;
                case "labour": s.Labour.Who = "l"; break;
                case "doctor done": s.Doctor.Done = true; break;
                case "labour done": s.Labour.Done = true; break;
                case "returned": s.Returned = true; break;
                case "result": s.Result = new EvaluationResulted("k", "1", ""); break;
                case "applied": s.Applied = new DateOnly(2027, 3, 1); break;
                case "designated": s.Designation = new PrefectureDesignated("k", [WorkLevel.B], new DateOnly(2027, 4, 1), null, new DateOnly(2030, 3, 31)); break;
                case "published": s.Published = true; break;
                case "withdrawn": s.Withdrawn = true; break;
            }
        }
        return s;
    }

    public static TheoryData<string, EvaluationStage, EvaluationWaits> Steps => new()
    {
        { "", EvaluationStage.Drafting, EvaluationWaits.Hospital },
        { "filed", EvaluationStage.Filed, EvaluationWaits.Centre },
        { "filed,doctor", EvaluationStage.Filed, EvaluationWaits.Centre },
        { "filed,doctor,labour", EvaluationStage.InReview, EvaluationWaits.BothSurveyors },
        { "filed,doctor,labour,doctor done", EvaluationStage.InReview, EvaluationWaits.Labour },
        { "filed,doctor,labour,labour done", EvaluationStage.InReview, EvaluationWaits.Doctor },
        { "filed,doctor,labour,doctor done,labour done", EvaluationStage.Reviewed, EvaluationWaits.Centre },
        { "filed,doctor,labour,returned", EvaluationStage.Suspended, EvaluationWaits.Hospital },
        { "filed,doctor,labour,doctor done,labour done,result", EvaluationStage.Resulted, EvaluationWaits.Hospital },
        { "filed,result,applied", EvaluationStage.Applied, EvaluationWaits.Prefecture },
        { "filed,result,applied,designated", EvaluationStage.Designated, EvaluationWaits.Prefecture },
        { "filed,result,applied,designated,published", EvaluationStage.Published, EvaluationWaits.Nobody },
        { "filed,withdrawn", EvaluationStage.Withdrawn, EvaluationWaits.Nobody },
    };

    [Theory, MemberData(nameof(Steps))]
    public void How_far_an_application_is_and_whose_turn_it_is(string done, EvaluationStage stage, EvaluationWaits waits)
    {
        var s = State(done.Split(','));

        Assert.Equal((stage, waits), (EvaluationStepRules.StageOf(s), EvaluationStepRules.WaitsFor(s)));
    }

    [Fact]
    public void What_is_missing_is_said_in_the_order_a_hospital_fills_it_in_and_C2_asks_for_the_ministrys_confirmation()
    {
        var s = State();
        Assert.Equal(["no-plan", "sheet-incomplete", "items-unanswered"], EvaluationStepRules.Missing(s, Policy));
        s.Levels = [WorkLevel.C2];
        Assert.Equal("c2-not-confirmed", EvaluationStepRules.Missing(s, Policy)[1]);

        s.Plan = new PlanKept("k", new DateOnly(2026, 4, 1), new DateOnly(2029, 3, 31), "");
        s.Confirmations.Add(new C2Confirmed("k", 0, "低侵襲手術", new DateOnly(2026, 5, 1), "1"));
        foreach (var (field, _) in Policy.Fields) s.Fields[field] = "x";
        foreach (var item in Policy.Items) s.Answers[item.Id] = new ItemAnswered("k", item.Id, ItemVerdict.Met, "", []);
        Assert.Equal(["evidence-missing"], EvaluationStepRules.Missing(s, Policy));
        foreach (var item in Policy.Items.Where(i => i.Mandatory)) s.Answers[item.Id] = s.Answers[item.Id] with { Documents = ["d"] };
        Assert.Empty(EvaluationStepRules.Missing(s, Policy));
    }

    [Theory]
    [InlineData(ItemVerdict.Met, ItemVerdict.Met, false)]
    [InlineData(ItemVerdict.NotMet, ItemVerdict.Met, true)]
    [InlineData(ItemVerdict.Met, ItemVerdict.NotMet, true)]
    public void A_mandatory_item_fails_when_either_surveyor_finds_it_not_met(ItemVerdict doctor, ItemVerdict labour, bool fails)
    {
        var s = State();
        foreach (var item in Policy.Items)
        {
            s.Doctor.Items[item.Id] = new ItemJudged("k", SurveyorKind.Doctor, item.Id, item.Mandatory ? ItemVerdict.Met : ItemVerdict.NotMet, "");
            s.Labour.Items[item.Id] = new ItemJudged("k", SurveyorKind.Labour, item.Id, ItemVerdict.Met, "");
        }
        var mandatory = Policy.Items.First(i => i.Mandatory).Id;
        s.Doctor.Items[mandatory] = s.Doctor.Items[mandatory] with { Verdict = doctor };
        s.Labour.Items[mandatory] = s.Labour.Items[mandatory] with { Verdict = labour };

        Assert.Equal(fails ? [mandatory] : [], EvaluationStepRules.Failed(s, Policy));
    }

    [Theory]
    [InlineData(null, "2027-04-01")]
    [InlineData("2027-03-10", "2028-03-10")]
    [InlineData("2028-05-01", null)]
    public void The_plan_is_reviewed_every_year_until_it_ends(string? reviewed, string? due)
    {
        var s = State();
        Assert.Null(EvaluationStepRules.ReviewDue(s, Policy));
        s.Plan = new PlanKept("k", new DateOnly(2026, 4, 1), new DateOnly(2029, 3, 31), "");
        if (reviewed is not null) s.Reviews.Add(new PlanReviewed("k", DateOnly.Parse(reviewed, System.Globalization.CultureInfo.InvariantCulture), "x"));

        Assert.Equal(due, EvaluationStepRules.ReviewDue(s, Policy)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_result_is_aimed_at_four_months_after_filing() => Assert.Equal(new DateOnly(2027, 3, 23), EvaluationStepRules.Target(State("filed"), Policy));

    [Fact]
    public void Items_sheet_and_wordings_are_data_and_what_no_source_confirms_says_so()
    {
        Assert.True(Policy.Items.Count(i => i.Mandatory) >= 10 && Policy.Items.Any(i => !i.Mandatory));
        Assert.Equal(["structure", "process", "outcome"], Policy.Items.Select(i => i.Group).Distinct());
        Assert.Equal("04", Assert.Single(Policy.Items, i => !i.Unverified).Id);
        Assert.True(Policy.Results.Count >= 2 && Policy.Results.All(r => r.Unverified));
        Assert.NotEmpty(Policy.Fields);
    }
}
