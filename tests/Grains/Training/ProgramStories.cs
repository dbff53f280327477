using JmaActors.Ledgers;
using JmaActors.Training;

namespace JmaActors.Tests.Grains.Training;

/// <summary>A program from draft to open.</summary>
public class ProgramStories
{
    static readonly ProgramId Id = new("P26-20261123-TEST");
    static readonly ProgramLedger Ledger = new(Seeds.Book);

    readonly StoredLedger<ProgramState, ProgramEvent> program = new(Ledger, Id.Code);

    static CreateProgram Command(params Talk[] talks) =>
        new(new AssociationId("26"), "Seminar", "Hall", true, Seminar.At(-60), Seminar.At(300), talks, Caller.System);

    static readonly Talk One = Seminar.Talk(1, 0, 60, 1);

    [Fact]
    public void A_draft_takes_another_timeline_and_an_open_program_does_not()
    {
        program.Do(Ledger.Decider.Create, Command(One), Seminar.At(-600));
        var other = new SetTimeline(Seminar.At(-30), Seminar.At(300), [One, Seminar.Talk(2, 70, 100, 2)], Caller.System);
        Assert.Equal(1, program.Do(Ledger.Decider.SetTimeline, other, Seminar.At(-500)).Count);
        Assert.True(program.Do(Ledger.Decider.SetTimeline, other, Seminar.At(-499)).Repeat);
        program.Do(Ledger.Decider.Open, Id, Seminar.At(-400));

        Assert.Equal("already-open", program.Do(Ledger.Decider.SetTimeline, other with { DoorsOpen = Seminar.At(-20) }, Seminar.At(-300)).Refusal!.Reason);
    }

    [Fact]
    public void Opening_hands_the_whole_plan_to_the_session_once()
    {
        program.Do(Ledger.Decider.Create, Command(One), Seminar.At(-600));
        program.Do(Ledger.Decider.Open, Id, Seminar.At(-400));
        Assert.True(program.Do(Ledger.Decider.Open, Id, Seminar.At(-399)).Repeat);

        var parcel = Assert.Single(program.Parcels);
        Assert.Equal(("session/P26-20261123-TEST.1", SessionPlan.Parcel), (parcel.Receiver, parcel.Type));
        var plan = System.Text.Json.JsonSerializer.Deserialize(parcel.Body, ProgramJson.Default.SessionPlan)!;
        Assert.Equal(("Seminar", true, One), (plan.Title, plan.WholeTalk, plan.Talks[0]));
    }

    [Fact]
    public void A_second_creation_gets_the_first_answer_and_a_talk_without_a_known_code_is_refused()
    {
        Assert.Equal("unknown-code", program.Do(Ledger.Decider.Create, Command(One with { Code = new CurriculumCode(999) }), Seminar.At(-600)).Refusal!.Reason);
        program.Do(Ledger.Decider.Create, Command(One), Seminar.At(-600));

        Assert.True(program.Do(Ledger.Decider.Create, Command(One) with { Title = "Other" }, Seminar.At(-599)).Repeat);
        Assert.Equal("Seminar", program.State.Title);
    }

    [Fact]
    public void The_sessions_word_moves_the_program_on_and_never_back()
    {
        program.Do(Ledger.Decider.Create, Command(One), Seminar.At(-600));
        program.Do(Ledger.Decider.Open, Id, Seminar.At(-400));
        Tell(7, SessionStatus.Confirmed);
        Tell(8, SessionStatus.Closed);

        Assert.Equal(SessionStatus.Confirmed, program.State.Status);
        Assert.Equal(SessionStatus.Confirmed, program.Replay().Status);
    }

    void Tell(long version, SessionStatus status) => program.Receive(new Parcel(
        "session/P26-20261123-TEST.1", version, $"program/{Id}", SessionProgress.Parcel,
        System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new SessionProgress(status), ProgramJson.Default.SessionProgress)), Seminar.At(0));
}
