using JmaActors.Credits;
using JmaActors.Members;
using JmaActors.Time;

namespace JmaActors.Merges;

/// <summary>What a merge would come to, asked of the ledgers as they are.</summary>
static class MergePreviews
{
    public static async Task<MergePreview?> Of(IGrainFactory grains, MemberId into, MemberId from, DateTimeOffset now, CancellationToken ct)
    {
        if (await Read(grains, into, ct) is not { } stays || await Read(grains, from, ct) is not { } goes) return null;
        var entries = await grains.GetGrain<IMergingCreditsGrain>(from.Number).Own(ct);
        var trial = await grains.GetGrain<IMergingCreditsGrain>(into.Number).TryHold(from, entries, ct);
        var alone = await grains.GetGrain<ICreditLedgerGrain>(from.Number).Cme(Tokyo.DateOf(now), Caller.System, ct);
        return new MergePreview(stays, goes, MergeChoice.Lacking(stays, goes), MergeChoice.Differing(stays, goes), trial, alone, Hindrance(stays, goes));
    }

    static Task<MemberView?> Read(IGrainFactory grains, MemberId id, CancellationToken ct) => grains.GetGrain<IMemberGrain>(id.Number).Read(Caller.System, ct);

    static string? Hindrance(MemberView stays, MemberView goes) =>
        stays.MergedInto is not null || goes.MergedInto is not null ? "already-merged"
        : goes.Holds is { Count: > 0 } ? "holds-others"
        : stays.Person.Name.Length == 0 || goes.Person.Name.Length == 0 ? "erased"
        : null;
}
