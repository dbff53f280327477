using System.Globalization;
using JmaActors.Accounts;
using JmaActors.Ledgers;
using JmaActors.Live;
using JmaActors.Mail;
using JmaActors.Operations;
using JmaActors.Security;
using JmaActors.Storage;
using JmaActors.Telemetry;
using JmaActors.Web;
using JmaActors.Web.Accounts;
using JmaActors.Web.Health;
using JmaActors.Web.Live;
using JmaActors.Webhooks;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Configuration;
using Orleans.Streams;

namespace JmaActors.Composition;

/// <summary>Puts a process together: storage, actors, web, telemetry, as its role asks.</summary>
public static class SiloHost
{
    /// <summary>A caller of an actor waits this long; the journal gives up before.</summary>
    static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(8);

    /// <param name="more">What a test or a benchmark adds before the process is put together.</param>
    public static async Task<WebApplication> Build(SiloSettings settings, CancellationToken ct, Action<IServiceCollection>? more = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(SiloHost).Assembly.GetName().Name });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls([.. settings.Urls]);
        builder.Configuration.AddJsonFile(Path.GetFullPath(Path.Combine(settings.Data, "settings.json")), optional: true).AddEnvironmentVariables();
        builder.Logging.AddFilter("Orleans", LogLevel.Warning).AddFilter("Polly", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        // A form that is not ours is answered, and no event here; that keys lie as the database keeps them is said in docs/configuration.md.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // It says at the lowest level that a request came and went, and makes an activity and a scope of words for each, whether or not anybody reads them.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Host.UseDefaultServiceProvider(o => o.ValidateScopes = false);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(30));

        var node = new NodeName(string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}-{Environment.ProcessId}"), settings.Role);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(node);
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddSingleton<IReadiness>(s => s.GetRequiredService<Readiness>());
        builder.Services.TryAddSingleton(TimeProvider.System);

        var storage = await PatientStart.Ask(c => StorageChoice.Open(settings, c), ct);
        if (!settings.Eyes)
        {
            builder.Services.AddAccountStores(settings);
            builder.Services.AddSingleton<IMailer>(new SmtpMailer(builder.Configuration.GetSection(MailOptions.Section).Get<MailOptions>() ?? new()));
        }

        builder.Services.AddSingleton(new WebhookRules((builder.Configuration.GetSection(WebhookOptions.Section).Get<WebhookOptions>() ?? new()).AllowInside));
        if (settings.HasSilo) builder.UseOrleans(silo => ConfigureSilo(silo, settings, storage));
        else builder.UseOrleansClient(client => storage.ConfigureClient(client, settings.Cluster));
        if (settings.HasWeb)
        {
            builder.Services.AddJmaWeb(WebOptionsOf(settings, node, builder.Configuration));
            builder.Services.AddSingleton<IWatcherCount, FeedWatchers>();
        }
        if (settings.HasSilo) AddSiloWork(builder.Services);
        builder.AddTelemetry(node);
        more?.Invoke(builder.Services);

        var app = builder.Build();
        if (!settings.Eyes) await AccountStores.EnsureTables(app.Services, ct);
        if (settings.HasWeb) app.MapJmaWeb();
        else app.MapHealth();
        return app;
    }

    static WebOptions WebOptionsOf(SiloSettings settings, NodeName node, IConfiguration configuration) => new(settings.Urls, node.Name, settings.Role, settings.Eyes)
    {
        Proxies = (configuration["Jma:Proxies"] ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries),
        Provider = configuration.GetSection(ProviderOptions.Section).Get<ProviderOptions>(),
    };

    /// <summary>Configures the actors on a silo; tests call it for their clusters.</summary>
    public static void ConfigureSilo(ISiloBuilder silo, SiloSettings settings, StorageChoice storage)
    {
        storage.ConfigureSilo(silo, settings.Cluster);
        silo.AddMemoryStreams(ChangeStreams.Provider, streams =>
        {
            streams.ConfigureStreamPubSub(StreamPubSubType.ImplicitOnly);
            streams.ConfigurePartitioning(settings.Postgres is null ? 1 : StreamQueues);
            streams.ConfigurePullingAgent(o => o.Configure(a => a.GetQueueMsgsTimerPeriod = StreamPoll));
        });
        silo.Configure<SiloMessagingOptions>(o => o.ResponseTimeout = ResponseTimeout);
        silo.Configure<ClientMessagingOptions>(o => o.ResponseTimeout = ResponseTimeout);
        silo.Configure<ClusterMembershipOptions>(o =>
        {
            o.ProbeTimeout = TimeSpan.FromSeconds(1);
            o.NumMissedProbesLimit = 2;
            // A silo that joins waits for a dead one it cannot reach until that one's row is stale: after three of these.
            o.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        });
        silo.Configure<GrainCollectionOptions>(o =>
        {
            o.CollectionAge = TimeSpan.FromMinutes(5);
            o.CollectionQuantum = TimeSpan.FromSeconds(30);
        });
        silo.Services.AddLedgers();
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, JournalLifecycle>();
        silo.Services.AddSeeds();
        silo.Services.AddPersonSecurity(settings.Data);
        silo.Services.AddSingleton<IHeadSigner>(_ => HeadSigner.InFolder(settings.Data));
    }

    /// <summary>Queues of the hint streams: few, since each is polled.</summary>
    const int StreamQueues = 2;

    /// <summary>How often a queue is looked into: part of the way of every change to a screen.</summary>
    static readonly TimeSpan StreamPoll = TimeSpan.FromMilliseconds(10);

    static void AddSiloWork(IServiceCollection services)
    {
        services.AddHostedService<OutboxSweep>();
        services.AddHostedService<DailySeal>();
        services.AddHostedService<DailyMemberships>();
        services.AddHostedService<ViewMending>();
        services.AddHostedService<WorkSweep>();
        services.AddHostedService<HoursFollow>();
        services.AddHostedService<EvidenceSweep>();
        services.AddHostedService<AuditRetention>();
        services.AddHostedService<DuplicateSweep>();
        services.AddHostedService<AlertSweep>();
        services.AddSingleton<WebhookCaller>();
        services.AddHostedService<WebhookSender>();
        services.AddHostedService<NodeReporter>();
        services.TryAddSingleton<IWatcherCount, NoWatchers>();
    }

    sealed class FeedWatchers(LiveFeed feed) : IWatcherCount
    {
        public (int Watchers, int Topics) Count() => (feed.Watchers, feed.Topics);
    }

    sealed class NoWatchers : IWatcherCount
    {
        public (int Watchers, int Topics) Count() => (0, 0);
    }
}
