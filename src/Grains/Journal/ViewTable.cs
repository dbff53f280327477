namespace JmaActors.Journal;

/// <summary>Types a view column can have. Stores map them to their own.</summary>
public enum ColumnType
{
    Integer,
    BigInteger,
    Text,
    Boolean,

    /// <summary>Civil date, <see cref="DateOnly"/>.</summary>
    Date,

    /// <summary>Instant, <see cref="DateTimeOffset"/> in UTC.</summary>
    Instant,
    Bytes,
}

/// <summary>A typed column of a view and how a row fills it.</summary>
public abstract record ViewColumn(string Name, ColumnType Type, bool Nullable)
{
    /// <summary>What a row has in a column of whole numbers.</summary>
    public abstract long Number(object row);
}

/// <inheritdoc />
/// <typeparam name="TRow">The row.</typeparam>
/// <typeparam name="T">int, long, string, bool, DateOnly, DateTimeOffset, byte[] or their nullable forms; as <see cref="ViewColumn.Type"/> says.</typeparam>
public sealed record ViewColumn<TRow, T>(string Name, ColumnType Type, bool Nullable, Func<TRow, T> Get) : ViewColumn(Name, Type, Nullable)
{
    public override long Number(object row) => Convert.ToInt64(Get((TRow)row), System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>An index of a view, by column names in order.</summary>
public sealed record ViewIndex(string Name, params string[] Columns);

/// <summary>
/// A table for search and boards, written in the same transaction as the events it shows. Each row belongs to one ledger, or each of its columns does:
/// a view that lies beside another shares its rows and writes other columns of them, so that what different ledgers know of one person is searched
/// without a join.
/// </summary>
public abstract class ViewTable(string name, int keyColumns, IReadOnlyList<ViewColumn> columns, IReadOnlyList<ViewIndex> indexes)
{
    public string Name { get; } = name;

    /// <summary>The view whose rows this one shares; both have the same key. Null for a table of its own.</summary>
    public ViewTable? Beside { get; init; }

    /// <summary>
    /// The view of whose rows this one puts only some columns, which are that one's as well; both are the same ledger's, so that one writer puts them in turn, and a whole row
    /// takes the place of a part before it. Null for a view that is no part.
    /// </summary>
    public ViewTable? PartOf { get; init; }

    /// <summary>The table the rows stand in.</summary>
    public string Table => (Beside ?? PartOf)?.Name ?? Name;

    /// <summary>How many of the first columns are the key.</summary>
    public int KeyColumns { get; } = keyColumns;

    public IReadOnlyList<ViewColumn> Columns { get; } = columns;

    public IReadOnlyList<ViewIndex> Indexes { get; } = indexes;
}

/// <inheritdoc />
public sealed class ViewTable<TRow>(string name, int keyColumns, IReadOnlyList<ViewColumn> columns, params ViewIndex[] indexes)
    : ViewTable(name, keyColumns, columns, indexes)
    where TRow : class;

/// <summary>Orders and identifies a view row within its table: a number, then a text (ordinal).</summary>
public readonly record struct ViewKey(long Number, string Text = "") : IComparable<ViewKey>
{
    public int CompareTo(ViewKey other) =>
        Number != other.Number ? Number.CompareTo(other.Number) : string.CompareOrdinal(Text, other.Text);
}

/// <summary>A row to put (the last of its key in a group wins), or to take away.</summary>
/// <param name="Added">The key was never there before: a store may insert it without looking.</param>
public readonly record struct ViewRow(ViewTable Table, ViewKey Key, object Row, bool Delete, bool Added = false)
{
    /// <summary>What remains of this row and a later one of the same key.</summary>
    public ViewRow Then(in ViewRow later) => later.Delete ? later : later with { Added = Added && !Delete };
}

/// <summary>Collects the view rows of one append.</summary>
public sealed class ViewSink
{
    public List<ViewRow> Rows { get; } = [];

    public void Put<TRow>(ViewTable<TRow> table, ViewKey key, TRow row) where TRow : class => Rows.Add(new ViewRow(table, key, row, false));

    /// <summary>Puts a row whose key was never there before, which costs a database less. Should it be there all the same, it is replaced.</summary>
    public void Add<TRow>(ViewTable<TRow> table, ViewKey key, TRow row) where TRow : class => Rows.Add(new ViewRow(table, key, row, false, Added: true));

    /// <param name="row">A row whose key columns name what goes.</param>
    public void Remove<TRow>(ViewTable<TRow> table, ViewKey key, TRow row) where TRow : class => Rows.Add(new ViewRow(table, key, row, true));
}
