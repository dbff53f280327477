using System.Collections.Concurrent;
using JmaActors.Crash.Journal;

namespace JmaActors.Crash.Load;

/// <summary>Thinks up what people and devices send, from a seed.</summary>
sealed class Crowd(IReadOnlyList<Someone> people, int seed)
{
    const int BatchLeast = 5;
    const int BatchMost = 60;
    static readonly int[] Codes = [74, 12, 8];
    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    readonly ConcurrentDictionary<(string Session, string Card), (bool Inside, DateTimeOffset At)> clocks = new();
    readonly string[] locals = [.. people.Select(p => p.Local).OfType<string>().Distinct()];
    int numbers;

    /// <summary>What one connection sends next.</summary>
    public Order Next(Random random, string device, IReadOnlyList<Seminar> open) => random.Next(100) switch
    {
        < 55 => new TapOrder(Any(random, open, out var at).Session, [Tap(random, device, at)]),
        < 65 => Batch(random, device, Any(random, open, out _), random.Next(BatchLeast, BatchMost)),
        < 80 => Credit(random),
        < 85 => People.Pay(Someone(random), Key("pay"), random.Next(1, 120_000), Today),
        < 88 => new AssessOrder(Someone(random).Id, CreditStory.YearOf(Today)),
        < 90 => File(random),
        < 97 => People.Rename(Someone(random), Key("name"), $"見本 {random.Next(1_000_000)}"),
        _ => People.Move(random.GetItems(people.Where(p => p.Local is not null).ToArray(), 1)[0], Key("move"), random.GetItems(locals, 1)[0]),
    };

    /// <summary>Many people come in at once, in time for every talk.</summary>
    public TapOrder Rush(Random random, Seminar seminar, int many) => new(
        seminar.Session,
        [.. people.Where(p => p.Card.Length > 0).OrderBy(_ => random.Next()).Take(many).Select(p => new Tap("rush", Nonce(), p.Card, true, seminar.Talks[0].Start.AddSeconds(-random.Next(1, 600))))]);

    public Random Dice(int round, int connection) => new(unchecked(seed * 7_919 + round * 101 + connection));

    TapOrder Batch(Random random, string device, Seminar seminar, int size) =>
        new(seminar.Session, [.. Enumerable.Range(0, size).Select(_ => Tap(random, device, seminar))]);

    Tap Tap(Random random, string device, Seminar seminar)
    {
        if (random.Next(100) < 2) return new Tap(device, Nonce(), $"NOBODY{random.Next(100)}", true, Within(random, seminar));
        var card = Someone(random).Card;
        if (card.Length == 0) card = "NOBODY";
        // Mostly in and out by turns, later and later; now and then out of turn, late, or outside the doors.
        var odd = random.Next(100);
        if (odd < 8) return new Tap(device, Nonce(), card, random.Next(2) == 0, Within(random, seminar));
        if (odd < 10) return new Tap(device, Nonce(), card, true, seminar.DoorsOpen.AddMinutes(-1));
        // Two readers at one door, at the very same second.
        if (odd < 13 && clocks.TryGetValue((seminar.Session, card), out var last) && last.At < seminar.DoorsClose) return new Tap(device, Nonce(), card, !last.Inside, last.At);
        var clock = clocks.AddOrUpdate(
            (seminar.Session, card),
            _ => (true, seminar.DoorsOpen.AddSeconds(random.Next(60 * 60))),
            (_, before) => (!before.Inside, before.At.AddSeconds(random.Next(60, 40 * 60))));
        return new Tap(device, Nonce(), card, clock.Inside, clock.At < seminar.DoorsClose ? clock.At : Within(random, seminar));
    }

    CreditOrder Credit(Random random) => People.Credit(
        Someone(random), Key("credit"), 5 * random.Next(1, 5), random.GetItems(Codes, 1)[0], random.Next(4) > 0,
        Today);

    /// <summary>Lines of a bank account, each with the payer's number of somebody who belonged to its association; each of another amount.</summary>
    BankOrder File(Random random)
    {
        var till = Tills[random.Next(Tills.Count)];
        var payers = people.Where(p => p.Local == till.Office).ToArray();
        return new BankOrder(till, [.. random.GetItems(payers, random.Next(1, 6)).Select(p => (p.Id, 10_000L + Interlocked.Increment(ref numbers)))], Today);
    }

    /// <summary>Associations of the people whose bank accounts are under load.</summary>
    public IReadOnlyList<Till> Tills { get; } = [.. people.Select(p => p.Local).OfType<string>().CountBy(l => l).OrderByDescending(l => l.Value).Take(3).Select((l, n) => new Till(l.Key, $"0158-100-1-{n:D7}"))];

    static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(Tokyo).Date);

    static Seminar Any(Random random, IReadOnlyList<Seminar> open, out Seminar chosen) => chosen = open[random.Next(open.Count)];

    Someone Someone(Random random) => people[random.Next(people.Count)];

    static DateTimeOffset Within(Random random, Seminar seminar) =>
        seminar.DoorsOpen.AddSeconds(random.Next((int)(seminar.DoorsClose - seminar.DoorsOpen).TotalSeconds));

    string Key(string what) => $"{what}-{seed}-{Interlocked.Increment(ref numbers)}";

    string Nonce() => Interlocked.Increment(ref numbers).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
