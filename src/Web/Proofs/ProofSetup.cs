using Microsoft.Extensions.Configuration;

namespace JmaActors.Web.Proofs;

/// <summary>Adds what documents need to the web part.</summary>
public static class ProofSetup
{
    /// <summary>Environment variable or configuration key: where the site is reached from outside, e.g. <c>https://jma.example</c>. Printed on documents.</summary>
    public const string AddressSetting = "JMA_PUBLIC_ADDRESS";

    const string Fallback = "http://localhost:5080";

    public static IServiceCollection AddProofs(this IServiceCollection services, WebOptions options)
    {
        services.AddSingleton(s => new ProofPrinter(Address(s.GetService<IConfiguration>()?[AddressSetting], options.Urls)));
        services.AddSingleton<Documents>();
        return services;
    }

    /// <summary>The setting, or the first address bound to, by its name: browsers and passkeys want <c>localhost</c>.</summary>
    public static string Address(string? setting, IReadOnlyList<string> urls)
    {
        var said = string.IsNullOrWhiteSpace(setting) ? (urls.Count > 0 ? urls[0] : Fallback).Replace("127.0.0.1", "localhost", StringComparison.Ordinal) : setting;
        return said.Trim().TrimEnd('/');
    }
}
