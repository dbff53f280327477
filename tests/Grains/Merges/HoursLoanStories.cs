using System.Text.Json;
using JmaActors.Alerts;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Live;
using JmaActors.WorkHours;
using static JmaActors.Tests.Grains.WorkHours.Duty;

namespace JmaActors.Tests.Grains.Merges;

/// <summary>Hours of one record that come to count with another, word by word.</summary>
public sealed class HoursLoanStories
{
    const long StaysId = 1_000_000_001, GoesId = 1_000_000_002;

    static readonly WorkHoursLedger Ledger = new(Seeds.Book);
    static readonly DateTimeOffset Now = At(23, 10);
    static readonly string Long = new('夜', WorkHoursLimits.ReasonLength), Name = new('科', WorkHoursLimits.NameLength);

    readonly StoredLedger<WorkHoursState, WorkHoursEvent> stays = new(Ledger, $"{StaysId}"), goes = new(Ledger, $"{GoesId}");
    int delivered;

    public HoursLoanStories() => Employ(goes, Employed(W1));

    static void Employ(StoredLedger<WorkHoursState, WorkHoursEvent> ledger, EmploymentKept terms) =>
        ledger.Receive(new Parcel($"workplace/{terms.Workplace}", 1, "", WorkHoursLedger.EmploymentParcel, JsonSerializer.SerializeToUtf8Bytes(terms, WorkHoursJson.Default.EmploymentKept)), Now);

    void Lend() => Assert.Null(goes.Do(HoursLoans.Lend, ("m#1", new MemberId(StaysId)), Now).Refusal);

    void Apart()
    {
        stays.Do(HoursLoans.GiveBack, (new MemberId(GoesId), "m#1"), Now);
        goes.Do(HoursLoans.TakeBack, "m#1", Now);
    }

    bool Next()
    {
        if (delivered == goes.Parcels.Count(p => p.Receiver == $"work-hours/{StaysId}")) return false;
        var told = goes.Parcels.Where(p => p.Receiver == $"work-hours/{StaysId}").ElementAt(delivered++);
        Assert.Null(stays.Receive(new Parcel(told.Sender, told.Version, told.Receiver, told.Type, told.Body), Now).Refusal);
        return true;
    }

    void Deliver()
    {
        while (Next()) { }
    }

    [Fact]
    public void A_correction_and_what_it_corrects_may_come_in_different_words()
    {
        for (var i = 0; i < 120; i++) goes.Do(Ledger.Decider.Record, Work($"k{i}", 1 + i / 8, 8, 9) with { Reason = Long }, Now);
        Assert.Null(goes.Do(Ledger.Decider.Correct, new CorrectWork("c", "k0", "別の日", Caller.System, From: At(22, 8), To: At(22, 9)), Now).Refusal);
        Lend();

        var apart = false;
        while (Next())
        {
            var whole = stays.State.Whole;
            apart |= whole.Find("k0") is not null && whole.Find("c") is null;
        }

        Assert.True(apart, "Both came in one word.");
        Assert.Equal(("c", "k0"), (stays.State.Whole.Find("k0")!.CorrectedBy, stays.State.Whole.Find("c")!.Corrects));
        Assert.Equal(121, stays.State.Whole.Records.Count);
    }

    [Fact]
    public void However_much_is_told_no_word_is_larger_than_an_event_may_be_and_nothing_is_lost()
    {
        var permits = Enumerable.Range(0, WorkHoursLimits.Terms).Select(i => new DutyPermit(Name, Name, 17 * 60, 9 * 60, Agreement)).ToArray();
        for (var i = 1; i <= 5; i++) Employ(goes, Employed(new WorkplaceId($"W26-00{i}"), WorkLevel.B, permits));
        for (var i = 0; i < 250; i++)
        {
            goes.Do(Ledger.Decider.Record, Work($"{i}".PadLeft(WorkHoursLimits.KeyLength, '鍵'), 1 + i / 20, 8, 9) with { Reason = Long, Department = Name, Post = Name }, Now);
            goes.Do((s, c, d) => HealthDecider.Check(s, c, Seeds.Book, d), new RecordFatigueCheck($"f{i}", At(1, 9).AddMinutes(i), 350, 1, 0, false, Caller.System), Now);
            goes.Do(HealthDecider.Measure, new RecordHealthMeasure($"m{i}", HealthMeasureKind.Interview, At(1, 9).AddMinutes(i), Caller.System), Now);
        }
        goes.Do((_, c, _) => Decision<WorkHoursEvent>.Event(c), new ShiftsKept(W1.Code, Minute(24, 0) / WorkMinute.Day, Minute(25, 0) / WorkMinute.Day, RosterRules.Held([Shift("a", 24, 8, 17)])), Now);
        Lend();
        Deliver();

        Assert.All(stays.Rows, r => Assert.InRange(r.Body.Length, 0, JournalLimits.EventBytes));
        var (own, whole) = (goes.State, stays.State.Whole);
        Assert.Equal(own.Records.Select(r => r.Key).Order(), whole.Records.Select(r => r.Key).Order());
        Assert.Equal(own.Employments.Select(e => (e.Workplace, e.Terms.Permits!.Count)), whole.Employments.Select(e => (e.Workplace, e.Terms.Permits!.Count)));
        Assert.Equal(own.Shifts, whole.Shifts);
        Assert.Equal(own.Checks!, whole.Checks!);
        Assert.Equal(own.Measures!, whole.Measures!);

        // What comes later is told by itself.
        Employ(goes, Employed(new WorkplaceId("W26-001"), WorkLevel.A));
        goes.Do(HealthDecider.Measure, new RecordHealthMeasure("late", HealthMeasureKind.HoursCut, At(20, 9), Caller.System), Now);
        goes.Do((_, c, _) => Decision<WorkHoursEvent>.Event(c), new InterviewShared("s", "", Minute(1, 9), W2.Code), Now);
        Deliver();
        Assert.Equal(own.Employments.Select(e => (e.Workplace, e.Terms.Levels.Count)), stays.State.Whole.Employments.Select(e => (e.Workplace, e.Terms.Levels.Count)));
        Assert.Equal(own.Measures!.Select(m => (m.Kind, m.At, m.PassedTo?.Count)), stays.State.Whole.Measures!.Select(m => (m.Kind, m.At, m.PassedTo?.Count)));
        Assert.InRange(stays.Rows[^1].Body.Length, 0, 1_000);
    }

    [Fact]
    public void What_the_one_record_told_the_other_does_not_tell_again()
    {
        for (var day = 10; day <= 16; day++) goes.Do(Ledger.Decider.Record, Work($"r{day}", day, 0, 20), Now);
        var crossed = Assert.IsType<HoursCrossed>(goes.Do(CrossingDecider.Cross, Seeds.Book, Now)[0]);
        Lend();
        Deliver();

        Assert.Equal(0, stays.Do(CrossingDecider.Cross, Seeds.Book, Now).Count);
        Assert.False(stays.State.Untold);
        Assert.All(crossed.Crossings, c => Assert.True(stays.State.Told(c.Key)));

        // What both have crossed together only is told.
        for (var day = 17; day <= 18; day++) goes.Do(Ledger.Decider.Record, Work($"r{day}", day, 0, 20), Now);
        Deliver();
        Assert.True(stays.State.Untold);
        Assert.Contains(Assert.IsType<HoursCrossed>(stays.Do(CrossingDecider.Cross, Seeds.Book, Now)[0]).Crossings, c => (c.Kind, c.Threshold) == (AlertKind.MonthReached, 6_000));
    }

    [Fact]
    public void Boards_hear_of_lines_that_another_record_lent()
    {
        Lend();
        Deliver();
        List<Touch> touches = [];

        Ledger.Touch($"{StaysId}", stays.State, touches);

        Assert.Empty(stays.State.Employments);
        Assert.Equal(TouchKind.Duty, Assert.Single(touches).Kind);
    }

    [Fact]
    public void Given_back_the_row_goes_also_where_the_physician_told_of_the_same_employer_herself()
    {
        Assert.Null(stays.Do(HealthDecider.Report, new ReportEmployment("e", W1, Agreement, Caller.System), Now).Refusal);
        Lend();
        Deliver();
        Assert.False(stays.Views[^1].Delete);
        Apart();

        Assert.True(Assert.IsType<WorkHoursRow>(stays.Views[^1].Row).Workplace == W1.Code && stays.Views[^1].Delete);
    }
}
