using JmaActors.Directory;

namespace JmaActors.Proofs;

/// <summary>By which certificates were issued to them people are searched: those withdrawn do not count.</summary>
public static class ProofSearchPart
{
    const string Proofs = "proofs";

    public static readonly SearchPart Part = new(
        [
            new RowsTerm(
                "certificate", Proofs, TermKind.Choice, ProofViews.Proofs, "kind", Only: ("revoked", false),
                Codes: new Dictionary<string, int?> { ["attendance"] = (int)CertificateKind.Attendance, ["transcript"] = (int)CertificateKind.Transcript, ["none"] = null }),
            new RowsTerm("certified", Proofs, TermKind.Dates, ProofViews.Proofs, "issued_at", Only: ("revoked", false)),
        ],
        []);
}
