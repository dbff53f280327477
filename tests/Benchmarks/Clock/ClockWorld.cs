using System.Diagnostics;
using JmaActors.WorkHours;
using Npgsql;

namespace JmaActors.Benchmarks.Clock;

/// <summary>Workplaces and the physicians they employ, put on record as an operator does.</summary>
sealed class ClockWorld(IClusterClient client, int people)
{
    /// <summary>Physicians of one workplace.</summary>
    public const int Each = 500;

    static readonly TimeSpan Heard = TimeSpan.FromMinutes(4);

    public static readonly DateOnly Agreement = new(2026, 4, 1);

    public int People => people;

    public static MemberId Member(int i) => new(MemberId.First + i);

    public static WorkplaceId Place(int i) => new($"WB-{i / Each}");

    public IWorkHoursGrain Hours(int i) => client.GetGrain<IWorkHoursGrain>(Member(i).Number);

    /// <summary>Everybody is employed at one workplace of the first level, and every ledger has heard of it.</summary>
    public async Task Employ(Func<Task<long>> heard)
    {
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, (people + Each - 1) / Each, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (w, ct) =>
        {
            var grain = client.GetGrain<IWorkplaceGrain>(Place(w * Each).Code);
            Must(await grain.Describe(new DescribeWorkplace("d", "計測病院", new AssociationId("26-007"), false, Caller.System), ct));
            Must(await grain.SetAgreement(new SetAgreement("a", Agreement, false, null, 0, Caller.System), ct));
            Must(await grain.Designate(new DesignateLevel("l", WorkLevel.B, Agreement, null, Caller.System), ct));
            var mine = Enumerable.Range(w * Each, Math.Min(Each, people - w * Each));
            foreach (var some in mine.Chunk(50))
            {
                foreach (var answer in await Task.WhenAll(some.Select(i => grain.Assign(new AssignPhysician($"p{i}", Member(i), "", WorkLevel.B, Agreement, null, false, Caller.System), ct)))) Must(answer);
            }
        });
        while (await heard() < people)
        {
            if (Stopwatch.GetElapsedTime(began) > Heard) throw new TimeoutException("The physicians did not hear of their employments.");
            await Task.Delay(200);
        }
        Figures.Note($"{people} physicians employed after {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
    }

    /// <summary>Working days of the weeks before, each recorded as a day of nine hours with one of break.</summary>
    public static IEnumerable<RecordWork> Days(int i, DateOnly until, int days)
    {
        for (var (day, left) = (until.AddDays(-1), days); left > 0; day = day.AddDays(-1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) continue;
            left--;
            var from = new DateTimeOffset(day.ToDateTime(new TimeOnly(8, 30)), TimeSpan.FromHours(9)).AddMinutes(i % 30);
            yield return new RecordWork($"h{day.DayNumber}", Place(i), HoursKind.Scheduled, from, from.AddHours(8 + i % 4), WorkSource.Import, Caller.System);
        }
    }

    static void Must<T>(Answer<T> answer)
    {
        if (!answer.Accepted) throw new InvalidOperationException($"A workplace was not made: {answer.Refusal}");
    }

    public static Func<Task<long>> RowsIn(NpgsqlDataSource source) => async () =>
    {
        await using var command = source.CreateCommand("SELECT count(*) FROM jma.work_hours");
        return (long)(await command.ExecuteScalarAsync())!;
    };
}
