using System.Text.Json;
using System.Text.Json.Serialization;
using static System.FormattableString;

namespace JmaActors.Policies;

/// <summary>All dated rows of one policy file. Reading refuses what could later be misjudged: unknown fields, empty sources, overlapping dates.</summary>
public sealed class PolicyTable
{
    static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    readonly Dictionary<string, PolicyRow[]> _rows;

    PolicyTable(Dictionary<string, PolicyRow[]> rows) => _rows = rows;

    /// <summary>Reads policy files (seeds/policy/*.json).</summary>
    /// <exception cref="FormatException">A file is not as documented in seeds/README.md; the message names the row.</exception>
    public static PolicyTable Parse(IEnumerable<string> files)
    {
        var rows = files.SelectMany(Read).GroupBy(r => r.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderBy(r => r.From).ToArray(), StringComparer.Ordinal);
        foreach (var sameRule in rows.Values) RefuseOverlaps(sameRule);
        return new PolicyTable(rows);
    }

    /// <summary>The row of a rule on a date; null when the rule was not in force.</summary>
    public PolicyRow? Find(string id, DateOnly on) =>
        _rows.TryGetValue(id, out var rows) ? Array.Find(rows, r => r.Holds(on)) : null;

    /// <summary>The row of a rule that must be in force.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public PolicyRow Get(string id, DateOnly on) =>
        Find(id, on) ?? throw new FormatException(Invariant($"No policy row {id} holds on {on:yyyy-MM-dd}."));

    /// <summary>Every row of a rule, oldest first.</summary>
    public IReadOnlyList<PolicyRow> History(string id) => _rows.TryGetValue(id, out var rows) ? rows : [];

    /// <summary>Every row of every rule, by id and date.</summary>
    public IEnumerable<PolicyRow> Rows => _rows.OrderBy(r => r.Key, StringComparer.Ordinal).SelectMany(r => r.Value);

    /// <summary>The dates on which any rule whose id begins with the prefix changes, oldest first.</summary>
    public IReadOnlyList<DateOnly> Changes(string prefix) =>
        [.. Rows.Where(r => r.Id.StartsWith(prefix, StringComparison.Ordinal)).Select(r => r.From).Distinct().Order()];

    static IReadOnlyList<PolicyRow> Read(string json)
    {
        try
        {
            var file = JsonSerializer.Deserialize<PolicyFile>(json, Format) ?? throw new FormatException("A policy file is empty.");
            foreach (var row in file.Rows) Check(row);
            return file.Rows;
        }
        catch (JsonException e)
        {
            throw new FormatException($"A policy file cannot be read: {e.Message}", e);
        }
    }

    static void Check(PolicyRow row)
    {
        if (string.IsNullOrWhiteSpace(row.Id)) throw new FormatException("A policy row has no id.");
        if (row.To < row.From) throw new FormatException(Invariant($"Policy row {row.Id} of {row.From:yyyy-MM-dd} ends before it begins."));
        if (string.IsNullOrWhiteSpace(row.Source)) throw new FormatException(Invariant($"Policy row {row.Id} of {row.From:yyyy-MM-dd} has no source."));
        if (string.IsNullOrWhiteSpace(row.Words.Ja) || string.IsNullOrWhiteSpace(row.Words.En))
            throw new FormatException(Invariant($"Policy row {row.Id} of {row.From:yyyy-MM-dd} lacks words in both languages."));
    }

    static void RefuseOverlaps(PolicyRow[] rows)
    {
        for (var i = 1; i < rows.Length; i++)
        {
            if (rows[i - 1].To is not { } end || end >= rows[i].From)
                throw new FormatException(Invariant($"Two rows of {rows[i].Id} hold on {rows[i].From:yyyy-MM-dd}."));
        }
    }

    /// <summary>Shape of a policy file.</summary>
    /// <param name="Policy">Name of the benefit it belongs to.</param>
    /// <param name="Note">For people; not used.</param>
    sealed record PolicyFile(string Policy, IReadOnlyList<PolicyRow> Rows, string? Note = null);
}
