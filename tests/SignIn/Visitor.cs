using System.Net;
using System.Text.RegularExpressions;

namespace JmaActors.Tests.SignIn;

/// <summary>A browser as far as forms go: keeps cookies, follows nothing by itself, sends a form as the page drew it.</summary>
public sealed partial class Visitor(Uri address) : IDisposable
{
    public CookieContainer Cookies { get; } = new();

    HttpClient? client;

    public HttpClient Client => client ??= new(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };

    public Task<HttpResponseMessage> Get(string path) => Client.GetAsync(path, House.Ct);

    public async Task<string> Text(string path) => WebUtility.HtmlDecode(await Client.GetStringAsync(path, House.Ct));

    public async Task<HttpStatusCode> Status(string path) => (await Get(path)).StatusCode;

    /// <summary>Sends what a form of a page would send.</summary>
    public async Task<HttpResponseMessage> Send(string page, string action, params (string Name, string Value)[] fields)
    {
        var html = await (await Get(page)).Content.ReadAsStringAsync(House.Ct);
        var token = Token().Match(html);
        Assert.True(token.Success, $"{page} draws no form: {html[..Math.Min(400, html.Length)]}");
        return await Post(action, [("__RequestVerificationToken", token.Groups[1].Value), .. fields]);
    }

    public Task<HttpResponseMessage> Post(string action, params (string Name, string Value)[] fields) =>
        Client.PostAsync(action, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))), House.Ct);

    public Task<HttpResponseMessage> SignIn(string who, string password, string back = "/") =>
        Send("/sign-in", "/sign-in", ("address", who), ("password", password), ("back", back));

    /// <summary>The cookie of the session.</summary>
    public Cookie? Session => Cookies.GetCookies(address)["jma"];

    public void Dispose() => client?.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
