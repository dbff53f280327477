using System.Globalization;

namespace JmaActors.Records;

/// <summary>Facts as they are at one moment, by name; what is null is not there. Figures and dates are written invariantly.</summary>
sealed class Look
{
    readonly List<(string Fact, string? Value)> facts = [];

    public Look Add(string fact, string? value)
    {
        facts.Add((fact, value is { Length: > 0 } ? value : null));
        return this;
    }

    public Look Add(string fact, DateOnly? date) => Add(fact, date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public Look Add(string fact, decimal? figure) => Add(fact, figure?.ToString("0.##", CultureInfo.InvariantCulture));

    public Look Add<T>(string fact, T? code)
        where T : struct, Enum => Add(fact, code is { } c ? JsonName(c.ToString()) : null);

    /// <summary>What has changed since another look at the same.</summary>
    public IReadOnlyList<RecordChange> Since(Look? before)
    {
        var changes = new List<RecordChange>();
        foreach (var (fact, value) in facts)
        {
            var old = before?.facts.FirstOrDefault(b => b.Fact == fact).Value;
            if (old != value) changes.Add(new RecordChange(fact, old, value));
        }
        return changes;
    }

    /// <summary>As the API writes it: the first letter small.</summary>
    static string JsonName(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
