using JmaActors.Credits;

namespace JmaActors.Tests.Grains.Credits;

/// <summary>What a person reports for herself waits for the office, and says what proves it.</summary>
public class SelfReportStories
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
    static readonly CreditLedger Ledger = new(Seeds.Book);
    static readonly Caller Herself = Caller.Member(new MemberId(1_000_000_001));

    readonly StoredLedger<CreditLedgerState, CreditEvent> credits = new(Ledger, "1000000001");

    static AccrueCredit Congress(Evidence? evidence) => new(
        "congress-1", CreditMethod.Lecture, new CurriculumCode(74), Units.Of(1.5m), new DateOnly(2026, 11, 1), "日本医学会分科会 総会", false, Herself, Evidence: evidence);

    [Fact]
    public void A_congress_is_pending_with_a_copy_of_its_certificate_and_counts_once_the_office_has_posted_it()
    {
        Assert.Equal("evidence-missing", credits.Do(Ledger.Accrue, Congress(null), Now).Refusal!.Reason);
        Assert.Null(credits.State.Find("congress-1"));

        Assert.Null(credits.Do(Ledger.Accrue, Congress(new Evidence("参加証.pdf", new string('0', 64))), Now).Refusal);
        Assert.Equal(CreditState.Pending, credits.State.Find("congress-1")!.State);

        Assert.Null(credits.Do(Ledger.Settle, new SettleCredit("congress-1", true, "", Caller.Office(AssociationId.Local(26, 3))), Now).Refusal);
        Assert.Equal((CreditState.Posted, Units.Of(1.5m)), (credits.State.Find("congress-1")!.State, credits.State.Find("congress-1")!.Units));
    }

    [Theory]
    [InlineData("山田太郎 参加証.PDF", "pdf")]
    [InlineData("参加証.山田太郎", null)]
    [InlineData("山田太郎の参加証", null)]
    public void Of_a_document_only_extension_and_digest_are_kept(string name, string? kept)
    {
        credits.Do(Ledger.Accrue, Congress(new Evidence(name, new string('0', 64))), Now);

        Assert.Equal(new CreditProved("congress-1", null, kept, new string('0', 64)), credits.Events.OfType<CreditProved>().Single());
    }

    [Fact]
    public void Answers_below_the_mark_make_no_entry_and_the_same_key_may_be_tried_again()
    {
        var lesson = new AccrueCredit("lesson-1", CreditMethod.ELearning, new CurriculumCode(8), Units.Of(1m), new DateOnly(2026, 11, 1), "日医e-ラーニング", false, Herself, 79);
        Assert.Equal("score-too-low", credits.Do(Ledger.Accrue, lesson, Now).Refusal!.Reason);
        Assert.Null(credits.Do(Ledger.Accrue, lesson with { Score = 80 }, Now).Refusal);
        Assert.Equal(CreditState.Pending, credits.State.Find("lesson-1")!.State);
        Assert.True(credits.Do(Ledger.Accrue, lesson with { Score = 10 }, Now).Repeat);
    }
}
