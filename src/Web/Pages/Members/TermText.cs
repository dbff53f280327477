using JmaActors.Directory;
using JmaActors.Resources;
using Microsoft.Extensions.Localization;

namespace JmaActors.Pages.Members;

/// <summary>Words for terms and their choices. A benefit that adds a term adds <c>Term.{name}</c> and <c>Term.{name}.{choice}</c> to the texts.</summary>
public static class TermText
{
    public static string Term(this IStringLocalizer<Texts> texts, string name) => Known(texts, $"Term.{name}", name);

    /// <summary>One choice in words; 会員区分 as JMA writes it.</summary>
    public static string Choice(this IStringLocalizer<Texts> texts, string name, string choice) => Known(texts, $"Term.{name}.{choice}", choice);

    /// <summary>A value as a chip shows it.</summary>
    public static string Value(this IStringLocalizer<Texts> texts, TermShape? shape, FilterTerm term) => shape?.Kind switch
    {
        TermKind.Choice => string.Join(texts["Comma"], term.Value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(c => texts.Choice(term.Name, c))),
        TermKind.Range or TermKind.Dates => term.Value.Replace("..", "〜", StringComparison.Ordinal),
        _ => term.Value,
    };

    static string Known(IStringLocalizer<Texts> texts, string key, string otherwise) => texts[key] is { ResourceNotFound: false } found ? found.Value : otherwise;
}
