using System.Data.Common;
using System.Text.Json;
using JmaActors.Journal;
using JmaActors.Storage.Views;

namespace JmaActors.Storage.Sqlite;

/// <summary>Searches over the views in SQLite, on threads of their own.</summary>
public sealed class SqliteViews(SqliteDatabase database) : IViewDatabase
{
    public ViewDialect Dialect { get; } = new SqliteDialect();

    public Task<T> Query<T>(ViewQuery query, Func<DbDataReader, T> read, CancellationToken ct) => database.Searchers.Run(
        session =>
        {
            using var command = session.Connection.CreateCommand();
            command.CommandText = query.Sql;
            foreach (var (name, value) in query.Values) command.Parameters.AddWithValue(name, Plain(value));
            using var reader = command.ExecuteReader();
            return read(reader);
        },
        ct);

    /// <summary>Arrays travel as JSON.</summary>
    static object Plain(object value) => value is Array and not byte[] ? JsonSerializer.Serialize(value, value.GetType()) : value;

    sealed class SqliteDialect : ViewDialect
    {
        public override string Table(string name) => name;

        public override string In(string column, string parameter) => $"{column} IN (SELECT value FROM json_each({parameter}))";

        public override string InFound(string column, string select) => $"{column} IN ({select})";

        public override string Contains(string column, string parameter) => $"instr({column}, {parameter}) > 0";

        public override string ContainsBytes(string column, string parameter) => Contains(column, parameter);
        public override string Unindexed(string column, ColumnType type) => $"+{column}";

        public override DateTimeOffset Instant(DbDataReader reader, int column) => SqliteValues.Instant(reader.GetInt64(column));

        public override DateOnly? DateOrNull(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : SqliteValues.Date(reader.GetString(column));

        public override object InstantValue(DateTimeOffset instant) => SqliteValues.Micros(instant);
    }
}
