namespace JmaActors.Members;

/// <summary>A person as searches see them: one row of the view <c>member</c>.</summary>
/// <param name="Kana">Reading of the name in full-width katakana; people are listed in its order.</param>
/// <param name="Registry">医籍登録番号; null when not known.</param>
/// <param name="Card">Card number shown to readers; null without one.</param>
/// <param name="Local">Code of the local association; null for people of none.</param>
/// <param name="Layers"><see cref="MembershipLayers"/> as a number.</param>
/// <param name="Category"><see cref="MemberCategory"/> as a number; null when not a member of 日本医師会.</param>
/// <param name="Version">The member ledger's version shown.</param>
public sealed record MemberRow(
    long MemberId,
    string Name,
    string Kana,
    string? Registry,
    string? Card,
    string? Local,
    int Layers,
    int? Category,
    bool Demonstration,
    DateOnly? BirthDate,
    DateOnly? LicensedOn,
    long Version)
{
    /// <summary>Two digits: the prefecture of the local association.</summary>
    public string? Prefecture => Local?[..2];
}

/// <summary>What a person is found by at a door: one row of <c>member_name</c>, written whenever the identity changes.</summary>
/// <param name="Name">The name folded, see <see cref="NameRules"/>.</param>
/// <param name="Kana">The reading folded alike.</param>
public sealed record MemberNameRow(long MemberId, string Name, string Kana)
{
    public static MemberNameRow Of(long memberId, string name, string kana) => new(memberId, NameRules.Fold(name), NameRules.Fold(kana));
}

/// <summary>The key a person's attributes are encrypted under, itself wrapped: one row of <c>person_key</c>. Erasing a person removes it.</summary>
public sealed record PersonKeyRow(long MemberId, byte[] Wrapped);

/// <summary>
/// A record that was merged into another one, and what it is still found by: one row of <c>member_merged</c>. It stands in no other list of people, so that
/// nobody is counted or shown twice.
/// </summary>
/// <param name="Into">The record of the person.</param>
/// <param name="Registry">Null when there was none, or when the other record took it over. Cards alike.</param>
public sealed record MergedRow(long MemberId, long Into, string Name, string Kana, string? Registry, string? Card, string? Local, bool Demonstration);
