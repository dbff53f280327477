namespace JmaActors.Proofs;

/// <summary>What can happen to what certificates are about.</summary>
public abstract record CertificateSubjectEvent;

/// <summary>A certificate of this revision was revoked, and with it every wording of it.</summary>
public sealed record RevisionRevoked(int Revision) : CertificateSubjectEvent;

/// <summary>It may be issued again.</summary>
/// <param name="Revision">The new one.</param>
public sealed record RevisionOpened(int Revision, string Reason) : CertificateSubjectEvent;

/// <summary>What a certificate that is revoked tells what it is about. Parcel <c>certificate-revoked</c>.</summary>
public sealed record RevocationWord(int Revision)
{
    /// <summary>Type of the parcel.</summary>
    public const string Parcel = "certificate-revoked";
}
