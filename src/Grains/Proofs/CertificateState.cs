namespace JmaActors.Proofs;

/// <summary>One certificate.</summary>
public sealed class CertificateState
{
    public CertificateClaim? Claim { get; set; }

    public DateTimeOffset Issued { get; set; }

    /// <summary>SHA-256 of its files, in order of their making.</summary>
    public List<string> Files { get; set; } = [];

    public DateTimeOffset? Revoked { get; set; }

    public string? Reason { get; set; }

    public long Version { get; set; }

    /// <summary>As shown; null before it was issued.</summary>
    public CertificateView? View(string key) =>
        Claim is null ? null : new(new CertificateCode(key), Claim, Issued, [.. Files], Revoked, Reason, Version);
}
