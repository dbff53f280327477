using JmaActors.Journal;
using A = JmaActors.Journal.Columns<JmaActors.Bank.BankAccountRow>;
using L = JmaActors.Journal.Columns<JmaActors.Bank.BankLineRow>;
using P = JmaActors.Journal.Columns<JmaActors.Bank.BankPayerRow>;

namespace JmaActors.Bank;

/// <summary>An account of an association: one row of <c>bank_account</c>.</summary>
public sealed record BankAccountRow(string Account, string Association, string Name);

/// <summary>A line and what became of it: one row of <c>bank_line</c>.</summary>
/// <param name="Id">Day, key and account: lines in the order of their days.</param>
/// <param name="MemberId">Whose payment it is, or was last.</param>
public sealed record BankLineRow(
    string Id, string Account, string Line, string Association, int Status, DateOnly On, long Yen, int Turn, long? MemberId, bool Cancels, string Doubt, string Reason);

/// <summary>Who paid, as the bank gave it: one row of <c>bank_payer</c>, only while the line waits for the first time.</summary>
public sealed record BankPayerRow(string Id, string Payer);

/// <summary>View tables written by accounts. Keys: <c>new ViewKey(0, account)</c>, <c>new ViewKey(0, id)</c>.</summary>
public static class BankViews
{
    public static readonly ViewTable<BankAccountRow> Accounts = new(
        "bank_account", 1, [A.Text("account", r => r.Account), A.Text("association", r => r.Association), A.Text("name", r => r.Name)], new ViewIndex("bank_account_of", "association", "account"));

    public static readonly ViewTable<BankLineRow> Lines = new(
        "bank_line",
        1,
        [
            L.Text("id", r => r.Id),
            L.Text("account", r => r.Account),
            L.Text("line", r => r.Line),
            L.Text("association", r => r.Association),
            L.Int("status", r => r.Status),
            L.Date("paid_on", r => r.On),
            L.Big("yen", r => r.Yen),
            L.Int("turn", r => r.Turn),
            L.BigOrNull("member_id", r => r.MemberId),
            L.Bool("cancels", r => r.Cancels),
            L.Text("doubt", r => r.Doubt),
            L.Text("reason", r => r.Reason),
        ],
        new ViewIndex("bank_line_of", "association", "status", "id"),
        new ViewIndex("bank_line_account", "account", "status"));

    public static readonly ViewTable<BankPayerRow> Payers = new("bank_payer", 1, [P.Text("id", r => r.Id), P.Text("payer", r => r.Payer)]);

    public static readonly IReadOnlyList<ViewTable> All = [Accounts, Lines, Payers];

    internal static string Id(string account, string line) => $"{line}@{account}";
}
