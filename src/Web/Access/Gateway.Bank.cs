using JmaActors.Audit;
using JmaActors.Bank;
using JmaActors.Web.Dues;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>The accounts of an association, with sums.</summary>
    public Task<IReadOnlyList<BankAccountView>> BankAccounts(AssociationId association, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeeBank(association), "see bank accounts");
        return Ask(BankLists, association, static (g, a, t) => g.Accounts(a, t), ct);
    }

    /// <summary>Lines of an association's accounts, with whom they may be of.</summary>
    public async Task<IReadOnlyList<BankLineView>> BankLines(AssociationId association, BankLineStatus status, string after, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeeBank(association), "see bank lines");
        var lines = await Ask(BankLists, (association, status, after), static (g, w, t) => g.Lines(w.association, w.status, w.after, t), ct).ConfigureAwait(false);
        await Listed(ListKinds.Members, lines.SelectMany(l => l.Proposals.Select(p => p.Member).Concat(l.Member is { } m ? [m] : [])).Distinct(), caller, ct).ConfigureAwait(false);
        return lines;
    }

    public Task<Answer<bool>> OpenBankAccount(BankAccountId account, OpenBankAccount command, CancellationToken ct) =>
        OnBank(account, command, command.Association, command.Caller, "keep a bank account", static (g, c, t) => g.Open(c, t), ct);

    public Task<Answer<bool>> CloseBankAccount(BankAccountId account, CloseBankAccount command, CancellationToken ct) =>
        OnBank(account, command, command.Association, command.Caller, "give a bank account up", static (g, c, t) => g.Close(c, t), ct);

    /// <summary>Passes who may bring bank files, before a file is looked at.</summary>
    public void RequireBank(AssociationId association, Caller caller) => Require(caller, new Target.KeepBank(association), "bring bank files");

    /// <param name="dryRun">Only looks what would become of the lines.</param>
    public Task<Answer<IReadOnlyList<BankLineFound>>> TakeBankLines(BankAccountId account, TakeBankLines command, bool dryRun, CancellationToken ct) => dryRun
        ? OnBank(account, command, command.Association, command.Caller, "bring bank files", static (g, c, t) => g.Try(c, t), ct)
        : OnBank(account, command, command.Association, command.Caller, "bring bank files", static (g, c, t) => g.Take(c, t), ct);

    public Task<Answer<bool>> MatchBankLine(BankAccountId account, MatchBankLine command, CancellationToken ct) =>
        OnBank(account, command, command.Association, command.Caller, "match a bank line", static (g, c, t) => g.Match(c, t), ct);

    public Task<Answer<bool>> SettleBankLine(BankAccountId account, SettleBankLine command, CancellationToken ct) =>
        OnBank(account, command, command.Association, command.Caller, "settle a bank line", static (g, c, t) => g.Settle(c, t), ct);

    public Task<Answer<bool>> ReopenBankLine(BankAccountId account, ReopenBankLine command, CancellationToken ct) =>
        OnBank(account, command, command.Association, command.Caller, "take a bank line back", static (g, c, t) => g.Reopen(c, t), ct);

    /// <summary>What is printed of somebody's dues; null when there is no such person for this caller.</summary>
    /// <param name="year">Whose statement is printed, with the accounts it is paid to; null for receipts.</param>
    public async Task<DuesOnPaper?> DuesOnPaper(MemberId id, FiscalYear? year, Caller caller, CancellationToken ct)
    {
        if (await OpensDues(id, caller, ct).ConfigureAwait(false) is not { } view) return null;
        var dues = await Ask(DuesOf(view.Id), caller, static (g, c, t) => g.Read(c, t), ct).ConfigureAwait(false);
        var codes = dues.Statements.SelectMany(s => s.Accounts).SelectMany(a => (string[])[a.Id.Creditor.Code, a.Id.Via.Code])
            .Concat(dues.Payments.Select(p => DebitPayment.By(p.Key)?.Code).OfType<string>()).Append(AssociationId.Jma.Code).Distinct().ToList();
        var names = await AssociationNames(codes, Caller.System, ct).ConfigureAwait(false);
        // To where it is paid is on everybody's invoice.
        var via = year is { } of ? JmaActors.Web.Dues.DuesOnPaper.Via(dues.Statements.FirstOrDefault(s => s.Year == of)) : null;
        var accounts = via is { } payee ? await Ask(BankLists, payee, static (g, a, t) => g.Accounts(a, t), ct).ConfigureAwait(false) : [];
        return new DuesOnPaper(view, dues, names, accounts);
    }

    Task<Answer<T>> OnBank<TCommand, T>(
        BankAccountId account, TCommand command, AssociationId association, Caller caller, string what, Func<IBankAccountGrain, TCommand, CancellationToken, Task<Answer<T>>> ask, CancellationToken ct)
    {
        Require(caller, new Target.KeepBank(association), what);
        return Ask(actors.Grain<IBankAccountGrain>(account.Text), command, ask, ct);
    }

    IBankListGrain BankLists => actors.Grain<IBankListGrain>(0);
}
