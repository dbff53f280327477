using JmaActors.Policies;

namespace JmaActors.Credits;

/// <summary>What somebody holds under the schemes beside CME.</summary>
static class SchemeTotals
{
    /// <summary>One total per scheme and subject, in that order; titles as of the date.</summary>
    public static IReadOnlyList<SchemeTotal> Of(CreditLedgerState state, DateOnly on, PolicyBook book)
    {
        var sums = new SortedDictionary<(CreditScheme Scheme, short Subject), (int Posted, int Pending, int Web)>();
        foreach (var (_, item) in state.Entries)
        {
            if (item.Scheme == CreditScheme.Cme || item.State == CreditState.Voided) continue;
            var sum = sums.GetValueOrDefault((item.Scheme, item.Code));
            var posted = item.State == CreditState.Posted ? item.Tenths : 0;
            sums[(item.Scheme, item.Code)] = (sum.Posted + posted, sum.Pending + item.Tenths - posted, sum.Web + (item.Web ? posted : 0));
        }
        return [.. sums.Select(s => new SchemeTotal(
            s.Key.Scheme, s.Key.Subject, book.Title(s.Key.Scheme, s.Key.Subject, on), book.Scheme(s.Key.Scheme, on)?.Subjects.GetValueOrDefault(s.Key.Subject)?.Part ?? "",
            new Units(s.Value.Posted), new Units(s.Value.Pending), new Units(s.Value.Web)))];
    }
}
