using System.Diagnostics;
using System.Net.Http.Json;
using JmaActors.Associations;
using JmaActors.Composition;
using JmaActors.Demonstration;
using JmaActors.Members;

namespace JmaActors.Benchmarks.Rosters;

/// <summary>Members of the three layers.</summary>
readonly record struct LayerCounts(int Local, int Prefecture, int Jma)
{
    public static readonly LayerCounts None = new(0, 0, 0);

    public static LayerCounts Of(MembershipLayers layers) =>
        new(One(layers, MembershipLayers.Local), One(layers, MembershipLayers.Prefecture), One(layers, MembershipLayers.Jma));

    public static LayerCounts Of(AssociationFigures figures) => new(figures.LocalMembers, figures.PrefectureMembers, figures.JmaMembers);

    public static LayerCounts operator +(LayerCounts a, LayerCounts b) => new(a.Local + b.Local, a.Prefecture + b.Prefecture, a.Jma + b.Jma);

    static int One(MembershipLayers layers, MembershipLayers layer) => layers.HasFlag(layer) ? 1 : 0;
}

/// <summary>What climbed to the top must be what the 47 hold, and what the 889 hold.</summary>
static class Tallies
{
    /// <summary>Figures climb in ticks: the last ones are given this long.</summary>
    static readonly TimeSpan Climb = TimeSpan.FromSeconds(30);

    public static async Task Check(HttpClient http, string database, LayerCounts? expected)
    {
        var associations = DemonstrationAssociations.Parse(Seeds.Text("prefectural-associations.csv")).All.Select(a => a.Id).ToList();
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var national = await Of(http, AssociationId.Jma);
            var prefectures = await Sum(http, associations.Where(a => a.Layer == AssociationLayer.Prefecture));
            var locals = await Sum(http, associations.Where(a => a.Layer == AssociationLayer.Local));
            if (national == prefectures && national == locals && (expected is null || national == expected))
            {
                Figures.Note($"{database}: national = Σ 47 = Σ 889 in each layer: local {national.Local}, prefecture {national.Prefecture}, JMA {national.Jma}");
                return;
            }
            if (Stopwatch.GetElapsedTime(began) > Climb) throw new InvalidOperationException($"Tallies disagree: national {national}, Σ 47 {prefectures}, Σ 889 {locals}, expected {expected}.");
            await Task.Delay(500);
        }
    }

    static async Task<LayerCounts> Sum(HttpClient http, IEnumerable<AssociationId> associations)
    {
        var sum = LayerCounts.None;
        foreach (var association in associations) sum += await Of(http, association);
        return sum;
    }

    static async Task<LayerCounts> Of(HttpClient http, AssociationId association) =>
        LayerCounts.Of(await http.GetFromJsonAsync<AssociationFigures>(new Uri($"/api/v1/associations/{association}/figures", UriKind.Relative)) ?? AssociationFigures.Zero);
}
