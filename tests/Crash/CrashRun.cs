using System.Globalization;
using JmaActors.Crash.Journal;
using JmaActors.Crash.Load;
using JmaActors.Crash.Proofs;
using JmaActors.Crash.Silo;

namespace JmaActors.Crash;

/// <summary>Kills the silo under load, round after round, and proves at the end that nothing was lost and nothing is there twice.</summary>
sealed class CrashRun(CrashSettings settings)
{
    static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(10);

    readonly Complaints complaints = new();
    readonly Database database = new(settings);
    readonly List<Seminar> seminars = [];

    public async Task<int> Run()
    {
        System.IO.Directory.CreateDirectory(settings.Data);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = CrashSettings.Connections * 3 }) { Timeout = AnswerTimeout };
        using var silo = new SiloProcess(settings, http);
        var sender = new Sender(http, complaints);
        Say($"crash {settings.Rounds} {settings.Database}, seed {settings.Seed}");
        try
        {
            await Populate(silo);
            var crowd = new Crowd(await People.All(sender), settings.Seed);
            foreach (var till in crowd.Tills) await sender.Surely(till.Open);
            for (var round = 1; round <= settings.Rounds; round++) await Round(round, silo, sender, crowd);
            await new Aftermath(settings, database, complaints, silo, sender, seminars).Prove();
        }
        catch (Exception e) when (e is TimeoutException or InvalidOperationException or InvalidDataException or KeyNotFoundException)
        {
            complaints.Add(e.ToString());
        }
        complaints.Print();
        Say($"crash {settings.Rounds} {settings.Database}: {(complaints.Count == 0 ? "passed" : $"FAILED ({complaints.Count} faults, seed {settings.Seed}; the silo's log and data are in {settings.Data})")}");
        return complaints.Count == 0 ? 0 : 1;
    }

    /// <summary>The very first start is killed too: loading the population goes on where it stopped.</summary>
    async Task Populate(SiloProcess silo)
    {
        silo.Start();
        await silo.Ready("/health/live");
        await Task.Delay(new Random(settings.Seed).Next(50, 1_500));
        await silo.Kill();
        silo.Start();
        Say($"killed while loading; ready after {await silo.Ready()} ms");
    }

    async Task Round(int round, SiloProcess silo, Sender sender, Crowd crowd)
    {
        var ending = seminars.TakeLast(2).ToList();
        var running = await Open(round, sender);
        var (answers, orders) = (sender.Answers, sender.Orders.Count);
        await new Onslaught(sender, crowd).Run(round, running, ending, silo.Kill);
        var owed = database.Number("SELECT count(*) FROM outbox");
        (answers, orders) = (sender.Answers - answers, sender.Orders.Count - orders);
        var open = sender.Orders.Count(o => !o.Acknowledged);
        silo.Start();
        var ready = await silo.Ready();
        var resent = await sender.Unanswered();
        Say($"round {round}: {orders} commands, {answers} acknowledged, {open} unanswered, {owed} parcels owed at the kill; ready after {ready} ms, {resent} resent");
    }

    async Task<IReadOnlyList<Seminar>> Open(int round, Sender sender)
    {
        var now = TimeProvider.System.GetUtcNow();
        Seminar[] opened = [.. new[] { true, false }.Select(whole => Seminar.Running(string.Create(CultureInfo.InvariantCulture, $"P26-{settings.Seed}-{round}{(whole ? 'W' : 'H')}"), whole, now))];
        foreach (var seminar in opened)
        {
            await sender.Surely(seminar.Create());
            await sender.Surely(seminar.Apply);
            await sender.Surely(seminar.Approve);
            await sender.Surely(seminar.Open);
        }
        seminars.AddRange(opened);
        return opened;
    }

    static void Say(string line) => Console.WriteLine(line);
}
