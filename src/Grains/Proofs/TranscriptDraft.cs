using JmaActors.Credits;
using JmaActors.Members;
using JmaActors.Policies;

namespace JmaActors.Proofs;

/// <summary>Puts a transcript together. Pure.</summary>
public static class TranscriptDraft
{
    /// <param name="entries">Every entry of the person's ledger, in any state.</param>
    public static Draft<TranscriptContent> Of(MemberView person, IEnumerable<CreditEntry> entries, DateOnly on, string issuer, PolicyBook book)
    {
        var erased = person.Person.Name.Length == 0;
        var certified = entries.Where(e => ProofRules.Counts(e) && e.Date <= on).ToList();
        if (certified.Count == 0) return Draft<TranscriptContent>.Refuse(erased ? "erased" : "nothing-posted");
        var standing = Standing(certified, on, book);
        var holder = new ProofHolder(person.Id, person.Person.Name, person.Person.Registry, person.Demonstration);
        var content = new TranscriptContent(default, default, holder, issuer, on, standing, Schemes(certified, book));
        var claim = new CertificateClaim(
            CertificateKind.Transcript, person.Id, null, "", AssociationId.Jma, issuer, on, ProofRules.Totals(certified), standing?.Total, ProofRules.Basis(certified));
        return erased ? Draft<TranscriptContent>.Erased(claim) : new Draft<TranscriptContent>(content, claim, null);
    }

    static TranscriptStanding? Standing(List<CreditEntry> certified, DateOnly on, PolicyBook book)
    {
        var facts = new CmeFacts();
        foreach (var entry in certified.Where(e => ProofRules.SchemeOf(e) == CreditScheme.Cme)) facts.Add(CmeEntryFact.Of(entry));
        if (facts.Years.Length == 0) return null;
        var standing = CmeRules.Standing(facts, on, book);
        return new TranscriptStanding(standing.From, standing.To, standing.Posted, standing.Codes, standing.Total, standing.Target);
    }

    static TranscriptScheme[] Schemes(List<CreditEntry> certified, PolicyBook book) =>
        [.. certified.GroupBy(ProofRules.SchemeOf).OrderBy(g => g.Key)
            .Select(scheme => new TranscriptScheme(scheme.Key, ProofRules.Sum(scheme), [.. scheme.GroupBy(e => FiscalYear.Of(e.Date)).OrderByDescending(g => g.Key).Select(year => Year(year.Key, [.. year], book))]))];

    static TranscriptYear Year(FiscalYear year, List<CreditEntry> entries, PolicyBook book) => new(
        year,
        ProofRules.Sum(entries),
        entries.Select(e => e.Code).Distinct().Count(),
        [.. entries.OrderBy(e => e.Date).ThenBy(e => e.Key, StringComparer.Ordinal).Select(e => Entry(e, book))]);

    static TranscriptEntry Entry(CreditEntry entry, PolicyBook book)
    {
        var line = ProofRules.Line(entry, book);
        return new TranscriptEntry(entry.Date, entry.Title, entry.Method, line.Subject, line.Title, entry.Units);
    }
}
