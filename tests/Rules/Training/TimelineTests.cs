using JmaActors.Credits;
using JmaActors.Time;
using JmaActors.Training;

namespace JmaActors.Tests.Rules.Training;

public class TimelineTests
{
    static readonly DateOnly Day = new(2026, 11, 23);

    static DateTimeOffset At(int hour, int minute = 0, DateOnly? day = null) => Tokyo.At(day ?? Day, new TimeOnly(hour, minute));

    static Talk Talk(int no, DateTimeOffset start, int minutes, short code = 74, string? title = null, string speaker = "演者") =>
        new(no, start, start.AddMinutes(minutes), title ?? $"講演{no}", speaker, new CurriculumCode(code));

    static Refusal? Check(params Talk[] talks) => Check(talks.Min(t => t.Start).AddMinutes(-30), talks.Max(t => t.End).AddMinutes(30), talks);

    static Refusal? Check(DateTimeOffset open, DateTimeOffset close, params Talk[] talks) => TimelineRules.Check(open, close, talks, Seeds.Book);

    static void Refused(string reason, string rule, Refusal? refusal) => Assert.Equal((reason, rule), (refusal?.Reason, refusal?.Rule));

    [Fact]
    public void Three_talks_in_a_row_are_taken() =>
        Assert.Null(Check(Talk(1, At(10), 60), Talk(2, At(11), 45, 12), Talk(3, At(12), 30, 8)));

    [Fact]
    public void A_talk_under_half_an_hour_is_taken_though_it_earns_nothing()
    {
        Assert.Null(Check(Talk(1, At(10), 29)));
        Assert.Equal(Units.Zero, TimelineRules.MaxUnits(Talk(1, At(10), 29), Seeds.Book));
    }

    [Theory]
    [InlineData(30, 0.5)]
    [InlineData(59, 0.5)]
    [InlineData(60, 1.0)]
    [InlineData(75, 1.0)]
    [InlineData(90, 1.5)]
    public void A_talk_can_earn_its_full_half_hours(int minutes, double units) =>
        Assert.Equal(Units.Of((decimal)units), TimelineRules.MaxUnits(Talk(1, At(10), minutes), Seeds.Book));

    [Fact]
    public void No_talk_at_all_is_refused() => Refused("no-talks", CmeRuleIds.Timeline, Check(At(9), At(17)));

    [Fact]
    public void Forty_talks_are_taken_and_forty_one_refused()
    {
        Talk[] Many(int n) => [.. Enumerable.Range(1, n).Select(i => Talk(i, At(8).AddMinutes(i * 10), 10))];
        Assert.Null(Check(Many(TrainingLimits.Talks)));
        Refused("too-many-talks", CmeRuleIds.Timeline, Check(Many(TrainingLimits.Talks + 1)));
    }

    [Fact]
    public void Times_outside_this_century_are_refused_before_they_are_reckoned_with()
    {
        var last = DateTimeOffset.MaxValue;
        Refused("bad-date", CmeRuleIds.Timeline, Check(At(9), At(17), Talk(1, DateTimeOffset.MinValue, 60)));
        Refused("bad-date", CmeRuleIds.Timeline, Check(At(9), At(17), Talk(1, last.AddHours(-2), 60)));
        Refused("bad-date", CmeRuleIds.Timeline, Check(At(9), last, Talk(1, At(10), 60)));
        Refused("bad-date", CmeRuleIds.Timeline, Check(DateTimeOffset.MinValue, At(17), Talk(1, At(10), 60)));
    }

    [Fact]
    public void A_number_given_twice_is_refused() =>
        Refused("talk-number-twice", CmeRuleIds.Timeline, Check(Talk(1, At(10), 30), Talk(1, At(11), 30)));

    [Fact]
    public void A_number_below_one_is_refused() => Refused("bad-talk-number", CmeRuleIds.Timeline, Check(Talk(0, At(10), 30)));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void A_talk_that_does_not_end_after_its_start_is_refused(int minutes) =>
        Refused("talk-ends-before-start", CmeRuleIds.Timeline, Check(At(9), At(17), Talk(1, At(10), minutes)));

    [Fact]
    public void Twelve_hours_are_taken_and_a_minute_more_refused()
    {
        Assert.Null(Check(Talk(1, At(8), 720)));
        Refused("talk-too-long", CmeRuleIds.TalkLength, Check(Talk(1, At(8), 721)));
    }

    [Fact]
    public void Talks_that_touch_are_taken_and_talks_that_overlap_by_a_minute_refused_in_any_order()
    {
        Assert.Null(Check(Talk(2, At(11), 30, 12), Talk(1, At(10), 60)));
        Refused("talks-overlap", CmeRuleIds.Timeline, Check(Talk(2, At(10, 59), 30, 12), Talk(1, At(10), 60)));
    }

    [Fact]
    public void A_talk_without_a_code_is_refused() => Refused("no-code", CmeRuleIds.CodePerTalk, Check(Talk(1, At(10), 60, 0)));

    [Fact]
    public void A_code_that_does_not_exist_is_refused() => Refused("unknown-code", CmeRuleIds.KnownCode, Check(Talk(1, At(10), 60, 85)));

    [Fact]
    public void The_door_opens_with_the_first_talk_at_the_latest()
    {
        Assert.Null(Check(At(10), At(11), Talk(1, At(10), 60)));
        Refused("doors-open-late", CmeRuleIds.Timeline, Check(At(10, 1), At(11), Talk(1, At(10), 60)));
        Refused("doors-close-early", CmeRuleIds.Timeline, Check(At(9), At(10, 59), Talk(1, At(10), 60)));
    }

    [Fact]
    public void Talks_on_both_sides_of_the_night_of_31_March_are_refused()
    {
        var march = new DateOnly(2027, 3, 31);
        Refused("two-fiscal-years", CmeRuleIds.Year, Check(Talk(1, At(20, 0, march), 60), Talk(2, At(9, 0, march.AddDays(1)), 60)));
        Refused("two-fiscal-years", CmeRuleIds.Year, Check(Talk(1, At(23, 30, march), 60)));
        Assert.Null(Check(Talk(1, At(22, 0, march), 60)));
    }

    [Fact]
    public void Titles_have_one_to_two_hundred_characters()
    {
        Refused("bad-title", "", Check(Talk(1, At(10), 60, title: " ")));
        Assert.Null(Check(Talk(1, At(10), 60, title: new string('題', TrainingLimits.TitleLength))));
        Refused("bad-title", "", Check(Talk(1, At(10), 60, title: new string('題', TrainingLimits.TitleLength + 1))));
        Refused("bad-speaker", "", Check(Talk(1, At(10), 60, speaker: new string('名', TrainingLimits.TitleLength + 1))));
    }

    [Fact]
    public void A_program_without_a_title_is_refused_and_one_without_a_place_taken()
    {
        CreateProgram Program(string title, string place) =>
            new(AssociationId.Prefecture(26), title, place, true, At(9), At(12), [Talk(1, At(10), 60)], Caller.System);
        Assert.Null(TimelineRules.Check(Program("研修会", ""), Seeds.Book));
        Refused("bad-title", "", TimelineRules.Check(Program("", "会館"), Seeds.Book));
        Refused("bad-place", "", TimelineRules.Check(Program("研修会", new string('所', TrainingLimits.TitleLength + 1)), Seeds.Book));
    }

    [Fact]
    public void Splitting_one_ninety_minute_talk_over_two_codes_was_allowed_in_fiscal_year_2021_and_is_refused_since_2022()
    {
        Talk[] Split(DateOnly day) => [Talk(1, At(10, 0, day), 30, 74, "糖尿病と高血圧"), Talk(2, At(10, 30, day), 60, 76, "糖尿病と高血圧")];
        Assert.Null(Check(Split(new DateOnly(2022, 3, 31))));
        Refused("one-code-per-talk", CmeRuleIds.CodePerTalk, Check(Split(new DateOnly(2022, 4, 1))));
    }

    [Fact]
    public void A_symposium_of_three_speakers_of_twenty_minutes_is_entered_as_one_talk_since_fiscal_year_2022()
    {
        Talk[] Symposium(DateOnly day) => [.. Enumerable.Range(1, 3).Select(n => Talk(n, At(10, 0, day).AddMinutes((n - 1) * 20), 20, 74, "高血圧を語る", $"演者{n}"))];
        Assert.Null(Check(Symposium(new DateOnly(2022, 3, 31))));
        Refused("join-talks", CmeRuleIds.CodePerTalk, Check(Symposium(new DateOnly(2022, 4, 1))));
        var joined = Talk(1, At(10), 60, 74, "高血圧を語る", "演者1、演者2、演者3");
        Assert.Null(Check(joined));
        Assert.Equal(Units.Of(1m), TimelineRules.MaxUnits(joined, Seeds.Book));
    }

    [Fact]
    public void One_theme_under_two_codes_is_refused_whoever_speaks() =>
        Refused("one-code-per-talk", CmeRuleIds.CodePerTalk, Check(Talk(1, At(10), 30, 74, "同じ題", "甲"), Talk(2, At(10, 30), 30, 76, " 同じ題 ", "乙")));

    [Fact]
    public void One_theme_of_which_a_part_earns_no_CME_units_is_split_all_the_same() =>
        Refused("one-code-per-talk", CmeRuleIds.CodePerTalk, Check(
            Talk(1, At(10), 60, 74, "同じ題"), Talk(2, At(11), 60, 0, "同じ題") with { Offers = [new Offer(CreditScheme.Occupational, 43)] }));

    [Fact]
    public void Where_no_CME_units_are_earned_the_rule_of_one_code_does_not_ask_for_joining() =>
        Assert.Null(Check(
            Talk(1, At(10), 60, 0, "基礎研修") with { Offers = [new Offer(CreditScheme.Occupational, 11)] },
            Talk(2, At(11), 60, 0, "基礎研修") with { Offers = [new Offer(CreditScheme.Occupational, 12)] }));

    static Talk Line(TalkKind kind, int no, DateTimeOffset start, int minutes) => new(no, start, start.AddMinutes(minutes), $"行{no}", "", default, kind);

    [Theory]
    [InlineData(TalkKind.Greeting)]
    [InlineData(TalkKind.Ceremony)]
    [InlineData(TalkKind.Break)]
    [InlineData(TalkKind.ProductPresentation)]
    public void Lines_that_are_no_lecture_are_taken_beside_one_and_earn_nothing(TalkKind kind)
    {
        var line = Line(kind, 1, At(9, 30), 30);
        Assert.Null(Check(line, Talk(2, At(10), 60)));
        Assert.Equal(Units.Zero, TimelineRules.MaxUnits(line with { Code = new CurriculumCode(74) }, Seeds.Book));
        Refused("earns-nothing", TrainingRuleIds.CountedTime, Check(line with { Code = new CurriculumCode(74) }, Talk(2, At(10), 60)));
        Refused("earns-nothing", TrainingRuleIds.CountedTime, Check(line with { Offers = [new Offer(CreditScheme.Sports, 50)] }, Talk(2, At(10), 60)));
        Refused("no-lecture", TrainingRuleIds.Lecture, Check(line));
    }

    [Fact]
    public void Two_breaks_of_one_name_in_a_row_are_no_split_talk() =>
        Assert.Null(Check(Talk(1, At(10), 60), Line(TalkKind.Break, 2, At(11), 10) with { Title = "休憩" }, Line(TalkKind.Break, 3, At(11, 10), 10) with { Title = "休憩" }));

    [Fact]
    public void A_line_of_no_known_kind_is_refused() =>
        Refused("bad-talk-kind", TrainingRuleIds.CountedTime, Check(Line((TalkKind)9, 1, At(9), 30), Talk(2, At(10), 60)));

    [Fact]
    public void A_talk_without_a_code_is_taken_when_it_offers_units_of_another_scheme()
    {
        var talk = Talk(1, At(10), 60, 0) with { Offers = [new Offer(CreditScheme.Occupational, 11)] };
        Assert.Null(Check(talk));
        Assert.Equal(Units.Zero, TimelineRules.MaxUnits(talk, Seeds.Book));
        Refused("no-code", CmeRuleIds.CodePerTalk, Check(talk with { Offers = [] }));
    }

    [Fact]
    public void The_same_speaker_may_give_two_talks_of_different_title_or_with_a_break_between()
    {
        Assert.Null(Check(Talk(1, At(10), 30, 74, "前半"), Talk(2, At(10, 30), 30, 76, "後半")));
        Assert.Null(Check(Talk(1, At(10), 30, 74, "講演"), Talk(2, At(10, 40), 30, 76, "講演")));
    }

    [Fact]
    public void Sixty_minutes_under_two_codes_are_refused_since_fiscal_year_2022()
    {
        CurriculumCode[] two = [new(74), new(76)];
        DateOnly before = new(2022, 3, 31), since = new(2022, 4, 1);
        Assert.Null(TimelineRules.CheckCodes(two, At(10, 0, before), At(11, 0, before), Seeds.Book));
        Refused("too-many-codes", CmeRuleIds.CodePerTalk, TimelineRules.CheckCodes(two, At(10, 0, before), At(10, 59, before), Seeds.Book));
        Refused("one-code-per-talk", CmeRuleIds.CodePerTalk, TimelineRules.CheckCodes(two, At(10, 0, since), At(11, 0, since), Seeds.Book));
        Assert.Null(TimelineRules.CheckCodes([new(74)], At(10, 0, since), At(11, 30, since), Seeds.Book));
        Refused("no-code", CmeRuleIds.CodePerTalk, TimelineRules.CheckCodes([], At(10), At(11), Seeds.Book));
    }
}
