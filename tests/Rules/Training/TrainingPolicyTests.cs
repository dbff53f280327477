using JmaActors.Credits;
using JmaActors.Policies;
using JmaActors.Training;

namespace JmaActors.Tests.Rules.Training;

public class TrainingPolicyTests
{
    static readonly TrainingPolicy Policy = Seeds.Book.Training(new DateOnly(2026, 11, 23));

    [Theory]
    [InlineData(CreditScheme.Cme, SchemeApprover.Prefecture)]
    [InlineData(CreditScheme.Occupational, SchemeApprover.Jma)]
    [InlineData(CreditScheme.Sports, SchemeApprover.Prefecture)]
    [InlineData(CreditScheme.Kakaritsuke, SchemeApprover.Prefecture)]
    [InlineData(CreditScheme.CommonLecture, SchemeApprover.Jma)]
    public void Each_scheme_has_its_approver_with_a_source(CreditScheme scheme, SchemeApprover by)
    {
        Assert.Equal(by, Policy.ApproverOf(scheme));
        Assert.NotEmpty(Policy.Rules[TrainingPolicy.ApproverRule(scheme)].Source);
    }

    [Fact]
    public void An_application_is_in_time_thirty_days_before_and_a_late_one_is_marked_not_refused()
    {
        Assert.Equal(new DateOnly(2026, 10, 24), Policy.ApplyBy(new DateOnly(2026, 11, 23)));
        Assert.False(Policy.RefusesLate);
        Assert.True(Policy.Rules[TrainingRuleIds.Application].Unverified);
    }

    [Theory]
    [InlineData("\"by\": \"jma\"", "\"by\": \"nobody\"")]
    [InlineData("\"enforce\": \"warn\"", "\"enforce\": \"maybe\"")]
    [InlineData("training.approver.sports", "training.approver.golf")]
    public void A_word_nobody_knows_or_a_missing_approver_stops_the_start(string right, string wrong)
    {
        var text = Seeds.Text("policy/training.json");
        Assert.Contains(right, text, StringComparison.Ordinal);
        var table = PolicyTable.Parse([text.Replace(right, wrong, StringComparison.Ordinal)]);
        Assert.Throws<FormatException>(() => TrainingPolicy.Of(table, new DateOnly(2026, 11, 23)));
    }
}
