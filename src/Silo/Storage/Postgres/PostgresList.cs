using Npgsql;
using NpgsqlTypes;

namespace JmaActors.Storage.Postgres;

/// <summary>An array parameter over a list that is filled again for every group.</summary>
sealed class PostgresList<T>
{
    readonly List<T> values = [];

    public PostgresList(NpgsqlDbType type) => Parameter = new NpgsqlParameter<List<T>> { TypedValue = values, NpgsqlDbType = type };

    public NpgsqlParameter<List<T>> Parameter { get; }

    public int Count => values.Count;

    public void Add(T value) => values.Add(value);

    public void Clear() => values.Clear();
}
