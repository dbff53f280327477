using JmaActors.Alerts;
using JmaActors.Ledgers;

namespace JmaActors.Tests.Grains.Alerts;

/// <summary>What becomes of an inbox, without the actor.</summary>
public sealed class AlertBoxStories
{
    const long Her = 1_000_000_001;

    static readonly AlertBoxLedger Ledger = new(Seeds.Book);
    static readonly AlertPolicy Policy = Seeds.Book.Alerts(new DateOnly(2026, 11, 23));
    static readonly DateOnly November = new(2026, 11, 1);

    readonly Story<AlertBoxState, AlertBoxEvent> story = new(Ledger, "workplace:W1");

    static DateTimeOffset Now => Story<AlertBoxState, AlertBoxEvent>.Now;

    static Crossing Reached(int hours, int day = 1) => new(AlertKind.MonthReached, November.AddDays(day - 1), hours * 60, "", hours * 60);

    static KeptAlert Kept(int hours, AlertWays ways = AlertWays.Inbox | AlertWays.Mail) => new(Reached(hours), ways);

    void Told(CallerRole role, params Crossing[] crossings) => story.When((s, c, _) => AlertBoxDecider.Keep(s, c, role, Policy), new CrossingsTold(Her, crossings));

    [Fact]
    public void What_was_chosen_is_kept_with_its_ways_and_the_rest_is_not()
    {
        Told(CallerRole.Workplace, Reached(45), Reached(80));
        Assert.Equal([(80 * 60, AlertWays.Inbox | AlertWays.Mail | AlertWays.Webhook)], story.Then<AlertsKept>().Alerts.Select(a => (a.What.Threshold, a.Ways)));

        Told(CallerRole.Workplace, Reached(60));
        story.ThenNothing(repeat: false);
        story.Given(new AlertsChosen("c", [new AlertChoice(AlertKind.MonthReached, 60, AlertWays.Mail)]));
        Told(CallerRole.Workplace, Reached(60), Reached(100));
        Assert.Equal([(60 * 60, AlertWays.Inbox | AlertWays.Mail)], story.Then<AlertsKept>().Alerts.Select(a => (a.What.Threshold, a.Ways)));
        Told(CallerRole.Office, Reached(155));
        story.ThenNothing(repeat: false);
    }

    [Fact]
    public void Late_dues_are_told_whatever_was_chosen_and_go_by_mail_unless_the_inbox_alone_was()
    {
        var late = new Crossing(AlertKind.DuesReminded, new DateOnly(2026, 5, 1), 1, "26-007", 0, null, new CrossedDues("dues.reminder.local.1", 86_000, []));
        AlertWays Ways()
        {
            Told(CallerRole.Member, late);
            return story.Then<AlertsKept>().Alerts.Single().Ways;
        }

        Assert.Equal(AlertWays.Inbox | AlertWays.Mail, Ways());
        // Chosen before there was this kind, or chosen away.
        story.Given(new AlertsChosen("c", []));
        Assert.Equal(AlertWays.Inbox | AlertWays.Mail, Ways());
        story.Given(new AlertsChosen("d", [new AlertChoice(AlertKind.DuesReminded, 0, AlertWays.Inbox)]));
        Assert.Equal(AlertWays.Inbox, Ways());
        Assert.Equal(("お知らせ", 86_000, new AssociationId("26-007")), Ledger.Notice(story.State.Alerts[^1]) is { } notice ? (notice.Name.Ja, notice.Amount.Amount, notice.Via) : default);
    }

    [Fact]
    public void What_was_told_by_a_row_that_does_not_hold_that_day_or_is_gone_can_still_be_read()
    {
        HeldAlert Told(string rule) => new()
        {
            Number = 1, Member = Her, At = new DateTimeOffset(2020, 5, 1, 0, 0, 0, TimeSpan.Zero),
            What = new Crossing(AlertKind.DuesReminded, new DateOnly(2020, 4, 1), 1, "26-007", 0, null, new CrossedDues(rule, 86_000, [])),
        };

        var (other, gone) = (Told("dues.reminder.local.1"), Told("dues.reminder.26-099.1"));
        Assert.Equal(("dues.reminder.local.1", "お知らせ"), (Ledger.Rule(other).Id, Ledger.Notice(other)!.Name.Ja));
        Assert.Equal(("dues.reminder.26-099.1", ""), (Ledger.Rule(gone).Id, Ledger.Notice(gone)!.Name.Ja));
        Assert.Equal("application.term", Ledger.Rule(new HeldAlert { Number = 2, Member = Her, At = new DateTimeOffset(2010, 5, 1, 0, 0, 0, TimeSpan.Zero), What = new Crossing(AlertKind.ApplicationLate, new DateOnly(2010, 4, 1), 0, "", 0) }).Id);
    }

    [Fact]
    public void Alerts_are_numbered_read_once_and_only_the_newest_are_shown()
    {
        for (var i = 0; i < AlertLimits.Kept + 2; i++) story.Given(new AlertsKept(Her, [Kept(80)]));
        Assert.Equal((AlertLimits.Kept, 3, AlertLimits.Kept + 2), (story.State.Alerts.Count, story.State.Alerts[0].Number, story.State.Newest));

        story.When(AlertBoxDecider.MarkRead, new MarkAlertsRead([1, 3, 4], 0, Caller.System));
        Assert.Equal([3L, 4], story.Then<AlertsRead>().Numbers);
        Assert.Equal(AlertLimits.Kept - 2, story.State.Unread);
        story.When(AlertBoxDecider.MarkRead, new MarkAlertsRead([3], 0, Caller.System)).ThenNothing(repeat: true);
        story.When(AlertBoxDecider.MarkRead, new MarkAlertsRead([], 10, Caller.System)).Then<AlertsRead>();
        Assert.Equal((AlertLimits.Kept - 8, Now), (story.State.Unread, story.State.Alerts[5].Read!.Value));
    }

    [Fact]
    public void A_letter_is_due_once_what_comes_together_is_gathered_and_says_it_once()
    {
        story.Given(new AlertsKept(Her, [Kept(80, AlertWays.Inbox)]));
        Assert.Null(LetterRules.Due(story.State, Policy));
        story.Given(new AlertsKept(Her, [Kept(100)]));
        Assert.Equal(Now + Policy.Gather, LetterRules.Due(story.State, Policy));

        story.When(AlertBoxDecider.LetterSent, (2L, 1)).Then<AlertLetterSent>();
        Assert.Null(Assert.IsType<AlertBoxRow>(story.Rows.Single().Row).MailDue);
        story.When(AlertBoxDecider.LetterSent, (2L, 1)).ThenNothing(repeat: true);
    }

    [Fact]
    public void Of_a_flood_so_many_letters_go_an_hour_and_the_rest_waits_for_the_next()
    {
        for (var n = 1L; n <= Policy.LettersPerHour; n++) story.Given(new AlertsKept(Her, [Kept(80)]), new AlertLetterSent(n, 1));

        story.Given(new AlertsKept(Her, [Kept(80)]), new AlertsKept(Her, [Kept(100)]));

        Assert.Equal((Now.AddHours(1), 2), (LetterRules.Due(story.State, Policy), story.State.Waiting.Count()));
    }

    [Fact]
    public void What_is_not_offered_cannot_be_chosen_and_the_same_choice_again_changes_nothing()
    {
        (ChooseAlerts, CallerRole, AlertPolicy) Choice(string key, params AlertChoice[] choices) => (new ChooseAlerts(key, choices, Caller.System), CallerRole.Workplace, Policy);

        story.When(AlertBoxDecider.Choose, Choice("k", new AlertChoice(AlertKind.MonthReached, 81, AlertWays.Inbox))).ThenRefused("bad-choice");
        story.When(AlertBoxDecider.Choose, Choice("", new AlertChoice(AlertKind.YearNear, 0, AlertWays.Inbox))).ThenRefused("bad-key");
        story.When(AlertBoxDecider.Choose, Choice("k", new AlertChoice(AlertKind.YearNear, 0, AlertWays.Inbox), new AlertChoice(AlertKind.YearOver, 0, AlertWays.None)));
        Assert.Equal([AlertKind.YearNear], story.Then<AlertsChosen>().Choices.Select(c => c.Kind));
        story.When(AlertBoxDecider.Choose, Choice("k", new AlertChoice(AlertKind.RestDue, 0, AlertWays.Inbox))).ThenNothing(repeat: true);
    }

    [Theory]
    [InlineData("member:1000000001", CallerRole.Member)]
    [InlineData("workplace:W26-014", CallerRole.Workplace)]
    [InlineData("interviewer:W26-014", CallerRole.Interviewer)]
    [InlineData("office:26-007", CallerRole.Office)]
    [InlineData("operator:*", CallerRole.Operator)]
    public void The_key_of_an_inbox_reads_back(string text, CallerRole role)
    {
        Assert.True(AlertBoxId.TryParse(text, out var id));

        Assert.Equal((role, text), (id.Role, id.Text));
        Assert.Equal(id, AlertBoxId.Of(new Caller("x", id.Role, id.Scope)));
        Assert.Null(AlertBoxId.Of(new Caller("x", id.Role, id.Scope, For: "1000000002")));
    }

    [Theory, InlineData(""), InlineData("member"), InlineData("member:1"), InlineData("door:P26-1.1"), InlineData(":"), InlineData("system:*"), InlineData("workplace:w1"), InlineData("member:1000000001:x")]
    public void What_is_no_key_of_an_inbox_is_none(string text) => Assert.False(AlertBoxId.TryParse(text, out _));
}
