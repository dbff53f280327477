using System.Globalization;
using JmaActors.Benchmarks.Credits;
using Npgsql;

namespace JmaActors.Benchmarks.Http;

/// <summary>The hand-written CRUD behind a minimal API like the engine's. <c>crud-server PORT CONNECTION</c>.</summary>
static class CrudServer
{
    public static async Task<int> Run(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{int.Parse(args[0], CultureInfo.InvariantCulture)}");
        var source = Database.Tuned(args[1], 64);
        await CrudTables.Create(source);
        await using var app = builder.Build();
        app.MapGet("/health/ready", () => "ready");
        app.MapPost("/crud/members/{id:long}/credits", async (long id, CrudRequest request) =>
        {
            await CrudTables.Transaction(source, id, Number(request.Key));
            return new CrudAnswer(request.Key, request.Units);
        });
        app.MapPost("/crud-batch/members/{id:long}/credits", async (long id, CrudRequest request) =>
        {
            await CrudTables.RoundTrip(source, id, Number(request.Key));
            return new CrudAnswer(request.Key, request.Units);
        });
        await app.RunAsync();
        return 0;
    }

    static long Number(string key) => long.Parse(key.AsSpan(key.IndexOf('/', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);

    sealed record CrudRequest(string Key, string Method, int Code, decimal Units, DateOnly Date, string Title, bool Post);

    sealed record CrudAnswer(string Key, decimal Units);
}
