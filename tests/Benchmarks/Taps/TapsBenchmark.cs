using System.Diagnostics;
using JmaActors.Credits;
using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Training;
using Orleans.Concurrency;

namespace JmaActors.Benchmarks.Taps;

/// <summary>
/// What one session actor takes: single taps of many desks at once, each decided, assessed under three schemes and durable before it is answered;
/// and a desk's batch after it was offline.
/// </summary>
static class TapsBenchmark
{
    const int People = 4_200;
    const int Rounds = 3;
    const int BatchRounds = 5;
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(12);
    static readonly TimeSpan Round = TimeSpan.FromSeconds(8);

    /// <summary>Desks that wait for their answer before the next tap: few and many.</summary>
    static readonly int[] Callers = [32, 96];

    public static async Task<int> Run()
    {
        var connection = await Database.Fresh("bench_taps");
        await using var silo = await BenchSilo.Start(connection);
        await Register(silo.Client);
        var sessions = 0;
        await Play(await Open(silo.Client, ++sessions), Callers[^1], WarmUp);
        foreach (var callers in Callers)
        {
            var (rates, latencies) = (new List<double>(), new Latencies());
            for (var round = 0; round < Rounds; round++)
            {
                var (rate, seen) = await Play(await Open(silo.Client, ++sessions), callers, Round);
                rates.Add(rate);
                latencies.Add(seen);
            }
            Figures.Note($"{callers} callers at once");
            Figures.Print("taps/s", Figures.Median(rates), "0");
            Figures.Print("taps p50 ms", latencies.Percentile(0.5));
            Figures.Print("taps p99 ms", latencies.Percentile(0.99));
        }
        var batches = new List<double>();
        for (var round = 0; round < BatchRounds; round++) batches.Add(await Batch(await Open(silo.Client, ++sessions)));
        Figures.Print("tap batch of 1000 ms", Figures.Median(batches));
        return 0;
    }

    static async Task Register(IClusterClient client) => await Parallel.ForAsync(0, People, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, ct) =>
    {
        var person = new Person($"試験 {i}", "シケン", new DateOnly(1980, 1, 1), null, new DateOnly(2006, 4, 1));
        var command = new RegisterMember(
            person, Card(i), new Membership(new AssociationId($"26-{1 + i % 20:000}"), MembershipLayers.All, MemberCategory.A1), true, new DateOnly(2020, 4, 1), Caller.System);
        var answer = await client.GetGrain<IMemberGrain>(Member(i).Number).Register(command, ct);
        if (!answer.Accepted) throw new InvalidOperationException($"Nobody was registered: {answer.Refusal}");
    });

    /// <summary>A session of three talks that runs now; the second has just begun and earns under three schemes.</summary>
    static async Task<ISessionGrain> Open(IClusterClient client, int number)
    {
        var id = new SessionId($"PBENCH-{number}.1");
        var now = TimeProvider.System.GetUtcNow();
        Offer[] offers = [new(CreditScheme.Occupational, 30), new(CreditScheme.CommonLecture, 11)];
        Talk[] talks =
        [
            new(1, now.AddMinutes(-70), now.AddMinutes(-10), "One", "A", new CurriculumCode(1), Offers: offers),
            new(2, now.AddMinutes(-5), now.AddMinutes(55), "Two", "B", new CurriculumCode(7), Offers: offers),
            new(3, now.AddMinutes(60), now.AddMinutes(120), "Three", "C", new CurriculumCode(8)),
        ];
        var plan = new SessionPlan(id, new AssociationId("26"), "Taps", "Hall", false, now.AddMinutes(-90), now.AddMinutes(150), talks);
        var session = client.GetGrain<ISessionGrain>(id.Code);
        var body = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(plan, ProgramJson.Default.SessionPlan);
        await session.Receive(new[] { new Parcel($"program/{id.Program}", 1, $"session/{id}", SessionPlan.Parcel, body) }.AsImmutable(), CancellationToken.None);
        return session;
    }

    static async Task<(double Rate, Latencies Latencies)> Play(ISessionGrain session, int callers, TimeSpan time)
    {
        var (total, all) = (0L, new Latencies());
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var (own, count) = (new Latencies(), 0);
            while (Stopwatch.GetElapsedTime(began) < time)
            {
                // Each caller has people of its own, who come and go in turn.
                var mine = (People - caller + callers - 1) / callers;
                var (who, way) = (caller + count % mine * callers, count / mine % 2 == 0 ? TapDirection.In : TapDirection.Out);
                var sent = Stopwatch.GetTimestamp();
                var answer = await session.Tap(new TapCard(Card(who), way, TimeProvider.System.GetUtcNow(), $"desk-{caller}", $"{count++}", Caller.System), CancellationToken.None);
                own.Add(Stopwatch.GetElapsedTime(sent));
                if (answer.Value is not { Reason: null }) throw new InvalidOperationException($"A tap was not taken: {answer.Refusal?.Reason ?? answer.Value?.Reason}");
            }
            lock (all)
            {
                all.Add(own);
                total += count;
            }
        })));
        return (total / Stopwatch.GetElapsedTime(began).TotalSeconds, all);
    }

    static async Task<double> Batch(ISessionGrain session)
    {
        var now = TimeProvider.System.GetUtcNow();
        var taps = Enumerable.Range(0, 1_000).Select(i => new TapCard(Card(i), TapDirection.In, now.AddMinutes(-10).AddMilliseconds(i), "desk-1", $"offline-{i}", Caller.System)).ToArray();
        var began = Stopwatch.GetTimestamp();
        var answers = await session.TapBatch(taps.AsImmutable(), CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        if (answers.Any(a => a.Value is not { Reason: null })) throw new InvalidOperationException("A tap of the batch was not taken.");
        return took;
    }

    static MemberId Member(int i) => new(MemberId.First + i);

    static CardNumber Card(int i) => new($"B{i:D8}");
}
