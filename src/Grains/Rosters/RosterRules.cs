using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using JmaActors.Members;

namespace JmaActors.Rosters;

/// <summary>How rows of a roster are told apart and compared. Pure.</summary>
public static class RosterRules
{
    /// <summary>Longest key a sender may give a row.</summary>
    public const int SourceKeyLength = 60;

    /// <summary>Reservation keys of rows without registry or card number.</summary>
    public const string RowPrefix = "row:";

    /// <summary>The value that says who a row is about: its registry number, else its card, else the sender's key; null when it has none.</summary>
    public static string? NaturalKey(RosterRow row) => row switch
    {
        { Person.Registry: { } registry } => Identifiers.Key(registry),
        { Card: { } card } => Identifiers.Key(card),
        { SourceKey: { Length: > 0 and <= SourceKeyLength } key } => RowPrefix + key,
        _ => null,
    };

    /// <summary>The row as a registration, if it is about nobody yet.</summary>
    public static RegisterMember Registration(RosterRow row, ImportStarted started, Caller by, DateOnly today) => new(row.Person, row.Card, row.Membership, started.Demonstration, today, by);

    /// <summary>
    /// Natural key of a change a row makes: the import and what is changed to. The same import again changes nothing; another import of the same content
    /// can undo what was done between.
    /// </summary>
    public static string ChangeKey(string import, string what, string content) =>
        $"roster-{what}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{import}\n{content}")).AsSpan(0, 16))}";

    /// <summary>Everything of a profile in one text, for <see cref="ChangeKey"/>.</summary>
    public static string Content(Person person, CardNumber? card) =>
        string.Create(CultureInfo.InvariantCulture, $"{person.Name}\n{person.Kana}\n{person.BirthDate:O}\n{person.Registry?.Text}\n{person.LicensedOn:O}\n{card?.Text}");

    /// <summary>Everything of a membership in one text, for <see cref="ChangeKey"/>.</summary>
    public static string Content(Membership membership) =>
        string.Create(CultureInfo.InvariantCulture, $"{membership.Local?.Code}\n{(int)membership.Layers}\n{(int?)membership.Category}");

    /// <summary>The column of a roster at fault for a reason.</summary>
    public static string Column(string reason) => reason switch
    {
        "bad-name" => "name",
        "bad-kana" => "kana",
        "bad-registry" or "registry-taken" => "registry",
        "bad-birth-date" => "birth_date",
        "bad-licence-date" => "licensed_on",
        "bad-card" or "card-taken" => "card",
        "bad-association" => "association",
        "bad-layers" => "layers",
        "bad-category" => "category",
        _ => "",
    };
}
