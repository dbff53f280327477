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
        .Add("import-finished", 1, ImportJson.Default.ImportFinished);

    public override JsonTypeInfo<ImportState> SnapshotJson => ImportJson.Default.ImportState;

    public override void Evolve(ImportState state, ImportEvent e, in EventMeta meta)
    {
        switch (e)
        {
            case ImportStarted started:
                (state.Started, state.Began) = (started, meta.Recorded);
                break;
            case ChunkImported chunk:
                state.Chunks.Add(chunk.Index);
                if (chunk.Digest is not null) state.Digests[chunk.Index] = chunk.Digest;
                state.Created += chunk.Created;
                state.Updated += chunk.Updated;
                state.Unchanged += chunk.Unchanged;
                state.Failed += chunk.Failed;
                state.Errors.AddRange(chunk.Errors);
                break;
            case ImportFinished:
                state.Ended = meta.Recorded;
                break;
        }
    }
}
