using CsCheck;
using JmaActors.WorkHours;

namespace JmaActors.Tests.Rules.WorkHours;

public class DutyLinesTests
{
    static readonly MemberId Somebody = new(1_000_000_001);

    /// <summary>What a ledger tells at each version: figures always, who is on duty before them.</summary>
    static readonly Gen<(long Version, bool Figures)[]> Told = Gen.Select(Gen.Long[1, 6], Gen.Bool).Array[1, 20];

    static DutyLine Whole(long version) => new(
        Somebody, WorkLevel.B, On(version).OnSince, On(version).OnKind, On(version).LastOut, (int)version * 60, 0, MonthOutcome.Under, 0, 1, 0, 1, 0, null, null, "", DateTimeOffset.UnixEpoch.AddHours(version),
        Version: version, Told: version);

    static DutyOn On(long version) => version % 2 == 1
        ? new DutyOn(Somebody, DateTimeOffset.UnixEpoch.AddHours(version), HoursKind.Scheduled, null, version) : new DutyOn(Somebody, null, null, DateTimeOffset.UnixEpoch.AddHours(version), version);

    [Fact]
    public void In_whatever_order_and_however_often_they_come_the_newest_figures_and_the_newest_word_hold() => Told.Sample(told =>
    {
        var lines = new DutyLines();
        lines.Put(Whole(0));
        foreach (var (version, figures) in told)
        {
            if (figures) lines.Put(Whole(version));
            else lines.Put(On(version));
        }

        var held = lines.All[Somebody.Number];
        var (figure, word) = (told.Where(t => t.Figures).Select(t => t.Version).Append(0).Max(), told.Max(t => t.Version));
        Assert.Equal((figure * 60, figure), (held.Month, held.Version));
        Assert.Equal((On(word).OnSince, On(word).OnKind, On(word).LastOut, word), (held.OnSince, held.OnKind, held.LastOut, held.Told));
    });

    [Fact]
    public void Who_is_on_duty_of_a_physician_without_a_line_waits_for_one()
    {
        var lines = new DutyLines();
        lines.Put(On(1));

        Assert.Empty(lines.All);
    }

    [Fact]
    public void A_line_read_anew_without_an_event_is_as_new_as_its_moment()
    {
        var lines = new DutyLines();
        lines.Put(Whole(3) with { AsOf = DateTimeOffset.UnixEpoch.AddHours(9), Month = 500 });
        lines.Put(Whole(3));

        Assert.Equal(500, lines.All[Somebody.Number].Month);
    }

    [Fact]
    public void Who_is_not_in_the_list_any_more_goes_unless_something_of_them_came_while_it_was_read()
    {
        var (gone, moved, stays, joined) = (Somebody.Number, Somebody.Number + 1, Somebody.Number + 2, Somebody.Number + 3);
        DutyLine Of(long member, long version) => Whole(version) with { Member = new MemberId(member) };
        var lines = new DutyLines();
        foreach (var member in new[] { gone, moved, stays }) lines.Put(Of(member, 1));

        var before = lines.All.ToDictionary();
        lines.Put(Of(moved, 2));
        lines.Put(Of(joined, 1));
        lines.Keep(before, new HashSet<long> { stays });

        Assert.Equal([moved, stays, joined], lines.All.Keys.Order());
    }
}
