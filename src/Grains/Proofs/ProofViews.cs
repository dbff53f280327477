using JmaActors.Journal;
using C = JmaActors.Journal.Columns<JmaActors.Proofs.ProofRow>;

namespace JmaActors.Proofs;

/// <summary>A certificate of any kind as the search over people sees it: one row of <c>proof</c>.</summary>
/// <param name="Kind"><see cref="CertificateKind"/> as a number.</param>
public sealed record ProofRow(string Code, long MemberId, int Kind, DateTimeOffset IssuedAt, bool Revoked, long Version);

/// <summary>The view of certificates that people are searched by.</summary>
public static class ProofViews
{
    /// <summary>Keys: <c>new ViewKey(0, code)</c>.</summary>
    public static readonly ViewTable<ProofRow> Proofs = new(
        "proof",
        1,
        [
            C.Text("code", r => r.Code),
            C.Big("member_id", r => r.MemberId),
            C.Int("kind", r => r.Kind),
            C.Instant("issued_at", r => r.IssuedAt),
            C.Bool("revoked", r => r.Revoked),
            C.Big("version", r => r.Version),
        ],
        new ViewIndex("proof_by_member", "member_id", "kind"),
        new ViewIndex("proof_by_issue", "issued_at", "member_id"));

    public static readonly IReadOnlyList<ViewTable> All = [Proofs];
}
