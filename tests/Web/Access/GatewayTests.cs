using JmaActors.Credits;
using JmaActors.Members;
using JmaActors.Tests.Web.Fakes;
using JmaActors.Training;
using JmaActors.Web.Access;
using Microsoft.Extensions.Logging.Abstractions;

namespace JmaActors.Tests.Web.Access;

/// <summary>What the gateway lets through, and how often it asks.</summary>
public sealed class GatewayTests
{
    static readonly MemberId Id = new(1_000_000_001);
    static readonly SessionId Sitting = new("P26-1.1");

    readonly FakeCredits _credits = new();
    readonly FakeMember _member = new(Id) { Membership = new Membership(AssociationId.Local(26, 3), MembershipLayers.Local, null) };
    readonly FakeSession _session = new(Sitting, AssociationId.Prefecture(26));
    readonly Gateway _gateway;

    public GatewayTests()
    {
        var actors = new FakeActors().Put<ICreditLedgerGrain>(Id.Number, _credits).Put<IMemberGrain>(Id.Number, _member).Put<ISessionGrain>(Sitting.Code, _session)
            .Put<IReservationGrain>(Reservations.Block("register:k"), new FakeReservation(Id));
        _gateway = new Gateway(actors, new BenefitRegistry(), new FakeEvidence(), TimeProvider.System, NullLogger<Gateway>.Instance);
    }

    [Fact]
    public async Task A_command_that_met_a_moved_actor_is_sent_again_as_it_was()
    {
        _credits.Meets.Enqueue(new TryAgainException("moved", "x"));
        _credits.Meets.Enqueue(new TimeoutException());

        var answer = await _gateway.Accrue(Id, Accrue(Eyes.Operator), TestContext.Current.CancellationToken);

        Assert.True(answer!.Accepted);
        Assert.Equal(3, _credits.Asked.Count);
        Assert.All(_credits.Asked, c => Assert.Same(_credits.Asked[0], c));
    }

    [Fact]
    public async Task After_the_last_attempt_the_caller_is_told_to_try_again()
    {
        for (var i = 0; i < 3; i++) _credits.Meets.Enqueue(new TimeoutException());

        var fault = await Assert.ThrowsAsync<TryAgainException>(() => _gateway.Accrue(Id, Accrue(Eyes.Operator), TestContext.Current.CancellationToken));

        Assert.Equal("outcome-unknown", fault.Reason);
        Assert.Equal(3, _credits.Asked.Count);
    }

    [Fact]
    public async Task A_journal_that_is_away_is_not_asked_again_at_once()
    {
        _credits.Meets.Enqueue(new TryAgainException("journal-away", "x"));

        await Assert.ThrowsAsync<TryAgainException>(() => _gateway.Accrue(Id, Accrue(Eyes.Operator), TestContext.Current.CancellationToken));

        Assert.Single(_credits.Asked);
    }

    [Theory]
    [InlineData("office:JMA")]
    [InlineData("office:26")]
    [InlineData("member:1000000002")]
    [InlineData("host:26")]
    public async Task A_person_of_a_local_association_alone_does_not_exist_above_it(string eyes)
    {
        Assert.True(Eyes.TryParse(eyes, out var caller, out _));

        Assert.Null(await _gateway.ReadMember(Id, caller, TestContext.Current.CancellationToken));
        Assert.Null(await _gateway.Entries(Id, null, caller, TestContext.Current.CancellationToken));
        Assert.Null(await _gateway.Accrue(Id, Accrue(caller), TestContext.Current.CancellationToken));
        Assert.Empty(_credits.Asked);
    }

    [Fact]
    public async Task A_member_reports_pending_credit_and_may_not_post_it()
    {
        var ct = TestContext.Current.CancellationToken;

        Assert.True((await _gateway.Accrue(Id, Accrue(Caller.Member(Id)), ct))!.Accepted);
        await Assert.ThrowsAsync<OutOfScopeException>(() => _gateway.Accrue(Id, Accrue(Caller.Member(Id)) with { Post = true }, ct));
        await Assert.ThrowsAsync<OutOfScopeException>(() => _gateway.Settle(Id, new SettleCredit("k", true, "", Caller.Member(Id)), ct));
    }

    [Fact]
    public async Task Whether_somebody_exists_is_asked_once()
    {
        for (var i = 0; i < 3; i++) Assert.True((await _gateway.Accrue(Id, Accrue(Eyes.Operator), TestContext.Current.CancellationToken))!.Accepted);

        Assert.Equal(1, _member.Reads);
    }

    [Theory]
    [InlineData("office:26-003", true)]
    [InlineData("operator", true)]
    [InlineData("office:27-001", false)]
    public async Task A_key_that_led_to_somebody_out_of_sight_is_taken(string eyes, bool seen)
    {
        Assert.True(Eyes.TryParse(eyes, out var caller, out _));
        var own = new Membership(caller.Role == CallerRole.Office ? new AssociationId(caller.Scope) : null, MembershipLayers.Local, null);

        var answer = await _gateway.Register("k", new RegisterMember(new Person("n", "k", null, null, null), null, own, false, new DateOnly(2026, 4, 1), caller), TestContext.Current.CancellationToken);

        Assert.Equal((seen, seen ? null : "key-taken"), (answer.Value is not null, answer.Refusal?.Reason));
    }

    [Fact]
    public async Task An_office_lets_a_member_go_but_puts_nobody_into_another_association()
    {
        var ct = TestContext.Current.CancellationToken;
        var office = Caller.Office(AssociationId.Local(26, 3));
        ChangeMembership To(AssociationId? local, MembershipLayers layers) => new("k", new Membership(local, layers, null), new DateOnly(2026, 4, 1), "r", office);

        await Assert.ThrowsAsync<OutOfScopeException>(() => _gateway.ChangeMembership(Id, To(AssociationId.Local(27, 1), MembershipLayers.Local), ct));
        Assert.NotNull((await _gateway.ChangeMembership(Id, To(AssociationId.Local(26, 3), MembershipLayers.All), ct))!.Value);
        var gone = await _gateway.ChangeMembership(Id, To(null, MembershipLayers.None), ct);

        Assert.Equal((true, null), (gone!.Accepted, gone.Value));
    }

    [Fact]
    public async Task A_door_taps_at_its_own_session_only_and_the_host_is_asked_for_once()
    {
        var ct = TestContext.Current.CancellationToken;
        var own = new Caller("door", CallerRole.Door, Sitting.Code);

        Assert.True((await _gateway.Tap(Sitting, Tap(own), ct))!.Accepted);
        Assert.True((await _gateway.Tap(Sitting, Tap(own), ct))!.Accepted);
        await Assert.ThrowsAsync<OutOfScopeException>(() => _gateway.Tap(Sitting, Tap(own with { Scope = "P26-1.2" }), ct));
        await Assert.ThrowsAsync<OutOfScopeException>(() => _gateway.RollSummary(Sitting, own, ct));

        Assert.Equal(2, _session.Tapped.Count);
        Assert.Equal(1, _session.Reads);
    }

    static AccrueCredit Accrue(Caller caller) => new("k", CreditMethod.ELearning, new CurriculumCode(12), Units.Of(1), new DateOnly(2026, 5, 1), "t", false, caller);

    static TapCard Tap(Caller caller) => new(new CardNumber("DEMO0001"), TapDirection.In, new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero), "d", "n", caller);
}
