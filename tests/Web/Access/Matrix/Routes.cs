using JmaActors.Web.Access;
using JmaActors.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;

namespace JmaActors.Tests.Web.Access.Matrix;

/// <summary>Everything that can be asked of the site, read from what is mapped: endpoints, files, pages, and the kinds of topics.</summary>
public static class Routes
{
    /// <summary>What the frameworks bring: circuits, scripts, styles, the hub itself and the page of the API. They hand out nothing of ours.</summary>
    static readonly string[] Frameworks = ["_blazor", "_framework", "_content", "hubs/", "openapi/", "api/{documentName", "api/favicon.svg", "api"];

    public static IReadOnlyList<string> Of(IEnumerable<EndpointDataSource> sources) =>
    [
        .. sources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().SelectMany(Named).Distinct().Order(StringComparer.Ordinal),
        .. Enum.GetValues<TopicKind>().Select(k => $"TOPIC {k}"),
    ];

    /// <summary>Routes there are only with sign-in: whether they are open to anybody, for one's own account, or for who acts in a function.</summary>
    public static IReadOnlyDictionary<string, string> Access(IEnumerable<EndpointDataSource> sources) => sources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .SelectMany(e => Named(e).Select(n => (Name: n, Access: e.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "anybody" : e.Metadata.GetMetadata<OwnAccountAttribute>() is not null ? "own account" : "a function")))
        .GroupBy(e => e.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(e => e.Access).Distinct().Single(), StringComparer.Ordinal);

    static IEnumerable<string> Named(RouteEndpoint endpoint)
    {
        var path = (endpoint.RoutePattern.RawText ?? "").Trim('/');
        var framework = Frameworks.Any(f => f.EndsWith('/') || f.Contains('{') || f.StartsWith('_') ? path.StartsWith(f, StringComparison.Ordinal) : path == f) || path.StartsWith("api/scalar", StringComparison.Ordinal);
        if (framework || path.Contains("{**", StringComparison.Ordinal)) return [];
        if (endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null) return [$"PAGE /{path}"];
        return (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Where(m => m != "HEAD").Select(m => $"{m} /{path}");
    }
}
