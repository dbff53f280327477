using JmaActors.Dues;
using JmaActors.Ledgers;
using JmaActors.Members;
using Orleans;
using Orleans.Core.Internal;

namespace JmaActors.Tests.Storage.Dues;

/// <summary>One person: joins, moves, leaves, is reduced, pays, is paid back, and is given up on.</summary>
sealed class DuesLife(DuesHouse house, int number, DateOnly today, Random random) : DuesOrders(house, random)
{
    public static readonly AssociationId[] Locals = [AssociationId.Local(26, 1), AssociationId.Local(26, 2), AssociationId.Local(27, 1)];

    static readonly Caller Clerk = Caller.System;

    readonly List<string> payments = [], reductions = [];

    public MemberId Me { get; } = new(1_020_000_001 + number);

    FiscalYear Year => FiscalYear.Of(today);

    string Ledger => LedgerNames.Name(DuesLedger.Name, Me.Number);

    public override Task Begin() => Send(Order("member", null, "member-registered", g => g.GetGrain<IMemberGrain>(Me.Number).Register(
        new RegisterMember(new Person("会員 太郎", "カイイン タロウ", new DateOnly(1950 + number * 3, 5, 17), null, new DateOnly(1990, 4, 10)), null, Belongs(), true, Day(), Clerk), Ct)));

    protected override Task Sleep() => Random.Next(3) == 0
        ? House.Grains.GetGrain<IMemberGrain>(Me.Number).AsReference<IGrainManagementExtension>().DeactivateOnIdle(Ct).AsTask()
        : House.Grains.GetGrain<IDuesGrain>(Me.Number).AsReference<IGrainManagementExtension>().DeactivateOnIdle(Ct).AsTask();

    protected override async Task<DuesCommand?> Next(string key)
    {
        var (yen, day) = (new Yen(Random.Next(1, 120_000)), Day());
        switch (Random.Next(10))
        {
            case 0:
                var change = new ChangeMembership(key, Random.Next(4) == 0 ? Membership.None : Belongs(), day, "moved", Clerk);
                return Order("member", key, "membership-changed", g => g.GetGrain<IMemberGrain>(Me.Number).ChangeMembership(change, Ct));
            case 1:
                var post = Random.Next(3) > 0;
                return Order(DuesLedger.Name, null, "dues-assessed", g => g.GetGrain<IDuesGrain>(Me.Number).Assess(new AssessDues(Year, post, Clerk), Ct));
            case 2:
                var reduction = new Reduction(key, ReductionKind.Childbirth, day, day.AddDays(Random.Next(1, 300)), (MembershipLayers)Random.Next(1, 8));
                reductions.Add(key);
                return Order(DuesLedger.Name, key, "dues-reduced", g => g.GetGrain<IDuesGrain>(Me.Number).Reduce(new ReduceDues(reduction, "", Clerk), Ct));
            case 3 when reductions.Count > 0:
                var (which, until) = (reductions[Random.Next(reductions.Count)], day);
                return Order(DuesLedger.Name, null, "dues-reduction-ended", g => g.GetGrain<IDuesGrain>(Me.Number).EndReduction(new EndReduction(which, until, "over", Clerk), Ct));
            case 4 when payments.Count > 0:
                var back = payments[Random.Next(payments.Count)];
                return Order(DuesLedger.Name, back, "dues-payment-reversed", g => g.GetGrain<IDuesGrain>(Me.Number).Reverse(new ReversePayment(back, "no funds", Clerk), Ct));
            case 5:
                return Order(DuesLedger.Name, key, "dues-refunded", g => g.GetGrain<IDuesGrain>(Me.Number).Refund(new RefundDues(key, yen, "too much", Clerk), Ct));
            case 6 or 7:
                var accounts = (await House.Grains.GetGrain<IDuesGrain>(Me.Number).Read(Clerk, Ct)).Statements.SelectMany(s => s.Accounts).Where(a => a.Open.Amount > 0).ToList();
                if (accounts.Count == 0) return null;
                var lessen = new LessenDues(key, accounts[Random.Next(accounts.Count)].Id, new Yen(Random.Next(1, 20_000)), Random.Next(2) == 0, "so", Clerk);
                return Order(DuesLedger.Name, key, "dues-lessened", g => g.GetGrain<IDuesGrain>(Me.Number).Lessen(lessen, Ct));
            default:
                payments.Add(key);
                return Order(DuesLedger.Name, key, "dues-paid", g => g.GetGrain<IDuesGrain>(Me.Number).Pay(new PayDues(key, yen, day, PaymentChannel.Desk, "", Clerk), Ct));
        }
    }

    Membership Belongs() => Random.Next(4) == 0
        ? new(Locals[Random.Next(Locals.Length)], MembershipLayers.Local | MembershipLayers.Prefecture, null)
        : new(Locals[Random.Next(Locals.Length)], MembershipLayers.All, (MemberCategory)Random.Next(1, 6));

    /// <summary>A day of the fiscal year up to today.</summary>
    DateOnly Day() => Year.FirstDay.AddDays(Random.Next(today.DayNumber - Year.FirstDay.DayNumber + 1));

    DuesCommand Order<T>(string kind, string? key, string e, Func<IGrainFactory, Task<Answer<T>>> send) => new(LedgerNames.Name(kind, Me.Number), key, e, async grains =>
    {
        var answer = await send(grains);
        return (answer.Refusal, answer.Repeat);
    });
}
