using System.Security.Cryptography;
using JmaActors.Benefits;
using JmaActors.Credits;
using JmaActors.Storage;
using JmaActors.Tests.Grains.Training;
using JmaActors.Web.Access;
using Microsoft.Extensions.Logging.Abstractions;

namespace JmaActors.Tests.Grains.Credits;

/// <summary>A document from the gateway down to the real actor and the real files, over days.</summary>
public sealed class EvidenceTests(TimedHouse house) : IClassFixture<TimedHouse>
{
    static readonly Caller Office = Caller.Office(AssociationId.Local(26, 7));

    static CancellationToken Ct => TimedHouse.Ct;

    Gateway Gateway => new(new OrleansActors((IClusterClient)house.Grains), new BenefitRegistry(), house.Service<IEvidenceStore>(), house.Clock, NullLogger<Gateway>.Instance);

    static EvidenceFile Paper(byte n)
    {
        byte[] content = [.. "%PDF-"u8, n, .. "%%EOF"u8];
        return new EvidenceFile(Convert.ToHexStringLower(SHA256.HashData(content)), EvidenceKind.Pdf, content);
    }

    AccrueCredit Report(MemberId member, string key, EvidenceFile paper) => new(
        key, CreditMethod.Lecture, new CurriculumCode(74), Units.Of(1.5m), new DateOnly(2026, 11, 1), "日本医学会分科会 総会", false, Caller.Member(member), Evidence: new Evidence("参加証.pdf", paper.Sha256));

    [Fact]
    public async Task A_report_with_its_document_is_opened_by_office_and_member_and_stays_when_loose_ones_go()
    {
        var (her, paper) = ((await house.Somebody()).Id, Paper(1));
        await Gateway.KeepEvidence(her, paper, Caller.Member(her), Ct);
        await Gateway.KeepEvidence(her, Paper(2), Caller.Member(her), Ct);

        var entry = (await Gateway.Accrue(her, Report(her, "congress", paper), Ct))!.Value!;
        Assert.Equal((CreditState.Pending, EvidenceKind.Pdf), (entry.State, entry.Document));
        house.Pass(60 * 26);
        await house.Service<LooseEvidence>().Sweep(house.Clock.GetUtcNow(), Ct);
        Assert.Null(await house.Service<IEvidenceStore>().Find(her, Paper(2).Sha256, Ct));

        Assert.True((await Gateway.ReadEvidence(her, "congress", Office, Ct))!.Content.Span.SequenceEqual(paper.Content.Span));
        Assert.NotNull(await Gateway.ReadEvidence(her, "congress", Caller.Member(her), Ct));
        Assert.Null(await Gateway.ReadEvidence(her, "congress", Caller.Office(AssociationId.Local(26, 8)), Ct));
        Assert.Equal("evidence-not-here", (await Gateway.Accrue(her, Report(her, "other", Paper(2)), Ct))!.Refusal!.Reason);
        Assert.Null((await Gateway.Accrue(her, Report(her, "second", paper), Ct))!.Refusal);
    }

    [Fact]
    public async Task Nobody_reports_with_the_digest_of_a_document_another_holds()
    {
        var (her, him, paper) = ((await house.Somebody()).Id, (await house.Somebody()).Id, Paper(3));
        await Gateway.KeepEvidence(her, paper, Caller.Member(her), Ct);

        var stolen = (await Gateway.Accrue(him, Report(him, "congress", paper), Ct))!;

        Assert.Equal("evidence-not-here", stolen.Refusal!.Reason);
        Assert.Null(await Gateway.ReadEvidence(him, "congress", Caller.Member(him), Ct));
        Assert.Null(await Gateway.KeepEvidence(her, Paper(5), new Caller("host:26", CallerRole.Host, "26"), Ct));
    }

    [Fact]
    public async Task A_report_sent_again_after_its_document_could_no_longer_be_attached_gets_its_first_answer()
    {
        var (her, paper) = ((await house.Somebody()).Id, Paper(4));
        await Gateway.KeepEvidence(her, paper, Caller.Member(her), Ct);
        Assert.Null((await Gateway.Accrue(her, Report(her, "congress", paper), Ct))!.Refusal);

        house.Pass(60 * 48);
        var again = (await Gateway.Accrue(her, Report(her, "congress", paper), Ct))!;

        Assert.True(again.Repeat);
        Assert.Equal(EvidenceKind.Pdf, again.Value!.Document);
    }
}
