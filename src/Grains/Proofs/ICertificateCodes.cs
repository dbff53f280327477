namespace JmaActors.Proofs;

/// <summary>
/// Makes the codes of certificates under a secret of the house: the same content gives the same code, and nobody without the secret can tell which
/// content gives which code.
/// </summary>
public interface ICertificateCodes
{
    CertificateCode Of(ReadOnlySpan<byte> content);
}
