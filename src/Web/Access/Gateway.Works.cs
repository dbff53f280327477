using JmaActors.Works;
using Orleans.Concurrency;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>Whether somebody may begin long work of a kind over whom a search finds.</summary>
    public bool MayWork(WorkKind kind, Caller caller) => Scopes.Allows(caller, new Target.WorkOnMembers(kind));

    /// <summary>Begins long work, or answers with the progress of the one the caller began under this key.</summary>
    /// <exception cref="InvalidInputException">The filter cannot be read; the field is its term.</exception>
    public async Task<Answer<WorkProgress>> StartWork(StartWork command, CancellationToken ct)
    {
        Require(command.Caller, new Target.SearchMembers(), "search members");
        Require(command.Caller, new Target.WorkOnMembers(command.Kind), "work on members");
        var answer = await Ask(Work(WorkIds.Of(command.Caller, command.Key)), command, static (g, c, t) => g.Start(c, t), ct).ConfigureAwait(false);
        return answer.Refusal is { Reason: "bad-filter" } fault ? throw new InvalidInputException(fault.Rule, fault.Detail) : answer;
    }

    /// <summary>Stops long work; null when there is none of this caller's under the id.</summary>
    public async Task<Answer<WorkProgress>?> CancelWork(string id, Caller caller, CancellationToken ct) =>
        await Owned(id, caller, await Ask(Work(id), caller, static (g, c, t) => g.Cancel(c, t), ct).ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary>How far long work is; null when there is none of this caller's under the id.</summary>
    public async Task<WorkProgress?> WorkProgress(string id, Caller caller, CancellationToken ct) =>
        await Owned(id, caller, await Ask(Work(id), caller, static (g, c, t) => g.Progress(c, t), ct).ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary>A chunk of an export's rows; null when there is none for this caller. Before the first, it is recorded that the export is fetched.</summary>
    public async Task<byte[]?> WorkRows(string id, int chunk, Caller caller, CancellationToken ct)
    {
        if (chunk == 0)
        {
            if (await WorkProgress(id, caller, ct).ConfigureAwait(false) is not { } work) return null;
            await ListedWidely(ListKinds.Export, work.Found, caller, ct).ConfigureAwait(false);
        }

        return (await Ask(Work(id), (chunk, caller), static (g, w, t) => g.Rows(w.chunk, w.caller, t), ct).ConfigureAwait(false))?.Value;
    }

    /// <summary>Asking for what is somebody else's, or guessed, is recorded.</summary>
    async Task<T?> Owned<T>(string id, Caller caller, T? found)
        where T : class
    {
        if (found is null) await Refuse(caller, new Target.SeeWork(id)).ConfigureAwait(false);
        return found;
    }

    /// <summary>The caller's own long work, newest first.</summary>
    public Task<IReadOnlyList<WorkLine>> MyWorks(Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SearchMembers(), "see long work");
        return Ask(actors.Grain<IWorkListGrain>(0), caller, static (g, c, t) => g.Mine(c, t), ct);
    }

    IWorkGrain Work(string id) => actors.Grain<IWorkGrain>(id);
}
