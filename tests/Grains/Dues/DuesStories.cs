using JmaActors.Dues;
using JmaActors.Members;

namespace JmaActors.Tests.Grains.Dues;

/// <summary>What becomes of a person's dues: each yen is somewhere, and what was posted is never edited.</summary>
public sealed class DuesStories
{
    static readonly FiscalYear Year = new(2026);
    static readonly AssociationId Kyoto = new("26-007"), Fushimi = new("26-008");
    static readonly DuesPolicy Policy = Seeds.Book.Dues(Year.FirstDay);

    readonly Story<DuesState, DuesEvent> _story = new(new DuesLedger(), "1000000001");

    static DuesPerson Person(MemberCategory category, AssociationId? local = null, params Reduction[] reductions) => new(
        new DateOnly(1980, 4, 1), new DateOnly(2006, 4, 1), null, [new MembershipPeriod(new DateOnly(2010, 4, 1), null, new Membership(local ?? Kyoto, MembershipLayers.All, category), 1)], reductions);

    static PreparedDues<AssessDues> Assess(DuesPerson? person, bool post = true, long read = 1) => new(new AssessDues(Year, post, Caller.System), Read(person, read), Policies);

    static DuesReading Read(DuesPerson? person, long version = 1) => new(person, version, person is null ? "not-registered" : null, new Dictionary<AssociationId, DuesTariffs>());

    static DuesPolicy Policies(FiscalYear year) => Policy;

    static PayDues Pay(string key, long yen) => new(key, new Yen(yen), new DateOnly(2026, 11, 1), PaymentChannel.Transfer, "", Caller.System);

    DuesStatement Statement => DuesAnswers.Statement(_story.State, Year, new DateOnly(2026, 5, 1));

    DuesAccount Account(AssociationId creditor, int term) => _story.State.Accounts.Single(a => a.Id.Creditor == creditor && a.Id.Term == term);

    [Fact]
    public void A_year_is_reckoned_sent_once_and_a_repeat_changes_nothing()
    {
        _story.When(DuesDecider.Assess, Assess(Person(MemberCategory.A1)));
        Assert.Equal([typeof(DuesAssessed), typeof(StatementPosted)], new[] { _story.Decided[0].GetType(), _story.Decided[1].GetType() });
        Assert.Equal((126_000 + 60_000 + 72_000, DuesStatus.Posted), (Statement.Assessed.Amount, Statement.Status));
        Assert.Equal(3, _story.Rows.Count(r => r.Table == DuesViews.Terms && ((DuesTermRow)r.Row).Posted));

        _story.When(DuesDecider.Assess, Assess(Person(MemberCategory.A1))).ThenNothing(repeat: true);
        _story.When(DuesDecider.Assess, Assess(null)).ThenRefused("not-registered");
    }

    [Fact]
    public void Money_goes_to_what_is_due_first_and_at_one_date_to_jma()
    {
        _story.When(DuesDecider.Assess, Assess(Person(MemberCategory.A1)));

        _story.When(DuesMoneyDecider.Pay, Pay("a", 50_000)).Then<DuesPaid>();

        Assert.Equal((42_000, 8_000, 0), (Account(AssociationId.Jma, 0).Paid, Account(new("26"), 0).Paid, Account(Kyoto, 0).Paid));
        Assert.Equal((DuesStatus.Partly, 208_000), (Statement.Status, Statement.Open.Amount));
        _story.When(DuesMoneyDecider.Pay, Pay("a", 50_000)).ThenNothing(repeat: true);
        _story.When(DuesMoneyDecider.Pay, Pay("b", 300_000)).Then<DuesPaid>();
        Assert.Equal((DuesStatus.Paid, 92_000), (Statement.Status, _story.State.Free));
    }

    [Fact]
    public void A_change_adds_a_line_or_a_credit_note_and_what_was_paid_comes_free()
    {
        _story.When(DuesDecider.Assess, Assess(Person(MemberCategory.A1)));
        _story.When(DuesMoneyDecider.Pay, Pay("a", 258_000));

        _story.When(DuesDecider.Assess, Assess(Person(MemberCategory.B), read: 2));

        var lines = _story.Then<DuesAssessed>().Lines;
        Assert.All(lines, l => Assert.True(l.Yen < 0));
        Assert.Equal((28_000 + 18_000 + 12_000, DuesStatus.Paid, 200_000), (Statement.Assessed.Amount, Statement.Status, _story.State.Free));
        _story.When(DuesDecider.Assess, Assess(Person(MemberCategory.A1), read: 1)).ThenRefused(DuesDecider.Stale);
        _story.When(DuesMoneyDecider.Refund, new RefundDues("r", new Yen(200_001), "over", Caller.System)).ThenRefused("bad-amount");
        _story.When(DuesMoneyDecider.Refund, new RefundDues("r", new Yen(200_000), "over", Caller.System)).Then<DuesRefunded>();
        Assert.Equal((0, 200_000), (_story.State.Free, _story.State.Refunded));
        _story.When(DuesMoneyDecider.Reverse, new ReversePayment("a", "bank", Caller.System)).ThenRefused("refunded");
    }

    [Fact]
    public void The_books_of_the_former_association_close_and_those_of_the_new_one_open()
    {
        _story.When(DuesDecider.Assess, Assess(Person(MemberCategory.A1)));
        _story.When(DuesMoneyDecider.Pay, Pay("a", 100_000));

        _story.When(DuesDecider.Assess, Assess(Person(MemberCategory.A1, Fushimi), read: 2)).Then<DuesAssessed>();

        var rows = _story.Rows.Select(r => r.Row).OfType<DuesTermRow>().ToLookup(r => r.Via);
        static long Sum(IEnumerable<DuesTermRow> of, Func<DuesShareOf, long> what) => of.Sum(r => what(r.Jma) + what(r.Prefecture) + what(r.Local));
        Assert.All(rows["26-007"], r => Assert.Equal((0, 0), (Sum([r], s => s.Billed), Sum([r], s => s.Paid))));
        Assert.Equal((258_000, 100_000), (Sum(rows["26-008"], s => s.Billed), Sum(rows["26-008"], s => s.Paid)));
        Assert.Equal(["26-007.2026", "26-008.2026"], _story.Touches.Select(t => t.Code));
    }

    [Fact]
    public void A_returned_payment_opens_what_it_had_paid_last_first()
    {
        _story.When(DuesDecider.Assess, Assess(Person(MemberCategory.A1)));
        _story.When(DuesMoneyDecider.Pay, Pay("a", 42_000)).When(DuesMoneyDecider.Pay, Pay("b", 20_000));

        _story.When(DuesMoneyDecider.Reverse, new ReversePayment("a", "no funds", Caller.System)).Then<PaymentReversed>();

        Assert.Equal((20_000, 0, 0), (Account(AssociationId.Jma, 0).Paid, Account(new("26"), 0).Paid, _story.State.Free));
        _story.When(DuesMoneyDecider.Reverse, new ReversePayment("a", "no funds", Caller.System)).ThenNothing(repeat: true);
        _story.When(DuesMoneyDecider.Reverse, new ReversePayment("x", "no funds", Caller.System)).ThenRefused("no-payment");
    }

    [Fact]
    public void A_write_off_is_of_what_is_open_and_a_credit_note_also_of_what_is_paid()
    {
        _story.When(DuesDecider.Assess, Assess(Person(MemberCategory.A1)));
        _story.When(DuesMoneyDecider.Pay, Pay("a", 42_000));
        var jma = Account(AssociationId.Jma, 0).Id;

        _story.When(DuesMoneyDecider.Lessen, new LessenDues("w", jma, new Yen(1), true, "gone", Caller.System)).ThenRefused("bad-amount");
        _story.When(DuesMoneyDecider.Lessen, new LessenDues("c", jma, new Yen(2_000), false, "", Caller.System)).ThenRefused("no-reason");
        _story.When(DuesMoneyDecider.Lessen, new LessenDues("c", jma, new Yen(2_000), false, "wrong", Caller.System)).Then<DuesLessened>();

        Assert.Equal((40_000, 2_000), (Account(AssociationId.Jma, 0).Paid, Account(new("26"), 0).Paid));
        foreach (var account in _story.State.Accounts.Where(a => a.Open > 0).ToList()) _story.When(DuesMoneyDecider.Lessen, new LessenDues($"w{account.Id}", account.Id, new Yen(account.Open), true, "gone", Caller.System)).Then<DuesLessened>();
        Assert.Equal(DuesStatus.WrittenOff, Statement.Status);
    }

    [Fact]
    public void A_reduction_that_is_approved_lessens_the_year_at_once_and_its_end_brings_it_back()
    {
        _story.When(DuesDecider.Assess, Assess(Person(MemberCategory.A1)));
        var reduction = new Reduction("app-1", ReductionKind.Illness, new DateOnly(2026, 8, 1), new DateOnly(2027, 3, 31), MembershipLayers.Jma);
        PreparedDues<T> With<T>(T command) => new(command, Read(Person(MemberCategory.A1)), Policies);

        _story.When(DuesDecider.Reduce, With(new ReduceDues(reduction, "sha", Caller.System)));

        Assert.Equal(42_000 + 22_000 + 22_000, _story.State.Accounts.Where(a => a.Id.Creditor == AssociationId.Jma).Sum(a => a.Assessed));
        _story.When(DuesDecider.EndReduction, With(new EndReduction("app-1", new DateOnly(2026, 11, 30), "recovered", Caller.System)));
        Assert.Equal(42_000 + 22_000 + 42_000, _story.State.Accounts.Where(a => a.Id.Creditor == AssociationId.Jma).Sum(a => a.Assessed));
        _story.When(DuesDecider.Reduce, With(new ReduceDues(reduction with { Key = "app-2", Kind = ReductionKind.OldAge }, "", Caller.System))).ThenRefused("not-old-enough", DuesPolicy.OldAgeRule);
    }

    [Fact]
    public void A_changed_record_is_followed_and_an_older_reading_of_it_decides_nothing()
    {
        _story.When(DuesDecider.Assess, Assess(Person(MemberCategory.A1)));

        _story.When(static (s, w, _) => DuesDecider.Moved(s, w), new MemberMoved(5)).Then<RecordMoved>();

        Assert.True(_story.State.Behind);
        Assert.Contains(_story.Rows, r => r.Table == DuesViews.Behind && !r.Delete);
        _story.When(DuesDecider.Follow, new PreparedDues<bool>(true, Read(Person(MemberCategory.A1), 4), Policies)).ThenRefused(DuesDecider.Stale);
        _story.When(DuesDecider.Assess, Assess(Person(MemberCategory.A1), read: 4)).ThenRefused(DuesDecider.Stale);
        _story.When(DuesDecider.Follow, new PreparedDues<bool>(true, Read(Person(MemberCategory.B), 5), Policies));
        Assert.False(_story.State.Behind);
        Assert.Contains(_story.Rows, r => r.Table == DuesViews.Behind && r.Delete);
        Assert.Equal(58_000, Statement.Assessed.Amount);
    }

    [Fact]
    public void Who_owed_nothing_and_is_billed_nothing_owes_from_the_change_on()
    {
        var free = Person(MemberCategory.C) with { Reductions = [], Periods = [new MembershipPeriod(new DateOnly(2010, 4, 1), null, Membership.None, 1)] };
        _story.When(DuesDecider.Assess, Assess(free)).Then<StatementPosted>();

        _story.When(static (s, w, _) => DuesDecider.Moved(s, w), new MemberMoved(2));
        _story.When(DuesDecider.Follow, new PreparedDues<bool>(true, Read(Person(MemberCategory.A1), 2), Policies));

        Assert.Equal((258_000, DuesStatus.Posted), (Statement.Assessed.Amount, Statement.Status));
        Assert.All(_story.State.Accounts, a => Assert.True(a.Due >= new DateOnly(2026, 12, 23)));
    }

    [Fact]
    public void A_key_that_was_used_for_something_else_swallows_nothing()
    {
        _story.When(DuesDecider.Assess, Assess(Person(MemberCategory.A1)));
        _story.When(DuesMoneyDecider.Pay, Pay("17", 300_000)).When(DuesMoneyDecider.Pay, Pay("17", 30_000)).ThenRefused("key-taken");
        _story.When(DuesMoneyDecider.Refund, new RefundDues("r", new Yen(1_000), "over", Caller.System)).Then<DuesRefunded>();
        _story.When(DuesMoneyDecider.Refund, new RefundDues("r", new Yen(2_000), "over", Caller.System)).ThenRefused("key-taken");
        _story.When(DuesMoneyDecider.Lessen, new LessenDues("r", Account(AssociationId.Jma, 0).Id, new Yen(1_000), false, "so", Caller.System)).ThenRefused("key-taken");
    }

    [Fact]
    public void What_was_given_up_is_not_asked_again_by_the_next_association()
    {
        _story.When(DuesDecider.Assess, Assess(Person(MemberCategory.A1)));
        _story.When(DuesMoneyDecider.Lessen, new LessenDues("w", Account(AssociationId.Jma, 0).Id, new Yen(42_000), true, "gone", Caller.System));

        _story.When(DuesDecider.Assess, Assess(Person(MemberCategory.A1, Fushimi), read: 2));

        var jma = _story.State.Accounts.Where(a => a.Id.Creditor == AssociationId.Jma && a.Id.Term == 0).ToDictionary(a => a.Id.Via, a => (a.Owed, a.WrittenOff));
        Assert.Equal(((0, 0), (0, 42_000)), (jma[Kyoto], jma[Fushimi]));
    }

    [Fact]
    public void What_is_added_to_an_open_account_is_not_late_at_once()
    {
        var today = new DateOnly(2026, 11, 23);
        _story.When(DuesDecider.Assess, Assess(Person(MemberCategory.B)));
        var before = Account(AssociationId.Jma, 0).Due;
        _story.State.Accounts.ForEach(a => a.Due = today.AddDays(-10));

        _story.When(DuesDecider.Assess, Assess(Person(MemberCategory.A1), read: 2));

        Assert.Equal((42_000, before), (Account(AssociationId.Jma, 0).Assessed, Account(AssociationId.Jma, 0).Due));
    }

    /// <summary>Reckoned by what these associations decided.</summary>
    static PreparedDues<AssessDues> By(DuesPerson person, long read, params IEnumerable<(AssociationId Of, DuesTariff Tariff)> decided)
    {
        var policy = Policy.With(decided.ToDictionary(d => d.Of, d => new DuesTariffs([d.Tariff], 1)), Year);
        return new(new AssessDues(Year, true, Caller.System), Read(person, read), _ => policy);
    }

    static DuesTariff Collects(params int[] terms) => new(Year, "総会", [], terms, null, null);

    [Fact]
    public void What_was_given_up_is_not_asked_again_either_where_terms_are_others()
    {
        _story.When(DuesDecider.Assess, Assess(Person(MemberCategory.A1)));
        _story.When(DuesMoneyDecider.Lessen, new LessenDues("w", Account(AssociationId.Jma, 2).Id, new Yen(42_000), true, "gone", Caller.System));
        var moves = Person(MemberCategory.A1) with
        {
            Periods = [new MembershipPeriod(new DateOnly(2010, 4, 1), new DateOnly(2026, 9, 30), new Membership(Kyoto, MembershipLayers.All, MemberCategory.A1), 1), new MembershipPeriod(new DateOnly(2026, 10, 1), null, new Membership(Fushimi, MembershipLayers.All, MemberCategory.A1), 2)],
        };

        _story.When(DuesDecider.Assess, By(moves, 2, (Fushimi, Collects(4, 10))));

        var jma = _story.State.Accounts.Where(a => a.Id.Creditor == AssociationId.Jma).ToDictionary(a => (a.Id.Via, a.Id.Term), a => (a.Owed, a.WrittenOff));
        Assert.Equal(((0, 0), (0, 42_000)), (jma[(Kyoto, 2)], jma[(Fushimi, 1)]));
        Assert.Equal(84_000, jma.Values.Sum(a => a.Owed));
    }

    [Fact]
    public void What_is_open_is_due_when_its_new_term_begins_and_what_is_paid_stays_where_it_is()
    {
        _story.When(DuesDecider.Assess, Assess(Person(MemberCategory.A1)));
        _story.When(DuesMoneyDecider.Pay, Pay("a", 86_000));

        _story.When(DuesDecider.Assess, By(Person(MemberCategory.A1), 2, (Kyoto, Collects(4, 2))));

        var jma = _story.State.Accounts.Where(a => a.Id.Creditor == AssociationId.Jma && a.Assessed > 0).ToDictionary(a => a.Id.Term);
        Assert.Equal([0, 1], jma.Keys.Order());
        Assert.Equal((105_000, 21_000, new DateOnly(2027, 3, 3)), (jma[0].Assessed, jma[1].Assessed, jma[1].Due));
        Assert.Equal(126_000 + 60_000 + 72_000, Statement.Assessed.Amount);
        Assert.Equal(86_000, _story.State.Accounts.Sum(a => a.Paid));
        _story.When(DuesDecider.Assess, By(Person(MemberCategory.A1), 2, (Kyoto, Collects(4, 2)))).ThenNothing(repeat: true);
    }

    [Fact]
    public void Of_a_record_that_was_merged_nothing_is_owed_any_more()
    {
        _story.When(DuesDecider.Assess, Assess(Person(MemberCategory.A1)));
        _story.When(static (s, w, _) => DuesDecider.Moved(s, w), new MemberMoved(2));

        _story.When(DuesDecider.Follow, new PreparedDues<bool>(true, new DuesReading(null, 2, DuesReading.Merged, new Dictionary<AssociationId, DuesTariffs>()), Policies));

        Assert.Equal((0, false), (_story.State.Accounts.Sum(a => a.Owed), _story.State.Behind));
    }

    /// <summary>Whatever happens in whatever order, with repeats: the books close.</summary>
    [Fact]
    public void Every_yen_is_somewhere_whatever_happens()
    {
        var random = new Random(20261126);
        for (var run = 0; run < 40; run++)
        {
            var story = new Story<DuesState, DuesEvent>(new DuesLedger(), "1000000001");
            var (read, keys) = (1L, new List<string>());
            var rows = new Dictionary<string, DuesTermRow>(StringComparer.Ordinal);
            for (var step = 0; step < 60; step++)
            {
                var (state, key) = (story.State, random.Next(5) == 0 && keys.Count > 0 ? keys[random.Next(keys.Count)] : $"k{step}");
                keys.Add(key);
                var account = state.Accounts.Count > 0 ? state.Accounts[random.Next(state.Accounts.Count)].Id : default;
                var person = Person((MemberCategory)random.Next(1, 6), random.Next(2) == 0 ? Kyoto : Fushimi);
                _ = random.Next(7) switch
                {
                    0 or 1 => story.When(DuesDecider.Assess, By(person, random.Next(4) == 0 ? read : ++read, ((AssociationId[])[Kyoto, Fushimi]).Where(_ => random.Next(2) == 0).Select(a => (a, Collects([4, .. Enumerable.Range(5, 8).Where(_ => random.Next(3) == 0)]) with { MidYear = (MidYearRule)random.Next(3), DueDays = random.Next(60) })).ToList())),
                    2 => story.When(DuesMoneyDecider.Pay, Pay(key, random.Next(1, 200_000))),
                    3 => story.When(DuesMoneyDecider.Reverse, new ReversePayment(key, "back", Caller.System)),
                    4 => story.When(DuesMoneyDecider.Refund, new RefundDues(key, new Yen(random.Next(1, 100_000)), "over", Caller.System)),
                    5 => story.When(DuesMoneyDecider.Lessen, new LessenDues(key, account, new Yen(random.Next(1, 50_000)), random.Next(2) == 0, "so", Caller.System)),
                    _ => story.When(DuesDecider.Reduce, new PreparedDues<ReduceDues>(new ReduceDues(new Reduction(key, ReductionKind.Childbirth, Year.FirstDay.AddMonths(random.Next(12)), Year.LastDay, MembershipLayers.All), "", Caller.System), Read(person, ++read), Policies)),
                };
                foreach (var row in story.Rows) if (row.Row is DuesTermRow put) rows[put.Account] = put;
                var paid = state.Payments.Where(p => !p.Reversed).Sum(p => p.Amount.Amount) - state.Refunded;
                Assert.Equal(paid, state.Free + state.Accounts.Sum(a => a.Paid));
                Assert.True(state.Free >= 0);
                Assert.All(state.Accounts, a => Assert.InRange(a.Paid, 0, a.Owed));
                // What views show is the ledger's, by creditor and by local association.
                foreach (var books in state.Accounts)
                {
                    var row = rows[$"{books.Id.Year.Year}/{books.Id.Via}/{books.Id.Term}{(books.Id.Item == DuesItem.EntryFee ? "e" : "")}"];
                    var share = books.Id.Creditor.Layer switch { AssociationLayer.National => row.Jma, AssociationLayer.Prefecture => row.Prefecture, _ => row.Local };
                    Assert.Equal((books.Assessed - books.Credited, books.WrittenOff, books.Paid, books.Due), (share.Billed, share.WrittenOff, share.Paid, share.Due!.Value));
                }
            }
        }
    }
}
