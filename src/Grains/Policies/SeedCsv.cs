namespace JmaActors.Policies;

/// <summary>The plain CSV of the seeds: a header line, commas, no quotes, comment lines that begin with #.</summary>
static class SeedCsv
{
    /// <summary>Each line as column → text.</summary>
    /// <exception cref="FormatException">A line has another number of columns than the header.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string csv)
    {
        string[]? header = null;
        var lines = new List<IReadOnlyDictionary<string, string>>();
        foreach (var raw in csv.TrimStart('\uFEFF').Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split(',', StringSplitOptions.TrimEntries);
            if (header is null) header = cells;
            else if (cells.Length != header.Length) throw new FormatException($"A seed line has {cells.Length} columns instead of {header.Length}: {line}");
            else lines.Add(header.Zip(cells).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal));
        }
        return lines;
    }
}
