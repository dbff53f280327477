using JmaActors.Journal;

namespace JmaActors.Tests.Storage.Journal;

/// <summary>View rows, texts of any kind, and rows no database would take.</summary>
public abstract class RowContract : ConflictContract
{
    string Table => Subject.Views.Dialect.Table("test_view");

    [Fact]
    public async Task A_view_row_keeps_every_type_and_its_nulls()
    {
        var at = new DateTimeOffset(2026, 11, 23, 10, 0, 0, 123, 456, TimeSpan.FromHours(9));
        await Commit(groups.Append("a/1").Put(
            new TestRow(1, "full", int.MaxValue, -1, long.MinValue, "文字", "", true, new DateOnly(2026, 2, 28), new DateOnly(2028, 2, 29), at, at.AddTicks(10), [0, 255]),
            TestRow.Of(1, "nulls", "t")));

        var rows = await Subject.Rows($"SELECT * FROM {Table} ORDER BY key");

        const long Micros = 1_795_395_600_123_456;
        Assert.Equal(
            [
                $"1|full|{int.MaxValue}|-1|{long.MinValue}|文字||1|2026-02-28|2028-02-29|{Micros}|{Micros + 1}|00FF",
                "1|nulls|0|null|null|t|null|0|2026-04-01|null|0|null|",
            ],
            rows);
    }

    [Fact]
    public async Task A_view_row_is_replaced_by_its_key_and_taken_away_by_its_key()
    {
        await Commit(groups.Append("a/1").Put(TestRow.Of(1, "a", "one"), TestRow.Of(1, "b", "two"), TestRow.Of(2, "a", "three")));
        await Commit(groups.Append("a/1").Put(TestRow.Of(1, "b", "two again"), TestRow.Of(3, "c", "four")).Remove(TestRow.Of(1, "a", ""), TestRow.Of(9, "z", "")));

        Assert.Equal(["1|b|two again", "2|a|three", "3|c|four"], await Subject.Rows($"SELECT id, key, text FROM {Table} ORDER BY id, key"));
    }

    [Fact]
    public async Task A_part_of_a_row_leaves_the_rest_of_it_and_makes_a_row_where_there_is_none()
    {
        await Commit(groups.Append("a/1").Put(TestRow.Of(1, "a", "one")));
        await Subject.Put(TestView.Part, TestRow.Of(1, "a", "not said") with { TextOrNull = "part" }, TestRow.Of(1, "b", "not said") with { TextOrNull = "new" });

        Assert.Equal(["a|one|part", "b||new"], await Subject.Rows($"SELECT key, text, text_or_null FROM {Table} ORDER BY key"));
    }

    [Fact]
    public async Task A_group_that_moves_no_head_puts_its_rows_only_where_the_ledger_stands_there()
    {
        await Commit(groups.Append("a/1").Put(TestRow.Of(1, "a", "one")));
        var head = groups.HeadOf("a/1");
        CommitGroup Rows(LedgerHead at, string text)
        {
            var group = new CommitGroup().Put(TestRow.Of(1, "a", text));
            group.Heads.Add(new HeadMove("a/1", at.Version, at.Hash, at.Version, at.Hash));
            return group;
        }

        Assert.Empty(await Store.Commit(Rows(head, "two"), 0, Ct));
        Assert.Equal(["a/1"], await Store.Commit(Rows(new LedgerHead(head.Version, [1]), "three"), 0, Ct));

        Assert.Equal(["a|two"], await Subject.Rows($"SELECT key, text FROM {Table}"));
        Assert.Equal(head.Version, (await Store.Heads(["a/1"], Ct))["a/1"].Version);
    }

    [Fact]
    public async Task An_added_row_that_is_there_all_the_same_is_replaced()
    {
        await Commit(groups.Append("a/1").Put(TestRow.Of(1, "a", "one")));
        await Commit(groups.Append("a/1").Add(TestRow.Of(1, "b", "two"), TestRow.Of(1, "c", "three")).Put(TestRow.Of(1, "a", "one again")));
        await Commit(groups.Append("a/1").Add(TestRow.Of(1, "b", "two again"), TestRow.Of(1, "d", "four")));

        Assert.Equal(["a|one again", "b|two again", "c|three", "d|four"], await Subject.Rows($"SELECT key, text FROM {Table} ORDER BY key"));
        Assert.Equal(3, (await Store.Heads(["a/1"], Ct))["a/1"].Version);
    }

    [Theory]
    [InlineData("𠮷野家 髙橋 﨑 邉󠄀")]
    [InlineData("😀👨‍👩‍👧 \u200d \ufeff")]
    [InlineData("'; DROP TABLE x; -- \\ {\"a\":[1,2]} NULL %")]
    [InlineData("\t\r\n\u0001")]
    public async Task Odd_texts_are_kept_as_written(string text)
    {
        await Commit(groups.Append("a/1").Put(TestRow.Of(1, text, text)));

        Assert.Equal([$"{text}|{text}"], await Subject.Rows($"SELECT key, text FROM {Table}"));
    }

    /// <summary>A NUL, and each half of a surrogate pair; not given as arguments, since those travel as UTF-8.</summary>
    static readonly string[] Unstorable = ["before\0after", "half \ud842", "\udfb7 half"];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_text_no_database_keeps_is_refused_and_nothing_is_written(int which)
    {
        var text = Unstorable[which];
        await Assert.ThrowsAsync<GroupFaultException>(async () => await Store.Commit(new Groups().Append("a/1").Put(TestRow.Of(1, "k", text)), 0, Ct));
        await Assert.ThrowsAsync<GroupFaultException>(async () => await Store.Commit(new Groups().Append("a/2").Send(text), 0, Ct));
        await Assert.ThrowsAsync<GroupFaultException>(async () => await Store.Commit(new Groups().Append($"a/{text}"), 0, Ct));

        Assert.Empty(await Store.HeadPage("", 10, Ct));
        await Commit(groups.Append("a/1").Put(TestRow.Of(1, "k", "fine")));
    }

    [Fact]
    public async Task A_row_the_database_refuses_is_a_fault_of_the_group_and_nothing_is_written()
    {
        await Assert.ThrowsAsync<GroupFaultException>(async () => await Store.Commit(new Groups().Append("a/1", "a/2").Put(TestRow.Of(1, "k", null!)), 0, Ct));

        Assert.Empty(await Store.HeadPage("", 10, Ct));
        await Commit(groups.Append("a/1", "a/2").Put(TestRow.Of(1, "k", "fine")));
    }

    [Fact]
    public async Task An_event_that_is_there_already_is_a_fault_of_the_group()
    {
        await Commit(groups.Append("a/1"));
        var again = groups.Append("a/1");
        again.Events[0] = again.Events[0] with { Version = 1 };

        await Assert.ThrowsAsync<GroupFaultException>(async () => await Store.Commit(again, 0, Ct));
        Assert.Equal(1, (await Store.Heads(["a/1"], Ct))["a/1"].Version);
    }

    [Fact]
    public async Task Tables_may_be_made_by_several_at_once_and_gain_columns_later()
    {
        await Commit(groups.Append("a/1").Put(TestRow.Of(1, "k", "x")));
        ViewTable<TestRow> later = new("test_view", 2, [.. TestView.Table.Columns, Columns<TestRow>.Text("added", r => r.Text), Columns<TestRow>.BigOrNull("added_or_null", r => r.BigOrNull)],
            new ViewIndex("test_view_by_added", "added"));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Subject.EnsureSchema([later])));
        var group = groups.Append("a/1");
        var view = new ViewBatch(later);
        view.Puts.Add(TestRow.Of(2, "k", "y"));
        group.Views.Add(view);
        await Commit(group);

        Assert.Equal(["1||null", "2|y|null"], await Subject.Rows($"SELECT id, added, added_or_null FROM {Table} ORDER BY id"));
    }
}
