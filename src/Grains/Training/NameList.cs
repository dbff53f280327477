namespace JmaActors.Training;

/// <summary>Names given small numbers in the order they appear: readers, associations and reason codes, of which a session meets few, often.</summary>
sealed class NameList
{
    readonly List<string> names = [];
    readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public NameList(params IEnumerable<string> first)
    {
        foreach (var name in first) Number(name);
    }

    public int Count => names.Count;

    public string this[int number] => names[number];

    public IReadOnlyList<string> All => names;

    public bool Knows(string name) => numbers.ContainsKey(name);

    /// <summary>The number of a name, given now when it is new.</summary>
    public int Number(string name)
    {
        if (numbers.TryGetValue(name, out var number)) return number;
        number = names.Count;
        names.Add(name);
        numbers.Add(name, number);
        return number;
    }
}
