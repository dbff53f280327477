using JmaActors.Credits;
using JmaActors.Ledgers;
using JmaActors.Training;

namespace JmaActors.Tests.Grains.Training;

/// <summary>Applying, deciding, changing and what lapses: given a program, when a command is decided, then events or a refusal.</summary>
public class ApprovalStories
{
    static readonly ProgramLedger Ledger = new(Seeds.Book);
    static readonly ProgramId Id = new("P26-20261123-TEST");

    /// <summary>Forty days before the program: an application in time.</summary>
    static readonly DateTimeOffset Early = Seminar.Ten.AddDays(-40);

    static readonly Offer Industrial = new(CreditScheme.Occupational, 11);
    static readonly Talk One = Seminar.Talk(1, 0, 60, 1);
    static readonly Talk Two = Seminar.Talk(2, 70, 130, 2) with { Offers = [Industrial] };

    readonly StoredLedger<ProgramState, ProgramEvent> program = new(Ledger, Id.Code);

    static CreateProgram Command(string host, params Talk[] talks) =>
        new(new AssociationId(host), "Seminar", "Hall", true, Seminar.At(-60), Seminar.At(300), talks, Caller.System);

    void Create(string host = "26-007", params Talk[] talks) => program.Do(Ledger.Decider.Create, Command(host, talks is [] ? [One, Two] : talks), Early);

    Decision<ProgramEvent> Apply(DateTimeOffset? at = null) => program.Do(Ledger.Approvals.Apply, Caller.System, at ?? Early);

    Decision<ProgramEvent> Decide(CreditScheme scheme, ApprovalDecision decision = ApprovalDecision.Approve, long? on = null, string reason = "") =>
        program.Do(Ledger.Approvals.Decide, new DecideProgram(scheme, decision, reason, on ?? program.State.ContentVersion, Caller.System), Early);

    Decision<ProgramEvent> Change(Func<ProgramContent, ProgramContent> how, long? on = null, DateTimeOffset? at = null)
    {
        var c = how(program.State.Content);
        return program.Do(Ledger.Decider.Change, new ChangeProgram(c.Title, c.Place, c.WholeTalk, c.DoorsOpen, c.DoorsClose, c.Talks, c.Terms, c.Organizer, on, Caller.System, c.Delivery), at ?? Early);
    }

    void Approved()
    {
        Create();
        Apply();
        Decide(CreditScheme.Cme);
        Decide(CreditScheme.Occupational);
    }

    [Theory]
    [InlineData(ProgramDelivery.Both, ProgramDelivery.Hall)]
    [InlineData(ProgramDelivery.Hall, ProgramDelivery.Both)]
    public void Held_in_another_way_it_is_approved_anew_and_both_see_the_difference(ProgramDelivery was, ProgramDelivery now)
    {
        program.Do(Ledger.Decider.Create, Command("26-007", One, Two) with { Delivery = was }, Early);
        Apply();
        Decide(CreditScheme.Cme);
        Decide(CreditScheme.Occupational);
        Assert.True(Change(c => c with { Delivery = was }).Repeat);
        Assert.Equal(1, Change(c => c with { Delivery = now }).Count);

        Assert.Equal((ApprovalState.Waiting, ApprovalState.Waiting), (State(CreditScheme.Cme), State(CreditScheme.Occupational)));
        Assert.Equal(["delivery"], View.Approvals![0].Changes.Select(d => d.Field));
        Assert.Equal(now, program.Replay().Content.Delivery);
    }

    ApprovalState State(CreditScheme scheme) => program.State.Find(scheme)!.State;

    ProgramView View => ProgramAnswers.View(program.State, Id, program.Version, Seeds.Book)!;

    [Theory]
    [InlineData("26-007", "26", "JMA")]
    [InlineData("26-U01", "26", "JMA")]
    [InlineData("26", "26", "JMA")]
    [InlineData("JMA", "JMA", "JMA")]
    public void Each_scheme_is_put_before_whom_its_policy_names(string host, string cme, string occupational)
    {
        Create(host);
        Apply();

        Assert.Equal([(CreditScheme.Cme, cme), (CreditScheme.Occupational, occupational)], program.State.Approvals.Select(a => (a.Scheme, a.Approver)));
        Assert.Equal(ProgramStage.Applied, program.State.Stage);
    }

    [Fact]
    public void Applying_again_gets_the_first_answer_and_a_program_without_units_needs_no_approval()
    {
        Create();
        Apply();
        Assert.True(Apply().Repeat);

        var plain = new StoredLedger<ProgramState, ProgramEvent>(Ledger, "P-PLAIN");
        plain.Do(Ledger.Decider.Create, Command("26", One), Early);
        var state = new ProgramState { Created = true, Host = "26", Content = plain.State.Content with { Talks = [One with { Kind = TalkKind.Greeting }] }, ContentVersion = 1 };
        Assert.Equal("nothing-offered", Ledger.Approvals.Apply(state, Caller.System, new Deciding(Early, Caller.System, 1)).Refusal!.Reason);
        Assert.Equal(1, Ledger.Decider.Open(state, Id, new Deciding(Early, Caller.System, 1)).Count);
    }

    [Theory]
    [InlineData(-30, false)]
    [InlineData(-29, true)]
    [InlineData(0, true)]
    public void An_application_after_the_last_day_is_marked_late(int days, bool late)
    {
        Create();
        Apply(Seminar.Ten.AddDays(days));

        Assert.All(program.State.Approvals, a => Assert.Equal(late, a.Late));
        Assert.Equal(new DateOnly(2026, 10, 24), View.ApplyBy);
    }

    [Fact]
    public void What_was_applied_for_in_time_is_not_late_when_it_is_mended()
    {
        Create();
        Apply();
        Decide(CreditScheme.Cme, ApprovalDecision.Return, reason: "speakers are missing");
        Assert.Equal(1, Apply(Seminar.Ten.AddDays(-5)).Count);

        Assert.Equal((ApprovalState.Waiting, false), (State(CreditScheme.Cme), program.State.Find(CreditScheme.Cme)!.Late));
    }

    [Fact]
    public void Every_scheme_must_be_approved_before_it_is_shown_or_opened()
    {
        Create();
        Assert.Equal("not-approved", program.Do(Ledger.Decider.Publish, Caller.System, Early).Refusal!.Reason);
        Apply();
        Decide(CreditScheme.Cme);
        var refused = program.Do(Ledger.Decider.Open, Id, Early).Refusal!;
        Assert.Equal(("not-approved", "training.approver.occupational"), (refused.Reason, refused.Rule));
        Decide(CreditScheme.Occupational);

        Assert.Equal(ProgramStage.Approved, program.State.Stage);
        Assert.Equal(1, program.Do(Ledger.Decider.Publish, Caller.System, Early).Count);
        Assert.True(program.Do(Ledger.Decider.Publish, Caller.System, Early).Repeat);
        Assert.Equal(1, program.Do(Ledger.Decider.Open, Id, Early).Count);
        Assert.Equal(ProgramStage.Open, program.Replay().Stage);
    }

    [Fact]
    public void A_word_names_the_version_looked_at_and_counts_for_no_other()
    {
        Create();
        Apply();
        Change(c => c with { Title = "Better title" });

        Assert.Equal("stale", Decide(CreditScheme.Cme, on: 1).Refusal!.Reason);
        Assert.Equal(1, Decide(CreditScheme.Cme).Count);
        Assert.True(Decide(CreditScheme.Cme).Repeat);
        Assert.Equal("not-applied", Decide(CreditScheme.Sports).Refusal!.Reason);
    }

    [Fact]
    public void One_schemes_word_does_not_make_the_others_stale()
    {
        Create();
        Apply();
        Assert.Equal(1, Decide(CreditScheme.Cme, on: 1).Count);
        Assert.Equal(1, Decide(CreditScheme.Occupational, on: 1).Count);
    }

    [Theory]
    [InlineData(ApprovalDecision.Return, ApprovalState.Returned)]
    [InlineData(ApprovalDecision.Refuse, ApprovalState.Refused)]
    public void Returning_and_refusing_need_a_reason_and_leave_the_next_step_to_the_host(ApprovalDecision decision, ApprovalState state)
    {
        Create(talks: One);
        Apply();
        Assert.Equal("no-reason", Decide(CreditScheme.Cme, decision).Refusal!.Reason);
        Assert.Equal("reason-too-long", Decide(CreditScheme.Cme, decision, reason: new string('x', TrainingLimits.ReasonLength + 1)).Refusal!.Reason);
        Decide(CreditScheme.Cme, decision, reason: "The content is not shown.");

        Assert.Equal((state, ProgramStage.Returned), (State(CreditScheme.Cme), program.State.Stage));
        Assert.Equal("The content is not shown.", View.Approvals![0].Reason);
        Assert.Equal("not-approved", program.Do(Ledger.Decider.Open, Id, Early).Refusal!.Reason);
    }

    [Fact]
    public void Wording_and_speakers_change_without_another_approval_and_are_shown()
    {
        Approved();
        var changed = Change(c => c with { Title = "New title", Talks = [One with { Speaker = "Somebody else", Title = "Other words" }, Two] });

        Assert.Empty(Assert.IsType<ProgramChanged>(changed[0]).Again);
        Assert.Equal(ProgramStage.Approved, program.State.Stage);
        Assert.Equal(["title", "talk-title", "talk-speaker"], View.Approvals![0].Changes.Select(d => d.Field));
    }

    public static TheoryData<string, Func<ProgramContent, ProgramContent>, bool, bool> Units => new()
    {
        { "another code", c => c with { Talks = [One with { Code = new CurriculumCode(5) }, Two] }, true, false },
        { "a longer talk", c => c with { Talks = [One with { Start = Seminar.At(-20) }, Two] }, true, false },
        { "another subject", c => c with { Talks = [One, Two with { Offers = [Industrial with { Subject = 12 }] }] }, false, true },
        { "a talk that is a break now", c => c with { Talks = [One, Two with { Kind = TalkKind.Break, Code = default, Offers = null }] }, true, false },
        { "a later hour of the same day", c => c with { Talks = [One, Two with { Start = Seminar.At(80), End = Seminar.At(140) }] }, false, false },
        { "another day", c => c.MovedBy(1), true, true },
        { "forgiven lateness", c => c with { Terms = new AttendanceTerms(EntryMinutes: 10) }, true, true },
        { "no re-entry", c => c with { Terms = new AttendanceTerms(ReEntry: false) }, false, false },
        { "half hours instead of the whole talk", c => c with { WholeTalk = false }, true, true },
    };

    [Theory, MemberData(nameof(Units), DisableDiscoveryEnumeration = true)]
    public void A_change_of_units_asks_the_schemes_concerned_again_and_no_other(string what, Func<ProgramContent, ProgramContent> how, bool cme, bool occupational)
    {
        Approved();
        program.Do(Ledger.Decider.Publish, Caller.System, Early);
        var changed = Assert.IsType<ProgramChanged>(Change(how)[0]);

        Assert.True(changed.Again.Select(a => a.Scheme).SequenceEqual(new[] { (CreditScheme.Cme, cme), (CreditScheme.Occupational, occupational) }.Where(s => s.Item2).Select(s => s.Item1)), what);
        Assert.Equal(cme || occupational, program.Do(Ledger.Decider.Open, Id, Early).Refusal is { Reason: "not-approved" });
        Assert.All(program.State.Approvals.Where(a => a.State == ApprovalState.Waiting), a => Assert.True(a.Lapsed));
    }

    [Fact]
    public void A_guided_visit_for_fewer_or_more_people_is_approved_again_and_a_lecture_is_not()
    {
        var visit = Seminar.Talk(2, 70, 190, 0) with { Code = default, Offers = [Industrial with { Subject = 21 }] };
        program.Do(Ledger.Decider.Create, Command("26-007", One, visit) with { Terms = new AttendanceTerms(Capacity: 10) }, Early);
        Apply();
        Decide(CreditScheme.Cme);
        Decide(CreditScheme.Occupational);

        Assert.Equal("too-many-for-offer", Change(c => c with { Terms = new AttendanceTerms(Capacity: 200) }).Refusal!.Reason);
        Assert.Equal("capacity-needed", Change(c => c with { Terms = null }).Refusal!.Reason);
        Assert.Equal([CreditScheme.Occupational], Assert.IsType<ProgramChanged>(Change(c => c with { Terms = new AttendanceTerms(Capacity: 8) })[0]).Again.Select(a => a.Scheme));
    }

    [Theory]
    [InlineData(ApprovalDecision.Return)]
    [InlineData(ApprovalDecision.Refuse)]
    public void What_is_applied_for_again_unchanged_can_be_returned_or_refused_again(ApprovalDecision decision)
    {
        Create(talks: One);
        Apply();
        Decide(CreditScheme.Cme, decision, reason: "first");
        Assert.True(Decide(CreditScheme.Cme, decision, reason: "first").Repeat);
        Apply();

        Assert.Equal(1, Decide(CreditScheme.Cme, decision, reason: "second").Count);
        Assert.Equal((ProgramStage.Returned, "second"), (program.State.Stage, View.Approvals![0].Reason));
        Assert.True(Decide(CreditScheme.Cme, decision, reason: "second").Repeat);
    }

    [Theory]
    [InlineData(-30, false)]
    [InlineData(-29, true)]
    public void A_scheme_added_by_a_change_is_late_by_the_day_of_the_change(int days, bool late)
    {
        Create(talks: One);
        Apply();
        Decide(CreditScheme.Cme);
        Change(c => c with { Talks = [One with { Code = new CurriculumCode(5) }, Two] }, at: Seminar.Ten.AddDays(days));

        Assert.Equal([(CreditScheme.Cme, false), (CreditScheme.Occupational, late)], program.State.Approvals.Select(a => (a.Scheme, a.Late)));
        Assert.Equal([(CreditScheme.Cme, false), (CreditScheme.Occupational, late)], program.Replay().Approvals.Select(a => (a.Scheme, a.Late)));
    }

    [Fact]
    public void What_was_returned_in_time_stays_in_time_beside_a_new_scheme_that_is_late()
    {
        Create(talks: One);
        Apply();
        Decide(CreditScheme.Cme, ApprovalDecision.Return, reason: "speakers are missing");
        var state = program.State;
        state.Content = state.Content with { Talks = [One, Two] };
        var applied = Assert.IsType<ProgramApplied>(Ledger.Approvals.Apply(state, Caller.System, new Deciding(Seminar.Ten.AddDays(-5), Caller.System, program.Version))[0]);

        Assert.True(applied.Late);
        Assert.Equal([(CreditScheme.Cme, (bool?)false), (CreditScheme.Occupational, true)], applied.Schemes.Select(s => (s.Scheme, s.Late)));
    }

    [Fact]
    public void A_scheme_added_after_the_application_is_put_before_its_approver_and_one_taken_out_is_waited_for_no_more()
    {
        Create(talks: One);
        Apply();
        Decide(CreditScheme.Cme);
        Change(c => c with { Talks = [One, Two] });
        Assert.Equal((ApprovalState.Waiting, "JMA"), (State(CreditScheme.Occupational), program.State.Find(CreditScheme.Occupational)!.Approver));

        Change(c => c with { Talks = [One] });
        Decide(CreditScheme.Cme);
        Assert.Equal(ProgramStage.Approved, program.State.Stage);
        Assert.Equal("not-applied", Decide(CreditScheme.Occupational).Refusal!.Reason);
    }

    [Fact]
    public void Small_steps_do_not_slip_past_the_approval_of_the_whole()
    {
        Approved();
        Change(c => c with { Talks = [One with { Code = new CurriculumCode(5) }, Two] });
        Change(c => c with { Title = "Only words" });

        Assert.Equal(ApprovalState.Waiting, State(CreditScheme.Cme));
        Assert.Contains(View.Approvals![0].Changes, d => d.Field == "talk-code");
    }

    [Fact]
    public void A_form_written_over_an_older_version_is_stale_and_the_same_change_twice_is_one()
    {
        Create();
        Change(c => c with { Title = "A" }, on: 1);
        Assert.Equal("stale", Change(c => c with { Title = "B" }, on: 1).Refusal!.Reason);
        Assert.True(Change(c => c).Repeat);
    }

    [Fact]
    public void An_application_is_withdrawn_until_the_program_is_shown()
    {
        Approved();
        Assert.Equal(1, program.Do(Ledger.Approvals.Withdraw, Caller.System, Early).Count);
        Assert.Equal(ProgramStage.Draft, program.State.Stage);
        Assert.True(program.Do(Ledger.Approvals.Withdraw, Caller.System, Early).Repeat);
        Apply();
        Decide(CreditScheme.Cme);
        Decide(CreditScheme.Occupational);
        program.Do(Ledger.Decider.Publish, Caller.System, Early);
        Assert.Equal("already-published", program.Do(Ledger.Approvals.Withdraw, Caller.System, Early).Refusal!.Reason);
    }

    [Fact]
    public void A_program_called_off_stays_so()
    {
        Approved();
        Assert.Equal("no-reason", program.Do(Ledger.Decider.Cancel, new CancelProgram(" ", Caller.System), Early).Refusal!.Reason);
        program.Do(Ledger.Decider.Cancel, new CancelProgram("台風のため", Caller.System), Early);

        Assert.True(program.Do(Ledger.Decider.Cancel, new CancelProgram("other", Caller.System), Early).Repeat);
        Assert.Equal(("台風のため", ProgramStage.Cancelled), (View.Reason, View.Stage));
        Assert.Equal("cancelled", program.Do(Ledger.Decider.Open, Id, Early).Refusal!.Reason);
        Assert.Equal("cancelled", Change(c => c with { Title = "x" }).Refusal!.Reason);
    }

    [Fact]
    public void What_is_shown_to_the_approver_names_titles_and_the_most_each_talk_earns()
    {
        Create();

        Assert.Equal([(1, CreditScheme.Cme, "1.0"), (2, CreditScheme.Cme, "1.0"), (2, CreditScheme.Occupational, "1.0")], View.Offers!.Select(o => (o.Talk, o.Scheme, o.Most.ToString())));
        Assert.All(View.Offers!, o => Assert.True(o.Title.Ja.Length > 1));
        Assert.Equal(["2.0", "1.0"], View.Approvals!.Select(a => a.Most.ToString()));
    }

    [Fact]
    public void The_row_that_is_searched_says_who_is_waited_for()
    {
        Create();
        Apply();
        Decide(CreditScheme.Cme);
        var row = Assert.IsType<ProgramRow>(program.Views[^1].Row);

        Assert.Equal(("|JMA|", "|26|JMA|", "|0:1|0:2|1:11|", 3), (row.WaitsFor, row.Approvers, row.Offers, row.Schemes));
        Assert.Equal(program.State.Stage, program.Replay().Stage);
    }
}
