namespace JmaActors.Proofs;

/// <summary>What certificates are about.</summary>
public sealed class CertificateSubjectState
{
    /// <summary>The revision issued now.</summary>
    public int Revision { get; set; }

    /// <summary>When each revision was revoked, from 0.</summary>
    public List<DateTimeOffset> Revoked { get; set; } = [];

    public long Version { get; set; }

    public CertificateSubjectView View => new(Revision, [.. Revoked], Version);
}
