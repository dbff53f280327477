using System.Text.Json.Serialization.Metadata;
using JmaActors.Journal;
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

    public override IReadOnlyList<ViewTable> Views => [.. CertificateViews.All, .. ProofViews.All];

    public override void Project(string key, CertificateState state, CertificateEvent e, in EventMeta meta, ViewSink views)
    {
        if (e is CertificateIssued issued)
        {
            var member = issued.Claim.Member.Number;
            views.Put(CertificateViews.Holders, new ViewKey(member, key), new CertificateHolderRow(member, key, CertificateSubjectLedger.KeyOf(issued.Claim), state.Issued));
        }
        // What is only a file of it changes nothing that is searched by.
        if (e is CertificateFileRecorded || state.Claim is not { } c) return;
        views.Put(ProofViews.Proofs, new ViewKey(0, key), new ProofRow(key, c.Member.Number, (int)c.Kind, state.Issued, state.Revoked is not null, meta.Version));
        if (c.Session is not { } session) return;
        views.Put(CertificateViews.Certificates, new ViewKey(0, key), new CertificateRow(
            key, c.Member.Number, session.Code, c.Title, c.Date, c.Host.Code, c.Revision, c.Basis, state.Issued, state.Revoked));
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
