using JmaActors.Directory;
using JmaActors.Interviews;
using JmaActors.WorkHours;

namespace JmaActors.Tests.Rules.Directory;

/// <summary>Terms of what no office sees: they are there for who sees everything, and for nobody else were they ever.</summary>
public sealed class ClosedTermTests
{
    static readonly SearchMoment Moment = new(new DateOnly(2026, 11, 26), Seeds.Book);
    static readonly Caller Operator = new("operator", CallerRole.Operator, "*");
    static readonly MemberId Someone = new(1_000_000_001);

    static readonly FilterTerm[] Asked = [new("hours", "breached"), new("interview-need", "missed,nothing"), new("hours-month", "80..99.9")];

    public static TheoryData<CallerRole, string> Others()
    {
        var others = new TheoryData<CallerRole, string>();
        foreach (var role in Enum.GetValues<CallerRole>().Except([CallerRole.Operator, CallerRole.System])) others.Add(role, role == CallerRole.Member ? Someone.ToString() : "JMA");
        return others;
    }

    static MemberFilter Filter(FilterTerm term) => new("", [term]);

    static IEnumerable<string> Names(Caller caller) => SearchCatalog.Shapes(Moment, caller).Terms.Select(t => t.Name);

    [Fact]
    public void Who_sees_everybodys_hours_is_shown_the_terms_and_searches_by_them()
    {
        foreach (var caller in (Caller[])[Operator, Caller.System])
        {
            Assert.Empty(Asked.Select(t => t.Name).Except(Names(caller)));
            Assert.All(Asked, term => Assert.Null(FilterRules.Read(Filter(term), Moment, caller).Fault));
        }
    }

    [Theory, MemberData(nameof(Others))]
    public void To_everybody_else_they_are_refused_like_a_term_there_never_was(CallerRole role, string scope)
    {
        var caller = new Caller("somebody", role, scope);
        Assert.Empty(Names(caller).Intersect(Asked.Select(t => t.Name)));
        foreach (var term in Asked)
        {
            // Also not told from one by how its value is taken, or by where it stands.
            foreach (var value in (string[])[term.Value, "junk", "", new('x', SearchLimits.Value + 1)])
            {
                var unknown = FilterRules.Read(Filter(new FilterTerm("colour", value)), Moment, caller).Fault!;
                Assert.Equal(unknown with { Rule = term.Name }, FilterRules.Read(Filter(term with { Value = value }), Moment, caller).Fault);
            }
            Assert.Equal(term.Name, FilterRules.Read(new MemberFilter("", [new("credits", "near"), term, term]), Moment, caller).Fault!.Rule);
        }
    }

    [Fact]
    public void Who_acts_for_a_member_sees_no_more_than_she_does() =>
        Assert.Equal("hours", FilterRules.Read(Filter(Asked[0]), Moment, Operator with { For = Someone.ToString() }).Fault?.Rule);

    [Fact]
    public void Everything_of_working_hours_is_closed_and_nothing_closed_is_counted_for_everybody()
    {
        Assert.All(WorkHoursSearchPart.Part.Terms, t => Assert.True(t.Closed, t.Name));
        Assert.Empty(WorkHoursSearchPart.Part.Sorts);
        Assert.Equal(Asked.Select(t => t.Name), SearchCatalog.Terms.Where(t => t.Benefit == "work-hours").Select(t => t.Name));
        Assert.DoesNotContain(SearchCatalog.Facets, f => f.Closed);
    }

    [Fact]
    public void Every_outcome_and_every_need_is_a_choice()
    {
        Assert.Equal(Enum.GetValues<MonthOutcome>().Select(o => (int)o).Order(), Codes("hours"));
        Assert.Equal(Enum.GetValues<InterviewNeed>().Select(n => (int)n).Order(), Codes("interview-need"));
    }

    static IEnumerable<int> Codes(string name) => ((RowsTerm)SearchCatalog.Term(name, Caller.System)!).Codes!.Values.OfType<int>().Order();
}
