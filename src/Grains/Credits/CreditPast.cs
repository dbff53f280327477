using JmaActors.Benefits;
using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Records;

namespace JmaActors.Credits;

/// <summary>
/// Study credits on a past date. An entry holds from its own date, whenever it was recorded, so what is dated later is left out; a correction stands in the
/// place of what it corrects as soon as it is known.
/// </summary>
sealed class CreditPast(CreditLedger ledger, LedgerPast past) : IPastBenefit
{
    public string Name => CmeVerdicts.Benefit;

    public async Task<IReadOnlyList<BenefitReading>> Read(MemberId member, DateOnly on, IReadOnlyList<DateTimeOffset?> known, IReadOnlyList<PersonOn> people, CancellationToken ct)
    {
        var states = await past.Read(ledger, member.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), known, ct);
        return [.. states.Select((state, i) => On(state, on, people[i]))];
    }

    BenefitReading On(CreditLedgerState state, DateOnly on, PersonOn person)
    {
        var licensedOn = person.Person?.LicensedOn;
        return new BenefitReading(
            CmeEligibilityRules.MayI(on, licensedOn, person.Membership.Layers.HasFlag(MembershipLayers.Jma), ledger.Book),
            CmeRules.Card(CmeRules.Standing(state.Whole.FactsUpTo(on), on, ledger.Book, licensedOn)),
            CmeCountRules.Of(state.Whole.UpTo(on), on, ledger.Book));
    }
}
