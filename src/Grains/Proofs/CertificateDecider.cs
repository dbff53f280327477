using Decision = JmaActors.Ledgers.Decision<JmaActors.Proofs.CertificateEvent>;
using JmaActors.Ledgers;

namespace JmaActors.Proofs;

/// <summary>A command to the certificate of a code.</summary>
public readonly record struct ToCertificate<T>(string Key, T Command);

/// <summary>What a certificate decides. Pure.</summary>
public static class CertificateDecider
{
    const int Sha256Digits = 64;

    public static Decision Issue(CertificateState state, ToCertificate<IssueCertificate> to, Deciding deciding) =>
        state.Claim is not null ? Decision.Again() : Decision.Event(new CertificateIssued(to.Command.Claim));

    public static Decision RecordFile(CertificateState state, ToCertificate<RecordFile> to, Deciding deciding)
    {
        var digest = to.Command.Sha256;
        if (state.Claim is null) return Decision.Refuse("not-issued");
        if (digest.Length != Sha256Digits || !digest.IsLowerHex()) return Decision.Refuse("bad-digest");
        if (state.Files.Contains(digest)) return Decision.Again();
        if (state.Revoked is not null) return Decision.Refuse("certificate-revoked");
        return state.Files.Count >= CertificateLimits.Files
            ? Decision.Refuse("too-many-files", "", $"At most {CertificateLimits.Files} files of one certificate.")
            : Decision.Event(new CertificateFileRecorded(digest));
    }

    public static Decision Revoke(CertificateState state, ToCertificate<RevokeCertificate> to, Deciding deciding)
    {
        var reason = to.Command.Reason.Trim();
        if (state.Claim is null) return Decision.Refuse("not-issued");
        if (state.Revoked is not null) return Decision.Again();
        if (reason.Length == 0) return Decision.Refuse("no-reason");
        return reason.Length > CertificateLimits.ReasonLength
            ? Decision.Refuse("reason-too-long", "", $"At most {CertificateLimits.ReasonLength} characters.")
            : Decision.Event(new CertificateRevoked(reason));
    }
}
