using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using JmaActors.Web.Accounts;

namespace JmaActors.Tests.SignIn;

/// <summary>The second step: six digits of an authenticator, recovery codes, and how it is turned off.</summary>
public sealed partial class SecondStepTests(House house)
{
    [Fact]
    public async Task With_the_second_step_on_a_password_alone_signs_nobody_in()
    {
        var clerk = await house.Clerk();
        var (key, _) = await TurnOn(clerk);
        using var visitor = house.Visitor();

        var first = await visitor.SignIn(clerk.Address, Somebody.FirstPassword, "/members");
        var between = await visitor.Status("/api/v1/members");
        var wrong = await visitor.Send("/sign-in/second", "/sign-in/second", ("code", "000000"), ("back", "/members"));
        var right = await visitor.Send("/sign-in/second", "/sign-in/second", ("code", Code(key, 1)), ("back", "/members"));

        Assert.Equal("/sign-in/second?back=%2Fmembers", first.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Unauthorized, between);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal("/members", right.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, await visitor.Status("/api/v1/members"));
    }

    [Fact]
    public async Task A_code_is_good_once_also_when_two_come_with_it_at_the_same_time()
    {
        var clerk = await house.Clerk();
        var (key, _) = await TurnOn(clerk);
        var code = Code(key, 1);
        var visitors = Enumerable.Range(0, 4).Select(_ => house.Visitor()).ToList();
        foreach (var visitor in visitors) await visitor.SignIn(clerk.Address, Somebody.FirstPassword);

        var answers = await Task.WhenAll(visitors.Select(v => v.Send("/sign-in/second", "/sign-in/second", ("code", code))));

        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.Redirect));
        Assert.Equal(1, visitors.Count(v => v.Session is not null));
        using var later = house.Visitor();
        await later.SignIn(clerk.Address, Somebody.FirstPassword);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await later.Send("/sign-in/second", "/sign-in/second", ("code", Code(key, 0)))).StatusCode);
        Assert.Null(later.Session);
        foreach (var visitor in visitors) visitor.Dispose();
    }

    [Fact]
    public async Task The_second_step_cannot_be_asked_for_without_the_first()
    {
        using var visitor = house.Visitor();

        Assert.Equal("/sign-in", (await visitor.Get("/sign-in/second")).Headers.Location!.ToString());
        var answer = await visitor.Send("/sign-in", "/sign-in/second", ("code", "123456"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Null(visitor.Session);
    }

    [Fact]
    public async Task Guessing_codes_locks_the_account()
    {
        var clerk = await house.Clerk();
        var (key, _) = await TurnOn(clerk);
        using var visitor = house.Visitor();
        await visitor.SignIn(clerk.Address, Somebody.FirstPassword);
        for (var i = 0; i < SignInLimits.Failures; i++) await visitor.Send("/sign-in/second", "/sign-in/second", ("code", "000000"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Send("/sign-in/second", "/sign-in/second", ("code", Code(key, 1)))).StatusCode);
        Assert.Null(visitor.Session);
    }

    [Fact]
    public async Task A_recovery_code_is_good_once()
    {
        var clerk = await house.Clerk();
        var (_, codes) = await TurnOn(clerk);
        Assert.Equal(SignInLimits.RecoveryCodes, codes.Count);
        using var visitor = house.Visitor();
        await visitor.SignIn(clerk.Address, Somebody.FirstPassword);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Send("/sign-in/second", "/sign-in/recovery", ("code", codes[0]))).StatusCode);
        Assert.NotNull(visitor.Session);

        using var again = house.Visitor();
        await again.SignIn(clerk.Address, Somebody.FirstPassword);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await again.Send("/sign-in/second", "/sign-in/recovery", ("code", codes[0]))).StatusCode);
        Assert.Null(again.Session);
    }

    [Fact]
    public async Task It_is_turned_off_only_with_a_code_and_turning_it_on_signs_out_elsewhere()
    {
        var clerk = await house.Clerk();
        using var elsewhere = await clerk.SignedIn();
        using var visitor = await clerk.SignedIn();
        var (key, _) = await TurnOn(clerk, visitor);
        await House.Becomes("signed out elsewhere", async () => await elsewhere.Status("/api/v1/members") == HttpStatusCode.Unauthorized);

        Assert.EndsWith("told=two-step-wrong", (await visitor.Send("/account", "/account/two-step/off", ("code", "000000"))).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("told=two-step-off", (await visitor.Send("/account", "/account/two-step/off", ("code", Code(key, 1)))).Headers.Location!.ToString(), StringComparison.Ordinal);
        using var simple = house.Visitor();
        Assert.Equal("/", (await simple.SignIn(clerk.Address, Somebody.FirstPassword)).Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_window_left_open_is_not_enough_to_change_how_one_signs_in_or_to_make_a_token()
    {
        await using var own = new House();
        await own.InitializeAsync();
        var clerk = await own.Clerk();
        using var visitor = await clerk.SignedIn();
        using var session = new HttpClient(new SocketsHttpHandler { CookieContainer = visitor.Cookies, AllowAutoRedirect = false }) { BaseAddress = own.Address };
        session.DefaultRequestHeaders.Add("Origin", own.Address.GetLeftPart(UriPartial.Authority));
        async Task<(string?, string?, HttpStatusCode, HttpStatusCode)> Tries() => (
            (await visitor.Get("/account/two-step")).Headers.Location?.ToString(),
            (await visitor.Send("/account", "/account/tokens", ("name", "left open"), ("function", "f1"), ("days", "365"))).Headers.Location?.ToString(),
            (await visitor.Send("/account", "/account/passkeys/options")).StatusCode,
            (await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(session, "/api/v1/tokens", new { name = "left open" }, House.Ct)).StatusCode);
        const string again = "/sign-in?trouble=again&back=/account";
        own.Clock.By(SignInLimits.JustSignedIn + TimeSpan.FromSeconds(1));

        Assert.Equal((again, again, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), await Tries());
        Assert.Empty((await own.Ledger(clerk.Account).Standing(House.Ct)).Tokens);

        // Signing in again goes on in the same function, and the session before is no more.
        await visitor.SignIn(clerk.Address, Somebody.FirstPassword, "/account");
        Assert.Equal((null, null, HttpStatusCode.OK, HttpStatusCode.OK), await Tries());
        var standing = await own.Ledger(clerk.Account).Standing(House.Ct);
        Assert.Equal(2, standing.Tokens.Count);
        Assert.Equal("f1", Assert.Single(standing.Sessions).Function);
    }

    [Fact]
    public async Task A_password_is_changed_with_the_one_before_and_weak_ones_are_refused()
    {
        var clerk = await house.Clerk();
        using var visitor = await clerk.SignedIn();
        async Task<HttpStatusCode> Change(string before, string password, string? again = null) =>
            (await visitor.Send("/account/password", "/account/password", ("before", before), ("password", password), ("again", again ?? password))).StatusCode;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Change("not the one before", "quiet river stone 7"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Change(Somebody.FirstPassword, "short"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Change(Somebody.FirstPassword, "passwordpassword"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Change(Somebody.FirstPassword, clerk.Address.Split('@')[0] + "123456"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Change(Somebody.FirstPassword, new string('x', 200)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Change(Somebody.FirstPassword, "quiet river stone 7", "quiet river stone 8"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Change(Somebody.FirstPassword, Somebody.FirstPassword));
        Assert.Equal(HttpStatusCode.Redirect, await Change(Somebody.FirstPassword, "quiet river stone 7"));
        Assert.Equal(HttpStatusCode.OK, await visitor.Status("/api/v1/members"));
    }

    async Task<(string Key, IReadOnlyList<string> Codes)> TurnOn(Somebody who, Visitor? given = null)
    {
        var visitor = given ?? await who.SignedIn();
        var key = Key().Match(await visitor.Text("/account/two-step")).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        var page = await (await visitor.Send("/account/two-step", "/account/two-step", ("code", Code(key)))).Content.ReadAsStringAsync(House.Ct);
        return (key, [.. Recovery().Matches(page).Select(m => m.Groups[1].Value)]);
    }

    /// <summary>What an authenticator shows now (RFC 6238), or some half minutes from now.</summary>
    internal static string Code(string key, int steps = 0)
    {
        var bits = string.Concat(key.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var step = BitConverter.GetBytes(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30 + steps);
        Array.Reverse(step);
#pragma warning disable CA5350 // What RFC 6238 and every authenticator use.
        var hash = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        var at = hash[^1] & 15;
        var number = ((hash[at] & 127) << 24 | hash[at + 1] << 16 | hash[at + 2] << 8 | hash[at + 3]) % 1_000_000;
        return number.ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("id=\"key\">([A-Z2-7 ]+)<")]
    private static partial Regex Key();

    [GeneratedRegex("<li><code>([^<]+)</code>")]
    private static partial Regex Recovery();
}
