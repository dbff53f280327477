using JmaActors.Credits;
using JmaActors.Ledgers;
using JmaActors.Proofs;
using Orleans.Concurrency;

namespace JmaActors.Tests.Web.Proofs;

/// <summary>A desk that issues one certificate, and that certificate.</summary>
sealed class FakeCertificates : ICertificateDeskGrain, ICertificateGrain
{
    public static readonly CertificateCode Code = CertificateCode.From([1, 200, 33, 44, 95, 66, 77, 88, 9, 10]);

    public static readonly DateTimeOffset IssuedAt = new(2026, 11, 24, 1, 2, 3, TimeSpan.Zero);

    /// <summary>What the next document is refused with.</summary>
    public Refusal? Refuses { get; set; }

    public ProofOutcome Outcome { get; set; } = ProofOutcome.Valid;

    public List<string> Files { get; } = [];

    public string? Revoked { get; private set; }

    public CertificateClaim Claim { get; } = new(
        CertificateKind.Attendance, Papers.Holder.Member, new SessionId("P26-1.1"), "地域医療研修会", new AssociationId("26"), "京都府医師会", new DateOnly(2026, 11, 23),
        [new SchemeUnits(CreditScheme.Cme, Units.Of(1.5m), 2)], null, "basis");

    /// <summary>Whose documents were asked for.</summary>
    public List<MemberId> For { get; } = [];

    public Task<Answer<AttendanceContent>> Attendance(MemberId member, SessionId session, Caller caller, CancellationToken ct)
    {
        For.Add(member);
        return Task.FromResult(new Answer<AttendanceContent>(Refuses is null ? Papers.Attendance(Code, IssuedAt) : null, Refuses, 1, false));
    }

    public Task<Answer<TranscriptContent>> Transcript(MemberId member, DateOnly on, Caller caller, CancellationToken ct)
    {
        For.Add(member);
        return Task.FromResult(new Answer<TranscriptContent>(Refuses is null ? Papers.Transcript(Code, IssuedAt, 3) with { On = on } : null, Refuses, 1, false));
    }

    public Task<Verification> Verify(CertificateCode code, string? sha256, CancellationToken ct)
    {
        var outcome = code != Code ? ProofOutcome.Unknown : sha256 is not null && !Files.Contains(sha256) ? ProofOutcome.Altered : Outcome;
        var facts = outcome == ProofOutcome.Unknown ? null : CertificateFacts.Of(Claim);
        return Task.FromResult(new Verification(outcome, code, facts, IssuedAt, outcome == ProofOutcome.Revoked ? IssuedAt : null, "髙＊＊　春＊＊", false, sha256 is not null, true, IssuedAt, ReplacedBy));
    }

    public List<(MemberId Member, SessionId? Session)> Listed { get; } = [];

    public Task<IReadOnlyList<IssuedCertificate>> Issued(MemberId member, SessionId? session, Caller caller, CancellationToken ct)
    {
        Listed.Add((member, session));
        return Task.FromResult<IReadOnlyList<IssuedCertificate>>(
            [new IssuedCertificate(Code, new SessionId("P26-1.1"), Claim.Title, Claim.Date, Claim.Host, IssuedAt, null, CertificateStanding.Changed)]);
    }

    /// <summary>What stands in the place of one that holds no more.</summary>
    public CertificateCode? ReplacedBy { get; set; }

    public string? Reissued { get; private set; }

    public Task<Answer<CertificateSubjectView>> Reissue(CertificateCode code, string reason, Caller caller, CancellationToken ct)
    {
        Reissued = reason;
        return Task.FromResult(new Answer<CertificateSubjectView>(new CertificateSubjectView(1, [IssuedAt], 2), null, 2, false));
    }

    public Task<Answer<CertificateView>> RecordFile(RecordFile command, CancellationToken ct)
    {
        Files.Add(command.Sha256);
        return Task.FromResult(new Answer<CertificateView>(View, null, 2, false));
    }

    public Task<Answer<CertificateView>> Revoke(RevokeCertificate command, CancellationToken ct)
    {
        Revoked = command.Reason;
        return Task.FromResult(new Answer<CertificateView>(View, null, 3, false));
    }

    public Task<CertificateView?> Read(CancellationToken ct) => Task.FromResult<CertificateView?>(View);

    public Task<Answer<CertificateView>> Issue(IssueCertificate command, CancellationToken ct) => throw new NotSupportedException();

    public Task Wake(CancellationToken ct) => Task.CompletedTask;

    public Task<Receipt> Receive(Immutable<Parcel[]> parcels, CancellationToken ct) => throw new NotSupportedException();

    CertificateView View => new(Code, Claim, IssuedAt, Files, Revoked is null ? null : IssuedAt, Revoked, 3);
}
