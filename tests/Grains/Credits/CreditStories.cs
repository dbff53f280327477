using System.Text.Json;
using JmaActors.Credits;
using JmaActors.Ledgers;
using JmaActors.Policies;

namespace JmaActors.Tests.Grains.Credits;

/// <summary>Given entries, when a session or an office says something, then entries.</summary>
public class CreditStories
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2026, 11, 23);
    static readonly SessionId Session = new("P26-20261123-TEST.1");
    static readonly CreditLedger Ledger = new(Seeds.Book);

    readonly StoredLedger<CreditLedgerState, CreditEvent> credits = new(Ledger, "1000000001");
    long told;

    static AccrueCredit Accrual(string key, bool post = true, short code = 1, decimal units = 1m) =>
        new(key, CreditMethod.Paper, new CurriculumCode(code), Units.Of(units), Today, "Paper", post, Caller.System);

    Decision<CreditEvent> Say(CreditState state, decimal units, string? reason = null) => credits.Receive(new Parcel(
        $"session/{Session}", ++told, "credits/1000000001", CreditLedger.FormerParcel,
        JsonSerializer.SerializeToUtf8Bytes(
            new AttendanceCredit(Session, 1, "Talk", new CurriculumCode(7), Today, state, Units.Of(units), reason, Caller.System), CreditJson.Default.AttendanceCredit)), Now);

    CreditEntry Attended => credits.State.Find($"{Session}/1")!;

    [Fact]
    public void An_accrual_posts_at_once_or_waits_as_it_says()
    {
        credits.Do(Ledger.Accrue, Accrual("a"), Now);
        credits.Do(Ledger.Accrue, Accrual("b", post: false), Now);

        Assert.Equal((CreditState.Posted, CreditState.Pending), (credits.State.Find("a")!.State, credits.State.Find("b")!.State));
        var standing = CmeRules.Standing(credits.State.Facts, Today, Seeds.Book);
        Assert.Equal((Units.Of(1m), Units.Of(1m), 1, 2m), (standing.Posted, standing.Pending, standing.Codes, standing.Total));
    }

    [Fact]
    public void The_same_key_again_changes_nothing()
    {
        credits.Do(Ledger.Accrue, Accrual("a"), Now);
        Assert.True(credits.Do(Ledger.Accrue, Accrual("a", units: 3m), Now).Repeat);
        Assert.Equal(Units.Of(1m), credits.State.Find("a")!.Units);
    }

    [Fact]
    public void A_pending_entry_is_posted_or_voided_with_a_reason_and_a_voided_one_stays_so()
    {
        credits.Do(Ledger.Accrue, Accrual("a", post: false), Now);
        Assert.Equal("no-reason", credits.Do(Ledger.Settle, new SettleCredit("a", false, "", Caller.System), Now).Refusal!.Reason);
        credits.Do(Ledger.Settle, new SettleCredit("a", true, "", Caller.System), Now);
        Assert.True(credits.Do(Ledger.Settle, new SettleCredit("a", true, "", Caller.System), Now).Repeat);
        credits.Do(Ledger.Settle, new SettleCredit("a", false, "wrong person", Caller.System), Now);

        Assert.Equal((CreditState.Voided, "wrong person"), (credits.State.Find("a")!.State, credits.State.Find("a")!.Reason));
        Assert.Equal("already-voided", credits.Do(Ledger.Settle, new SettleCredit("a", true, "", Caller.System), Now).Refusal!.Reason);
        Assert.Equal("no-entry", credits.Do(Ledger.Settle, new SettleCredit("x", true, "", Caller.System), Now).Refusal!.Reason);
    }

    [Fact]
    public void A_sessions_words_open_adjust_void_reopen_and_post_one_entry()
    {
        Say(CreditState.Pending, 0m);
        Say(CreditState.Pending, 0.5m);
        Say(CreditState.Voided, 0m, "left-early");
        Assert.Equal((CreditState.Voided, "left-early"), (Attended.State, Attended.Reason));
        Say(CreditState.Pending, 1m);
        Say(CreditState.Posted, 1m);

        Assert.Equal((CreditState.Posted, Units.Of(1m), null, Session, 1), (Attended.State, Attended.Units, Attended.Reason, Attended.Session!.Value, Attended.Talk));
        Assert.Equal(
            ["CreditOpened", "CreditAdjusted", "CreditVoided", "CreditReopened", "CreditPosted"], credits.Events.Select(e => e.GetType().Name));
    }

    [Fact]
    public void A_session_that_says_the_same_again_changes_nothing()
    {
        Say(CreditState.Pending, 0.5m);
        Assert.Equal(0, Say(CreditState.Pending, 0.5m).Count);
    }

    [Fact]
    public void The_last_word_alone_makes_the_entry_that_all_words_make()
    {
        Say(CreditState.Posted, 1.5m);
        Assert.Equal((CreditState.Posted, Units.Of(1.5m)), (Attended.State, Attended.Units));
    }

    [Fact]
    public void What_an_office_has_voided_by_hand_no_session_brings_back()
    {
        Say(CreditState.Pending, 0.5m);
        credits.Do(Ledger.Settle, new SettleCredit($"{Session}/1", false, "card lent to somebody", Caller.System), Now);
        Say(CreditState.Posted, 1m);

        Assert.Equal(CreditState.Voided, Attended.State);
    }

    [Fact]
    public void Each_event_shows_the_standing_in_the_view()
    {
        credits.Do(Ledger.Accrue, Accrual("a"), Now);

        Assert.Equal([new CreditStandingRow(1_000_000_001, 2026, 10, 0, 10, 0, 1, 20, false, 20, false, 20, false, 10, 10)], credits.Views.Select(v => v.Row));
    }

    [Fact]
    public void Entries_come_newest_first_page_by_page()
    {
        for (var i = 0; i < 25; i++) credits.Do(Ledger.Accrue, Accrual($"k{i:D2}") with { Date = Today.AddDays(-i / 2) }, Now);
        var keys = new List<string>();
        string? after = null;
        do
        {
            var page = CreditPages.After(credits.State, after, 10);
            keys.AddRange(page.Entries.Select(e => e.Key));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(Enumerable.Range(0, 25).Select(i => $"k{i:D2}"), keys);
    }
}
