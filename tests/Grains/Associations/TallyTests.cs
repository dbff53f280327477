using JmaActors.Associations;

namespace JmaActors.Tests.Grains.Associations;

public class TallyTests
{
    static readonly AssociationId Kyoto = AssociationId.Prefecture(26);
    static readonly AssociationId One = AssociationId.Local(26, 1);
    static readonly AssociationId Two = AssociationId.Local(26, 2);

    readonly Tally<AssociationFigures> tally = new(Kyoto);

    static AssociationFigures People(int count) => AssociationFigures.Zero with { LocalMembers = count };

    static FigureVersion V(long n, long epoch = 1) => new(epoch, n);

    static Dictionary<string, AssociationFigures> Counted(params (AssociationId Local, int People)[] locals) => locals.ToDictionary(l => l.Local.Code, l => People(l.People));

    [Fact]
    public void The_sum_is_of_the_last_word_of_each_part()
    {
        Assert.True(tally.Take(One, People(10), V(1)));
        Assert.True(tally.Take(Two, People(5), V(1)));
        Assert.True(tally.Take(One, People(11), V(2)));
        Assert.Equal(16, tally.Total.LocalMembers);
    }

    [Fact]
    public void An_older_or_repeated_report_is_passed_over()
    {
        tally.Take(One, People(10), V(2));
        Assert.False(tally.Take(One, People(9), V(1)));
        Assert.False(tally.Take(One, People(9), V(2)));
        Assert.Equal(10, tally.Total.LocalMembers);
    }

    [Fact]
    public void A_later_activation_of_a_part_begins_again()
    {
        tally.Take(One, People(10), V(500));
        Assert.True(tally.Take(One, People(12), V(1, epoch: 2)));
        Assert.Equal(12, tally.Total.LocalMembers);
    }

    [Fact]
    public void Somebody_elses_part_is_not_ours()
    {
        Assert.False(tally.Take(AssociationId.Local(13, 1), People(10), V(1)));
        Assert.Equal(AssociationFigures.Zero, tally.Total);
    }

    [Fact]
    public void A_count_fills_what_never_reported_and_heals_what_was_lost()
    {
        tally.Take(One, People(10), V(1));
        Assert.True(tally.Apply(tally.Begin(), Counted((One, 12), (Two, 3))));
        Assert.Equal((15, 12), (tally.Total.LocalMembers, tally.Of("26-001").LocalMembers));
    }

    [Fact]
    public void A_part_that_nobody_belongs_to_any_more_counts_nothing()
    {
        tally.Take(One, People(10), V(1));
        Assert.True(tally.Apply(tally.Begin(), Counted()));
        Assert.Equal(0, tally.Total.LocalMembers);
    }

    [Fact]
    public void A_part_that_reports_while_the_views_are_read_is_not_set_back()
    {
        tally.Take(One, People(10), V(1));
        var count = tally.Begin();
        tally.Take(One, People(11), V(2));
        tally.Take(Two, People(4), V(1));
        tally.Apply(count, Counted((One, 10), (Two, 3)));
        Assert.Equal(15, tally.Total.LocalMembers);
    }

    [Fact]
    public void A_report_after_a_count_counts_again()
    {
        tally.Take(One, People(10), V(1));
        tally.Apply(tally.Begin(), Counted((One, 12)));
        Assert.True(tally.Take(One, People(13), V(2)));
        Assert.Equal(13, tally.Total.LocalMembers);
    }

    [Fact]
    public void A_count_that_ends_after_a_later_one_is_passed_over()
    {
        var (first, second) = (tally.Begin(), tally.Begin());
        tally.Apply(second, Counted((One, 12)));
        Assert.False(tally.Apply(first, Counted((One, 10))));
        Assert.Equal(12, tally.Total.LocalMembers);
    }

    [Fact]
    public void The_national_tally_sums_prefectures()
    {
        var national = new Tally<AssociationFigures>(AssociationId.Jma);
        national.Apply(national.Begin(), new Dictionary<string, AssociationFigures> { ["26-001"] = People(1), ["26-U01"] = People(2), ["13-001"] = People(4) });
        Assert.Equal((7, 3, 4), (national.Total.LocalMembers, national.Of("26").LocalMembers, national.Of("13").LocalMembers));
        Assert.True(national.Take(Kyoto, People(5), V(1)));
        Assert.Equal(9, national.Total.LocalMembers);
    }

    [Fact]
    public void Whatever_is_lost_repeated_or_reordered_the_last_count_is_right()
    {
        var random = new Random(20261123);
        for (var round = 0; round < 200; round++)
        {
            var (board, truth, n) = (new Tally<AssociationFigures>(Kyoto), new Dictionary<string, int> { ["26-001"] = 0, ["26-002"] = 0 }, 0L);
            var late = new List<(AssociationId, AssociationFigures, FigureVersion)>();
            for (var step = 0; step < 50; step++)
            {
                var local = random.Next(2) == 0 ? One : Two;
                truth[local.Code]++;
                late.Add((local, People(truth[local.Code]), V(++n)));
                if (random.Next(3) > 0) continue;
                var at = random.Next(late.Count);
                board.Take(late[at].Item1, late[at].Item2, late[at].Item3);
            }
            board.Apply(board.Begin(), truth.ToDictionary(t => t.Key, t => People(t.Value)));
            Assert.Equal(truth.Values.Sum(), board.Total.LocalMembers);
        }
    }
}
