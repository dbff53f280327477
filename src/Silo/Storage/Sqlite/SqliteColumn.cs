using System.Globalization;
using System.Reflection;
using JmaActors.Journal;

namespace JmaActors.Storage.Sqlite;

/// <summary>Binds one column of a view row: booleans as 0 and 1, dates as ISO text, instants as microseconds since 1970.</summary>
abstract class SqliteColumn
{
    public abstract void Bind(SqliteStatement statement, int index, object row);

    /// <summary>The binder of a view column, by the types it was declared with.</summary>
    public static SqliteColumn Of(ViewColumn column)
    {
        var types = column.GetType().GetGenericArguments();
        var row = types[0];
        var binder = (column.Type, column.Nullable) switch
        {
            (ColumnType.Text, _) => typeof(TextColumn<>).MakeGenericType(row),
            (ColumnType.Bytes, _) => typeof(BytesColumn<>).MakeGenericType(row),
            (_, false) => typeof(NumberColumn<,>).MakeGenericType(types),
            (_, true) => typeof(NumberOrNullColumn<,>).MakeGenericType(row, Nullable.GetUnderlyingType(types[1])!),
        };
        return (SqliteColumn)Activator.CreateInstance(binder, BindingFlags.Instance | BindingFlags.Public, null, [column], null)!;
    }

    protected static void BindValue<T>(SqliteStatement statement, int index, T value)
    {
        // The type tests are decided when the method is compiled for T: nothing is boxed.
        if (typeof(T) == typeof(int)) statement.Bind(index, (int)(object)value!);
        else if (typeof(T) == typeof(long)) statement.Bind(index, (long)(object)value!);
        else if (typeof(T) == typeof(bool)) statement.Bind(index, (bool)(object)value! ? 1 : 0);
        else if (typeof(T) == typeof(DateOnly)) statement.Bind(index, SqliteValues.Text((DateOnly)(object)value!));
        else if (typeof(T) == typeof(DateTimeOffset)) statement.Bind(index, SqliteValues.Micros((DateTimeOffset)(object)value!));
        else throw new NotSupportedException($"A view column cannot hold {typeof(T).Name}.");
    }
}

sealed class NumberColumn<TRow, T>(ViewColumn<TRow, T> column) : SqliteColumn
{
    public override void Bind(SqliteStatement statement, int index, object row) => BindValue(statement, index, column.Get((TRow)row));
}

sealed class NumberOrNullColumn<TRow, T>(ViewColumn<TRow, T?> column) : SqliteColumn
    where T : struct
{
    public override void Bind(SqliteStatement statement, int index, object row)
    {
        if (column.Get((TRow)row) is { } value) BindValue(statement, index, value);
        else statement.BindNull(index);
    }
}

sealed class TextColumn<TRow>(ViewColumn<TRow, string?> column) : SqliteColumn
{
    public override void Bind(SqliteStatement statement, int index, object row)
    {
        var text = column.Get((TRow)row);
        if (text is not null) StorableText.Check(text, column.Name);
        statement.Bind(index, text);
    }
}

sealed class BytesColumn<TRow>(ViewColumn<TRow, byte[]> column) : SqliteColumn
{
    public override void Bind(SqliteStatement statement, int index, object row) => statement.Bind(index, column.Get((TRow)row).AsSpan());
}
