using JmaActors.Credits;

namespace JmaActors.Tests.Rules.Credits;

public class CmeStandingTests
{
    static readonly DateOnly Today = new(2026, 11, 23);

    static CmeEntryFact Entry(DateOnly date, int code, double units, CreditState state = CreditState.Posted) =>
        new(date, new CurriculumCode((short)code), Units.Of((decimal)units), state);

    /// <summary>Talks of half an hour, each under a code of its own: 1.5 each.</summary>
    static IEnumerable<CmeEntryFact> Talks(int count, DateOnly date, int firstCode = 1) =>
        Enumerable.Range(firstCode, count).Select(code => Entry(date, code, 0.5));

    static CmeStanding Standing(DateOnly on, params IEnumerable<CmeEntryFact> entries) =>
        CmeRules.Standing(entries.Aggregate(new CmeFacts(), (facts, e) => facts.Add(e)), on, Seeds.Book);

    static decimal Figure(CmeStanding standing, string key) => standing.Verdict.Figures.Single(f => f.Key == key).Value;

    [Fact]
    public void With_no_entries_nothing_is_judged_and_sixty_are_missing()
    {
        var standing = Standing(Today);

        Assert.Equal(("no-record", Mark.Unknown), (standing.Verdict.Outcome, standing.Verdict.Mark));
        Assert.Equal(60m, Figure(standing, "missing"));
        Assert.Contains("40 本", standing.Verdict.Nearest!.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void Forty_half_hours_under_forty_codes_reach_sixty()
    {
        var standing = Standing(Today, Talks(40, new DateOnly(2026, 5, 1)));

        Assert.Equal((60m, 60m), (standing.Total, standing.Target));
        Assert.Equal(("reached", Mark.Ok, (Words?)null), (standing.Verdict.Outcome, standing.Verdict.Mark, standing.Verdict.Nearest));
        Assert.Equal("cme-2022", standing.Verdict.Edition);
    }

    [Fact]
    public void Who_reached_sixty_before_three_years_from_the_licence_waits_for_the_day()
    {
        var facts = Talks(40, new DateOnly(2026, 5, 1)).Aggregate(new CmeFacts(), (sums, e) => sums.Add(e));

        var verdict = CmeRules.Standing(facts, Today, Seeds.Book, new DateOnly(2024, 4, 20)).Verdict;
        Assert.Equal(("reached", Mark.Near), (verdict.Outcome, verdict.Mark));
        Assert.Contains("2027-04-20", verdict.Nearest!.En, StringComparison.Ordinal);
        Assert.Contains(verdict.Rules, r => r.Id == CmeRuleIds.Licence);

        var waiting = CmeRules.Standing(facts, Today, Seeds.Book, new DateOnly(2024, 4, 20));
        Assert.DoesNotContain(CmeEligibilityRules.WhatNext(Today, waiting, Seeds.Book).Actions, a => a.Key is "request-certificate" or "find-seminar");
        Assert.Null(CmeRules.Standing(facts, Today, Seeds.Book, new DateOnly(2023, 11, 23)).Verdict.Nearest);
    }

    [Fact]
    public void At_58_and_a_half_one_talk_under_a_new_code_is_the_nearest_condition()
    {
        var standing = Standing(Today, Talks(39, new DateOnly(2026, 5, 1)));

        Assert.Equal(("short", Mark.Near), (standing.Verdict.Outcome, standing.Verdict.Mark));
        Assert.Equal(1.5m, Figure(standing, "missing"));
        Assert.Contains("1 本", standing.Verdict.Nearest!.Ja, StringComparison.Ordinal);
        Assert.Contains("1 talk of 30 minutes", standing.Verdict.Nearest.En, StringComparison.Ordinal);
    }

    [Fact]
    public void From_48_a_standing_is_near_and_below_it_is_not()
    {
        Assert.Equal(Mark.Near, Standing(Today, Talks(32, new DateOnly(2026, 5, 1))).Verdict.Mark);
        Assert.Equal(Mark.Over, Standing(Today, [.. Talks(31, new DateOnly(2026, 5, 1)), Entry(Today, 1, 1)]).Verdict.Mark);
    }

    [Fact]
    public void A_code_held_twice_counts_once_and_its_units_twice()
    {
        var standing = Standing(Today, Entry(new DateOnly(2025, 6, 1), 74, 1), Entry(new DateOnly(2026, 6, 1), 74, 1.5));

        Assert.Equal((Units.Of(2.5m), 1, 3.5m), (standing.Posted, standing.Codes, standing.Total));
        Assert.Equal([74], standing.CodesHeld);
    }

    [Fact]
    public void Pending_units_are_shown_and_neither_they_nor_their_codes_count()
    {
        var standing = Standing(Today, Entry(Today, 74, 1, CreditState.Pending), Entry(Today, 75, 1, CreditState.Voided));

        Assert.Equal((Units.Zero, Units.Of(1m), 0, 0m), (standing.Posted, standing.Pending, standing.Codes, standing.Total));
    }

    [Fact]
    public void A_posted_entry_of_zero_units_holds_no_code() => Assert.Equal(0, Standing(Today, Entry(Today, 74, 0)).Codes);

    [Fact]
    public void The_window_is_the_fiscal_year_of_the_date_and_the_two_before()
    {
        var standing = Standing(Today, Entry(new DateOnly(2024, 3, 31), 1, 1), Entry(new DateOnly(2024, 4, 1), 2, 1), Entry(new DateOnly(2027, 3, 31), 3, 1));

        Assert.Equal((new FiscalYear(2024), new FiscalYear(2026)), (standing.From, standing.To));
        Assert.Equal([2, 3], standing.CodesHeld);
        Assert.Equal([2024, 2025, 2026], standing.Years.Select(y => y.Year));
        Assert.Equal([1, 0, 1], standing.Years.Select(y => y.Codes));
    }

    [Fact]
    public void On_31_March_it_is_reached_and_on_1_April_the_oldest_year_with_its_codes_has_gone()
    {
        CmeEntryFact[] entries = [.. Talks(20, new DateOnly(2024, 4, 1)), .. Talks(30, new DateOnly(2026, 5, 1), firstCode: 11)];
        var last = Standing(new DateOnly(2027, 3, 31), entries);
        var next = Standing(new DateOnly(2027, 4, 1), entries);

        Assert.Equal((65m, "reached"), (last.Total, last.Verdict.Outcome));
        Assert.Equal((10m, 10m, 20m), (Figure(last, "leaving-units"), Figure(last, "leaving-codes"), Figure(last, "leaving")));
        Assert.Contains("2024年度分 20.0", last.Verdict.Text.Ja, StringComparison.Ordinal);
        Assert.Equal((45m, "short"), (next.Total, next.Verdict.Outcome));
        Assert.Equal(45m, Figure(last, "total-next-year"));
    }

    [Fact]
    public void A_code_that_a_later_year_holds_too_does_not_leave()
    {
        var standing = Standing(Today, Entry(new DateOnly(2024, 5, 1), 74, 1), Entry(new DateOnly(2025, 5, 1), 74, 1));

        Assert.Equal((1m, 0m), (Figure(standing, "leaving-units"), Figure(standing, "leaving-codes")));
    }

    [Fact]
    public void Every_verdict_names_its_rules_and_sources_and_marks_the_unverified_ones()
    {
        var rules = Standing(Today).Verdict.Rules;

        Assert.Contains(rules, r => r is { Id: CmeRuleIds.Certificate, Unverified: false });
        Assert.Contains(rules, r => r is { Id: CmeRuleIds.Near, Unverified: true });
        Assert.All(rules, r => Assert.NotEmpty(r.Source));
    }

    [Fact]
    public void Taking_away_what_was_never_added_is_a_fault_of_the_caller()
    {
        var year = new CmeYearFacts(2026);
        Assert.Throws<InvalidOperationException>(() => year.Remove(Entry(Today, 74, 1)));
        Assert.Throws<InvalidOperationException>(() => year.Add(Entry(new DateOnly(2025, 5, 1), 74, 1)));
    }

    [Fact]
    public void The_card_shows_the_total_against_sixty()
    {
        var card = CmeRules.Card(Standing(Today, Talks(10, Today)));

        Assert.Equal((15m, 60m), (card.Headline.Value, card.Headline.Target));
        Assert.Equal(CmeVerdicts.Benefit, card.Benefit);
    }
}
