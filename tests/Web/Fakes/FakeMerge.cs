using JmaActors.Ledgers;
using JmaActors.Merges;
using Orleans.Concurrency;

namespace JmaActors.Tests.Web.Fakes;

/// <summary>A pair of records as a test wants it; keeps what was decided.</summary>
sealed class FakeMerge(MergePair pair) : IMergeGrain
{
    /// <summary>Null while nobody proposed it.</summary>
    public MergeStatus? Status { get; set; }

    public MemberId? Into { get; set; }

    public List<object> Asked { get; } = [];

    MergeView? View => Status is { } status ? new MergeView(pair, status, MergeReasons.Kana, default, Into, MergeFields.None, 1, 0, 0, "", null, null, null, 1) : null;

    public Task<MergeView?> Read(Caller caller, CancellationToken ct) => Task.FromResult(View);

    public Task<Answer<MergeView>> Propose(MergeReasons reasons, Caller caller, CancellationToken ct) => throw new NotSupportedException();

    public Task<Answer<MergeView>> Dismiss(DismissPair command, CancellationToken ct) => Take(command);

    public Task<Answer<MergeView>> Decide(DecideMerge command, CancellationToken ct) => Take(command);

    public Task<Answer<MergeView>> Undo(UndoMerge command, CancellationToken ct) => Take(command);

    public Task<MergePreview?> Preview(MemberId into, Caller caller, CancellationToken ct)
    {
        Asked.Add(into);
        return Task.FromResult<MergePreview?>(null);
    }

    public Task<IReadOnlyList<HistoryLine>> History(long after, Caller caller, CancellationToken ct) => Task.FromResult<IReadOnlyList<HistoryLine>>([]);

    public Task Wake(CancellationToken ct) => Task.CompletedTask;

    public Task<Receipt> Receive(Immutable<Parcel[]> parcels, CancellationToken ct) => throw new NotSupportedException();

    Task<Answer<MergeView>> Take(object command)
    {
        Asked.Add(command);
        return Task.FromResult(new Answer<MergeView>(View, null, 1, false));
    }
}
