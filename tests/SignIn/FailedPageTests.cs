using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace JmaActors.Tests.SignIn;

/// <summary>What somebody who has not signed in sees of a page that failed.</summary>
public sealed class FailedPageTests
{
    [Theory, InlineData(null), InlineData("jma=nobody's session")]
    public async Task A_page_that_fails_for_somebody_signed_out_is_said_in_words_and_shows_nobody(string? cookie)
    {
        var house = new House { More = Breaks };
        await house.InitializeAsync();
        try
        {
            using var visitor = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = house.Address };
            if (cookie is not null) visitor.DefaultRequestHeaders.Add("Cookie", cookie);
            using var answer = await visitor.GetAsync("/sign-in", House.Ct);
            var html = await answer.Content.ReadAsStringAsync(House.Ct);

            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            Assert.Contains("うまく表示できませんでした", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
            Assert.Contains("href=\"/\"", html, StringComparison.Ordinal);
            Assert.DoesNotContain("data-function", html, StringComparison.Ordinal);
            Assert.DoesNotContain(nameof(BrokenForms), html, StringComparison.Ordinal);
        }
        finally
        {
            await house.DisposeAsync();
        }
    }

    static void Breaks(IServiceCollection services)
    {
        var whole = services.Last(static s => s.ServiceType == typeof(IAntiforgery));
        services.Replace(ServiceDescriptor.Singleton<IAntiforgery>(sp => new BrokenForms((IAntiforgery)ActivatorUtilities.CreateInstance(sp, whole.ImplementationType!))));
    }

    /// <summary>Cannot make the form of the sign-in page.</summary>
    sealed class BrokenForms(IAntiforgery inner) : IAntiforgery
    {
        public AntiforgeryTokenSet GetAndStoreTokens(HttpContext http) => inner.GetAndStoreTokens(Whole(http));

        public AntiforgeryTokenSet GetTokens(HttpContext http) => inner.GetTokens(Whole(http));

        public Task<bool> IsRequestValidAsync(HttpContext http) => inner.IsRequestValidAsync(http);

        public Task ValidateRequestAsync(HttpContext http) => inner.ValidateRequestAsync(http);

        public void SetCookieTokenAndHeader(HttpContext http) => inner.SetCookieTokenAndHeader(http);

        static HttpContext Whole(HttpContext http) => http.Request.Path == "/sign-in" ? throw new InvalidOperationException(nameof(BrokenForms)) : http;
    }
}
