using CsCheck;
using JmaActors.Bank;
using JmaActors.Ledgers;

namespace JmaActors.Tests.Grains.Bank;

/// <summary>What becomes of the lines of an account: each once, each somewhere, and each payment of one person at a time.</summary>
public sealed class BankStories
{
    static readonly AssociationId Kyoto = new("26-007"), Fushimi = new("26-008");
    static readonly DateOnly Day = new(2026, 11, 20);
    static readonly MemberId One = new(1_000_000_001), Two = new(1_000_000_002);
    static readonly HashSet<long> Owing = [One.Number, Two.Number];

    readonly Story<BankAccountState, BankAccountEvent> _story = new(new BankAccountLedger(), "0158-100-1-0012345");

    public BankStories() => _story.When(BankAccountDecider.Open, new OpenBankAccount(Kyoto, "京都医師会", Caller.System));

    static BankLine Line(long yen, string code = "", string name = "ﾐﾎﾝ ﾀﾛｳ", string inquiry = "", int nth = 1, bool cancels = false, BankFileKind kind = BankFileKind.Csv) =>
        new(1, Day, inquiry, nth, new Yen(yen), code, name, cancels, kind);

    static PreparedBank<TakeBankLines> Take(params BankLine[] lines) => new(new TakeBankLines(Kyoto, lines, Caller.System), Owing);

    static PreparedBank<MatchBankLine> Match(string line, int turn, MemberId member) => new(new MatchBankLine(Kyoto, line, turn, member, Caller.System), Owing);

    static SettleBankLine Settle(string line, int turn, BankLineStatus status = BankLineStatus.Aside) => new(Kyoto, line, turn, status, "course fee", Caller.System);

    static ReopenBankLine Reopen(string line, int turn) => new(Kyoto, line, turn, "wrong person", Caller.System);

    [Fact]
    public void A_line_with_a_payers_number_is_booked_and_others_wait()
    {
        _story.When(BankAccountDecider.Take, Take(Line(94_000, PayerNumber.Of(One)!), Line(94_000), Line(5_000, PayerNumber.Of(new(1_000_000_077))!)));

        Assert.Equal([BankLineStatus.Booked, BankLineStatus.Waiting, BankLineStatus.Waiting], _story.State.Lines.Values.Select(l => l.Status));
        Assert.Equal(One.Number, _story.State.Lines.Values.First().Member);
        // The name of who paid stands beside the events, and only while the line waits.
        Assert.Equal(2, _story.Rows.GroupBy(r => (r.Table, r.Key)).Select(g => g.Last()).Count(r => r.Table == BankViews.Payers && !r.Delete));
        Assert.DoesNotContain("ﾐﾎﾝ", System.Text.Json.JsonSerializer.Serialize((BankLinesTaken)_story.Decided[0], BankAccountJson.Default.BankLinesTaken));
    }

    [Fact]
    public void A_file_sent_again_changes_nothing_and_a_line_alike_is_another()
    {
        var (first, second) = (Line(94_000, PayerNumber.Of(One)!), Line(94_000, PayerNumber.Of(One)!, nth: 2));
        _story.When(BankAccountDecider.Take, Take(first));
        _story.When(BankAccountDecider.Take, Take(first)).ThenNothing(repeat: true);

        _story.When(BankAccountDecider.Take, Take(first, second));

        Assert.Equal(2, _story.State.Lines.Values.Count(l => l.Status == BankLineStatus.Booked));
    }

    [Fact]
    public void The_same_payment_from_another_kind_of_file_waits_for_somebody_to_look()
    {
        _story.When(BankAccountDecider.Take, Take(Line(94_000, PayerNumber.Of(One)!, inquiry: "000123", kind: BankFileKind.Transfers)));

        _story.When(BankAccountDecider.Take, Take(Line(94_000, PayerNumber.Of(One)!)));

        var doubtful = _story.State.Lines.Values.Last();
        Assert.Equal((BankLineStatus.Waiting, _story.State.Lines.Keys.First()), (doubtful.Status, doubtful.Doubt));
    }

    [Fact]
    public void A_line_is_one_persons_until_it_waits_again()
    {
        _story.When(BankAccountDecider.Take, Take(Line(94_000)));
        var line = _story.State.Lines.Keys.Single();

        _story.When(BankAccountDecider.Match, Match(line, 0, One)).Then<BankLineBooked>();
        _story.When(BankAccountDecider.Match, Match(line, 0, One)).ThenNothing(repeat: true);
        _story.When(BankAccountDecider.Match, Match(line, 0, Two)).ThenRefused("line-moved");
        _story.When(BankAccountDecider.Match, Match(line, 1, Two)).ThenRefused("line-moved");
        _story.When(BankAccountDecider.Settle, Settle(line, 1)).ThenRefused("line-moved");
        _story.When(BankAccountDecider.Reopen, Reopen(line, 1)).Then<BankLineReopened>();
        _story.When(BankAccountDecider.Match, Match(line, 0, One)).ThenRefused("line-moved");
        _story.When(BankAccountDecider.Match, Match(line, 2, Two)).Then<BankLineBooked>();

        Assert.NotEqual(BankAccountLedger.Payment("0158-100-1-0012345", line, 1), BankAccountLedger.Payment("0158-100-1-0012345", line, 3));
    }

    [Fact]
    public void What_is_for_something_else_is_put_aside_with_a_reason_and_can_wait_again()
    {
        _story.When(BankAccountDecider.Take, Take(Line(3_000)));
        var line = _story.State.Lines.Keys.Single();

        _story.When(BankAccountDecider.Settle, Settle(line, 0) with { Reason = " " }).ThenRefused("no-reason");
        _story.When(BankAccountDecider.Settle, Settle(line, 0, BankLineStatus.Booked)).ThenRefused("bad-status");
        _story.When(BankAccountDecider.Settle, Settle(line, 0)).Then<BankLineSettled>();
        Assert.Contains(_story.Rows, r => r.Table == BankViews.Payers && r.Delete);
        _story.When(BankAccountDecider.Settle, Settle(line, 0)).ThenNothing(repeat: true);
        _story.When(BankAccountDecider.Reopen, Reopen(line, 1)).Then<BankLineReopened>();
        _story.When(BankAccountDecider.Reopen, Reopen(line, 1)).ThenNothing(repeat: true);
    }

    [Fact]
    public void What_the_bank_takes_back_is_nobodys_payment()
    {
        _story.When(BankAccountDecider.Take, Take(Line(94_000, PayerNumber.Of(One)!, cancels: true)));

        _story.When(BankAccountDecider.Match, Match(_story.State.Lines.Keys.Single(), 0, One)).ThenRefused("line-cancels");
    }

    [Fact]
    public void What_is_too_large_for_dues_waits_and_is_no_payment()
    {
        _story.When(BankAccountDecider.Take, Take(Line(100_000_001, PayerNumber.Of(One)!)));

        _story.When(BankAccountDecider.Match, Match(_story.State.Lines.Keys.Single(), 0, One)).ThenRefused("bad-amount");
    }

    [Fact]
    public void An_account_is_one_associations()
    {
        _story.When(BankAccountDecider.Open, new OpenBankAccount(Fushimi, "伏見医師会", Caller.System)).ThenRefused("account-taken");
        _story.When(BankAccountDecider.Take, new PreparedBank<TakeBankLines>(new TakeBankLines(Fushimi, [Line(1)], Caller.System), Owing)).ThenRefused("no-bank-account");
        _story.When(BankAccountDecider.Close, new CloseBankAccount(Fushimi, Caller.System)).ThenRefused("no-bank-account");
        _story.When(BankAccountDecider.Take, Take(Line(1)));
        _story.When(BankAccountDecider.Close, new CloseBankAccount(Kyoto, Caller.System)).ThenRefused("in-use");
    }

    [Theory]
    [InlineData(0, 0, "bad-amount")]
    [InlineData(1_000_000_000_000, 0, "bad-amount")]
    [InlineData(1, -4, "bad-date")]
    [InlineData(1, 401, "bad-date")]
    public void A_line_that_cannot_be_is_not_taken(long yen, int daysBefore, string reason) =>
        _story.When(BankAccountDecider.Take, Take(Line(yen) with { On = Day.AddDays(3 - daysBefore) })).ThenRefused(reason);

    [Fact]
    public void Whatever_is_sent_and_decided_each_yen_stands_under_one_status_and_each_line_was_taken_once() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 5], Gen.Int[0, 2], Gen.Int[0, 1]).Array[1, 60].Sample(steps =>
        {
            var ledger = new BankAccountLedger();
            var story = new Story<BankAccountState, BankAccountEvent>(ledger, "0158-100-1-0012345");
            story.When(BankAccountDecider.Open, new OpenBankAccount(Kyoto, "京都医師会", Caller.System));
            var (taken, told) = (new Dictionary<string, long>(), new Dictionary<string, long>());
            foreach (var (what, which, turn, who) in steps)
            {
                var line = Line(1_000 + which, which % 2 == 0 ? PayerNumber.Of(who == 0 ? One : Two)! : "");
                var key = BankLineRules.Key(line);
                switch (what)
                {
                    case 0:
                        story.When(BankAccountDecider.Take, Take(line));
                        taken[key] = line.Amount.Amount;
                        break;
                    case 1: story.When(BankAccountDecider.Match, Match(key, turn, who == 0 ? One : Two)); break;
                    case 2: story.When(BankAccountDecider.Settle, Settle(key, turn)); break;
                    default: story.When(BankAccountDecider.Reopen, Reopen(key, turn)); break;
                }
                for (var i = 0; i < story.Decided.Count; i++)
                {
                    var parcels = new ParcelSink();
                    ledger.Tell("0158-100-1-0012345", story.State, story.Decided[i], default, parcels);
                    if (story.Decided[i] is BankLineBooked b) told[BankAccountLedger.Payment("a", b.Line, story.State.Lines[b.Line].Turn)] = story.State.Lines[b.Line].Yen;
                }
            }
            Assert.Equal(taken.Count, story.State.Lines.Count);
            Assert.Equal(taken.Values.Sum(), story.State.Lines.Values.Sum(l => l.Yen));
            // Every booking is a payment of its own; those that still stand are the lines that are booked.
            Assert.All(story.State.Lines.Where(l => l.Value.Status == BankLineStatus.Booked), l => Assert.Contains(BankAccountLedger.Payment("a", l.Key, l.Value.Turn), told.Keys));
        }, iter: 300);
}
