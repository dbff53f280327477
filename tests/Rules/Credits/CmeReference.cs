using JmaActors.Credits;

namespace JmaActors.Tests.Rules.Credits;

/// <summary>The certificate's condition as the guide words it, entry by entry. Slow and plain: what the sums by fiscal year must agree with.</summary>
static class CmeReference
{
    public static (Units Posted, Units Pending, int[] Codes, decimal Total) Standing(IEnumerable<CmeEntryFact> entries, DateOnly on)
    {
        var to = on.Month >= 4 ? on.Year : on.Year - 1;
        var inWindow = entries.Where(e => e.Date >= new DateOnly(to - 2, 4, 1) && e.Date <= new DateOnly(to + 1, 3, 31)).ToList();
        var posted = inWindow.Where(e => e.State == CreditState.Posted).ToList();
        var pending = inWindow.Where(e => e.State == CreditState.Pending);
        var codes = posted.Where(e => e.Units.Tenths > 0).Select(e => (int)e.Code.Number).Distinct().Order().ToArray();
        var units = new Units(posted.Sum(e => e.Units.Tenths));
        return (units, new Units(pending.Sum(e => e.Units.Tenths)), codes, units.Value + codes.Length);
    }
}
