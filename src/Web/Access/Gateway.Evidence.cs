using JmaActors.Audit;
using JmaActors.Credits;
using JmaActors.Members;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>
    /// Refuses a caller who may not bring documents for a person, before the first byte of one is read. False when there is no such person for this caller.
    /// </summary>
    public async Task<bool> MayBringEvidence(MemberId id, Caller caller, CancellationToken ct)
    {
        if (await Seen(id, caller, ct).ConfigureAwait(false) is not { } membership) return false;
        if (!SeesAll(caller)) Require(caller, new Target.ReportCredit(id, membership, Post: false), "bring documents");
        return true;
    }

    /// <summary>Keeps a document for a person, brought by who may report credit for her. Null when there is no such person for this caller.</summary>
    public async Task<Answer<EvidenceFile>?> KeepEvidence(MemberId id, EvidenceFile file, Caller caller, CancellationToken ct)
    {
        if (!await MayBringEvidence(id, caller, ct).ConfigureAwait(false)) return null;
        var kept = await evidence.Put(id, file, clock.GetUtcNow(), ct).ConfigureAwait(false);
        return kept == EvidenceKept.TooMany
            ? new Answer<EvidenceFile>(null, new Refusal("evidence-too-many", "", $"At most {EvidenceLimits.PerDay} documents a day are taken for one person."), 0, false)
            : new Answer<EvidenceFile>(file, null, 0, kept == EvidenceKept.Held);
    }

    /// <summary>The document attached to an entry, for whoever sees the person's record. Null when there is none for this caller.</summary>
    public async Task<EvidenceFile?> ReadEvidence(MemberId id, string key, Caller caller, CancellationToken ct)
    {
        if (!await Opens(id, AuditParts.Evidence, caller, ct).ConfigureAwait(false)) return null;
        var attached = await Ask(Credits(id), (key, caller), static (g, w, t) => g.Document(w.key, w.caller, t), ct).ConfigureAwait(false);
        return attached is null ? null : await evidence.Read(id, attached.Sha256, ct).ConfigureAwait(false);
    }

    /// <summary>Terms of the methods of recording credit by hand; null when there is no such person for this caller.</summary>
    public async Task<IReadOnlyList<MethodLine>?> CreditMethods(MemberId id, DateOnly on, Caller caller, CancellationToken ct)
    {
        if (!await Sees(id, caller, ct).ConfigureAwait(false)) return null;
        return await Ask(Credits(id), (on, caller), static (g, w, t) => g.Methods(w.on, w.caller, t), ct).ConfigureAwait(false);
    }

    /// <summary>Whether the caller may report credit for a person of this membership, for pages that offer it.</summary>
    public bool MayReportCredit(MemberId id, Membership membership, Caller caller) => Scopes.Allows(caller, new Target.ReportCredit(id, membership, Post: false));

    /// <summary>Whether the caller may post and void a person's entries, for pages that offer it.</summary>
    public bool MaySettleCredit(MemberId id, Membership membership, Caller caller) => Scopes.Allows(caller, new Target.SettleCredit(id, membership));
}
