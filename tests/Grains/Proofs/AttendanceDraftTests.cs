using JmaActors.Credits;
using JmaActors.Members;
using JmaActors.Proofs;
using JmaActors.Tests.Grains.Training;
using JmaActors.Training;

namespace JmaActors.Tests.Grains.Proofs;

/// <summary>When the roll and the ledger say the same, and when one has not heard of the other.</summary>
public sealed class AttendanceDraftTests
{
    static readonly MemberId Id = new(1_000_000_001);

    static readonly Talk One = Seminar.Talk(1, 0, 60, 7, new Offer(CreditScheme.CommonLecture, 11));

    static readonly TalkCredit Cme = new(1, "posted", Units.Of(1m), null, CreditScheme.Cme, 7);

    static readonly TalkCredit Common = new(1, "posted", Units.Of(1m), null, CreditScheme.CommonLecture, 11);

    static readonly CreditEntry CmeEntry = new(
        $"{Seminar.Id}/1", CreditMethod.Lecture, CreditState.Posted, Units.Of(1m), new CurriculumCode(7), new DateOnly(2026, 11, 23), "Talk", Seminar.Id, 1, null, 1);

    static readonly CreditEntry CommonEntry = CmeEntry with { Key = CreditKeys.Attendance(Seminar.Id, 1, CreditScheme.CommonLecture), Code = new CurriculumCode(11), Scheme = CreditScheme.CommonLecture };

    static string? Refusal(TalkCredit[] roll, params CreditEntry[] ledger) => Refusal([(Id, roll)], ledger);

    static string? Refusal((MemberId Under, TalkCredit[] Marks)[] roll, params CreditEntry[] ledger)
    {
        var figures = new SessionFigures(1, SessionStatus.Confirmed, 0, 1, 1, 1, 0, 0, 10, 0, [], new Dictionary<string, int>(), [], null);
        var session = new SessionView(Seminar.Id, new AssociationId("26"), "Seminar", "Hall", false, Seminar.At(-60), Seminar.At(300), [One], SessionStatus.Confirmed, figures, 1);
        var person = new MemberView(Id, new Person("見本 花子", "ミホン ハナコ", null, null, null), null, Membership.None, true, 1);
        var lines = roll.Select(r => new RollLine(r.Under, false, Seminar.At(0), Seminar.At(60), r.Marks, [], false, new Dictionary<int, RollVerdict>())).ToList();
        return AttendanceDraft.Of(new AttendanceSources(person, session, lines, ledger, "京都府医師会"), Seeds.Book).Refusal?.Reason;
    }

    [Fact]
    public void What_the_ledger_has_heard_of_is_certified()
    {
        Assert.Null(Refusal([Cme, Common], CmeEntry, CommonEntry));
        Assert.Null(Refusal([Cme with { State = "voided", Units = Units.Zero }, Common], CmeEntry with { State = CreditState.Voided }, CommonEntry));
        Assert.Null(Refusal([Cme with { State = "voided", Units = Units.Zero }, Common], CommonEntry));
    }

    [Fact]
    public void A_correction_the_ledger_has_not_heard_of_is_waited_for()
    {
        Assert.Equal("credits-underway", Refusal([Cme with { State = "voided", Units = Units.Zero }, Common], CmeEntry, CommonEntry));
        Assert.Equal("credits-underway", Refusal([Cme, Common], CmeEntry with { Units = Units.Of(0.5m) }, CommonEntry));
        Assert.Equal("credits-underway", Refusal([Cme, Common], CmeEntry, CommonEntry with { State = CreditState.Voided }));
        Assert.Equal("credits-underway", Refusal([Cme, Common], CmeEntry));
        Assert.Equal("credits-underway", Refusal([Cme, Common], CmeEntry, CommonEntry with { State = CreditState.Pending }));
        Assert.Equal("credits-underway", Refusal([Cme with { State = "pending" }, Common], CmeEntry, CommonEntry));
    }

    [Fact]
    public void Heard_under_two_numbers_each_entry_is_held_against_the_line_it_comes_from()
    {
        var (other, less) = (new MemberId(1_000_000_002), Cme with { Units = Units.Of(0.5m) });
        var (none, theirs) = (Cme with { State = "voided", Units = Units.Zero }, CmeEntry with { Of = new MemberId(1_000_000_002) });
        Assert.Null(Refusal([(Id, [none]), (other, [Cme])], theirs));
        Assert.Null(Refusal([(Id, [less]), (other, [Cme])], theirs));
        Assert.Null(Refusal([(other, [Cme])], theirs));
        // What one number earned and the ledger has not heard of would stand before what the other did.
        Assert.Equal("credits-underway", Refusal([(Id, [Cme]), (other, [less])], theirs with { Units = Units.Of(0.5m) }));
        Assert.Equal("credits-underway", Refusal([(Id, [Cme with { State = "pending" }]), (other, [Cme])], theirs));
        Assert.Equal("credits-underway", Refusal([(Id, [none]), (other, [Cme])], theirs with { Units = Units.Of(0.5m) }));
        Assert.Equal("credits-underway", Refusal([(Id, [none]), (other, [Cme])]));
    }

    [Fact]
    public void What_an_office_settled_by_hand_stands_whatever_the_roll_says() =>
        Assert.Null(Refusal([Cme, Common], CmeEntry with { State = CreditState.Voided, Settled = true }, CommonEntry));
}
