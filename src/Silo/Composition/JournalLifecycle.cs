using JmaActors.Journal;
using JmaActors.Ledgers;

namespace JmaActors.Composition;

/// <summary>The journal runs before the first ledger wakes and until the last has gone.</summary>
sealed class JournalLifecycle(GroupJournal journal, Outbox outbox) : ILifecycleParticipant<ISiloLifecycle>
{
    public void Participate(ISiloLifecycle observer) => observer.Subscribe(
        nameof(JournalLifecycle),
        ServiceLifecycleStage.RuntimeStorageServices,
        _ =>
        {
            outbox.Attach(journal);
            journal.Start();
            return Task.CompletedTask;
        },
        _ => journal.Stop());
}
