using JmaActors.Bank;
using JmaActors.Dues;

namespace JmaActors.Web.Bank;

/// <summary>What every kind of file is held to.</summary>
static class BankText
{
    public const long LargestAmount = DuesLimits.LargestPayment;

    public static bool Recent(DateOnly day, DateOnly today) => day <= today && day >= today.AddDays(-BankLimits.OldestDays);
}
