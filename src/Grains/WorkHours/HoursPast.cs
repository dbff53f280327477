using JmaActors.Benefits;
using JmaActors.Ledgers;
using JmaActors.Records;

namespace JmaActors.WorkHours;

/// <summary>Working hours on a past date: judged at its end by the records that were known, with the corrections that were.</summary>
sealed class HoursPast(WorkHoursLedger ledger, LedgerPast past, TimeProvider time) : IPastBenefit
{
    public string Name => WorkVerdicts.Benefit;

    public async Task<IReadOnlyList<BenefitReading>> Read(MemberId member, DateOnly on, IReadOnlyList<DateTimeOffset?> known, IReadOnlyList<PersonOn> people, CancellationToken ct)
    {
        var states = await past.Read(ledger, member.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), known, ct);
        return [.. states.Select(state => Of(HoursReading.Of(state.Counting, on, time.GetUtcNow(), ledger.Book)))];
    }

    static BenefitReading Of(HoursReading reading) => new(HoursCards.MayI(reading), HoursCards.Card(reading), HoursCountRules.Of(reading));
}
