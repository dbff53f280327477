using JmaActors.Bank;
using JmaActors.Ledgers;
using Orleans;
using Orleans.Core.Internal;

namespace JmaActors.Tests.Storage.Dues;

/// <summary>One bank account: lines come, again too, are booked by number or by hand, put aside, and wait again.</summary>
sealed class BankLife(DuesHouse house, AssociationId association, int number, DateOnly today, IReadOnlyList<MemberId> people, Random random) : DuesOrders(house, random)
{
    public static readonly AssociationId[] Associations = [.. DuesLife.Locals, AssociationId.Jma];

    static readonly Caller Clerk = Caller.System;

    readonly List<BankLine> lines = [];

    string Account => $"0158-100-1-{number:D7}";

    public override Task Begin() => Send(Order("bank-account-opened", g => Bank(g).Open(new OpenBankAccount(association, "医師会", Clerk), Ct)));

    protected override Task Sleep() => Bank(House.Grains).AsReference<IGrainManagementExtension>().DeactivateOnIdle(Ct).AsTask();

    protected override async Task<DuesCommand?> Next(string key)
    {
        var what = Random.Next(5);
        if (what < 2)
        {
            var fresh = Enumerable.Range(0, Random.Next(1, 3)).Select(_ => Line()).ToList();
            var take = new TakeBankLines(association, [.. fresh, .. lines.Except(fresh).Where(_ => Random.Next(4) == 0)], Clerk);
            return Order("bank-lines-taken", g => Bank(g).Take(take, Ct));
        }
        var status = what switch { 2 => BankLineStatus.Waiting, 3 => BankLineStatus.Booked, _ => (BankLineStatus)Random.Next(1, 4) };
        var shown = await House.Grains.GetGrain<IBankListGrain>(0).Lines(association, status, "", Ct);
        if (shown.Count == 0) return null;
        var line = shown[Random.Next(shown.Count)];
        if (line.Status != BankLineStatus.Waiting) return Order("bank-line-reopened", g => Bank(g).Reopen(new ReopenBankLine(association, line.Key, line.Turn, "wrong", Clerk), Ct));
        var who = people[Random.Next(people.Count)];
        return Random.Next(4) == 0
            ? Order("bank-line-settled", g => Bank(g).Settle(new SettleBankLine(association, line.Key, line.Turn, BankLineStatus.Aside, "course", Clerk), Ct))
            : Order("bank-line-booked", g => Bank(g).Match(new MatchBankLine(association, line.Key, line.Turn, who, Clerk), Ct));
    }

    BankLine Line()
    {
        var payer = Random.Next(3) > 0 ? PayerNumber.Of(people[Random.Next(people.Count)])! : "";
        var line = new BankLine(lines.Count + 1, today.AddDays(-Random.Next(30)), $"{lines.Count + 1:D6}", 1, new Yen(Random.Next(1, 120_000)), payer, "ｶｲｲﾝ", false, BankFileKind.Transfers);
        lines.Add(line);
        return line;
    }

    IBankAccountGrain Bank(IGrainFactory grains) => grains.GetGrain<IBankAccountGrain>(Account);

    DuesCommand Order<T>(string e, Func<IGrainFactory, Task<Answer<T>>> send) => new(LedgerNames.Name(BankAccountLedger.Name, Account), null, e, async grains =>
    {
        var answer = await send(grains);
        return (answer.Refusal, answer.Repeat);
    });
}
