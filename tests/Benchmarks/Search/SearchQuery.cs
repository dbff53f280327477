using JmaActors.Directory;
using JmaActors.Web.Access;

namespace JmaActors.Benchmarks.Search;

/// <summary>One search of the file: who asks, whom for, in which order.</summary>
sealed record SearchQuery(Caller Caller, MemberFind Find)
{
    public static IReadOnlyList<SearchQuery> All()
    {
        using var stream = typeof(SearchQuery).Assembly.GetManifestResourceStream("queries.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#').Select(Parse)];
    }

    static SearchQuery Parse(string line)
    {
        var parts = line.Split('\t');
        if (!Eyes.TryParse(parts[0], out var caller, out var error)) throw new FormatException(error);
        var terms = parts[1].Split('&', StringSplitOptions.RemoveEmptyEntries).Select(t => t.Split('=', 2)).ToDictionary(t => t[0], t => t[1]);
        var filter = new MemberFilter(terms.GetValueOrDefault("text", ""), [.. terms.Where(t => t.Key is not ("text" or "sort")).Select(t => new FilterTerm(t.Key, t.Value))]);
        return new SearchQuery(caller, new MemberFind(filter, terms.GetValueOrDefault("sort", "kana")));
    }
}
