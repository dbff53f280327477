namespace JmaActors.Proofs;

/// <summary>What can happen to a certificate.</summary>
public abstract record CertificateEvent;

/// <summary>It was issued. Holds a member number, no name.</summary>
public sealed record CertificateIssued(CertificateClaim Claim) : CertificateEvent;

/// <summary>A file of it was made and handed out.</summary>
/// <param name="Sha256">Of the whole file, hexadecimal.</param>
public sealed record CertificateFileRecorded(string Sha256) : CertificateEvent;

/// <summary>It was withdrawn; nothing undoes this. Who did it is the event's caller.</summary>
public sealed record CertificateRevoked(string Reason) : CertificateEvent;
