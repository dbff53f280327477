using JmaActors.Accounts;
using JmaActors.Members;
using JmaActors.Operations;
using JmaActors.Security;

namespace JmaActors.Composition;

/// <summary>Runs a process from start to stop.</summary>
public static class SiloRun
{
    /// <summary>Attempts at loading the demonstration while the journal or an actor is away; each goes on where the last one stopped.</summary>
    const int SeedAttempts = 5;

    static readonly TimeSpan SeedPause = TimeSpan.FromSeconds(1);

    public static async Task<int> Run(SiloSettings settings)
    {
        await using var app = await SiloHost.Build(settings, CancellationToken.None);
        if (settings.HasSilo && !await KeyFits(app.Services, app.Lifetime.ApplicationStopping))
        {
            // Before anything begins: under another key nobody could be read, and whoever is registered could be read by nobody else.
            await Console.Error.WriteLineAsync(
                $"The people in this database are sealed under another master key than this process has. Give it the same {PersonMasterKey.Setting}, or the same keys/person-master.key in its data folder ({settings.Data}).");
            return 1;
        }
        await app.StartAsync();
        var readiness = app.Services.GetRequiredService<Readiness>();
        readiness.Started();
        if (settings.Verify) return await Verify(app);

        Console.WriteLine(Welcome(settings));
        if (settings.HasSilo)
        {
            _ = Populate(app, settings, readiness);
        }
        else
        {
            readiness.Loaded();
        }
        await app.WaitForShutdownAsync();
        return readiness.PopulationLoaded.IsFaulted ? 1 : 0;
    }

    static async Task<bool> KeyFits(IServiceProvider services, CancellationToken ct) =>
        await PatientStart.Ask(c => services.GetRequiredService<IMemberDirectory>().AnyPersonKey(c), ct) is not { } wrapped || services.GetRequiredService<IPersonCipher>().Unwraps(wrapped);

    static async Task Populate(WebApplication app, SiloSettings settings, Readiness readiness)
    {
        var log = app.Services.GetRequiredService<ILogger<DemonstrationSeeder>>();
        try
        {
            if (!settings.Empty) await Seed(app, log);
            if (!settings.Eyes) Console.WriteLine(await ActivatorUtilities.CreateInstance<FirstAccounts>(app.Services).Ensure(app.Lifetime.ApplicationStopping));
            readiness.Loaded();
            Console.WriteLine($"Ready. {Address(settings)}/");
            if (settings is { Live: true, Empty: false })
            {
                await Task.WhenAll(
                    ActivatorUtilities.CreateInstance<LiveDay>(app.Services).Run(app.Lifetime.ApplicationStopping),
                    ActivatorUtilities.CreateInstance<LiveDuty>(app.Services).Run(app.Lifetime.ApplicationStopping),
                    ActivatorUtilities.CreateInstance<LiveDues>(app.Services).Run(app.Lifetime.ApplicationStopping));
            }
        }
        catch (OperationCanceledException)
        {
            // The process stops; what is unfinished goes on at the next start.
        }
        catch (Exception e)
        {
            SiloLog.SeedFailed(log, e);
            readiness.Failed(e);
            app.Lifetime.StopApplication();
        }
    }

    static async Task Seed(WebApplication app, ILogger log)
    {
        var (seeder, hours, books) = (ActivatorUtilities.CreateInstance<DemonstrationSeeder>(app.Services), ActivatorUtilities.CreateInstance<DemonstrationHours>(app.Services), ActivatorUtilities.CreateInstance<DemonstrationBooks>(app.Services));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await seeder.Run(app.Lifetime.ApplicationStopping);
                await hours.Run(app.Lifetime.ApplicationStopping);
                await books.Run(app.Lifetime.ApplicationStopping);
                return;
            }
            catch (Exception e) when (e is TryAgainException or TimeoutException && attempt < SeedAttempts)
            {
                SiloLog.SeedAgain(log, e, attempt);
            }
            await Task.Delay(SeedPause, app.Services.GetRequiredService<TimeProvider>(), app.Lifetime.ApplicationStopping);
        }
    }

    static async Task<int> Verify(WebApplication app)
    {
        var operations = app.Services.GetRequiredService<IClusterClient>().GetGrain<IOperationsGrain>(0);
        var (ledgers, events, faults, after) = (0L, 0L, 0, (string?)null);
        do
        {
            var report = await operations.Verify(null, after, Caller.System, CancellationToken.None);
            ledgers += report.Ledgers;
            events += report.Events;
            faults += report.Faults.Count;
            foreach (var fault in report.Faults) Console.WriteLine($"FAULT {fault.Ledger} at {fault.Version}: {fault.Fault}");
            after = report.Next;
        }
        while (after is not null);
        Console.WriteLine($"verified {ledgers} ledgers, {events} events, {faults} faults");
        await app.StopAsync();
        return faults == 0 ? 0 : 1;
    }

    static string Address(SiloSettings settings) => settings.Urls[0].Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    static string Welcome(SiloSettings settings) => !settings.HasWeb
        ? $"JmaActors silo runs; health at {Address(settings)}/health/ready"
        : $"""

          JmaActors   {Address(settings)}

            members and benefits    {Address(settings)}/members
            seminars                {Address(settings)}/programs
            associations            {Address(settings)}/associations/JMA
            duty board              {Address(settings)}/workplaces/{JmaActors.Demonstration.DemonstrationWorkplace.First.Id}
            working hours           {Address(settings)}/work-hours/JMA
            operations              {Address(settings)}/operations
            API                     {Address(settings)}/api      (OpenAPI: /openapi/v1.json)

            {(settings.Eyes ? "Without sign-in (--eyes) the site answers this machine only." : $"Sign in at {Address(settings)}/sign-in.")} Ctrl-C stops it cleanly.

          """;
}
