using JmaActors.Tests.Web.Fakes;
using JmaActors.Tests.Web.Http;
using JmaActors.Web;
using JmaActors.Web.Access;
using JmaActors.Web.Accounts;
using JmaActors.Web.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace JmaActors.Tests.Web.Access.Matrix;

/// <summary>
/// Every route, file, page and kind of topic × every function and duty × own, above, below and beside, as docs/rights-matrix.md says, asked of the real site.
/// With <c>JMA_UPDATE_MATRIX=1</c> the table is written as the site answers, for somebody to read before it is kept.
/// </summary>
[Collection("real site")]
public sealed class MatrixTests(MatrixWorld world, WebHouse house) : IClassFixture<WebHouse>
{
    /// <summary>Place of the rows that change something.</summary>
    const int Changing = 3;

    static bool Updates => Environment.GetEnvironmentVariable("JMA_UPDATE_MATRIX") == "1";

    [Fact]
    public void Every_route_and_topic_has_a_row_and_every_row_a_route()
    {
        var (mapped, decided) = (house.Routes(), Table.Read().Select(r => r.Route).Distinct().ToList());

        if (Updates) return;
        Assert.Empty(mapped.Except(decided));
        Assert.Empty(decided.Except(mapped));
    }

    [Fact]
    public async Task A_route_there_is_only_with_sign_in_says_who_it_is_for()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddSingleton<IActors>(new FakeActors()).AddSingleton<JmaActors.Credits.IEvidenceStore>(new FakeEvidence());
        builder.Services.AddSingleton<IReadiness, Never>().AddSingleton(System.Reflection.DispatchProxy.Create<IAccountBook, Nobody>());
        builder.Services.AddJmaWeb(new WebOptions(["http://127.0.0.1:5080"], "test", "web"));
        await using var app = builder.Build();
        app.MapJmaWeb();
        var only = Routes.Access(((IEndpointRouteBuilder)app).DataSources).Where(r => !house.Routes().Contains(r.Key)).Select(r => $"* `{r.Key}`: {r.Value}").Order(StringComparer.Ordinal).ToList();

        if (Updates) Table.WriteSignIn(only);
        else Assert.Equal(Table.SignIn(), only);
    }

    [Fact]
    public async Task Every_cell_is_what_the_site_answers()
    {
        var (cell, wrong, rows) = (new Cell(world), new List<string>(), new List<TableRow>());
        var table = Updates ? Wanted() : Table.Read();
        foreach (var row in table)
        {
            // Who only looks changes nothing for whoever looks beside; what is done to the site is done in the order of the columns.
            var asked = Actor.All.Select(a => (a.Name, Ask: (Func<Task<string>>)(() => cell.Ask(row.Route, row.Of, a.Eyes(world)))));
            var answers = new List<(string Name, string Answer)>();
            if (Place(row.Route) < Changing) answers.AddRange(await Task.WhenAll(asked.Select(async a => (a.Name, await a.Ask()))));
            else foreach (var (name, ask) in asked) answers.Add((name, await ask()));

            wrong.AddRange(answers.Where(a => a.Answer is not ("yes" or "403" or "404") || (!Updates && a.Answer != row.Cells[a.Name])).Select(a => $"{row.Route} of '{row.Of}', {a.Name}: {a.Answer}"));
            rows.Add(row with { Cells = answers.ToDictionary(a => a.Name, a => a.Answer, StringComparer.Ordinal) });
        }

        if (Updates) Table.Write(rows);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Stands where accounts would be kept.</summary>
    public class Nobody : System.Reflection.DispatchProxy
    {
        protected override object? Invoke(System.Reflection.MethodInfo? targetMethod, object?[]? args) => throw new NotSupportedException("This house is only looked at.");
    }

    sealed class Never : IReadiness
    {
        public Task<ReadinessReport> Check(CancellationToken ct) => throw new NotSupportedException("This house is only looked at.");
    }

    /// <summary>The rows there are, and one for each route that has none.</summary>
    IEnumerable<TableRow> Wanted()
    {
        var mapped = house.Routes();
        var known = Table.Read().Where(r => mapped.Contains(r.Route)).ToList();
        return known.Concat(mapped.Except(known.Select(r => r.Route)).SelectMany(Of)).OrderBy(r => Place(r.Route)).ThenBy(r => r.Route, StringComparer.Ordinal).ThenBy(r => r.Of, StringComparer.Ordinal);
    }

    /// <summary>Reading before writing: what is changed on the way is not looked at any more.</summary>
    static int Place(string route) => route.StartsWith("GET", StringComparison.Ordinal) ? 0 : route.StartsWith("PAGE", StringComparison.Ordinal) ? 1 : route.StartsWith("TOPIC", StringComparison.Ordinal) ? 2 : Changing;

    static IEnumerable<TableRow> Of(string route)
    {
        string[] of = route switch
        {
            "POST /api/v1/members" => ["member", "local alone"],
            "POST /api/v1/members/{id}/credits" => ["member", "local alone", "member, posted", "local alone, posted"],
            "POST /api/v1/programs/{id}/enrolments" => ["member", "walk-in"],
            "GET /api/v1/programs/{id}" or "PAGE /programs/{Key}" => ["published", "draft"],
            "GET /api/v1/audit" => ["office", "member", "local alone"],
            "PAGE /audit" => ["office", "member"],
            "POST /api/v1/past-credits/{key}" => ["operator's", "of 26, pending", "of 26, posted"],
            "TOPIC Import" => ["operator's", "of 26"],
            _ when route.Contains("/rosters/{", StringComparison.Ordinal) || route.Contains("/past-credits/{", StringComparison.Ordinal) => ["operator's", "of 26"],
            _ when route.Contains("/members/{", StringComparison.Ordinal) || route.Contains("/documents/{", StringComparison.Ordinal) || route is "TOPIC MemberCredits" or "TOPIC MemberRecord" or "TOPIC MemberHours" or "TOPIC MemberHoursAt" => ["member", "local alone"],
            _ => [""],
        };
        return of.Select(o => new TableRow(route, o, new Dictionary<string, string>(StringComparer.Ordinal)));
    }
}
