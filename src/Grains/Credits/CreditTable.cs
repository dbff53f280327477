using System.Collections;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Serialization;

namespace JmaActors.Credits;

/// <summary>
/// A ledger's entries by natural key, in order of arrival. They stand as figures and UTF-8 in a few blocks, without an object or a reference for any of
/// them: hundreds of thousands of ledgers are awake at once, and what the collector need not follow costs it nothing, neither when an entry is
/// written nor afterwards. An entry's date, scheme, code, talk and title never change.
/// </summary>
[JsonConverter(typeof(CreditTableJson))]
public sealed class CreditTable : IReadOnlyCollection<KeyValuePair<string, CreditItem>>
{
    [StructLayout(LayoutKind.Auto)]
    struct Row
    {
        public long Version;
        public int Hash;
        public int Next;
        public int Text;
        public int Tenths;
        public int Day;
        public ushort KeyBytes;
        public ushort TitleBytes;
        public short Code;
        public short Talk;
        public ushort Reason;
        public byte Method;
        public byte State;
        public byte Scheme;
        public bool Settled;
        public bool Web;
        public byte Link;
    }

    Blocks<Row> rows = new(5);

    /// <summary>Per remainder of a key's hash the newest row, counted from 1; 0 is none. As many as a power of two.</summary>
    int[] chains = [];

    /// <summary>Per row its key, then its title.</summary>
    Blocks<byte> text = new(11);

    /// <summary>Every reason once: rules give few, and an office rarely writes one.</summary>
    List<string>? reasons;

    public int Count { get; private set; }

    public bool Contains(string key) => Place(key, Hash(key)) >= 0;

    /// <summary>The entry under a key; null when there is none.</summary>
    public CreditItem? Find(string key) => Place(key, Hash(key)) is var at and >= 0 ? Item(at) : null;

    /// <summary>Puts an entry, new or changed. Answers what a standing made of it before; null when it is new.</summary>
    public CmeEntryFact? Put(string key, in CreditItem item)
    {
        var hash = Hash(key);
        var at = Place(key, hash);
        CmeEntryFact? before = at < 0 ? null : Fact(at);
        if (at < 0) at = Append(key, hash, item);
        ref var row = ref rows[at];
        (row.State, row.Settled, row.Web, row.Tenths, row.Reason, row.Version, row.Link) =
            ((byte)item.State, item.Settled, item.Web, item.Tenths, ReasonOf(item.Reason), item.Version, (byte)item.Link);
        return before;
    }

    /// <summary>What a standing needs of the entry in a place, from 0 to <see cref="Count"/>.</summary>
    public CmeEntryFact Fact(int at)
    {
        ref readonly var row = ref rows[at];
        return new CmeEntryFact(DateOnly.FromDayNumber(row.Day), new CurriculumCode(row.Code), new Units(row.Tenths), (CreditState)row.State);
    }

    public CreditScheme Scheme(int at) => (CreditScheme)rows[at].Scheme;

    public string Key(int at) => Encoding.UTF8.GetString(KeyBytes(at));

    public CreditItem Item(int at)
    {
        ref readonly var row = ref rows[at];
        return new CreditItem(
            (CreditMethod)row.Method, (CreditState)row.State, row.Code, row.Talk, row.Settled, row.Tenths, DateOnly.FromDayNumber(row.Day),
            Encoding.UTF8.GetString(text.At(row.Text, row.KeyBytes + row.TitleBytes)[row.KeyBytes..]), row.Reason == 0 ? null : reasons![row.Reason - 1], row.Version,
            (CreditScheme)row.Scheme, row.Web, (CreditLink)row.Link);
    }

    /// <summary>Compares the entry in a place with a date and a key: newest date first, then by the key's bytes.</summary>
    public int Compare(int at, DateOnly date, ReadOnlySpan<byte> key) =>
        rows[at].Day != date.DayNumber ? date.DayNumber.CompareTo(rows[at].Day) : KeyBytes(at).SequenceCompareTo(key);

    /// <summary>All places, newest date first, then by the key's bytes.</summary>
    public int[] Newest()
    {
        var places = new int[Count];
        for (var at = 0; at < places.Length; at++) places[at] = at;
        Array.Sort(places, (a, b) => Compare(a, DateOnly.FromDayNumber(rows[b].Day), KeyBytes(b)));
        return places;
    }

    public IEnumerator<KeyValuePair<string, CreditItem>> GetEnumerator()
    {
        for (var at = 0; at < Count; at++) yield return new(Key(at), Item(at));
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Seeded per process: keys come from outside, and nobody can choose them so that they share a chain.
    static int Hash(string key) => string.GetHashCode(key.AsSpan());

    ReadOnlySpan<byte> KeyBytes(int at) => text.At(rows[at].Text, rows[at].KeyBytes);

    int Place(string key, int hash)
    {
        if (chains.Length == 0) return -1;
        for (var at = chains[hash & (chains.Length - 1)] - 1; at >= 0; at = rows[at].Next - 1)
        {
            if (rows[at].Hash == hash && Same(key, KeyBytes(at))) return at;
        }
        return -1;
    }

    static bool Same(string key, ReadOnlySpan<byte> held)
    {
        Span<byte> bytes = stackalloc byte[512];
        return Encoding.UTF8.TryGetBytes(key, bytes, out var count)
            ? held.SequenceEqual(bytes[..count])
            : held.SequenceEqual(Encoding.UTF8.GetBytes(key));
    }

    int Append(string key, int hash, in CreditItem item)
    {
        if (Count == chains.Length) Chain(Math.Max(4, 2 * Count));
        var keyBytes = checked((ushort)Encoding.UTF8.GetByteCount(key));
        var titleBytes = checked((ushort)Encoding.UTF8.GetByteCount(item.Title));
        var words = text.Reserve(keyBytes + titleBytes);
        Encoding.UTF8.GetBytes(key, text.At(words, keyBytes));
        Encoding.UTF8.GetBytes(item.Title, text.At(words, keyBytes + titleBytes)[keyBytes..]);
        var at = rows.Reserve(1);
        rows[at] = new Row
        {
            Hash = hash, Text = words, KeyBytes = keyBytes, TitleBytes = titleBytes,
            Day = item.Date.DayNumber, Code = item.Code, Talk = item.Talk, Method = (byte)item.Method, Scheme = (byte)item.Scheme,
        };
        Link(at);
        Count++;
        return at;
    }

    void Chain(int size)
    {
        chains = new int[size];
        for (var at = 0; at < Count; at++) Link(at);
    }

    void Link(int at)
    {
        ref var chain = ref chains[rows[at].Hash & (chains.Length - 1)];
        (rows[at].Next, chain) = (chain, at + 1);
    }

    ushort ReasonOf(string? reason)
    {
        if (reason is null) return 0;
        reasons ??= [];
        var at = reasons.IndexOf(reason);
        if (at < 0)
        {
            at = reasons.Count;
            reasons.Add(reason);
        }
        return checked((ushort)(at + 1));
    }
}
