using JmaActors.Members;

namespace JmaActors.Bank;

/// <summary>Keys under which payments by direct debit are recorded with dues: they tell whose batch it was.</summary>
public static class DebitPayment
{
    const string Prefix = BankLimits.PaymentPrefix + "debits/";

    /// <param name="association">Code of the association whose batch it is; it has no slash.</param>
    /// <param name="batch">Key of the batch; it has none either.</param>
    public static string Key(string association, string batch) => $"{Prefix}{association}/{batch}";

    /// <summary>Whose batch a payment came by; null for one that came another way.</summary>
    public static AssociationId? By(string payment) =>
        payment.StartsWith(Prefix, StringComparison.Ordinal) && AssociationId.TryParse(payment[Prefix.Length..].Split('/')[0], out var association) ? association : null;
}
