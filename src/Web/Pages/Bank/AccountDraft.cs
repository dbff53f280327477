using JmaActors.Bank;

namespace JmaActors.Pages.Bank;

/// <summary>A bank account as it is being typed: in the parts that stand on a passbook.</summary>
public sealed class AccountDraft
{
    public string Bank { get; set; } = "";

    public string Branch { get; set; } = "";

    public string Sort { get; set; } = "1";

    public string Number { get; set; } = "";

    /// <summary>Null where it is no account.</summary>
    public BankAccountId? Account => BankAccountId.TryParse($"{Bank.Trim().PadLeft(4, '0')}-{Branch.Trim().PadLeft(3, '0')}-{Sort}-{Number.Trim().PadLeft(7, '0')}", out var id) ? id : null;
}
