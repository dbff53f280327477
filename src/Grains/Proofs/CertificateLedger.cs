using System.Text.Json.Serialization.Metadata;
using JmaActors.Ledgers;

namespace JmaActors.Proofs;

/// <summary>The kind <c>certificate</c>: one ledger per certificate, keyed by its code.</summary>
public sealed class CertificateLedger : LedgerDefinition<CertificateState, CertificateEvent>
{
    public override string Kind => "certificate";

    public override bool NumberKey => false;

    public override EventCatalog<CertificateEvent> Events { get; } = new EventCatalog<CertificateEvent>()
        .Add("certificate-issued", 1, ProofJson.Default.CertificateIssued)
        .Add("certificate-file-recorded", 1, ProofJson.Default.CertificateFileRecorded)
        .Add("certificate-revoked", 1, ProofJson.Default.CertificateRevoked);

    public override JsonTypeInfo<CertificateState> SnapshotJson => ProofJson.Default.CertificateState;

    public override void Evolve(CertificateState state, CertificateEvent e, in EventMeta meta)
    {
        state.Version = meta.Version;
        switch (e)
        {
            case CertificateIssued issued:
                (state.Claim, state.Issued) = (issued.Claim, meta.Recorded);
                break;
            case CertificateFileRecorded file:
                state.Files.Add(file.Sha256);
                break;
            case CertificateRevoked revoked:
                (state.Revoked, state.Reason) = (meta.Recorded, revoked.Reason);
                break;
        }
    }

    /// <summary>What it is about hears of a revocation, so that no other wording of the same is valid.</summary>
    public override void Tell(string key, CertificateState state, CertificateEvent e, in EventMeta meta, ParcelSink parcels)
    {
        if (e is not CertificateRevoked || state.Claim is not { } claim) return;
        parcels.Send(
            LedgerNames.Name(CertificateSubjectLedger.Name, CertificateSubjectLedger.KeyOf(claim)), RevocationWord.Parcel,
            new RevocationWord(claim.Revision), ProofJson.Default.RevocationWord);
    }
}
