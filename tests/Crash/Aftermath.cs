using System.Text.Json;
using JmaActors.Crash.Journal;
using JmaActors.Crash.Load;
using JmaActors.Crash.Proofs;
using JmaActors.Crash.Silo;

namespace JmaActors.Crash;

/// <summary>After the last round: what must hold while the silo runs, and what the database must show once it has stopped.</summary>
sealed class Aftermath(CrashSettings settings, Database database, Complaints complaints, SiloProcess silo, Sender sender, IReadOnlyList<Seminar> seminars)
{
    /// <summary>Acknowledged commands sent once more.</summary>
    const int Sample = 400;

    static readonly TimeSpan Settled = TimeSpan.FromSeconds(60);
    static readonly TimeSpan VerifyWithin = TimeSpan.FromSeconds(120);
    static readonly string[] Associations = ["JMA", "26", "13"];

    readonly List<SeminarBoard> boards = [];

    public async Task Prove()
    {
        await SendAgain();
        await Quiet();
        await Watch(seminars.TakeLast(2));
        foreach (var seminar in seminars)
        {
            await sender.Surely(seminar.Close);
            await Until.Holds($"the last talk of {seminar.Session} is over", Settled, () => Task.FromResult(seminar.UntilOver is { Ticks: > 0 } left ? $"{left.TotalSeconds:0.0} s are left" : null));
            await sender.Surely(seminar.Confirm);
        }
        await Quiet();
        await Watch(seminars);
        foreach (var association in Associations) await Recount(association);
        foreach (var association in Associations) await Dues(association);
        complaints.Same("exit code of a clean stop", 0, await silo.Stop());
        await Verify();
        Read();
    }

    /// <summary>The same key again gets the same answer: <see cref="Order.Take"/> compares.</summary>
    async Task SendAgain()
    {
        var sample = sender.Orders.OrderBy(o => HashOf(o)).Take(Sample).ToList();
        await Parallel.ForEachAsync(sample, new ParallelOptions { MaxDegreeOfParallelism = CrashSettings.Connections }, async (order, _) => await sender.Again(order));
        Console.WriteLine($"proved: {sample.Count} commands sent once more, each got its first answer");
    }

    async Task Quiet() => await Until.Holds("every parcel has arrived, and dues follow the record", Settled, () =>
    {
        if (database.Number("SELECT count(*) FROM dues_behind") is var behind and > 0) return Task.FromResult<string?>($"{behind} are behind");
        var waiting = database.Number("SELECT count(*) FROM outbox");
        return Task.FromResult(waiting == 0 ? null : $"{waiting} wait, {database.Number("SELECT count(*) FROM outbox WHERE parked_at IS NOT NULL")} of them parked");
    });

    /// <summary>Keeps the boards as they stand once they show the sessions' last version.</summary>
    async Task Watch(IEnumerable<Seminar> watched)
    {
        await using var hub = await Boards.Connect();
        foreach (var seminar in watched)
        {
            SeminarBoard? board = null;
            await Until.Holds($"the board of {seminar.Session} shows its last version", Settled, async () =>
            {
                board = new SeminarBoard(seminar.Session, await hub.Picture($"seminar/{seminar.Session}"));
                using var figures = await sender.Ask($"sessions/{seminar.Session}/figures");
                var version = figures?.RootElement.GetProperty("sequence").GetInt64();
                return board.Version == version ? null : $"{board.Version} is shown, {version} is there";
            });
            boards.Add(board!);
        }
    }

    async Task Recount(string association)
    {
        var year = CreditStory.YearOf(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(9)));
        await Until.Holds($"the figures of {association} are those of the views", Settled, async () =>
        {
            using var figures = await sender.Ask($"associations/{association}/figures");
            var (shown, counted) = (figures is null ? "nothing" : Area.Of(figures.RootElement), Area.Count(database, association, year));
            return shown == counted ? null : $"shown {shown}, counted {counted}";
        });
        await sender.Surely(new RecountOrder(association));
    }

    /// <summary>The board of dues shows the sum of the books, and what stands below it adds up to it.</summary>
    async Task Dues(string association)
    {
        var year = CreditStory.YearOf(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(9)));
        await Until.Holds($"the board of dues of {association} shows the books", Settled, async () =>
        {
            using var board = await sender.Ask($"associations/{association}/dues/{year}");
            if (board is null) return "nothing";
            static long[] Sums(JsonElement figures) => [.. new[] { "billed", "paid", "writtenOff" }.Select(name => new[] { "jma", "prefecture", "local" }.Sum(layer => figures.GetProperty(layer).GetProperty(name).GetInt64()))];
            var (own, below) = (Sums(board.RootElement.GetProperty("figures")), board.RootElement.GetProperty("children").EnumerateObject().Select(c => Sums(c.Value.GetProperty("figures"))).Aggregate(new long[3], (a, b) => [.. a.Zip(b, (x, y) => x + y)]));
            var (shown, counted) = ($"{own[0]} billed, {own[1]} paid, {own[2]} written off", DuesProof.Count(database, association, year));
            return shown == counted && own.SequenceEqual(below) ? null : $"shown {shown}, counted {counted}, below {string.Join(", ", below)}";
        });
    }

    async Task Verify()
    {
        var (exitCode, output) = await silo.RunWith("--verify", VerifyWithin);
        var line = output.Split('\n').LastOrDefault(l => l.StartsWith("verified ", StringComparison.Ordinal)) ?? "no line \"verified …\"";
        if (exitCode != 0 || !line.EndsWith(", 0 faults", StringComparison.Ordinal)) complaints.Add($"hash chains: exit code {exitCode}, {line}");
        else Console.WriteLine($"proved: {line}");
    }

    void Read()
    {
        var history = History.Read(database, boards.ToLookup(b => (b.Session, b.Version)), complaints);
        Console.WriteLine($"proved: {AcknowledgedProof.Hold(sender.Orders, history, database, complaints)}");
        Console.WriteLine($"proved: {OwedProof.Hold(seminars, history, database, complaints)}");
        Console.WriteLine($"proved: {DuesProof.Hold(sender.Orders, history, database, complaints)}");
        Console.WriteLine($"proved: {ViewProof.Hold(history, database, complaints)}");
        Console.WriteLine($"proved: {boards.Count} seminar boards and {Associations.Length} associations as recounted from {history.Events} events");
        complaints.Same("JMA members", CrashSettings.Population, (int)database.Number("SELECT count(*) FROM member WHERE layers & 4 <> 0"));
        foreach (var board in boards.Where(b => history.Sessions[b.Session].Version < b.Version)) complaints.Add($"the board of {board.Session} shows a version nobody wrote: {board.Version}");
    }

    /// <summary>A mixed order that is the same for the same run.</summary>
    int HashOf(Order order) => unchecked(order.Body.Aggregate(settings.Seed, static (hash, c) => hash * 31 + c));
}
