using JmaActors.Journal;
using C = JmaActors.Journal.Columns<JmaActors.Proofs.CertificateRow>;
using H = JmaActors.Journal.Columns<JmaActors.Proofs.CertificateHolderRow>;

namespace JmaActors.Proofs;

/// <summary>A certificate of attendance as lists see it: a row of <c>certificate</c>. Holds a member number, no name.</summary>
/// <param name="Basis">SHA-256 (hex) over the ledger entries it was made from.</param>
public sealed record CertificateRow(
    string Code, long MemberId, string SessionId, string Title, DateOnly Date, string Host, int Revision, string Basis, DateTimeOffset Issued, DateTimeOffset? Revoked);

/// <summary>Whose a certificate of whatever kind is, for the history of the person: a row of <c>certificate_holder</c>, written when it is issued.</summary>
/// <param name="Subject">Key of what it is about.</param>
public sealed record CertificateHolderRow(long MemberId, string Code, string Subject, DateTimeOffset Issued);

/// <summary>View tables written by certificates. Transcripts are in no list: each day has its own.</summary>
public static class CertificateViews
{
    /// <summary>Keys: <c>new ViewKey(0, code)</c>.</summary>
    public static readonly ViewTable<CertificateRow> Certificates = new(
        "certificate",
        1,
        [
            C.Text("code", r => r.Code),
            C.Big("member_id", r => r.MemberId),
            C.Text("session_id", r => r.SessionId),
            C.Text("title", r => r.Title),
            C.Date("held_on", r => r.Date),
            C.Text("host", r => r.Host),
            C.Int("revision", r => r.Revision),
            C.Text("basis", r => r.Basis),
            C.Instant("issued", r => r.Issued),
            C.InstantOrNull("revoked", r => r.Revoked),
        ],
        new ViewIndex("certificate_by_member", "member_id", "session_id"));

    /// <summary>Keys: <c>new ViewKey(memberId, code)</c>.</summary>
    public static readonly ViewTable<CertificateHolderRow> Holders = new(
        "certificate_holder",
        2,
        [
            H.Big("member_id", r => r.MemberId),
            H.Text("code", r => r.Code),
            H.Text("subject", r => r.Subject),
            H.Instant("issued", r => r.Issued),
        ]);

    public static readonly IReadOnlyList<ViewTable> All = [Certificates, Holders];
}
