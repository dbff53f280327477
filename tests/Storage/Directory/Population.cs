using JmaActors.Credits;
using JmaActors.Dues;
using JmaActors.Members;
using JmaActors.Proofs;
using JmaActors.Training;
using WorkHoursRow = JmaActors.WorkHours.WorkHoursRow;

namespace JmaActors.Tests.Storage.Directory;

/// <summary>Made-up people with everything they are searched by, as their ledgers would have written it.</summary>
sealed class Population
{
    public const long First = 1_000_000_001;

    /// <summary>How far the other number of somebody merged is from the own one.</summary>
    const long Others = 1_000_000;

    /// <summary>The fiscal year searched in.</summary>
    public const int Year = 2026;

    public static readonly DateOnly Today = new(Year, 11, 26);

    static readonly DateTimeOffset Noon = new(2026, 10, 1, 3, 0, 0, TimeSpan.Zero);
    static readonly string[] Surnames = ["佐藤 サトウ", "髙橋 タカハシ", "高橋 タカハシ", "齋藤 サイトウ", "斉藤 サイトウ", "𠮷田 ヨシダ", "山田 ヤマダ"];
    static readonly string[] Given = ["花子 ハナコ", "太郎 タロウ", "さくら サクラ", "山 ヤマ", "一 ハジメ"];
    static readonly string?[] Locals = ["26-001", "26-002", "26-U01", "13-001", "13-019", "01-001"];

    public List<MemberRow> Members { get; } = [];
    public Dictionary<long, PersonRow> People { get; } = [];
    public Dictionary<long, CreditStandingRow> Standings { get; } = [];
    public List<AttendanceRow> Attendances { get; } = [];
    public List<ProofRow> Certificates { get; } = [];
    public List<ProgramRow> Programs { get; } = [];
    public List<CreditReportRow> Reports { get; } = [];

    public List<DuesTermRow> Dues { get; } = [];

    public List<WorkHoursRow> Hours { get; } = [];

    /// <summary>Records that were merged into somebody's.</summary>
    public List<MergedRow> Merged { get; } = [];

    /// <summary>Whose a row under a number is.</summary>
    public long Owner(long number) => Merged.Find(m => m.MemberId == number)?.Into ?? number;

    public static Population Of(int seed, int people)
    {
        var random = new Random(seed);
        var made = new Population();
        for (var i = 0; i < 4; i++)
        {
            var start = Noon.AddDays(i * 20);
            made.Programs.Add(new ProgramRow($"P0{i}", $"P0{i}.1", "26", "題", "会場", start, start.AddHours(2), 3, 1));
        }
        for (var i = 0; i < people; i++) made.Add(random, First + i);
        return made;
    }

    void Add(Random random, long id)
    {
        var (surname, given) = (Surnames[random.Next(Surnames.Length)].Split(' '), Given[random.Next(Given.Length)].Split(' '));
        var layers = (MembershipLayers)new[] { 7, 7, 7, 3, 1, 0 }[random.Next(6)];
        var member = new MemberRow(
            id, $"{surname[0]} {given[0]}", $"{surname[1]} {given[1]}", random.Next(5) == 0 ? null : $"{random.Next(1, 2_000)}", random.Next(4) == 0 ? null : $"CARD{id % 1000}",
            layers == MembershipLayers.None ? null : Locals[random.Next(Locals.Length)], (int)layers, layers.HasFlag(MembershipLayers.Jma) ? random.Next(1, 6) : null, true,
            new DateOnly(1970, 1, 1).AddDays(random.Next(9_000)), null, random.Next(1, 9));
        Members.Add(member);
        People[id] = PersonRow.Of(member, Noon.AddDays(-random.Next(400)).AddMinutes(random.Next(1_440)));
        if (random.Next(4) > 0) Standings[id] = Standing(random, id);
        // Somebody who was on record twice: what was done under the other number is hers.
        var other = random.Next(4) == 0 ? id + Others : id;
        if (other != id) Merged.Add(new MergedRow(other, id, member.Name, member.Kana, null, null, member.Local, true));
        long Either() => random.Next(2) == 0 ? id : other;
        foreach (var program in Programs.Where(_ => random.Next(6) == 0)) Attendances.Add(new AttendanceRow(Either(), program.SessionId, program.StartsAt, program.EndsAt, false));
        for (var n = random.Next(-4, 3); n > 0; n--) Reports.Add(new CreditReportRow(id, $"r{n}", 0, Noon));
        for (var n = random.Next(-2, 3); n > 0; n--) Dues.Add(new DuesTermRow(Either(), $"2026/26-001/{n}", Year, "26-001", random.Next(4) > 0, DuesShareOf.None, DuesShareOf.None, DuesShareOf.None, random.Next(3) == 0 ? null : Today.AddDays(random.Next(-2, 3))));
        foreach (var place in Enumerable.Range(1, 3).Where(_ => random.Next(4) == 0)) Hours.Add(Month(random, Either(), $"W{place}"));
        if (random.Next(5) == 0) Certificates.Add(new ProofRow($"C{id}", Either(), random.Next(2), Noon.AddDays(-random.Next(300)), random.Next(4) == 0, 1));
    }

    /// <summary>Hours kept by a workplace, of the month that began on the day of the search; nothing came of it yet.</summary>
    public static WorkHoursRow Kept(long member, string workplace) => new(member, workplace, 0, null, 0, null, Today, 0, 0, 0, Today, 0, 0, 0, 0, 0, null, -1, "", Noon, 1);

    /// <summary>Of the running month, from its first day to its last, or of one that ended yesterday or earlier.</summary>
    static WorkHoursRow Month(Random random, long member, string workplace) => Kept(member, workplace) with
    {
        MonthFrom = random.Next(3) == 0 ? Today.AddMonths(-1).AddDays(-random.Next(40)) : Today.AddMonths(-1).AddDays(1 + random.Next(30)),
        Month = random.Next(4) switch { 0 => 0, 1 => 4_800, 2 => 6_000 - random.Next(2), _ => random.Next(10_000) },
        MonthOutcome = random.Next(6),
        Need = random.Next(6),
    };

    static CreditStandingRow Standing(Random random, long id)
    {
        int[] totals = [Tenths(random), Tenths(random), Tenths(random)];
        int? Posted(int total) => random.Next(8) == 0 ? null : total - (random.Next(0, (total / 10) + 1) * 10);
        return new CreditStandingRow(
            id, Year - random.Next(4), Posted(totals[0]) ?? totals[0], random.Next(3) * 5, 0, 0, 0, totals[0], totals[0] >= 600, totals[1], totals[1] >= 600, totals[2], totals[2] >= 600,
            Posted(totals[1]), Posted(totals[2]));
    }

    /// <summary>Often just below, at or above what makes a difference.</summary>
    static int Tenths(Random random) => random.Next(5) switch { 0 => 0, 1 => 600, 2 => 599, 3 => 480, _ => random.Next(140) * 5 };
}
