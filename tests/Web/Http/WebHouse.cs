using JmaActors.Credits;
using JmaActors.Directory;
using JmaActors.Enrolments;
using JmaActors.Members;
using JmaActors.Passes;
using JmaActors.Records;
using JmaActors.Rosters;
using JmaActors.Tests.Web.Fakes;
using JmaActors.Training;
using JmaActors.Web;
using JmaActors.Web.Access;
using JmaActors.Web.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JmaActors.Tests.Web.Http;

/// <summary>The web part as it is composed, over actors made by hand.</summary>
public sealed class WebHouse : IAsyncLifetime
{
    public static readonly MemberId Member = new(1_000_000_001);
    public static readonly SessionId Sitting = new("P26-1.1");
    public const string Seminar = "seminar/P26-1.1";

    WebApplication _app = null!;

    internal FakeCredits Credits { get; } = new();

    internal FakeEvidence Evidence { get; } = new();

    internal FakeRecord Record { get; } = new();
    /// <summary>Who begins the works of this house.</summary>
    public const string Clerk = "office:26-003";

    internal FakeMemberSearch Search { get; } = new();

    /// <summary>Works by the format they are begun with.</summary>
    internal Dictionary<string, FakeWork> Works { get; } = new[] { "csv", "shiftJis", "xlsx" }.ToDictionary(f => f, f => new FakeWork(WorkOf(f)));

    static string WorkOf(string format) => Eyes.TryParse(Clerk, out var clerk, out _) ? JmaActors.Works.WorkIds.Of(clerk, $"key-{format}") : "";

    internal FakePasses Passes { get; } = new(Member);

    internal FakeDirectory Directory { get; } = new();

    internal FakeSession Session { get; } = new(Sitting, AssociationId.Prefecture(26));

    internal FakeSeminarBoard Board { get; } = new(Seminar);

    internal FakeRoster Roster { get; } = new("r1");

    internal FakeEnrolment Enrolment { get; } = new(Sitting.Program, AssociationId.Prefecture(26));

    internal FakeEnrolmentList EnrolmentList { get; } = new();
    internal FakeProgram Draft { get; } = new("P26-DRAFT", AssociationId.Local(26, 3), published: false, ApprovalState.Waiting);

    internal FakeProgram Published { get; } = new("P26-OPEN", AssociationId.Local(26, 3), published: true, ApprovalState.Approved);

    internal FakeActors Actors { get; } = new();

    internal FakeErrorLog Errors { get; } = new();

    /// <summary>What a test has the site do besides.</summary>
    internal Action<WebApplication> More { get; init; } = static _ => { };

    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    internal FakeRoster CutRoster { get; } = new("r2");

    public async ValueTask InitializeAsync()
    {
        foreach (var work in Works.Values)
        {
            work.Chunks.Add([["見本 花子", "59.5"], ["=HYPERLINK(1)", "0.0"]]);
            work.Chunks.Add([["＋1", "0.0"], ["𠮷田, \"山\"", "60.0"]]);
        }

        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(Errors);
        builder.Services.AddSingleton<IActors>(Actors
            .Put<ICreditLedgerGrain>(Member.Number, Credits)
            .Put<IMemberGrain>(Member.Number, new FakeMember(Member) { Membership = new Membership(AssociationId.Local(26, 3), MembershipLayers.All, null) })
            .Put<IRecordGrain>(0L, Record)
            .Put<IPassGrain>(Member.Number, Passes)
            .Put<IDirectoryGrain>(0L, Directory)
            .Put<IMemberSearchGrain>(0L, Search)
            .Put<JmaActors.Works.IWorkListGrain>(0L, new FakeWorkList())
            .Put<JmaActors.Works.IWorkGrain>(Works["csv"].Id, Works["csv"])
            .Put<JmaActors.Works.IWorkGrain>(Works["shiftJis"].Id, Works["shiftJis"])
            .Put<JmaActors.Works.IWorkGrain>(Works["xlsx"].Id, Works["xlsx"])
            .Put<JmaActors.Works.IWorkGrain>("00000000000000000000000000", new FakeWork("00000000000000000000000000"))
            .Put<ISessionGrain>(Sitting.Code, Session)
            .Put<ISeminarBoardGrain>(Sitting.Code, Board)
            .Put<IMemberGrain>(1_000_000_009L, new FakeMember(new MemberId(1_000_000_009)) { Nobody = true })
            .Put<ICreditLedgerGrain>(1_000_000_009L, new FakeCredits())
            .Put<IEnrolmentGrain>(Sitting.Program.Code, Enrolment)
            .Put<ITrainingProgramGrain>(Sitting.Program.Code, new FakeProgram(Sitting.Program.Code, AssociationId.Prefecture(26), published: true, ApprovalState.Approved))
            .Put<IEnrolmentListGrain>(0L, EnrolmentList)
            .Put<ITrainingProgramGrain>("P26-DRAFT", Draft)
            .Put<ITrainingProgramGrain>("P26-OPEN", Published)
            .Put<IRosterImportGrain>("r1", Roster)
            .Put<IRosterImportGrain>("r2", CutRoster));
        builder.Services.AddSingleton(Clock);
        builder.Services.AddSingleton<IEvidenceStore>(Evidence);
        builder.Services.AddSingleton<IReadiness, Awake>();
        builder.Services.AddJmaWeb(new WebOptions(["http://127.0.0.1:5080"], "test", "web", Eyes: true));
        _app = builder.Build();
        _app.MapJmaWeb();
        More(_app);
        await _app.StartAsync();
    }

    /// <summary>Everything the site maps, as the table of rights names it.</summary>
    public IReadOnlyList<string> Routes() => Access.Matrix.Routes.Of(((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)_app).DataSources);

    public HttpClient Client() => _app.GetTestClient();

    public HubConnection Hub(string eyes = "operator")
    {
        var server = _app.GetTestServer();
        return new HubConnectionBuilder()
            .WithUrl(new Uri($"{server.BaseAddress}hubs/live?eyes={eyes}"), options => options.HttpMessageHandlerFactory = _ => server.CreateHandler())
            .Build();
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    sealed class Awake : IReadiness
    {
        public Task<ReadinessReport> Check(CancellationToken ct) => Task.FromResult(new ReadinessReport(true, true, false));
    }
}
