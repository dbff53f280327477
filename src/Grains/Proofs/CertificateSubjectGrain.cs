using JmaActors.Ledgers;

namespace JmaActors.Proofs;

/// <inheritdoc cref="ICertificateSubjectGrain" />
[GrainType(CertificateSubjectLedger.Name)]
public sealed class CertificateSubjectGrain(LedgerServices services, CertificateSubjectLedger ledger)
    : LedgerGrain<CertificateSubjectState, CertificateSubjectEvent>(services, ledger), ICertificateSubjectGrain
{
    public Task<Answer<CertificateSubjectView>> Reissue(ReissueCertificate command, CancellationToken ct) =>
        Commit(command, command.Caller, CertificateSubjectDecider.Reissue, static (state, _) => state.View, ct);

    public Task<CertificateSubjectView> Read(CancellationToken ct) => Durable(State.View);
}
