using JmaActors.Dues;
using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Time;

namespace JmaActors.Tests.Grains.Dues;

/// <summary>Who is reminded of late dues, at which step, and when not. Everything is due on 23 December 2026, the last term on the 31st.</summary>
public sealed class DuesReminderStories
{
    static readonly FiscalYear Year = new(2026);
    static readonly AssociationId Kyoto = new("26-007"), Fushimi = new("26-008");
    static readonly DuesPolicy Policy = Seeds.Book.Dues(Year.FirstDay);
    static readonly DateOnly Due = new(2026, 12, 23);

    readonly Story<DuesState, DuesEvent> story = new(new DuesLedger(), "1000000001");

    static MembershipPeriod Period(DateOnly from, DateOnly? until, AssociationId local) => new(from, until, new Membership(local, MembershipLayers.All, MemberCategory.A1), 1);

    void Bill(bool post = true, params MembershipPeriod[] periods) => story.When(DuesDecider.Assess, new PreparedDues<AssessDues>(
        new AssessDues(Year, post, Caller.System), new DuesReading(new DuesPerson(new DateOnly(1980, 4, 1), null, null, periods.Length > 0 ? periods : [Period(new DateOnly(2010, 4, 1), null, Kyoto)], []), 1, null, new Dictionary<AssociationId, DuesTariffs>()), _ => Policy));

    static Deciding On(DateOnly day) => new(Tokyo.StartOf(day), Caller.System, 1);

    Story<DuesState, DuesEvent> Remind(DateOnly on) => story.When((s, p, _) => DuesReminderDecider.Remind(s, p, On(on)), Policy);

    Story<DuesState, DuesEvent> Ask(string key, DateOnly on, string? unreachable = null) => story.When((s, c, _) => DuesReminderDecider.RemindNow(s, c, On(on)), (new RemindDues(key, Caller.System), Policy, unreachable));

    Story<DuesState, DuesEvent> Hold(string key, DateOnly? until, DateOnly on, string reason = "分納の約束") => story.When((s, c, _) => DuesReminderDecider.Hold(s, c, On(on)), new HoldReminders(key, until, reason, Caller.System));

    [Fact]
    public void Each_step_is_taken_once_on_its_day_and_names_everything_late()
    {
        Bill();
        Remind(Due.AddDays(13)).ThenNothing(repeat: false);

        var first = Remind(Due.AddDays(14)).Then<DuesReminded>();
        Assert.Equal((1, "dues.reminder.local.1", 258_000, Due, 9), (first.Step, first.Rule, first.Yen, first.Since, first.Of.Count));
        Assert.Empty(story.Touches);
        Assert.All(story.Rows.Select(r => r.Row).OfType<DuesTermRow>(), r => Assert.Equal((1, Due.AddDays(14)), (r.Reminded, r.RemindedOn!.Value)));
        // The last term was named with the others, and has no first step of its own.
        for (var day = 14; day < 45; day++) Remind(Due.AddDays(day)).ThenNothing(repeat: false);
        Assert.Equal(2, Remind(Due.AddDays(45)).Then<DuesReminded>().Step);
        for (var day = 45; day < 90; day++) Remind(Due.AddDays(day)).ThenNothing(repeat: false);
        Assert.Equal(3, Remind(Due.AddDays(90)).Then<DuesReminded>().Step);
        for (var day = 90; day < 200; day++) Remind(Due.AddDays(day)).ThenNothing(repeat: false);
        Assert.Equal([3, 2, 1], DuesAnswers.View(story.State, new MemberId(1_000_000_001), Due).Reminders.Select(r => r.Step));
    }

    [Fact]
    public void A_payment_in_between_stops_it_and_of_a_part_the_rest_goes_on()
    {
        Bill();
        Remind(Due.AddDays(14)).Then<DuesReminded>();
        story.When(DuesMoneyDecider.Pay, new PayDues("a", new Yen(172_000), new DateOnly(2026, 11, 1), PaymentChannel.Transfer, "", Caller.System));

        // The last term is due eight days later, and was reminded with the others.
        Remind(Due.AddDays(45)).ThenNothing(repeat: false);
        Assert.Equal((2, 86_000), Remind(Due.AddDays(53)).Then<DuesReminded>() is var r ? (r.Step, r.Yen) : default);
        story.When(DuesMoneyDecider.Pay, new PayDues("b", new Yen(86_000), new DateOnly(2026, 11, 1), PaymentChannel.Transfer, "", Caller.System));
        Remind(Due.AddDays(98)).ThenNothing(repeat: false);
    }

    [Fact]
    public void Whoever_is_found_very_late_begins_with_the_first_step_and_the_days_between_steps_are_kept()
    {
        Bill();

        Assert.Equal(1, Remind(Due.AddDays(200)).Then<DuesReminded>().Step);
        Remind(Due.AddDays(230)).ThenNothing(repeat: false);
        Assert.Equal(2, Remind(Due.AddDays(231)).Then<DuesReminded>().Step);
        Remind(Due.AddDays(275)).ThenNothing(repeat: false);
        Assert.Equal(3, Remind(Due.AddDays(276)).Then<DuesReminded>().Step);
    }

    [Fact]
    public void What_was_not_sent_or_may_not_agree_with_the_record_is_not_reminded_of()
    {
        Bill(post: false);
        Remind(Due.AddDays(20)).ThenNothing(repeat: false);
        Bill();
        story.When(static (s, w, _) => DuesDecider.Moved(s, w), new MemberMoved(2));
        Remind(Due.AddDays(20)).ThenNothing(repeat: false);
    }

    [Fact]
    public void Each_association_it_is_collected_through_reminds_of_its_own()
    {
        Bill(true, Period(new DateOnly(2010, 4, 1), new DateOnly(2026, 7, 31), Kyoto), Period(new DateOnly(2026, 8, 1), null, Fushimi));

        Remind(Due.AddDays(14));

        // The entry fee of the new one goes with it.
        var sent = Enumerable.Range(0, story.Decided.Count).Select(i => (DuesReminded)story.Decided[i]).ToList();
        Assert.Equal([("26-007", 86_000), ("26-008", 172_000 + 200_000)], sent.Select(r => (r.Via, r.Yen)));
    }

    [Fact]
    public void While_reminders_are_held_none_goes_and_afterwards_they_go_on()
    {
        Bill();
        Hold("h", Due.AddDays(20), Due).Then<RemindersHeld>();
        Hold("h", Due.AddDays(20), Due).ThenNothing(repeat: true);
        Hold("h", Due.AddDays(30), Due).ThenRefused("key-taken");
        Assert.All(story.State.Accounts, a => Assert.Equal(0, a.Reminded));
        Assert.Equal("分納の約束", DuesAnswers.View(story.State, new MemberId(1_000_000_001), Due.AddDays(20)).Hold?.Reason);

        Remind(Due.AddDays(20)).ThenNothing(repeat: false);
        Ask("now", Due.AddDays(20)).ThenRefused("reminders-held");
        Assert.Null(DuesAnswers.View(story.State, new MemberId(1_000_000_001), Due.AddDays(21)).Hold);
        Assert.Equal(1, Remind(Due.AddDays(21)).Then<DuesReminded>().Step);

        Hold("again", Due.AddDays(100), Due.AddDays(22)).Then<RemindersHeld>();
        Assert.All(story.Rows.Select(r => r.Row).OfType<DuesTermRow>(), r => Assert.Equal(Due.AddDays(100), r.HeldUntil));
        Hold("over", null, Due.AddDays(23)).Then<RemindersResumed>();
        Hold("none", null, Due.AddDays(23)).ThenRefused("no-hold");
        Hold("past", Due.AddDays(22), Due.AddDays(23)).ThenRefused("bad-period");
        Hold("far", Due.AddDays(24 + DuesLimits.HoldDays), Due.AddDays(23)).ThenRefused("bad-period");
        Hold("why", Due.AddDays(30), Due.AddDays(23), " ").ThenRefused("no-reason");
        Assert.Equal(2, Remind(Due.AddDays(52)).Then<DuesReminded>().Step);
    }

    [Fact]
    public void An_office_reminds_at_the_step_it_has_come_to_once_a_day()
    {
        Bill();
        Ask("early", Due).ThenRefused("nothing-late");
        Assert.Equal((1, "k1"), Ask("k1", Due.AddDays(3)).Then<DuesReminded>() is var r ? (r.Step, r.Key) : default);
        Ask("k1", Due.AddDays(3)).ThenNothing(repeat: true);
        Ask("k2", Due.AddDays(3)).ThenRefused("reminded-today");
        Ask("k2", Due.AddDays(30), DuesReading.Merged).ThenRefused(DuesReading.Merged);

        // Told by hand, the first step is not sent once more by itself.
        Remind(Due.AddDays(14)).ThenNothing(repeat: false);
        Assert.Equal(1, Ask("k2", Due.AddDays(30)).Then<DuesReminded>().Step);
        Assert.Equal(2, Ask("k3", Due.AddDays(50)).Then<DuesReminded>().Step);
        Assert.Equal(3, Ask("k4", Due.AddDays(95)).Then<DuesReminded>().Step);
        Assert.Equal((3, "dues.reminder.local.3"), Ask("k5", Due.AddDays(120)).Then<DuesReminded>() is var last ? (last.Step, last.Rule) : default);
    }

    [Fact]
    public void A_key_is_of_a_reminder_or_of_something_else()
    {
        Bill();
        PayDues Paid(string key) => new(key, new Yen(1_000), new DateOnly(2026, 11, 1), PaymentChannel.Transfer, "", Caller.System);
        story.When(DuesMoneyDecider.Pay, Paid("paid"));
        Ask("paid", Due.AddDays(3)).ThenRefused("key-taken");
        Hold("held", Due.AddDays(1), Due);
        Ask("held", Due.AddDays(3)).ThenRefused("key-taken");

        Ask("k", Due.AddDays(3)).Then<DuesReminded>();
        Hold("k", Due.AddDays(20), Due.AddDays(3)).ThenRefused("key-taken");
        story.When(DuesMoneyDecider.Pay, Paid("k")).ThenRefused("key-taken");
        story.When(DuesMoneyDecider.Lessen, new LessenDues("k", story.State.Accounts[0].Id, new Yen(1), false, "誤り", Caller.System)).ThenRefused("key-taken");
    }

    [Fact]
    public void What_a_bank_was_asked_to_draw_is_not_reminded_of_before_it_has_answered()
    {
        Bill();
        Drawn("one", Kyoto, Due.AddDays(20), until: Due, 172_000);
        // The last term is due eight days later, and was not asked for.
        Assert.Equal((86_000, 3), Remind(Due.AddDays(22)).Then<DuesReminded>() is var rest ? (rest.Yen, rest.Of.Count) : default);
        for (var day = 23; day <= 34; day++) Remind(Due.AddDays(day)).ThenNothing(repeat: false);

        // The bank did not draw it.
        story.When(static (s, o, _) => DuesDrawingRules.Over(s, o), new DebitOver("one", '1')).Then<DuesDrawingOver>();
        story.When(static (s, o, _) => DuesDrawingRules.Over(s, o), new DebitOver("one", '1')).ThenNothing(repeat: false);
        Assert.Equal((1, 258_000), Remind(Due.AddDays(34)).Then<DuesReminded>() is var r ? (r.Step, r.Yen) : default);

        // Asked once more for all of it, and the batch was withdrawn.
        Drawn("two", Kyoto, Due.AddDays(60), until: Due.AddDays(8), 258_000);
        Ask("asked", Due.AddDays(65)).ThenRefused("being-drawn");
        Assert.Single(DuesAnswers.View(story.State, new MemberId(1_000_000_001), Due.AddDays(65)).Drawn);
        story.When(static (s, o, _) => DuesDrawingRules.Over(s, o), new DebitOver("two", null)).Then<DuesDrawingOver>();
        Assert.Equal((2, 258_000), Ask("asked", Due.AddDays(65)).Then<DuesReminded>() is var again ? (again.Step, again.Yen) : default);
    }

    [Fact]
    public void A_bank_that_never_answers_holds_reminders_back_for_so_many_days_only()
    {
        Bill();
        Drawn("one", Kyoto, Due.AddDays(20), until: Due.AddDays(8), 258_000);

        Remind(Due.AddDays(20 + Policy.DrawnDays)).ThenNothing(repeat: false);
        Assert.Equal(1, Remind(Due.AddDays(21 + Policy.DrawnDays)).Then<DuesReminded>().Step);
        Assert.Empty(DuesAnswers.View(story.State, new MemberId(1_000_000_001), Due.AddDays(21 + Policy.DrawnDays)).Drawn);
    }

    [Fact]
    public void What_an_association_above_draws_is_what_is_owed_to_itself_and_a_payment_ends_it()
    {
        Bill();
        Drawn("jma", AssociationId.Jma, Due.AddDays(20), until: Due.AddDays(8), 126_000);

        Assert.Equal(258_000 - 126_000, Remind(Due.AddDays(14)).Then<DuesReminded>().Yen);
        story.When(static (s, c, _) => DuesMoneyDecider.Came(s, c), new MoneyCame("jma", 126_000, Due.AddDays(20), PaymentChannel.DirectDebit, "b1"));
        Assert.Empty(story.State.Drawn);
        // It was paid before word of it came.
        Drawn("jma", AssociationId.Jma, Due.AddDays(20), until: Due.AddDays(8), 126_000).ThenNothing(repeat: false);
    }

    [Fact]
    public void What_is_billed_after_a_batch_was_made_is_not_drawn_by_it()
    {
        Bill();
        Drawn("one", Kyoto, Due.AddDays(20), until: Due.AddDays(8), 258_000);
        var jma = story.State.Accounts.First(a => a.Id.Creditor == AssociationId.Jma);
        story.Given(new DuesAssessed(Year.Year, [new DuesLine("JMA", DuesItem.EntryFee, jma.Id.Term, "26-007", 1_000, Due, jma.Why)], [], 1));

        Assert.Equal(1_000, Remind(Due.AddDays(14)).Then<DuesReminded>().Yen);
    }

    Story<DuesState, DuesEvent> Drawn(string key, AssociationId by, DateOnly day, DateOnly until, long yen) =>
        story.When(static (s, b, _) => DuesDrawingRules.Began(s, b), new DebitBegan(key, by.Code, day, until, day.AddDays(Policy.DrawnDays), yen));

    [Fact]
    public void What_is_asked_anew_by_a_later_date_begins_anew()
    {
        Bill();
        Remind(Due.AddDays(14));
        story.When(DuesMoneyDecider.Pay, new PayDues("a", new Yen(258_000), new DateOnly(2026, 11, 1), PaymentChannel.Transfer, "", Caller.System));
        var (jma, later) = (story.State.Accounts.First(a => a.Id.Creditor == AssociationId.Jma), new DateOnly(2027, 3, 1));
        story.Given(new DuesAssessed(Year.Year, [new DuesLine("JMA", DuesItem.Dues, jma.Id.Term, "26-007", 1_000, later, jma.Why)], [], 1));

        Remind(later.AddDays(13)).ThenNothing(repeat: false);
        Assert.Equal((1, 1_000), Remind(later.AddDays(14)).Then<DuesReminded>() is var r ? (r.Step, r.Yen) : default);
    }
}
