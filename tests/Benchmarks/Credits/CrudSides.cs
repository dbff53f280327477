using Npgsql;
using NpgsqlTypes;

namespace JmaActors.Benchmarks.Credits;

/// <summary>The hand-written tables: one row per entry, one searchable total per member, the same columns as the engine's views.</summary>
static class CrudTables
{
    public const string Insert =
        "INSERT INTO crud_entry (member_id, entry_key, state, method, code, tenths, date, fiscal_year, title) VALUES ($1, $2, 1, 3, $3, $4, $5, $6, $7)";

    public const string Upsert = """
        INSERT INTO crud_total (member_id, fiscal_year, tenths, entries) VALUES ($1, $2, $3, 1)
        ON CONFLICT (member_id, fiscal_year) DO UPDATE SET tenths = crud_total.tenths + excluded.tenths, entries = crud_total.entries + 1
        """;

    public static Task Create(NpgsqlDataSource source) => Database.Execute(source, """
        CREATE TABLE IF NOT EXISTS crud_entry (
            member_id bigint NOT NULL, entry_key text COLLATE "C" NOT NULL, state int NOT NULL, method int NOT NULL, code int NOT NULL,
            tenths int NOT NULL, date date NOT NULL, fiscal_year int NOT NULL, title text NOT NULL, session text, talk int NOT NULL DEFAULT 0,
            reason text, PRIMARY KEY (member_id, entry_key));
        CREATE TABLE IF NOT EXISTS crud_total (
            member_id bigint NOT NULL, fiscal_year int NOT NULL, tenths int NOT NULL, entries int NOT NULL,
            PRIMARY KEY (member_id, fiscal_year)) WITH (fillfactor = 70);
        """);

    public static void Entry(NpgsqlParameterCollection parameters, long member, long n, string prefix)
    {
        parameters.Add(new NpgsqlParameter<long> { TypedValue = member });
        parameters.Add(new NpgsqlParameter<string> { TypedValue = prefix + n });
        parameters.Add(new NpgsqlParameter<int> { TypedValue = (int)(1 + n % 84) });
        parameters.Add(new NpgsqlParameter<int> { TypedValue = 5 });
        parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = new DateOnly(2026, 5, 1).AddDays((int)(n % 180)), NpgsqlDbType = NpgsqlDbType.Date });
        parameters.Add(new NpgsqlParameter<int> { TypedValue = 2026 });
        parameters.Add(new NpgsqlParameter<string> { TypedValue = "地域医療と感染対策 研修会" });
    }

    public static void Total(NpgsqlParameterCollection parameters, long member)
    {
        parameters.Add(new NpgsqlParameter<long> { TypedValue = member });
        parameters.Add(new NpgsqlParameter<int> { TypedValue = 2026 });
        parameters.Add(new NpgsqlParameter<int> { TypedValue = 5 });
    }

    /// <summary>INSERT of the entry and UPSERT of the total in one transaction.</summary>
    public static async Task Transaction(NpgsqlDataSource source, long member, long n)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var insert = new NpgsqlCommand(Insert, connection, transaction))
        {
            Entry(insert.Parameters, member, n, "t/");
            await insert.ExecuteNonQueryAsync();
        }
        await using (var upsert = new NpgsqlCommand(Upsert, connection, transaction))
        {
            Total(upsert.Parameters, member);
            await upsert.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
    }

    /// <summary>The same in one prepared round trip: a batch is one implicit transaction.</summary>
    public static async Task RoundTrip(NpgsqlDataSource source, long member, long n)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        var insert = new NpgsqlBatchCommand(Insert);
        Entry(insert.Parameters, member, n, "b/");
        batch.BatchCommands.Add(insert);
        var upsert = new NpgsqlBatchCommand(Upsert);
        Total(upsert.Parameters, member);
        batch.BatchCommands.Add(upsert);
        await batch.ExecuteNonQueryAsync();
    }
}

sealed class CrudSide(string connection) : Side("crud", 8, 16, 32, 64)
{
    readonly NpgsqlDataSource source = Database.Tuned(connection, 64);

    public override Task Prepare() => CrudTables.Create(source);

    protected override Task Command(int worker, long n) => CrudTables.Transaction(source, MemberId.First + MemberOf(n), n);
}

sealed class CrudBatchSide(string connection) : Side("crud-batch", 8, 16, 32, 64)
{
    readonly NpgsqlDataSource source = Database.Tuned(connection, 64);

    public override Task Prepare() => CrudTables.Create(source);

    protected override Task Command(int worker, long n) => CrudTables.RoundTrip(source, MemberId.First + MemberOf(n), n);
}
