using JmaActors.Credits;
using JmaActors.Policies;
using static System.FormattableString;

namespace JmaActors.Demonstration;

/// <summary>
/// Past credits of a made-up member over the fiscal years of the window: some have none, most a little, some are near 60 or over it.
/// The same for the same member, fiscal year and seed, whatever the day, so that a later start adds only what has come to pass since.
/// </summary>
public static class DemonstrationCredits
{
    /// <summary>The most entries one member gets in a fiscal year.</summary>
    public const int MostEntriesAYear = 20;

    /// <summary>Of a hundred lectures of the running year, those that still wait to be posted.</summary>
    const int PendingPercent = 15;

    /// <summary>Past entries up to <paramref name="asOf"/>, by date, as commands the ledger takes; oldest window year included.</summary>
    /// <param name="licensedOn">Nothing is dated before it; null when not known.</param>
    /// <param name="jmaMember">Journal questions and e-learning are for JMA members only.</param>
    public static IEnumerable<AccrueCredit> For(
        MemberId member, DateOnly asOf, DateOnly? licensedOn, bool jmaMember, PolicyBook book, ulong seed)
    {
        var zeal = SeededNumbers.Of(seed, DemonstrationStreams.Credits, member.Number);
        var (fewest, most) = EntriesAYear(ref zeal);
        var last = FiscalYear.Of(asOf);
        var commands = new List<AccrueCredit>();
        for (var year = last.Plus(1 - book.Cme(asOf).WindowYears); year.CompareTo(last) <= 0; year = year.Plus(1))
        {
            var numbers = SeededNumbers.Of(seed + (ulong)year.Year, DemonstrationStreams.Credits, member.Number);
            var entries = numbers.Between(fewest, most);
            for (var n = 1; n <= entries; n++)
            {
                var command = Entry(year, n, year == last, jmaMember, book, ref numbers);
                if (command.Date <= asOf && !(command.Date < licensedOn)) commands.Add(command);
            }
        }
        return commands.OrderBy(c => c.Date);
    }

    static (int Fewest, int Most) EntriesAYear(ref SeededNumbers numbers) => numbers.Below(100) switch
    {
        < 12 => (0, 0),
        < 62 => (1, 7),
        < 82 => (6, 10),
        < 92 => (12, 15),
        _ => (16, MostEntriesAYear),
    };

    static AccrueCredit Entry(FiscalYear year, int n, bool running, bool jmaMember, PolicyBook book, ref SeededNumbers numbers)
    {
        var date = year.FirstDay.AddDays(numbers.Below(year.LastDay.DayNumber - year.FirstDay.DayNumber + 1));
        var row = book.Codes.Rows[numbers.Below(book.Codes.Count)];
        var method = numbers.Below(10) switch
        {
            < 2 when jmaMember => CreditMethod.ELearning,
            2 when jmaMember => CreditMethod.Journal,
            _ => CreditMethod.Lecture,
        };
        var lecture = Units.Of(0.5m * numbers.Between(1, 3));
        var pending = numbers.Chance(PendingPercent) && running && method == CreditMethod.Lecture;
        var (units, title) = method switch
        {
            CreditMethod.ELearning => (book.Cme(date).ELearningUnits, $"(見本)日医e-ラーニング {row.Title}"),
            CreditMethod.Journal => (Units.Of(0.5m), $"(見本)日医雑誌 問題解答 {row.Title}"),
            _ => (lecture, $"(見本)研修会 {row.Title}"),
        };
        return new AccrueCredit(Invariant($"demo-{year.Year}-{n:D2}"), method, row.Code, units, date, title, !pending, Caller.System);
    }
}
