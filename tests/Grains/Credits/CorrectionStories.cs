using System.Text.Json;
using JmaActors.Benefits;
using JmaActors.Credits;
using JmaActors.Ledgers;

namespace JmaActors.Tests.Grains.Credits;

/// <summary>Given an entry that is wrong, when an office corrects it, then both are there and one counts.</summary>
public sealed class CorrectionStories
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2026, 11, 23);
    static readonly SessionId Session = new("P26-20261123-TEST.1");
    static readonly CreditLedger Ledger = new(Seeds.Book);

    readonly StoredLedger<CreditLedgerState, CreditEvent> credits = new(Ledger, "1000000001");

    static AccrueCredit Accrual(string key, decimal units = 1m, short code = 1, bool post = true, CreditMethod method = CreditMethod.Lecture, DateOnly? date = null) =>
        new(key, method, new CurriculumCode(code), Units.Of(units), date ?? Today, "講演", post, Caller.System);

    Decision<CreditEvent> Correct(string entry, decimal? units = null, short? code = null, DateOnly? date = null, CreditScheme? scheme = null, string reason = "misread") =>
        credits.Do(Ledger.Correct, new Correction(new CorrectCredit(
            entry, units is { } u ? Units.Of(u) : null, code is { } c ? new CurriculumCode(c) : null, date, scheme, reason, Caller.System), new DateOnly(2006, 4, 10)), Now);

    CmeStanding Standing => CmeRules.Standing(credits.State.Facts, Today, Seeds.Book);

    [Fact]
    public void The_wrong_entry_stays_and_counts_no_longer_and_another_stands_in_its_place()
    {
        credits.Do(Ledger.Accrue, Accrual("a"), Now);

        Assert.Null(Correct("a", units: 2m, code: 7, date: new DateOnly(2025, 5, 1)).Refusal);

        var (wrong, right) = (credits.State.Find("a")!, credits.State.Find("a~2")!);
        Assert.Equal((CreditState.Voided, "misread", Units.Of(1m), "a~2", true), (wrong.State, wrong.Reason, wrong.Units, wrong.CorrectedBy, wrong.Settled));
        Assert.Equal((CreditState.Posted, Units.Of(2m), 7, new DateOnly(2025, 5, 1), "a", "講演"), (right.State, right.Units, right.Code.Number, right.Date, right.Corrects, right.Title));
        Assert.Equal((2m, 1, 3m), (Standing.Posted.Value, Standing.Codes, Standing.Total));
    }

    [Fact]
    public void The_same_correction_again_changes_nothing_and_another_must_correct_the_correction()
    {
        credits.Do(Ledger.Accrue, Accrual("a"), Now);
        Correct("a", units: 2m);

        Assert.True(Correct("a", units: 2m, reason: "again").Repeat);
        Assert.Equal("already-corrected", Correct("a", units: 3m).Refusal?.Reason);
        Assert.Null(Correct("a~2", units: 3m).Refusal);
        Assert.Equal(("a~3", "a~2", Units.Of(3m)), (credits.State.Find("a~2")!.CorrectedBy, credits.State.Find("a~3")!.Corrects, credits.State.Find("a~3")!.Units));
        Assert.Equal(3m, Standing.Posted.Value);
    }

    [Fact]
    public void A_pending_entry_stays_pending_and_is_settled_under_its_new_key()
    {
        credits.Do(Ledger.Accrue, Accrual("a", post: false), Now);
        Correct("a", units: 1.5m);
        Assert.Equal((0m, 1.5m), (Standing.Posted.Value, Standing.Pending.Value));

        credits.Do(Ledger.Settle, new SettleCredit("a~2", true, "", Caller.System), Now);
        Assert.Equal(1.5m, Standing.Posted.Value);
        Assert.Equal("already-voided", credits.Do(Ledger.Settle, new SettleCredit("a", true, "", Caller.System), Now).Refusal?.Reason);
    }

    [Fact]
    public void An_entry_that_belongs_to_another_scheme_leaves_this_one()
    {
        credits.Do(Ledger.Accrue, Accrual("a"), Now);
        Assert.Equal("unknown-subject", Correct("a", code: 99, scheme: CreditScheme.Occupational).Refusal?.Reason);

        Assert.Null(Correct("a", code: 41, scheme: CreditScheme.Occupational).Refusal);

        Assert.Equal(0m, Standing.Total);
        Assert.Equal((CreditScheme.Occupational, Units.Of(1m)), SchemeTotals.Of(credits.State, Today, Seeds.Book).Select(t => (t.Scheme, t.Posted)).Single());
    }

    [Fact]
    public void What_was_earned_at_a_session_is_corrected_on_its_roll()
    {
        var word = new AttendanceCredit(Session, 1, "Talk", new CurriculumCode(7), Today, CreditState.Posted, Units.Of(1m), null, Caller.System);
        credits.Receive(new Parcel($"session/{Session}", 1, "credits/1000000001", CreditLedger.AttendanceParcel, JsonSerializer.SerializeToUtf8Bytes(new AttendanceCredits([word]), CreditJson.Default.AttendanceCredits)), Now);

        Assert.Equal("corrected-on-roll", Correct($"{Session}/1", units: 2m).Refusal?.Reason);
    }

    [Theory]
    [InlineData("b", 2.0, null, "misread", "no-entry")]
    [InlineData("a", null, null, "misread", "nothing-changed")]
    [InlineData("a", 1.0, null, "misread", "nothing-changed")]
    [InlineData("a", 2.0, null, " ", "no-reason")]
    [InlineData("a", 0.3, null, "misread", "bad-units")]
    [InlineData("a", 0.0, null, "misread", "bad-units")]
    [InlineData("a", null, "2026-11-24", "misread", "date-in-future")]
    [InlineData("a", null, "2006-04-09", "misread", "before-licence")]
    public void What_recording_refuses_a_correction_is_refused_too(string entry, double? units, string? date, string reason, string refused)
    {
        credits.Do(Ledger.Accrue, Accrual("a"), Now);

        Assert.Equal(refused, Correct(entry, (decimal?)units, date: date is null ? null : DateOnly.Parse(date), reason: reason).Refusal?.Reason);
        Assert.Single(credits.Events);
    }

    [Fact]
    public void Methods_of_fixed_units_and_voided_entries_are_not_corrected_into_something_else()
    {
        credits.Do(Ledger.Accrue, Accrual("e", method: CreditMethod.ELearning) with { Score = 80 }, Now);
        Assert.Equal("e-learning-units", Correct("e", units: 2m).Refusal?.Reason);
        credits.Do(Ledger.Settle, new SettleCredit("e", false, "wrong person", Caller.System), Now);
        Assert.Equal("already-voided", Correct("e", code: 9).Refusal?.Reason);
    }

    [Fact]
    public void Nobody_else_takes_the_key_of_a_correction()
    {
        Assert.Equal("key-reserved", credits.Do(Ledger.Accrue, Accrual("a~2"), Now).Refusal?.Reason);
        Assert.Null(credits.Do(Ledger.Accrue, Accrual("a~x"), Now).Refusal);
    }

    [Fact]
    public void A_trial_says_what_would_be_and_changes_nothing()
    {
        credits.Do(Ledger.Accrue, Accrual("a"), Now);
        var command = new CorrectCredit("a", Units.Of(2m), null, null, null, "misread", Caller.System);

        var trial = CorrectionTrials.Of(credits.State, new Correction(command, null), new Deciding(Now, Caller.System, 1), Ledger);

        Assert.Equal((null, 2m, 3m), (trial.Refusal, trial.Before.Total, trial.After.Total));
        Assert.Equal(2m, Standing.Total);
        Assert.Equal("nothing-changed", CorrectionTrials.Of(credits.State, new Correction(command with { Units = null }, null), new Deciding(Now, Caller.System, 1), Ledger).Refusal?.Reason);
    }

    [Fact]
    public void Snapshot_and_replay_keep_the_link()
    {
        credits.Do(Ledger.Accrue, Accrual("a"), Now);
        Correct("a", units: 2m);
        var read = JsonSerializer.Deserialize(JsonSerializer.Serialize(credits.State, CreditJson.Default.CreditLedgerState), CreditJson.Default.CreditLedgerState)!;

        foreach (var state in new[] { read, credits.Replay() }) Assert.Equal(("a~2", "a"), (state.Find("a")!.CorrectedBy, state.Find("a~2")!.Corrects));
    }

    [Fact]
    public void Why_it_is_59_and_not_60_is_said_entry_by_entry()
    {
        credits.Do(Ledger.Accrue, Accrual("first", code: 1, date: new DateOnly(2026, 5, 1)), Now);
        credits.Do(Ledger.Accrue, Accrual("same-code", code: 1, date: new DateOnly(2026, 6, 1)), Now);
        credits.Do(Ledger.Accrue, Accrual("waits", code: 2, post: false), Now);
        credits.Do(Ledger.Accrue, Accrual("old", code: 3, date: new DateOnly(2023, 12, 1)), Now);
        credits.Do(Ledger.Accrue, Accrual("wrong", code: 4, units: 2m), Now);
        Correct("wrong", units: 0.5m);
        credits.Do(Ledger.Accrue, Accrual("void", code: 5), Now);
        credits.Do(Ledger.Settle, new SettleCredit("void", false, "twice", Caller.System), Now);

        var counted = CmeCountRules.Of(credits.State.UpTo(Today), Today, Seeds.Book);

        Assert.Equal(Standing.Total, counted.Total);
        var lines = counted.Lines.ToDictionary(l => l.Key);
        Assert.Equal((2m, 1m, 0m, 0m, 0m, 1.5m, 0m), (
            lines["first"].Counts, lines["same-code"].Counts, lines["waits"].Counts, lines["old"].Counts, lines["wrong"].Counts, lines["wrong~2"].Counts, lines["void"].Counts));
        Assert.Equal((CmeRuleIds.CodeOnce, CmeRuleIds.Certificate), (lines["same-code"].Rule, lines["old"].Rule));
        Assert.Contains("pending", lines["waits"].Why.En, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("wrong~2", lines["wrong"].Why.En, StringComparison.Ordinal);
        Assert.All(counted.Lines, l => Assert.True(l.Why.Ja.Length > 0 && l.Why.En.Length > 0));
        Assert.Equal(counted.Lines.OrderByDescending(l => l.Date).Select(l => l.Date), counted.Lines.Select(l => l.Date));
    }

    [Fact]
    public void Long_lists_show_the_newest_and_sum_all()
    {
        for (var i = 0; i < BenefitLimits.CountedLines + 3; i++) credits.Do(Ledger.Accrue, Accrual($"k{i:D3}", code: 1, units: 0.5m, date: Today.AddDays(-i)), Now);
        var counted = CmeCountRules.Of(credits.State.UpTo(Today), Today, Seeds.Book);

        Assert.Equal((BenefitLimits.CountedLines, 3, Standing.Total), (counted.Lines.Count, counted.More, counted.Total));
        Assert.Equal("k000", counted.Lines[0].Key);
    }

    [Fact]
    public void Running_totals_add_up_to_what_is_posted_scheme_by_scheme()
    {
        for (var i = 0; i < 5; i++) credits.Do(Ledger.Accrue, Accrual($"k{i}", code: (short)(1 + i), post: i != 2, date: Today.AddDays(-i)), Now);
        var page = CreditPages.After(credits.State, null, 3);

        Assert.Equal([4m, 3m, 2m], page.Running!.Select(r => r.Value));
        Assert.Equal([2m, 1m], CreditPages.After(credits.State, page.Next, 3).Running!.Select(r => r.Value));
    }
}
