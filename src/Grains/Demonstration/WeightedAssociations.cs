using System.Globalization;

namespace JmaActors.Demonstration;

/// <summary>Associations drawn by weight: a prefecture's share follows its physicians, and within it the first associations are the larger ones.</summary>
sealed class WeightedAssociations
{
    const int Scale = 1_000;

    /// <summary>Flattens the fall from the first association of a prefecture to its last.</summary>
    const int Flatness = 4;

    readonly AssociationId[] _ids;
    readonly int[] _cumulated;

    WeightedAssociations(AssociationId[] ids, int[] cumulated) => (_ids, _cumulated) = (ids, cumulated);

    public AssociationId Draw(ref SeededNumbers numbers) => _ids[numbers.Weighted(_cumulated)];

    public static WeightedAssociations Falling(IReadOnlyList<DemonstrationAssociation> associations)
    {
        var ids = new List<AssociationId>();
        var weights = new List<int>();
        foreach (var prefecture in associations.GroupBy(a => a.Id.Parent!.Value))
        {
            var share = PrefectureWeights.Physicians[int.Parse(prefecture.Key.Code, CultureInfo.InvariantCulture) - 1] * Scale;
            var falling = Enumerable.Range(0, prefecture.Count()).Select(n => Scale / (n + Flatness)).ToArray();
            ids.AddRange(prefecture.Select(a => a.Id));
            weights.AddRange(Shares.Of(share, falling));
        }
        return new WeightedAssociations([.. ids], Shares.Cumulate(weights));
    }
}
