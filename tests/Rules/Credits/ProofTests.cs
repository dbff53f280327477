using JmaActors.Credits;

namespace JmaActors.Tests.Rules.Credits;

public class ProofTests
{
    static readonly DateOnly Today = new(2026, 11, 23);

    static readonly Caller Herself = Caller.Member(new MemberId(1_000_000_001));

    static readonly Caller Office = Caller.Office(AssociationId.Local(26, 3));

    static readonly Evidence Paper = new("参加証.pdf", new string('a', 64));

    static AccrueCredit Entry(CreditMethod method, Caller caller, int? score = null, Evidence? evidence = null) => new(
        "report-1", method, new CurriculumCode(74), Units.Of(1m), Today, "報告", caller != Herself, caller, score, evidence);

    static Refusal? Check(AccrueCredit command, bool? jma = true) => AccrualRules.Check(command, Today, null, jma, Seeds.Book);

    [Theory]
    [InlineData(CreditMethod.Journal, 59, "score-too-low", "cme.journal")]
    [InlineData(CreditMethod.Journal, 60, null, null)]
    [InlineData(CreditMethod.Journal, 100, null, null)]
    [InlineData(CreditMethod.Journal, null, "score-missing", "cme.journal")]
    [InlineData(CreditMethod.ELearning, 79, "score-too-low", "cme.e-learning-score")]
    [InlineData(CreditMethod.ELearning, 80, null, null)]
    [InlineData(CreditMethod.ELearning, null, "score-missing", "cme.e-learning-score")]
    [InlineData(CreditMethod.Journal, 101, "bad-score", "cme.journal")]
    [InlineData(CreditMethod.Journal, -1, "bad-score", "cme.journal")]
    public void Who_reports_answers_for_herself_says_a_score_that_is_high_enough(CreditMethod method, int? score, string? reason, string? rule)
    {
        var refusal = Check(Entry(method, Herself, score));
        Assert.Equal((reason, rule), (refusal?.Reason, refusal?.Rule));
    }

    [Theory]
    [InlineData(CreditMethod.Journal, null, null)]
    [InlineData(CreditMethod.ELearning, null, null)]
    [InlineData(CreditMethod.Journal, 59, "score-too-low")]
    [InlineData(CreditMethod.ELearning, 80, null)]
    public void An_office_may_leave_the_score_out_but_not_record_one_too_low(CreditMethod method, int? score, string? reason)
    {
        Assert.Equal(reason, Check(Entry(method, Office, score))?.Reason);
        Assert.Equal(reason, Check(Entry(method, Caller.System, score))?.Reason);
    }

    [Theory]
    [InlineData(CreditMethod.Lecture, "cme.congress")]
    [InlineData(CreditMethod.ExamWriting, "cme.self-report")]
    [InlineData(CreditMethod.Teaching, "cme.self-report")]
    [InlineData(CreditMethod.HandsOn, "cme.self-report")]
    [InlineData(CreditMethod.Paper, "cme.self-report")]
    public void Who_reports_for_herself_shows_a_document_and_an_office_need_not(CreditMethod method, string rule)
    {
        var refusal = Check(Entry(method, Herself));
        Assert.Equal(("evidence-missing", rule), (refusal?.Reason, refusal?.Rule));
        Assert.Null(Check(Entry(method, Herself, evidence: Paper)));
        Assert.Null(Check(Entry(method, Office)));
    }

    [Theory]
    [InlineData("", "a", 64)]
    [InlineData(" ", "a", 64)]
    [InlineData("a\nb", "a", 64)]
    [InlineData("参加証.pdf", "a", 63)]
    [InlineData("参加証.pdf", "a", 65)]
    [InlineData("参加証.pdf", "A", 64)]
    [InlineData("参加証.pdf", "g", 64)]
    [InlineData("参加証.pdf", "あ", 64)]
    public void A_document_has_a_name_and_the_digits_of_its_hash(string name, string digit, int digits)
    {
        var evidence = new Evidence(name, string.Concat(Enumerable.Repeat(digit, digits)));
        Assert.Equal("bad-evidence", Check(Entry(CreditMethod.Lecture, Herself, evidence: evidence))?.Reason);
        Assert.Equal("bad-evidence", Check(Entry(CreditMethod.Lecture, Office, evidence: evidence))?.Reason);
    }

    [Fact]
    public void A_document_without_name_or_hash_is_refused_and_the_longest_name_taken()
    {
        Assert.Equal("bad-evidence", Check(Entry(CreditMethod.Paper, Herself, evidence: new Evidence(null!, Paper.Sha256)))?.Reason);
        Assert.Equal("bad-evidence", Check(Entry(CreditMethod.Paper, Herself, evidence: new Evidence("a", null!)))?.Reason);
        Assert.Null(Check(Entry(CreditMethod.Paper, Herself, evidence: Paper with { Name = new string('名', CreditLimits.EvidenceName) })));
        Assert.Equal("bad-evidence", Check(Entry(CreditMethod.Paper, Herself, evidence: Paper with { Name = new string('名', CreditLimits.EvidenceName + 1) }))?.Reason);
    }

    [Fact]
    public void Nobody_posts_her_own_report() =>
        Assert.Equal("office-posts", Check(Entry(CreditMethod.Lecture, Herself, evidence: Paper) with { Post = true })?.Reason);

    [Fact]
    public void Who_is_no_member_of_the_JMA_is_refused_before_the_score_is_asked_for() =>
        Assert.Equal("members-only", Check(Entry(CreditMethod.Journal, Herself), jma: false)?.Reason);

    [Fact]
    public void Units_of_the_methods_no_source_names_are_taken_as_reported_and_their_rules_are_marked()
    {
        var policy = Seeds.Book.Cme(Today);
        Assert.Equal(7, policy.Methods.Count);
        Assert.Equal(Units.Of(1m), policy.Methods[CreditMethod.ELearning].Units);
        foreach (var method in new[] { CreditMethod.Journal, CreditMethod.ExamWriting, CreditMethod.Teaching, CreditMethod.HandsOn, CreditMethod.Paper })
        {
            Assert.Null(policy.Methods[method].Units);
            Assert.True(policy.Rule(policy.Methods[method].UnitsRule!).Unverified);
        }
        Assert.False(policy.Rule(CmeRuleIds.Journal).Unverified);
        Assert.False(policy.Rule(CmeRuleIds.ELearningScore).Unverified);
        Assert.False(policy.Rule(CmeRuleIds.Congress).Unverified);
    }
}
