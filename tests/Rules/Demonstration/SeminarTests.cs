using CsCheck;
using JmaActors.Credits;
using JmaActors.Demonstration;
using JmaActors.Time;
using JmaActors.Training;

namespace JmaActors.Tests.Rules.Demonstration;

public class SeminarTests
{
    static readonly Gen<DateTimeOffset> Instant =
        from minute in Gen.Long[0, 5 * 365 * 24 * 60L]
        select new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute);

    [Fact]
    public void At_any_time_of_any_day_the_sample_program_keeps_to_the_rules() => Instant.Sample(now =>
    {
        var running = DemonstrationSeminar.Running(DemonstrationSeminar.DefaultHost, now);
        Assert.Null(TimelineRules.Check(running.Command, Seeds.Book));
        Assert.True(SessionId.TryParse(running.Session.Code, out _));
    });

    [Fact]
    public void Across_the_night_of_31_March_it_moves_into_the_new_fiscal_year()
    {
        var seminar = DemonstrationSeminar.StartingAt(AssociationId.Prefecture(26), Tokyo.At(new DateOnly(2027, 3, 31), new TimeOnly(22, 30)), "X");
        Assert.Equal(Tokyo.StartOf(new DateOnly(2027, 4, 1)), seminar.Command.Talks[0].Start);
    }

    [Fact]
    public void A_running_seminar_began_25_to_30_minutes_ago() => Instant.Sample(now =>
    {
        var start = DemonstrationSeminar.Running(DemonstrationSeminar.DefaultHost, now).Command.Talks[0].Start;
        // On the night of 31 March it is moved, see above.
        return Tokyo.FiscalYearOf(now.AddMinutes(-30)) != Tokyo.FiscalYearOf(now.AddHours(3)) || (now - start).TotalMinutes is >= 25 and < 30;
    });

    [Fact]
    public void A_day_at_the_door_is_in_order_of_time_within_its_hours_and_the_same_twice()
    {
        var seminar = DemonstrationSeminar.Running(DemonstrationSeminar.DefaultHost, Tokyo.At(new DateOnly(2026, 11, 23), new TimeOnly(14, 0)));
        CardNumber[] cards = [.. Enumerable.Range(1, 200).Select(DemonstrationPopulation.Card)];
        var taps = DemonstrationDoor.Taps(seminar.Command, seminar.Session, cards, 7);

        Assert.Equal(taps, DemonstrationDoor.Taps(seminar.Command, seminar.Session, cards, 7));
        Assert.Equal(taps.OrderBy(t => t.At).Select(t => t.At), taps.Select(t => t.At));
        Assert.Equal(taps.Count, taps.Select(t => (t.Device, t.Nonce)).Distinct().Count());
        Assert.All(taps, t => Assert.InRange(t.At, seminar.Command.DoorsOpen, seminar.Command.DoorsClose));
        Assert.All(cards, card => Assert.Equal(TapDirection.In, taps.First(t => t.Card == card).Direction));
        Assert.Equal(5, taps.Count(t => t.Card.Text.StartsWith("UNKNOWN", StringComparison.Ordinal)));
    }

    [Fact]
    public void Past_credits_are_taken_by_the_rules_and_the_same_for_the_same_member()
    {
        DateOnly today = new(2026, 11, 23), licensed = new(2025, 4, 20);
        for (var n = 0; n < 300; n++)
        {
            var member = new MemberId(MemberId.First + n);
            var jma = n % 3 != 0;
            var commands = DemonstrationCredits.For(member, today, licensed, jma, Seeds.Book, 1).ToList();
            Assert.Equal(commands, DemonstrationCredits.For(member, today, licensed, jma, Seeds.Book, 1));
            Assert.All(commands, c => Assert.Null(AccrualRules.Check(c, today, licensed, jma, Seeds.Book)));
            Assert.Equal(commands.Count, commands.Select(c => c.Key).Distinct().Count());
        }
    }

    [Fact]
    public void A_later_day_of_the_fiscal_year_only_adds_entries() => Gen.Int[0, 1_000].Sample(n =>
    {
        var member = new MemberId(MemberId.First + n);
        var early = DemonstrationCredits.For(member, new DateOnly(2026, 6, 1), null, true, Seeds.Book, 1);
        Assert.Subset(DemonstrationCredits.For(member, new DateOnly(2026, 12, 1), null, true, Seeds.Book, 1).ToHashSet(), early.ToHashSet());
    });

    [Fact]
    public void A_start_in_the_next_fiscal_year_repeats_no_key_with_another_content() => Gen.Int[0, 1_000].Sample(n =>
    {
        var member = new MemberId(MemberId.First + n);
        var before = DemonstrationCredits.For(member, new DateOnly(2027, 3, 31), null, true, Seeds.Book, 1).ToDictionary(c => c.Key);
        foreach (var after in DemonstrationCredits.For(member, new DateOnly(2027, 4, 30), null, true, Seeds.Book, 1))
        {
            if (before.TryGetValue(after.Key, out var same)) Assert.Equal(same with { Post = true }, after with { Post = true });
        }
    });

    [Fact]
    public void Of_a_thousand_members_some_have_reached_sixty_some_are_near_and_most_are_not()
    {
        DateOnly today = new(2026, 11, 23);
        var totals = Enumerable.Range(0, 1_000).Select(n => CmeRules.Total(
            DemonstrationCredits.For(new MemberId(MemberId.First + n), today, null, true, Seeds.Book, 1)
                .Select(c => new CmeEntryFact(c.Date, c.Code, c.Units, c.Post ? CreditState.Posted : CreditState.Pending))
                .Aggregate(new CmeFacts(), (facts, e) => facts.Add(e)), today, Seeds.Book)).ToList();

        Assert.InRange(totals.Count(t => t >= 60m), 40, 200);
        Assert.InRange(totals.Count(t => t is >= 48m and < 60m), 30, 200);
        Assert.InRange(totals.Count(t => t == 0m), 50, 250);
    }
}
