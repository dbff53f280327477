using System.Data.Common;
using JmaActors.Journal;
using JmaActors.Storage.Views;
using Npgsql;

namespace JmaActors.Storage.Postgres;

/// <summary>Searches over the views in PostgreSQL.</summary>
public sealed class PostgresViews(PostgresConnections connections) : IViewDatabase
{
    public ViewDialect Dialect { get; } = new PostgresDialect();

    public async Task<T> Query<T>(ViewQuery query, Func<DbDataReader, T> read, CancellationToken ct)
    {
        try
        {
            await using var command = connections.Reads.CreateCommand(query.Sql);
            foreach (var (name, value) in query.Values) command.Parameters.AddWithValue(name, value);
            await using var reader = await command.ExecuteReaderAsync(ct);
            return read(reader);
        }
        catch (Exception e) when (PostgresErrors.IsDatabase(e))
        {
            throw PostgresErrors.OfRead(e);
        }
    }

    sealed class PostgresDialect : ViewDialect
    {
        public override string Table(string name) => $"jma.{name}";

        public override string In(string column, string parameter) => $"{column} = ANY({parameter})";

        public override string InFound(string column, string select) => $"{column} = ANY(ARRAY({select}))";

        public override string Contains(string column, string parameter) => $"strpos({column}, {parameter}) > 0";

        public override string ContainsBytes(string column, string parameter) => $"position({parameter}::bytea in {column}) > 0";
        public override string Unindexed(string column, ColumnType type) => type switch
        {
            ColumnType.Text => $"{column} || ''",
            ColumnType.Instant => $"{column} + interval '0'",
            _ => $"{column} + 0",
        };

        public override DateTimeOffset Instant(DbDataReader reader, int column) => new(reader.GetDateTime(column), TimeSpan.Zero);

        public override DateOnly? DateOrNull(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateOnly>(column);

        public override object InstantValue(DateTimeOffset instant) => instant.UtcDateTime;
    }
}
