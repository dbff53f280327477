using JmaActors.Journal;
using Microsoft.Extensions.Logging;

namespace JmaActors.Ledgers;

/// <summary>What every ledger needs from its silo.</summary>
public sealed record LedgerServices(IJournal Journal, SnapshotStore Snapshots, Outbox Outbox, TimeProvider Time, ILogger<LedgerServices> Log);
