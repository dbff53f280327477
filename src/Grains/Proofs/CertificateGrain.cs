using JmaActors.Ledgers;

namespace JmaActors.Proofs;

/// <inheritdoc cref="ICertificateGrain" />
[GrainType("certificate")]
public sealed class CertificateGrain(LedgerServices services, CertificateLedger ledger)
    : LedgerGrain<CertificateState, CertificateEvent>(services, ledger), ICertificateGrain
{
    /// <summary>How long a revocation waits until what the certificate is about has heard of it; shorter than the response timeout of a grain call.</summary>
    static readonly TimeSpan HandOver = TimeSpan.FromSeconds(5);

    public Task<Answer<CertificateView>> Issue(IssueCertificate command, CancellationToken ct) =>
        Commit(new ToCertificate<IssueCertificate>(Key, command), command.Caller, CertificateDecider.Issue, Shown, ct);

    public Task<Answer<CertificateView>> RecordFile(RecordFile command, CancellationToken ct) =>
        Commit(new ToCertificate<RecordFile>(Key, command), command.Caller, CertificateDecider.RecordFile, Shown, ct);

    public async Task<Answer<CertificateView>> Revoke(RevokeCertificate command, CancellationToken ct)
    {
        var answer = await Commit(new ToCertificate<RevokeCertificate>(Key, command), command.Caller, CertificateDecider.Revoke, Shown, ct);
        if (answer.Value is { Claim: { } claim })
            await Services.Outbox.Drained(Ledger, LedgerNames.Name(CertificateSubjectLedger.Name, CertificateSubjectLedger.KeyOf(claim)), HandOver, ct);
        return answer;
    }

    public Task<CertificateView?> Read(CancellationToken ct) => Durable(State.View(Key));

    static CertificateView Shown<T>(CertificateState state, ToCertificate<T> to) => state.View(to.Key)!;
}
