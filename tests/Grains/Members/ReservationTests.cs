using JmaActors.Members;

namespace JmaActors.Tests.Grains.Members;

public class ReservationTests
{
    const string Value = "card:TEST01";
    static readonly MemberId First = new(1_000_000_001);
    static readonly MemberId Second = new(1_000_000_002);

    readonly Story<ReservationState, ReservationEvent> story = new(new ReservationLedger(), Reservations.Block(Value));

    static Claim By(MemberId member, string value = Value) => new(Reservations.Block(Value), value, member);

    [Fact]
    public void Whoever_comes_first_gets_it_and_keeps_it()
    {
        Assert.Equal(First, story.When(ReservationDecider.Reserve, By(First)).Then<Reserved>().Holder);
        story.When(ReservationDecider.Reserve, By(First)).ThenNothing(repeat: true);
        story.When(ReservationDecider.Reserve, By(Second)).ThenNothing(repeat: false);
        Assert.Equal(First, story.State.Holder(Value));
    }

    [Fact]
    public void Only_the_holder_gives_it_back()
    {
        story.Given(new Reserved(Value, First)).When(ReservationDecider.Release, By(Second)).ThenRefused("not-holder");
        story.When(ReservationDecider.Release, By(First)).Then<Released>();
        story.When(ReservationDecider.Release, By(First)).ThenNothing(repeat: true);
        story.When(ReservationDecider.Reserve, By(Second)).Then<Reserved>();
        story.When(ReservationDecider.Release, By(First)).ThenRefused("not-holder");
    }

    [Fact]
    public void Somebody_who_cannot_exist_gets_nothing() => story.When(ReservationDecider.Reserve, By(new MemberId(7))).ThenRefused("bad-member");

    [Fact]
    public void A_value_is_given_out_by_one_actor_only() =>
        story.When(ReservationDecider.Reserve, By(First, "registry:TEST01")).ThenRefused("wrong-block");

    [Theory]
    [InlineData("card:DEMO0000001", "card:05")]
    [InlineData("registry:123456", "registry:3f")]
    public void The_block_of_a_value_never_changes(string value, string block) => Assert.Equal(block, Reservations.Block(value));

    [Fact]
    public void Blocks_are_even()
    {
        var counts = Enumerable.Range(1, 178_593).GroupBy(i => Reservations.Block($"registry:{9_000_000 + i}")).Select(g => g.Count()).ToList();
        Assert.Equal(Reservations.Blocks, counts.Count);
        Assert.InRange(counts.Max(), 1_395, 1_600);
    }
}

public class MemberNumberTests
{
    readonly Story<MemberNumberState, NumbersAllocated> story = new(new MemberNumberLedger(), "0");

    [Fact]
    public void Numbers_are_given_once_in_order()
    {
        Assert.Equal(new NumbersAllocated(MemberId.First, 10), story.When(MemberNumberDecider.Allocate, 10).Then<NumbersAllocated>());
        Assert.Equal(new NumbersAllocated(MemberId.First + 10, 1), story.When(MemberNumberDecider.Allocate, 1).Then<NumbersAllocated>());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100_001)]
    public void Blocks_have_a_size(int count) => story.When(MemberNumberDecider.Allocate, count).ThenRefused("bad-count");

    [Fact]
    public void The_last_number_is_the_last()
    {
        story.Given(new NumbersAllocated(MemberId.Last - 1, 1)).When(MemberNumberDecider.Allocate, 2).ThenRefused("no-numbers-left");
        story.When(MemberNumberDecider.Allocate, 1).Then<NumbersAllocated>();
    }
}
