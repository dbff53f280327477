using System.Text;
using System.Text.Json;
using CsCheck;
using JmaActors.Credits;

namespace JmaActors.Tests.Grains.Credits;

/// <summary>The table of entries against a plain dictionary of them.</summary>
public sealed class CreditTableTests
{
    static readonly string[] Titles = ["", "講演", "高血圧症の診療 最近の考え方", new string('長', 200)];
    static readonly string?[] Reasons = [null, "left-early", "under-half-hour", "取消"];

    static readonly Gen<string> Keys = Gen.OneOf(Gen.Int[0, 40].Select(n => $"k{n}"), Gen.String[Gen.Char['\u3041', '\u3049'], 1, 4], Gen.Int[0, 3].Select(n => $"𠮷{n}/{new string('x', 80)}"));

    static readonly Gen<CreditItem> Items =
        from method in Gen.Int[1, 7]
        from state in Gen.Int[0, 2]
        from code in Gen.Short[1, 84]
        from tenths in Gen.Int[0, 120]
        from day in Gen.Int[0, 900]
        from title in Gen.Int[0, Titles.Length - 1].Select(i => Titles[i])
        from reason in Gen.Int[0, Reasons.Length - 1].Select(i => Reasons[i])
        from version in Gen.Long[1, 1_000_000]
        select new CreditItem((CreditMethod)method, (CreditState)state, code, 0, false, tenths, new DateOnly(2024, 4, 1).AddDays(day), title, reason, version);

    static readonly Gen<(string Key, CreditItem Item)[]> Puts = Gen.Select(Keys, Items).Array[0, 300];

    [Fact]
    public void It_holds_what_was_put_last_under_each_key() => Puts.Sample(puts =>
    {
        var (table, plain) = Play(puts);

        Assert.Equal(plain.Count, table.Count);
        foreach (var (key, item) in plain) Assert.Equal(item, table.Find(key));
        Assert.Null(table.Find("nobody"));
        Assert.Equal(plain, table.ToDictionary());
    }, iter: 300);

    [Fact]
    public void It_lists_the_newest_date_first_then_by_the_keys_bytes() => Puts.Sample(puts =>
    {
        var (table, plain) = Play(puts);

        var expected = plain.OrderByDescending(e => e.Value.Date).ThenBy(e => Convert.ToHexString(Encoding.UTF8.GetBytes(e.Key)), StringComparer.Ordinal).Select(e => e.Key);
        Assert.Equal(expected, table.Newest().Select(table.Key));
    }, iter: 200);

    [Fact]
    public void A_snapshot_of_it_reads_back_the_same() => Puts.Sample(puts =>
    {
        var state = new CreditLedgerState();
        foreach (var (key, item) in puts) state.Put(key, Same(state.Entries.Find(key), item));

        var json = JsonSerializer.Serialize(state, CreditJson.Default.CreditLedgerState);
        var read = JsonSerializer.Deserialize(json, CreditJson.Default.CreditLedgerState)!;

        Assert.Equal(state.Entries.ToDictionary(), read.Entries.ToDictionary());
        Assert.Equal(json, JsonSerializer.Serialize(read, CreditJson.Default.CreditLedgerState));
    }, iter: 200);

    [Fact]
    public void A_snapshot_of_before_it_was_a_table_is_read()
    {
        const string Old = """{"entries":{"a/1":{"fact":{"date":"2026-05-01"},"method":3,"state":1,"code":74,"talk":0,"settled":true,"tenths":15,"date":"2026-05-01","title":"講演","version":7}}}""";

        var read = JsonSerializer.Deserialize(Old, CreditJson.Default.CreditLedgerState)!;

        Assert.Equal(new CreditItem((CreditMethod)3, (CreditState)1, 74, 0, true, 15, new DateOnly(2026, 5, 1), "講演", null, 7), read.Entries.Find("a/1"));
        Assert.Equal(15, read.Facts.Of(2026).PostedTenths);
    }

    static (CreditTable Table, Dictionary<string, CreditItem> Plain) Play((string Key, CreditItem Item)[] puts)
    {
        var (table, plain) = (new CreditTable(), new Dictionary<string, CreditItem>(StringComparer.Ordinal));
        foreach (var (key, put) in puts)
        {
            CreditItem? held = plain.TryGetValue(key, out var before) ? before : null;
            var item = Same(held, put);
            Assert.Equal(held?.Fact, table.Put(key, item));
            plain[key] = item;
        }
        return (table, plain);
    }

    /// <summary>What never changes of an entry stays as it was.</summary>
    static CreditItem Same(CreditItem? held, CreditItem item) =>
        held is { } h ? item with { Method = h.Method, Code = h.Code, Talk = h.Talk, Date = h.Date, Title = h.Title } : item;
}
