using JmaActors.Credits;
using JmaActors.Ledgers;

namespace JmaActors.Tests.Grains.Credits;

/// <summary>What a person reports for herself waits for the office, and says what proves it.</summary>
public class SelfReportStories
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
    static readonly CreditLedger Ledger = new(Seeds.Book);
    static readonly Caller Herself = Caller.Member(new MemberId(1_000_000_001));

    readonly StoredLedger<CreditLedgerState, CreditEvent> credits = new(Ledger, "1000000001");

    static readonly string Digest = new('0', 64);

    static readonly Evidence Paper = new("参加証.pdf", Digest);

    static readonly HeldDocument Held = new(Digest, EvidenceKind.Jpeg, 1234);

    Decision<CreditEvent> Report(AccrueCredit command, HeldDocument? document) => credits.Do(Ledger.AccrueKnowing, new Accrual(command, null, null, document), Now);

    static AccrueCredit Congress(Evidence? evidence) => new(
        "congress-1", CreditMethod.Lecture, new CurriculumCode(74), Units.Of(1.5m), new DateOnly(2026, 11, 1), "日本医学会分科会 総会", false, Herself, Evidence: evidence);

    [Fact]
    public void A_congress_is_pending_with_a_copy_of_its_certificate_and_counts_once_the_office_has_posted_it()
    {
        Assert.Equal("evidence-missing", credits.Do(Ledger.Accrue, Congress(null), Now).Refusal!.Reason);
        Assert.Null(credits.State.Find("congress-1"));

        Assert.Equal("evidence-not-here", credits.Do(Ledger.Accrue, Congress(Paper), Now).Refusal!.Reason);
        Assert.Null(credits.State.Find("congress-1"));

        Assert.Null(Report(Congress(Paper), Held).Refusal);
        Assert.Equal(CreditState.Pending, credits.State.Find("congress-1")!.State);

        Assert.Null(credits.Do(Ledger.Settle, new SettleCredit("congress-1", true, "", Caller.Office(AssociationId.Local(26, 3))), Now).Refusal);
        Assert.Equal((CreditState.Posted, Units.Of(1.5m)), (credits.State.Find("congress-1")!.State, credits.State.Find("congress-1")!.Units));
    }

    [Fact]
    public void Of_a_document_kind_digest_and_length_are_kept_and_no_name()
    {
        Report(Congress(Paper with { Name = "山田太郎の参加証" }), Held);

        Assert.Equal(new CreditProved("congress-1", null, "jpeg", Digest, 1234), credits.Events.OfType<CreditProved>().Single());
        Assert.Equal(EvidenceKind.Jpeg, credits.State.Find("congress-1")!.Document);
        Assert.Equal(Held, credits.State.Documents!["congress-1"]);
    }

    [Fact]
    public void Of_before_documents_were_kept_only_the_digest_is_known_and_there_is_nothing_to_open()
    {
        var state = new CreditLedgerState();
        Ledger.Evolve(state, new CreditOpened("c", CreditMethod.Lecture, 74, 15, new DateOnly(2026, 11, 1), "総会", 0), default);
        Ledger.Evolve(state, new CreditProved("c", null, "pdf", Digest), default);

        Assert.Null(state.Find("c")!.Document);
        Assert.Null(state.Documents);
    }

    [Theory]
    [InlineData(23, false, true)]
    [InlineData(24, false, false)]
    [InlineData(1000, true, true)]
    public void A_document_may_be_attached_for_a_day_and_one_that_is_attached_to_an_entry_to_others_too(int hours, bool attached, bool may)
    {
        var holding = new EvidenceHolding(new MemberId(1_000_000_001), Digest, EvidenceKind.Jpeg, 1234, Now.AddHours(-hours), attached);
        Assert.Equal(may ? Held : null, EvidenceRules.Attachable(holding, Now));
        Assert.True(EvidenceLimits.LooseFor > EvidenceLimits.AttachWithin);
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
