using System.Collections.Frozen;
using System.Text;
using JmaActors.Policies;

namespace JmaActors.Members;

/// <summary>
/// Old and variant characters (旧字・異体字) and the one each is searched by: <c>seeds/name-variants.csv</c>, carried in this assembly, so that a stored fold and
/// a sought one always come from one table.
/// </summary>
public static class NameVariants
{
    static readonly FrozenDictionary<Rune, Rune> Standards = Load();

    /// <summary>How many characters are folded to another.</summary>
    public static int Count => Standards.Count;

    /// <summary>The character a character is searched by: itself for most.</summary>
    public static Rune Standard(Rune character) => Standards.GetValueOrDefault(character, character);

    /// <summary>Reads the table.</summary>
    /// <exception cref="FormatException">A cell is not one character, a variant stands twice, or a standard is itself a variant.</exception>
    public static IReadOnlyDictionary<Rune, Rune> Parse(string csv)
    {
        var table = new Dictionary<Rune, Rune>();
        foreach (var line in SeedCsv.Read(csv))
        {
            if (!table.TryAdd(One(line["variant"]), One(line["standard"]))) throw new FormatException($"{line["variant"]} stands twice among the variants.");
        }
        foreach (var (variant, standard) in table)
        {
            if (table.ContainsKey(standard)) throw new FormatException($"{variant} leads to {standard}, which leads on.");
        }
        return table;
    }

    static FrozenDictionary<Rune, Rune> Load()
    {
        using var stream = typeof(NameVariants).Assembly.GetManifestResourceStream("name-variants.csv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(reader.ReadToEnd()).ToFrozenDictionary();
    }

    static Rune One(string cell)
    {
        var runes = cell.EnumerateRunes();
        return runes.MoveNext() && runes.Current is var first && !runes.MoveNext() ? first : throw new FormatException($"'{cell}' is not one character.");
    }
}
