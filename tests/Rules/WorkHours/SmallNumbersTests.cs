using CsCheck;
using JmaActors.WorkHours;

namespace JmaActors.Tests.Rules.WorkHours;

public class SmallNumbersTests
{
    const int Least = 10;

    static readonly Gen<int[]> Parts = Gen.Int[0, 30].Array[0, 12];

    [Theory]
    [InlineData(0, 0), InlineData(1, null), InlineData(9, null), InlineData(10, 10), InlineData(250, 250)]
    public void A_number_by_itself_is_left_out_when_it_is_small_and_not_none(int number, int? shown) => Assert.Equal(shown, SmallNumbers.Hide(number, Least));

    [Fact]
    public void One_left_out_takes_the_next_smallest_with_it_or_the_difference_would_tell()
    {
        Assert.Equal([null, 40, null], SmallNumbers.Hide([3, 40, 25], Least));
        Assert.Equal([null, null, 40, 0], SmallNumbers.Hide([6, 7, 40, 0], Least));
        Assert.Equal([null, null, null, 40], SmallNumbers.Hide([2, 3, 12, 40], Least));
        Assert.Equal([null, 0, 0], SmallNumbers.Hide([3, 0, 0], Least));
        Assert.Equal([12, 0, 40], SmallNumbers.Hide([12, 0, 40], Least));
    }

    [Fact]
    public void What_is_left_out_is_no_single_number_and_comes_to_no_small_one_unless_nothing_else_is_there() => Parts.Sample(parts =>
    {
        var shown = SmallNumbers.Hide(parts, Least);

        var left = parts.Where((_, i) => shown[i] is null).ToList();
        Assert.All(parts.Zip(shown), p => Assert.True(p.Second is null ? p.First > 0 : p.Second == p.First && (p.First == 0 || p.First >= Least)));
        if (left.Count > 0 && shown.Any(s => s > 0)) Assert.True(left.Count > 1 && left.Sum() >= Least, string.Join(',', parts));
    });
}
