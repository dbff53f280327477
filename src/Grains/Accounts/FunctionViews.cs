using JmaActors.Journal;
using C = JmaActors.Journal.Columns<JmaActors.Accounts.FunctionRow>;

namespace JmaActors.Accounts;

/// <summary>One function of one account: a row of <c>account_function</c>.</summary>
/// <param name="OfAccount">Whose function it is, when lent.</param>
public sealed record FunctionRow(string Account, string Function, int Role, string Scope, int Duties, DateOnly From, DateOnly? Until, string? OfAccount, DateTimeOffset? Ended);

/// <summary>View tables written by accounts. Keys: account and function.</summary>
public static class FunctionViews
{
    public static readonly ViewTable<FunctionRow> Functions = new(
        "account_function",
        2,
        [
            C.Text("account", r => r.Account),
            C.Text("function", r => r.Function),
            C.Int("role", r => r.Role),
            C.Text("scope", r => r.Scope),
            C.Int("duties", r => r.Duties),
            C.Date("since", r => r.From),
            C.DateOrNull("until", r => r.Until),
            C.TextOrNull("of_account", r => r.OfAccount),
            C.InstantOrNull("ended", r => r.Ended),
        ],
        new ViewIndex("account_function_by_scope", "scope", "account", "function"));

    public static readonly IReadOnlyList<ViewTable> All = [Functions];
}

/// <summary>Questions about functions that are asked of the views.</summary>
public interface IFunctionIndex
{
    /// <summary>Functions of one scope by account; a keyset page.</summary>
    Task<FunctionPage> OfScope(FunctionQuery query, CancellationToken ct);

    /// <summary>Whether an office has an approver in force, deputies left out.</summary>
    Task<bool> HasApprover(string scope, DateOnly on, CancellationToken ct);
}
