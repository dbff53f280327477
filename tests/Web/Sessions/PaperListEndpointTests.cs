using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using JmaActors.Tests.Web.Files;
using JmaActors.Tests.Web.Http;
using JmaActors.Training;
using JmaActors.Web.Files;
using JmaActors.Web.Sessions;

namespace JmaActors.Tests.Web.Sessions;

/// <summary>Paper lists over HTTP. A house for each test: sessions remember.</summary>
public sealed class PaperListEndpointTests : IAsyncLifetime
{
    const string List = "/api/v1/sessions/P26-1.1/paper-list";

    readonly WebHouse house = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => house.InitializeAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Each_coming_and_going_is_a_tap_of_somebody_picked_by_hand()
    {
        var report = await Json(await Send("会員番号,入場,退場\n1000000001,10:05,11:30\n1000000002,10:10,\n"u8.ToArray()));

        Assert.Equal((2, 2, 0), (report.GetProperty("rows").GetInt32(), report.GetProperty("taken").GetInt32(), report.GetProperty("failed").GetInt32()));
        Assert.Equal([TapDirection.In, TapDirection.Out, TapDirection.In], house.Session.Tapped.Select(t => t.Direction));
        Assert.All(house.Session.Tapped, t => Assert.Equal((PaperListUpload.Device, true), (t.Device, t.Person is not null)));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 10, 5, 0, TimeSpan.FromHours(9)), house.Session.Tapped[0].At);
        Assert.Equal(3, house.Session.Tapped.Select(t => t.Nonce).Distinct().Count());
    }

    [Fact]
    public async Task A_dry_run_of_a_workbook_hands_nothing_in_and_names_what_cannot_be_read()
    {
        var book = Workbooks.Of(["誰", "いつ", "まで"], ["1000000001", "10:05", "09:00"], ["", "10:00", ""], ["1000000001", "朝", ""], ["77", "10:00", ""], ["1000000002", "10:00", "11:00"]);
        var report = await Json(await Send(book, "?dryRun=true&columns=person,enter,leave", FileBody.XlsxType));

        Assert.Equal((true, 5, 1), (report.GetProperty("dryRun").GetBoolean(), report.GetProperty("rows").GetInt32(), report.GetProperty("taken").GetInt32()));
        Assert.Equal(
            ["2:leave:ends-first", "3:person:no-person", "4:enter:bad-when", "5:person:no-such-person"],
            report.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("line")}:{e.GetProperty("column").GetString()}:{e.GetProperty("reason").GetString()}"));
        Assert.Empty(house.Session.Tapped);
    }

    [Theory]
    [InlineData("operator", HttpStatusCode.OK)]
    [InlineData("host:26", HttpStatusCode.OK)]
    [InlineData("office:26:clerk", HttpStatusCode.OK)]
    [InlineData("office:26:approver", HttpStatusCode.Forbidden)]
    [InlineData("office:JMA", HttpStatusCode.Forbidden)]
    [InlineData("door:P26-1.1", HttpStatusCode.Forbidden)]
    [InlineData("member:1000000001", HttpStatusCode.Forbidden)]
    public async Task Who_steers_the_program_may_hand_one_in_and_nobody_else(string eyes, HttpStatusCode status) =>
        Assert.Equal(status, (await Send("member,in\n1000000001,10:05\n"u8.ToArray(), eyes: eyes)).StatusCode);

    [Fact]
    public async Task What_is_no_list_is_said_with_the_column_that_is_wanted()
    {
        var response = await Send("a,b\n1,2\n"u8.ToArray());
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("wanted", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    async Task<HttpResponseMessage> Send(byte[] file, string query = "", string type = "text/csv", string eyes = "operator")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(List + query, UriKind.Relative)) { Content = new ByteArrayContent(file) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        request.Headers.Add("X-Jma-Eyes", eyes);
        return await house.Client().SendAsync(request, Ct);
    }

    static async Task<JsonElement> Json(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(Ct);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }
}
