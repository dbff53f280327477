using JmaActors.Bank;
using JmaActors.Dues;
using JmaActors.Members;
using JmaActors.Tests.Grains.Associations;
using JmaActors.Tests.Grains.Members;

namespace JmaActors.Tests.Grains.Bank;

/// <summary>Bank lines on real actors and the real journal: what an account books is what the books of dues have, whoever sends what how often.</summary>
public sealed class BankActorTests(SharedHouse shared)
{
    static int accounts, locals = 800;
    static long people = 1_050_000_000;

    readonly IGrainFactory grains = shared.House.Grains;

    static CancellationToken Ct => ActorHouse.Ct;

    static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(9));

    static FiscalYear Year => FiscalYear.Of(Today);

    /// <summary>Somebody who owes 94,000 yen through an association.</summary>
    async Task<MemberId> Owes(AssociationId local, string kana)
    {
        var id = new MemberId(Interlocked.Increment(ref people));
        var registration = People.Registration(person: People.Person(People.Registry(), kana: kana) with { BirthDate = new DateOnly(1980, 5, 17) }, membership: new Membership(local, MembershipLayers.All, MemberCategory.A2B));
        Assert.True((await grains.GetGrain<IMemberGrain>(id.Number).Register(registration with { EffectiveFrom = Year.FirstDay }, Ct)).Accepted);
        Assert.True((await Dues(id).Assess(new AssessDues(Year, true, Caller.System), Ct)).Accepted);
        return id;
    }

    IDuesGrain Dues(MemberId id) => grains.GetGrain<IDuesGrain>(id.Number);

    IBankListGrain Lists => grains.GetGrain<IBankListGrain>(0);

    async Task<(IBankAccountGrain Grain, AssociationId Local)> Account()
    {
        var local = AssociationId.Local(27, Interlocked.Increment(ref locals));
        var grain = grains.GetGrain<IBankAccountGrain>($"0158-100-1-{Interlocked.Increment(ref accounts):D7}");
        Assert.True((await grain.Open(new OpenBankAccount(local, "医師会", Caller.System), Ct)).Accepted);
        return (grain, local);
    }

    static BankLine Line(int line, long yen, MemberId? payer, string name = "ﾐﾎﾝ") => new(line, Today, $"{line:D6}", 1, new Yen(yen), payer is { } p ? PayerNumber.Of(p)! : "", name, false, BankFileKind.Transfers);

    Task<BankAccountView> Agreed(AssociationId local, long booked) =>
        Eventually.Be("the books have what was booked", async () => (await Lists.Accounts(local, Ct)).Single(), a => a.Agrees && a.Booked.Amount == booked, Ct);

    [Fact]
    public async Task A_file_sent_by_two_at_once_and_again_pays_each_once()
    {
        var (account, local) = await Account();
        MemberId[] people = [await Owes(local, "ミホン タロウ"), await Owes(local, "ミホン ジロウ")];
        var take = new TakeBankLines(local, [Line(1, 94_000, people[0]), Line(2, 50_000, people[1]), Line(3, 7_000, null, "ﾊﾝﾒｲｾｽﾞ")], Caller.System);

        var tried = (await account.Try(take, Ct)).Value!;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => account.Take(take, Ct)));
        Assert.True((await account.Take(take, Ct)).Repeat);

        Assert.Equal([BankLineFate.Books, BankLineFate.Books, BankLineFate.Waits], tried.Select(t => t.Fate));
        Assert.Equal(3, (await Agreed(local, 144_000)).Sums.Sum(s => s.Lines));
        Assert.Equal((94_000, DuesStatus.Paid), (await Dues(people[0]).Read(Caller.System, Ct)) is var v ? (v.Payments.Single().Amount.Amount, v.Statements[0].Status) : default);
        Assert.Equal("ﾊﾝﾒｲｾｽﾞ", Assert.Single(await Lists.Lines(local, BankLineStatus.Waiting, "", Ct)).Payer);
        Assert.Equal("", (await Lists.Lines(local, BankLineStatus.Booked, "", Ct))[0].Payer);
    }

    [Fact]
    public async Task A_name_is_proposed_only_and_a_wrong_match_is_taken_back_before_anybody_else_has_it()
    {
        var (account, local) = await Account();
        var (right, wrong) = (await Owes(local, "ミホン ハナコ"), await Owes(local, "ミホン ハナヨ"));
        await account.Take(new TakeBankLines(local, [Line(1, 94_000, null, "ﾐﾎﾝ ﾊﾅｺ"), Line(2, 1_234, null, "ﾐﾎﾝ ﾊﾅｺ")], Caller.System), Ct);

        var waiting = await Lists.Lines(local, BankLineStatus.Waiting, "", Ct);
        Assert.Equal((right, 94_000), Assert.Single(waiting[0].Proposals) is var p ? (p.Member, p.Open.Amount) : default);
        Assert.Empty(waiting[1].Proposals);
        Assert.Empty((await Dues(right).Read(Caller.System, Ct)).Payments);

        Assert.Equal("not-ours", (await account.Match(new MatchBankLine(local, waiting[0].Key, 0, People.Someone(), Caller.System), Ct)).Refusal?.Reason);
        Assert.True((await account.Match(new MatchBankLine(local, waiting[0].Key, 0, wrong, Caller.System), Ct)).Accepted);
        await Agreed(local, 94_000);
        Assert.True((await account.Reopen(new ReopenBankLine(local, waiting[0].Key, 1, "somebody else", Caller.System), Ct)).Accepted);
        Assert.True((await account.Match(new MatchBankLine(local, waiting[0].Key, 2, right, Caller.System), Ct)).Accepted);
        await Agreed(local, 94_000);

        Assert.True(Assert.Single((await Dues(wrong).Read(Caller.System, Ct)).Payments).Reversed);
        Assert.Equal(DuesStatus.Paid, (await Dues(right).Read(Caller.System, Ct)).Statements[0].Status);
    }

    [Fact]
    public async Task A_payment_that_was_given_back_keeps_its_line()
    {
        var (account, local) = await Account();
        var one = await Owes(local, "ミホン サブロウ");
        await account.Take(new TakeBankLines(local, [Line(1, 100_000, one)], Caller.System), Ct);
        await Agreed(local, 100_000);
        Assert.True((await Dues(one).Refund(new RefundDues("r", new Yen(6_000), "too much", Caller.System), Ct)).Accepted);

        var line = Assert.Single(await Lists.Lines(local, BankLineStatus.Booked, "", Ct));
        var answer = await account.Reopen(new ReopenBankLine(local, line.Key, 1, "wrong", Caller.System), Ct);

        Assert.Equal("refunded", answer.Refusal?.Reason);
        await Agreed(local, 100_000);
    }
}
