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

/// <summary>What a person is found by when a name is typed: one row of <c>member_name</c>, written whenever the identity changes.</summary>
/// <param name="Name">The name folded, see <see cref="NameRules"/>.</param>
/// <param name="Kana">The reading folded alike.</param>
/// <param name="Given">What of the name stands after its first space, folded: most often the given name. Empty where there is no space.</param>
/// <param name="GivenKana">The same of the reading.</param>
public sealed record MemberNameRow(long MemberId, string Name, string Kana, string Given, string GivenKana)
{
    public static MemberNameRow Of(long memberId, string name, string kana) =>
        new(memberId, NameRules.Fold(name), NameRules.Fold(kana), NameRules.FoldGiven(name), NameRules.FoldGiven(kana));
}

/// <summary>
/// By what of identity and membership a person is filtered, counted and listed: the member's part of the row that all of a person's ledgers share
/// (<c>credit_standing</c>, named after the first that wrote there). Narrow, for it is what a search that nothing else narrows reads through.
/// </summary>
/// <param name="Kana">As in <c>member</c>: the order of lists.</param>
/// <param name="Area">Where the person belongs, see <see cref="AreaCode"/>; 0 for nowhere.</param>
/// <param name="Category"><see cref="MemberCategory"/> as a number; 0 when not a member of 日本医師会.</param>
/// <param name="RegistryNumber">医籍登録番号 as a number; <see cref="NoRegistry"/> when not known.</param>
/// <param name="ChangedAt">When identity or membership was last changed.</param>
/// <param name="Version">The member ledger's version; 0 while nobody is registered under the number.</param>
public sealed record PersonRow(long MemberId, string Kana, int Area, int Layers, int Category, int RegistryNumber, DateTimeOffset ChangedAt, long Version)
{
    /// <summary>Stands after every number there is: who has none is listed last.</summary>
    public const int NoRegistry = int.MaxValue;

    /// <summary>What remains of somebody who is in no list any more: other ledgers' columns stand beside it.</summary>
    public static PersonRow Nobody(long memberId) => new(memberId, "", 0, 0, 0, NoRegistry, DateTimeOffset.UnixEpoch, 0);

    public static PersonRow Of(MemberRow row, DateTimeOffset changedAt) => new(
        row.MemberId, row.Kana, AreaCode.Of(row.Local), row.Layers, row.Category ?? 0,
        row.Registry is { } registry ? int.Parse(registry, System.Globalization.CultureInfo.InvariantCulture) : NoRegistry, changedAt, row.Version);
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

/// <summary>A membership recorded ahead comes into force: one row of <c>member_due</c> for whom one is.</summary>
/// <param name="Due">The instant at which its date begins.</param>
public sealed record MemberDueRow(long MemberId, DateTimeOffset Due);
