using JmaActors.Composition;

namespace JmaActors.Benchmarks;

/// <summary>The real silo in this process, as <c>--role silo</c> composes it, plus the stock grain's storage.</summary>
sealed class BenchSilo : IAsyncDisposable
{
    readonly WebApplication app;
    readonly string data;

    BenchSilo(WebApplication app, string data) => (this.app, this.data) = (app, data);

    public IServiceProvider Services => app.Services;

    /// <summary>Where its site listens.</summary>
    public int Port => new Uri(app.Urls.First()).Port;

    public IClusterClient Client => app.Services.GetRequiredService<IClusterClient>();

    /// <param name="connection">Null for SQLite, which needs a process that is a site as well.</param>
    /// <param name="site">Whether the process is a site as well.</param>
    /// <param name="signIn">Whether one has to sign in there, or show a token.</param>
    public static async Task<BenchSilo> Start(string? connection, bool site = false, bool signIn = false)
    {
        var data = System.IO.Directory.CreateTempSubdirectory("jma-bench-").FullName;
        var settings = new SiloSettings { Postgres = connection, Role = connection is null || site ? "all" : "silo", Data = data, Empty = true, Eyes = !signIn, Urls = ["http://127.0.0.1:0"] };
        var app = await SiloHost.Build(settings, CancellationToken.None, services => services.AddSingleton<Credits.StockTotals>());
        await app.StartAsync();
        var readiness = app.Services.GetRequiredService<Readiness>();
        readiness.Started();
        readiness.Loaded();
        return new BenchSilo(app, data);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        System.IO.Directory.Delete(data, recursive: true);
    }
}
