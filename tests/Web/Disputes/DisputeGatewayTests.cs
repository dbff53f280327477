using JmaActors.Credits;
using JmaActors.Disputes;
using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Tests.Web.Fakes;
using JmaActors.Training;
using JmaActors.Web.Access;
using Microsoft.Extensions.Logging.Abstractions;

namespace JmaActors.Tests.Web.Disputes;

/// <summary>Who has which part in a case.</summary>
public sealed class DisputeGatewayTests
{
    static readonly MemberId Id = new(1_000_000_001);
    static readonly DisputeId Case = new(Id, "a");
    static readonly AssociationId Host = AssociationId.Prefecture(26);
    static readonly SessionId Sitting = new("P26-1.1");

    readonly FakeDispute dispute = new(Case, Host);
    readonly FakeCredits credits = new();
    readonly FakeCredits lent = new();
    readonly Gateway gateway;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public DisputeGatewayTests() => gateway = new Gateway(
        new FakeActors().Put<IMemberGrain>(Id.Number, new FakeMember(Id) { Membership = new Membership(AssociationId.Local(26, 3), MembershipLayers.All, MemberCategory.A1) })
            .Put<IDisputeGrain>(Case.Text, dispute).Put<ICreditLedgerGrain>(Id.Number, credits).Put<ICreditLedgerGrain>(1_000_000_002L, lent).Put<ISessionGrain>(Sitting.Code, new FakeSession(Sitting, Host)),
        new BenefitRegistry(), new FakeEvidence(), TimeProvider.System, NullLogger<Gateway>.Instance);

    static Caller As(string eyes) => Eyes.TryParse(eyes, out var caller, out var error) ? caller : throw new ArgumentException(error);

    Task<Answer<DisputeView>?> Say(string eyes) => gateway.SayDispute(Case, "1", "w", As(eyes), Ct);

    Task<Answer<DisputeView>?> Decide(string eyes) => gateway.DecideDispute(Case, new DecideDispute(false, "w", As(eyes)), Ct);

    [Fact]
    public async Task A_member_opens_a_case_about_attendance_at_the_host_and_about_herself_at_her_association()
    {
        await gateway.OpenDispute(Case, DisputeSubject.Attendance, Sitting.Code, "w", As("member:1000000001"), Ct);
        await gateway.OpenDispute(Case, DisputeSubject.Identity, "氏名", "w", As("member:1000000001"), Ct);
        Assert.Equal([Host, AssociationId.Local(26, 3)], dispute.Asked.Cast<OpenDispute>().Select(o => o.Office));
        Assert.Equal("bad-subject", (await gateway.OpenDispute(Case, DisputeSubject.Attendance, "P26-2.1 ", "w", As("member:1000000001"), Ct))!.Refusal?.Reason);
    }

    [Fact]
    public async Task What_stands_in_the_place_of_another_goes_to_who_corrected_it_and_what_is_lent_to_who_recorded_it_where_it_is_kept()
    {
        var other = new MemberId(1_000_000_002);
        credits.Origins["k~2"] = new EntryOrigin(Id, "k~2");
        credits.Origins["j@1000000002"] = new EntryOrigin(other, "j");
        credits.Told.Add(Line(1, "credit-accrued", """{"e":{"key":"k"},"m":{"c":"27"}}"""));
        credits.Told.Add(Line(2, "credit-accrued", """{"e":{"key":"j"},"m":{"c":"13"}}"""));
        credits.Told.Add(Line(3, "credit-corrected", """{"e":{"key":"k","by":"k~2"},"m":{"c":"26-003"}}"""));
        lent.Told.Add(Line(1, "credit-opened", """{"e":{"key":"j"},"m":{"c":"28"}}"""));

        foreach (var about in new[] { "k~2", "j@1000000002" }) await gateway.OpenDispute(Case, DisputeSubject.Report, about, "w", As("member:1000000001"), Ct);

        Assert.Equal([AssociationId.Local(26, 3), AssociationId.Prefecture(28)], dispute.Asked.Cast<OpenDispute>().Select(o => o.Office));
        Assert.Equal("bad-subject", (await gateway.OpenDispute(Case, DisputeSubject.Report, "other", "w", As("member:1000000001"), Ct))!.Refusal?.Reason);

        static HistoryLine Line(long version, string type, string body) => new(version, type, 1, DateTimeOffset.UnixEpoch, body, "");
    }

    [Theory]
    [InlineData("office:26")]
    [InlineData("office:26-003")]
    [InlineData("member:1000000002")]
    [InlineData("host:26")]
    public async Task Nobody_else_opens_one_for_her(string eyes) =>
        await Assert.ThrowsAsync<OutOfScopeException>(() => gateway.OpenDispute(Case, DisputeSubject.Identity, "氏名", "w", As(eyes), Ct));

    [Fact]
    public async Task The_member_and_the_office_that_answers_write_each_in_their_part()
    {
        await Say("member:1000000001");
        await Say("office:26");
        await Say("host:26");
        Assert.Equal([false, true, true], dispute.Asked.Cast<SayDispute>().Select(s => s.ByOffice));
    }

    [Fact]
    public async Task A_clerk_who_acts_for_her_opens_a_case_sees_it_writes_in_it_and_takes_it_back()
    {
        const string ForHer = "office:26-003:clerk@1000000001";
        await gateway.OpenDispute(Case, DisputeSubject.Attendance, Sitting.Code, "w", As(ForHer), Ct);
        Assert.NotNull(await gateway.ReadDispute(Case, As(ForHer), Ct));
        await Say(ForHer);
        Assert.NotNull(await gateway.WithdrawDispute(Case, As(ForHer), Ct));

        Assert.False(dispute.Asked.OfType<SayDispute>().Single().ByOffice);
        Assert.Equal((false, false, true), gateway.PartIn((await gateway.ReadDispute(Case, As(ForHer), Ct))!, As(ForHer)));
        Assert.Null(await gateway.ReadDispute(Case, As("office:26-004:clerk@1000000001"), Ct));
        Assert.Null(await gateway.ReadDispute(Case, As("office:26-003:clerk@1000000002"), Ct));
    }

    [Theory]
    [InlineData("office:26-003")]
    [InlineData("office:JMA")]
    [InlineData("office:13")]
    [InlineData("host:13")]
    [InlineData("member:1000000002")]
    [InlineData("door:P26-1.1")]
    public async Task For_anybody_else_there_is_no_case_whatever_is_guessed(string eyes)
    {
        Assert.Null(await gateway.ReadDispute(Case, As(eyes), Ct));
        Assert.Null(await Say(eyes));
        Assert.Null(await Decide(eyes));
        Assert.Null(await gateway.WithdrawDispute(Case, As(eyes), Ct));
        Assert.Empty(dispute.Asked);
    }

    [Theory]
    [InlineData("office:26:clerk")]
    [InlineData("member:1000000001")]
    public async Task Only_an_approver_decides(string eyes)
    {
        await Assert.ThrowsAsync<OutOfScopeException>(() => Decide(eyes));
        Assert.NotNull(await Decide("office:26:approver"));
    }

    [Fact]
    public async Task An_office_does_not_take_back_what_a_member_said()
    {
        await Assert.ThrowsAsync<OutOfScopeException>(() => gateway.WithdrawDispute(Case, As("office:26"), Ct));
        Assert.NotNull(await gateway.WithdrawDispute(Case, As("member:1000000001"), Ct));
    }
}
