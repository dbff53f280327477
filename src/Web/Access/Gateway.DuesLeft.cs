using JmaActors.Audit;
using JmaActors.Dues;
using JmaActors.Members;

namespace JmaActors.Web.Access;

/// <summary>Somebody as a page of dues shows her.</summary>
/// <param name="Left">She has left the association, and is seen for what she still owes, or paid not long ago, alone.</param>
/// <param name="Dealt">By which membership others deal with her: of who belongs elsewhere now only what she pays, and what the association itself is owed, is the former one's. The rest is her association's.</param>
public sealed record DuesPerson(MemberView Member, bool Left, Membership Dealt);

public sealed partial class Gateway
{
    /// <summary>Whose dues a page shows; null when there is no such person for this caller.</summary>
    public async Task<DuesPerson?> DuesPerson(MemberId id, Caller caller, CancellationToken ct)
    {
        if (await Owing(id, caller, ct).ConfigureAwait(false) is not { } person) return null;
        await Look(id, AuditParts.Identity, caller, ct).ConfigureAwait(false);
        return person;
    }

    /// <summary>
    /// Who is visible; and who has left the caller's local association, for another or altogether, and still owes through it: it deals with her dues as with a member's until they are settled, and until the end of the fiscal year after
    /// her last payment: a wrong one can be taken back as long.
    /// </summary>
    async Task<DuesPerson?> Owing(MemberId id, Caller caller, CancellationToken ct)
    {
        if (caller is { Role: CallerRole.Office or CallerRole.Auditor, For: null } && AssociationId.TryParse(caller.Scope, out var own) && own.Layer == AssociationLayer.Local
            && await Ask(Member(id), Caller.System, static (g, c, t) => g.Read(c, t), ct).ConfigureAwait(false) is { MergedInto: null } person
            && !own.Sees(person.Membership) && Deals(await Ask(DuesOf(id), Caller.System, static (g, c, t) => g.Read(c, t), ct).ConfigureAwait(false), own))
        {
            var owing = new Membership(own, MembershipLayers.Local, null);
            return new DuesPerson(person with { Membership = owing }, true, person.Membership.Layers == MembershipLayers.None ? owing : person.Membership);
        }
        return await Visible(id, caller, ct).ConfigureAwait(false) is { } view ? new DuesPerson(view, false, view.Membership) : null;
    }

    bool Deals(DuesView dues, AssociationId own)
    {
        var (through, since) = (dues.Statements.Where(s => s.Posted is not null).SelectMany(s => s.Accounts).Where(a => a.Id.Via == own).ToList(), DuesListLimits.SeenSince(Today));
        // What was paid through it is of this fiscal year or the last: who goes on paying elsewhere is not its affair for ever.
        return through.Exists(a => a.Open.Amount > 0) || (through.Exists(a => a.Paid.Amount > 0 && a.Id.Year.Year >= FiscalYear.Of(since).Year) && dues.Payments.Any(p => !p.Reversed && p.On >= since));
    }
}
