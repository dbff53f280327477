using JmaActors.Credits;
using JmaActors.Ledgers;

namespace JmaActors.Proofs;

/// <summary>
/// One certificate: what it says (without the holder's name), which files of it were handed out, and whether it was revoked.
/// Keyed by <see cref="CertificateCode.Text"/>, which follows from everything printed, so the same request finds the same certificate.
/// </summary>
[Alias("certificate-grain")]
public interface ICertificateGrain : IGrainWithStringKey, ILedgerGrain
{
    /// <summary>Issues it. Natural key: the code; a repeat gets the first answer, with the first instant of issue.</summary>
    [Alias("issue")]
    Task<Answer<CertificateView>> Issue(IssueCertificate command, CancellationToken ct);

    /// <summary>Records that a file with this SHA-256 is this certificate. Natural key: the digest. Refused with <c>certificate-revoked</c>, <c>not-issued</c>.</summary>
    [Alias("record-file")]
    Task<Answer<CertificateView>> RecordFile(RecordFile command, CancellationToken ct);

    /// <summary>
    /// Revokes it for ever, with a reason, and with it every other wording of the same (<see cref="ICertificateSubjectGrain"/>). A repeat gets the first answer.
    /// </summary>
    [Alias("revoke")]
    Task<Answer<CertificateView>> Revoke(RevokeCertificate command, CancellationToken ct);

    /// <summary>The certificate as recorded; null when none was issued under this code.</summary>
    [Alias("read")]
    Task<CertificateView?> Read(CancellationToken ct);
}

/// <summary>Named limits of certificates.</summary>
public static class CertificateLimits
{
    /// <summary>Files of one certificate: another one is made only when fonts, layout or address of the site change.</summary>
    public const int Files = 64;

    public const int ReasonLength = 500;

    /// <summary>Revisions of one certificate.</summary>
    public const int Revisions = 50;

    /// <summary>Certificates looked through for one list.</summary>
    public const int Listed = 200;

    /// <summary>Pages of entries read for one transcript: as many as a ledger can have.</summary>
    public const int EntryPages = 1_000;
}

[GenerateSerializer, Alias("certificate-kind")]
public enum CertificateKind
{
    /// <summary>受講証明書: attendance of one session.</summary>
    Attendance = 0,

    /// <summary>単位取得明細: everything posted up to a date.</summary>
    Transcript = 1,
}

/// <summary>What is certified, as far as it names nobody: what the verification page shows and compares.</summary>
/// <param name="Session">The session attended; null for a transcript.</param>
/// <param name="Title">Title of the program; empty for a transcript.</param>
/// <param name="Host">Who gives its name: host of the program, or 日本医師会.</param>
/// <param name="Date">Civil date of the session, or the date a transcript is of.</param>
/// <param name="Units">Posted units per scheme.</param>
/// <param name="Total">Units + codes towards the CME certificate; null when the document does not say.</param>
/// <param name="Basis">SHA-256 (hex) over the ledger entries it was made from.</param>
/// <param name="Revision">0 for the first; one more each time it was issued again after a revocation.</param>
[GenerateSerializer, Immutable, Alias("certificate-claim")]
public sealed record CertificateClaim(
    [property: Id(0)] CertificateKind Kind,
    [property: Id(1)] MemberId Member,
    [property: Id(2)] SessionId? Session,
    [property: Id(3)] string Title,
    [property: Id(4)] AssociationId Host,
    [property: Id(5)] string HostName,
    [property: Id(6)] DateOnly Date,
    [property: Id(7)] IReadOnlyList<SchemeUnits> Units,
    [property: Id(8)] decimal? Total,
    [property: Id(9)] string Basis,
    [property: Id(10)] int Revision = 0);

/// <summary>Posted units of one scheme. Units of different schemes are never added up.</summary>
/// <param name="Entries">Entries they come from.</param>
[GenerateSerializer, Immutable, Alias("scheme-units")]
public sealed record SchemeUnits([property: Id(0)] CreditScheme Scheme, [property: Id(1)] Units Units, [property: Id(2)] int Entries);

[GenerateSerializer, Immutable, Alias("issue-certificate")]
public sealed record IssueCertificate([property: Id(0)] CertificateClaim Claim, [property: Id(1)] Caller Caller);

/// <param name="Sha256">Of the whole file, 64 small hexadecimal digits.</param>
[GenerateSerializer, Immutable, Alias("record-file")]
public sealed record RecordFile([property: Id(0)] string Sha256, [property: Id(1)] Caller Caller);

/// <param name="Reason">Why; kept for those who may see the member, not shown to whoever verifies.</param>
[GenerateSerializer, Immutable, Alias("revoke-certificate")]
public sealed record RevokeCertificate([property: Id(0)] string Reason, [property: Id(1)] Caller Caller);

/// <param name="Files">SHA-256 of every file handed out.</param>
/// <param name="Revoked">When it was revoked; null while it was not.</param>
/// <param name="Reason">Why it was revoked.</param>
[GenerateSerializer, Immutable, Alias("certificate-view")]
public sealed record CertificateView(
    [property: Id(0)] CertificateCode Code,
    [property: Id(1)] CertificateClaim Claim,
    [property: Id(2)] DateTimeOffset Issued,
    [property: Id(3)] IReadOnlyList<string> Files,
    [property: Id(4)] DateTimeOffset? Revoked,
    [property: Id(5)] string? Reason,
    [property: Id(6)] long Version);
