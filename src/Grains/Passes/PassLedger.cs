using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using JmaActors.Journal;
using JmaActors.Ledgers;

namespace JmaActors.Passes;

/// <summary>How a pass ledger's events fold, and what doors see of them.</summary>
public sealed class PassLedger : LedgerDefinition<PassState, PassEvent>
{
    public override string Kind => "pass";

    public override bool NumberKey => true;

    public override EventCatalog<PassEvent> Events { get; } = new EventCatalog<PassEvent>()
        .Add("passes-revoked", 1, PassJson.Default.PassesRevoked);

    public override JsonTypeInfo<PassState> SnapshotJson => PassJson.Default.PassState;

    public override IReadOnlyList<ViewTable> Views => PassViews.All;

    public override void Evolve(PassState state, PassEvent e, in EventMeta meta)
    {
        state.Version = meta.Version;
        if (e is PassesRevoked revoked) (state.Revocations ??= []).Add(new Revocation(revoked.Key, meta.Recorded));
    }

    public override void Project(string key, PassState state, PassEvent e, in EventMeta meta, ViewSink views)
    {
        var number = long.Parse(key, CultureInfo.InvariantCulture);
        views.Put(PassViews.Passes, new ViewKey(number), new PassRow(number, state.Generation, meta.Recorded));
    }
}
