using System.Net;
using JmaActors.Accounts;
using JmaActors.Composition;
using JmaActors.Members;
using JmaActors.Web.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans;

[assembly: AssemblyFixture(typeof(JmaActors.Tests.SignIn.House))]

namespace JmaActors.Tests.SignIn;

/// <summary>The whole site in this process, on SQLite, with sign-in; its clock can be put forward.</summary>
public sealed class House : IAsyncLifetime
{
    /// <summary>So many that nobody but the test of the limit meets it.</summary>
    const int Forms = 100_000;

    readonly string folder = System.IO.Directory.CreateTempSubdirectory("jma-sign-in-").FullName;
    WebApplication app = null!;
    int people;

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>What a test has the site do otherwise.</summary>
    public Func<SiloSettings, SiloSettings> Set { get; init; } = s => s;

    public Action<IServiceCollection> More { get; init; } = _ => { };

    public PutForward Clock { get; } = new();

    public Hashes Hashes { get; } = new();

    public Uri Address { get; private set; } = null!;

    public string Folder => folder;

    public IServiceProvider Services => app.Services;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public async ValueTask InitializeAsync()
    {
        app = await SiloHost.Build(Set(new SiloSettings { Data = folder, Empty = true, Urls = ["http://127.0.0.1:0"] }), Ct, services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
            services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1_000);
            services.AddSingleton(Hashes);
            services.AddScoped<IPasswordHasher<Account>, CountedHasher>();
            services.Configure<SignInRateOptions>(o => o.FormsPerMinute = Forms);
            More(services);
        });
        await app.StartAsync(Ct);
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    /// <summary>Somebody new with a password and functions.</summary>
    public async Task<Somebody> Somebody(params GrantFunction[] functions)
    {
        var n = Interlocked.Increment(ref people);
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = new Account { UserName = $"somebody{n}@example.org", Email = $"somebody{n}@example.org", EmailConfirmed = true, Name = $"Somebody {n}" };
        var made = await users.CreateAsync(account, JmaActors.Tests.SignIn.Somebody.FirstPassword);
        Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(e => e.Code)));
        foreach (var function in functions) Assert.True((await Ledger(account.Id).Grant(function, Ct)).Accepted);
        return new Somebody(this, account.Id, account.UserName);
    }

    public Task<Somebody> Clerk(string office = "26-007") => Somebody(Function(CallerRole.Office, office, OfficeDuties.Clerk));

    public static GrantFunction Function(CallerRole role, string scope, OfficeDuties duties = OfficeDuties.All, string key = "f1") =>
        new(key, role, scope, duties, new DateOnly(2020, 4, 1), null, "test", Caller.System);

    public IAccountGrain Ledger(string account) => Grains.GetGrain<IAccountGrain>(account);

    /// <summary>A member of a local association who is on record.</summary>
    public async Task<MemberId> Member(string local = "26-007")
    {
        var numbers = Grains.GetGrain<IMemberNumberGrain>(0);
        var id = new MemberId((await numbers.Allocate(1, Caller.System, Ct)).Value);
        var command = new RegisterMember(
            new Person("見本 花子", "ミホン ハナコ", new DateOnly(1980, 5, 17), null, new DateOnly(2006, 4, 10)), null, new Membership(new AssociationId(local), MembershipLayers.All, MemberCategory.A1), true,
            new DateOnly(2026, 4, 1), Caller.System);
        Assert.True((await Grains.GetGrain<IMemberGrain>(id.Number).Register(command, Ct)).Accepted);
        return id;
    }

    /// <summary>A browser of its own.</summary>
    public Visitor Visitor() => new(Address);

    /// <summary>A program of its own, with a token or with none.</summary>
    public HttpClient Program(string? token)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Address };
        if (token is not null) client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    /// <summary>Has a token issued as the account's page would.</summary>
    public async Task<string> Token(Somebody person, string function = "f1", int days = 1)
    {
        var (token, text) = BearerToken.New(person.Account);
        var answer = await Ledger(person.Account).Issue(new IssueToken(token.Id, "test", token.Hash, function, Clock.GetUtcNow().AddDays(days), AccountSubject.Person(person.Account)), Ct);
        Assert.True(answer.Accepted, answer.Refusal?.Reason);
        return text;
    }

    /// <summary>Asks until it is so: what takes effect within seconds.</summary>
    /// <param name="within">Nine seconds when left out: less than what is known is believed for, so that it was the word of the change.</param>
    public static async Task Becomes(string what, Func<Task<bool>> so, TimeSpan? within = null)
    {
        var most = within ?? Within;
        var until = TimeProvider.System.GetTimestamp();
        while (!await so())
        {
            if (TimeProvider.System.GetElapsedTime(until) > most) Assert.Fail($"Not within {most}: {what}.");
            await Task.Delay(50, Ct);
        }
    }

    static readonly TimeSpan Within = TimeSpan.FromSeconds(9);
}

/// <summary>The real time and a little more.</summary>
public sealed class PutForward : TimeProvider
{
    long ticks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref ticks));

    public void By(TimeSpan more) => Interlocked.Add(ref ticks, more.Ticks);
}

/// <summary>Somebody with an account.</summary>
public sealed record Somebody(House House, string Account, string Address)
{
    public const string FirstPassword = "correct horse battery";

    /// <summary>A browser in which this person has signed in.</summary>
    public async Task<Visitor> SignedIn(string password = FirstPassword)
    {
        var visitor = House.Visitor();
        var answer = await visitor.SignIn(Address, password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return visitor;
    }
}
