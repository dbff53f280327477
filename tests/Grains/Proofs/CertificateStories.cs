using JmaActors.Credits;
using JmaActors.Proofs;

namespace JmaActors.Tests.Grains.Proofs;

/// <summary>What a certificate decides, without its actor.</summary>
public sealed class CertificateStories
{
    const string Key = "0742-2B2Z-896N-G284";

    static readonly CertificateClaim Claim = new(
        CertificateKind.Attendance, new MemberId(1_000_000_001), new SessionId("P26-1.1"), "Seminar", new AssociationId("26"), "京都府医師会", new DateOnly(2026, 11, 23),
        [new SchemeUnits(CreditScheme.Cme, Units.Of(1m), 2)], null, "basis");

    static readonly string Digest = new('a', 64);

    readonly Story<CertificateState, CertificateEvent> story = new(new CertificateLedger(), Key);

    static ToCertificate<T> To<T>(T command) => new(Key, command);

    [Fact]
    public void Issued_once_a_repeat_changes_nothing()
    {
        Assert.Equal(Claim, story.When(CertificateDecider.Issue, To(new IssueCertificate(Claim, Caller.System))).Then<CertificateIssued>().Claim);
        story.When(CertificateDecider.Issue, To(new IssueCertificate(Claim with { Title = "Other" }, Caller.System))).ThenNothing(repeat: true);
    }

    [Fact]
    public void A_file_is_recorded_once_and_not_after_revocation()
    {
        story.When(CertificateDecider.RecordFile, To(new RecordFile(Digest, Caller.System))).ThenRefused("not-issued");
        story.Given(new CertificateIssued(Claim)).When(CertificateDecider.RecordFile, To(new RecordFile(Digest, Caller.System))).Then<CertificateFileRecorded>();
        story.When(CertificateDecider.RecordFile, To(new RecordFile(Digest, Caller.System))).ThenNothing(repeat: true);
        story.When(CertificateDecider.RecordFile, To(new RecordFile("AB", Caller.System))).ThenRefused("bad-digest");
        story.Given(new CertificateRevoked("x")).When(CertificateDecider.RecordFile, To(new RecordFile(new string('b', 64), Caller.System))).ThenRefused("certificate-revoked");
    }

    [Fact]
    public void No_more_files_than_the_limit()
    {
        story.Given(new CertificateIssued(Claim));
        for (var i = 0; i < CertificateLimits.Files; i++) story.Given(new CertificateFileRecorded($"{i:x64}"));
        story.When(CertificateDecider.RecordFile, To(new RecordFile(Digest, Caller.System))).ThenRefused("too-many-files");
    }

    [Fact]
    public void Revoked_for_ever_with_a_reason()
    {
        story.When(CertificateDecider.Revoke, To(new RevokeCertificate("wrong person", Caller.System))).ThenRefused("not-issued");
        story.Given(new CertificateIssued(Claim));
        story.When(CertificateDecider.Revoke, To(new RevokeCertificate("  ", Caller.System))).ThenRefused("no-reason");
        story.When(CertificateDecider.Revoke, To(new RevokeCertificate(new string('x', CertificateLimits.ReasonLength + 1), Caller.System))).ThenRefused("reason-too-long");
        Assert.Equal("wrong person", story.When(CertificateDecider.Revoke, To(new RevokeCertificate(" wrong person ", Caller.System))).Then<CertificateRevoked>().Reason);
        story.When(CertificateDecider.Revoke, To(new RevokeCertificate("again", Caller.System))).ThenNothing(repeat: true);
        Assert.Equal((Story<CertificateState, CertificateEvent>.Now, "wrong person"), (story.State.Revoked, story.State.Reason));
    }
}
