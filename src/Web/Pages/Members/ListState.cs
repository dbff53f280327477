using JmaActors.Directory;
using JmaActors.Web.Directory;
using Microsoft.AspNetCore.WebUtilities;

namespace JmaActors.Pages.Members;

/// <summary>Everything the list of members shows, as it stands in its address: it can be kept, gone back to, and sent to a colleague.</summary>
public sealed record ListState(MemberFilter Filter, string Sort, string? Cursor, IReadOnlyList<string> Columns)
{
    public const string Path = "/members";

    /// <summary>Columns beside the name, in the order shown.</summary>
    public static readonly IReadOnlyList<string> AllColumns = ["numbers", "association", "membership", "cme", "split", "changed"];

    static readonly IReadOnlyList<string> Usual = ["numbers", "association", "membership", "cme"];

    /// <exception cref="JmaActors.Web.Access.InvalidInputException">A parameter stands twice, or holds what no filter has.</exception>
    public static ListState Of(string uri)
    {
        var query = QueryHelpers.ParseQuery(new Uri(uri).Query);
        // What the list understood before it had terms.
        if (query.Remove("q", out var former) && !query.ContainsKey(FilterQuery.Text)) query[FilterQuery.Text] = former;
        var columns = query.TryGetValue("columns", out var chosen) ? AllColumns.Where(c => chosen.ToString().Split(',').Contains(c)).ToList() : Usual;
        return new ListState(FilterQuery.Read(query), Given(query, "sort") ?? "kana", Given(query, "cursor"), columns);
    }

    /// <summary>The address of this list.</summary>
    public string Href => FilterQuery.Write(
        Filter, ("sort", Sort == "kana" ? null : Sort), ("cursor", Cursor), ("columns", Columns.SequenceEqual(Usual) ? null : string.Join(',', Columns))) is { Length: > 0 } query ? $"{Path}?{query}" : Path;

    /// <summary>The filter alone, as it is kept and sent.</summary>
    public string Query => FilterQuery.Write(Filter);

    /// <summary>The first page of another filter.</summary>
    public ListState With(MemberFilter filter) => this with { Filter = filter, Cursor = null };

    /// <summary>With a term of this value; without it when the value is empty.</summary>
    public ListState With(string term, string value)
    {
        var others = Filter.Terms.Where(t => t.Name != term);
        return With(Filter with { Terms = value.Length == 0 ? [.. others] : [.. others, new FilterTerm(term, value)] });
    }

    public string ValueOf(string term) => Filter.Terms.FirstOrDefault(t => t.Name == term)?.Value ?? "";

    public bool Has(string term, string choice) => ValueOf(term).Split(',').Contains(choice);

    /// <summary>With one choice of a term made, or taken back.</summary>
    public ListState Toggle(string term, string choice)
    {
        var chosen = ValueOf(term).Split(',', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (!chosen.Remove(choice)) chosen.Add(choice);
        return With(term, string.Join(',', chosen));
    }

    static string? Given(Dictionary<string, Microsoft.Extensions.Primitives.StringValues> query, string name) =>
        query.TryGetValue(name, out var value) && value.ToString() is { Length: > 0 } given ? given : null;
}
