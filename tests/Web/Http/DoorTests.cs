using System.Net;
using System.Text;
using System.Text.Json;
using JmaActors.Web.Http;

namespace JmaActors.Tests.Web.Http;

/// <summary>Who is let in at all, and what goes out with every answer.</summary>
public sealed class DoorTests(WebHouse house) : IClassFixture<WebHouse>
{
    readonly HttpClient _client = house.Client();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:0", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("http://127.9.9.9:80", true)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://[::]:5080", false)]
    [InlineData("http://192.168.1.2", false)]
    [InlineData("http://example.org", false)]
    [InlineData("nonsense", false)]
    public void Only_loopback_addresses_may_be_bound(string url, bool allowed)
    {
        var error = LoopbackOnly.Check([url]);

        Assert.Equal(allowed, error is null);
        if (!allowed) Assert.Contains("sign-in", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:5080", HttpStatusCode.OK)]
    [InlineData("[::1]:5080", HttpStatusCode.OK)]
    [InlineData("rebound.example", HttpStatusCode.Forbidden)]
    [InlineData("localhost.example", HttpStatusCode.Forbidden)]
    public async Task Another_host_name_is_refused(string host, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.Host = host;

        Assert.Equal(status, (await _client.SendAsync(request, Ct)).StatusCode);
    }

    [Theory]
    [InlineData("http://localhost", true)]
    [InlineData("http://evil.example", false)]
    [InlineData("null", false)]
    [InlineData("https://localhost", false)]
    public async Task A_page_of_another_site_may_not_act_here(string origin, bool allowed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/sessions/P26-1.1/confirm");
        request.Headers.Add("Origin", origin);

        var response = await _client.SendAsync(request, Ct);

        Assert.Equal(allowed ? HttpStatusCode.Conflict : HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/nothing", "default-src 'none'")]
    [InlineData("/health/live", "default-src 'none'")]
    [InlineData("/api/", "default-src 'self'")]
    public async Task Every_answer_says_what_a_browser_may_do_with_it(string path, string policy)
    {
        var response = await _client.GetAsync(new Uri(path, UriKind.Relative), Ct);

        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        var said = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith(policy, said, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_describes_every_endpoint_and_its_value_types()
    {
        using var document = JsonDocument.Parse(await _client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Ct));

        var paths = document.RootElement.GetProperty("paths");
        var accrue = paths.GetProperty("/api/v1/members/{id}/credits").GetProperty("post");
        Assert.True(accrue.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/json", out _));
        Assert.Contains(accrue.GetProperty("parameters").EnumerateArray(), p => p.GetProperty("name").GetString() == "id");
        Assert.Equal("string", document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("CardNumber").GetProperty("type").GetString());
        foreach (var path in paths.EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
                Assert.False(string.IsNullOrEmpty(operation.Value.GetProperty("summary").GetString()), $"{operation.Name} {path.Name} has no summary.");
        }
    }

    [Fact]
    public async Task The_page_to_browse_the_api_needs_no_network()
    {
        var page = await _client.GetStringAsync(new Uri("/api/", UriKind.Relative), Ct);

        Assert.DoesNotContain("cdn.", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=\"http", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"http", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        using var content = new StringContent(new string(' ', (int)JmaActors.Web.WebLimits.Body + 10), Encoding.UTF8, "application/json");

        var response = await _client.PostAsync(new Uri("/api/v1/members", UriKind.Relative), content, Ct);

        Assert.NotEqual(HttpStatusCode.OK, response.StatusCode);
    }
}
