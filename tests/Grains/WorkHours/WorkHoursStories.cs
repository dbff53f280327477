using CsCheck;
using JmaActors.Ledgers;
using JmaActors.WorkHours;
using static JmaActors.Tests.Grains.WorkHours.Duty;

namespace JmaActors.Tests.Grains.WorkHours;

/// <summary>Recording, clocking and correcting, without the actor.</summary>
public sealed class WorkHoursStories
{
    static readonly WorkHoursLedger Ledger = new(Seeds.Book);

    readonly Story<WorkHoursState, WorkHoursEvent> story = new Story<WorkHoursState, WorkHoursEvent>(Ledger, "1000000001").Given(Employed(W1));

    static WorkHoursDecider Decide => Ledger.Decider;

    [Fact]
    public void Clocking_in_and_out_makes_one_record_and_a_begun_minute_was_worked()
    {
        story.When(Decide.ClockIn, new ClockIn("i", W1, HoursKind.Scheduled, Caller.System, At(23, 8, 29).AddSeconds(50)));
        Assert.Equal(new WorkClockedIn("i", W1.Code, HoursKind.Scheduled, Minute(23, 8, 29), "", "", WorkMarks.None, null), story.Then<WorkClockedIn>());

        story.When(Decide.ClockOut, new ClockOut("o", W1, Caller.System, At(23, 9, 30).AddSeconds(1)));

        Assert.Equal(new WorkClockedOut("o", "i", Minute(23, 9, 31)), story.Then<WorkClockedOut>());
        Assert.Equal((Minute(23, 8, 29), (int?)Minute(23, 9, 31)), (story.State.Find("i")!.From, story.State.Find("i")!.To));
    }

    [Fact]
    public void The_same_key_again_changes_nothing()
    {
        story.Given(new WorkClockedIn("i", W1.Code, HoursKind.Scheduled, Minute(23, 8), "", "", WorkMarks.None, null)).When(Decide.ClockIn, In("i", 23, 9)).ThenNothing(repeat: true);
        story.Given(new WorkClockedOut("o", "i", Minute(23, 9))).When(Decide.ClockOut, Out("o", 23, 10)).ThenNothing(repeat: true);
        story.When(Decide.Record, Work("i", 22, 8, 9)).ThenNothing(repeat: true);
    }

    [Fact]
    public void A_key_of_another_workplaces_record_or_of_no_record_answers_nothing_of_it()
    {
        story.Given(Employed(W2), new FatigueChecked("f", Minute(22, 8), true)).When(Decide.Record, Work("r", 22, 8, 9)).When(Decide.ClockIn, In("i", 23, 8)).When(Decide.ClockOut, Out("o", 23, 9));

        foreach (var key in new[] { "r", "i", "o", "f" })
        {
            story.When(Decide.Record, Work(key, 22, 8, 9, at: W2)).ThenRefused("key-taken");
            story.When(Decide.ClockIn, In(key, 23, 9) with { Workplace = W2 }).ThenRefused("key-taken");
            story.When(Decide.ClockOut, Out(key, 23, 9) with { Workplace = W2 }).ThenRefused("key-taken");
        }
        story.When(Decide.Record, Work("f", 22, 8, 9)).ThenRefused("key-taken");
        story.When(Decide.Record, Work("s", 21, 8, 9, at: W2)).When(Decide.Correct, new CorrectWork("r", "s", "why", Caller.System)).ThenRefused("key-taken");
        story.When(Decide.Withdraw, new WithdrawWork("f", "r", "why", Caller.System)).ThenRefused("key-taken");
        story.When(Decide.Undo, new UndoWorkCorrection("i", "s", "why", Caller.System)).ThenRefused("key-taken");
        story.When(HealthDecider.Report, new ReportEmployment("r", new WorkplaceId("W26-003"), Agreement, Caller.System)).ThenRefused("key-taken");
        story.When(HealthDecider.Measure, new RecordHealthMeasure("o", HealthMeasureKind.Interview, At(22, 8), Caller.System)).ThenRefused("key-taken");
    }

    [Theory]
    [InlineData("csv/W26-001/1/100")]
    [InlineData("interview:W26-001:1")]
    public void Keys_the_house_makes_itself_are_taken_from_nobody(string key)
    {
        story.When(Decide.Record, Work(key, 22, 8, 9)).ThenRefused("bad-key");
        story.When(Decide.ClockIn, In(key, 23, 8)).ThenRefused("bad-key");
        story.When(Decide.Record, Work("r", 22, 8, 9)).When(Decide.Correct, new CorrectWork(key, "r", "why", Caller.System)).ThenRefused("bad-key");
        story.When(HealthDecider.Report, new ReportEmployment(key, W2, Agreement, Caller.System)).ThenRefused("bad-key");
        Assert.Equal(AttendanceRules.Key(W1, HoursKind.Scheduled, At(22, 8)), story.When(Decide.Record, new WorkBatch([Work(AttendanceRules.Key(W1, HoursKind.Scheduled, At(22, 8)), 22, 8, 9)])).Then<WorkRecorded>().Key);
    }

    [Fact]
    public void After_the_last_day_of_an_employment_nothing_is_recorded_planned_or_shown_of_it_and_what_was_counts_on()
    {
        var kept = Employed(W1);
        var day = WorkMinute.DayOf(Minute(20, 0));
        story.Given(Employed(W2, WorkLevel.A), new ShiftsKept(W1.Code, day, day + 9, RosterRules.Held([Shift("a", 21, 8, 9), Shift("b", 22, 8, 9), Shift("c", 24, 8, 9)])));
        story.When(Decide.Record, Work("r", 20, 8, 20)).Given(kept with { Terms = kept.Terms with { Last = new DateOnly(2026, 11, 21) } });

        story.When(Decide.Record, Work("s", 21, 22, 26)).Then<WorkRecorded>();
        story.When(Decide.Record, Work("t", 22, 8, 9)).ThenRefused("unknown-workplace");
        story.When(Decide.ClockIn, In("i", 23, 8)).ThenRefused("unknown-workplace");
        Assert.Equal(["a"], story.State.Shifts.Select(s => s.Shift.Id));

        var review = ReviewRules.Of(WorkCases.Of(story.State, Minute(23, 10)), Seeds.Book.Work(new DateOnly(2026, 11, 23)));
        Assert.Equal([(W1, true, 240), (W2, false, 240)], review.Hours.Select(h => (h.Workplace, h.Over, h.YearSum.Beyond)));
        Assert.Equal(960 * 60, review.Hours[1].TotalLimit);
        story.When(Decide.Record, Work("u", 22, 8, 9, at: W2));
        Assert.Equal(W2.Code, Assert.Single(story.Rows.Select(r => r.Row).OfType<WorkHoursRow>(), r => r.Version > 0).Workplace);
    }

    [Fact]
    public void Records_of_a_workplace_are_its_own_before_they_are_pages()
    {
        foreach (var i in Enumerable.Range(0, 300)) story.Given(new WorkRecorded($"{i}", (i % 2 == 0 ? W1 : W2).Code, HoursKind.Scheduled, Minute(1, 0) + i, Minute(1, 0) + i + 1, WorkSource.Clock, "", "", WorkMarks.None, null, ""));

        var own = WorkHoursAnswers.Entries(story.State, new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 2), null, W1);
        var after = WorkHoursAnswers.Entries(story.State, new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 2), "1", W1);

        Assert.Equal((150, null, "0"), (own.Entries.Count, own.Next, own.Entries[0].Key));
        Assert.Equal(own.Entries, after.Entries);
    }

    [Fact]
    public void One_is_in_once_at_a_workplace_and_out_only_of_what_runs()
    {
        story.When(Decide.ClockOut, Out("o", 23, 9)).ThenRefused("not-working");
        story.When(Decide.ClockIn, In("i", 23, 8)).When(Decide.ClockIn, In("j", 23, 9)).ThenRefused("already-working");
        story.When(Decide.ClockOut, Out("o", 23, 7)).ThenRefused("ends-before-it-begins");
        story.Given(Employed(W2)).When(Decide.ClockIn, In("k", 23, 9) with { Workplace = W2 }).Then<WorkClockedIn>();
    }

    [Theory]
    [InlineData("unknown-workplace")]
    [InlineData("in-the-future")]
    [InlineData("recorded-too-late")]
    [InlineData("ends-before-it-begins")]
    [InlineData("record-too-long")]
    [InlineData("bad-key")]
    [InlineData("name-too-long")]
    [InlineData("kind-not-clocked")]
    public void What_cannot_be_is_refused(string reason)
    {
        var command = reason switch
        {
            "unknown-workplace" => Work("r", 22, 8, 9, at: W2),
            "in-the-future" => Work("r", 23, 9, 11),
            "recorded-too-late" => Work("r", -23, 8, 9),
            "ends-before-it-begins" => Work("r", 22, 9, 9),
            "record-too-long" => Work("r", 10, 8, 8 + 73),
            "bad-key" => Work("", 22, 8, 9),
            "name-too-long" => Work("r", 22, 8, 9) with { Post = new string('x', 41) },
            _ => Work("r", 22, 8, 9, (HoursKind)99),
        };

        story.When(Decide.Record, command).ThenRefused(reason);
    }

    [Fact]
    public void Late_work_is_recorded_with_a_reason()
    {
        // 45 days before 23 November is 9 October.
        story.When(Decide.Record, Work("r", -22, 8, 9)).Then<WorkRecorded>();
        Assert.Equal("forgot", story.When(Decide.Record, Work("s", -40, 8, 9) with { Reason = "forgot" }).Then<WorkRecorded>().Reason);
    }

    [Fact]
    public void A_record_finds_its_planned_shift_and_what_an_employer_did_not_plan_was_not_foreseen()
    {
        story.Given(new ShiftsKept(W1.Code, WorkMinute.DayOf(Minute(20, 0)), WorkMinute.DayOf(Minute(22, 0)), RosterRules.Held([Shift("a", 20, 8.5, 17.5), Shift("b", 21, 8.5, 17.5)])));

        Assert.Equal(("a", WorkMarks.Rostered), Marked(story.When(Decide.Record, Work("1", 20, 8, 20)).Then<WorkRecorded>()));
        Assert.Equal(("b", WorkMarks.Rostered), Marked(story.When(Decide.Record, Work("2", 21, 7, 9) with { Marks = WorkMarks.Unforeseen }).Then<WorkRecorded>()));
        Assert.Equal((null, WorkMarks.Unforeseen), Marked(story.When(Decide.Record, Work("3", 22, 20, 22) with { Marks = WorkMarks.Rostered }).Then<WorkRecorded>()));

        static (string?, WorkMarks) Marked(WorkRecorded e) => (e.Shift, e.Marks);
    }

    [Fact]
    public void A_correction_stands_in_the_place_of_what_was_wrong_and_both_are_kept()
    {
        story.When(Decide.Record, Work("r", 22, 8, 18)).When(Decide.Correct, new CorrectWork("c", "r", "typing", Caller.System, To: At(22, 17)));

        Assert.Equal(("c", false), (story.State.Find("r")!.CorrectedBy, story.State.Find("r")!.Stands));
        Assert.Equal(("r", Minute(22, 8), (int?)Minute(22, 17), true), (story.State.Find("c")!.Corrects, story.State.Find("c")!.From, story.State.Find("c")!.To, story.State.Find("c")!.Stands));
        story.When(Decide.Correct, new CorrectWork("d", "r", "again", Caller.System)).ThenRefused("not-standing");
        story.When(Decide.Correct, new CorrectWork("d", "c", " ", Caller.System)).ThenRefused("no-reason");
        story.When(Decide.Correct, new CorrectWork("d", "x", "why", Caller.System)).ThenRefused("unknown-record");
        story.When(Decide.Undo, new UndoWorkCorrection("u", "r", "why", Caller.System)).ThenRefused("not-standing");
        story.When(Decide.Correct, new CorrectWork("c", "r", "typing", Caller.System)).ThenNothing(repeat: true);
    }

    [Fact]
    public void Instants_far_from_any_work_are_refused()
    {
        story.When(Decide.Record, Work("r", 22, 8, 18));
        story.When(Decide.Record, Work("s", 22, 8, 18) with { From = DateTimeOffset.MinValue }).ThenRefused("recorded-too-late");
        story.When(Decide.Record, Work("s", 22, 8, 18) with { From = DateTimeOffset.MaxValue }).ThenRefused("ends-before-it-begins");
        story.When(Decide.Correct, new CorrectWork("c", "r", "why", Caller.System, From: DateTimeOffset.MaxValue)).ThenRefused("in-the-future");
        story.When(Decide.ClockIn, new ClockIn("i", W1, HoursKind.Scheduled, Caller.System, DateTimeOffset.MinValue)).ThenRefused("recorded-too-late");
        story.When(Decide.ClockIn, new ClockIn("i", W1, HoursKind.Scheduled, Caller.System, DateTimeOffset.MaxValue)).ThenRefused("in-the-future");
        story.When(Decide.ClockIn, In("i", 23, 8)).When(Decide.ClockOut, new ClockOut("o", W1, Caller.System, DateTimeOffset.MaxValue)).ThenRefused("in-the-future");
        Assert.Equal("bad-roster", RosterRules.Refuse(new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 25), [new RosterShift("a", HoursKind.Scheduled, At(24, 8), DateTimeOffset.MaxValue)])!.Reason);
    }

    [Fact]
    public void What_still_runs_is_corrected_only_with_its_end()
    {
        story.When(Decide.ClockIn, In("i", 23, 8)).When(Decide.Correct, new CorrectWork("c", "i", "forgot", Caller.System, From: At(23, 7))).ThenRefused("still-running");
        story.When(Decide.Correct, new CorrectWork("c", "i", "forgot", Caller.System, To: At(23, 9))).Then<WorkCorrected>();
        story.When(Decide.ClockIn, In("j", 23, 9, 30)).Then<WorkClockedIn>();
    }

    [Fact]
    public void A_correction_and_its_undoing_leave_everything_as_it_was() =>
        Gen.Select(Gen.Select(Gen.Int[1, 20], Gen.Int[0, 23], Gen.Int[1, 20], Gen.Int[1, 13]).Array[1, 20], Gen.Int[0, 19], Gen.Int[0, 20], Gen.Int[1, 30]).Sample((works, which, hour, length) =>
        {
            var ledger = new StoredLedger<WorkHoursState, WorkHoursEvent>(Ledger, "1000000001");
            var now = At(24, 0);
            ledger.Receive(Told(Employed(W1)), now);
            foreach (var (i, (day, from, hours, kind)) in works.Index()) ledger.Do(Decide.Record, Work($"{i}", day, from, from + hours, (HoursKind)kind), now);
            var before = Standing(ledger.State);
            Assert.Null(ledger.Do(Decide.Correct, new CorrectWork("c", $"{which % works.Length}", "wrong", Caller.System, HoursKind.NightDuty, At(3, hour), At(3, hour + length)), now).Refusal);
            Assert.Null(ledger.Do(Decide.Undo, new UndoWorkCorrection("u", "c", "it was right", Caller.System), now).Refusal);

            Assert.Equal(before, Standing(ledger.State));
            Assert.Equal(before, Standing(ledger.Replay()));
        }, iter: 200);

    [Fact]
    public void A_withdrawn_record_counts_no_longer()
    {
        story.When(Decide.Record, Work("r", 22, 8, 18)).When(Decide.Withdraw, new WithdrawWork("w", "r", "not me", Caller.System));

        Assert.Equal((false, "not me"), (story.State.Find("r")!.Stands, story.State.Find("r")!.Reason));
        Assert.Empty(WorkCases.Of(story.State, Minute(23, 10)).Records);
        story.When(Decide.Withdraw, new WithdrawWork("w", "r", "not me", Caller.System)).ThenNothing(repeat: true);
    }

    [Fact]
    public void Duty_no_permit_covers_counts_as_work()
    {
        story.Given(Employed(W1, WorkLevel.B, new DutyPermit("内科", "", 17 * 60, 9 * 60, Agreement)));
        story.When(Decide.Record, Work("a", 20, 17, 33, HoursKind.PermittedDuty) with { Department = "内科" }).When(Decide.Record, Work("b", 21, 17, 33, HoursKind.PermittedDuty) with { Department = "救急" });

        Assert.Equal([HoursKind.PermittedDuty, HoursKind.NightDuty], WorkCases.Of(story.State, Minute(23, 10)).Records.Select(r => r.Kind));
    }

    [Fact]
    public void Of_a_check_of_fatigue_only_the_sign_is_kept()
    {
        var check = new RecordFatigueCheck("f", At(22, 9), 350, 1, 0, false, Caller.System);

        Assert.Equal(new FatigueChecked("f", Minute(22, 9), true), story.When((s, c, d) => HealthDecider.Check(s, c, Seeds.Book, d), check).Then<FatigueChecked>());
        story.When((s, c, d) => HealthDecider.Check(s, c, Seeds.Book, d), check).ThenNothing(repeat: true);
        story.When((s, c, d) => HealthDecider.Check(s, c, Seeds.Book, d), check with { Key = "g", Grade = 5 }).ThenRefused("bad-check");
        Assert.False(story.When((s, c, d) => HealthDecider.Check(s, c, Seeds.Book, d), check with { Key = "h", SleepMinutes = 360 }).Then<FatigueChecked>().Sign);
    }

    [Fact]
    public void A_side_job_is_reported_by_the_physician_unless_the_workplace_tells_itself()
    {
        story.When(HealthDecider.Report, new ReportEmployment("e", W1, Agreement, Caller.System)).ThenRefused("workplace-tells-itself");
        Assert.True(story.When(HealthDecider.Report, new ReportEmployment("e", W2, Agreement, Caller.System)).Then<EmploymentKept>().Reported);
        story.When(HealthDecider.Report, new ReportEmployment("e", W2, Agreement, Caller.System)).ThenNothing(repeat: true);
        story.When(HealthDecider.Report, new ReportEmployment("f", new WorkplaceId("W26-003"), new DateOnly(2030, 1, 1), Caller.System)).ThenRefused("bad-agreement");
    }

    [Fact]
    public void A_board_sees_who_is_on_duty_since_when_and_how_the_month_stands()
    {
        // Twelve hours on Sunday the 22nd: 4 h of overtime; and in since Monday 8:00, told at 10:00.
        story.When(Decide.Record, Work("r", 22, 8, 20)).When(Decide.ClockIn, In("i", 23, 8));
        var row = Assert.IsType<WorkHoursRow>(Assert.Single(story.Rows).Row);

        Assert.Equal((W1.Code, At(23, 8).ToUniversalTime(), (int)HoursKind.Scheduled, null), (row.Workplace, row.OnSince, row.OnKind, row.LastOut));
        Assert.Equal((new DateOnly(2026, 11, 1), 240, 240, 240, 1860 * 60, 1860 * 60), (row.MonthFrom, row.Month, row.YearTotal, row.YearOwn, row.TotalLimit, row.OwnLimit));

        row = (WorkHoursRow)Assert.Single(story.When(Decide.ClockOut, Out("o", 23, 10)).Rows).Row;
        Assert.Equal((null, 0, At(23, 10).ToUniversalTime()), (row.OnSince, row.OnKind, row.LastOut));
    }

    [Fact]
    public void The_plan_of_a_span_of_days_takes_the_place_of_what_was_planned_for_them()
    {
        var (first, last) = (WorkMinute.DayOf(Minute(24, 0)), WorkMinute.DayOf(Minute(26, 0)));
        story.Given(
            new ShiftsKept(W1.Code, first, last, RosterRules.Held([Shift("a", 24, 8, 17), Shift("b", 26, 8, 17)])),
            new ShiftsKept(W1.Code, first + 1, last, RosterRules.Held([Shift("c", 25, 8, 17)])));

        Assert.Equal(["a", "c"], story.State.Shifts.Select(s => s.Shift.Id));
    }

    static Parcel Told(EmploymentKept kept) => new("workplace/W26-001", 1, "work-hours/1000000001", WorkHoursLedger.EmploymentParcel, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(kept, WorkHoursJson.Default.EmploymentKept));

    static string Standing(WorkHoursState state) => string.Join('\n', WorkCases.Of(state, Minute(24, 0)).Records.Select(r => r.ToString()));

    [Fact]
    public void Rows_say_that_something_was_crossed_until_it_is_told()
    {
        story.When(Decide.Record, Work("r", 9, 0, 8));
        Assert.False(Row().Untold);
        for (var day = 10; day <= 16; day++) story.When(Decide.Record, Work($"r{day}", day, 0, 20));
        Assert.True(Row().Untold);

        story.When(JmaActors.Alerts.CrossingDecider.Cross, Seeds.Book).Then<HoursCrossed>();
        Assert.False(Row().Untold);

        WorkHoursRow Row() => Assert.IsType<WorkHoursRow>(Assert.Single(story.Rows).Row);
    }
}
