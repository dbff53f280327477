using JmaActors.Credits;

namespace JmaActors.Rosters;

/// <summary>
/// One credit of a file: whose, what, when, and what it is taken from. The natural key of a row is its scheme, date, subject, title and host: units and source
/// do not tell two credits apart.
/// </summary>
/// <param name="Line">Line in the file, for errors.</param>
/// <param name="Member">Whose it is; at least one of member, registry and card is given, and all that are given must be one person's.</param>
/// <param name="Name">The person's name or reading, which must be the one on record.</param>
/// <param name="Subject">The curriculum code, or the number of the scheme's subject.</param>
/// <param name="Method">How a CME credit was earned.</param>
/// <param name="Host">Who held it; empty when not said.</param>
[GenerateSerializer, Immutable, Alias("past-credit")]
public sealed record PastCredit(
    [property: Id(0)] int Line,
    [property: Id(1)] MemberId? Member,
    [property: Id(2)] RegistryNumber? Registry,
    [property: Id(3)] CardNumber? Card,
    [property: Id(4)] string Name,
    [property: Id(5)] DateOnly Date,
    [property: Id(6)] CreditScheme Scheme,
    [property: Id(7)] short Subject,
    [property: Id(8)] Units Units,
    [property: Id(9)] string Title,
    [property: Id(10)] string Host,
    [property: Id(11)] CreditSource Source,
    [property: Id(12)] CreditMethod Method = CreditMethod.Lecture);
