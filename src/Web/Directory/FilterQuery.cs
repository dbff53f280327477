using JmaActors.Directory;
using JmaActors.Web.Access;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace JmaActors.Web.Directory;

/// <summary>A filter as it stands in an address: <c>text</c>, and every other parameter a term, so that it can be kept and sent to somebody.</summary>
public static class FilterQuery
{
    public const string Text = "text";

    /// <summary>Parameters that are no terms: how the list is shown, not whom it shows.</summary>
    static readonly HashSet<string> Others = new(["sort", "cursor", "size", "columns"], StringComparer.Ordinal);

    /// <exception cref="InvalidInputException">A parameter stands twice.</exception>
    public static MemberFilter Read(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var text = "";
        var terms = new List<FilterTerm>();
        foreach (var (name, values) in query)
        {
            if (values.Count > 1) throw new InvalidInputException(Shown(name), "A parameter stands once; separate choices by commas.");
            var value = values.ToString();
            if (name == Text) text = value;
            else if (!Others.Contains(name) && value.Length > 0) terms.Add(new FilterTerm(name, value));
        }
        if (text.HasControls() || terms.Exists(t => t.Value.HasControls())) throw new InvalidInputException(Text, "Leave out control characters.");
        return new MemberFilter(text, terms);
    }

    /// <summary>Reads the text of an address after its question mark.</summary>
    /// <exception cref="InvalidInputException">A parameter stands twice.</exception>
    public static MemberFilter Read(string query) => Read(QueryHelpers.ParseQuery(query));

    /// <summary>The filter as the text of an address, without the question mark; terms in order of name, so that the same filter is always the same text.</summary>
    public static string Write(MemberFilter filter, params IEnumerable<(string Name, string? Value)> more)
    {
        var all = filter.Terms.OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => (t.Name, (string?)t.Value)).Prepend((Text, filter.Text)).Concat(more);
        return string.Join('&', all.Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}"));
    }

    /// <summary>A field's name goes back to whoever sent it: only as much as a name needs.</summary>
    static string Shown(string name) => name.Length <= 40 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? name : "filter";
}
