using JmaActors.Dues;
using JmaActors.Ledgers;
using JmaActors.Members;
using static JmaActors.Tests.Rules.Dues.Lives;

namespace JmaActors.Tests.Rules.Dues;

/// <summary>What an association decided about its dues goes before the policy: its table, its terms for all three creditors, its rule for part of a year.</summary>
public sealed class TariffTests
{
    static DuesTariffRow Row(string label, long annual, DuesBlock block = DuesBlock.Standard, PracticeRole? practice = null, long? entry = null) =>
        new(label, block, [], null, null, null, null, practice, new Yen(annual), entry is { } yen ? new Yen(yen) : null);

    static DuesTariff Decided(IReadOnlyList<DuesTariffRow>? rows = null, IReadOnlyList<int>? terms = null, int? days = null, MidYearRule? rule = null, int from = 2026) =>
        new(new FiscalYear(from), "2026年3月15日 定例総会 第3号議案", rows ?? [], terms, days, rule);

    static DuesPolicy With(params (AssociationId Of, DuesTariff Tariff)[] decided) => Policy.With(decided.ToDictionary(d => d.Of, d => new DuesTariffs([d.Tariff], 1)), Year);

    static DuesAssessment Assess(DuesPolicy policy, DuesPerson person) => DuesRules.Assess(policy, Year, person);

    [Fact]
    public void The_first_row_that_fits_says_what_is_owed_and_is_told_as_the_association_calls_it()
    {
        var policy = With((Kyoto, Decided([Row("診療所を開く会員", 90_000, practice: PracticeRole.ClinicHead), Row("その他の会員", 7_000)])));

        Assert.Equal((7_000, 90_000), (Assess(policy, Of(MemberCategory.B)).Sum(Kyoto), Assess(policy, Of(MemberCategory.B, practice: PracticeRole.ClinicHead)).Sum(Kyoto)));
        var why = Assess(policy, Of(MemberCategory.B)).Charges.First(c => c.Account.Creditor == Kyoto).Why;
        Assert.Equal(("dues.own.26-007.2026.02", new DuesOwnRow("その他の会員", "2026年3月15日 定例総会 第3号議案")), (why.Row, why.Own));
        // Another association, and the layers above, go by theirs.
        Assert.Equal(Assess(Policy, Of(MemberCategory.B)).Sum(AssociationId.Jma), Assess(policy, Of(MemberCategory.B)).Sum(AssociationId.Jma));
    }

    [Fact]
    public void A_table_without_rows_for_a_reduction_leaves_the_standard_price_and_one_with_them_uses_them()
    {
        var person = Of(MemberCategory.B) with { Reductions = [Reduced(ReductionKind.Illness)] };

        Assert.Equal(7_000, Assess(With((Kyoto, Decided([Row("会員", 7_000)]))), person).Sum(Kyoto));
        Assert.Equal(1_000, Assess(With((Kyoto, Decided([Row("会員", 7_000), Row("減免", 1_000, DuesBlock.Relief)]))), person).Sum(Kyoto));
    }

    [Fact]
    public void Whoever_collects_says_in_which_terms_for_all_three_creditors_and_the_prefecture_where_it_said_nothing()
    {
        var halves = Decided(terms: [4, 10], days: 10);
        foreach (var policy in (DuesPolicy[])[With((Kyoto, halves)), With((new AssociationId("26"), halves))])
        {
            var charges = Assess(policy, Of(MemberCategory.A1)).Charges;
            Assert.Equal(6, charges.Count);
            Assert.All(charges, c => Assert.Equal(Day(c.Account.Term == 0 ? "2026-04-11" : "2026-10-11"), c.Due));
            Assert.Equal(126_000, charges.Where(c => c.Account.Creditor == AssociationId.Jma).Sum(c => c.Amount.Amount));
        }
        var nearest = With((Kyoto, Decided(terms: [4])), (new AssociationId("26"), halves));
        Assert.Equal(3, Assess(nearest, Of(MemberCategory.A1)).Charges.Count);
    }

    [Fact]
    public void Each_creditor_says_how_part_of_a_year_is_reckoned()
    {
        var policy = With((Kyoto, Decided([Row("会員", 12_000)], rule: MidYearRule.Full)), (AssociationId.Jma, Decided(rule: MidYearRule.Monthly)));
        var joins = Of(MemberCategory.A1) with { Periods = [Period("2026-12-15", null, MemberCategory.A1, Kyoto)] };

        Assert.Equal((12_000, 42_000), (Assess(policy, joins).Sum(Kyoto), Assess(policy, joins).Sum(AssociationId.Jma)));
    }

    [Fact]
    public void A_whole_year_is_asked_for_term_by_term_and_of_who_joins_late_with_the_term_of_joining()
    {
        var policy = With((Kyoto, Decided([Row("会員", 12_000)], rule: MidYearRule.Full)));
        IEnumerable<(int, long, DateOnly)> Lines(DuesPerson person) => Assess(policy, person).Charges.Where(c => c.Account.Creditor == Kyoto).Select(c => (c.Account.Term, c.Amount.Amount, c.Due));

        Assert.Equal([(0, 4_000L, Day("2026-05-01")), (1, 4_000L, Day("2026-08-31")), (2, 4_000L, Day("2026-12-31"))], Lines(Of(MemberCategory.A1)));
        Assert.Equal([(1, 8_000L, Day("2026-10-10")), (2, 4_000L, Day("2026-12-31"))], Lines(Of(MemberCategory.A1) with { Periods = [Period("2026-09-10", null, MemberCategory.A1, Kyoto)] }));
    }

    [Fact]
    public void After_a_transfer_what_is_left_of_the_year_goes_by_the_rule_of_the_new_association()
    {
        var policy = With((Kyoto, Decided([Row("会員", 12_000)], rule: MidYearRule.Monthly)), (Osaka, Decided([Row("会員", 24_000)], rule: MidYearRule.Full)));
        var moves = Of(MemberCategory.A1) with { Periods = [Period("2004-04-01", "2026-09-30", MemberCategory.A1, Kyoto), Period("2026-10-01", null, MemberCategory.A1, Osaka)] };

        Assert.Equal((6_000, 12_000), (Assess(policy, moves).Sum(Kyoto), Assess(policy, moves).Sum(Osaka)));
    }

    [Fact]
    public void Whatever_associations_decided_nobody_is_asked_for_more_than_a_year_or_twice_for_a_month()
    {
        var random = new Random(20261127);
        AssociationId[] places = [Kyoto, Fushimi, Osaka];
        for (var i = 0; i < 2_000; i++)
        {
            var decided = places.Concat([new AssociationId("26"), new AssociationId("27"), AssociationId.Jma]).Where(_ => random.Next(3) > 0)
                .Select(a => (a, Decided([Row("会員", 12_000)], random.Next(2) == 0 ? null : [4, .. Enumerable.Range(5, 8).Where(_ => random.Next(3) == 0)], null, random.Next(2) == 0 ? null : (MidYearRule)random.Next(3))));
            List<MembershipPeriod> periods = [];
            var from = new DateOnly(2020, 4, 1);
            while (from < Year.LastDay)
            {
                var until = (from.Year < 2026 ? new DateOnly(2026, 4, 1) : from).AddDays(random.Next(1, 200));
                periods.Add(Period($"{from:yyyy-MM-dd}", $"{until:yyyy-MM-dd}", MemberCategory.A1, random.Next(6) == 0 ? null : places[random.Next(places.Length)]));
                from = until.AddDays(1);
            }

            var assessed = Assess(With([.. decided]), Of(MemberCategory.A1) with { Periods = periods });

            foreach (var layer in assessed.Charges.Where(c => c.Account.Item == DuesItem.Dues).GroupBy(c => c.Account.Creditor.Layer)) Assert.InRange(layer.Sum(c => c.Why.Months), 0, 12);
            Assert.All(assessed.Charges, c => Assert.True(c.Due >= c.Why.Judged));
        }
    }

    [Fact]
    public void What_was_decided_holds_from_its_year_on_until_the_next()
    {
        var decided = new DuesTariffs([Decided([Row("後", 9_000)], from: 2028), Decided([Row("前", 7_000)], from: 2026)], 3);

        Assert.Null(decided.For(new FiscalYear(2025)));
        Assert.Equal(["前", "前", "後", "後"], ((int[])[2026, 2027, 2028, 2031]).Select(y => decided.For(new FiscalYear(y))!.Rows[0].Label));
    }

    [Fact]
    public void A_table_is_set_once_looked_at_with_care_and_withdrawn()
    {
        var (ledger, now) = (new DuesTariffState(), new DateTimeOffset(2026, 11, 27, 0, 0, 0, TimeSpan.Zero));
        string? Set(DuesTariff tariff, AssociationId? of = null) => Do(DuesTariffDecider.Set(ledger, (new SetDuesTariff(tariff, Caller.System), of ?? Kyoto), new Deciding(now, Caller.System, 0)));
        string? Do(Decision<DuesTariffEvent> decision)
        {
            for (var i = 0; i < decision.Count; i++) new DuesTariffLedger().Evolve(ledger, decision[i], default);
            return decision.Refusal?.Reason;
        }

        Assert.Equal("bad-year", Set(Decided([Row("会員", 1)], from: 2025)));
        Assert.Equal("bad-year", Set(Decided([Row("会員", 1)], from: 2029)));
        Assert.Equal("no-source", Set(Decided([Row("会員", 1)]) with { Source = " " }));
        Assert.Equal("bad-table", Set(Decided()));
        Assert.Equal("bad-table", Set(Decided([Row("減免だけ", 1, DuesBlock.Relief)])));
        Assert.Equal("bad-table", Set(Decided([Row("会員", -1)])));
        Assert.Equal("bad-table", Set(Decided([Row("会員", 1) with { AgeFrom = 60, AgeUpTo = 50 }])));
        Assert.Equal("bad-collection", Set(Decided(terms: [5, 10])));
        Assert.Equal("bad-collection", Set(Decided(terms: [4, 12, 10])));
        Assert.Equal("bad-collection", Set(Decided(days: -1)));
        Assert.Empty(ledger.Set);
        Assert.Null(Set(Decided([Row("会員", 7_000)], [4, 10, 2])));
        Assert.True(DuesTariffDecider.Set(ledger, (new SetDuesTariff(Decided([Row("会員", 7_000)], [4, 10, 2]), Caller.System), Kyoto), new Deciding(now, Caller.System, 0)).Repeat);
        Assert.Equal("no-reason", Do(DuesTariffDecider.Withdraw(ledger, new WithdrawDuesTariff(Year, "", Caller.System), new Deciding(now, Caller.System, 0))));
        Assert.Null(Do(DuesTariffDecider.Withdraw(ledger, new WithdrawDuesTariff(Year, "総会で否決", Caller.System), new Deciding(now, Caller.System, 0))));
        Assert.Equal("bad-table", Set(Decided([Row("会員", 7_000, entry: 1)]), AssociationId.Jma));
        Assert.Equal("bad-table", Set(Decided([Row("会員", 7_000) with { Categories = [MemberCategory.B, MemberCategory.B] }])));
        Assert.Equal("no-table", Do(DuesTariffDecider.Withdraw(ledger, new WithdrawDuesTariff(Year, "再度", Caller.System), new Deciding(now, Caller.System, 0))));
    }
}
