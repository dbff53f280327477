namespace JmaActors.Demonstration;

/// <summary>
/// How the made-up population spreads over the prefectures, in order of their code. Round figures near the number of physicians, in hundreds,
/// from general knowledge; not a statistic, and used for nothing but demonstration.
/// </summary>
static class PrefectureWeights
{
    public static readonly IReadOnlyList<int> Physicians =
    [
        135, 27, 26, 60, 25, 26, 40, 58, 46, 46, 135, 133, 490, 210, 47, 28, 34, 21, 21, 52, 46, 83, 176, 42,
        36, 90, 264, 152, 38, 30, 18, 20, 62, 76, 36, 25, 29, 38, 23, 168, 25, 45, 53, 34, 28, 47, 40,
    ];

    /// <summary>Flatter than the physicians: large prefectures have larger associations, not only more of them.</summary>
    public static readonly IReadOnlyList<int> Spread = [.. Physicians.Select(p => (int)Math.Sqrt(p * 100d))];

    /// <summary>One university association in each prefecture and more in some: 65.</summary>
    public static readonly IReadOnlyList<int> UniversityCounts =
        [.. Enumerable.Range(1, Physicians.Count).Select(code => 1 + More.GetValueOrDefault(code))];

    static Dictionary<int, int> More => new() { [1] = 1, [13] = 7, [14] = 2, [23] = 2, [26] = 1, [27] = 3, [40] = 2 };
}
