using JmaActors.Live;
using JmaActors.Pages;
using JmaActors.Web.Access;
using JmaActors.Web.Alerts;
using JmaActors.Web.Accounts;
using JmaActors.Web.Associations;
using JmaActors.Web.Audit;
using JmaActors.Web.Bank;
using JmaActors.Web.Benefits;
using JmaActors.Web.Credits;
using JmaActors.Web.Applications;
using JmaActors.Web.Disputes;
using JmaActors.Web.Dues;
using JmaActors.Web.Directory;
using JmaActors.Web.Enrolments;
using JmaActors.Web.Evaluations;
using JmaActors.Web.Feeds;
using JmaActors.Web.Health;
using JmaActors.Web.Http;
using JmaActors.Web.Live;
using JmaActors.Web.Members;
using JmaActors.Web.Merges;
using JmaActors.Web.Offices;
using JmaActors.Web.Operations;
using JmaActors.Web.Passes;
using JmaActors.Web.Programs;
using JmaActors.Web.Proofs;
using JmaActors.Web.Records;
using JmaActors.Web.Rosters;
using JmaActors.Web.Sessions;
using Microsoft.AspNetCore.HttpsPolicy;
using JmaActors.Web.Interviews;
using JmaActors.Web.Webhooks;
using JmaActors.Web.WorkHours;
using JmaActors.Web.Works;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace JmaActors.Web;

/// <summary>Puts the web part into a host that has an Orleans client and registers an <see cref="IReadiness"/>.</summary>
public static class WebSetup
{
    /// <exception cref="ArgumentException">An address is not what this site may be reached under; the message says what to do.</exception>
    public static IServiceCollection AddJmaWeb(this IServiceCollection services, WebOptions options)
    {
        if ((options.Eyes ? LoopbackOnly.Check(options.Urls) : Reachable.Check(options)) is { } error) throw new ArgumentException(error, nameof(options));
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IActors, OrleansActors>();
        services.AddSingleton<BenefitRegistry>();
        services.AddSingleton<Gateway>();
        services.AddSingleton<ImportUpload>();
        services.AddSingleton<EvidenceUpload>();
        services.AddProofs(options);
        services.AddSingleton<AttendeeFile>();
        services.AddSingleton<ExportFile>();
        services.AddSingleton<WebLogUpload>();
        services.AddSingleton<BankUpload>();
        services.AddSingleton<PaperListUpload>();
        services.AddSingleton<LiveFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveFeed>());
        if (options.BehindProxy) services.Configure<ForwardedHeadersOptions>(o => Reachable.Trust(o, options.Proxies));
        services.Configure<HstsOptions>(o => o.MaxAge = WebLimits.HttpsKept);
        if (options.Eyes) services.AddHostedService<LoopbackCheck>();
        else services.AddSignIn(options).AddRates();
        services.TryAddSingleton<IReasonTexts, ReasonTexts>();
        services.AddLocalization();
        services.Configure<KestrelServerOptions>(Limit);
        // Of a value in the query that cannot be read a generated handler says 400 without throwing; Faults writes the problem.
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(o => ApiJson.Shape(o.SerializerOptions));
        services.AddHub();
        services.AddApiDocument();
        services.AddJmaPages();
        return services;
    }

    /// <summary>What the framework's builder reads before it adds its own authentication and authorization in front of everything.</summary>
    static readonly string[] Decided = ["__AuthenticationMiddlewareSet", "__AuthorizationMiddlewareSet"];

    public static WebApplication MapJmaWeb(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<WebOptions>();
        // Who may do what is decided by the gateway and who asks is found once: the framework's own look before every request would find no policy to apply.
        foreach (var set in Decided) ((IApplicationBuilder)app).Properties[set] = true;
        if (options.BehindProxy) app.UseForwardedHeaders();
        if (options.Eyes) app.UseMiddleware<LoopbackOnly>();
        app.Use(static next => http => Whence.Follow(http, next));
        app.UseWhen(static http => !Paths.IsData(http.Request.Path), static pages => pages.UseJmaFaultPages());
        // Here and not before everything: the page for what is not there or failed is found on the way through again.
        app.UseRouting();
        if (options.Secure) app.UseHsts();
        app.UseMiddleware<SecurityHeaders>();
        app.UseWhen(static http => Paths.IsData(http.Request.Path), static data => data.UseMiddleware<Faults>());
        app.UseWhen(static http => !Paths.IsData(http.Request.Path), static pages => pages.UseJmaPages());
        if (!options.Eyes) app.UseSignIn();
        app.UseWhen(static http => !Paths.IsData(http.Request.Path), static pages => pages.UseAntiforgery());

        var api = app.MapGroup(Paths.Api);
        ((IEndpointConventionBuilder)api).Finally(SaidValues.Wanted);
        MemberEndpoints.Map(api);
        MergeEndpoints.Map(api);
        ApplicationEndpoints.Map(api);
        DisputeEndpoints.Map(api);
        DuesEndpoints.Map(api);
        BankEndpoints.Map(api);
        DebitEndpoints.Map(api);
        DuesPaperEndpoints.Map(api);
        DuesPaperEndpoints.MapPages(app);
        DebitEndpoints.MapPages(app);
        DuesBoardEndpoints.Map(api);
        DuesTariffEndpoints.Map(api);
        ErasureEndpoints.Map(api);
        DirectoryEndpoints.Map(api);
        WorkEndpoints.Map(api);
        WorkEndpoints.MapPages(app);
        PassEndpoints.Map(api);
        CreditEndpoints.Map(api);
        EvidenceEndpoints.Map(api);
        BenefitEndpoints.Map(api);
        RecordEndpoints.Map(api);
        ProgramEndpoints.Map(api);
        SessionEndpoints.Map(api);
        DoorEndpoints.Map(api);
        EnrolmentEndpoints.Map(api);
        AttendeeFile.Map(app);
        AssociationEndpoints.Map(api);
        OfficeEndpoints.Map(api);
        RosterEndpoints.Map(api);
        PastCreditEndpoints.Map(api);
        OperationsEndpoints.Map(api);
        CertificateEndpoints.Map(api);
        VerifyEndpoints.Map(api);
        AuditEndpoints.Map(api);
        FunctionEndpoints.Map(api);
        WorkHoursEndpoints.Map(api);
        WorkplaceEndpoints.Map(api);
        InterviewEndpoints.Map(api);
        AttendanceEndpoints.Map(api);
        AlertEndpoints.Map(api);
        HoursBoardEndpoints.Map(api);
        EvaluationEndpoints.Map(api);
        FeedEndpoints.Map(app, api);
        WebhookEndpoints.Map(api);
        if (!options.Eyes) app.MapSignIn(api);
        HealthEndpoints.Map(app);
        app.MapApiDocument();
        app.MapHub<LiveHub>(Paths.Hub, hub =>
        {
            hub.ApplicationMaxBufferSize = LiveLimits.MessageBytes * 2;
            hub.TransportMaxBufferSize = LiveLimits.TransportBuffer;
        });
        if (HasAssets(app.Environment)) app.MapStaticAssets().AllowAnonymous();
        ProofPages.Map(app);
        DesignationPages.Map(app);
        app.MapJmaPages();
        return app;
    }

    /// <summary>A load generator or a test that hosts the site without being built as one has no list of assets, and shows no pages.</summary>
    static bool HasAssets(IHostEnvironment environment) =>
        File.Exists(Path.Combine(AppContext.BaseDirectory, $"{environment.ApplicationName}.staticwebassets.endpoints.json"));

    static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = WebLimits.Body;
        kestrel.Limits.MaxRequestHeadersTotalSize = WebLimits.Headers;
        kestrel.Limits.MaxRequestLineSize = WebLimits.Headers / 2;
        kestrel.Limits.MaxConcurrentConnections = WebLimits.Connections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = WebLimits.Connections;
    }

    static void AddHub(this IServiceCollection services)
    {
        services.AddSingleton<HubLifetimeManager<LiveHub>, LiveConnections>();

        // It writes every refusal down as an error; the hub logs by itself what is none.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogLevel.None));
        services.AddSignalR()
            .AddHubOptions<LiveHub>(hub => hub.MaximumReceiveMessageSize = LiveLimits.MessageBytes)
            .AddJsonProtocol(json => BoardJson.Shape(json.PayloadSerializerOptions));
    }
}
