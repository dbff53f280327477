using JmaActors.Audit;
using JmaActors.Members;
using JmaActors.Proofs;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>Who verifies need not say who they are.</summary>
    static readonly Caller Anybody = new("anybody", CallerRole.Member, "");

    /// <summary>A certificate of attendance, for the person, whoever sees the person, or the host. Null when there is no such person or session for this caller.</summary>
    public async Task<Answer<AttendanceContent>?> AttendanceCertificate(MemberId id, SessionId session, Caller caller, CancellationToken ct)
    {
        var ofPerson = await Visibly(id, caller, ct).ConfigureAwait(false) is not null;
        if (!ofPerson && !await SeesRoll(session, caller, ct).ConfigureAwait(false) && !await Sees(id, caller, ct).ConfigureAwait(false)) return null;
        var person = await Lead(id, ct).ConfigureAwait(false);
        var answer = Found(await Ask(Desk, (id: person, session, caller), static (g, w, t) => g.Attendance(w.id, w.session, w.caller, t), ct).ConfigureAwait(false));

        // A host is told of its own attendees only: whoever was not there might as well not exist.
        if (!ofPerson && answer?.Refusal?.Reason == "not-attended")
        {
            await Refuse(caller, new Target.SeeMember(id, Membership.None)).ConfigureAwait(false);
            return null;
        }

        if (answer is not null) await Look(id, AuditParts.Certificates, caller, ct).ConfigureAwait(false);
        return answer;
    }

    /// <summary>A transcript; null when there is no such person for this caller.</summary>
    public async Task<Answer<TranscriptContent>?> Transcript(MemberId id, DateOnly on, Caller caller, CancellationToken ct)
    {
        if (!await Opens(id, AuditParts.Certificates, caller, ct).ConfigureAwait(false)) return null;
        var person = await Lead(id, ct).ConfigureAwait(false);
        return Found(await Ask(Desk, (id: person, on, caller), static (g, w, t) => g.Transcript(w.id, w.on, w.caller, t), ct).ConfigureAwait(false));
    }

    /// <summary>Records the file made of a certificate. Rights are not asked for here: its content was just handed to this caller.</summary>
    internal Task<Answer<CertificateView>> RecordFile(CertificateCode code, string sha256, Caller caller, CancellationToken ct) =>
        Ask(Certificate(code), new RecordFile(sha256, caller), static (g, c, t) => g.RecordFile(c, t), ct);

    /// <summary>The certificate as recorded, for who may see it. Null when there is none.</summary>
    public async Task<CertificateView?> ReadCertificate(CertificateCode code, Caller caller, CancellationToken ct)
    {
        var view = await CertificateFor(code, static (m, h) => new Target.SeeCertificate(m, h), caller, "see a certificate", ct).ConfigureAwait(false);
        if (view is not null) await Look(view.Claim.Member, AuditParts.Certificates, caller, ct).ConfigureAwait(false);
        return view;
    }

    async Task<CertificateView?> CertificateFor(CertificateCode code, Func<Membership, AssociationId?, Target> target, Caller caller, string what, CancellationToken ct)
    {
        if (await Ask(Certificate(code), 0, static (g, _, t) => g.Read(t), ct).ConfigureAwait(false) is not { } view) return null;
        var membership = await MembershipOf(view.Claim.Member, ct).ConfigureAwait(false) ?? Membership.None;
        var host = view.Claim.Kind == CertificateKind.Attendance ? view.Claim.Host : (AssociationId?)null;
        Require(caller, target(membership, host), what);
        return view;
    }

    Task<CertificateView?> Revocable(CertificateCode code, Caller caller, CancellationToken ct) =>
        CertificateFor(code, static (m, h) => new Target.RevokeCertificate(m, h), caller, "revoke a certificate", ct);

    /// <summary>Revokes a certificate; null when there is none.</summary>
    public async Task<Answer<CertificateView>?> RevokeCertificate(CertificateCode code, RevokeCertificate command, CancellationToken ct)
    {
        if (await Revocable(code, command.Caller, ct).ConfigureAwait(false) is null) return null;
        return await Ask(Certificate(code), command, static (g, c, t) => g.Revoke(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>Lets a revoked certificate be issued again, for who may revoke it; null when there is none.</summary>
    public async Task<Answer<CertificateSubjectView>?> ReissueCertificate(CertificateCode code, string reason, Caller caller, CancellationToken ct)
    {
        if (await Revocable(code, caller, ct).ConfigureAwait(false) is null) return null;
        return await Ask(Desk, (code, reason, caller), static (g, w, t) => g.Reissue(w.code, w.reason, w.caller, t), ct).ConfigureAwait(false);
    }

    /// <summary>
    /// Certificates of attendance a person was given and how they stand, for the person and whoever sees the person; of one session also for its host.
    /// Null when there is no such person or session for this caller.
    /// </summary>
    public async Task<IReadOnlyList<IssuedCertificate>?> IssuedCertificates(MemberId id, SessionId? session, Caller caller, CancellationToken ct)
    {
        if (!(session is { } sitting && await SeesRoll(sitting, caller, ct).ConfigureAwait(false)) && !await Sees(id, caller, ct).ConfigureAwait(false)) return null;
        await Look(id, AuditParts.Certificates, caller, ct).ConfigureAwait(false);
        return await Ask(Desk, (id, session, caller), static (g, w, t) => g.Issued(w.id, w.session, w.caller, t), ct).ConfigureAwait(false);
    }

    /// <summary>Whether the caller may revoke a certificate of a person of this membership and let it be issued again, for pages that offer it.</summary>
    public bool MayRevokeCertificate(Membership membership, AssociationId host, Caller caller) => Scopes.Allows(caller, new Target.RevokeCertificate(membership, host));

    /// <summary>Whether a certificate holds, and with the SHA-256 of a file, whether that file is it. For everybody.</summary>
    public Task<Verification> VerifyCertificate(CertificateCode code, string? sha256, CancellationToken ct)
    {
        Require(Anybody, new Target.VerifyCertificate(), "verify a certificate");
        return Ask(Desk, (code, sha256), static (g, w, t) => g.Verify(w.code, w.sha256, t), ct);
    }

    async Task<bool> SeesRoll(SessionId session, Caller caller, CancellationToken ct) =>
        await HostOf(session, ct).ConfigureAwait(false) is { } host && Scopes.Allows(caller, new Target.SeeRoll(session, host));

    static Answer<T>? Found<T>(Answer<T> answer)
        where T : class => answer is { Value: null, Refusal: null } ? null : answer;

    ICertificateDeskGrain Desk => actors.Grain<ICertificateDeskGrain>(0);

    ICertificateGrain Certificate(CertificateCode code) => actors.Grain<ICertificateGrain>(code.Text);
}
