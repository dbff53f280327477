using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using JmaActors.Journal;
using JmaActors.Ledgers;

namespace JmaActors.Accounts;

/// <summary>The kind <c>account</c>: functions, sessions and tokens of one account; keyed by its id.</summary>
public sealed class AccountLedger : LedgerDefinition<AccountState, AccountEvent>
{
    /// <summary>Name of the kind.</summary>
    public const string Name = "account";

    public override string Kind => Name;

    public override bool NumberKey => false;

    public override EventCatalog<AccountEvent> Events { get; } = new EventCatalog<AccountEvent>()
        .Add("function-granted", 1, AccountJson.Default.FunctionGranted)
        .Add("function-withdrawn", 1, AccountJson.Default.FunctionWithdrawn)
        .Add("function-lent", 1, AccountJson.Default.FunctionLent)
        .Add("function-recalled", 1, AccountJson.Default.FunctionRecalled)
        .Add("function-borrowed", 1, AccountJson.Default.FunctionBorrowed)
        .Add("borrowing-ended", 1, AccountJson.Default.BorrowingEnded)
        .Add("borrowing-declined", 1, AccountJson.Default.BorrowingDeclined)
        .Add("loan-declined", 1, AccountJson.Default.LoanDeclined)
        .Add("signed-in", 1, AccountJson.Default.SignedIn)
        .Add("signed-out", 1, AccountJson.Default.SignedOut)
        .Add("function-chosen", 1, AccountJson.Default.FunctionChosen)
        .Add("token-issued", 1, AccountJson.Default.TokenIssued)
        .Add("token-revoked", 1, AccountJson.Default.TokenRevoked)
        .Add("access-used", 1, AccountJson.Default.AccessUsed)
        .Add("security-noted", 1, AccountJson.Default.SecurityNoted);

    public override JsonTypeInfo<AccountState> SnapshotJson => AccountJson.Default.AccountState;

    public override IReadOnlyList<ViewTable> Views => FunctionViews.All;

    public override void Evolve(AccountState state, AccountEvent e, in EventMeta meta) => AccountFold.Evolve(state, e, meta);

    public override void Project(string key, AccountState state, AccountEvent e, in EventMeta meta, ViewSink views)
    {
        foreach (var id in Changed(e))
        {
            if (state.Function(id) is not { } f) continue;
            views.Put(FunctionViews.Functions, new ViewKey(0, $"{key}\n{id}"), new FunctionRow(
                key, id, (int)f.Role, f.Scope, (int)f.Duties, f.From, f.Until, f.Of, f.Ended));
        }
    }

    /// <summary>A deputy hears of what is lent, and of what is taken back or ended with the function it is of; a lender of what the deputy did not take.</summary>
    public override void Tell(string key, AccountState state, AccountEvent e, in EventMeta meta, ParcelSink parcels)
    {
        if (e is FunctionLent l)
        {
            var lent = state.Function(l.Function)!;
            Send(parcels, l.To, new LoanWord(new FunctionBorrowed(l.Loan, key, lent.Role, lent.Scope, l.Duties, l.From, l.Until, l.Reason), []));
        }
        else if (e is BorrowingDeclined d)
        {
            Send(parcels, d.Of, new LoanWord(null, [], d.Loan));
        }
        else if (e is FunctionRecalled r)
        {
            Send(parcels, state.Loan(r.Loan)!.Value.Loan.To, new LoanWord(null, [r.Loan]));
        }
        else if (e is FunctionWithdrawn w)
        {
            foreach (var deputy in state.Function(w.Function)!.Loans.GroupBy(loan => loan.To, StringComparer.Ordinal)) Send(parcels, deputy.Key, new LoanWord(null, [.. deputy.Select(loan => loan.Id)]));
        }
    }

    public override Decision<AccountEvent> Accept(AccountState state, Parcel parcel, in Deciding deciding) => parcel.Type == LoanWord.Parcel
        ? FunctionDecider.Accept(state, JsonSerializer.Deserialize(parcel.Body, AccountJson.Default.LoanWord)!, deciding)
        : base.Accept(state, parcel, deciding);

    static void Send(ParcelSink parcels, string to, LoanWord word) => parcels.Send(LedgerNames.Name(Name, to), LoanWord.Parcel, word, AccountJson.Default.LoanWord);

    static IReadOnlyList<string> Changed(AccountEvent e) => e switch
    {
        FunctionGranted g => [g.Function],
        FunctionWithdrawn w => [w.Function],
        FunctionBorrowed b => [b.Loan],
        BorrowingEnded b => b.Loans,
        _ => [],
    };
}

/// <summary>What a lender's account tells a deputy's, and the deputy's the lender's.</summary>
/// <param name="Lent">The function it has from now on; null when something ends.</param>
/// <param name="Ended">Loans it has no more.</param>
/// <param name="Declined">A loan the deputy did not take; null when it is the lender that speaks.</param>
public sealed record LoanWord(FunctionBorrowed? Lent, IReadOnlyList<string> Ended, string? Declined = null)
{
    /// <summary>Name of the message.</summary>
    public const string Parcel = "loan";
}
