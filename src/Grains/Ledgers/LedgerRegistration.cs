using System.Reflection;
using JmaActors.Applications;
using JmaActors.Associations;
using JmaActors.Dues;
using JmaActors.Journal;
using JmaActors.Live;
using JmaActors.Members;
using JmaActors.Operations;
using JmaActors.Proofs;
using JmaActors.Records;
using JmaActors.WorkHours;
using JmaActors.Webhooks;
using JmaActors.Works;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace JmaActors.Ledgers;

/// <summary>Registers the machinery of the ledgers and every ledger kind of this assembly.</summary>
public static class LedgerRegistration
{
    public static IServiceCollection AddLedgers(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new JournalLimits());
        services.TryAddSingleton(new OutboxLimits());
        services.TryAddSingleton(new FeedLimits());
        services.TryAddSingleton(new WorkLimits());
        services.TryAddSingleton(new LateHoursLimits());
        services.TryAddSingleton(new DuesRunLimits());
        services.TryAddSingleton<LateHours>();
        services.TryAddSingleton<LateHoursWork>();
        services.TryAddSingleton(new WebhookRules());
        services.TryAddSingleton<IErasedAccounts, NoErasedAccounts>();
        foreach (var type in Kinds(typeof(LedgerRegistration).Assembly))
        {
            services.AddSingleton(type);
            services.AddSingleton(s => (ILedgerKind)s.GetRequiredService(type));
        }
        services.AddSingleton<LedgerNames>();
        services.AddSingleton<SnapshotStore>();
        services.AddSingleton<LedgerServices>();
        services.AddSingleton<JournalMetrics>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<ICommitListener>(s => s.GetRequiredService<Outbox>());
        services.AddSingleton<ICommitListener>(s => s.GetRequiredService<ChangeFeed>());
        services.AddHostedService(s => s.GetRequiredService<ChangeFeed>());
        services.AddSingleton<DutyChanges>();
        services.AddSingleton<DutyFeed>();
        services.AddSingleton<ICommitListener>(s => s.GetRequiredService<DutyFeed>());
        services.AddHostedService(s => s.GetRequiredService<DutyFeed>());
        services.AddSingleton<GroupJournal>();
        services.AddSingleton<IJournal>(s => s.GetRequiredService<GroupJournal>());
        services.AddSingleton<HeadSealer>();
        services.AddSingleton<AssociationNames>();
        services.AddSingleton<LocalTallies>();
        services.AddSingleton<CertificateSources>();
        services.AddRecords();
        services.AddSingleton<DuesRecords>();
        services.AddSingleton<DebitSeal>();
        services.AddSingleton<DuesFollowing>();
        services.AddSingleton<DuesReminding>();
        services.AddSingleton<ApplicationRecords>();
        services.AddSingleton<ApplicationFollowing>();
        services.AddSingleton<ErasureSteps>();
        services.AddSingleton<WorkGathering>();
        services.AddSingleton<WorkActions>();
        return services;
    }

    /// <summary>Every ledger definition of an assembly.</summary>
    public static IEnumerable<Type> Kinds(Assembly assembly) =>
        assembly.GetTypes().Where(t => t is { IsAbstract: false, IsClass: true } && typeof(ILedgerKind).IsAssignableFrom(t));
}
