using System.Net;
using JmaActors.Web.Accounts;

namespace JmaActors.Tests.SignIn;

/// <summary>Signing in and out with a password, and what is worth nothing.</summary>
public sealed class SignInTests(House house)
{
    /// <summary>Said nowhere else.</summary>
    const string Wrong = "a password nobody has";

    [Theory]
    [InlineData("/")]
    [InlineData("/members")]
    [InlineData("/account")]
    [InlineData("/function")]
    [InlineData("/documents/1000000001/transcript")]
    [InlineData("/show/programs/P1/attendees.csv")]
    public async Task Whoever_has_not_signed_in_is_led_there_and_back(string path)
    {
        using var visitor = house.Visitor();

        var answer = await visitor.Get(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/sign-in?back={Uri.EscapeDataString(path)}", answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("/api/v1/members")]
    [InlineData("/api/v1/operations/parked")]
    [InlineData("/api/v1/tokens")]
    [InlineData("/hubs/live/negotiate")]
    public async Task The_api_says_that_nobody_is_signed_in_whatever_eyes_are_sent(string path)
    {
        using var program = house.Program(null);
        program.DefaultRequestHeaders.Add("X-Jma-Eyes", "operator");
        program.DefaultRequestHeaders.Add("Cookie", "jma-eyes=operator");

        using var answer = await program.SendAsync(new(path.StartsWith("/hubs", StringComparison.Ordinal) ? HttpMethod.Post : HttpMethod.Get, path + "?eyes=operator"), House.Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("sign-in-required", await answer.Content.ReadAsStringAsync(House.Ct), StringComparison.Ordinal);
    }

    [Theory, InlineData("/health/live"), InlineData("/verify"), InlineData("/sign-in"), InlineData("/openapi/v1.json"), InlineData("/api/v1/verify/7KQ2-M9XA-40PT-RW6E")]
    public async Task What_is_for_everybody_stays_open(string path)
    {
        using var visitor = house.Visitor();

        Assert.NotEqual(HttpStatusCode.Unauthorized, await visitor.Status(path));
        Assert.NotEqual(HttpStatusCode.Redirect, await visitor.Status(path));
    }

    [Fact]
    public async Task A_password_opens_what_its_functions_may_and_the_cookie_is_kept_from_scripts()
    {
        var clerk = await house.Clerk();
        using var visitor = house.Visitor();

        var answer = await visitor.SignIn(clerk.Address, Somebody.FirstPassword, "/members");

        Assert.Equal("/members", answer.Headers.Location!.ToString());
        Assert.Contains("httponly", answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("jma=", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("26-007", await visitor.Text("/members"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await visitor.Status("/api/v1/members"));
        Assert.Equal(HttpStatusCode.Forbidden, await visitor.Status("/api/v1/operations/parked"));
    }

    [Fact]
    public async Task Wrong_address_wrong_password_and_locked_account_are_told_alike()
    {
        var clerk = await house.Clerk();
        using var visitor = house.Visitor();
        List<(HttpStatusCode, string)> said = [];
        for (var i = 0; i < SignInLimits.Failures; i++) said.Add(await Said(visitor, clerk.Address, "wrong password " + i));

        said.Add(await Said(visitor, "nobody@example.org", Wrong));
        said.Add(await Said(visitor, clerk.Address, Somebody.FirstPassword));

        Assert.Single(said.Distinct());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, said[0].Item1);
        Assert.Null(visitor.Session);
    }

    [Fact]
    public async Task A_locked_account_opens_again_after_a_while()
    {
        var clerk = await house.Clerk();
        using var visitor = house.Visitor();
        for (var i = 0; i < SignInLimits.Failures; i++) await visitor.SignIn(clerk.Address, "wrong password");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SignIn(clerk.Address, Somebody.FirstPassword)).StatusCode);

        await using (var scope = house.Services.CreateAsyncScope())
        {
            // The framework's lock ends by its own clock: the end is put into the past.
            var users = scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Account>>();
            var account = (await users.FindByIdAsync(clerk.Account))!;
            Assert.InRange(account.LockoutEnd!.Value - TimeProvider.System.GetUtcNow(), SignInLimits.Locked / 2, SignInLimits.Locked);
            await users.SetLockoutEndDateAsync(account, TimeProvider.System.GetUtcNow().AddMinutes(-1));
        }

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SignIn(clerk.Address, Somebody.FirstPassword)).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_a_copy_of_the_cookie_is_worth_nothing()
    {
        var clerk = await house.Clerk();
        using var visitor = await clerk.SignedIn();
        var copy = visitor.Session!.Value;

        await visitor.Send("/account", "/sign-out");

        Assert.Equal(HttpStatusCode.Redirect, await visitor.Status("/members"));
        using var thief = house.Visitor();
        thief.Cookies.Add(house.Address, new Cookie("jma", copy));
        Assert.Equal(HttpStatusCode.Unauthorized, await thief.Status("/api/v1/members"));
        Assert.Equal(HttpStatusCode.Redirect, await thief.Status("/members"));
    }

    [Fact]
    public async Task A_forged_or_altered_cookie_is_nobody()
    {
        var clerk = await house.Clerk();
        using var visitor = await clerk.SignedIn();
        var real = visitor.Session!.Value;
        foreach (var forged in (string[])["x", real[..^4], real[..20] + "AAAA" + real[24..], Uri.EscapeDataString("operator")])
        {
            using var thief = house.Visitor();
            thief.Cookies.Add(house.Address, new Cookie("jma", forged));
            Assert.Equal(HttpStatusCode.Unauthorized, await thief.Status("/api/v1/members"));
        }
    }

    [Fact]
    public async Task A_session_ends_by_itself()
    {
        var own = new House();
        await own.InitializeAsync();
        try
        {
            var clerk = await own.Clerk();
            using var visitor = await clerk.SignedIn();
            Assert.Equal(HttpStatusCode.OK, await visitor.Status("/api/v1/members"));

            own.Clock.By(JmaActors.Accounts.AccountLimits.SessionLife + TimeSpan.FromMinutes(1));

            Assert.Equal(HttpStatusCode.Unauthorized, await visitor.Status("/api/v1/members"));
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_form_of_another_site_and_a_stale_one_are_refused()
    {
        var clerk = await house.Clerk();
        using var visitor = await clerk.SignedIn();

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Post("/function", ("function", "f1"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Post("/account/sessions/end-others", ("__RequestVerificationToken", "x"))).StatusCode);
        using var stranger = house.Visitor();
        Assert.Equal(HttpStatusCode.BadRequest, (await stranger.Post("/sign-in", ("address", clerk.Address), ("password", Somebody.FirstPassword))).StatusCode);
        Assert.Null(stranger.Session);
    }

    [Fact]
    public async Task A_page_of_another_site_does_not_act_by_the_cookie()
    {
        var clerk = await house.Clerk();
        using var visitor = await clerk.SignedIn();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/tokens") { Content = JsonContent.Create(new { name = "x" }) };
        request.Headers.Add("Origin", "https://evil.example");

        var answer = await visitor.Client.SendAsync(request, House.Ct);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("cross-origin", await answer.Content.ReadAsStringAsync(House.Ct), StringComparison.Ordinal);
    }

    [Theory, InlineData("https://evil.example"), InlineData("//evil.example"), InlineData("/\\evil.example"), InlineData("/\u0001"), InlineData("/a\r\nb"), InlineData("/\t/evil.example")]
    public async Task Nobody_is_led_away_from_this_site(string back)
    {
        var clerk = await house.Clerk();
        using var visitor = house.Visitor();

        Assert.Equal("/", (await visitor.SignIn(clerk.Address, Somebody.FirstPassword, back)).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Whether_there_is_an_account_does_not_show_in_the_time_it_takes()
    {
        var clerk = await house.Clerk();
        using var visitor = house.Visitor();
        await Said(visitor, "nobody@example.org", "warm up");

        // What takes the time is one comparison with a hash; the answers are compared elsewhere.
        Assert.Equal(1, await Hashed(() => Said(visitor, "nobody@example.org", Wrong)));
        Assert.Equal(1, await Hashed(() => Said(visitor, clerk.Address, Wrong)));
    }

    /// <summary>How often that password was hashed.</summary>
    async Task<int> Hashed(Func<Task> act)
    {
        var before = house.Hashes.Of(Wrong);
        await act();
        return house.Hashes.Of(Wrong) - before;
    }

    static async Task<(HttpStatusCode, string)> Said(Visitor visitor, string address, string password)
    {
        var answer = await visitor.SignIn(address, password);
        var html = await answer.Content.ReadAsStringAsync(House.Ct);
        var from = html.IndexOf("role=\"alert\"", StringComparison.Ordinal);
        return (answer.StatusCode, from < 0 ? "" : html[from..html.IndexOf("</div>", from, StringComparison.Ordinal)]);
    }
}
