using JmaActors.Proofs;
using JmaActors.Web.Access;

namespace JmaActors.Web.Proofs;

/// <summary>Issues a document, draws it, and has its digest recorded before anybody gets it: a file that is out can be verified.</summary>
public sealed class Documents(Gateway gateway, ProofPrinter printer)
{
    /// <summary>受講証明書; null when there is no such person or session for this caller.</summary>
    public async Task<Answer<PrintedFile>?> Attendance(MemberId member, SessionId session, Caller caller, CancellationToken ct) =>
        await Hand(await gateway.AttendanceCertificate(member, session, caller, ct).ConfigureAwait(false), printer.Attendance, static c => c.Code, caller, ct).ConfigureAwait(false);

    /// <summary>単位取得明細; null when there is no such person for this caller.</summary>
    public async Task<Answer<PrintedFile>?> Transcript(MemberId member, DateOnly on, Caller caller, CancellationToken ct) =>
        await Hand(await gateway.Transcript(member, on, caller, ct).ConfigureAwait(false), printer.Transcript, static c => c.Code, caller, ct).ConfigureAwait(false);

    /// <summary>Whether a file is a certificate that holds.</summary>
    public async Task<Verification> Verify(byte[] file, TimeProvider clock, CancellationToken ct) => CodeMark.In(file) is { } code
        ? await gateway.VerifyCertificate(code, ProofPrinter.Digest(file), ct).ConfigureAwait(false)
        : new Verification(ProofOutcome.Unknown, null, null, null, null, "", false, true, false, clock.GetUtcNow());

    async Task<Answer<PrintedFile>?> Hand<T>(Answer<T>? issued, Func<T, CancellationToken, Task<PrintedFile>> print, Func<T, CertificateCode> code, Caller caller, CancellationToken ct)
        where T : class
    {
        if (issued is null) return null;
        if (issued.Value is not { } content) return new Answer<PrintedFile>(null, issued.Refusal, issued.Version, false);
        var file = await print(content, ct).ConfigureAwait(false);
        var recorded = await gateway.RecordFile(code(content), file.Sha256, caller, ct).ConfigureAwait(false);
        return recorded.Refusal is { } refusal
            ? new Answer<PrintedFile>(null, refusal, recorded.Version, false)
            : new Answer<PrintedFile>(file, null, recorded.Version, recorded.Repeat);
    }
}
