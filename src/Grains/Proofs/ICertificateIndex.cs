namespace JmaActors.Proofs;

/// <summary>Questions about certificates that are asked of the view.</summary>
public interface ICertificateIndex
{
    /// <summary>Certificates of attendance of a person, newest first; of one session when it is named.</summary>
    Task<IReadOnlyList<CertificateRow>> OfMember(long member, string? session, int most, CancellationToken ct);
}
