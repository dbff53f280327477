using JmaActors.Credits;

namespace JmaActors.Proofs;

/// <summary>Whom a document is about, as printed.</summary>
[GenerateSerializer, Immutable, Alias("proof-holder")]
public sealed record ProofHolder(
    [property: Id(0)] MemberId Member,
    [property: Id(1)] string Name,
    [property: Id(2)] RegistryNumber? Registry,
    [property: Id(3)] bool Demonstration);

/// <summary>Everything a certificate of attendance (受講証明書) says.</summary>
/// <param name="Issued">The instant it was first issued; the printed date is its civil date in Tokyo.</param>
/// <param name="Talks">Talks with at least one posted entry, in order of time.</param>
/// <param name="Totals">Per scheme; never added up across schemes.</param>
/// <param name="Revision">Issued again so many times after a revocation; null for the first.</param>
[GenerateSerializer, Immutable, Alias("attendance-content")]
public sealed record AttendanceContent(
    [property: Id(0)] CertificateCode Code,
    [property: Id(1)] DateTimeOffset Issued,
    [property: Id(2)] ProofHolder Holder,
    [property: Id(3)] SessionId Session,
    [property: Id(4)] string Title,
    [property: Id(5)] string Place,
    [property: Id(6)] string HostName,
    [property: Id(7)] DateOnly Date,
    [property: Id(8)] IReadOnlyList<ProofTalk> Talks,
    [property: Id(9)] IReadOnlyList<SchemeUnits> Totals,
    [property: Id(10)] int? Revision = null);

/// <summary>A talk attended and what it earned.</summary>
[GenerateSerializer, Immutable, Alias("proof-talk")]
public sealed record ProofTalk(
    [property: Id(0)] int No,
    [property: Id(1)] DateTimeOffset Start,
    [property: Id(2)] DateTimeOffset End,
    [property: Id(3)] string Title,
    [property: Id(4)] string Speaker,
    [property: Id(5)] IReadOnlyList<ProofLine> Lines)
{
    public int Minutes => (int)(End - Start).TotalMinutes;
}

/// <summary>Posted units of one scheme under one subject.</summary>
/// <param name="Subject">Curriculum code, or number of the subject within the scheme.</param>
[GenerateSerializer, Immutable, Alias("proof-line")]
public sealed record ProofLine(
    [property: Id(0)] CreditScheme Scheme,
    [property: Id(1)] short Subject,
    [property: Id(2)] Words Title,
    [property: Id(3)] Units Units);

/// <summary>Everything a transcript (単位取得明細) says: posted entries with a date up to <paramref name="On"/>.</summary>
/// <param name="Cme">Standing towards the CME certificate, of the entries listed; null when none is of that scheme.</param>
/// <param name="Revision">Issued again so many times after a revocation; null for the first.</param>
[GenerateSerializer, Immutable, Alias("transcript-content")]
public sealed record TranscriptContent(
    [property: Id(0)] CertificateCode Code,
    [property: Id(1)] DateTimeOffset Issued,
    [property: Id(2)] ProofHolder Holder,
    [property: Id(3)] string IssuerName,
    [property: Id(4)] DateOnly On,
    [property: Id(5)] TranscriptStanding? Cme,
    [property: Id(6)] IReadOnlyList<TranscriptScheme> Schemes,
    [property: Id(7)] int? Revision = null);

/// <summary>Units + distinct codes over three fiscal years, towards the certificate (日医生涯教育認定証).</summary>
[GenerateSerializer, Immutable, Alias("transcript-standing")]
public sealed record TranscriptStanding(
    [property: Id(0)] FiscalYear From,
    [property: Id(1)] FiscalYear To,
    [property: Id(2)] Units Units,
    [property: Id(3)] int Codes,
    [property: Id(4)] decimal Total,
    [property: Id(5)] decimal Target)
{
    public bool Reached => Total >= Target;
}

/// <summary>One scheme's entries, newest fiscal year first.</summary>
[GenerateSerializer, Immutable, Alias("transcript-scheme")]
public sealed record TranscriptScheme(
    [property: Id(0)] CreditScheme Scheme,
    [property: Id(1)] Units Units,
    [property: Id(2)] IReadOnlyList<TranscriptYear> Years);

/// <summary>One fiscal year's entries in order of date.</summary>
/// <param name="Codes">Distinct subjects with units.</param>
[GenerateSerializer, Immutable, Alias("transcript-year")]
public sealed record TranscriptYear(
    [property: Id(0)] FiscalYear Year,
    [property: Id(1)] Units Units,
    [property: Id(2)] int Codes,
    [property: Id(3)] IReadOnlyList<TranscriptEntry> Entries);

[GenerateSerializer, Immutable, Alias("transcript-entry")]
public sealed record TranscriptEntry(
    [property: Id(0)] DateOnly Date,
    [property: Id(1)] string Title,
    [property: Id(2)] CreditMethod Method,
    [property: Id(3)] short Subject,
    [property: Id(4)] Words SubjectTitle,
    [property: Id(5)] Units Units);
