using JmaActors.Credits;

namespace JmaActors.Tests.Rules.Credits;

public class AccrualTests
{
    static readonly DateOnly Today = new(2026, 11, 23);

    static readonly AccrueCredit Good = new(
        "report-1", CreditMethod.Lecture, new CurriculumCode(74), Units.Of(1.5m), Today, "研修会", true, Caller.System);

    static string? Reason(AccrueCredit command, DateOnly? licensedOn = null, bool? jma = null) =>
        AccrualRules.Check(command, Today, licensedOn, jma, Seeds.Book)?.Reason;

    [Fact]
    public void Ninety_minutes_of_a_lecture_today_are_taken() => Assert.Null(Reason(Good));

    [Theory]
    [InlineData(0, "bad-units")]
    [InlineData(-5, "bad-units")]
    [InlineData(3, "bad-units")]
    [InlineData(5, null)]
    [InlineData(120, null)]
    [InlineData(125, "too-many-units")]
    public void Units_are_a_positive_multiple_of_a_half_up_to_twelve(int tenths, string? reason) =>
        Assert.Equal(reason, Reason(Good with { Units = new Units(tenths) }));

    [Theory]
    [InlineData(5, "e-learning-units")]
    [InlineData(10, null)]
    [InlineData(15, "e-learning-units")]
    public void One_e_learning_content_is_exactly_one_unit(int tenths, string? reason) =>
        Assert.Equal(reason, Reason(Good with { Method = CreditMethod.ELearning, Units = new Units(tenths) }));

    [Theory]
    [InlineData(0)]
    [InlineData(85)]
    [InlineData(-1)]
    public void A_code_that_does_not_exist_is_refused(short code) =>
        Assert.Equal("unknown-code", Reason(Good with { Code = new CurriculumCode(code) }));

    [Fact]
    public void Tomorrow_is_refused_and_today_taken() => Assert.Equal("date-in-future", Reason(Good with { Date = Today.AddDays(1) }));

    [Fact]
    public void The_last_day_of_1999_is_refused_and_the_first_of_2000_taken()
    {
        Assert.Equal("date-too-early", Reason(Good with { Date = new DateOnly(1999, 12, 31) }));
        Assert.Null(Reason(Good with { Date = new DateOnly(2000, 1, 1) }));
    }

    [Fact]
    public void The_day_before_the_licence_is_refused_and_its_day_taken()
    {
        Assert.Equal("before-licence", Reason(Good, licensedOn: Today.AddDays(1)));
        Assert.Null(Reason(Good, licensedOn: Today));
    }

    [Theory]
    [InlineData(CreditMethod.Journal, false, "members-only")]
    [InlineData(CreditMethod.ELearning, false, "members-only")]
    [InlineData(CreditMethod.Lecture, false, null)]
    [InlineData(CreditMethod.Paper, false, null)]
    [InlineData(CreditMethod.Journal, true, null)]
    [InlineData(CreditMethod.Journal, null, null)]
    public void Journal_and_e_learning_are_refused_to_who_is_known_not_to_be_a_JMA_member(CreditMethod method, bool? jma, string? reason) =>
        Assert.Equal(reason, Reason(Good with { Method = method, Units = Units.Of(1m) }, jma: jma));

    [Fact]
    public void A_method_the_guide_does_not_number_is_refused() => Assert.Equal("bad-method", Reason(Good with { Method = (CreditMethod)8 }));

    [Theory]
    [InlineData("", "bad-key")]
    [InlineData("a b", "bad-key")]
    [InlineData("a\n", "bad-key")]
    [InlineData("P26-20261123-7KQ2.1/2", "key-reserved")]
    [InlineData("journal/2026-11", null)]
    public void A_key_has_no_spaces_and_is_not_that_of_an_attendance(string key, string? reason) =>
        Assert.Equal(reason, Reason(Good with { Key = key }));

    [Fact]
    public void Keys_and_titles_have_a_limit()
    {
        Assert.Null(Reason(Good with { Key = new string('k', CreditLimits.KeyLength), Title = new string('題', CreditLimits.TitleLength) }));
        Assert.Equal("bad-key", Reason(Good with { Key = new string('k', CreditLimits.KeyLength + 1) }));
        Assert.Equal("bad-title", Reason(Good with { Title = new string('題', CreditLimits.TitleLength + 1) }));
        Assert.Equal("bad-title", Reason(Good with { Title = " " }));
    }

    [Theory]
    [InlineData(null, true, "", "no-entry")]
    [InlineData(CreditState.Pending, true, "", null)]
    [InlineData(CreditState.Pending, false, "mistake", null)]
    [InlineData(CreditState.Pending, false, "", "no-reason")]
    [InlineData(CreditState.Posted, true, "", "already-posted")]
    [InlineData(CreditState.Posted, false, "mistake", null)]
    [InlineData(CreditState.Voided, true, "", "already-voided")]
    [InlineData(CreditState.Voided, false, "mistake", "already-voided")]
    public void Pending_entries_post_or_void_posted_ones_void_and_voided_ones_stay(CreditState? state, bool post, string why, string? reason)
    {
        var entry = state is { } s
            ? new CreditEntry("k", CreditMethod.Lecture, s, Units.Of(1m), new CurriculumCode(74), Today, "t", null, 0, null, 1)
            : null;
        Assert.Equal(reason, AccrualRules.CheckSettle(new SettleCredit("k", post, why, Caller.System), entry)?.Reason);
    }
}
