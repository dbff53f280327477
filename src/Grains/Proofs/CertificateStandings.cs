using JmaActors.Credits;

namespace JmaActors.Proofs;

/// <summary>How the certificates a person was given stand against the ledger of today. Pure.</summary>
public static class CertificateStandings
{
    /// <summary>One line per session, in the order of the rows: of several certificates of a session the one that says what the ledger says, or the newest.</summary>
    /// <param name="rows">Certificates, newest first.</param>
    /// <param name="entries">The person's entries of those sessions, in any state.</param>
    public static IReadOnlyList<IssuedCertificate> Of(IReadOnlyList<CertificateRow> rows, IReadOnlyCollection<CreditEntry> entries)
    {
        var certified = entries.Where(e => e.Session is not null && ProofRules.Counts(e)).ToLookup(e => e.Session!.Value.Code, StringComparer.Ordinal);
        return [.. rows.GroupBy(r => r.SessionId, StringComparer.Ordinal).Select(group => Line([.. group], certified[group.Key].ToList()))];
    }

    static IssuedCertificate Line(List<CertificateRow> rows, List<CreditEntry> certified)
    {
        var revision = rows.Max(r => r.Revision);
        var standing = rows.Where(r => r.Revision == revision).ToList();
        var basis = ProofRules.Basis(certified);
        var shown = standing.Find(r => r.Revoked is not null) ?? standing.Find(r => r.Basis == basis) ?? standing[0];
        return new IssuedCertificate(
            new CertificateCode(shown.Code), new SessionId(shown.SessionId), shown.Title, shown.Date, new AssociationId(shown.Host), shown.Issued, shown.Revoked,
            shown.Revoked is not null ? CertificateStanding.Revoked
            : certified.Count == 0 ? CertificateStanding.Gone
            : shown.Basis == basis ? CertificateStanding.Current
            : CertificateStanding.Changed);
    }
}
