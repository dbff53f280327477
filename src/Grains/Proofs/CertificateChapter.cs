using System.Globalization;
using JmaActors.Ledgers;
using JmaActors.Records;

namespace JmaActors.Proofs;

/// <summary>How it is told what was certified about a person, handed out and withdrawn.</summary>
sealed class CertificateChapter(CertificateLedger ledger, LedgerPast past, IRecordIndex index) : Chapter<CertificateState, CertificateEvent>(RecordChapters.Certificates, ledger, past)
{
    public override IReadOnlyList<string> Facts { get; } = ["kind", "date", "files", "revoked"];

    protected override async ValueTask<IReadOnlyList<string>> Keys(Telling telling, CancellationToken ct)
    {
        var certificates = await index.Certificates(telling.Member.Number, RecordLimits.Ledgers, ct);
        return [.. certificates.Select(c => c.Code)];
    }

    protected override Look At(CertificateState state, CertificateEvent e, Telling telling, bool done) => state.Claim is not { } claim
        ? new Look()
        : new Look().Add<CertificateKind>("kind", claim.Kind).Add("date", claim.Date).Add("files", state.Files.Count == 0 ? null : state.Files.Count)
            .Add("revoked", state.Revoked is null ? null : "yes");

    protected override Said Of(CertificateState state, CertificateEvent e, string key, long version, Telling telling) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{state.Claim?.Title} {key}").Trim(), e is CertificateRevoked revoked ? revoked.Reason : "");
}

/// <summary>The same of what certificates are about: that one may be issued again.</summary>
sealed class CertificateSubjectChapter(CertificateSubjectLedger ledger, LedgerPast past, IRecordIndex index)
    : Chapter<CertificateSubjectState, CertificateSubjectEvent>(RecordChapters.Certificates, ledger, past)
{
    public override IReadOnlyList<string> Facts { get; } = ["revision"];

    protected override async ValueTask<IReadOnlyList<string>> Keys(Telling telling, CancellationToken ct)
    {
        var certificates = await index.Certificates(telling.Member.Number, RecordLimits.Ledgers, ct);
        return [.. certificates.Select(c => c.Subject).Distinct(StringComparer.Ordinal)];
    }

    protected override Look At(CertificateSubjectState state, CertificateSubjectEvent e, Telling telling, bool done) =>
        new Look().Add("revision", state.Revision == 0 ? null : state.Revision);

    protected override Said Of(CertificateSubjectState state, CertificateSubjectEvent e, string key, long version, Telling telling) =>
        new(key, e is RevisionOpened opened ? opened.Reason : "");
}
