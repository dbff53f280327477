namespace JmaActors.WorkHours;

/// <summary>What was counted, as the board shows it: small numbers left out column by column.</summary>
static class HoursPictures
{
    static readonly Func<CountedHours, int>[] Columns =
        [h => h.Physicians, h => h.Near, h => h.Over, h => h.Measures, h => h.Expected, h => h.YearNear, h => h.YearOver, h => h.Rest, h => h.Breaches];

    /// <param name="names">Of prefectures, by code.</param>
    public static HoursPicture Of(
        AssociationId region, HoursCount count, IReadOnlyDictionary<DateOnly, (int Near, int Over)> trend, Func<string, string> names, DateTimeOffset asOf, WorkPolicy policy)
    {
        var least = policy.SmallNumbers;
        var levels = Hidden([.. Enum.GetValues<WorkLevel>().Select(l => (l, count.Levels.GetValueOrDefault(l) ?? CountedHours.None))], least);
        return new HoursPicture(
            region.Code, names(region.Code), least, count.Institutions.Sum(i => i.Count), Designated(count.Institutions), Alone(count.Total, least), levels, Units(region, count, names, least),
            trend.OrderBy(m => m.Key).ToDictionary(
                m => m.Key.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture), m => new HoursMonth(SmallNumbers.Hide(m.Value.Near, least), SmallNumbers.Hide(m.Value.Over, least)), StringComparer.Ordinal),
            asOf);
    }

    static Dictionary<WorkLevel, int> Designated(IReadOnlyList<CountedInstitution> institutions) => Enum.GetValues<WorkLevel>().ToDictionary(
        l => l, l => institutions.Where(i => l == WorkLevel.A ? (i.Levels & ~1) == 0 : (i.Levels & 1 << (int)l) != 0).Sum(i => i.Count));

    static Dictionary<string, HoursUnit> Units(AssociationId region, HoursCount count, Func<string, string> names, int least)
    {
        var units = count.Institutions.GroupBy(i => i.Unit, StringComparer.Ordinal)
            .Select(g => (Code: g.Key, Name: region == AssociationId.Jma ? names(g.Key) : g.First().Name, Institutions: g.Sum(i => i.Count), Hours: count.Units.GetValueOrDefault(g.Key) ?? CountedHours.None))
            .OrderByDescending(u => u.Hours.Physicians).ThenBy(u => u.Code, StringComparer.Ordinal).ToList();
        // What is not shown for want of room is left out with the rest: of all of them the sum is known.
        var figures = Hidden([.. units.Select(u => (u.Code, u.Hours))], least);
        return units.Take(HoursBoardLimits.Units).ToDictionary(u => u.Code, u => new HoursUnit(u.Name, u.Institutions, figures[u.Code]), StringComparer.Ordinal);
    }

    static HoursFigures Alone(CountedHours hours, int least) => Figures([.. Columns.Select(c => SmallNumbers.Hide(c(hours), least))]);

    static Dictionary<TKey, HoursFigures> Hidden<TKey>(IReadOnlyList<(TKey Key, CountedHours Hours)> rows, int least)
        where TKey : notnull
    {
        var columns = Columns.Select(c => SmallNumbers.Hide([.. rows.Select(r => c(r.Hours))], least)).ToArray();
        return rows.Select((r, i) => (r.Key, Figures: Figures([.. columns.Select(c => c[i])]))).ToDictionary(r => r.Key, r => r.Figures);
    }

    static HoursFigures Figures(int?[] c) => new(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8]);
}
