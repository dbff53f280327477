using System.Text.RegularExpressions;

namespace JmaActors.Tests.House;

/// <summary>Holds the house rules by reading the source.</summary>
public sealed partial class SourceRules
{
    [Fact]
    public void Nobody_reads_the_clock_but_through_a_time_provider() =>
        Nowhere(Clock(), Source.Files("src", ".cs", ".razor"));

    [Fact]
    public void Rules_hold_no_actor_no_io_no_clock_and_no_chance() =>
        Nowhere(Impure(), Source.Files("src/Grains", "Rules.cs"));

    [Fact]
    public void Nothing_is_left_open_in_the_code() =>
        Nowhere(Open(), Source.Files("src", ".cs", ".razor"));

    [Fact]
    public void No_exception_is_swallowed_in_silence() =>
        Nowhere(Swallowed(), Source.Files("src", ".cs", ".razor"));

    /// <summary>A call that was cancelled elsewhere must not end what goes on: whether it ends, its own token says.</summary>
    [Fact]
    public void No_service_ends_for_a_cancellation_that_is_not_its_own() =>
        Nowhere(ForeignCancellation(), Source.Files("src", ".cs", ".razor"));

    [Fact]
    public void Actors_know_no_database_and_no_web() =>
        Nowhere(DatabaseOrWeb(), Source.Files("src/Grains", ".cs").Concat(Source.Files("src/Grains.Interfaces", ".cs")));

    [Fact]
    public void The_web_opens_no_database() =>
        Nowhere(Database(), Source.Files("src/Web", ".cs", ".razor"));

    [Fact]
    public void Tests_never_sleep_and_none_is_skipped() =>
        Nowhere(Sleeping(), Source.Files("tests", ".cs").Where(f => !Source.Relative(f).StartsWith("tests/Benchmarks/", StringComparison.Ordinal)));

    [Fact]
    public void No_file_is_over_four_hundred_lines_and_hardly_any_over_two_hundred_and_fifty()
    {
        var sizes = Source.Files("src", ".cs", ".razor").Select(f => (File: Source.Relative(f), Lines: File.ReadLines(f).Count())).ToList();

        Assert.DoesNotContain(sizes, s => s.Lines > 400);
        Assert.InRange(sizes.Count(s => s.Lines > 250), 0, sizes.Count / 50);
        Assert.InRange(sizes.Select(s => s.Lines).Order().ElementAt(sizes.Count / 2), 1, 60);
    }

    [Fact]
    public void A_grain_is_sealed_and_stays_under_one_hundred_and_fifty_lines()
    {
        var grains = Source.Files("src/Grains", "Grain.cs").Where(f => !Path.GetFileName(f).StartsWith('I')).ToList();

        Assert.NotEmpty(grains);
        Assert.All(grains, f => Assert.True(File.ReadLines(f).Count() < 160, $"{Source.Relative(f)} is too long for a grain."));
        Assert.All(grains, f => Assert.Matches(@"(sealed|abstract)( partial)? class \w+Grain", File.ReadAllText(f)));
    }

    [Fact]
    public void Nobody_is_called_manager_helper_or_util() =>
        Assert.All(Source.Files("src", ".cs", ".razor"), f => Assert.DoesNotMatch("(Manager|Helper|Util)s?\\.", Path.GetFileName(f)));

    static void Nowhere(Regex forbidden, IEnumerable<string> files)
    {
        var found = files.SelectMany(f => Source.Code(f).Where(l => forbidden.IsMatch(l.Text)).Select(l => $"{Source.Relative(f)}:{l.Line}: {l.Text.Trim()}")).ToList();
        Assert.Empty(found);
    }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(UtcNow|Now|Today)\b")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\busing Orleans|\bawait (?!-)|TimeProvider|\bRandom\b|\bFile\.|\bIGrainFactory\b|HttpClient|\bTask<")]
    private static partial Regex Impure();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK)\b|NotImplementedException")]
    private static partial Regex Open();

    [GeneratedRegex(@"catch\s*(\([^)]*\))?\s*\{\s*\}")]
    private static partial Regex Swallowed();

    [GeneratedRegex(@"is not OperationCanceledException")]
    private static partial Regex ForeignCancellation();

    [GeneratedRegex(@"\b(Npgsql|Sqlite|AspNetCore|DbConnection)\b|\bSELECT\b.*\bFROM\b")]
    private static partial Regex DatabaseOrWeb();

    [GeneratedRegex(@"\b(Npgsql|Sqlite|DbConnection|EntityFrameworkCore)\b|using JmaActors\.Journal")]
    private static partial Regex Database();

    [GeneratedRegex(@"Thread\.Sleep|Skip\s*=\s*""|Assert\.True\(true\)")]
    private static partial Regex Sleeping();
}
