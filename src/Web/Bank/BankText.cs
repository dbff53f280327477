using JmaActors.Bank;

namespace JmaActors.Web.Bank;

/// <summary>What every kind of file is held to.</summary>
static class BankText
{
    public const long LargestAmount = BankLimits.LargestLine;

    public static bool Recent(DateOnly day, DateOnly today) => day <= today && day >= today.AddDays(-BankLimits.OldestDays);
}
