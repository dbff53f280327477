using JmaActors.Ledgers;

namespace JmaActors.Proofs;

/// <summary>
/// What certificates are about, whatever their words: one person's attendance of one session, or one person's transcript of one date. A revocation counts
/// for it, so that a new name or title gives no valid certificate of what was revoked; issued anew, it has the next revision. Keyed by kind, member and
/// session or date.
/// </summary>
[Alias("certificate-subject-grain")]
public interface ICertificateSubjectGrain : IGrainWithStringKey, ILedgerGrain
{
    /// <summary>Lets it be issued again, as the next revision. Natural key: the revision that was revoked. Refused with <c>not-revoked</c>, <c>no-reason</c>, <c>reason-too-long</c>, <c>too-many-revisions</c>.</summary>
    [Alias("reissue")]
    Task<Answer<CertificateSubjectView>> Reissue(ReissueCertificate command, CancellationToken ct);

    /// <summary>How it stands; revision 0 that was never revoked before anything happened.</summary>
    [Alias("read")]
    Task<CertificateSubjectView> Read(CancellationToken ct);
}

/// <param name="Revision">The revision that was revoked.</param>
/// <param name="Reason">Why it may be had again; kept for those who may revoke it.</param>
[GenerateSerializer, Immutable, Alias("reissue-certificate")]
public sealed record ReissueCertificate([property: Id(0)] int Revision, [property: Id(1)] string Reason, [property: Id(2)] Caller Caller);

/// <param name="Revision">The revision a certificate has that is issued now; 0 is the first.</param>
/// <param name="Revoked">When each revision was revoked, from 0; one that is not among them stands.</param>
[GenerateSerializer, Immutable, Alias("certificate-subject-view")]
public sealed record CertificateSubjectView(
    [property: Id(0)] int Revision,
    [property: Id(1)] IReadOnlyList<DateTimeOffset> Revoked,
    [property: Id(2)] long Version)
{
    /// <summary>When a revision was revoked; null while it stands.</summary>
    public DateTimeOffset? RevokedAt(int revision) => revision < Revoked.Count ? Revoked[revision] : null;
}
