using JmaActors.Audit;
using JmaActors.Credits;
using JmaActors.Members;
using JmaActors.Proofs;
using JmaActors.Tests.Web.Fakes;
using JmaActors.Tests.Web.Proofs;
using JmaActors.Web.Access;
using Microsoft.Extensions.Logging.Abstractions;

namespace JmaActors.Tests.Web.Merges;

/// <summary>What is asked for under a number that was merged is the record it leads to, in every part of it, and its person sees who looked.</summary>
public sealed class MergedRecordTests
{
    static readonly MemberId Stays = new(1_000_000_001);
    static readonly MemberId Merged = new(1_000_000_002);
    static readonly DateOnly On = new(2026, 11, 23);
    static readonly Caller Office = Caller.Office(AssociationId.Local(26, 3));

    readonly FakeCertificates desk = new();
    readonly FakeActors actors = new();
    readonly Gateway gateway;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public MergedRecordTests()
    {
        var own = new Membership(AssociationId.Local(26, 3), MembershipLayers.All, MemberCategory.A1);
        // The merged number has no ledger here: whoever asked it would not be answered.
        actors.Put<IMemberGrain>(Stays.Number, new FakeMember(Stays) { Membership = own }).Put<IMemberGrain>(Merged.Number, new FakeMember(Merged) { MergedInto = Stays })
            .Put<ICreditLedgerGrain>(Stays.Number, new FakeCredits()).Put<ICertificateDeskGrain>(0L, desk);
        gateway = new Gateway(actors, new BenefitRegistry(), new FakeEvidence(), TimeProvider.System, NullLogger<Gateway>.Instance);
    }

    [Fact]
    public async Task Documents_and_what_counts_are_of_the_whole_record()
    {
        Assert.NotNull(await gateway.Transcript(Merged, On, Office, Ct));
        Assert.NotNull(await gateway.AttendanceCertificate(Merged, new SessionId("P26-1.1"), Office, Ct));
        Assert.Equal([Stays, Stays], desk.For);
        Assert.NotNull(await gateway.WhatCounts(Merged, "credits", On, Office, Ct));
    }

    [Fact]
    public async Task A_look_is_recorded_of_the_person_whose_record_was_read()
    {
        Assert.Equal(Stays, (await gateway.ReadMember(Merged, Office, Ct))!.Id);
        await gateway.Entries(Merged, null, Office, Ct);
        Assert.Equal([(Stays, AuditParts.Identity), (Stays, AuditParts.Credits)], actors.Audit.Looks.Select(l => (l.Person, l.Parts)));
    }
}
