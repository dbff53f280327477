using JmaActors.Ledgers;

namespace JmaActors.Proofs;

/// <inheritdoc cref="ICertificateGrain" />
[GrainType("certificate")]
public sealed class CertificateGrain(LedgerServices services, CertificateLedger ledger)
    : LedgerGrain<CertificateState, CertificateEvent>(services, ledger), ICertificateGrain
{
    public Task<Answer<CertificateView>> Issue(IssueCertificate command, CancellationToken ct) =>
        Commit(new ToCertificate<IssueCertificate>(Key, command), command.Caller, CertificateDecider.Issue, Shown, ct);

    public Task<Answer<CertificateView>> RecordFile(RecordFile command, CancellationToken ct) =>
        Commit(new ToCertificate<RecordFile>(Key, command), command.Caller, CertificateDecider.RecordFile, Shown, ct);

    public Task<Answer<CertificateView>> Revoke(RevokeCertificate command, CancellationToken ct) =>
        Commit(new ToCertificate<RevokeCertificate>(Key, command), command.Caller, CertificateDecider.Revoke, Shown, ct);

    public Task<CertificateView?> Read(CancellationToken ct) => Durable(State.View(Key));

    static CertificateView Shown<T>(CertificateState state, ToCertificate<T> to) => state.View(to.Key)!;
}
