using System.Reflection;
using JmaActors.Journal;
using Npgsql;
using NpgsqlTypes;

namespace JmaActors.Storage.Postgres;

/// <summary>Gathers one column of a view's rows into an array parameter. The list behind it is reused by every group.</summary>
abstract class PostgresColumn
{
    public abstract NpgsqlParameter Parameter { get; }

    public abstract void Fill(List<object> rows);

    /// <summary>The collector of a view column, by the types it was declared with.</summary>
    public static PostgresColumn Of(ViewColumn column)
    {
        var types = column.GetType().GetGenericArguments();
        var collector = column.Type switch
        {
            ColumnType.Text => typeof(TextColumn<>).MakeGenericType(types[0]),
            ColumnType.Instant when column.Nullable => typeof(InstantOrNullColumn<>).MakeGenericType(types[0]),
            ColumnType.Instant => typeof(InstantColumn<>).MakeGenericType(types[0]),
            _ => typeof(ValueColumn<,>).MakeGenericType(types),
        };
        return (PostgresColumn)Activator.CreateInstance(collector, BindingFlags.Instance | BindingFlags.Public, null, [column], null)!;
    }

    public static NpgsqlDbType TypeOf(ColumnType type) => NpgsqlDbType.Array | type switch
    {
        ColumnType.Integer => NpgsqlDbType.Integer,
        ColumnType.BigInteger => NpgsqlDbType.Bigint,
        ColumnType.Text => NpgsqlDbType.Text,
        ColumnType.Boolean => NpgsqlDbType.Boolean,
        ColumnType.Date => NpgsqlDbType.Date,
        ColumnType.Instant => NpgsqlDbType.TimestampTz,
        ColumnType.Bytes => NpgsqlDbType.Bytea,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No such column type."),
    };
}

/// <summary>Any type the database takes as it is.</summary>
sealed class ValueColumn<TRow, T>(ViewColumn<TRow, T> column) : PostgresColumn
{
    readonly PostgresList<T> list = new(TypeOf(column.Type));

    public override NpgsqlParameter Parameter => list.Parameter;

    public override void Fill(List<object> rows)
    {
        var get = column.Get;
        list.Clear();
        foreach (var row in rows) list.Add(get((TRow)row));
    }
}

sealed class TextColumn<TRow>(ViewColumn<TRow, string?> column) : PostgresColumn
{
    readonly PostgresList<string?> list = new(TypeOf(ColumnType.Text));

    public override NpgsqlParameter Parameter => list.Parameter;

    public override void Fill(List<object> rows)
    {
        var get = column.Get;
        list.Clear();
        foreach (var row in rows)
        {
            var text = get((TRow)row);
            if (text is not null) StorableText.Check(text, column.Name);
            list.Add(text);
        }
    }
}

sealed class InstantColumn<TRow>(ViewColumn<TRow, DateTimeOffset> column) : PostgresColumn
{
    readonly PostgresList<DateTime> list = new(TypeOf(ColumnType.Instant));

    public override NpgsqlParameter Parameter => list.Parameter;

    public override void Fill(List<object> rows)
    {
        var get = column.Get;
        list.Clear();
        foreach (var row in rows) list.Add(get((TRow)row).UtcDateTime);
    }
}

sealed class InstantOrNullColumn<TRow>(ViewColumn<TRow, DateTimeOffset?> column) : PostgresColumn
{
    readonly PostgresList<DateTime?> list = new(TypeOf(ColumnType.Instant));

    public override NpgsqlParameter Parameter => list.Parameter;

    public override void Fill(List<object> rows)
    {
        var get = column.Get;
        list.Clear();
        foreach (var row in rows) list.Add(get((TRow)row)?.UtcDateTime);
    }
}
