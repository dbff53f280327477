using JmaActors.Members;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>How a person's erasure stands; null when there is no such person for this caller.</summary>
    public async Task<ErasureView?> ReadErasure(MemberId id, Caller caller, CancellationToken ct)
    {
        var view = await Ask(Erasure(id), Caller.System, static (g, c, t) => g.Erasure(c, t), ct).ConfigureAwait(false);
        if (view is null) return null;
        var target = new Target.EraseMember(id, view.Membership, view.Owner);
        if (Scopes.Allows(caller, target)) return view;
        await Refuse(caller, target).ConfigureAwait(false);
        return null;
    }

    /// <summary>Asks that a person be erased; null when there is no such person for this caller.</summary>
    public Task<Answer<ErasureView>?> AskErasure(MemberId id, AskErasure command, CancellationToken ct) =>
        OnErasure(id, command.Caller, command, static (g, c, t) => g.AskErasure(c, t), ct);

    /// <summary>Stops what was asked for; null when there is no such person for this caller.</summary>
    public Task<Answer<ErasureView>?> StopErasure(MemberId id, AskErasure command, CancellationToken ct) =>
        OnErasure(id, command.Caller, command, static (g, c, t) => g.StopErasure(c, t), ct);

    /// <summary>Erases a person; null when there is no such person for this caller.</summary>
    public Task<Answer<ErasureView>?> Erase(MemberId id, Caller caller, CancellationToken ct) =>
        OnErasure(id, caller, new ErasePerson(caller), static (g, c, t) => g.Erase(c, t), ct);

    async Task<Answer<ErasureView>?> OnErasure<TCommand>(
        MemberId id, Caller caller, TCommand command, Func<IErasureGrain, TCommand, CancellationToken, Task<Answer<ErasureView>>> question, CancellationToken ct) =>
        await ReadErasure(id, caller, ct).ConfigureAwait(false) is null ? null : await Ask(Erasure(id), command, question, ct).ConfigureAwait(false);

    IErasureGrain Erasure(MemberId id) => actors.Grain<IErasureGrain>(id.Number);
}
