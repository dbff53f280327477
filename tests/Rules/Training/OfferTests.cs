using JmaActors.Credits;
using JmaActors.Time;
using JmaActors.Training;

namespace JmaActors.Tests.Rules.Training;

public class OfferTests
{
    const CreditScheme Occupational = CreditScheme.Occupational, Sports = CreditScheme.Sports, Kakaritsuke = CreditScheme.Kakaritsuke, Common = CreditScheme.CommonLecture;

    static readonly DateTimeOffset Ten = Tokyo.At(new DateOnly(2026, 11, 23), new TimeOnly(10, 0));

    static readonly OfferSetting Hall = new();

    static Talk Talk(int minutes, short code, params Offer[] offers) => new(1, Ten, Ten.AddMinutes(minutes), "講演", "演者", new CurriculumCode(code), Offers: offers);

    static string? Reason(Talk talk, OfferSetting setting = default) => OfferRules.Check(talk, setting, Seeds.Book)?.Reason;

    static void Refused(string reason, string rule, Refusal? refusal) => Assert.Equal((reason, rule), (refusal?.Reason, refusal?.Rule));

    [Fact]
    public void One_talk_offers_CME_occupational_and_common_lecture_units_at_once() =>
        Assert.Null(Reason(Talk(60, 7, new(Occupational, 43), new(Common, 11))));

    [Fact]
    public void A_talk_offers_units_of_every_scheme_once_and_of_none_twice()
    {
        Assert.Null(Reason(Talk(60, 8, new(Occupational, 41), new(Sports, 50), new(Kakaritsuke, 1), new(Common, 12))));
        Refused("offer-twice", TrainingRuleIds.OfferOnce, OfferRules.Check(Talk(60, 74, new(Occupational, 30), new(Occupational, 43)), Hall, Seeds.Book));
        Refused("offer-twice", TrainingRuleIds.OfferOnce, OfferRules.Check(Talk(60, 74, new(Sports, 50), new(Sports, 50)), Hall, Seeds.Book));
    }

    [Theory]
    [InlineData(Occupational, 11, null)]
    [InlineData(Occupational, 18, null)]
    [InlineData(Occupational, 19, "unknown-subject")]
    [InlineData(Occupational, 0, "unknown-subject")]
    [InlineData(Occupational, -1, "unknown-subject")]
    [InlineData(Occupational, 44, null)]
    [InlineData(Occupational, 45, "unknown-subject")]
    [InlineData(Sports, 1, null)]
    [InlineData(Sports, 25, null)]
    [InlineData(Sports, 26, "unknown-subject")]
    [InlineData(Sports, 50, null)]
    [InlineData(Kakaritsuke, 0, "unknown-subject")]
    [InlineData(Kakaritsuke, 1, null)]
    [InlineData(Kakaritsuke, 6, null)]
    [InlineData(Kakaritsuke, 7, "unknown-subject")]
    [InlineData(Common, 14, "unknown-subject")]
    [InlineData(Common, 25, null)]
    [InlineData(Common, 31, null)]
    [InlineData(CreditScheme.Cme, 74, "bad-offer")]
    [InlineData((CreditScheme)9, 1, "bad-offer")]
    public void Only_subjects_of_the_scheme_are_offered(CreditScheme scheme, short subject, string? reason) =>
        Assert.Equal(reason, Reason(Talk(60, 0, new Offer(scheme, subject))));

    [Fact]
    public void An_offer_that_is_not_there_is_refused() => Assert.Equal("bad-offer", Reason(Talk(60, 74, [null!])));

    [Theory]
    [InlineData(Occupational, 30, 29, "too-short-for-offer", "occupational.time")]
    [InlineData(Occupational, 30, 30, null, null)]
    [InlineData(Sports, 1, 59, "too-short-for-offer", "sports.time")]
    [InlineData(Sports, 1, 60, null, null)]
    [InlineData(Sports, 1, 119, null, null)]
    [InlineData(Sports, 1, 120, "too-long-for-offer", "sports.limit.subject")]
    [InlineData(Sports, 50, 59, "too-short-for-offer", "sports.time")]
    [InlineData(Sports, 50, 120, null, null)]
    [InlineData(Kakaritsuke, 3, 59, "too-short-for-offer", "kakaritsuke.time")]
    [InlineData(Kakaritsuke, 3, 60, null, null)]
    [InlineData(Common, 31, 59, "too-short-for-offer", "common-lecture.time")]
    [InlineData(Common, 31, 60, null, null)]
    [InlineData(Occupational, 21, 180, null, null)]
    [InlineData(Occupational, 21, 209, null, null)]
    [InlineData(Occupational, 21, 210, "too-long-for-offer", "occupational.limit.visit")]
    [InlineData(Occupational, 44, 210, "too-long-for-offer", "occupational.limit.visit")]
    [InlineData(Occupational, 20, 300, null, null)]
    [InlineData(Occupational, 42, 300, null, null)]
    public void A_talk_lasts_at_least_one_step_of_the_scheme_and_no_longer_than_the_subject_gives_units_for(
        CreditScheme scheme, short subject, int minutes, string? reason, string? rule)
    {
        var refusal = OfferRules.Check(Talk(minutes, 0, new Offer(scheme, subject)), Hall, Seeds.Book);
        Assert.Equal((reason, rule), (refusal?.Reason, refusal?.Rule));
    }

    [Theory]
    [InlineData(11, 7, null)]
    [InlineData(11, 8, "code-not-of-subject")]
    [InlineData(12, 8, null)]
    [InlineData(12, 7, "code-not-of-subject")]
    [InlineData(13, 2, null)]
    [InlineData(13, 3, null)]
    [InlineData(13, 1, "code-not-of-subject")]
    [InlineData(13, 0, null)]
    [InlineData(21, 74, null)]
    [InlineData(31, 74, null)]
    public void The_code_of_a_common_lecture_A_fits_its_subject_if_there_is_a_code(short subject, short code, string? reason)
    {
        var refusal = OfferRules.Check(Talk(60, code, new Offer(Common, subject)), Hall, Seeds.Book);
        Assert.Equal(reason, refusal?.Reason);
        if (reason is not null) Assert.Equal("common-lecture.code-link", refusal!.Rule);
    }

    [Theory]
    [InlineData(21, 10, null)]
    [InlineData(21, 11, "too-many-for-offer")]
    [InlineData(44, 11, "too-many-for-offer")]
    [InlineData(20, 1200, null)]
    [InlineData(42, 1200, null)]
    public void A_guided_visit_takes_ten_people(short subject, int capacity, string? reason)
    {
        var talk = Talk(120, 0, new Offer(Occupational, subject));
        Assert.Equal(reason, Reason(talk, new OfferSetting(Capacity: capacity)));
        Assert.Equal(reason is null && subject is 20 or 42 ? null : 10, OfferRules.PeopleMost([Talk(60, 74), talk], Seeds.Book));
        Assert.Equal(reason, OfferRules.CheckCapacity([Talk(60, 74), talk], capacity, Seeds.Book)?.Reason);
    }

    [Theory]
    [InlineData(21, null, "capacity-needed")]
    [InlineData(21, 11, "too-many-for-offer")]
    [InlineData(21, 10, null)]
    [InlineData(44, null, "capacity-needed")]
    [InlineData(20, null, null)]
    public void A_program_with_a_guided_visit_says_that_it_takes_ten_people_at_most(short subject, int? capacity, string? reason)
    {
        var program = new CreateProgram(
            AssociationId.Prefecture(26), "研修会", "会館", true, Ten.AddMinutes(-30), Ten.AddHours(8), [Talk(120, 0, new Offer(Occupational, subject))], Caller.System,
            new AttendanceTerms(Capacity: capacity));
        var decider = new ProgramDecider(Seeds.Book);
        Assert.Equal(reason, decider.Create(new ProgramState(), program, new JmaActors.Ledgers.Deciding(Ten, Caller.System, 0)).Refusal?.Reason);
        Assert.Equal(reason is null || capacity is null ? null : reason, TimelineRules.Check(program, Seeds.Book)?.Reason);
    }

    [Theory]
    [InlineData(Occupational, 11, false)]
    [InlineData(Occupational, 20, false)]
    [InlineData(Occupational, 21, false)]
    [InlineData(Occupational, 30, false)]
    [InlineData(Occupational, 41, true)]
    [InlineData(Occupational, 42, false)]
    [InlineData(Occupational, 43, true)]
    [InlineData(Occupational, 44, false)]
    [InlineData(Sports, 50, false)]
    [InlineData(Kakaritsuke, 1, true)]
    [InlineData(Common, 11, true)]
    [InlineData(Common, 99, false)]
    public void On_the_web_only_some_parts_earn(CreditScheme scheme, short subject, bool counts)
    {
        var talk = Talk(60, 0, new Offer(scheme, subject));
        Assert.Equal(counts, OfferRules.CountsOnWeb(talk, talk.Offers![0], null, Seeds.Book));
        if (subject != 99) Assert.Equal(counts ? null : "not-on-web", Reason(talk, new OfferSetting(WebOnly: true)));
    }

    [Theory]
    [InlineData(ProgramDelivery.Web, 42, "26", "not-on-web")]
    [InlineData(ProgramDelivery.Web, 41, "JMA", "web-host")]
    [InlineData(ProgramDelivery.Web, 41, "26", null)]
    [InlineData(ProgramDelivery.Both, 42, "26", null)]
    [InlineData(ProgramDelivery.Hall, 42, "26", null)]
    public void What_earns_in_a_hall_only_is_not_planned_for_the_web_alone(ProgramDelivery delivery, short subject, string host, string? reason)
    {
        var program = new CreateProgram(
            new AssociationId(host), "研修会", "会館", true, Ten.AddMinutes(-30), Ten.AddHours(8), [Talk(60, 0, new Offer(Occupational, subject))], Caller.System, Delivery: delivery);
        var refusal = TimelineRules.Check(program, Seeds.Book);
        Assert.Equal((reason, reason is null ? null : "occupational.web"), (refusal?.Reason, refusal?.Rule));
    }

    [Theory]
    [InlineData(Occupational, 41, "26", null)]
    [InlineData(Occupational, 41, "JMA", "web-host")]
    [InlineData(Occupational, 41, "26-003", "web-host")]
    [InlineData(Sports, 1, "JMA", null)]
    [InlineData(Sports, 1, "26", "web-host")]
    [InlineData(Kakaritsuke, 1, "26-003", null)]
    public void Web_lectures_of_some_schemes_are_held_by_one_layer_only(CreditScheme scheme, short subject, string host, string? reason)
    {
        var talk = Talk(60, 0, new Offer(scheme, subject));
        Assert.Equal(reason, Reason(talk, new OfferSetting(new AssociationId(host), WebOnly: true)));
        Assert.Null(Reason(talk, new OfferSetting(new AssociationId(host))));
        Assert.Equal(reason is null, OfferRules.CountsOnWeb(talk, talk.Offers![0], new AssociationId(host), Seeds.Book));
    }

    [Fact]
    public void Before_fiscal_year_2021_the_sports_course_earned_nothing_on_the_web()
    {
        Talk On(DateOnly day) => Talk(60, 0, new Offer(Sports, 1)) with { Start = Tokyo.At(day, new TimeOnly(10, 0)), End = Tokyo.At(day, new TimeOnly(11, 0)) };
        var web = new OfferSetting(AssociationId.Jma, WebOnly: true);
        Assert.Equal("not-on-web", Reason(On(new DateOnly(2021, 3, 31)), web));
        Assert.Null(Reason(On(new DateOnly(2021, 4, 1)), web));
    }

    [Theory]
    [InlineData(Occupational, 30, 90, 1.5)]
    [InlineData(Occupational, 30, 75, 1.0)]
    [InlineData(Occupational, 30, 29, 0)]
    [InlineData(Kakaritsuke, 1, 90, 1.0)]
    [InlineData(Kakaritsuke, 1, 120, 2.0)]
    [InlineData(Common, 11, 95, 1.0)]
    [InlineData(Sports, 50, 60, 1.0)]
    [InlineData(Sports, 99, 60, 0)]
    [InlineData(CreditScheme.Cme, 74, 60, 0)]
    public void A_talk_earns_the_full_steps_of_the_scheme(CreditScheme scheme, short subject, int minutes, double units)
    {
        var talk = Talk(minutes, 0, new Offer(scheme, subject));
        Assert.Equal(Units.Of((decimal)units), OfferRules.Units(talk, talk.Offers![0], Seeds.Book));
        Assert.Equal(Units.Zero, OfferRules.Units(talk with { Kind = TalkKind.Break }, talk.Offers![0], Seeds.Book));
    }

    [Fact]
    public void Two_visits_of_a_program_give_three_units_together_and_no_more()
    {
        Talk Visit(int no, int hour, int minutes, short subject) => Talk(minutes, 0, new Offer(Occupational, subject)) with { No = no, Title = $"巡視{no}", Start = Ten.AddHours(hour), End = Ten.AddHours(hour).AddMinutes(minutes) };
        Assert.Null(OfferRules.CheckTogether([Visit(1, 0, 90, 21), Visit(2, 2, 90, 21)], Seeds.Book));
        Refused("too-many-units-offered", "occupational.limit.visit", OfferRules.CheckTogether([Visit(1, 0, 90, 21), Visit(2, 2, 120, 21)], Seeds.Book));
        Assert.Null(OfferRules.CheckTogether([Visit(1, 0, 120, 21), Visit(2, 2, 120, 44)], Seeds.Book));
    }

    [Fact]
    public void A_program_gives_a_subject_of_the_sports_course_once_and_re_training_as_often_as_it_likes()
    {
        Talk[] Twice(short subject) => [Talk(60, 0, new Offer(Sports, subject)), Talk(60, 0, new Offer(Sports, subject)) with { No = 2 }];
        Assert.Equal("too-many-units-offered", OfferRules.CheckTogether(Twice(9), Seeds.Book)?.Reason);
        Assert.Null(OfferRules.CheckTogether(Twice(50), Seeds.Book));
    }

    [Fact]
    public void A_program_is_refused_for_an_offer_that_does_not_fit()
    {
        CreateProgram Program(params Talk[] talks) =>
            new(AssociationId.Prefecture(26), "研修会", "会館", true, Ten.AddMinutes(-30), Ten.AddHours(8), talks, Caller.System);
        Assert.Null(TimelineRules.Check(Program(Talk(60, 7, new Offer(Common, 11))), Seeds.Book));
        Refused("code-not-of-subject", "common-lecture.code-link", TimelineRules.Check(Program(Talk(60, 74, new Offer(Common, 11))), Seeds.Book));
        Refused("too-many-units-offered", "sports.limit.subject", TimelineRules.Check(
            Program(Talk(60, 0, new Offer(Sports, 9)), Talk(60, 0, new Offer(Sports, 9)) with { No = 2, Title = "続き", Start = Ten.AddHours(1), End = Ten.AddHours(2) }), Seeds.Book));
    }
}
