using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using JmaActors.Tests.Web.Http;
using JmaActors.Works;
using Microsoft.AspNetCore.SignalR.Client;

namespace JmaActors.Tests.Web.Works;

public sealed class WorkEndpointTests(WebHouse house) : IClassFixture<WebHouse>
{
    readonly HttpClient client = house.Client();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    async Task<HttpResponseMessage> Send(HttpMethod method, string path, string eyes, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("X-Jma-Eyes", eyes);
        return await client.SendAsync(request, Ct);
    }

    async Task<string> Begun(string format)
    {
        var key = $"key-{format}";
        var response = await Send(HttpMethod.Post, "/api/v1/works", WebHouse.Clerk, new { key, kind = "export", filter = "credits=near", columns = new[] { "name", "total" }, format });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("value").GetProperty("id").GetString()!;
    }

    async Task<byte[]> File(string format)
    {
        var response = await Send(HttpMethod.Get, $"/api/v1/works/{await Begun(format)}/file", WebHouse.Clerk);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        return await response.Content.ReadAsByteArrayAsync(Ct);
    }

    [Fact]
    public async Task A_csv_has_headings_a_mark_and_no_cell_a_spreadsheet_would_run()
    {
        var bytes = await File("csv");

        Assert.True(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        Assert.Equal(["氏名,単位＋コード", "見本 花子,59.5", "'=HYPERLINK(1),0.0", "'＋1,0.0", "\"𠮷田, \"\"山\"\"\",60.0", ""], Encoding.UTF8.GetString(bytes[3..]).Split("\r\n"));
    }

    [Fact]
    public async Task In_Shift_JIS_what_it_cannot_carry_stands_as_a_mark()
    {
        var text = CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetString(await File("shiftJis"));

        Assert.Contains("見本 花子", text, StringComparison.Ordinal);
        Assert.Contains("〓田", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_has_texts_as_texts_and_numbers_as_numbers()
    {
        using var zip = new ZipArchive(new MemoryStream(await File("xlsx")));
        using var reader = new StreamReader(zip.Entries.Single(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && e.Name.EndsWith(".xml", StringComparison.Ordinal)).Open());
        var sheet = await reader.ReadToEndAsync(Ct);

        Assert.Contains("=HYPERLINK(1)", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", sheet, StringComparison.Ordinal);
        Assert.Contains("<v>59.5</v>", sheet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("office:JMA")]
    [InlineData("office:26")]
    [InlineData("office:26-004")]
    [InlineData("operator")]
    [InlineData("member:1000000001")]
    [InlineData("host:26-003")]
    public async Task Somebody_elses_export_is_not_there_however_its_id_was_learnt(string eyes)
    {
        var id = await Begun("csv");
        foreach (var (method, path) in new[] { (HttpMethod.Get, ""), (HttpMethod.Get, "/file"), (HttpMethod.Post, "/cancel") })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Send(method, $"/api/v1/works/{id}{path}", eyes)).StatusCode);
        }

        await using var hub = house.Hub(eyes);
        await hub.StartAsync(Ct);
        await Assert.ThrowsAsync<Microsoft.AspNetCore.SignalR.HubException>(() => hub.InvokeAsync<JsonElement>("Watch", $"work/{id}", Ct));
    }

    [Theory]
    [InlineData("00000000000000000000000000")]
    [InlineData("..")]
    [InlineData("x")]
    public async Task A_guessed_id_is_not_there(string id) => Assert.Equal(HttpStatusCode.NotFound, (await Send(HttpMethod.Get, $"/api/v1/works/{id}/file", WebHouse.Clerk)).StatusCode);

    [Fact]
    public async Task What_is_not_done_is_not_handed_out()
    {
        var id = await Begun("csv");
        house.Works["csv"].Stage = WorkStage.Gathering;
        Assert.Equal(HttpStatusCode.Conflict, (await Send(HttpMethod.Get, $"/api/v1/works/{id}/file", WebHouse.Clerk)).StatusCode);
        house.Works["csv"].Stage = WorkStage.Expired;
        Assert.Equal(HttpStatusCode.NotFound, (await Send(HttpMethod.Get, $"/api/v1/works/{id}/file", WebHouse.Clerk)).StatusCode);
        house.Works["csv"].Stage = WorkStage.Done;
    }

    [Theory]
    [InlineData("member:1000000001")]
    [InlineData("host:26-003")]
    public async Task Who_has_no_list_of_members_works_on_none(string eyes) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(HttpMethod.Post, "/api/v1/works", eyes, new { key = "key-csv", kind = "export", columns = new[] { "name" } })).StatusCode);

    [Theory]
    [InlineData("/api/v1/directory/members?colour=red", "colour")]
    [InlineData("/api/v1/directory/members?total=1&total=2", "total")]
    [InlineData("/api/v1/directory/members?size=101", "size")]
    [InlineData("/api/v1/directory/members?text=%07", "text")]
    public async Task A_filter_that_cannot_be_read_names_its_term(string path, string field)
    {
        var response = await Send(HttpMethod.Get, path, WebHouse.Clerk);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(field, Assert.Single((await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("errors").EnumerateObject()).Name);
    }

    [Fact]
    public async Task Every_parameter_is_a_term_and_the_caller_goes_with_it()
    {
        var response = await Send(HttpMethod.Get, "/api/v1/directory/members?text=%E8%A6%8B%E6%9C%AC&category=a1,b&total=55..59.9&sort=-total&size=7", "office:26");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("bmV4dA", (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("next").GetString());
        var (find, caller) = house.Search.Asked[^1];
        Assert.Equal(("見本", "-total", 7, "26"), (find.Filter.Text, find.Sort, find.Size, caller.Scope));
        Assert.Equal(["category=a1,b", "total=55..59.9"], find.Filter.Terms.Select(t => $"{t.Name}={t.Value}"));
    }
}
