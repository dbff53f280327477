using System.Globalization;
using JmaActors.Members;
using JmaActors.Time;

namespace JmaActors.Directory;

/// <summary>Reads filters as people, addresses and kept filters write them. Pure.</summary>
public static class FilterRules
{
    /// <summary>Years dates lie in, as everywhere people write dates.</summary>
    const int FirstYear = 1900, LastYear = 2200;

    /// <summary>Largest number of a range: more than any figure of a person.</summary>
    const decimal Largest = 100_000;

    /// <summary>The filter understood, or what is wrong with it; the refusal's rule names the term at fault.</summary>
    /// <param name="caller">Who searches: a term that is not theirs is one there is not.</param>
    public static (Sought? Sought, Refusal? Fault) Read(MemberFilter filter, SearchMoment moment, Caller caller)
    {
        if (filter.Text.Length > SearchLimits.Text) return (null, Fault("text", $"At most {SearchLimits.Text} characters."));
        if (filter.Terms.Count > SearchLimits.Terms) return (null, Fault("filter", $"At most {SearchLimits.Terms} terms."));
        var met = new List<Met>(filter.Terms.Count);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var term in filter.Terms)
        {
            if (SearchCatalog.Term(term.Name, caller) is not { } known) return (null, Fault(term.Name, "There is no such term."));
            if (!names.Add(term.Name)) return (null, Fault(term.Name, "A term stands once; separate choices by commas."));
            if (term.Value.Length > SearchLimits.Value) return (null, Fault(term.Name, $"At most {SearchLimits.Value} characters."));
            var (read, fault) = Read(known, term.Value, moment);
            if (read is null) return (null, Fault(term.Name, fault!));
            met.Add(read);
        }
        return (new Sought(Text(filter.Text), met), null);
    }

    /// <summary>What a text may mean.</summary>
    public static SoughtText Text(string typed)
    {
        var text = typed.Trim();
        if (text.Length == 0) return SoughtText.None;
        var number = KanaRules.Fold(text);
        var words = text.Split([' ', '\u3000', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(NameRules.Fold).Where(w => w.Length > 0).Take(SearchLimits.Words).ToList();
        return new SoughtText(
            words,
            MemberId.TryParse(number, out var member) ? member.Number : null,
            JmaActors.RegistryNumber.TryParse(number, out var registry) ? registry.Text : null,
            CardNumber.TryParse(number, out var card) ? card.Text : null);
    }

    static (Met? Met, string? Fault) Read(SearchTerm term, string value, SearchMoment moment) => term switch
    {
        ChoiceTerm choice => Choices(choice, value, choice.Choices(moment)),
        RangeTerm range => Range(value, range.Scale, (from, to) => new MetRange(range, from, to)),
        DatesTerm dates => Dates(value, (from, before) => new MetDates(dates, from, before)),
        WithinTerm => Within(value),
        RowsTerm { Kind: TermKind.Dates } rows => Dates(value, (from, before) => new MetRowDates(rows, from, before)),
        RowsTerm { Kind: TermKind.Range } rows => Range(value, rows.Scale, (from, to) => new MetRowRange(rows, from, to)),
        RowsTerm { Codes: { } codes } rows => Kinds(rows, value, codes),
        RowsTerm { Kind: TermKind.Session } rows => SessionId.TryParse(value, out var id) ? (new MetText(rows, id.Code), null) : (null, "A session id is a program id, a dot and a number from 1 to 99."),
        _ => (null, "This term cannot be asked for."),
    };

    static (Met?, string?) Choices(ChoiceTerm term, string value, IReadOnlyList<Choice> known)
    {
        var chosen = Split(value).Select(v => known.FirstOrDefault(c => c.Value == v)).ToList();
        return chosen.Count == 0 || chosen.Contains(null) ? (null, OneOf(known.Select(c => c.Value))) : (new MetChoice(term, [.. chosen.Distinct().Select(c => c!)]), null);
    }

    static (Met?, string?) Kinds(RowsTerm term, string value, IReadOnlyDictionary<string, int?> codes)
    {
        var chosen = Split(value);
        if (chosen.Count == 0 || !chosen.All(codes.ContainsKey)) return (null, OneOf(codes.Keys));
        return (new MetKinds(term, [.. chosen.Select(v => codes[v]).OfType<int>().Distinct()], chosen.Any(v => codes[v] is null)), null);
    }

    static (Met?, string?) Within(string value)
    {
        var chosen = Split(value);
        if (chosen.Count is 0 or > SearchLimits.Choices) return (null, $"1 to {SearchLimits.Choices} associations, separated by commas.");
        var read = chosen.Select(v => AssociationId.TryParse(v, out var id) ? id : (AssociationId?)null).Distinct().ToList();
        return read.Contains(null) ? (null, "An association is JMA, two digits (01 to 47), or like 26-007 or 26-U01.") : (new MetWithin([.. read.Select(a => a!.Value)]), null);
    }

    static (Met?, string?) Range(string value, int scale, Func<long?, long?, Met> met)
    {
        const string Wanted = "A range is from..to with numbers of at most one decimal; one end may be left out, or one number stand alone.";
        var (from, to) = Ends(value);
        if (!Number(from, scale, out var low) || !Number(to, scale, out var high) || (low is null && high is null)) return (null, Wanted);
        return low > high ? (null, "The range ends before it begins.") : (met(low, high), null);
    }

    static (Met?, string?) Dates(string value, Func<DateTimeOffset?, DateTimeOffset?, Met> met)
    {
        const string Wanted = "Dates are from..to, each yyyy-MM-dd; one end may be left out, or one date stand alone.";
        var (from, to) = Ends(value);
        if (!Date(from, out var first) || !Date(to, out var last) || (first is null && last is null)) return (null, Wanted);
        return first > last ? (null, "The dates end before they begin.") : (met(first is { } f ? Tokyo.StartOf(f) : null, last is { } l ? Tokyo.StartOf(l.AddDays(1)) : null), null);
    }

    /// <summary>Both ends of <c>from..to</c>; one value alone is both.</summary>
    static (string From, string To) Ends(string value)
    {
        var at = value.IndexOf("..", StringComparison.Ordinal);
        return at < 0 ? (value.Trim(), value.Trim()) : (value[..at].Trim(), value[(at + 2)..].Trim());
    }

    static bool Number(string text, int scale, out long? parts)
    {
        parts = null;
        if (text.Length == 0) return true;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > Largest || number * 10 != decimal.Truncate(number * 10)) return false;
        parts = (long)decimal.Floor(number * scale);
        return true;
    }

    static bool Date(string text, out DateOnly? date)
    {
        date = null;
        if (text.Length == 0) return true;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) || read.Year is < FirstYear or > LastYear) return false;
        date = read;
        return true;
    }

    static List<string> Split(string value) => [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    static string OneOf(IEnumerable<string> values) => $"Some of: {string.Join(", ", values)}.";

    static Refusal Fault(string term, string detail) => new("bad-filter", term, detail);
}
