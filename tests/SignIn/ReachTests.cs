using System.Net;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using JmaActors.Web;
using JmaActors.Web.Accounts;
using JmaActors.Web.Http;

namespace JmaActors.Tests.SignIn;

/// <summary>Where the site may be reached, HTTPS, proxies, and how often may be asked.</summary>
public sealed class ReachTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", "", true)]
    [InlineData("http://localhost:5080", "", true)]
    [InlineData("https://0.0.0.0:443", "", true)]
    [InlineData("http://0.0.0.0:80", "", false)]
    [InlineData("http://192.168.1.2", "", false)]
    [InlineData("http://0.0.0.0:80", "10.0.0.1", true)]
    public void Passwords_do_not_cross_a_network_in_the_open(string url, string proxy, bool allowed) =>
        Assert.Equal(allowed, Reachable.Check(new WebOptions([url], "test", "web") { Proxies = proxy.Length == 0 ? [] : [proxy] }) is null);

    [Fact]
    public void A_proxy_is_an_address_or_a_network()
    {
        var options = new ForwardedHeadersOptions();
        Reachable.Trust(options, ["10.0.0.1", "192.168.0.0/16"]);
        Assert.Equal((1, 1), (options.KnownProxies.Count, options.KnownIPNetworks.Count));
        Assert.Throws<ArgumentException>(() => Reachable.Trust(options, ["anybody"]));
    }

    [Fact]
    public async Task Over_https_cookies_are_kept_to_this_host_and_browsers_to_https()
    {
        var house = new House
        {
            Set = s =>
            {
                WriteCertificate(s.Data);
                File.WriteAllText(Path.Combine(s.Data, "settings.json"), $$"""{ "Kestrel": { "Certificates": { "Default": { "Path": "{{Path.Combine(s.Data, "site.pem")}}", "KeyPath": "{{Path.Combine(s.Data, "site.key")}}" } } } }""");
                return s with { Urls = ["https://127.0.0.1:0"] };
            },
        };
        await house.InitializeAsync();
        try
        {
            var clerk = await house.Clerk();
            var cookies = new CookieContainer();
            using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false, SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, _) => true } }) { BaseAddress = house.Address };
            client.DefaultRequestHeaders.Host = "jma.example";
            var html = await client.GetStringAsync("/sign-in", House.Ct);
            var token = html[(html.IndexOf("__RequestVerificationToken\" value=\"", StringComparison.Ordinal) + 35)..].Split('"')[0];
            using var answer = await client.PostAsync("/sign-in", new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["address"] = clerk.Address, ["password"] = Somebody.FirstPassword, ["back"] = "/" }), House.Ct);

            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-jma=", StringComparison.Ordinal) && c.Contains("secure", StringComparison.Ordinal) && c.Contains("path=/", StringComparison.Ordinal));
            Assert.Contains("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
            using var failed = await client.GetAsync("/api/v1/members/1", House.Ct);
            Assert.Equal((HttpStatusCode.BadRequest, true), (failed.StatusCode, failed.Headers.Contains("Strict-Transport-Security")));
        }
        finally
        {
            await house.DisposeAsync();
        }
    }

    [Fact]
    public async Task Only_a_trusted_proxy_says_who_asks_and_by_which_scheme()
    {
        foreach (var (proxies, trusted) in ((string, bool)[])[("127.0.0.1", true), ("10.9.9.9", false)])
        {
            var house = new House
            {
                Set = s =>
                {
                    File.WriteAllText(Path.Combine(s.Data, "settings.json"), $$"""{ "Jma": { "Proxies": "{{proxies}}" } }""");
                    return s;
                },
            };
            await house.InitializeAsync();
            try
            {
                using var client = house.Program(null);
                client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
                client.DefaultRequestHeaders.Add("X-Forwarded-Host", "jma.example");
                using var answer = await client.GetAsync("/sign-in", House.Ct);
                Assert.Equal(trusted, answer.Headers.Contains("Strict-Transport-Security"));
            }
            finally
            {
                await house.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task Forms_are_limited_by_where_they_come_from_and_the_api_by_who_asks_but_never_a_door()
    {
        var house = new House { More = services => services.Configure<SignInRateOptions>(o => o.FormsPerMinute = 5) };
        await house.InitializeAsync();
        try
        {
            using var visitor = house.Visitor();
            List<HttpStatusCode> forms = [];
            for (var i = 0; i < 7; i++) forms.Add((await visitor.SignIn("nobody@example.org", "wrong password")).StatusCode);
            Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.UnprocessableEntity, 5), HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], forms);

            using var good = house.Program(await house.Token(await house.Somebody(House.Function(CallerRole.Operator, "*"))));
            Assert.Equal(HttpStatusCode.OK, (await good.GetAsync("/api/v1/members", House.Ct)).StatusCode);
            using var bad = house.Program($"jma.{new string('a', 32)}.nothing.secret");
            List<HttpStatusCode> tries = [];
            for (var i = 0; i <= SignInLimits.BadTokensPerMinute; i++) tries.Add((await bad.GetAsync("/api/v1/members", House.Ct)).StatusCode);
            Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests), (tries[0], tries[^1]));
            // A token that holds does not wait for those that do not, though it comes from the same address; nor does what is open to all.
            Assert.Equal(HttpStatusCode.OK, (await good.GetAsync("/api/v1/members", House.Ct)).StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, (await bad.GetAsync("/api/v1/verify/nonsense", House.Ct)).StatusCode);
        }
        finally
        {
            await house.DisposeAsync();
        }
    }

    [Fact]
    public async Task Tokens_of_accounts_that_were_made_up_wake_no_more_of_them_when_they_come_all_at_once()
    {
        var house = new House();
        await house.InitializeAsync();
        try
        {
            using var bad = house.Program(null);
            // Connections first, so that all are asked for in the same moment.
            const int AtOnce = 6 * SignInLimits.BadTokensPerMinute;
            await Many(AtOnce, () => bad.GetAsync("/api/v1/verify/nonsense", House.Ct), AtOnce);
            var answers = await Many(AtOnce, async () =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/members") { Headers = { { "Authorization", $"Bearer jma.{Guid.NewGuid():N}.nothing.secret" } } };
                return await bad.SendAsync(request, House.Ct);
            }, AtOnce);
            var woken = (await house.Grains.GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics(House.Ct)).Where(static g => g.GrainType.Contains(".AccountGrain", StringComparison.Ordinal)).Sum(static g => g.ActivationCount);

            Assert.Contains(HttpStatusCode.Unauthorized, answers);
            Assert.Contains(HttpStatusCode.TooManyRequests, answers);
            Assert.DoesNotContain(answers, static a => a is not (HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests));
            Assert.InRange(woken, 1, SignInLimits.BadTokensPerMinute + SignInLimits.StrangersAtOnce);
        }
        finally
        {
            await house.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_caller_who_asks_too_much_waits_and_a_door_does_not()
    {
        var house = new House();
        await house.InitializeAsync();
        try
        {
            using var program = house.Program(await house.Token(await house.Somebody(House.Function(CallerRole.Operator, "*"))));
            var many = SignInLimits.ApiBurst + (4 * SignInLimits.ApiPerSecond);
            var asked = await Many(many, () => program.GetAsync("/api/v1/members/1000000001", House.Ct));
            var taps = await Many(many, () => program.PostAsJsonAsync("/api/v1/sessions/P1.1/tap", new { }, House.Ct));

            Assert.Contains(HttpStatusCode.TooManyRequests, asked);
            Assert.DoesNotContain(HttpStatusCode.TooManyRequests, taps);
        }
        finally
        {
            await house.DisposeAsync();
        }
    }

    static async Task<IReadOnlyCollection<HttpStatusCode>> Many(int count, Func<Task<HttpResponseMessage>> ask, int atOnce = 64)
    {
        var answers = new System.Collections.Concurrent.ConcurrentBag<HttpStatusCode>();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = House.Ct }, async (_, _) =>
        {
            using var answer = await ask();
            answers.Add(answer.StatusCode);
        });
        return answers;
    }

    static void WriteCertificate(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=jma.example", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        File.WriteAllText(Path.Combine(folder, "site.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "site.key"), key.ExportPkcs8PrivateKeyPem());
    }
}
