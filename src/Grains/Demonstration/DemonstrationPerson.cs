using JmaActors.Members;
using JmaActors.Rosters;

namespace JmaActors.Demonstration;

/// <summary>Makes one person up. Card and registry numbers lie outside what is given out in reality, and are unique within a population.</summary>
sealed class DemonstrationPerson(ulong seed, DemonstrationAssociations associations)
{
    /// <summary>Real registry numbers have six digits; made-up ones begin here.</summary>
    const int FirstRegistry = 9_000_001;

    /// <summary>A prime below a million: stepping through its remainders meets each once, so numbers are mixed and unique.</summary>
    const int Registries = 999_983;

    const int RegistryStep = 7_919;

    public RosterRow Row(int index, PersonKind kind)
    {
        var numbers = SeededNumbers.Of(seed, DemonstrationStreams.Person, index);
        var (name, kana) = DemonstrationNames.Draw(ref numbers);
        var (born, licensed) = Dates(kind, ref numbers);
        var person = new Person(name, kana, born, RegistryOf(index), licensed);
        return new RosterRow(index + 1, $"demo-{index + 1:D7}", person, CardOf(index), Membership(kind, ref numbers));
    }

    public static CardNumber CardOf(int index) => new($"DEMO{index + 1:D7}");

    static RegistryNumber RegistryOf(int index) => new($"{FirstRegistry + (int)((long)index * RegistryStep % Registries):D7}");

    static (DateOnly Born, DateOnly Licensed) Dates(PersonKind kind, ref SeededNumbers numbers)
    {
        var asOf = DemonstrationPopulation.AsOf;
        if (kind is PersonKind.A2C or PersonKind.C)
        {
            var year = numbers.Between(asOf.Year - 1, asOf.Year);
            return (Day(year - 26 - numbers.Below(3), ref numbers), Spring(year, ref numbers));
        }
        var age = kind switch
        {
            PersonKind.A1 => numbers.Bell(38, 86),
            PersonKind.A2B or PersonKind.B => numbers.Bell(29, 78),
            _ => numbers.Bell(30, 80),
        };
        var born = Day(asOf.Year - age, ref numbers);
        return (born, Spring(Math.Min(born.Year + numbers.Between(25, 28), asOf.Year - 1), ref numbers));
    }

    static DateOnly Day(int year, ref SeededNumbers numbers) => new DateOnly(year, 1, 1).AddDays(numbers.Below(365));

    /// <summary>Licences are registered in spring, after the national examination.</summary>
    static DateOnly Spring(int year, ref SeededNumbers numbers) => new DateOnly(year, 4, 1).AddDays(numbers.Below(40));

    Membership Membership(PersonKind kind, ref SeededNumbers numbers)
    {
        if (kind == PersonKind.Visitor) return Members.Membership.None;
        var university = numbers.Chance(UniversityPercent(kind));
        var local = (university ? associations.UniversityWeights : associations.LocalWeights).Draw(ref numbers);
        return kind switch
        {
            PersonKind.LocalAndPrefecture => new Membership(local, MembershipLayers.Local | MembershipLayers.Prefecture, null),
            PersonKind.LocalOnly => new Membership(local, MembershipLayers.Local, null),
            _ => new Membership(local, MembershipLayers.All, (MemberCategory)kind),
        };
    }

    /// <summary>University associations have residents and employed physicians, no owners. Round figures, not statistics.</summary>
    static int UniversityPercent(PersonKind kind) => kind switch
    {
        PersonKind.A2C or PersonKind.C => 55,
        PersonKind.A2B or PersonKind.B => 12,
        PersonKind.LocalAndPrefecture or PersonKind.LocalOnly => 6,
        _ => 0,
    };
}
