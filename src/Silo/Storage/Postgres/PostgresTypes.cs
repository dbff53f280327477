using NpgsqlTypes;

namespace JmaActors.Storage.Postgres;

/// <summary>Array types of the journal's statements.</summary>
static class PostgresTypes
{
    public const NpgsqlDbType Texts = NpgsqlDbType.Array | NpgsqlDbType.Text;
    public const NpgsqlDbType Numbers = NpgsqlDbType.Array | NpgsqlDbType.Bigint;
    public const NpgsqlDbType Shorts = NpgsqlDbType.Array | NpgsqlDbType.Smallint;
    public const NpgsqlDbType Bytes = NpgsqlDbType.Array | NpgsqlDbType.Bytea;
}
