using Npgsql;
using NpgsqlTypes;

namespace JmaActors.Storage.Postgres;

/// <summary>A parameter that holds one column of a group's rows.</summary>
abstract class PostgresList
{
    public abstract NpgsqlParameter Parameter { get; }

    public abstract void Clear();
}

/// <summary>An array parameter over a list that is filled again for every group.</summary>
sealed class PostgresList<T> : PostgresList
{
    readonly List<T> values = [];

    public PostgresList(NpgsqlDbType type) => Parameter = new NpgsqlParameter<List<T>> { TypedValue = values, NpgsqlDbType = type };

    public override NpgsqlParameter Parameter { get; }

    public int Count => values.Count;

    public void Add(T value) => values.Add(value);

    public override void Clear() => values.Clear();
}

/// <summary>A statement over columns of rows, one array each, in the order of its parameters; its command is used again for every group.</summary>
sealed class ColumnStatement(string sql, params PostgresList[] columns)
{
    readonly NpgsqlBatchCommand command = PostgresStatement.Of(sql, [.. columns.Select(static c => c.Parameter)]);

    /// <summary>Forgets the rows of the group before.</summary>
    public void Begin()
    {
        foreach (var column in columns) column.Clear();
    }

    public void AddTo(NpgsqlBatch batch) => batch.BatchCommands.Add(command);
}
