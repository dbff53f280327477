using Npgsql;

namespace JmaActors.Storage.Postgres;

static class PostgresStatement
{
    /// <summary>A statement of a batch with its parameters in order ($1, $2 …).</summary>
    public static NpgsqlBatchCommand Of(string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        return command;
    }
}
