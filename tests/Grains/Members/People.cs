using JmaActors.Members;

namespace JmaActors.Tests.Grains.Members;

/// <summary>People for tests; nobody real.</summary>
public static class People
{
    static long last = 9_000_000_000;

    public static readonly DateOnly From = new(2026, 4, 1);

    public static readonly Membership Everywhere = new(AssociationId.Local(26, 7), MembershipLayers.All, MemberCategory.A1);

    /// <summary>A member id no other test uses.</summary>
    public static MemberId Someone() => new(Interlocked.Increment(ref last));

    /// <summary>A registry number no other test uses.</summary>
    public static RegistryNumber Registry() => new($"{Interlocked.Increment(ref last) % 10_000_000:D7}");

    /// <summary>A card no other test uses.</summary>
    public static CardNumber Card() => new($"T{Interlocked.Increment(ref last)}");

    public static Person Person(RegistryNumber? registry = null, string name = "見本 花子", string kana = "ミホン ハナコ") =>
        new(name, kana, new DateOnly(1980, 5, 17), registry, new DateOnly(2006, 4, 10));

    public static RegisterMember Registration(RegistryNumber? registry = null, CardNumber? card = null, Membership? membership = null, Person? person = null) =>
        new(person ?? Person(registry), card, membership ?? Everywhere, true, From, Caller.System);
}
