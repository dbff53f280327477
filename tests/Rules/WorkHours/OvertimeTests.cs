using JmaActors.WorkHours;
using static JmaActors.Tests.Rules.WorkHours.Hours;

namespace JmaActors.Tests.Rules.WorkHours;

/// <summary>Worked out by hand from section 5 of the rules document and its traps 8 to 10.</summary>
public class OvertimeTests
{
    [Fact]
    public void Beyond_eight_hours_of_a_day_is_overtime()
    {
        var days = Days([Span(At(6, 8), At(6, 18))]);

        Assert.Equal(new HoursSum(600, 120, 0), days[DayOf(6)]);
    }

    [Fact]
    public void A_break_is_no_work() =>
        Assert.Equal(new HoursSum(480, 0, 0), Days(Shift(6))[DayOf(6)]);

    [Theory]
    [InlineData(6, 8, 48 * 60, 8 * 60)]   // 48 h in a week: 8 h beyond 40
    [InlineData(5, 10, 50 * 60, 10 * 60)] // 2 h a day; the 40 h left over are just a week
    [InlineData(6, 10, 60 * 60, 20 * 60)] // 2 h a day, and the sixth day's other 8 beyond the week: not 12 + 20
    [InlineData(7, 6, 42 * 60, 2 * 60)]
    public void The_week_counts_what_the_day_has_not_counted_yet(int shifts, int hours, int worked, int overtime)
    {
        var days = Days(Enumerable.Range(5, shifts).Select(d => Span(At(d, 8), At(d, 8 + hours))));

        Assert.Equal(new HoursSum(worked, overtime, 0), days.Sum(new DaySpan(DayOf(5), DayOf(11))));
    }

    [Fact]
    public void The_week_runs_from_Sunday_to_Saturday()
    {
        // Monday to Saturday and Sunday to Friday: in each six days of 8 h, but no more than 48 h in one week.
        var days = Days(Enumerable.Range(6, 12).Select(d => Span(At(d, 8), At(d, 16))));

        Assert.Equal(8 * 60, days.Sum(new DaySpan(DayOf(5), DayOf(11))).Overtime);
        Assert.Equal(8 * 60, days.Sum(new DaySpan(DayOf(12), DayOf(18))).Overtime);
        Assert.Equal(8 * 60, days[DayOf(11)].Overtime);
    }

    [Fact]
    public void A_clinic_with_fewer_than_ten_staff_has_44_hours()
    {
        var days = Days(Enumerable.Range(6, 6).Select(d => Span(At(d, 8), At(d, 16))), At("W1") with { SmallClinic = true });

        Assert.Equal(4 * 60, days.Sum(April).Overtime);
    }

    [Fact]
    public void Two_employers_are_one_time_line_before_the_day_is_measured()
    {
        // 4 h here and 6 h there: each alone has none.
        var days = Days([Span(At(6, 9), At(6, 13)), Span(At(6, 14), At(6, 20), HoursKind.Scheduled, 1)], At("W1"), At("W2"));

        Assert.Equal(new HoursSum(600, 120, 0), days[DayOf(6)]);
        Assert.Equal((0, 120), (days.Own(0, April), days.Own(1, April)));
    }

    [Fact]
    public void Time_recorded_by_two_employers_counts_once_in_all_and_for_each()
    {
        var days = Days([Span(At(6, 8), At(6, 18)), Span(At(6, 14), At(6, 18), HoursKind.Scheduled, 1)], At("W1"), At("W2"));

        Assert.Equal(new HoursSum(600, 120, 0), days[DayOf(6)]);
        Assert.Equal((120, 120), (days.Own(0, April), days.Own(1, April)));
    }

    [Fact]
    public void A_break_here_is_work_there_when_it_is_worked_there()
    {
        var days = Days([.. Shift(6), Span(At(6, 12), At(6, 13), HoursKind.Scheduled, 1)], At("W1"), At("W2"));

        Assert.Equal(new HoursSum(540, 60, 0), days[DayOf(6)]);
    }

    [Fact]
    public void A_night_belongs_to_the_day_it_began()
    {
        var days = Days([Span(At(6, 17), At(7, 9))]);

        Assert.Equal(new HoursSum(16 * 60, 8 * 60, 0), days[DayOf(6)]);
        Assert.Equal(default, days[DayOf(7)]);
    }

    [Fact]
    public void Day_night_duty_and_the_next_morning_are_cut_where_the_next_day_is_scheduled_to_begin()
    {
        // 8 h + 15 h of night duty on the first day; 4 h on the second.
        var days = Days([.. Shift(6), Span(At(6, 17, 30), At(7, 8, 30), HoursKind.NightDuty), Span(At(7, 8, 30), At(7, 12, 30))]);

        Assert.Equal(new HoursSum(23 * 60, 15 * 60, 0), days[DayOf(6)]);
        Assert.Equal(new HoursSum(4 * 60, 0, 0), days[DayOf(7)]);
    }

    [Fact]
    public void A_shift_of_25_hours_is_one_day_of_25_hours() =>
        Assert.Equal(new HoursSum(25 * 60, 17 * 60, 0), Days([Span(At(6, 8), At(7, 9))])[DayOf(6)]);

    [Fact]
    public void A_night_over_the_end_of_the_month_stays_in_the_month_it_began()
    {
        var days = OvertimeRules.Days([At("W1")], InOrder([Span(At(30, 20), At(31, 10))]), [], new DaySpan(DayOf(1), DayOf(61)), Policy);

        Assert.Equal(6 * 60, days.Sum(AgreementPeriods.Month(AgreementFrom, new DateOnly(2026, 4, 30))).Overtime);
        Assert.Equal(default, days.Sum(AgreementPeriods.Month(AgreementFrom, new DateOnly(2026, 5, 1))));
    }

    [Fact]
    public void Work_on_the_statutory_holiday_is_holiday_work_and_fills_no_week()
    {
        var sunday = At("W1") with { Holiday = DayOfWeek.Sunday };
        var days = Days(Enumerable.Range(5, 6).Select(d => Span(At(d, 8), At(d, 16))), sunday);

        Assert.Equal(new HoursSum(480, 0, 480), days[DayOf(5)]);
        Assert.Equal(0, days.Sum(April).Overtime);
        Assert.Equal(480, days.Sum(April).Beyond);
    }

    [Fact]
    public void The_statutory_holiday_begins_and_ends_at_midnight()
    {
        var days = Days([Span(At(4, 20), At(5, 4)), Span(At(5, 22), At(6, 6))], At("W1") with { Holiday = DayOfWeek.Sunday });

        Assert.Equal(new HoursSum(240, 0, 0), days[DayOf(4)]);
        // Two evening hours of the second night are the holiday's; the six after midnight are not, and belong to the day the night began.
        Assert.Equal(new HoursSum(720, 0, 360), days[DayOf(5)]);
    }

    [Fact]
    public void One_employers_holiday_is_an_ordinary_day_at_the_other()
    {
        var days = Days([Span(At(5, 8), At(5, 18), HoursKind.Scheduled, 1)], At("W1") with { Holiday = DayOfWeek.Sunday }, At("W2"));

        Assert.Equal(new HoursSum(600, 120, 0), days[DayOf(5)]);
    }

    [Fact]
    public void Permitted_duty_standby_travel_and_confirmed_study_are_outside_the_hours_and_unconfirmed_study_is_not()
    {
        var days = Days([
            .. Shift(6), Span(At(6, 17, 30), At(7, 8, 30), HoursKind.PermittedDuty), Span(At(7, 18), At(7, 20), HoursKind.Standby), Span(At(7, 20), At(7, 21), HoursKind.Travel),
            Span(At(8, 18), At(8, 20), HoursKind.Study, 0, WorkMarks.Confirmed), Span(At(9, 18), At(9, 20), HoursKind.Study), Span(At(10, 18), At(10, 20), HoursKind.StandbyWork)]);

        Assert.Equal(480 + 120 + 120, days.Sum(April).Worked);
        Assert.Equal((480, 0, 0, 120, 120), (days[DayOf(6)].Worked, days[DayOf(7)].Worked, days[DayOf(8)].Worked, days[DayOf(9)].Worked, days[DayOf(10)].Worked));
    }

    [Fact]
    public void Work_inside_permitted_duty_is_work()
    {
        var days = Days([.. Shift(6), Span(At(6, 17, 30), At(7, 8, 30), HoursKind.PermittedDuty), Span(At(7, 2), At(7, 3), HoursKind.Overtime)]);

        Assert.Equal((480, 60), (days[DayOf(6)].Worked, days[DayOf(7)].Worked));
    }

    [Fact]
    public void A_month_runs_from_the_day_of_the_agreement_and_a_year_from_its_date()
    {
        Assert.Equal((new DateOnly(2026, 4, 21), new DateOnly(2026, 5, 20)), Ends(AgreementPeriods.Month(new DateOnly(2024, 10, 21), new DateOnly(2026, 5, 20))));
        Assert.Equal((new DateOnly(2025, 10, 21), new DateOnly(2026, 10, 20)), Ends(AgreementPeriods.Year(new DateOnly(2024, 10, 21), new DateOnly(2026, 5, 20))));
        Assert.Equal((new DateOnly(2026, 2, 28), new DateOnly(2026, 3, 30)), Ends(AgreementPeriods.Month(new DateOnly(2025, 1, 31), new DateOnly(2026, 3, 1))));
        Assert.Equal((new DateOnly(2023, 10, 21), new DateOnly(2024, 10, 20)), Ends(AgreementPeriods.Year(new DateOnly(2024, 10, 21), new DateOnly(2024, 3, 1))));

        static (DateOnly, DateOnly) Ends(DaySpan span) => (span.From, span.To);
    }
}
