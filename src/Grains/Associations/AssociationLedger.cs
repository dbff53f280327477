using System.Text.Json.Serialization.Metadata;
using JmaActors.Journal;
using JmaActors.Ledgers;

namespace JmaActors.Associations;

/// <summary>How an association's events fold, and what they show.</summary>
public sealed class AssociationLedger : LedgerDefinition<AssociationState, AssociationEvent>
{
    public override string Kind => "association";

    public override bool NumberKey => false;

    public override EventCatalog<AssociationEvent> Events { get; } = new EventCatalog<AssociationEvent>()
        .Add("association-established", 1, AssociationJson.Default.AssociationEstablished)
        .Add("association-changed", 1, AssociationJson.Default.AssociationChanged);

    public override JsonTypeInfo<AssociationState> SnapshotJson => AssociationJson.Default.AssociationState;

    public override IReadOnlyList<ViewTable> Views => AssociationViews.All;

    /// <remarks>Both events say everything about the record, so both fold alike.</remarks>
    public override void Evolve(AssociationState state, AssociationEvent e, in EventMeta meta)
    {
        (state.Established, state.Version) = (true, meta.Version);
        (state.Name, state.Phone, state.Source, state.Demonstration, state.Areas) = (e.Name, e.Phone, e.Source, e.Demonstration, e.Areas);
    }

    public override void Project(string key, AssociationState state, AssociationEvent e, in EventMeta meta, ViewSink views)
    {
        var id = new AssociationId(key);
        views.Put(AssociationViews.Associations, new ViewKey(0, key), new AssociationRow(key, e.Name, e.Phone, (int)id.Layer, id.Parent?.Code, e.Demonstration, meta.Version, e.Areas));
    }

    public override void Touch(string key, AssociationState state, List<Touch> touches) => touches.Add(new Touch(TouchKind.Association, key));
}
