using JmaActors.Credits;
using JmaActors.Policies;

namespace JmaActors.Tests.Rules.Policies;

public class PolicyTests
{
    const string Codes = "code,title,status\n1,総論,recalled\n";

    [Fact]
    public void On_31_March_2022_the_edition_of_2016_holds_and_on_1_April_the_edition_of_2022()
    {
        var before = Seeds.Book.Cme(new DateOnly(2022, 3, 31));
        var after = Seeds.Book.Cme(new DateOnly(2022, 4, 1));

        Assert.Equal(("cme-2016", false), (before.Edition, before.OneCodePerTalk));
        Assert.Equal(("cme-2022", true), (after.Edition, after.OneCodePerTalk));
    }

    [Fact]
    public void The_certificate_needs_60_over_three_fiscal_years_and_half_an_hour_is_half_a_unit()
    {
        var policy = Seeds.Book.Cme(new DateOnly(2026, 5, 1));

        Assert.Equal(60m, policy.Target);
        Assert.Equal(3, policy.WindowYears);
        Assert.Equal(TimeSpan.FromMinutes(30), policy.Step);
        Assert.Equal(Units.Of(0.5m), policy.StepUnits);
        Assert.Equal(OddMinutes.Floor, policy.OddMinutes);
        Assert.Equal([CreditMethod.Journal, CreditMethod.ELearning], policy.MembersOnly);
    }

    [Fact]
    public void Figures_no_source_confirms_are_marked_and_the_others_are_not()
    {
        var policy = Seeds.Book.Cme(new DateOnly(2026, 5, 1));

        Assert.True(policy.Rule(CmeRuleIds.Rounding).Unverified);
        Assert.True(policy.Rule(CmeRuleIds.Tolerance).Unverified);
        Assert.Equal(TimeSpan.Zero, policy.LateTolerance);
        Assert.Equal(TimeSpan.Zero, policy.EarlyLeaveTolerance);
        Assert.False(policy.Rule(CmeRuleIds.Certificate).Unverified);
        Assert.False(policy.Rule(CmeRuleIds.CodePerTalk).Unverified);
        Assert.All(policy.Rules.Values, r => Assert.NotEmpty(r.Source));
    }

    [Fact]
    public void A_date_before_the_first_edition_is_judged_by_the_first() =>
        Assert.Equal("cme-2016", Seeds.Book.Cme(new DateOnly(2010, 1, 1)).Edition);

    [Fact]
    public void There_are_84_codes_with_titles_and_each_says_how_far_it_is_verified()
    {
        var codes = Seeds.Book.Codes;

        Assert.Equal(84, codes.Count);
        Assert.Equal("高血圧症", codes.Title(new CurriculumCode(74)));
        Assert.Equal(CodeStatus.Verified, codes.Find(new CurriculumCode(74))!.Status);
        Assert.Equal(CodeStatus.Recalled, codes.Find(new CurriculumCode(45))!.Status);
        Assert.False(codes.Knows(new CurriculumCode(85)));
        Assert.Equal("CC85", codes.Title(new CurriculumCode(85)));
    }

    [Fact]
    public void Two_rows_of_a_rule_that_hold_on_one_date_are_refused()
    {
        var error = Assert.Throws<FormatException>(() => PolicyTable.Parse([File(Row("2016-04-01", "2022-04-01"), Row("2022-04-01", null))]));
        Assert.Contains("2022-04-01", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_follow_each_other_are_found_by_date()
    {
        var table = PolicyTable.Parse([File(Row("2022-04-01", null), Row("2016-04-01", "2022-03-31"))]);

        Assert.Null(table.Find("x.rule", new DateOnly(2016, 3, 31)));
        Assert.Equal(new DateOnly(2016, 4, 1), table.Get("x.rule", new DateOnly(2022, 3, 31)).From);
        Assert.Equal(new DateOnly(2022, 4, 1), table.Get("x.rule", new DateOnly(2022, 4, 1)).From);
    }

    [Theory]
    [InlineData("""{"policy":"x","rows":[{"id":"x.rule","from":"2016-04-01","source":"","verified":true,"words":{"ja":"a","en":"b"}}]}""")]
    [InlineData("""{"policy":"x","rows":[{"id":"x.rule","from":"2016-04-01","source":"s","verified":true,"words":{"ja":"a","en":""}}]}""")]
    [InlineData("""{"policy":"x","rows":[{"id":"x.rule","from":"2016-04-01","source":"s","words":{"ja":"a","en":"b"}}]}""")]
    [InlineData("""{"policy":"x","rows":[{"id":"x.rule","from":"2016-04-01","until":"2017-01-01","source":"s","verified":true,"words":{"ja":"a","en":"b"}}]}""")]
    [InlineData("""{"policy":"x","rows":[{"id":"x.rule","from":"2016-04-01","to":"2016-03-31","source":"s","verified":true,"words":{"ja":"a","en":"b"}}]}""")]
    [InlineData("""{"policy":"x","rows":[{"id":"x.rule","from":"2016-04-01","source":"s","verified":true,"words":null}]}""")]
    [InlineData("""{"policy":"x","rows":[{"id":"x.rule","from":"2016-04-01","source":"s","verified":true,"figures":null,"words":{"ja":"a","en":"b"}}]}""")]
    [InlineData("""{"policy":"x","rows":null}""")]
    [InlineData("""{"policy":"x"}""")]
    [InlineData("not json")]
    public void A_row_without_source_words_verified_mark_or_with_an_unknown_field_is_refused(string json) =>
        Assert.Throws<FormatException>(() => PolicyTable.Parse([json]));

    [Fact]
    public void A_book_without_a_needed_rule_is_refused() =>
        Assert.Throws<FormatException>(() => PolicyBook.Parse(Codes, File(Row("2016-04-01", null))));

    [Theory]
    [InlineData("work.")]
    [InlineData("work.day")]
    [InlineData("work.interviewer")]
    [InlineData("work.interview.remind")]
    [InlineData("alerts.")]
    [InlineData("alerts.mail")]
    [InlineData("alerts.default.interviewer")]
    [InlineData("evaluation.")]
    [InlineData("evaluation.surveyors")]
    [InlineData("evaluation.item.")]
    [InlineData("audit.")]
    public void A_row_the_house_runs_by_is_missed_at_the_start(string row)
    {
        string Without(string file)
        {
            var json = System.Text.Json.Nodes.JsonNode.Parse(System.IO.File.ReadAllText(file))!;
            foreach (var gone in json["rows"]!.AsArray().Where(r => (string)r!["id"]! is var id && (row.EndsWith('.') ? id.StartsWith(row, StringComparison.Ordinal) : id == row)).ToList()) json["rows"]!.AsArray().Remove(gone);
            return json.ToJsonString();
        }

        var fault = Assert.Throws<FormatException>(() => PolicyBook.Parse(
            Seeds.Text("curriculum-codes.csv"), System.IO.Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seeds", "policy"), "*.json").Select(Without)));
        Assert.Contains(row, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_that_is_named_is_among_those_that_must_be_there() => Assert.Equal(
        typeof(JmaActors.WorkHours.WorkRuleIds).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).Order(StringComparer.Ordinal),
        JmaActors.WorkHours.WorkRuleIds.All.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("code,title,status\n1,総論,recalled\n1,総論,recalled\n")]
    [InlineData("code,title,status\nx,総論,recalled\n")]
    [InlineData("code,title,status\n1024,総論,recalled\n")]
    [InlineData("code,title,status\n1,総論,guessed\n")]
    [InlineData("code,title,status\n1,総論\n")]
    [InlineData("# nothing\n")]
    public void A_code_table_with_a_fault_is_refused(string csv) => Assert.Throws<FormatException>(() => CurriculumTable.Parse(csv));

    static string File(params string[] rows) => $$"""{"policy":"x","rows":[{{string.Join(",", rows)}}]}""";

    static string Row(string from, string? to) =>
        $$$"""{"id":"x.rule","from":"{{{from}}}","to":{{{(to is null ? "null" : $"\"{to}\"")}}},"source":"s","verified":true,"words":{"ja":"a","en":"b"}}""";
}
