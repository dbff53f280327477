namespace JmaActors.Proofs;

/// <summary>
/// Puts together what a certificate says from the ledgers as they stand, issues it, and says of one shown whether it still holds.
/// Stateless; any key, 0 by custom. What it keeps is kept by <see cref="ICertificateGrain"/>.
/// </summary>
[Alias("certificate-desk-grain")]
public interface ICertificateDeskGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// 受講証明書. Refused with <c>not-confirmed</c> until the host has confirmed the roll, <c>credits-underway</c> while its credits are on their way to the
    /// ledger, <c>not-attended</c>, <c>nothing-posted</c>, <c>erased</c>, <c>certificate-revoked</c>. Value null without refusal: no such person or session.
    /// </summary>
    [Alias("attendance")]
    Task<Answer<AttendanceContent>> Attendance(MemberId member, SessionId session, Caller caller, CancellationToken ct);

    /// <summary>単位取得明細 of everything posted with a date up to <paramref name="on"/>. Refused with <c>nothing-posted</c>, <c>erased</c>, <c>certificate-revoked</c>.</summary>
    [Alias("transcript")]
    Task<Answer<TranscriptContent>> Transcript(MemberId member, DateOnly on, Caller caller, CancellationToken ct);

    /// <summary>
    /// Lets a revoked certificate be issued again, with another code. Natural key: the revision of the certificate. Refused with <c>not-issued</c>,
    /// <c>not-revoked</c>, <c>no-reason</c>, <c>reason-too-long</c>, <c>too-many-revisions</c>.
    /// </summary>
    [Alias("reissue")]
    Task<Answer<CertificateSubjectView>> Reissue(CertificateCode code, string reason, Caller caller, CancellationToken ct);

    /// <summary>
    /// Certificates of attendance issued to a person, one line per session with the certificate that matters now, newest first; of one session when it is named.
    /// At most <see cref="CertificateLimits.Listed"/> certificates are looked through. Those of before they were listed are not found.
    /// </summary>
    [Alias("issued")]
    Task<IReadOnlyList<IssuedCertificate>> Issued(MemberId member, SessionId? session, Caller caller, CancellationToken ct);

    /// <summary>Whether a certificate holds now; with the SHA-256 of a file, whether that file is it. Asks for no right and names nobody in full.</summary>
    [Alias("verify")]
    Task<Verification> Verify(CertificateCode code, string? sha256, CancellationToken ct);
}

/// <summary>What became of a verification.</summary>
[GenerateSerializer, Alias("proof-outcome")]
public enum ProofOutcome
{
    /// <summary>Issued under this code, and the ledger says the same today.</summary>
    Valid = 0,

    /// <summary>Withdrawn by an office or the host.</summary>
    Revoked = 1,

    /// <summary>The ledger was corrected after it was issued: what it certifies no longer stands there.</summary>
    Superseded = 2,

    /// <summary>No certificate has this code, or the file carries none.</summary>
    Unknown = 3,

    /// <summary>The file carries the code of a certificate but is not the file that was handed out.</summary>
    Altered = 4,
}

/// <summary>The answer to whoever verifies.</summary>
/// <param name="Code">The code looked up; null when a file carries none.</param>
/// <param name="Claim">What was certified under the code; null when unknown.</param>
/// <param name="Holder">The holder's name with all but the first character of each part hidden, to compare with the paper; empty when erased.</param>
/// <param name="Revoked">When it was revoked.</param>
/// <param name="Reworded">True when it holds but would be worded otherwise today: a name or title has changed since.</param>
/// <param name="ByFile">True when a file was compared, not the code alone.</param>
/// <param name="Demonstration">The holder is made up.</param>
/// <param name="ReplacedBy">Of one that is revoked or superseded: the certificate that was issued in its place and holds; null when none was.</param>
[GenerateSerializer, Immutable, Alias("verification")]
public sealed record Verification(
    [property: Id(0)] ProofOutcome Outcome,
    [property: Id(1)] CertificateCode? Code,
    [property: Id(2)] CertificateFacts? Claim,
    [property: Id(3)] DateTimeOffset? Issued,
    [property: Id(4)] DateTimeOffset? Revoked,
    [property: Id(5)] string Holder,
    [property: Id(6)] bool Reworded,
    [property: Id(7)] bool ByFile,
    [property: Id(8)] bool Demonstration,
    [property: Id(9)] DateTimeOffset Asked,
    [property: Id(10)] CertificateCode? ReplacedBy = null);

/// <summary>Of a claim, what anybody who holds the paper may see: no member number.</summary>
[GenerateSerializer, Immutable, Alias("certificate-facts")]
public sealed record CertificateFacts(
    [property: Id(0)] CertificateKind Kind,
    [property: Id(1)] string Title,
    [property: Id(2)] string HostName,
    [property: Id(3)] DateOnly Date,
    [property: Id(4)] IReadOnlyList<SchemeUnits> Units,
    [property: Id(5)] decimal? Total)
{
    public static CertificateFacts Of(CertificateClaim claim) => new(claim.Kind, claim.Title, claim.HostName, claim.Date, claim.Units, claim.Total);
}
