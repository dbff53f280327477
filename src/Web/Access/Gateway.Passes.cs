using JmaActors.Members;
using JmaActors.Passes;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>Whether somebody may have this person's pass shown.</summary>
    public bool MayShowPass(MemberId id, Caller caller) => Scopes.Allows(caller, new Target.ShowPass(id));

    /// <summary>A pass that begins now; null when there is no such person for this caller.</summary>
    public async Task<ShownPass?> ShowPass(MemberId id, Caller caller, CancellationToken ct)
    {
        if (!await Sees(id, caller, ct).ConfigureAwait(false)) return null;
        Require(caller, new Target.ShowPass(id), "have a pass shown");
        return await Ask(Passes(id), caller, static (g, c, t) => g.Show(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>Takes back every pass shown so far; null when there is no such person for this caller.</summary>
    public async Task<Answer<PassView>?> RevokePasses(MemberId id, RevokePasses command, CancellationToken ct)
    {
        if (await Visible(id, command.Caller, ct).ConfigureAwait(false) is not { } member) return null;
        Require(command.Caller, new Target.RevokePasses(id, member.Membership), "take passes back");
        return await Ask(Passes(id), command, static (g, c, t) => g.Revoke(c, t), ct).ConfigureAwait(false);
    }

    IPassGrain Passes(MemberId id) => actors.Grain<IPassGrain>(id.Number);
}
