using CsCheck;
using JmaActors.WorkHours;
using static JmaActors.Tests.Rules.WorkHours.Hours;

namespace JmaActors.Tests.Rules.WorkHours;

public class PermitTests
{
    static readonly DutyPermit Ward = new("内科", "病棟当直", 17 * 60 + 30, 8 * 60 + 30, new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 20));

    static string Told(int from, int to, string department = "内科", string post = "病棟当直", params DutyPermit[] permits) =>
        string.Join(' ', PermitRules.Split(from, to, department, post, permits).Select(p => $"{(p.Permitted ? '+' : '-')}{WorkMinute.Text(p.From)[8..]}/{WorkMinute.Text(p.To)[8..]}"));

    [Fact]
    public void A_duty_inside_the_band_is_permitted_and_one_outside_is_cut()
    {
        Assert.Equal("+06 17:30/07 08:30", Told(At(6, 17, 30), At(7, 8, 30), permits: Ward));
        Assert.Equal("-06 16:00/06 17:30 +06 17:30/07 08:30 -07 08:30/07 09:00", Told(At(6, 16), At(7, 9), permits: Ward));
        Assert.Equal("+07 02:00/07 05:00", Told(At(7, 2), At(7, 5), permits: Ward));
    }

    [Fact]
    public void A_ward_permit_does_not_cover_the_emergency_room()
    {
        Assert.Equal("-06 17:30/07 08:30", Told(At(6, 17, 30), At(7, 8, 30), post: "救急当直", permits: Ward));
        Assert.Equal("-06 17:30/07 08:30", Told(At(6, 17, 30), At(7, 8, 30), department: "外科", permits: Ward));
        Assert.Equal("+06 17:30/07 08:30", Told(At(6, 17, 30), At(7, 8, 30), "外科", "救急当直", Ward with { Department = "", Post = "" }));
    }

    [Fact]
    public void A_permit_holds_for_the_nights_that_begin_within_its_dates()
    {
        Assert.Equal("-01 00:00/01 17:30 +01 17:30/02 00:00", Told(At(1), At(1, 24), permits: Ward));
        Assert.Equal("+20 17:30/21 08:30 -21 08:30/22 08:30", Told(At(20, 17, 30), At(22, 8, 30), permits: Ward));
    }

    [Fact]
    public void Bands_that_touch_are_one() =>
        Assert.Equal("+06 17:00/07 09:00", Told(At(6, 17), At(7, 9), permits: [Ward with { FromOfDay = 17 * 60, ToOfDay = 0 }, Ward with { FromOfDay = 0, ToOfDay = 9 * 60 }]));

    [Fact]
    public void The_parts_are_the_whole_in_order() =>
        Gen.Select(Gen.Int[0, 5_000], Gen.Int[1, 4_000], Gen.Select(Gen.Int[0, 1439], Gen.Int[0, 1439]).Array[0, 4]).Sample((from, length, bands) =>
        {
            var parts = PermitRules.Split(At(1) + from, At(1) + from + length, "", "", [.. bands.Select(b => new DutyPermit("", "", b.Item1, b.Item2, new DateOnly(2026, 4, 1)))]).ToList();

            Assert.Equal((At(1) + from, At(1) + from + length), (parts[0].From, parts[^1].To));
            Assert.All(parts, p => Assert.True(p.From < p.To));
            Assert.All(parts.Zip(parts.Skip(1)), p => Assert.Equal((p.First.To, !p.First.Permitted), (p.Second.From, p.Second.Permitted)));
        }, iter: 3_000);
}
