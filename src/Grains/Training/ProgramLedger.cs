using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Policies;

namespace JmaActors.Training;

/// <summary>The kind <c>program</c>: a training program and its timeline, keyed by program code.</summary>
public sealed class ProgramLedger(PolicyBook book) : LedgerDefinition<ProgramState, ProgramEvent>
{
    /// <summary>Name of the kind.</summary>
    public const string Name = "program";

    static readonly EventCatalog<ProgramEvent> Catalog = new EventCatalog<ProgramEvent>()
        .Add("program-created", 1, ProgramJson.Default.ProgramCreated)
        .Add("timeline-set", 1, ProgramJson.Default.TimelineSet)
        .Add("program-opened", 1, ProgramJson.Default.ProgramOpened)
        .Add("session-progressed", 1, ProgramJson.Default.SessionProgressed);

    public override string Kind => Name;

    public override bool NumberKey => false;

    public override EventCatalog<ProgramEvent> Events => Catalog;

    public override JsonTypeInfo<ProgramState> SnapshotJson => ProgramJson.Default.ProgramState;

    public override IReadOnlyList<ViewTable> Views { get; } = [TrainingViews.Programs];

    internal ProgramDecider Decider { get; } = new(book);

    public override void Evolve(ProgramState state, ProgramEvent e, in EventMeta meta)
    {
        switch (e)
        {
            case ProgramCreated c:
                (state.Created, state.Host, state.Title, state.Place, state.WholeTalk) = (true, c.Host, c.Title, c.Place, c.WholeTalk);
                (state.DoorsOpen, state.DoorsClose, state.Talks) = (c.DoorsOpen, c.DoorsClose, c.Talks);
                break;
            case TimelineSet t:
                (state.DoorsOpen, state.DoorsClose, state.Talks) = (t.DoorsOpen, t.DoorsClose, t.Talks);
                break;
            case ProgramOpened:
                state.Status = SessionStatus.Open;
                break;
            case SessionProgressed p:
                state.Status = p.Status;
                break;
            default:
                throw new InvalidOperationException($"{e.GetType().Name} is no event of a program.");
        }
    }

    public override void Project(string key, ProgramState state, ProgramEvent e, in EventMeta meta, ViewSink views) =>
        views.Put(TrainingViews.Programs, new ViewKey(0, key), new ProgramRow(
            key, ProgramState.SessionOf(new ProgramId(key)).Code, state.Host, state.Title, state.Place,
            state.Talks.Min(t => t.Start), state.Talks.Max(t => t.End), (int)state.Status, meta.Version));

    public override void Tell(string key, ProgramState state, ProgramEvent e, in EventMeta meta, ParcelSink parcels)
    {
        if (e is not ProgramOpened opened) return;
        parcels.Send(LedgerNames.Name(SessionLedger.Name, opened.Session), SessionPlan.Parcel, Plan(opened, state), ProgramJson.Default.SessionPlan);
    }

    public override Decision<ProgramEvent> Accept(ProgramState state, Parcel parcel, in Deciding deciding)
    {
        if (parcel.Type != SessionProgress.Parcel) return base.Accept(state, parcel, deciding);
        var word = JsonSerializer.Deserialize(parcel.Body, ProgramJson.Default.SessionProgress);
        return word is null ? Decision<ProgramEvent>.Refuse("unreadable-parcel", "", parcel.Type) : ProgramDecider.Progressed(state, word);
    }

    static SessionPlan Plan(ProgramOpened opened, ProgramState state) => new(
        new SessionId(opened.Session), new AssociationId(state.Host), state.Title, state.Place, state.WholeTalk, state.DoorsOpen, state.DoorsClose, state.Talks);
}
