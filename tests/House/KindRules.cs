using System.Text.Json;
using System.Text.RegularExpressions;

namespace JmaActors.Tests.House;

/// <summary>The kinds of rules of working hours are driven by data alone: their code names no rule and no figure of any set.</summary>
public sealed partial class KindRules
{
    const string Kinds = "src/Grains/WorkHours/Kinds";

    static IEnumerable<(string Where, string Text)> Code() =>
        Source.Files(Kinds, ".cs").SelectMany(f => Source.Code(f).Select(l => ($"{Source.Relative(f)}:{l.Line}", l.Text)));

    [Fact]
    public void The_kinds_of_rules_name_no_rule_of_any_set()
    {
        var ids = Source.Files("seeds/policy", ".json").Where(f => Path.GetFileName(f).StartsWith("work-hours", StringComparison.Ordinal)).SelectMany(Ids).ToList();
        Assert.True(ids.Count(i => i.StartsWith("acgme.", StringComparison.Ordinal)) > 5 && ids.Count(i => i.StartsWith("work.", StringComparison.Ordinal)) > 5);
        var names = ids.Concat(ids.Select(i => i.Split('.')[0] + ".")).Concat(ids.Select(i => i.Split('.')[0])).Select(i => $"\"{i}").ToHashSet();

        Assert.NotEmpty(Code());
        Assert.DoesNotContain(Code(), l => l.Text.Contains("RuleIds", StringComparison.Ordinal) || names.Any(n => l.Text.Contains(n, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_kinds_of_rules_hold_no_figure() => Assert.DoesNotContain(Code(), l => Figure().IsMatch(l.Text));

    static IEnumerable<string> Ids(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return [.. json.RootElement.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("id").GetString()!)];
    }

    /// <summary>A number other than 0, 1 and 2, which index and halve.</summary>
    [GeneratedRegex(@"(?<![\w.""])(?:[3-9]|\d[\d_]+)(?![\w""])")]
    private static partial Regex Figure();
}
