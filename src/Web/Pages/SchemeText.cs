using JmaActors.Credits;
using JmaActors.Resources;
using Microsoft.Extensions.Localization;

namespace JmaActors.Pages;

/// <summary>Schemes on pages: their names, and the keys under which pictures hold them.</summary>
public static class SchemeText
{
    static readonly (CreditScheme Scheme, string Key)[] Keys =
    [
        (CreditScheme.Cme, "cme"), (CreditScheme.Occupational, "occupational"), (CreditScheme.Sports, "sports"),
        (CreditScheme.Kakaritsuke, "kakaritsuke"), (CreditScheme.CommonLecture, "common-lecture"),
    ];

    /// <summary>The name, e.g. 産業医.</summary>
    public static string NameOf(this IStringLocalizer<Texts> texts, CreditScheme scheme) => texts[$"Scheme.{scheme}"];

    /// <summary>A name of few letters for chips.</summary>
    public static string ShortOf(this IStringLocalizer<Texts> texts, CreditScheme scheme) => texts[$"SchemeShort.{scheme}"];

    /// <summary>What pictures call it, also the class of its mark.</summary>
    public static string KeyOf(CreditScheme scheme) => Keys[(int)scheme].Key;

    /// <summary>The scheme a picture's key names; null when it is none of ours.</summary>
    public static CreditScheme? Of(string key)
    {
        foreach (var (scheme, own) in Keys)
        {
            if (own == key) return scheme;
        }

        return null;
    }
}
