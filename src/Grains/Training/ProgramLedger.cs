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
        .Add("program-changed", 1, ProgramJson.Default.ProgramChanged)
        .Add("program-applied", 1, ProgramJson.Default.ProgramApplied)
        .Add("program-decided", 1, ProgramJson.Default.ProgramDecided)
        .Add("application-withdrawn", 1, ProgramJson.Default.ApplicationWithdrawn)
        .Add("program-published", 1, ProgramJson.Default.ProgramPublished)
        .Add("program-cancelled", 1, ProgramJson.Default.ProgramCancelled)
        .Add("program-opened", 1, ProgramJson.Default.ProgramOpened)
        .Add("session-progressed", 1, ProgramJson.Default.SessionProgressed);

    public override string Kind => Name;

    public override bool NumberKey => false;

    public override EventCatalog<ProgramEvent> Events => Catalog;

    public override JsonTypeInfo<ProgramState> SnapshotJson => ProgramJson.Default.ProgramState;

    public override IReadOnlyList<ViewTable> Views { get; } = [TrainingViews.Programs];

    /// <summary>2: content and approvals.</summary>
    public override int SnapshotSchema => 2;

    internal PolicyBook Book => book;

    internal ProgramDecider Decider { get; } = new(book);

    internal ApprovalDecider Approvals { get; } = new(book);

    public override void Evolve(ProgramState state, ProgramEvent e, in EventMeta meta)
    {
        switch (e)
        {
            case ProgramCreated c:
                (state.Created, state.Host, state.CopiedFrom) = (true, c.Host, c.CopiedFrom);
                Set(state, new ProgramContent(c.Title, c.Place, c.WholeTalk, c.DoorsOpen, c.DoorsClose, c.Talks, c.Terms, c.Organizer, c.Delivery), meta);
                break;
            case TimelineSet t:
                Set(state, state.Content with { DoorsOpen = t.DoorsOpen, DoorsClose = t.DoorsClose, Talks = t.Talks }, meta);
                break;
            case ProgramChanged c:
                Set(state, c.Content, meta);
                foreach (var again in c.Again) Ask(state, again, again.Late ?? state.Find(again.Scheme)?.Late ?? false);
                break;
            case ProgramApplied a:
                foreach (var asked in a.Schemes) Ask(state, asked, asked.Late ?? a.Late);
                break;
            case ProgramDecided d:
                Decided(state, d, meta);
                break;
            case ApplicationWithdrawn:
                state.Approvals = [];
                break;
            case ProgramPublished:
                state.Published = true;
                break;
            case ProgramCancelled c:
                state.Cancelled = c.Reason;
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

    static void Set(ProgramState state, ProgramContent content, in EventMeta meta) => (state.Content, state.ContentVersion) = (content, meta.Version);

    static void Ask(ProgramState state, SchemeApplication asked, bool late) => state.Put(
        (state.Find(asked.Scheme) ?? new SchemeApproval(asked.Scheme, asked.Approver, ApprovalState.None, late)) with { State = ApprovalState.Waiting, Approver = asked.Approver, Late = late });

    static void Decided(ProgramState state, ProgramDecided d, in EventMeta meta) => state.Put(state.Find(d.Scheme)! with
    {
        State = SchemeApproval.After(d.Decision), Last = d.Decision, On = d.On, At = meta.Recorded, By = meta.Caller.Subject, Reason = d.Reason, Decided = state.Content,
    });

    public override void Project(string key, ProgramState state, ProgramEvent e, in EventMeta meta, ViewSink views) =>
        views.Put(TrainingViews.Programs, new ViewKey(0, key), ProgramSearch.Row(key, state, meta.Version));

    public override void Touch(string key, ProgramState state, List<Touch> touches)
    {
        touches.Add(new Touch(TouchKind.Office, state.Host));
        foreach (var approval in state.Approvals)
        {
            if (approval.Approver != state.Host) touches.Add(new Touch(TouchKind.Office, approval.Approver));
        }
    }

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

    static SessionPlan Plan(ProgramOpened opened, ProgramState state)
    {
        var c = state.Content;
        return new SessionPlan(new SessionId(opened.Session), new AssociationId(state.Host), c.Title, c.Place, c.WholeTalk, c.DoorsOpen, c.DoorsClose, c.Talks, c.Terms, c.Delivery);
    }
}
