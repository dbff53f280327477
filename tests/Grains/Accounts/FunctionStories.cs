using JmaActors.Accounts;
using JmaActors.Ledgers;

namespace JmaActors.Tests.Grains.Accounts;

/// <summary>Functions given, withdrawn, lent and taken back, without the actor.</summary>
public sealed class FunctionStories
{
    const string Me = "me", Deputy = "deputy";
    static readonly DateOnly From = new(2026, 4, 1), Today = new(2026, 11, 23), Later = new(2026, 12, 31);

    static readonly Deciding Deciding = new(Story<AccountState, AccountEvent>.Now, Caller.System, 0);

    readonly Story<AccountState, AccountEvent> story = new(new AccountLedger(), Me);

    static GrantFunction Grant(string key = "f1", CallerRole role = CallerRole.Office, string scope = "26-007", OfficeDuties duties = OfficeDuties.Clerk, DateOnly? until = null, string reason = "appointed") =>
        new(key, role, scope, duties, From, until, reason, Caller.System);

    static FunctionGranted Granted(string id = "f1", CallerRole role = CallerRole.Office, string scope = "26-007", OfficeDuties duties = OfficeDuties.Clerk | OfficeDuties.Approver, DateOnly? until = null) =>
        new(id, role, scope, duties, From, until, "appointed");

    static (string, LendFunction) Lend(string key = "l1", string function = "f1", string to = Deputy, OfficeDuties duties = OfficeDuties.Clerk, DateOnly? from = null, DateOnly? until = null, string reason = "on leave") =>
        (Me, new LendFunction(key, function, to, duties, from ?? Today, until ?? Later, reason, Caller.System));

    [Fact]
    public void A_function_given_is_had_from_its_first_day_to_its_last()
    {
        story.When(FunctionDecider.Grant, Grant(until: Later)).Then<FunctionGranted>();
        var held = story.State.Function("f1")!;

        Assert.False(held.InForce(From.AddDays(-1)));
        Assert.True(held.InForce(From));
        Assert.True(held.InForce(Later));
        Assert.False(held.InForce(Later.AddDays(1)));
        Assert.Equal(new FunctionRow(Me, "f1", (int)CallerRole.Office, "26-007", (int)OfficeDuties.Clerk, From, Later, null, null), Assert.Single(story.Rows).Row);
    }

    [Fact]
    public void The_same_key_again_changes_nothing()
    {
        story.Given(Granted()).When(FunctionDecider.Grant, Grant(scope: "JMA")).ThenNothing(repeat: true);
        story.Given(new FunctionWithdrawn("f1", "left")).When(FunctionDecider.Withdraw, new WithdrawFunction("f1", "again", Caller.System)).ThenNothing(repeat: true);
    }

    [Theory]
    [InlineData("", CallerRole.Office, "26-007", 1, "x", "bad-key")]
    [InlineData("a b", CallerRole.Office, "26-007", 1, "x", "bad-key")]
    [InlineData("f1", CallerRole.Office, "26-7", 1, "x", "bad-scope")]
    [InlineData("f1", CallerRole.Member, "26-007", 7, "x", "bad-scope")]
    [InlineData("f1", CallerRole.Operator, "JMA", 7, "x", "bad-scope")]
    [InlineData("f1", CallerRole.System, "*", 7, "x", "bad-scope")]
    [InlineData("f1", CallerRole.Office, "26-007", 0, "x", "bad-duties")]
    [InlineData("f1", CallerRole.Office, "26-007", 8, "x", "bad-duties")]
    [InlineData("f1", CallerRole.Host, "26", 1, "x", "bad-duties")]
    [InlineData("f1", CallerRole.Office, "26-007", 1, " ", "no-reason")]
    public void What_is_no_function_is_refused(string key, CallerRole role, string scope, int duties, string reason, string refused) =>
        story.When(FunctionDecider.Grant, Grant(key, role, scope, (OfficeDuties)duties, reason: reason)).ThenRefused(refused);

    [Fact]
    public void Its_last_day_is_not_before_its_first() => story.When(FunctionDecider.Grant, Grant(until: From.AddDays(-1))).ThenRefused("bad-dates");

    [Fact]
    public void An_account_is_one_person()
    {
        story.Given(Granted("m", CallerRole.Member, "1000000001", OfficeDuties.All));
        story.When(FunctionDecider.Grant, Grant("m2", CallerRole.Member, "1000000002", OfficeDuties.All)).ThenRefused("somebody-else");
        story.Given(new FunctionWithdrawn("m", "mistaken"));
        story.When(FunctionDecider.Grant, Grant("m2", CallerRole.Member, "1000000002", OfficeDuties.All)).Then<FunctionGranted>();
    }

    [Fact]
    public void Whoever_stands_in_has_the_function_for_those_days_and_the_lender_keeps_it()
    {
        story.Given(Granted()).When(FunctionDecider.Lend, Lend()).Then<FunctionLent>();

        var word = Told(story.State, new FunctionLent("f1", "l1", Deputy, OfficeDuties.Clerk, Today, Later, "on leave"));
        var deputy = new AccountState();
        Fold(deputy, FunctionDecider.Accept(deputy, word, Deciding));
        var held = deputy.Function("l1")!;
        Assert.Equal((CallerRole.Office, "26-007", OfficeDuties.Clerk, Me), (held.Role, held.Scope, held.Duties, held.Of));
        Assert.Equal($"account:{Me}", held.As("account:deputy").Deputy);
        Assert.True(story.State.Function("f1")!.InForce(Today));
        Assert.Equal(("on leave", "on leave"), (story.State.Loan("l1")!.Value.Loan.Reason, held.Reason));
        Assert.Equal(0, FunctionDecider.Accept(deputy, word, Deciding).Count);
    }

    [Fact]
    public void Withdrawing_a_function_ends_what_it_was_lent_for()
    {
        story.Given(Granted(), new FunctionLent("f1", "l1", Deputy, OfficeDuties.Clerk, Today, Later, "x"));
        var deputy = new AccountState();
        Fold(deputy, FunctionDecider.Accept(deputy, new LoanWord(new FunctionBorrowed("l1", Me, CallerRole.Office, "26-007", OfficeDuties.Clerk, Today, Later, "x"), []), Deciding));

        var withdrawn = story.When(FunctionDecider.Withdraw, new WithdrawFunction("f1", "left", Caller.System)).Then<FunctionWithdrawn>();
        Fold(deputy, FunctionDecider.Accept(deputy, Told(story.State, withdrawn), Deciding));

        Assert.NotNull(story.State.Loan("l1")!.Value.Loan.Ended);
        Assert.False(deputy.Function("l1")!.InForce(Today));
    }

    [Fact]
    public void Nobody_lends_more_than_one_has_nor_what_is_lent_nor_to_oneself()
    {
        story.Given(Granted(until: Later), new FunctionBorrowed("b1", "another", CallerRole.Office, "26", OfficeDuties.All, From, Later, "x"), Granted("m", CallerRole.Member, "1000000001", OfficeDuties.All));

        story.When(FunctionDecider.Lend, Lend(duties: OfficeDuties.All)).ThenRefused("bad-duties");
        story.When(FunctionDecider.Lend, Lend(until: Later.AddDays(1))).ThenRefused("bad-dates");
        story.When(FunctionDecider.Lend, Lend(from: From.AddDays(-1))).ThenRefused("bad-dates");
        story.When(FunctionDecider.Lend, Lend(function: "b1")).ThenRefused("not-own");
        story.When(FunctionDecider.Lend, Lend(function: "m", duties: OfficeDuties.All)).ThenRefused("not-lendable");
        story.When(FunctionDecider.Lend, Lend(to: Me)).ThenRefused("same-account");
        story.When(FunctionDecider.Lend, Lend(function: "none")).ThenRefused("no-function");
        story.When(FunctionDecider.Withdraw, new WithdrawFunction("b1", "x", Caller.System)).ThenRefused("not-own");
        story.When(FunctionDecider.Recall, new RecallFunction("l9", "x", Caller.System)).ThenRefused("no-loan");
    }

    [Fact]
    public void Whoever_lends_unasked_fills_nobodys_account_and_hears_that_it_was_not_taken()
    {
        var deputy = new AccountState();
        FunctionBorrowed Loan(int i) => new($"l{i}", Me, CallerRole.Office, "26-007", OfficeDuties.Clerk, Today, Later, "x");
        for (var i = 0; i < AccountLimits.LoansAtOnce; i++) Fold(deputy, FunctionDecider.Accept(deputy, new LoanWord(Loan(i), []), Deciding));

        var refused = FunctionDecider.Accept(deputy, new LoanWord(Loan(99), []), Deciding);
        Fold(deputy, refused);
        Assert.Equal(AccountLimits.LoansAtOnce, deputy.Functions.Count);
        Assert.Equal(new BorrowingDeclined("l99", Me), Assert.IsType<BorrowingDeclined>(refused[0]));
        Assert.Equal(1, FunctionDecider.Grant(deputy, Grant(), Deciding).Count);

        story.Given(Granted(), new FunctionLent("f1", "l99", Deputy, OfficeDuties.Clerk, Today, Later, "x"));
        Fold(story.State, FunctionDecider.Accept(story.State, new LoanWord(null, [], "l99"), Deciding));
        Assert.True(story.State.Loan("l99")!.Value.Loan is { Declined: true, Ended: not null });
        Assert.Equal(0, FunctionDecider.Accept(story.State, new LoanWord(null, [], "l99"), Deciding).Count);
    }

    [Fact]
    public void Loans_lent_and_taken_back_over_and_over_are_forgotten_and_leave_room_for_functions_of_ones_own()
    {
        var deputy = new AccountState();
        for (var i = 0; i < AccountLimits.Functions; i++)
        {
            Fold(deputy, FunctionDecider.Accept(deputy, new LoanWord(new FunctionBorrowed($"l{i}", Me, CallerRole.Office, "26-007", OfficeDuties.Clerk, Today, Later, "x"), []), Deciding));
            Fold(deputy, FunctionDecider.Accept(deputy, new LoanWord(null, [$"l{i}"]), Deciding));
        }

        Assert.Equal(AccountLimits.LoansKept, deputy.Functions.Count);
        Assert.Equal(1, FunctionDecider.Grant(deputy, Grant(), Deciding).Count);
    }

    [Fact]
    public void A_function_has_so_many_deputies_at_a_time()
    {
        story.Given(Granted());
        for (var i = 0; i < AccountLimits.LoansAtOnce; i++) story.When(FunctionDecider.Lend, Lend($"l{i}", to: $"d{i}")).Then<FunctionLent>();

        story.When(FunctionDecider.Lend, Lend("more")).ThenRefused("too-many-loans");
        story.When(FunctionDecider.Recall, new RecallFunction("l0", "back", Caller.System)).Then<FunctionRecalled>();
        story.When(FunctionDecider.Lend, Lend("more")).Then<FunctionLent>();
    }

    [Fact]
    public void Keys_of_a_provider_are_its_own()
    {
        story.When(FunctionDecider.Grant, Grant("oidc-a")).ThenRefused("bad-key");
        story.Given(Granted()).When(FunctionDecider.Lend, Lend("oidc-a")).ThenRefused("bad-key");
        Assert.Equal(1, FunctionDecider.Grant(story.State, Grant("oidc-a"), Deciding with { Caller = new Caller("openid", CallerRole.System, "*") }).Count);
    }

    [Fact]
    public void A_loan_has_an_end_within_a_year()
    {
        story.Given(Granted());
        story.When(FunctionDecider.Lend, Lend(until: Today.AddDays(AccountLimits.LoanDays))).ThenRefused("bad-dates");
        story.When(FunctionDecider.Lend, Lend(until: Today.AddDays(AccountLimits.LoanDays - 1))).Then<FunctionLent>();
    }

    /// <summary>What an event tells the deputy's ledger.</summary>
    static LoanWord Told(AccountState state, AccountEvent e)
    {
        var sink = new ParcelSink();
        new AccountLedger().Tell(Me, state, e, default, sink);
        var parcel = Assert.Single(Parcels(sink));
        Assert.Equal((LedgerNames.Name(AccountLedger.Name, Deputy), LoanWord.Parcel), (parcel.Receiver, parcel.Type));
        return System.Text.Json.JsonSerializer.Deserialize(parcel.Body, AccountJson.Default.LoanWord)!;
    }

    static IEnumerable<(string Receiver, string Type, byte[] Body)> Parcels(ParcelSink sink)
    {
        var rows = (System.Collections.IEnumerable)typeof(ParcelSink).GetProperty("Rows", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.GetValue(sink)!;
        foreach (var row in rows)
        {
            object Of(string name) => row.GetType().GetProperty(name)!.GetValue(row)!;
            yield return ((string)Of("Receiver"), (string)Of("Type"), (byte[])Of("Body"));
        }
    }

    static void Fold(AccountState state, Decision<AccountEvent> decision)
    {
        for (var i = 0; i < decision.Count; i++)
        {
            new AccountLedger().Evolve(state, decision[i], new EventMeta(1, Story<AccountState, AccountEvent>.Now, Today, Caller.System, "", null, 0));
        }
    }
}
