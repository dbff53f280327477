using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace JmaActors.Proofs;

/// <inheritdoc cref="ICertificateDeskGrain" />
[StatelessWorker, GrainType("certificate-desk")]
public sealed class CertificateDeskGrain(CertificateSources sources, ICertificateCodes codes, TimeProvider time) : Grain, ICertificateDeskGrain
{
    public async Task<Answer<AttendanceContent>> Attendance(MemberId member, SessionId session, Caller caller, CancellationToken ct)
    {
        var draft = await sources.Attendance(member, session, ct);
        return await Issue(draft, ProofJson.Default.AttendanceContent, Revised, caller, static (content, c) => content with { Code = c.Code, Issued = c.Issued }, ct);
    }

    public async Task<Answer<TranscriptContent>> Transcript(MemberId member, DateOnly on, Caller caller, CancellationToken ct)
    {
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
        var revoked = held.Revoked ?? (await Subject(held.Claim).Read(ct)).RevokedAt(held.Claim.Revision);
        var (outcome, reworded) = sha256 is not null && !held.Files.Contains(sha256) ? (ProofOutcome.Altered, false)
            : revoked is not null ? (ProofOutcome.Revoked, false)
            : await Today(held, ct);
        var person = await sources.Person(held.Claim.Member, ct);
        return new Verification(
            outcome, code, CertificateFacts.Of(held.Claim), held.Issued, revoked, ProofRules.Masked(person?.Person.Name ?? ""), reworded,
            sha256 is not null, person?.Demonstration ?? false, now);
    }

    /// <summary>Drafts the document again and compares: other entries have superseded it; other words only are said.</summary>
    async Task<(ProofOutcome Outcome, bool Reworded)> Today(CertificateView held, CancellationToken ct)
    {
        if (held.Claim.Session is { } session) return Compare(held, await sources.Attendance(held.Claim.Member, session, ct), ProofJson.Default.AttendanceContent, Revised);
        return Compare(held, await sources.Transcript(held.Claim.Member, held.Claim.Date, ct), ProofJson.Default.TranscriptContent, Revised);
    }

    (ProofOutcome Outcome, bool Reworded) Compare<T>(CertificateView held, Draft<T>? today, JsonTypeInfo<T> json, Func<T, int, T> revised)
        where T : class
    {
        // A person who was erased can have no new document; the old one is judged by what it was.
        if (today?.Refusal?.Reason == "erased") return (ProofOutcome.Valid, true);
        if (today?.Claim is null || today.Claim.Basis != held.Claim.Basis) return (ProofOutcome.Superseded, false);
        return (ProofOutcome.Valid, Code(revised(today.Content!, held.Claim.Revision), json) != held.Code);
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
