using System.Text.Json.Serialization.Metadata;
using JmaActors.Ledgers;

namespace JmaActors.Rosters;

/// <summary>How an import's events fold.</summary>
public sealed class ImportLedger : LedgerDefinition<ImportState, ImportEvent>
{
    public override string Kind => "import";

    public override bool NumberKey => false;

    public override EventCatalog<ImportEvent> Events { get; } = new EventCatalog<ImportEvent>()
        .Add("import-started", 1, ImportJson.Default.ImportStarted)
        .Add("chunk-imported", 1, ImportJson.Default.ChunkImported)
        .Add("import-finished", 1, ImportJson.Default.ImportFinished)
        .Add("trial-started", 1, ImportJson.Default.TrialStarted)
        .Add("chunk-tried", 1, ImportJson.Default.ChunkTried)
        .Add("trial-finished", 1, ImportJson.Default.TrialFinished);

    public override JsonTypeInfo<ImportState> SnapshotJson => ImportJson.Default.ImportState;

    public override void Evolve(ImportState state, ImportEvent e, in EventMeta meta)
    {
        switch (e)
        {
            case ImportStarted started:
                (state.Started, state.Began) = (started, meta.Recorded);
                break;
            case ChunkImported chunk:
                state.Count(chunk);
                break;
            case ImportFinished:
                state.Ended = meta.Recorded;
                break;
            case TrialStarted trial:
                state.Trial = new ImportState { Started = trial.Terms, Began = meta.Recorded };
                break;
            case ChunkTried tried:
                state.Trial!.Count(tried.Chunk);
                break;
            case TrialFinished:
                state.Trial!.Ended = meta.Recorded;
                break;
        }
    }
}
