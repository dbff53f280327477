using JmaActors.Dues;
using JmaActors.Members;

namespace JmaActors.Tests.Grains.Dues;

/// <summary>The running year's statement of somebody who joins within it, when her record is followed.</summary>
public sealed class JoiningStories
{
    static readonly FiscalYear Year = new(2026);
    static readonly DuesPolicy Policy = Seeds.Book.Dues(Year.FirstDay);
    static readonly DuesPerson Joins = new(
        new DateOnly(1980, 4, 1), null, null,
        [
            new MembershipPeriod(new DateOnly(2024, 4, 1), new DateOnly(2026, 10, 31), Membership.None, 1),
            new MembershipPeriod(new DateOnly(2026, 11, 1), null, new Membership(new("26-007"), MembershipLayers.All, MemberCategory.A1), 2),
        ], []);

    readonly Story<DuesState, DuesEvent> story = new(new DuesLedger(), "1000000001");

    IEnumerable<Type> Follow(DuesPerson person, DuesPolicy policy)
    {
        story.When(static (s, w, _) => DuesDecider.Moved(s, w), new MemberMoved(story.State.Moved + 1));
        story.When(DuesDecider.Follow, new PreparedDues<bool>(true, new DuesReading(person, story.State.Moved, null, new Dictionary<AssociationId, DuesTariffs>()), _ => policy));
        return Enumerable.Range(0, story.Decided.Count).Select(i => story.Decided[i].GetType());
    }

    [Fact]
    public void It_is_sent_at_once_and_once()
    {
        Assert.Equal([typeof(DuesAssessed), typeof(StatementPosted), typeof(RecordFollowed)], Follow(Joins, Policy));
        Assert.Equal([typeof(RecordFollowed)], Follow(Joins, Policy));
        Assert.All(story.State.Accounts, a => Assert.True(a.Due >= new DateOnly(2026, 12, 23)));
    }

    [Fact]
    public void Where_the_office_sends_it_it_is_only_reckoned() => Assert.Equal([typeof(DuesAssessed), typeof(RecordFollowed)], Follow(Joins, Policy with { SendsToJoiners = false }));

    [Fact]
    public void Who_owes_nothing_and_who_was_taken_over_gets_none_by_it()
    {
        Assert.Equal([typeof(RecordFollowed)], Follow(Joins with { Periods = [Joins.Periods[0] with { Until = null }] }, Policy));
        Assert.Equal([typeof(DuesAssessed), typeof(RecordFollowed)], Follow(Joins with { Periods = [Joins.Periods[1]] }, Policy));
    }
}
