using JmaActors.Members;
using JmaActors.Proofs;
using JmaActors.Tests.Web.Fakes;
using JmaActors.Training;
using JmaActors.Web;
using JmaActors.Web.Access;
using JmaActors.Web.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JmaActors.Tests.Web.Proofs;

/// <summary>The web part over one member, one session and one certificate.</summary>
public sealed class ProofHouse : IAsyncDisposable
{
    readonly WebApplication app;

    ProofHouse(WebApplication app) => this.app = app;

    internal FakeCertificates Certificates { get; private init; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public static async Task<ProofHouse> Open()
    {
        var certificates = new FakeCertificates();
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IActors>(new FakeActors()
            .Put<ICertificateDeskGrain>(0L, certificates)
            .Put<ICertificateGrain>(FakeCertificates.Code.Text, certificates)
            .Put<IMemberGrain>(Papers.Holder.Member.Number, new FakeMember(Papers.Holder.Member) { Membership = new Membership(AssociationId.Local(26, 3), MembershipLayers.All, null) })
            .Put<ISessionGrain>("P26-1.1", new FakeSession(new SessionId("P26-1.1"), AssociationId.Prefecture(26))));
        builder.Services.AddSingleton<IReadiness, Awake>();
        builder.Services.AddSingleton<JmaActors.Credits.IEvidenceStore>(new FakeEvidence());
        builder.Services.AddJmaWeb(new WebOptions(["http://127.0.0.1:5080"], "test", "web", Eyes: true));
        var app = builder.Build();
        app.MapJmaWeb();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ProofHouse(app) { Certificates = certificates, Client = app.GetTestClient() };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    sealed class Awake : IReadiness
    {
        public Task<ReadinessReport> Check(CancellationToken ct) => Task.FromResult(new ReadinessReport(true, true, false));
    }
}
