using JmaActors.Members;
using JmaActors.Merges;
using JmaActors.Tests.Web.Fakes;
using JmaActors.Web.Access;
using Microsoft.Extensions.Logging.Abstractions;

namespace JmaActors.Tests.Web.Merges;

/// <summary>Who sees and decides about two records that may be one person's.</summary>
public sealed class MergeGatewayTests
{
    static readonly MemberId A = new(1_000_000_001);
    static readonly MemberId B = new(1_000_000_002);
    static readonly MergePair Both = MergePair.Of(A, B);
    static readonly Membership Own = new(AssociationId.Local(26, 3), MembershipLayers.All, MemberCategory.A1);

    readonly FakeMember a = new(A) { Membership = Own };
    readonly FakeMember b = new(B) { Membership = Own };
    readonly FakeMerge pair = new(Both) { Status = MergeStatus.Proposed };
    readonly Gateway gateway;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public MergeGatewayTests() => gateway = new Gateway(
        new FakeActors().Put<IMemberGrain>(A.Number, a).Put<IMemberGrain>(B.Number, b).Put<IMergeGrain>(Both.Key, pair), new BenefitRegistry(), new FakeEvidence(), TimeProvider.System, NullLogger<Gateway>.Instance);

    static Caller As(string eyes) => Eyes.TryParse(eyes, out var caller, out var error) ? caller : throw new ArgumentException(error);

    Task<Answer<MergeView>?> Merge(string eyes) => gateway.DecideMerge(Both, new DecideMerge(A, MergeFields.None, "r", As(eyes)), Ct);

    [Theory]
    [InlineData("operator")]
    [InlineData("office:26-003")]
    [InlineData("office:26")]
    [InlineData("office:JMA")]
    public async Task Who_sees_both_sees_the_pair_and_decides(string eyes)
    {
        Assert.NotNull(await gateway.ReadPair(Both, As(eyes), Ct));
        Assert.NotNull(await Merge(eyes));
        Assert.NotNull(await gateway.UndoMerge(Both, new UndoMerge("r", As(eyes)), Ct));
        Assert.NotNull(await gateway.DismissPair(Both, new DismissPair("r", As(eyes)), Ct));
        Assert.Equal(3, pair.Asked.Count);
    }

    [Theory]
    [InlineData("office:26-004")]
    [InlineData("office:13")]
    [InlineData("host:26")]
    [InlineData("member:1000000001")]
    [InlineData("door:P26-1.1")]
    [InlineData("workplace:W1")]
    public async Task For_anybody_else_it_is_not_there_whatever_number_is_guessed(string eyes)
    {
        Assert.Null(await gateway.ReadPair(Both, As(eyes), Ct));
        Assert.Null(await gateway.PreviewMerge(Both, A, As(eyes), Ct));
        Assert.Null(await gateway.PairHistory(Both, 0, As(eyes), Ct));
        Assert.Null(await Merge(eyes));
        Assert.Null(await gateway.UndoMerge(Both, new UndoMerge("r", As(eyes)), Ct));
        Assert.Null(await gateway.DismissPair(Both, new DismissPair("r", As(eyes)), Ct));
        Assert.Empty(pair.Asked);
    }

    [Theory]
    [InlineData("host:26")]
    [InlineData("member:1000000001")]
    [InlineData("door:P26-1.1")]
    public async Task The_inbox_is_an_offices(string eyes) =>
        await Assert.ThrowsAsync<OutOfScopeException>(() => gateway.Duplicates(MergeStatus.Proposed, null, 10, As(eyes), Ct));

    [Fact]
    public async Task A_pair_across_two_associations_is_for_the_layer_above_both_and_for_neither_of_them()
    {
        b.Membership = Own with { Local = AssociationId.Local(26, 4) };
        Assert.Null(await Merge("office:26-003"));
        Assert.Null(await Merge("office:26-004"));
        Assert.NotNull(await Merge("office:26"));
        b.Membership = new Membership(AssociationId.Local(26, 4), MembershipLayers.Local, null);
        Assert.Null(await Merge("office:26"));
        Assert.Null(await Merge("office:JMA"));
        Assert.NotNull(await Merge("operator"));
    }

    [Fact]
    public async Task Somebody_of_no_association_is_shown_to_an_office_only_where_likeness_was_found_and_never_by_a_guess()
    {
        b.Membership = Membership.None;
        Assert.NotNull(await Merge("office:26-003"));
        Assert.Null(await Merge("office:26-004"));
        pair.Status = null;
        Assert.Null(await Merge("office:26-003"));
        Assert.Null(await gateway.PreviewMerge(Both, A, As("office:26-003"), Ct));
        a.Membership = Membership.None;
        pair.Status = MergeStatus.Proposed;
        Assert.Null(await Merge("office:JMA"));
    }

    [Fact]
    public async Task Once_merged_the_office_of_the_record_that_is_left_decides()
    {
        (pair.Status, pair.Into) = (MergeStatus.Merged, A);
        b.Membership = Own with { Local = AssociationId.Local(13, 1) };
        Assert.NotNull(await gateway.UndoMerge(Both, new UndoMerge("r", As("office:26-003")), Ct));
        Assert.Null(await gateway.UndoMerge(Both, new UndoMerge("r", As("office:13-001")), Ct));
    }

    [Fact]
    public async Task A_record_that_is_not_there_is_in_no_pair()
    {
        var missing = new Gateway(
            new FakeActors().Put<IMemberGrain>(A.Number, a).Put<IMemberGrain>(B.Number, new FakeMember(B) { Nobody = true }).Put<IMergeGrain>(Both.Key, pair),
            new BenefitRegistry(), new FakeEvidence(), TimeProvider.System, NullLogger<Gateway>.Instance);
        Assert.Null(await missing.DecideMerge(Both, new DecideMerge(A, MergeFields.None, "r", As("operator")), Ct));
    }

    [Theory]
    [InlineData("1000000001-1000000002", true)]
    [InlineData("1000000002-1000000001", false)]
    [InlineData("1000000001-1000000001", false)]
    [InlineData("1000000001 1000000002", false)]
    [InlineData("1000000001-100000000x", false)]
    [InlineData("", false)]
    public void A_pair_has_one_name(string text, bool isPair) => Assert.Equal(isPair, MergePair.TryParse(text, out _));
}
