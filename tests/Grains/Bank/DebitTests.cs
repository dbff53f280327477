using System.Text;
using JmaActors.Bank;
using JmaActors.Dues;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Tests.Grains.Associations;
using JmaActors.Tests.Grains.Members;

namespace JmaActors.Tests.Grains.Bank;

/// <summary>口座振替 on real actors and the real journal: what is open is drawn once, what the bank paid is booked once, and whose account it is stands nowhere in the clear.</summary>
public sealed class DebitTests(SharedHouse shared)
{
    static int locals = 900;
    static long people = 1_060_000_000;

    static readonly DebitAccount From = new("0009-001-1-7654321", "ﾐﾎﾝ ﾊﾅｺ");

    readonly IGrainFactory grains = shared.House.Grains;

    static CancellationToken Ct => ActorHouse.Ct;

    static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(9));

    static FiscalYear Year => FiscalYear.Of(Today);

    async Task<MemberId> Agrees(AssociationId local)
    {
        Assert.True((await grains.GetGrain<IBankAccountGrain>(Account(local).Text).Open(new OpenBankAccount(local, "医師会", Caller.System), Ct)).Accepted);
        var id = new MemberId(Interlocked.Increment(ref people));
        var registration = People.Registration(person: People.Person(People.Registry()), membership: new Membership(local, MembershipLayers.All, MemberCategory.A2B));
        Assert.True((await grains.GetGrain<IMemberGrain>(id.Number).Register(registration with { EffectiveFrom = Year.FirstDay }, Ct)).Accepted);
        Assert.True((await Dues(id).Assess(new AssessDues(Year, true, Caller.System), Ct)).Accepted);
        Assert.True((await Debit(id).Agree(new AgreeDebit(From, Caller.System), Ct)).Accepted);
        return id;
    }

    IDuesGrain Dues(MemberId id) => grains.GetGrain<IDuesGrain>(id.Number);

    IDuesDebitGrain Debit(MemberId id) => grains.GetGrain<IDuesDebitGrain>(id.Number);

    /// <summary>The association's own.</summary>
    static BankAccountId Account(AssociationId local) => new($"0158-101-1-0027{local.Code[^3..]}");

    static DrawDebits Draw(AssociationId local, string key, DateOnly? until = null) => new(key, Today.AddDays(7), until ?? Today.AddYears(1), "0000012345", Account(local), Caller.System);

    [Fact]
    public async Task What_is_open_is_drawn_once_and_what_the_bank_paid_is_booked_once()
    {
        var local = AssociationId.Local(27, Interlocked.Increment(ref locals));
        var (one, two) = (await Agrees(local), await Agrees(local));
        var debits = grains.GetGrain<IDebitsGrain>(local.Code);

        Assert.Equal("nothing-due", (await debits.Draw(Draw(local, "early", Year.FirstDay.AddDays(-1)), Ct)).Refusal?.Reason);
        Assert.Equal("no-bank-account", (await debits.Draw(Draw(local, "b0") with { Account = new BankAccountId("0158-101-1-9999999") }, Ct)).Refusal?.Reason);
        var batch = (await debits.Draw(Draw(local, "b1"), Ct)).Value!;
        Assert.Equal((2, 188_000), (batch.Lines, batch.Amount.Amount));
        Assert.True((await debits.Draw(Draw(local, "b1"), Ct)).Repeat);
        Assert.Equal("nothing-due", (await debits.Draw(Draw(local, "b2"), Ct)).Refusal?.Reason);
        var drawn = (await Eventually.Be("dues know that they are drawn", () => Dues(one).Read(Caller.System, Ct), v => v.Drawn.Count > 0, Ct)).Drawn.Single();
        Assert.Equal((local, Today.AddDays(7), 94_000, 9), (drawn.By, drawn.Day, drawn.Amount.Amount, drawn.Of.Count));
        Assert.True(drawn.Awaited > drawn.Day);

        var results = new SettleDebits("b1", [new DebitResult(one, new Yen(94_000), '0'), new DebitResult(two, new Yen(94_000), '1')], Caller.System);
        Assert.Equal("bad-amount", (await debits.Settle(results with { Results = [new DebitResult(one, new Yen(1), '0')] }, Ct)).Refusal?.Reason);
        Assert.Equal("no-line", (await debits.Settle(results with { Results = [new DebitResult(People.Someone(), new Yen(1), '0')] }, Ct)).Refusal?.Reason);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => debits.Settle(results, Ct)));
        Assert.True((await debits.Settle(results, Ct)).Repeat);
        Assert.Equal("other-result", (await debits.Settle(results with { Results = [new DebitResult(one, new Yen(94_000), '1')] }, Ct)).Refusal?.Reason);

        var paid = await Eventually.Be("the dues are paid", () => Dues(one).Read(Caller.System, Ct), v => v.Payments.Count > 0, Ct);
        Assert.Equal((94_000, PaymentChannel.DirectDebit, DuesStatus.Paid), (paid.Payments.Single().Amount.Amount, paid.Payments[0].Channel, paid.Statements[0].Status));
        Assert.Empty(paid.Drawn);
        Assert.Empty((await Eventually.Be("dues know that they were not drawn", () => Dues(two).Read(Caller.System, Ct), v => v.Drawn.Count == 0, Ct)).Payments);
        Assert.Equal("資金不足", (await debits.Lines("b1", Ct))!.Single(l => l.Member == two).Words!.Ja);
        // Who could not pay is drawn again.
        Assert.Equal(1, (await debits.Draw(Draw(local, "b3"), Ct)).Value!.Lines);
        Assert.True((await debits.Withdraw(new WithdrawDebits("b3", "not sent", Caller.System), Ct)).Accepted);
        Assert.Equal(1, (await debits.Draw(Draw(local, "b4"), Ct)).Value!.Lines);
        Assert.EndsWith("/b4", (await Eventually.Be("of the batch that was not sent nothing is left", () => Dues(two).Read(Caller.System, Ct), v => v.Drawn is [var d] && d.Key.EndsWith("/b4", StringComparison.Ordinal), Ct)).Drawn[0].Key, StringComparison.Ordinal);
        Assert.Equal("no-batch", (await debits.Settle(results with { Key = "b3" }, Ct)).Refusal?.Reason);
    }

    [Fact]
    public async Task The_account_stands_in_the_journal_sealed_and_goes_with_the_person()
    {
        var local = AssociationId.Local(27, Interlocked.Increment(ref locals));
        var one = await Agrees(local);
        Assert.Equal(From, await Debit(one).Debit(Ct));
        Assert.True((await Debit(one).Agree(new AgreeDebit(From, Caller.System), Ct)).Repeat);
        Assert.Equal("bad-name", (await Debit(one).Agree(new AgreeDebit(From with { Holder = "見本" }, Caller.System), Ct)).Refusal?.Reason);
        Assert.Equal("not-registered", (await Debit(People.Someone()).Agree(new AgreeDebit(From, Caller.System), Ct)).Refusal?.Reason);

        var stored = (await shared.House.Service<IJournalStore>().Read(LedgerNames.Name("dues", one.Number), 0, Ct)).Events;
        Assert.Contains(stored, e => e.Type == "dues-debit-agreed");
        Assert.DoesNotContain(stored, e => Encoding.UTF8.GetString(e.Body.ToArray()).Contains("7654321", StringComparison.Ordinal));

        Assert.True((await Debit(one).End(new EndDebit("asked for", Caller.System), Ct)).Accepted);
        Assert.Null(await Debit(one).Debit(Ct));
        Assert.Equal("nothing-due", (await grains.GetGrain<IDebitsGrain>(local.Code).Draw(Draw(local, "b1"), Ct)).Refusal?.Reason);
    }
}
