using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace JmaActors.Proofs;

/// <inheritdoc cref="ICertificateDeskGrain" />
[StatelessWorker, GrainType("certificate-desk")]
public sealed class CertificateDeskGrain(CertificateSources sources, ICertificateCodes codes, TimeProvider time) : Grain, ICertificateDeskGrain
{
    public async Task<Answer<AttendanceContent>> Attendance(MemberId member, SessionId session, Caller caller, CancellationToken ct)
    {
        if (await Merged(member, ct) is { } refusal) return new Answer<AttendanceContent>(null, refusal, 0, false);
        var draft = await sources.Attendance(member, session, ct);
        return await Issue(draft, ProofJson.Default.AttendanceContent, Revised, caller, static (content, c) => content with { Code = c.Code, Issued = c.Issued }, ct);
    }

    public async Task<Answer<TranscriptContent>> Transcript(MemberId member, DateOnly on, Caller caller, CancellationToken ct)
    {
        if (await Merged(member, ct) is { } refusal) return new Answer<TranscriptContent>(null, refusal, 0, false);
        var draft = await sources.Transcript(member, on, ct);
        return await Issue(draft, ProofJson.Default.TranscriptContent, Revised, caller, static (content, c) => content with { Code = c.Code, Issued = c.Issued }, ct);
    }

    public async Task<Answer<CertificateSubjectView>> Reissue(CertificateCode code, string reason, Caller caller, CancellationToken ct)
    {
        if (await Certificate(code).Read(ct) is not { } held) return new Answer<CertificateSubjectView>(null, new Refusal("not-issued"), 0, false);
        var subject = Subject(held.Claim);
        return held.Revoked is null && (await subject.Read(ct)).RevokedAt(held.Claim.Revision) is null
            ? new Answer<CertificateSubjectView>(null, new Refusal("not-revoked"), held.Version, false)
            : await subject.Reissue(new ReissueCertificate(held.Claim.Revision, reason, caller), ct);
    }

    public async Task<Verification> Verify(CertificateCode code, string? sha256, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (await Certificate(code).Read(ct) is not { } held)
        {
            return new Verification(ProofOutcome.Unknown, code, null, null, null, "", false, sha256 is not null, false, now);
        }
        var subject = await Subject(held.Claim).Read(ct);
        var revoked = held.Revoked ?? subject.RevokedAt(held.Claim.Revision);
        var altered = sha256 is not null && !held.Files.Contains(sha256);
        var today = altered ? null : await Today(held.Claim, ct);
        var (outcome, reworded) = altered ? (ProofOutcome.Altered, false) : revoked is not null ? (ProofOutcome.Revoked, false) : Compare(held, today!);
        var replaced = outcome is ProofOutcome.Revoked or ProofOutcome.Superseded ? await Standing(today!, subject, ct) : null;
        var person = await sources.Person(held.Claim.Member, ct);
        return new Verification(
            outcome, code, CertificateFacts.Of(held.Claim), held.Issued, revoked, ProofRules.Masked(person?.Person.Name ?? ""), reworded,
            sha256 is not null, person?.Demonstration ?? false, now, replaced);
    }

    public async Task<IReadOnlyList<IssuedCertificate>> Issued(MemberId member, SessionId? session, Caller caller, CancellationToken ct) =>
        await Task.WhenAll((await sources.Issued(member, session, ct)).Select(c => c.Standing == CertificateStanding.Revoked ? Allowed(member, c, ct) : Task.FromResult(c)));

    async Task<IssuedCertificate> Allowed(MemberId member, IssuedCertificate revoked, CancellationToken ct)
    {
        var subject = await GrainFactory.GetGrain<ICertificateSubjectGrain>(CertificateSubjectLedger.KeyOf(member, revoked.Session)).Read(ct);
        return subject.RevokedAt(subject.Revision) is null ? revoked with { Standing = CertificateStanding.Reissuable } : revoked;
    }

    /// <summary>What is issued anew is of the whole record: a number that was merged has none of its own. What it was given verifies on.</summary>
    async Task<Refusal?> Merged(MemberId member, CancellationToken ct) =>
        (await sources.Person(member, ct))?.MergedInto is { } into ? new Refusal("already-merged", "", $"The record was merged into that of {into}.") : null;

    /// <summary>The same document as it would be drafted today.</summary>
    /// <param name="Basis">Of what it would be about; null when there would be none.</param>
    /// <param name="CodeOf">Its code under a revision.</param>
    sealed record Drafted(string? Basis, bool Erased, Func<int, CertificateCode>? CodeOf);

    async Task<Drafted> Today(CertificateClaim claim, CancellationToken ct) => claim.Session is { } session
        ? Draft(await sources.Attendance(claim.Member, session, ct), ProofJson.Default.AttendanceContent, Revised)
        : Draft(await sources.Transcript(claim.Member, claim.Date, ct), ProofJson.Default.TranscriptContent, Revised);

    Drafted Draft<T>(Draft<T>? draft, JsonTypeInfo<T> json, Func<T, int, T> revised)
        where T : class =>
        new(draft?.Claim?.Basis, draft?.Refusal?.Reason == "erased", draft?.Content is { } content ? revision => Code(revised(content, revision), json) : null);

    /// <summary>Other entries have superseded it; other words only are said. Of a person who was erased only the entries are known, and no words.</summary>
    static (ProofOutcome Outcome, bool Reworded) Compare(CertificateView held, Drafted today) =>
        today.Basis != held.Claim.Basis ? (ProofOutcome.Superseded, false)
        : today.Erased ? (ProofOutcome.Valid, true)
        : (ProofOutcome.Valid, today.CodeOf!(held.Claim.Revision) != held.Code);

    /// <summary>The certificate that says what the ledger says, if it was issued and holds.</summary>
    async Task<CertificateCode?> Standing(Drafted today, CertificateSubjectView subject, CancellationToken ct)
    {
        if (today.CodeOf is not { } codeOf || subject.RevokedAt(subject.Revision) is not null) return null;
        var code = codeOf(subject.Revision);
        return await Certificate(code).Read(ct) is { Revoked: null } ? code : null;
    }

    async Task<Answer<T>> Issue<T>(
        Draft<T>? draft, JsonTypeInfo<T> json, Func<T, int, T> revised, Caller caller, Func<T, CertificateView, T> stamp, CancellationToken ct)
        where T : class
    {
        if (draft?.Content is not { } first) return new Answer<T>(null, draft?.Refusal, 0, false);
        var subject = await Subject(draft.Claim!).Read(ct);
        if (subject.RevokedAt(subject.Revision) is not null) return new Answer<T>(null, new Refusal("certificate-revoked"), subject.Version, false);
        var content = revised(first, subject.Revision);
        var issued = await Certificate(Code(content, json)).Issue(new IssueCertificate(draft.Claim! with { Revision = subject.Revision }, caller), ct);
        return issued.Value is not { } view ? new Answer<T>(null, issued.Refusal, issued.Version, false)
            : view.Revoked is not null ? new Answer<T>(null, new Refusal("certificate-revoked"), view.Version, false)
            : new Answer<T>(stamp(content, view), null, view.Version, issued.Repeat);
    }

    /// <summary>The first revision says nothing of it, so that its code is what it was before there were revisions.</summary>
    static AttendanceContent Revised(AttendanceContent content, int revision) => revision == 0 ? content : content with { Revision = revision };

    static TranscriptContent Revised(TranscriptContent content, int revision) => revision == 0 ? content : content with { Revision = revision };

    CertificateCode Code<T>(T content, JsonTypeInfo<T> json) => codes.Of(JsonSerializer.SerializeToUtf8Bytes(content, json));

    ICertificateSubjectGrain Subject(CertificateClaim claim) => GrainFactory.GetGrain<ICertificateSubjectGrain>(CertificateSubjectLedger.KeyOf(claim));

    ICertificateGrain Certificate(CertificateCode code) => GrainFactory.GetGrain<ICertificateGrain>(code.Text);
}
