using System.Globalization;
using JmaActors.Web;
using JmaActors.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace JmaActors.Pages;

/// <summary>Adds the pages to a web host: components, languages, the switches that are kept in cookies.</summary>
public static class PagesSetup
{
    /// <summary>Bytes of one message of a page to its circuit. The largest hands over the picture the page was prepared with: 1,000 associations.</summary>
    const int CircuitMessageBytes = 1024 * 1024;

    /// <summary>Languages of the site; the first is the default.</summary>
    static readonly string[] Languages = ["ja", "en"];

    public static IServiceCollection AddJmaPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents()
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = CircuitMessageBytes);
        services.AddLocalization();
        services.AddScoped<Acting>();
        services.AddMudServices(options =>
        {
            options.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter;
            options.SnackbarConfiguration.MaxDisplayedSnackbars = 3;
        });
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Languages[0]).AddSupportedCultures(Languages).AddSupportedUICultures(Languages);
            options.RequestCultureProviders = [new QueryStringRequestCultureProvider(), new CookieRequestCultureProvider()];
        });
        return services;
    }

    /// <summary>Pages for what is not there or failed, for who looks. First, so that the page is found and drawn like any other.</summary>
    public static IApplicationBuilder UseJmaFaultPages(this IApplicationBuilder app) => app
        .UseExceptionHandler("/failed", createScopeForErrors: true)
        .UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true)
        .Use(static (http, next) =>
        {
            // A page takes no posts: drawn for one, it would answer that the form is forged.
            if (!HttpMethods.IsGet(http.Request.Method) && http.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
            return next(http);
        });

    /// <summary>The language of the request. Before endpoints.</summary>
    public static IApplicationBuilder UseJmaPages(this IApplicationBuilder app) => app.UseRequestLocalization();

    public static IEndpointRouteBuilder MapJmaPages(this IEndpointRouteBuilder endpoints)
    {
        var show = endpoints.MapGroup("/show").ExcludeFromDescription().AllowAnonymous();
        show.MapGet("/language", (string to, string? back, HttpContext context) => Keep(
            context, CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(Languages.Contains(to) ? to : Languages[0])), back));
        if (endpoints.ServiceProvider.GetRequiredService<WebOptions>().Eyes) show.MapGet("/eyes", (string to, string? back, HttpContext context) =>
            Keep(context, Eyes.Cookie, Eyes.TryParse(to, out var caller, out _) ? Eyes.Of(caller) : "operator", back));
        endpoints.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return endpoints;
    }

    static IResult Keep(HttpContext context, string cookie, string value, string? back)
    {
        context.Response.Cookies.Append(cookie, value, new CookieOptions
        {
            Path = "/", MaxAge = PageCookies.Kept, SameSite = SameSiteMode.Lax, IsEssential = true,
        });
        return Results.LocalRedirect(Back(back));
    }

    /// <summary>Where somebody came from, when it is a path of this site: two slashes would lead elsewhere, and no header takes control characters. The first page otherwise.</summary>
    public static string Back(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("/\\", StringComparison.Ordinal) && !path.HasControls() ? path : "/";
}
