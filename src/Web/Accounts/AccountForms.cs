using JmaActors.Pages;
using JmaActors.Pages.Accounts;
using JmaActors.Resources;
using JmaActors.Web.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace JmaActors.Web.Accounts;

/// <summary>What the forms of accounts share: they are read by hand, after it was seen that this site drew them.</summary>
static class AccountForms
{
    const int FormBytes = 64 * 1024;

    /// <summary>A group of pages whose posts must come from a form of this site.</summary>
    public static RouteGroupBuilder Forms(this IEndpointRouteBuilder site, string prefix) => site.MapGroup(prefix).ExcludeFromDescription()
        .WithMetadata(new BodyLimit(FormBytes)).AddEndpointFilter(Genuine);

    public static string Token(this HttpContext http) => http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken!;

    public static string Words(this HttpContext http, string key, params object[] values) => http.RequestServices.GetRequiredService<IStringLocalizer<Texts>>()[key, values];

    /// <summary>A refusal in words.</summary>
    public static string Words(this HttpContext http, Refusal refusal) => http.RequestServices.GetRequiredService<IStringLocalizer<Reasons>>().Words(refusal);

    public static string Words(this HttpContext http, IdentityResult result) => string.Join(' ', result.Errors.Select(e => Known(http, e.Code)).Distinct());

    public static string Field(this IFormCollection form, string name, int longest) =>
        form[name].ToString() is var text && text.Length <= longest && !text.HasControls() ? text : "";

    /// <summary>Where somebody wanted to go.</summary>
    public static string Back(this HttpContext http) => PagesSetup.Back(http.Request.Query["back"]);

    public static RazorComponentResult Show<T>(int status, params (string Name, object? Value)[] parameters)
        where T : Microsoft.AspNetCore.Components.IComponent => new(typeof(T), parameters.ToDictionary(p => p.Name, p => p.Value)) { StatusCode = status };

    static string Known(HttpContext http, string code)
    {
        var text = http.RequestServices.GetRequiredService<IStringLocalizer<Texts>>()[$"Account.Error.{code}"];
        return text.ResourceNotFound ? http.Words("Account.Error.Other") : text.Value;
    }

    static async ValueTask<object?> Genuine(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) || await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http).ConfigureAwait(false)) return await next(call).ConfigureAwait(false);
        return Show<NoticePage>(
            StatusCodes.Status400BadRequest, (nameof(NoticePage.Title), http.Words("Form.Stale.Title")), (nameof(NoticePage.Trouble), http.Words("Form.Stale")), (nameof(NoticePage.Next), http.Request.Path.Value ?? "/"));
    }
}
