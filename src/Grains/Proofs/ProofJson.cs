using System.Text.Json.Serialization;

namespace JmaActors.Proofs;

/// <summary>Stored forms of certificates, and the form of a content from which its code follows.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CertificateIssued))]
[JsonSerializable(typeof(CertificateFileRecorded))]
[JsonSerializable(typeof(CertificateRevoked))]
[JsonSerializable(typeof(CertificateState))]
[JsonSerializable(typeof(RevisionRevoked))]
[JsonSerializable(typeof(RevisionOpened))]
[JsonSerializable(typeof(RevocationWord))]
[JsonSerializable(typeof(CertificateSubjectState))]
[JsonSerializable(typeof(AttendanceContent))]
[JsonSerializable(typeof(TranscriptContent))]
public sealed partial class ProofJson : JsonSerializerContext;
