using JmaActors.Accounts;

namespace JmaActors.Tests.Grains.Accounts;

/// <summary>Sessions, tokens and what is noted, without the actor.</summary>
public sealed class AccessStories
{
    static readonly DateTimeOffset Now = Story<AccountState, AccountEvent>.Now;
    static readonly Caller Me = AccountSubject.Person("me");

    readonly Story<AccountState, AccountEvent> story = new(new AccountLedger(), "me");

    static FunctionGranted Office(string id = "f1", OfficeDuties duties = OfficeDuties.Clerk) => new(id, CallerRole.Office, "26-007", duties, new(2026, 4, 1), null, "x");

    static SignedIn Open(string id = "s1") => new(id, "Chrome, Android", "password", Now + AccountLimits.SessionLife);

    static ChooseFunction Choose(string function = "f1", long? member = null, string reason = "", string session = "s1") =>
        new(session, function, member is { } number ? new MemberId(number) : null, reason, Me);

    static IssueToken Issue(string id = "t1", string function = "f1", int days = 30, string name = "door", int hash = 32) =>
        new(id, name, new byte[hash], function, Now.AddDays(days), Me);

    [Fact]
    public void One_place_more_than_there_may_be_ends_the_oldest()
    {
        for (var i = 0; i <= AccountLimits.Sessions; i++) story.When(AccessDecider.Open, new OpenAccess($"s{i}", "", "passkey", Me)).Then<SignedIn>();

        Assert.Equal(AccountLimits.Sessions, story.State.Sessions.Count);
        Assert.Null(story.State.Session("s0"));
    }

    [Fact]
    public void Signing_out_ends_here_elsewhere_or_everywhere()
    {
        story.Given(Open("s1"), Open("s2"), Open("s3"));
        Assert.Equal(["s2"], story.When(AccessDecider.End, new EndAccess("s2", null, Me)).Then<SignedOut>().Sessions);
        Assert.Equal(["s1"], story.When(AccessDecider.End, new EndAccess(null, "s3", Me)).Then<SignedOut>().Sessions);
        Assert.Equal(["s3"], story.When(AccessDecider.End, new EndAccess(null, null, Me)).Then<SignedOut>().Sessions);
        story.When(AccessDecider.End, new EndAccess("s3", null, Me)).ThenNothing(repeat: false);
    }

    [Fact]
    public void One_acts_in_one_function_and_for_a_member_only_as_a_clerk_and_with_a_reason()
    {
        story.Given(Open(), Office(), Office("f2", OfficeDuties.Treasurer));

        story.When(AccessDecider.Choose, Choose()).Then<FunctionChosen>();
        story.When(AccessDecider.Choose, Choose()).ThenNothing(repeat: false);
        story.When(AccessDecider.Choose, Choose(member: 1_000_000_001)).ThenRefused("no-reason");
        story.When(AccessDecider.Choose, Choose("f2", 1_000_000_001, "no computer")).ThenRefused("not-a-clerk");
        story.When(AccessDecider.Choose, Choose("none")).ThenRefused("no-function");
        story.When(AccessDecider.Choose, Choose(session: "s9")).ThenRefused("signed-out");
        story.When(AccessDecider.Choose, Choose(member: 1_000_000_001, reason: "no computer")).Then<FunctionChosen>();
        Assert.Equal(new MemberId(1_000_000_001), story.State.Session("s1")!.For);
        story.When(AccessDecider.Choose, Choose()).Then<FunctionChosen>();
        Assert.Null(story.State.Session("s1")!.For);
    }

    [Fact]
    public void A_token_is_of_a_function_in_force_and_ends()
    {
        story.Given(Office());
        story.When(AccessDecider.Issue, Issue(function: "none")).ThenRefused("no-function");
        story.When(AccessDecider.Issue, Issue(days: 0)).ThenRefused("bad-dates");
        story.When(AccessDecider.Issue, Issue(days: 367)).ThenRefused("bad-dates");
        story.When(AccessDecider.Issue, Issue(name: " ")).ThenRefused("bad-name");
        story.When(AccessDecider.Issue, Issue(hash: 31)).ThenRefused("bad-key");
        story.When(AccessDecider.Issue, Issue()).Then<TokenIssued>();
        story.When(AccessDecider.Issue, Issue()).ThenNothing(repeat: true);
        story.When(AccessDecider.Revoke, new RevokeToken("t1", Me)).Then<TokenRevoked>();
        story.When(AccessDecider.Revoke, new RevokeToken("t1", Me)).ThenNothing(repeat: true);
        story.When(AccessDecider.Revoke, new RevokeToken("t2", Me)).ThenRefused("no-token");
    }

    [Fact]
    public void There_are_only_so_many_tokens_at_a_time()
    {
        story.Given(Office());
        for (var i = 0; i < AccountLimits.TokensAtOnce; i++) story.When(AccessDecider.Issue, Issue($"t{i}")).Then<TokenIssued>();

        story.When(AccessDecider.Issue, Issue("more")).ThenRefused("too-many-tokens");
        story.When(AccessDecider.Revoke, new RevokeToken("t0", Me)).Then<TokenRevoked>();
        story.When(AccessDecider.Issue, Issue("more")).Then<TokenIssued>();
    }

    [Fact]
    public void The_last_use_is_kept_once_a_day()
    {
        story.Given(Office(), new TokenIssued("t1", "door", new byte[32], "f1", Now.AddDays(1)), Open());
        Assert.Equal(new AccessUsed("t1", new(2026, 11, 23)), story.When(AccessDecider.Used, "t1").Then<AccessUsed>());
        story.When(AccessDecider.Used, "t1").ThenNothing(repeat: false);
        story.When(AccessDecider.Used, "s1").ThenNothing(repeat: false);
        story.When(AccessDecider.Used, "unknown").ThenNothing(repeat: false);
    }

    [Fact]
    public void Only_what_is_known_is_noted()
    {
        Assert.Equal(new SecurityNoted(SecurityNotes.PasswordChanged, ""), story.When(AccessDecider.Note, new NoteSecurity(SecurityNotes.PasswordChanged, "", Me)).Then<SecurityNoted>());
        story.When(AccessDecider.Note, new NoteSecurity("anything", "", Me)).ThenRefused("bad-key");
    }
}
