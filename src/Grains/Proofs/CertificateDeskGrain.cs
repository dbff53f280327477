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
        return await Issue(draft, ProofJson.Default.AttendanceContent, caller, static (content, c) => content with { Code = c.Code, Issued = c.Issued }, ct);
    }

    public async Task<Answer<TranscriptContent>> Transcript(MemberId member, DateOnly on, Caller caller, CancellationToken ct)
    {
        var draft = await sources.Transcript(member, on, ct);
        return await Issue(draft, ProofJson.Default.TranscriptContent, caller, static (content, c) => content with { Code = c.Code, Issued = c.Issued }, ct);
    }

    public async Task<Verification> Verify(CertificateCode code, string? sha256, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (await Certificate(code).Read(ct) is not { } held)
        {
            return new Verification(ProofOutcome.Unknown, code, null, null, null, "", false, sha256 is not null, false, now);
        }
        var (outcome, reworded) = sha256 is not null && !held.Files.Contains(sha256) ? (ProofOutcome.Altered, false)
            : held.Revoked is not null ? (ProofOutcome.Revoked, false)
            : await Today(held, ct);
        var person = await sources.Person(held.Claim.Member, ct);
        return new Verification(
            outcome, code, CertificateFacts.Of(held.Claim), held.Issued, held.Revoked, ProofRules.Masked(person?.Person.Name ?? ""), reworded,
            sha256 is not null, person?.Demonstration ?? false, now);
    }

    /// <summary>Drafts the document again and compares: other entries have superseded it; other words only are said.</summary>
    async Task<(ProofOutcome Outcome, bool Reworded)> Today(CertificateView held, CancellationToken ct)
    {
        if (held.Claim.Session is { } session) return Compare(held, await sources.Attendance(held.Claim.Member, session, ct), ProofJson.Default.AttendanceContent);
        return Compare(held, await sources.Transcript(held.Claim.Member, held.Claim.Date, ct), ProofJson.Default.TranscriptContent);
    }

    (ProofOutcome Outcome, bool Reworded) Compare<T>(CertificateView held, Draft<T>? today, JsonTypeInfo<T> json)
        where T : class
    {
        // A person who was erased can have no new document; the old one is judged by what it was.
        if (today?.Refusal?.Reason == "erased") return (ProofOutcome.Valid, true);
        if (today?.Claim is null || today.Claim.Basis != held.Claim.Basis) return (ProofOutcome.Superseded, false);
        return (ProofOutcome.Valid, Code(today.Content!, json) != held.Code);
    }

    async Task<Answer<T>> Issue<T>(Draft<T>? draft, JsonTypeInfo<T> json, Caller caller, Func<T, CertificateView, T> stamp, CancellationToken ct)
        where T : class
    {
        if (draft?.Content is not { } content) return new Answer<T>(null, draft?.Refusal, 0, false);
        var issued = await Certificate(Code(content, json)).Issue(new IssueCertificate(draft.Claim!, caller), ct);
        return issued.Value is not { } view ? new Answer<T>(null, issued.Refusal, issued.Version, false)
            : view.Revoked is not null ? new Answer<T>(null, new Refusal("certificate-revoked"), view.Version, false)
            : new Answer<T>(stamp(content, view), null, view.Version, issued.Repeat);
    }

    CertificateCode Code<T>(T content, JsonTypeInfo<T> json) => codes.Of(JsonSerializer.SerializeToUtf8Bytes(content, json));

    ICertificateGrain Certificate(CertificateCode code) => GrainFactory.GetGrain<ICertificateGrain>(code.Text);
}
