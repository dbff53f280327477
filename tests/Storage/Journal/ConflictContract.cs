using JmaActors.Journal;

namespace JmaActors.Tests.Storage.Journal;

/// <summary>Heads that are not where a group expects them: the losers are named and nothing is written.</summary>
public abstract class ConflictContract : JournalStoreContract
{
    [Fact]
    public async Task A_head_that_moved_is_named_and_nothing_of_the_group_is_written()
    {
        await Commit(groups.Append("a/1", "a/2", "a/3"));
        var elsewhere = new Groups();
        foreach (var name in new[] { "a/1", "a/2", "a/3" }) elsewhere.Believe(name, groups.HeadOf(name));
        await Commit(elsewhere.Append("a/2"));

        var losers = await Store.Commit(groups.Append("a/1", "a/2", "a/3", "a/4").Send("b/1").Put(TestRow.Of(1, "k", "x")), 0, Ct);

        Assert.Equal(["a/2"], losers);
        var heads = await Store.Heads(["a/1", "a/2", "a/3", "a/4"], Ct);
        Assert.Equal([("a/1", 1L), ("a/2", 2L), ("a/3", 1L)], heads.OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => (h.Key, h.Value.Version)));
        Assert.Single((await Store.Read("a/1", 0, Ct)).Events);
        Assert.Equal((0, 0), await Store.OutboxSize(Ct));
        Assert.Empty(await Subject.Rows($"SELECT id FROM {Subject.Views.Dialect.Table("test_view")}"));
    }

    [Fact]
    public async Task The_others_commit_once_the_losers_are_left_out()
    {
        await Commit(groups.Append("a/1", "a/2"));
        var elsewhere = new Groups();
        elsewhere.Believe("a/1", groups.HeadOf("a/1"));
        await Commit(elsewhere.Append("a/1"));
        var group = groups.Append("a/1", "a/2");

        var losers = await Store.Commit(group, 0, Ct);
        group.Heads.RemoveAll(h => losers.Contains(h.Ledger));
        group.Events.RemoveAll(e => losers.Contains(e.Ledger));
        await Commit(group);

        Assert.Equal(2, (await Store.Read("a/2", 0, Ct)).Events.Count);
    }

    [Fact]
    public async Task The_right_version_with_another_hash_loses()
    {
        await Commit(groups.Append("a/1"));
        groups.Believe("a/1", new LedgerHead(1, new byte[HashChain.Size]));

        Assert.Equal(["a/1"], await Store.Commit(groups.Append("a/1"), 0, Ct));
    }

    [Fact]
    public async Task A_new_ledger_that_exists_already_loses()
    {
        await Commit(groups.Append("a/1"));

        Assert.Equal(["a/1"], await Store.Commit(new Groups().Append("a/1", "a/9"), 0, Ct));
        Assert.Empty(await Store.Heads(["a/9"], Ct));
    }

    [Fact]
    public async Task A_ledger_whose_head_is_missing_loses_and_is_not_begun_anew()
    {
        groups.Believe("a/1", new LedgerHead(7, new byte[HashChain.Size]));

        Assert.Equal(["a/1"], await Store.Commit(groups.Append("a/1"), 0, Ct));
        Assert.Empty(await Store.Heads(["a/1"], Ct));
    }

    [Fact]
    public async Task Rows_of_a_ledger_that_has_gone_on_are_not_put()
    {
        await Commit(groups.Append("a/1").Put(TestRow.Of(1, "k", "old")));
        var elsewhere = new Groups();
        elsewhere.Believe("a/1", groups.HeadOf("a/1"));
        await Commit(elsewhere.Append("a/1").Put(TestRow.Of(1, "k", "new")), 1);

        var losers = await Store.Commit(groups.Rows("a/1").Put(TestRow.Of(1, "k", "stale")), 0, Ct);
        await Commit(elsewhere.Rows("a/1").Put(TestRow.Of(2, "k", "shown anew")), 1);

        Assert.Equal(["a/1"], losers);
        Assert.Equal(["new", "shown anew"], await Subject.Rows($"SELECT text FROM {Subject.Views.Dialect.Table("test_view")} ORDER BY id"));
    }

    [Fact]
    public async Task Rows_put_while_the_ledger_goes_on_never_hide_newer_ones()
    {
        const int Rounds = 60;
        await Commit(groups.Append("a/1").Put(TestRow.Of(1, "k", "0")));
        for (var round = 1; round <= Rounds; round++)
        {
            var (left, right) = (new Groups(), new Groups());
            left.Believe("a/1", groups.HeadOf("a/1"));
            right.Believe("a/1", groups.HeadOf("a/1"));
            var shown = left.Rows("a/1").Put(TestRow.Of(1, "k", $"{round - 1} anew"), TestRow.Of(2, "k", "gone with the next event"));
            var goesOn = right.Append("a/1").Put(TestRow.Of(1, "k", $"{round}")).Remove(TestRow.Of(2, "k", ""));

            var answers = await Task.WhenAll(Task.Run(() => Store.Commit(shown, 0, Ct).AsTask(), Ct), Task.Run(() => Store.Commit(goesOn, 1, Ct).AsTask(), Ct));

            Assert.Empty(answers[1]);
            Assert.Equal([$"{round}"], await Subject.Rows($"SELECT text FROM {Subject.Views.Dialect.Table("test_view")}"));
            groups.Believe("a/1", right.HeadOf("a/1"));
        }
    }

    [Fact]
    public async Task What_follows_a_lost_append_loses_and_leaves_no_gap()
    {
        await Commit(groups.Append("a/1"));
        await Commit(groups.Append("a/1"));
        groups.Append("a/1");

        Assert.Equal(["a/1"], await Store.Commit(groups.Append("a/1"), 0, Ct));
        Assert.Equal(2, (await Store.Heads(["a/1"], Ct))["a/1"].Version);
    }

    [Fact]
    public async Task Of_two_writers_that_race_for_a_ledger_exactly_one_wins()
    {
        const int Rounds = 100;
        for (var round = 0; round < Rounds; round++)
        {
            var head = groups.HeadOf("a/1");
            var (left, right) = (new Groups(), new Groups());
            left.Believe("a/1", head);
            right.Believe("a/1", head);
            var one = left.Append($"left/{round}", "a/1");
            var two = right.Append($"right/{round}", "a/1");
            // Different events, so that the hashes tell who won.
            two.Events[0] = two.Events[0] with { Type = "tested-too" };

            var answers = await Task.WhenAll(Task.Run(() => Store.Commit(one, 0, Ct).AsTask(), Ct), Task.Run(() => Store.Commit(two, 1, Ct).AsTask(), Ct));

            Assert.Equal([0, 1], answers.Select(a => a.Count).Order());
            var won = answers[0].Count == 0 ? "left" : "right";
            var lost = answers[0].Count == 0 ? "right" : "left";
            Assert.Equal([$"{won}/{round}"], (await Store.Heads([$"{won}/{round}", $"{lost}/{round}"], Ct)).Keys);
            groups.Believe("a/1", (await Store.Heads(["a/1"], Ct))["a/1"]);
            Assert.Equal(round + 1, groups.HeadOf("a/1").Version);
        }
    }

    [Fact]
    public async Task Writers_with_ledgers_of_their_own_do_not_hinder_each_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(
            async () =>
            {
                var mine = new Groups();
                for (var i = 0; i < 50; i++) Assert.Empty(await Store.Commit(mine.Append([.. Enumerable.Range(0, 20).Select(n => $"w{writer}/{n}")]), writer, Ct));
            },
            Ct)));

        Assert.All(await Store.HeadPage("", 1000, Ct), h => Assert.Equal(50, h.Value.Version));
    }
}
