using JmaActors.Journal;
using C = JmaActors.Journal.Columns<JmaActors.Merges.PairRow>;

namespace JmaActors.Merges;

/// <summary>Two records that may be one person's, as the inbox finds them: a row of <c>merge_pair</c>.</summary>
/// <param name="Status"><see cref="MergeStatus"/> as a number.</param>
/// <param name="Reasons"><see cref="MergeReasons"/> as a number.</param>
/// <param name="Into">The record that stays or stayed; null before a merge was decided.</param>
/// <param name="Decided">When somebody last decided; when it was found while nobody has.</param>
public sealed record PairRow(string Pair, long Low, long High, int Status, int Reasons, long? Into, DateTimeOffset Found, DateTimeOffset Decided, long Version);

/// <summary>View tables written by merges. Keys: <c>new ViewKey(0, pair)</c>.</summary>
public static class MergeViews
{
    public static readonly ViewTable<PairRow> Pairs = new(
        "merge_pair",
        1,
        [
            C.Text("pair", r => r.Pair),
            C.Big("low", r => r.Low),
            C.Big("high", r => r.High),
            C.Int("status", r => r.Status),
            C.Int("reasons", r => r.Reasons),
            C.BigOrNull("merged_into", r => r.Into),
            C.Instant("found", r => r.Found),
            C.Instant("decided", r => r.Decided),
            C.Big("version", r => r.Version),
        ],
        new ViewIndex("merge_pair_by_people", "low", "high"),
        new ViewIndex("merge_pair_by_high", "high"),
        new ViewIndex("merge_pair_by_status", "status", "decided", "pair"));

    public static readonly IReadOnlyList<ViewTable> All = [Pairs];
}
