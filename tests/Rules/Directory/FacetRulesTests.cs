using JmaActors.Directory;

namespace JmaActors.Tests.Rules.Directory;

public sealed class FacetRulesTests
{
    static readonly Choice[] Colours = [Choice.Is("red", 1), Choice.Is("blue", 2)];
    static readonly Choice[] Sizes = [Choice.Is("small", 1), Choice.Is("large", 2)];
    static readonly ChoiceTerm Colour = new("colour", "test", new Measure.Column("c"), _ => Colours, Facet: true);
    static readonly IReadOnlyList<(string, IReadOnlyList<Choice>)> Facets = [("colour", Colours), ("size", Sizes)];

    /// <summary>Three small red, five large red, seven large blue, eleven large of no colour.</summary>
    static readonly FacetCell[] Cells = [new([0, 0], 26, 3), new([0, 1], 26, 5), new([1, 1], 13, 7), new([2, 1], 0, 11)];

    static string Counted(params Met[] terms)
    {
        var found = FacetRules.Counts(Cells, Facets, new Sought(SoughtText.None, terms), ChildLayer.Prefectures, code => code == "26" ? "京都府医師会" : null);
        return $"{found.Total}: " + string.Join("; ", found.Facets.Select(f => $"{f.Name} {string.Join(' ', f.Lines.Select(l => $"{l.Value}={l.Count}{l.Label}"))}"));
    }

    [Fact]
    public void With_nothing_chosen_everybody_is_counted() =>
        Assert.Equal("26: colour red=8 blue=7; size small=3 large=23; within 13=7 26=8京都府医師会", Counted());

    [Fact]
    public void A_facet_is_counted_under_all_choices_but_its_own() =>
        Assert.Equal("8: colour red=8 blue=7; size small=3 large=5; within 26=8京都府医師会", Counted(new MetChoice(Colour, [Colours[0]])));

    [Fact]
    public void Several_choices_of_a_facet_are_either_of_them() =>
        Assert.Equal("15: colour red=8 blue=7; size small=3 large=12; within 13=7 26=8京都府医師会", Counted(new MetChoice(Colour, Colours)));
}
