using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using JmaActors.Ledgers;

namespace JmaActors.Proofs;

/// <summary>The kind <c>certificate-subject</c>: which revision of a certificate stands, whatever its words.</summary>
public sealed class CertificateSubjectLedger : LedgerDefinition<CertificateSubjectState, CertificateSubjectEvent>
{
    /// <summary>Name of the kind.</summary>
    public const string Name = "certificate-subject";

    public override string Kind => Name;

    public override bool NumberKey => false;

    public override EventCatalog<CertificateSubjectEvent> Events { get; } = new EventCatalog<CertificateSubjectEvent>()
        .Add("revision-revoked", 1, ProofJson.Default.RevisionRevoked)
        .Add("revision-opened", 1, ProofJson.Default.RevisionOpened);

    public override JsonTypeInfo<CertificateSubjectState> SnapshotJson => ProofJson.Default.CertificateSubjectState;

    /// <summary>The key of what a certificate is about: its kind, its member, and its session or, for a transcript, its date.</summary>
    public static string KeyOf(CertificateClaim claim) => claim.Session is { } session
        ? KeyOf(claim.Member, session)
        : string.Create(CultureInfo.InvariantCulture, $"transcript.{claim.Member.Number}.{claim.Date:yyyy-MM-dd}");

    /// <summary>The same of a certificate of attendance.</summary>
    public static string KeyOf(MemberId member, SessionId session) => string.Create(CultureInfo.InvariantCulture, $"attendance.{member.Number}.{session.Code}");

    public override void Evolve(CertificateSubjectState state, CertificateSubjectEvent e, in EventMeta meta)
    {
        state.Version = meta.Version;
        switch (e)
        {
            case RevisionRevoked:
                state.Revoked.Add(meta.Recorded);
                break;
            case RevisionOpened opened:
                // A certificate that was revoked before revocations were told here.
                if (state.Revoked.Count < opened.Revision) state.Revoked.Add(meta.Recorded);
                state.Revision = opened.Revision;
                break;
        }
    }

    public override Decision<CertificateSubjectEvent> Accept(CertificateSubjectState state, Parcel parcel, in Deciding deciding)
    {
        if (parcel.Type != RevocationWord.Parcel) return base.Accept(state, parcel, deciding);
        return JsonSerializer.Deserialize(parcel.Body, ProofJson.Default.RevocationWord) is { } word
            ? CertificateSubjectDecider.Revoked(state, word)
            : Decision<CertificateSubjectEvent>.Refuse("unreadable-parcel", "", parcel.Type);
    }
}
