using JmaActors.WorkHours;
using Npgsql;

namespace JmaActors.Benchmarks.Clock;

/// <summary>
/// The punches both sides are given: physicians in turn, each in and out again, in spans that do not overlap and end before now. One command is one punch.
/// </summary>
static class Punches
{
    public const int People = 20_000;

    /// <summary>Recorded days before, so that there is a month to count.</summary>
    public const int History = 20;

    const int Spans = 500;

    static readonly DateTimeOffset First = Floor(TimeProvider.System.GetUtcNow().AddMinutes(-2 * Spans - 10));

    public static (int Who, int Span, bool In, DateTimeOffset At) Of(long n)
    {
        var (who, turn) = ((int)(n % People), n / People);
        var span = (int)(turn / 2);
        return span >= Spans ? throw new InvalidOperationException("The day is full of punches.") : (who, span, turn % 2 == 0, First.AddMinutes(2 * span + turn % 2));
    }

    static DateTimeOffset Floor(DateTimeOffset at) => new(at.Ticks - at.Ticks % TimeSpan.TicksPerMinute, at.Offset);
}

/// <summary>The real command through the real actor, its row and its feed with it.</summary>
sealed class ClockEngineSide(ClockWorld world) : Side("engine", 384, 512, 640)
{
    readonly IWorkHoursGrain[] ledgers = new IWorkHoursGrain[Punches.People];

    public override async Task Prepare()
    {
        for (var i = 0; i < ledgers.Length; i++) ledgers[i] = world.Hours(i);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(9)).AddDays(-1);
        await Parallel.ForAsync(0, ledgers.Length, new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (i, ct) =>
        {
            if ((await ledgers[i].RecordBatch([.. ClockWorld.Days(i, today, Punches.History)], ct)).Any(a => !a.Accepted)) throw new InvalidOperationException("A day before was not recorded.");
        });
    }

    protected override async Task Command(int worker, long n)
    {
        var (who, span, begins, at) = Punches.Of(n - 1);
        var place = ClockWorld.Place(who);
        var answer = begins
            ? await ledgers[who].ClockIn(new ClockIn($"i{span}", place, HoursKind.Scheduled, Caller.System, at), CancellationToken.None)
            : await ledgers[who].ClockOut(new ClockOut($"o{span}", place, Caller.System, at), CancellationToken.None);
        if (!answer.Accepted || answer.Repeat) throw new InvalidOperationException($"A punch was not taken: {answer.Refusal?.Reason ?? "repeat"}");
    }
}

/// <summary>A careful hand: the record, and the month computed anew from the rows, in one prepared round trip and one transaction.</summary>
sealed class ClockCrudSide(string connection) : Side("crud", 8, 16, 32, 64)
{
    const string In = "INSERT INTO crud_work (member_id, day, record_key, workplace, kind, begins) VALUES ($1, $2, $3, $4, 1, $5)";

    const string Out = "UPDATE crud_work SET ends = $4 WHERE member_id = $1 AND day = $2 AND record_key = $3";

    /// <summary>
    /// Over 8 h a day, and over 40 h a week of what the day did not count: the days of the month and of the week it begins in. One index answers it and keeps keys
    /// unique. Weeks run from Sunday: day numbers are those of .NET, where 0 is a Monday.
    /// </summary>
    const string Month = """
        INSERT INTO crud_month (member_id, month_from, minutes, worked)
        SELECT $1, $2,
               coalesce(sum(CASE WHEN day >= $2 THEN m - u + greatest(0, c - 2400) - greatest(0, c - u - 2400) ELSE 0 END), 0),
               coalesce(sum(CASE WHEN day >= $2 THEN m ELSE 0 END), 0)
        FROM (SELECT day, m, least(m, 480) u, sum(least(m, 480)) OVER (PARTITION BY (day + 1) / 7 ORDER BY day) c
              FROM (SELECT day, sum(coalesce(ends, $4) - begins) m FROM crud_work WHERE member_id = $1 AND day BETWEEN $3 AND $2 + 31 GROUP BY day) d) w
        ON CONFLICT (member_id) DO UPDATE SET month_from = excluded.month_from, minutes = excluded.minutes, worked = excluded.worked
        """;

    readonly NpgsqlDataSource source = Database.Tuned(connection, 64);

    public override async Task Prepare()
    {
        await Database.Execute(source, """
            CREATE TABLE crud_work (
                member_id bigint NOT NULL, day int NOT NULL, record_key text COLLATE "C" NOT NULL, workplace text COLLATE "C" NOT NULL, kind int NOT NULL, begins int NOT NULL, ends int,
                PRIMARY KEY (member_id, day, record_key)) WITH (fillfactor = 80);
            CREATE TABLE crud_month (member_id bigint PRIMARY KEY, month_from int NOT NULL, minutes int NOT NULL, worked int NOT NULL) WITH (fillfactor = 70);
            """);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(9)).AddDays(-1);
        await using var connected = await source.OpenConnectionAsync();
        await using (var copy = await connected.BeginBinaryImportAsync("COPY crud_work FROM STDIN (FORMAT BINARY)"))
        {
            for (var i = 0; i < Punches.People; i++)
            {
                foreach (var day in ClockWorld.Days(i, today, Punches.History))
                {
                    var (from, to) = (WorkMinute.Of(day.From), WorkMinute.UpTo(day.To));
                    await copy.StartRowAsync();
                    await copy.WriteAsync(ClockWorld.Member(i).Number);
                    await copy.WriteAsync(WorkMinute.DayOf(from));
                    await copy.WriteAsync(day.Key);
                    await copy.WriteAsync(day.Workplace.Code);
                    await copy.WriteAsync((int)day.Kind);
                    await copy.WriteAsync(from);
                    await copy.WriteAsync(to);
                }
            }
            await copy.CompleteAsync();
        }
        await Database.Execute(source, "VACUUM ANALYZE crud_work");
    }

    protected override async Task Command(int worker, long n)
    {
        var (who, span, begins, at) = Punches.Of(n - 1);
        var (minute, member, key) = (WorkMinute.Of(at), ClockWorld.Member(who).Number, $"i{span}");
        // The record stands under the day it began; it began a minute before it ends.
        var day = WorkMinute.DayOf(begins ? minute : minute - 1);
        var now = WorkMinute.UpTo(TimeProvider.System.GetUtcNow());
        var month = AgreementPeriods.Month(ClockWorld.Agreement, WorkMinute.DateOf(now));
        await using var connected = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connected);
        var record = new NpgsqlBatchCommand(begins ? In : Out);
        Add(record, member);
        Add(record, day);
        record.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key });
        if (begins) record.Parameters.Add(new NpgsqlParameter<string> { TypedValue = ClockWorld.Place(who).Code });
        Add(record, minute);
        batch.BatchCommands.Add(record);
        var sum = new NpgsqlBatchCommand(Month);
        Add(sum, member);
        Add(sum, month.First);
        Add(sum, WorkMinute.WeekOf(month.First, DayOfWeek.Sunday));
        Add(sum, now);
        batch.BatchCommands.Add(sum);
        await batch.ExecuteNonQueryAsync();
    }

    static void Add(NpgsqlBatchCommand command, long value) => command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = value });

    static void Add(NpgsqlBatchCommand command, int value) => command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = value });
}
