using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace JmaActors.Tests.SignIn;

/// <summary>A page that failed, with sign-in on.</summary>
public sealed class FailedPageTests
{
    [Theory, InlineData(null), InlineData("jma=nobodys-session")]
    public async Task A_page_that_fails_is_said_in_words_and_shows_nobody(string? cookie)
    {
        var house = new House { More = services => Breaks(services, () => true) };
        await house.InitializeAsync();
        try
        {
            using var visitor = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = house.Address };
            if (cookie is not null) visitor.DefaultRequestHeaders.Add("Cookie", cookie);
            using var answer = await visitor.GetAsync("/sign-in", House.Ct);
            var html = await answer.Content.ReadAsStringAsync(House.Ct);

            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            Assert.Contains("うまく表示できませんでした", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
            Assert.Contains("<a class=\"btn go\" href=\"/\">", html, StringComparison.Ordinal);
            Assert.DoesNotContain("data-function", html, StringComparison.Ordinal);
            Assert.DoesNotContain(nameof(BrokenForms), html, StringComparison.Ordinal);
        }
        finally
        {
            await house.DisposeAsync();
        }
    }

    [Fact]
    public async Task Whoever_signed_in_is_not_shown_on_it_either()
    {
        var broken = false;
        var house = new House { More = services => Breaks(services, () => broken) };
        await house.InitializeAsync();
        try
        {
            using var clerk = await (await house.Clerk()).SignedIn();
            broken = true;
            using var answer = await clerk.Client.GetAsync("/sign-in", House.Ct);
            var html = await answer.Content.ReadAsStringAsync(House.Ct);

            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            Assert.DoesNotContain("data-function", html, StringComparison.Ordinal);
        }
        finally
        {
            await house.DisposeAsync();
        }
    }

    static void Breaks(IServiceCollection services, Func<bool> broken)
    {
        var whole = services.Last(static s => s.ServiceType == typeof(IAntiforgery));
        services.Replace(ServiceDescriptor.Singleton<IAntiforgery>(sp => new BrokenForms((IAntiforgery)ActivatorUtilities.CreateInstance(sp, whole.ImplementationType!), broken)));
    }

    /// <summary>Cannot make the form of the sign-in page.</summary>
    sealed class BrokenForms(IAntiforgery inner, Func<bool> broken) : IAntiforgery
    {
        public AntiforgeryTokenSet GetAndStoreTokens(HttpContext http) => inner.GetAndStoreTokens(Whole(http));

        public AntiforgeryTokenSet GetTokens(HttpContext http) => inner.GetTokens(Whole(http));

        public Task<bool> IsRequestValidAsync(HttpContext http) => inner.IsRequestValidAsync(http);

        public Task ValidateRequestAsync(HttpContext http) => inner.ValidateRequestAsync(http);

        public void SetCookieTokenAndHeader(HttpContext http) => inner.SetCookieTokenAndHeader(http);

        HttpContext Whole(HttpContext http) => broken() && http.Request.Path == "/sign-in" ? throw new InvalidOperationException(nameof(BrokenForms)) : http;
    }
}
