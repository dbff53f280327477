namespace JmaActors.Journal;

/// <summary>Columns of a view table whose rows are <typeparamref name="TRow"/>.</summary>
public static class Columns<TRow>
    where TRow : class
{
    public static ViewColumn Int(string name, Func<TRow, int> get) => new ViewColumn<TRow, int>(name, ColumnType.Integer, false, get);

    public static ViewColumn IntOrNull(string name, Func<TRow, int?> get) => new ViewColumn<TRow, int?>(name, ColumnType.Integer, true, get);

    public static ViewColumn Big(string name, Func<TRow, long> get) => new ViewColumn<TRow, long>(name, ColumnType.BigInteger, false, get);

    public static ViewColumn BigOrNull(string name, Func<TRow, long?> get) => new ViewColumn<TRow, long?>(name, ColumnType.BigInteger, true, get);

    public static ViewColumn Text(string name, Func<TRow, string> get) => new ViewColumn<TRow, string>(name, ColumnType.Text, false, get);

    public static ViewColumn TextOrNull(string name, Func<TRow, string?> get) => new ViewColumn<TRow, string?>(name, ColumnType.Text, true, get);

    public static ViewColumn Bool(string name, Func<TRow, bool> get) => new ViewColumn<TRow, bool>(name, ColumnType.Boolean, false, get);

    public static ViewColumn Date(string name, Func<TRow, DateOnly> get) => new ViewColumn<TRow, DateOnly>(name, ColumnType.Date, false, get);

    public static ViewColumn DateOrNull(string name, Func<TRow, DateOnly?> get) => new ViewColumn<TRow, DateOnly?>(name, ColumnType.Date, true, get);

    public static ViewColumn Instant(string name, Func<TRow, DateTimeOffset> get) =>
        new ViewColumn<TRow, DateTimeOffset>(name, ColumnType.Instant, false, get);

    public static ViewColumn InstantOrNull(string name, Func<TRow, DateTimeOffset?> get) =>
        new ViewColumn<TRow, DateTimeOffset?>(name, ColumnType.Instant, true, get);

    public static ViewColumn Bytes(string name, Func<TRow, byte[]> get) => new ViewColumn<TRow, byte[]>(name, ColumnType.Bytes, false, get);
}
