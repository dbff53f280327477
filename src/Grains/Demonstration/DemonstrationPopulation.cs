using JmaActors.Members;
using JmaActors.Rosters;

namespace JmaActors.Demonstration;

/// <summary>
/// People who do not exist, in the real shape: the categories of 日本医師会 in the proportions of 2025-12-01, JMA members as 84.3 % of the
/// members of local associations, and some who belong to none and attend training. The same for the same size and seed.
/// </summary>
public sealed class DemonstrationPopulation
{
    /// <summary>JMA members on 2025-12-01.</summary>
    public const int RealJmaMembers = 178_593;

    /// <summary>The day the proportions are of; ages are as of it.</summary>
    public static readonly DateOnly AsOf = new(2025, 12, 1);

    /// <summary>Of a thousand members of local associations, those who are JMA members (FY2024, 京都医報 2025-10-01).</summary>
    public const int JmaPerMilleOfLocal = 843;

    /// <summary>Of a hundred local members outside JMA, those who belong to the prefectural association; a round figure, not a statistic.</summary>
    public const int PrefecturePercentOfOthers = 40;

    /// <summary>People without any association who attend training, in a hundred of the JMA members; a round figure, not a statistic.</summary>
    public const int VisitorPercent = 2;

    static readonly IReadOnlyList<int> RealCategories = [81_273, 44_294, 5_116, 43_978, 3_932];

    readonly DemonstrationPerson _person;
    readonly ulong _seed;

    /// <param name="jmaMembers">0 to <see cref="RealJmaMembers"/>.</param>
    /// <param name="associations">Whom they belong to.</param>
    public DemonstrationPopulation(int jmaMembers, ulong seed, DemonstrationAssociations associations)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(jmaMembers);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(jmaMembers, RealJmaMembers);
        (JmaMembers, _seed, Associations) = (jmaMembers, seed, associations);
        OtherLocalMembers = (int)Math.Round(jmaMembers * (1000m - JmaPerMilleOfLocal) / JmaPerMilleOfLocal, MidpointRounding.AwayFromZero);
        Visitors = jmaMembers * VisitorPercent / 100;
        _person = new DemonstrationPerson(seed, associations);
    }

    public DemonstrationAssociations Associations { get; }

    /// <summary>People in all three layers.</summary>
    public int JmaMembers { get; }

    /// <summary>People of a local association who are not JMA members; 33,261 at full size.</summary>
    public int OtherLocalMembers { get; }

    /// <summary>People of no association.</summary>
    public int Visitors { get; }

    /// <summary>Rows in all; 215,425 at full size.</summary>
    public int Total => JmaMembers + OtherLocalMembers + Visitors;

    /// <summary>How many JMA members a category has here: the real proportions by largest remainder.</summary>
    public IReadOnlyDictionary<MemberCategory, int> Categories =>
        Enum.GetValues<MemberCategory>().Zip(Shares.Of(JmaMembers, RealCategories)).ToDictionary(p => p.First, p => p.Second);

    /// <summary>The card number of the n-th person, from 1.</summary>
    public static CardNumber Card(int number) => DemonstrationPerson.CardOf(number - 1);

    /// <summary>Everybody, generated as they are asked for, in mixed order. Line 1 is the first person.</summary>
    public IEnumerable<RosterRow> Rows()
    {
        var kinds = Kinds();
        for (var i = 0; i < kinds.Length; i++) yield return _person.Row(i, kinds[i]);
    }

    /// <summary>Everybody in chunks an import takes, at most <see cref="RosterLimits.Chunk"/> rows each.</summary>
    public IEnumerable<RosterRow[]> Chunks() => Rows().Chunk(RosterLimits.Chunk);

    PersonKind[] Kinds()
    {
        var others = OtherLocalMembers * PrefecturePercentOfOthers / 100;
        int[] counts = [.. Categories.OrderBy(c => c.Key).Select(c => c.Value), others, OtherLocalMembers - others, Visitors];
        var kinds = counts.SelectMany((count, i) => Enumerable.Repeat((PersonKind)(i + 1), count)).ToArray();
        var numbers = SeededNumbers.Of(_seed, DemonstrationStreams.Order, 0);
        for (var i = kinds.Length - 1; i > 0; i--)
        {
            var other = numbers.Below(i + 1);
            (kinds[i], kinds[other]) = (kinds[other], kinds[i]);
        }
        return kinds;
    }
}

/// <summary>What a generated person is: a category of 日本医師会 (same numbers), or outside it.</summary>
enum PersonKind : byte
{
    A1 = MemberCategory.A1,
    A2B = MemberCategory.A2B,
    A2C = MemberCategory.A2C,
    B = MemberCategory.B,
    C = MemberCategory.C,
    LocalAndPrefecture = 6,
    LocalOnly = 7,
    Visitor = 8,
}

/// <summary>Each use of the seed has a stream of its own, so that a new one changes none of the others.</summary>
static class DemonstrationStreams
{
    public const ulong Order = 1;
    public const ulong Person = 2;
    public const ulong Credits = 3;
    public const ulong Door = 4;
    public const ulong Duty = 5;
    public const ulong Dues = 6;
}
