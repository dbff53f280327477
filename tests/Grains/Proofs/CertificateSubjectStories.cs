using JmaActors.Ledgers;
using JmaActors.Proofs;

namespace JmaActors.Tests.Grains.Proofs;

/// <summary>Which revision of a certificate stands, without its actor.</summary>
public sealed class CertificateSubjectStories
{
    static readonly DateTimeOffset Now = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);

    readonly StoredLedger<CertificateSubjectState, CertificateSubjectEvent> subject = new(new CertificateSubjectLedger(), "attendance.1000000001.P26-1.1");

    Decision<CertificateSubjectEvent> Told(int revision, long version) => subject.Receive(new Parcel(
        "certificate/A", version, "certificate-subject/attendance.1000000001.P26-1.1", RevocationWord.Parcel,
        System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new RevocationWord(revision), ProofJson.Default.RevocationWord)), Now);

    Decision<CertificateSubjectEvent> Reissue(int revision, string reason = "by mistake") =>
        subject.Do(CertificateSubjectDecider.Reissue, new ReissueCertificate(revision, reason, Caller.System), Now);

    [Fact]
    public void A_revision_is_revoked_once_and_the_next_one_stands()
    {
        Assert.Equal(1, Told(0, 1).Count);
        Assert.Equal(0, Told(0, 2).Count);
        Assert.Equal(1, Reissue(0).Count);
        Assert.True(Reissue(0).Repeat);
        Assert.Equal(0, Told(0, 3).Count);

        var view = subject.Replay().View;
        Assert.Equal((1, Now, null), (view.Revision, view.RevokedAt(0), view.RevokedAt(1)));
    }

    [Fact]
    public void What_was_revoked_before_revocations_were_told_here_can_be_issued_again()
    {
        Assert.Equal(1, Reissue(0).Count);
        Assert.Equal((1, true), (subject.State.Revision, subject.State.View.RevokedAt(0) is not null));
        Assert.Equal(0, Told(0, 1).Count);
        Assert.Equal("not-revoked", Reissue(2).Refusal!.Reason);
        Assert.Equal("reason-too-long", Reissue(1, new string('x', CertificateLimits.ReasonLength + 1)).Refusal!.Reason);
    }

    [Fact]
    public void No_more_revisions_than_the_limit()
    {
        for (var i = 0; i < CertificateLimits.Revisions - 1; i++) Assert.Equal(1, Reissue(i).Count);
        Assert.Equal("too-many-revisions", Reissue(CertificateLimits.Revisions - 1).Refusal!.Reason);
    }
}
