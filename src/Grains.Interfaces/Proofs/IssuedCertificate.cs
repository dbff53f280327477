namespace JmaActors.Proofs;

/// <summary>How what a person was certified stands today.</summary>
[GenerateSerializer, Alias("certificate-standing")]
public enum CertificateStanding
{
    /// <summary>The ledger says the same.</summary>
    Current = 0,

    /// <summary>The ledger was corrected since; another certificate can be issued.</summary>
    Changed = 1,

    /// <summary>Revoked; issued again only after who may revoke it has allowed it.</summary>
    Revoked = 2,

    /// <summary>Revoked, and allowed to be issued again.</summary>
    Reissuable = 3,

    /// <summary>Nothing is left to certify.</summary>
    Gone = 4,
}

/// <summary>A certificate of attendance that was issued, the one of its session that matters now.</summary>
/// <param name="Host">Who gives its name: the host of the program.</param>
/// <param name="Revoked">When it was revoked; null while it was not.</param>
[GenerateSerializer, Immutable, Alias("issued-certificate")]
public sealed record IssuedCertificate(
    [property: Id(0)] CertificateCode Code,
    [property: Id(1)] SessionId Session,
    [property: Id(2)] string Title,
    [property: Id(3)] DateOnly Date,
    [property: Id(4)] AssociationId Host,
    [property: Id(5)] DateTimeOffset Issued,
    [property: Id(6)] DateTimeOffset? Revoked,
    [property: Id(7)] CertificateStanding Standing);
