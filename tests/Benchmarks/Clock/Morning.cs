using System.Collections.Concurrent;
using System.Diagnostics;
using JmaActors.WorkHours;
using Npgsql;

namespace JmaActors.Benchmarks.Clock;

/// <summary>Everybody clocks in once, at a steady rate that does not wait for answers, and what the duty lists then show is counted again.</summary>
static class Morning
{
    /// <summary>30 minutes at 20 times the speed.</summary>
    static readonly TimeSpan Within = TimeSpan.FromSeconds(90);

    /// <summary>Physicians whose whole row is computed anew.</summary>
    const int Sample = 2_000;

    const string Key = "morning";

    public static async Task Replay(ClockWorld world, NpgsqlDataSource admin, LateHours late)
    {
        var answers = new ConcurrentDictionary<int, DateTimeOffset>();
        var (latencies, waiting) = (new Latencies(), new List<Task>(world.People));
        var began = Stopwatch.GetTimestamp();
        var (each, slowest) = (Within * ((double)Math.Min(world.People, 100_000) / 100_000) / world.People, new ConcurrentQueue<TimeSpan>());
        for (var sent = 0; sent < world.People;)
        {
            var due = Math.Min(world.People, (int)(Stopwatch.GetElapsedTime(began) / each));
            for (; sent < due; sent++) waiting.Add(One(sent, each * sent));
            await Task.Delay(1);
        }
        await Task.WhenAll(waiting);
        Figures.Note($"{world.People / Stopwatch.GetElapsedTime(began).TotalSeconds:0} records/s came in");
        foreach (var took in slowest) latencies.Add(took);
        Figures.Print("clock p50 ms", latencies.Percentile(0.50));
        Figures.Print("clock p99 ms", latencies.Percentile(0.99));
        var settled = Stopwatch.GetTimestamp();
        while (late.Waiting > 0) await Task.Delay(10);
        await Task.Delay(500);
        Figures.Note($"figures had followed {Stopwatch.GetElapsedTime(settled).TotalMilliseconds:0} ms after the last answer");
        await Recount(world, admin, answers);
        await Parallel.ForAsync(0, Math.Min(world.People, Punches.People), new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (i, ct) =>
            await world.Hours(i).ClockOut(new ClockOut("evening", ClockWorld.Place(i), Caller.System), ct));

        async Task One(int i, TimeSpan at)
        {
            var answer = await world.Hours(i).ClockIn(new ClockIn(Key, ClockWorld.Place(i), HoursKind.Scheduled, Caller.System), CancellationToken.None);
            slowest.Enqueue(Stopwatch.GetElapsedTime(began) - at);
            if (!answer.Accepted) throw new InvalidOperationException($"Somebody could not clock in: {answer.Refusal}");
            answers[i] = answer.Value!.From;
        }
    }

    /// <summary>Each row says since when its physician is on duty, as the answer said; what a sample of rows says of hours is what their ledgers compute from the records.</summary>
    static async Task Recount(ClockWorld world, NpgsqlDataSource admin, ConcurrentDictionary<int, DateTimeOffset> answers)
    {
        var (seen, right) = (0, 0);
        var rows = new Dictionary<int, (int Month, int Total)>();
        await using var command = admin.CreateCommand("SELECT member_id, workplace, on_since, month_minutes, year_total FROM jma.work_hours WHERE on_since IS NOT NULL");
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                var i = (int)(reader.GetInt64(0) - MemberId.First);
                seen++;
                if (ClockWorld.Place(i).Code == reader.GetString(1) && answers[i] == reader.GetFieldValue<DateTimeOffset>(2)) right++;
                if (i % Math.Max(1, world.People / Sample) == 0) rows[i] = (reader.GetInt32(3), reader.GetInt32(4));
            }
        }
        if (seen != world.People || right != seen) throw new InvalidOperationException($"{world.People} clocked in; {seen} rows are on duty, {right} of them since the minute that was answered.");
        foreach (var (i, row) in rows)
        {
            // Since the row was written a few minutes of work have run on.
            var now = await world.Hours(i).Read(answers[i], Caller.System, CancellationToken.None);
            var (month, total) = (now.Months[0].Minutes, now.Employments[0].Total);
            if (Math.Abs(month - row.Month) > 1 || Math.Abs(total - row.Total) > 1) throw new InvalidOperationException($"A row says {row}, its ledger {(month, total)}.");
        }
        Figures.Note($"{right} rows of duty lists are right to the minute; {rows.Count} of them counted again from the records");
    }
}
