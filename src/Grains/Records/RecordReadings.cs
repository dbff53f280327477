using JmaActors.Ledgers;
using JmaActors.Members;

namespace JmaActors.Records;

/// <summary>Reads a person's record on a past date, once for every state of knowledge asked for.</summary>
public sealed class RecordReadings(LedgerPast past, MemberLedger members, PersonOpening opening, IEnumerable<IPastBenefit> benefits)
{
    /// <summary>One reading per instant, in the order given; null is now. Null when nobody is registered under this id.</summary>
    /// <param name="of">Benefits to read; null for all.</param>
    public async Task<IReadOnlyList<RecordReading>?> Read(MemberId member, DateOnly on, IReadOnlyList<DateTimeOffset?> known, IReadOnlyList<string>? of, CancellationToken ct)
    {
        var states = await past.Read(members, Key(member), known, ct);
        if (states.All(s => !s.Registered)) return null;
        var open = await opening.For(member, ct);
        var people = states.Select(s => On(s, on, open)).ToList();
        var answers = await Task.WhenAll(benefits.Where(b => of is null || of.Contains(b.Name)).Select(b => b.Read(member, on, known, people, ct)));
        return [.. people.Select((p, i) => new RecordReading(known[i], p.Person, p.Card, p.Membership, [.. answers.Select(a => a[i])]))];
    }

    /// <summary>True when two readings say different things.</summary>
    public static bool Differ(RecordReading one, RecordReading other) =>
        (one.Person, one.Card, one.Membership) != (other.Person, other.Card, other.Membership)
        || one.Benefits.Count != other.Benefits.Count
        || one.Benefits.Zip(other.Benefits).Any(b => Differ(b.First, b.Second));

    static bool Differ(BenefitReading one, BenefitReading other) =>
        one.Standing.Headline != other.Standing.Headline || one.MayI.Text != other.MayI.Text || !one.Standing.Why.Figures.SequenceEqual(other.Standing.Why.Figures)
        || !one.Counted.Lines.SequenceEqual(other.Counted.Lines);

    static PersonOn On(MemberState state, DateOnly on, Func<byte[], Person> open)
    {
        var identity = state.IdentityOn(on);
        var person = identity is null ? null : open(identity.Sealed);
        // Of an erased person the card says nothing any more either.
        return new PersonOn(person, person == PersonRules.Erased ? null : identity?.Card, state.MembershipOn(on));
    }

    static string Key(MemberId member) => member.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Who a person is on a date, and where a member.</summary>
/// <param name="Person">Null when nothing recorded holds on it.</param>
public sealed record PersonOn(Person? Person, CardNumber? Card, Membership Membership);

/// <summary>A benefit that can be read on a past date. A benefit registers one; nothing else changes.</summary>
public interface IPastBenefit
{
    /// <summary>Its stable name, as in <see cref="JmaActors.Benefits.Standing.Benefit"/>.</summary>
    string Name { get; }

    /// <summary>One reading per state of knowledge. Rules judge by the policy of the date.</summary>
    /// <param name="people">The person on the date, for each state of knowledge.</param>
    Task<IReadOnlyList<BenefitReading>> Read(MemberId member, DateOnly on, IReadOnlyList<DateTimeOffset?> known, IReadOnlyList<PersonOn> people, CancellationToken ct);
}
