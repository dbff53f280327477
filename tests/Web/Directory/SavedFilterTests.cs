using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JmaActors.Directory;
using JmaActors.Tests.Web.Access.Matrix;

namespace JmaActors.Tests.Web.Directory;

/// <summary>Kept filters over HTTP, on the real site: whose they are, who sees them, and what is no filter.</summary>
[Collection("real site")]
public sealed class SavedFilterTests(MatrixWorld world)
{
    const string Clerk = "office:33:clerk", Colleague = "office:33:approver", Above = "office:JMA", Beside = "office:34";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static object Body(string name = "あと少しのA①", string filter = "credits=near&category=a1", bool shared = false, string? sort = null) => new { name, filter, shared, sort };

    async Task<(HttpStatusCode Status, JsonElement Body)> Ask(HttpMethod method, string path, string eyes, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/directory/filters{path}") { Headers = { { "X-Jma-Eyes", eyes } } };
        if (body is not null) request.Content = body as HttpContent ?? JsonContent.Create(body);
        using var answer = await world.Http.SendAsync(request, Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        return (answer.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }

    Task<(HttpStatusCode Status, JsonElement Body)> Save(string id, string eyes, object body) => Ask(HttpMethod.Put, $"/{id}", eyes, body);

    async Task<IReadOnlyList<(string Id, bool Shared, bool Mine)>> Kept(string eyes)
    {
        var (status, body) = await Ask(HttpMethod.Get, "", eyes);
        Assert.Equal(HttpStatusCode.OK, status);
        return [.. body.EnumerateArray().Select(f => (f.GetProperty("id").GetString()!, f.GetProperty("shared").GetBoolean(), f.GetProperty("mine").GetBoolean()))];
    }

    [Fact]
    public async Task Ones_own_filter_is_nobody_elses_and_reads_back_as_it_was_written_without_what_was_typed()
    {
        var (status, answer) = await Save("own-1", Clerk, Body(filter: "text=%E5%B1%B1%E7%94%B0&credits=near&category=a1", sort: "-total"));
        Assert.Equal(HttpStatusCode.OK, status);
        var kept = answer.GetProperty("value");
        Assert.Equal(("あと少しのA①", "-total", false, true), (kept.GetProperty("name").GetString(), kept.GetProperty("sort").GetString(), kept.GetProperty("shared").GetBoolean(), kept.GetProperty("mine").GetBoolean()));
        Assert.Equal(["category=a1", "credits=near"], kept.GetProperty("terms").EnumerateArray().Select(t => $"{t.GetProperty("name").GetString()}={t.GetProperty("value").GetString()}").Order());
        Assert.DoesNotContain("山田", (await Ask(HttpMethod.Get, "", Clerk)).Body.GetRawText(), StringComparison.Ordinal);

        Assert.True((await Save("own-1", Clerk, Body(sort: "-total"))).Body.GetProperty("repeat").GetBoolean());
        foreach (var other in (string[])[Colleague, Above, Beside, "operator"]) Assert.DoesNotContain("own-1", (await Kept(other)).Select(f => f.Id));
        // A colleague's filter of the same id is another one, and taking it away leaves the first.
        Assert.Equal(HttpStatusCode.OK, (await Save("own-1", Colleague, Body("別の絞り込み", "credits=far"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await Ask(HttpMethod.Delete, "/own-1", Colleague)).Status);
        Assert.Contains(("own-1", false, true), await Kept(Clerk));
    }

    [Fact]
    public async Task A_shared_filter_is_seen_by_the_office_and_changed_and_taken_away_by_its_owner_only()
    {
        Assert.Equal(HttpStatusCode.OK, (await Save("shared-1", Clerk, Body(shared: true))).Status);
        Assert.Contains(("shared-1", true, true), await Kept(Clerk));
        Assert.Contains(("shared-1", true, false), await Kept(Colleague));
        foreach (var other in (string[])[Above, Beside, "office:33-001", "auditor:33"]) Assert.DoesNotContain("shared-1", (await Kept(other)).Select(f => f.Id));

        var (changed, problem) = await Save("shared-1", Colleague, Body("取り替え", shared: true));
        Assert.Equal((HttpStatusCode.Conflict, "not-yours"), (changed, problem.GetProperty("reason").GetString()));
        Assert.Equal(HttpStatusCode.Conflict, (await Ask(HttpMethod.Delete, "/shared-1?shared=true", Colleague)).Status);
        // Whoever is of another scope takes away what is there under the same id at home: nothing.
        Assert.Equal(HttpStatusCode.OK, (await Ask(HttpMethod.Delete, "/shared-1?shared=true", Beside)).Status);
        Assert.Contains(("shared-1", true, false), await Kept(Colleague));

        Assert.Equal(HttpStatusCode.OK, (await Ask(HttpMethod.Delete, "/shared-1?shared=true", Clerk)).Status);
        Assert.DoesNotContain("shared-1", (await Kept(Colleague)).Select(f => f.Id));
    }

    [Theory]
    [InlineData("host:33")]
    [InlineData("member:1000000001")]
    [InlineData("door:MX26-P.1")]
    [InlineData("workplace:W1")]
    public async Task Who_has_no_list_of_members_keeps_no_filters(string eyes)
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(HttpMethod.Get, "", eyes)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Save("f", eyes, Body())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(HttpMethod.Delete, "/f", eyes)).Status);
    }

    [Theory]
    [InlineData("colour=red", "colour")]
    [InlineData("credits=reached,unheard-of", "credits")]
    [InlineData("total=60..1", "total")]
    [InlineData("total=1&total=2", "total")]
    [InlineData("within=26%27%20OR%201%3D1--", "within")]
    [InlineData("session=..%2F..%2Fetc", "session")]
    [InlineData("changed=2026-13-99..", "changed")]
    [InlineData("certificate=%00", "text")]
    [InlineData("text=%07", "text")]
    public async Task What_is_no_filter_is_refused_by_its_term_and_nothing_is_kept(string filter, string field)
    {
        var (status, problem) = await Save("bad-1", Clerk, Body(filter: filter));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(field, Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
        Assert.DoesNotContain("bad-1", (await Kept(Clerk)).Select(f => f.Id));
    }

    [Fact]
    public async Task Names_ids_and_bodies_out_of_shape_are_refused()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await Save("n", Clerk, Body(""))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Save("n", Clerk, Body(new string('長', SavedFilters.NameLength + 1)))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Save("n", Clerk, Body("a\u0000b"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Save("n", Clerk, Body(filter: new string('x', 100_000)))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Save(new string('i', 61), Clerk, Body())).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Save("n", Clerk, Body(sort: "; DROP TABLE member"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Save("n", Clerk, new { name = 7, filter = new[] { "x" } })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Save("n", Clerk, new StringContent("{", System.Text.Encoding.UTF8, "application/json"))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await Save("a b", Clerk, Body())).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await Save("%2E%2E%2Fx", Clerk, Body())).Status);
        // Markup is a name like any other: it is escaped where it is shown.
        var (status, answer) = await Save("markup", Clerk, Body("<script>alert(1)</script>"));
        Assert.Equal((HttpStatusCode.OK, "<script>alert(1)</script>"), (status, answer.GetProperty("value").GetProperty("name").GetString()));
        Assert.DoesNotContain(await Kept(Clerk), f => f.Id is "n" or "a b");
    }
}
