using System.Collections.Frozen;
using System.Text;
using JmaActors.Web.Access;

namespace JmaActors.Web.Files;

/// <summary>A column a kind of file may have.</summary>
/// <param name="Name">Its name in addresses, errors and documentation.</param>
/// <param name="Headings">Headings that say it in full.</param>
/// <param name="Parts">Parts of headings that say it where no heading does in full.</param>
/// <param name="Wanted">No file is without it.</param>
public sealed record ColumnOf<T>(T Column, string Name, string[] Headings, string[] Parts, bool Wanted = false)
    where T : struct, Enum;

/// <summary>The columns of one kind of file, and how headings are taken for them. Headings are compared in half width and small letters, without spaces and signs.</summary>
public sealed class ColumnSet<T>
    where T : struct, Enum
{
    /// <summary>What stands in a mapping for a column that is not read.</summary>
    public const string Ignored = "-";

    readonly FrozenDictionary<string, T> _exact;
    readonly FrozenDictionary<string, T> _names;

    public ColumnSet(params IReadOnlyList<ColumnOf<T>> columns)
    {
        All = columns;
        _names = columns.ToFrozenDictionary(c => c.Name, c => c.Column, StringComparer.Ordinal);
        _exact = columns.SelectMany(c => c.Headings.Append(c.Name).Select(Folded).Distinct().Select(h => KeyValuePair.Create(h, c.Column))).ToFrozenDictionary(StringComparer.Ordinal);
    }

    public IReadOnlyList<ColumnOf<T>> All { get; }

    public string NameOf(T column) => All.First(c => EqualityComparer<T>.Default.Equals(c.Column, column)).Name;

    /// <summary>For each heading the column it is taken for; null for one that means nothing, or is of a column that another heading says better.</summary>
    public IReadOnlyList<T?> Guess(IReadOnlyList<string> headings)
    {
        var folded = headings.Select(Folded).ToArray();
        var guessed = new T?[headings.Count];
        for (var i = 0; i < guessed.Length; i++)
        {
            if (_exact.TryGetValue(folded[i], out var column) && !guessed.Contains(column)) guessed[i] = column;
        }

        foreach (var column in All.Where(c => !guessed.Contains(c.Column)))
        {
            // The first part, in their order, that stands in a heading not taken yet; the first such heading from the left.
            var place = column.Parts.Select(part => Enumerable.Range(0, guessed.Length).Where(i => guessed[i] is null && folded[i].Contains(part, StringComparison.Ordinal)).DefaultIfEmpty(-1).First())
                .FirstOrDefault(p => p >= 0, -1);
            if (place >= 0) guessed[place] = column.Column;
        }

        return guessed;
    }

    /// <summary>The first column that two headings name in full; null when none is.</summary>
    public T? Twice(IReadOnlyList<string> headings)
    {
        var seen = new HashSet<T>();
        foreach (var heading in headings)
        {
            if (_exact.TryGetValue(Folded(heading), out var column) && !seen.Add(column)) return column;
        }

        return null;
    }

    /// <summary>Which column stands where, by the headings alone: each must be known, and none twice.</summary>
    /// <exception cref="InvalidInputException">A heading is unknown, double, or missing.</exception>
    public ColumnMap<T> Read(IReadOnlyList<string> headings)
    {
        var read = new T?[headings.Count];
        for (var i = 0; i < read.Length; i++)
        {
            var heading = Folded(headings[i]);
            if (heading.Length == 0) continue;
            if (!_exact.TryGetValue(heading, out var column))
                throw new InvalidInputException("file", $"Column {i + 1} is not known. Known are: {string.Join(", ", All.Select(c => c.Name))}. Or say what each column is with columns=.");
            if (read.Contains(column)) throw new InvalidInputException("file", $"The column {NameOf(column)} stands twice.");
            read[i] = column;
        }

        return Map(read);
    }

    /// <summary>The same as somebody says: a name for each column of the file in its order, <c>-</c> for one that is not read, joined by commas.</summary>
    /// <exception cref="InvalidInputException">A name is unknown, double, or missing.</exception>
    public ColumnMap<T> Read(string mapping, int columns)
    {
        var names = mapping.Split(',', StringSplitOptions.TrimEntries);
        if (names.Length > columns) throw new InvalidInputException("columns", $"The file has {columns} columns, {names.Length} are named.");
        var read = new T?[columns];
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i] is Ignored or "") continue;
            if (!_names.TryGetValue(names[i], out var column)) throw new InvalidInputException("columns", $"Known are: {string.Join(", ", All.Select(c => c.Name))}; - for one that is not read.");
            if (read.Contains(column)) throw new InvalidInputException("columns", $"The column {names[i]} stands twice.");
            read[i] = column;
        }

        return Map(read);
    }

    /// <summary>The names of a choice of columns, as <see cref="Read(string, int)"/> reads them.</summary>
    public string Written(IReadOnlyList<T?> columns) => string.Join(',', columns.Select(c => c is { } column ? NameOf(column) : Ignored));

    ColumnMap<T> Map(T?[] columns)
    {
        foreach (var wanted in All.Where(c => c.Wanted && !columns.Contains(c.Column))) throw new InvalidInputException("file", $"The column {wanted.Name} is wanted.");
        return new ColumnMap<T>(columns);
    }

    /// <summary>Letters and digits only, in half width and small: "Birth Date" and "birth_date" are one.</summary>
    static string Folded(string heading) =>
        string.Concat(heading.Normalize(NormalizationForm.FormKC).Where(c => char.IsLetterOrDigit(c) || c == 'ー').Select(char.ToLowerInvariant));
}

/// <summary>Which column stands where in one file.</summary>
public sealed class ColumnMap<T>(IReadOnlyList<T?> columns)
    where T : struct, Enum
{
    readonly Dictionary<T, int> _places = columns.Select((c, place) => (c, place)).Where(c => c.c is not null).ToDictionary(c => c.c!.Value, c => c.place);

    /// <summary>For each column of the file what it is; null for one that is not read.</summary>
    public IReadOnlyList<T?> Columns => columns;

    public bool Has(T column) => _places.ContainsKey(column);

    /// <summary>A field of a line, trimmed; empty when the file has no such column or the line is too short.</summary>
    public string Of(IReadOnlyList<string> line, T column) => _places.TryGetValue(column, out var place) && place < line.Count ? line[place].Trim() : "";
}
