using Decision = JmaActors.Ledgers.Decision<JmaActors.Proofs.CertificateSubjectEvent>;
using JmaActors.Ledgers;

namespace JmaActors.Proofs;

/// <summary>Decides which revision of a certificate stands. Pure.</summary>
public static class CertificateSubjectDecider
{
    /// <summary>A certificate's word that it is revoked; one of a revision revoked already is passed over.</summary>
    public static Decision Revoked(CertificateSubjectState state, RevocationWord word) =>
        word.Revision == state.Revision && word.Revision == state.Revoked.Count ? Decision.Event(new RevisionRevoked(word.Revision)) : Decision.Nothing();

    /// <summary>Opens the next revision. Whoever asks has seen a revoked certificate of the revision named.</summary>
    public static Decision Reissue(CertificateSubjectState state, ReissueCertificate command, Deciding deciding)
    {
        var reason = command.Reason.Trim();
        if (command.Revision < state.Revision) return Decision.Again();
        if (command.Revision > state.Revision) return Decision.Refuse("not-revoked");
        if (reason.Length == 0) return Decision.Refuse("no-reason");
        if (reason.Length > CertificateLimits.ReasonLength) return Decision.Refuse("reason-too-long", "", $"At most {CertificateLimits.ReasonLength} characters.");
        return state.Revision + 1 >= CertificateLimits.Revisions
            ? Decision.Refuse("too-many-revisions", "", $"At most {CertificateLimits.Revisions} revisions of one certificate.")
            : Decision.Event(new RevisionOpened(state.Revision + 1, reason));
    }
}
