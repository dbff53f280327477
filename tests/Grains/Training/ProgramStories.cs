using JmaActors.Credits;
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

    void Approved()
    {
        program.Do(Ledger.Decider.Create, Command(One), Seminar.At(-600));
        program.Do(Ledger.Approvals.Apply, Caller.System, Seminar.At(-590));
        program.Do(Ledger.Approvals.Decide, new DecideProgram(CreditScheme.Cme, ApprovalDecision.Approve, "", 1, Caller.System), Seminar.At(-580));
    }

    [Fact]
    public void A_draft_takes_another_timeline_and_an_open_program_does_not()
    {
        Approved();
        var other = new SetTimeline(Seminar.At(-30), Seminar.At(300), [One, Seminar.Talk(2, 70, 100, 2)], Caller.System);
        Assert.Equal(1, program.Do(Ledger.Decider.SetTimeline, other, Seminar.At(-500)).Count);
        Assert.True(program.Do(Ledger.Decider.SetTimeline, other, Seminar.At(-499)).Repeat);
        Assert.Equal("not-approved", program.Do(Ledger.Decider.Open, Id, Seminar.At(-450)).Refusal!.Reason);
        program.Do(Ledger.Approvals.Decide, new DecideProgram(CreditScheme.Cme, ApprovalDecision.Approve, "", program.State.ContentVersion, Caller.System), Seminar.At(-440));
        Assert.Equal(1, program.Do(Ledger.Decider.Open, Id, Seminar.At(-400)).Count);

        Assert.Equal("already-open", program.Do(Ledger.Decider.SetTimeline, other with { DoorsOpen = Seminar.At(-20) }, Seminar.At(-300)).Refusal!.Reason);
        Assert.Equal("already-open", program.Do(Ledger.Decider.Cancel, new CancelProgram("rain", Caller.System), Seminar.At(-300)).Refusal!.Reason);
    }

    [Fact]
    public void Opening_hands_the_whole_plan_to_the_session_once()
    {
        Approved();
        program.Do(Ledger.Decider.Open, Id, Seminar.At(-400));
        Assert.True(program.Do(Ledger.Decider.Open, Id, Seminar.At(-399)).Repeat);

        var parcel = Assert.Single(program.Parcels);
        Assert.Equal(("session/P26-20261123-TEST.1", SessionPlan.Parcel), (parcel.Receiver, parcel.Type));
        var plan = System.Text.Json.JsonSerializer.Deserialize(parcel.Body, ProgramJson.Default.SessionPlan)!;
        Assert.Equal(("Seminar", true, One), (plan.Title, plan.WholeTalk, plan.Talks[0]));
    }

    [Fact]
    public void Terms_and_organiser_travel_with_the_program_and_the_terms_to_the_door()
    {
        var terms = new AttendanceTerms(10, 5, 80, false, true);
        program.Do(Ledger.Decider.Create, Command(One) with { Terms = terms, Organizer = "市民病院" }, Seminar.At(-600));
        program.Do(Ledger.Approvals.Apply, Caller.System, Seminar.At(-590));
        program.Do(Ledger.Approvals.Decide, new DecideProgram(CreditScheme.Cme, ApprovalDecision.Approve, "", 1, Caller.System), Seminar.At(-580));
        program.Do(Ledger.Decider.Open, Id, Seminar.At(-400));

        Assert.Equal((terms, "市民病院"), (program.Replay().Content.Terms, program.Replay().Content.Organizer));
        var plan = System.Text.Json.JsonSerializer.Deserialize(program.Parcels[0].Body, ProgramJson.Default.SessionPlan)!;
        Assert.Equal(terms, plan.Terms);
    }

    [Fact]
    public void What_the_hall_holds_is_asked_of_what_a_talk_offers_when_a_program_is_written_and_when_it_is_changed()
    {
        var visit = Seminar.Talk(1, 0, 120, 1) with { Code = default, Offers = [new Offer(CreditScheme.Occupational, 21)] };
        var command = Command(visit) with { Terms = new AttendanceTerms(Capacity: 11) };
        Assert.Equal("too-many-for-offer", program.Do(Ledger.Decider.Create, command, Seminar.At(-600)).Refusal?.Reason);
        Assert.Null(program.Do(Ledger.Decider.Create, command with { Terms = new AttendanceTerms(Capacity: 10) }, Seminar.At(-600)).Refusal);
        var change = new ChangeProgram(command.Title, command.Place, command.WholeTalk, command.DoorsOpen, command.DoorsClose, command.Talks, command.Terms, null, null, Caller.System);
        Assert.Equal("too-many-for-offer", program.Do(Ledger.Decider.Change, change, Seminar.At(-590)).Refusal?.Reason);
    }

    [Fact]
    public void What_has_to_be_attended_in_a_hall_is_refused_of_a_program_on_the_web_when_it_is_planned_and_when_it_moves_there()
    {
        var practical = Seminar.Talk(1, 0, 60, 1) with { Code = default, Offers = [new Offer(CreditScheme.Occupational, 42)] };
        var command = Command(practical, Seminar.Talk(2, 70, 130, 2)) with { Delivery = ProgramDelivery.Web };
        var refused = program.Do(Ledger.Decider.Create, command, Seminar.At(-600)).Refusal!;
        Assert.Equal(("not-on-web", "occupational.web"), (refused.Reason, refused.Rule));
        Assert.Equal("bad-delivery", program.Do(Ledger.Decider.Create, command with { Delivery = (ProgramDelivery)9 }, Seminar.At(-600)).Refusal!.Reason);

        Assert.Null(program.Do(Ledger.Decider.Create, command with { Delivery = ProgramDelivery.Both }, Seminar.At(-600)).Refusal);
        var change = new ChangeProgram(command.Title, command.Place, command.WholeTalk, command.DoorsOpen, command.DoorsClose, command.Talks, null, null, null, Caller.System);
        Assert.Equal("not-on-web", program.Do(Ledger.Decider.Change, change with { Delivery = ProgramDelivery.Web }, Seminar.At(-590)).Refusal!.Reason);
        Assert.True(program.Do(Ledger.Decider.Change, change, Seminar.At(-590)).Repeat);
        Assert.Equal([true, false], ProgramAnswers.View(program.State, Id, 1, Seeds.Book)!.Offers!.Select(o => o.HallOnly));
    }

    [Fact]
    public void How_it_is_held_goes_to_the_door_and_of_before_it_was_asked_it_is_both()
    {
        program.Do(Ledger.Decider.Create, Command(One) with { Delivery = ProgramDelivery.Hall }, Seminar.At(-600));
        program.Do(Ledger.Approvals.Apply, Caller.System, Seminar.At(-590));
        program.Do(Ledger.Approvals.Decide, new DecideProgram(CreditScheme.Cme, ApprovalDecision.Approve, "", 1, Caller.System), Seminar.At(-580));
        program.Do(Ledger.Decider.Open, Id, Seminar.At(-400));
        Assert.Equal(ProgramDelivery.Hall, System.Text.Json.JsonSerializer.Deserialize(program.Parcels[0].Body, ProgramJson.Default.SessionPlan)!.Delivery);

        var older = System.Text.Json.JsonSerializer.SerializeToNode(new ProgramCreated("26", "Seminar", "Hall", true, Seminar.At(-60), Seminar.At(300), [One]), ProgramJson.Default.ProgramCreated)!;
        Assert.False(older.AsObject().ContainsKey("delivery"));
        Assert.Equal(ProgramDelivery.Both, System.Text.Json.JsonSerializer.Deserialize(older, ProgramJson.Default.ProgramCreated)!.Delivery);
    }

    [Fact]
    public void Terms_beyond_reason_are_refused() =>
        Assert.Equal("bad-terms", program.Do(Ledger.Decider.Create, Command(One) with { Terms = new AttendanceTerms(61) }, Seminar.At(-600)).Refusal!.Reason);

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
        Approved();
        program.Do(Ledger.Decider.Open, Id, Seminar.At(-400));
        Tell(7, SessionStatus.Confirmed);
        Tell(8, SessionStatus.Closed);

        Assert.Equal(SessionStatus.Confirmed, program.State.Status);
        Assert.Equal((SessionStatus.Confirmed, ProgramStage.Confirmed), (program.Replay().Status, program.Replay().Stage));
    }

    [Fact]
    public void Events_of_before_approvals_still_read_and_such_a_program_goes_on()
    {
        var created = """{"host":"26","title":"Old","place":"Hall","wholeTalk":true,"doorsOpen":"2026-11-23T09:00:00+09:00","doorsClose":"2026-11-23T15:00:00+09:00","talks":[{"no":1,"start":"2026-11-23T10:00:00+09:00","end":"2026-11-23T11:00:00+09:00","title":"T","speaker":"S","code":1}]}""";
        var set = """{"doorsOpen":"2026-11-23T09:00:00+09:00","doorsClose":"2026-11-23T16:00:00+09:00","talks":[{"no":1,"start":"2026-11-23T10:00:00+09:00","end":"2026-11-23T12:00:00+09:00","title":"T","speaker":"S","code":1}]}""";
        var state = new ProgramState();
        Ledger.Evolve(state, Read("program-created", created), Meta(1));
        Ledger.Evolve(state, Read("timeline-set", set), Meta(2));
        Ledger.Evolve(state, Read("program-opened", """{"session":"P26-20261123-TEST.1"}"""), Meta(3));

        Assert.Equal((SessionStatus.Open, ProgramStage.Open, 2L, 120.0), (state.Status, state.Stage, state.ContentVersion, (state.Talks[0].End - state.Talks[0].Start).TotalMinutes));
        Assert.True(Ledger.Decider.Open(state, Id, new Deciding(Seminar.At(0), Caller.System, 3)).Repeat);
    }

    static ProgramEvent Read(string name, string json) => Ledger.Events.Read(name, 1, System.Text.Json.JsonDocument.Parse(json).RootElement);

    static EventMeta Meta(long version) => new(version, Seminar.At(-600), new DateOnly(2026, 11, 23), Caller.System, "", null, 0);

    void Tell(long version, SessionStatus status) => program.Receive(new Parcel(
        "session/P26-20261123-TEST.1", version, $"program/{Id}", SessionProgress.Parcel,
        System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new SessionProgress(status), ProgramJson.Default.SessionProgress)), Seminar.At(0));
}
