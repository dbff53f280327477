using JmaActors.Demonstration;
using JmaActors.Time;
using JmaActors.WorkHours;

namespace JmaActors.Tests.Rules.Demonstration;

public class DutyTests
{
    static readonly MemberId Somebody = new(1_000_000_001);

    static DemonstrationDuty Duty(int place, DateTimeOffset now, DemonstrationWorkplace? at = null) => new(at ?? DemonstrationWorkplace.First, place, Somebody, now, 7);

    public static TheoryData<DateTimeOffset> Moments => [
        Tokyo.At(new DateOnly(2026, 11, 26), new TimeOnly(14, 5)), Tokyo.At(new DateOnly(2026, 11, 1), new TimeOnly(3, 0)), Tokyo.At(new DateOnly(2027, 3, 31), new TimeOnly(23, 30)), Tokyo.At(new DateOnly(2028, 2, 29), new TimeOnly(9, 0))];

    [Theory, MemberData(nameof(Moments))]
    public void Everything_is_taken_at_any_moment_and_the_same_again(DateTimeOffset now)
    {
        for (var place = 0; place < 20; place++)
        {
            var duty = Duty(place, now);
            var records = duty.Records().ToList();

            Assert.Equal(records, Duty(place, now).Records());
            Assert.All(duty.Rosters(), r => Assert.Null(RosterRules.Refuse(r.From, r.To, r.Shifts)));
            Assert.All(records, r => Assert.True(r.From < r.To && r.To <= now));
            Assert.Equal(records.Count, records.Select(r => r.Key).Distinct().Count());
            Assert.True(duty.Running() is not { } running || running.At <= now);
        }
    }

    [Fact]
    public void Every_kind_of_physician_is_there_and_somebody_is_on_duty()
    {
        var now = Moments.First().Data;
        var all = Enumerable.Range(0, DemonstrationWorkplace.First.Physicians(100)).Select(p => Duty(p, now)).ToList();

        Assert.Equal(Enum.GetValues<DutyHabit>(), all.Select(d => d.Habit).Distinct().Order());
        Assert.Contains(all, d => d.Running() is not null);
        Assert.Contains(all, d => d.Rosters().Any(r => r.Shifts.Any(s => s.Kind == HoursKind.PermittedDuty)));
        Assert.Contains(all, d => d.Rosters().Any(r => r.Shifts.Any(s => s.Kind == HoursKind.NightDuty)));
    }

    [Fact]
    public void Every_department_has_a_level_the_workplace_is_designated_for() => Assert.All(
        DemonstrationWorkplace.All, w => Assert.All(w.Departments, d => Assert.True(d.Level == WorkLevel.A || w.Levels.Contains(d.Level))));
}
