using System.Text.Json.Serialization.Metadata;
using JmaActors.Journal;
using JmaActors.Ledgers;
using C = JmaActors.Journal.Columns<JmaActors.Disputes.DisputeViewRow>;

namespace JmaActors.Disputes;

/// <summary>The kind <c>dispute</c>: one case, keyed by <see cref="DisputeId.Text"/>.</summary>
public sealed class DisputeLedger : LedgerDefinition<DisputeState, DisputeEvent>
{
    /// <summary>Name of the kind.</summary>
    public const string Name = "dispute";

    public override string Kind => Name;

    public override bool NumberKey => false;

    public override EventCatalog<DisputeEvent> Events { get; } = new EventCatalog<DisputeEvent>()
        .Add("dispute-opened", 1, DisputeJson.Default.DisputeOpened)
        .Add("dispute-said", 1, DisputeJson.Default.DisputeSaid)
        .Add("dispute-decided", 1, DisputeJson.Default.DisputeDecided)
        .Add("dispute-withdrawn", 1, DisputeJson.Default.DisputeWithdrawn);

    public override JsonTypeInfo<DisputeState> SnapshotJson => DisputeJson.Default.DisputeState;

    public override IReadOnlyList<ViewTable> Views => DisputeViews.All;

    public override void Evolve(DisputeState state, DisputeEvent e, in EventMeta meta)
    {
        state.Version = meta.Version;
        switch (e)
        {
            case DisputeOpened opened:
                (state.Status, state.Subject, state.About, state.Office, state.Opened, state.Due) = (DisputeStatus.Open, opened.Subject, opened.About, opened.Office, meta.Recorded, opened.Due);
                state.Lines.Add(new SealedLine(meta.Recorded, false, meta.Caller, opened.Sealed));
                break;
            case DisputeSaid said:
                state.Status = said.ByOffice ? DisputeStatus.Answered : DisputeStatus.Open;
                state.Keys.Add(said.Key);
                state.Lines.Add(new SealedLine(meta.Recorded, said.ByOffice, meta.Caller, said.Sealed));
                break;
            case DisputeDecided decided:
                (state.Status, state.Correction) = (decided.Upheld ? DisputeStatus.Upheld : DisputeStatus.Rejected, decided.Correction);
                state.Lines.Add(new SealedLine(meta.Recorded, true, meta.Caller, decided.Sealed));
                break;
            case DisputeWithdrawn:
                state.Status = DisputeStatus.Withdrawn;
                state.Lines.Add(new SealedLine(meta.Recorded, false, meta.Caller, []));
                break;
        }
    }

    public override void Project(string key, DisputeState state, DisputeEvent e, in EventMeta meta, ViewSink views)
    {
        if (!DisputeId.TryParse(key, out var id) || state.Status is not { } status) return;
        views.Put(DisputeViews.Disputes, new ViewKey(0, key), new DisputeViewRow(
            key, id.Member.Number, state.Office, (int)state.Subject, state.About, (int)status, !state.UnderWay, state.Opened, state.Due, meta.Version));
    }

    public override void Touch(string key, DisputeState state, List<Touch> touches)
    {
        if (state.Office is { Length: > 0 } office) touches.Add(new Touch(TouchKind.Office, office));
    }
}

/// <summary>A case as lists find it: a row of <c>dispute</c>. No words.</summary>
public sealed record DisputeViewRow(string Id, long MemberId, string Office, int Subject, string About, int Status, bool Closed, DateTimeOffset Opened, DateOnly Due, long Version);

/// <summary>View tables written by disputes. Keys: <c>new ViewKey(0, id)</c>.</summary>
public static class DisputeViews
{
    public static readonly ViewTable<DisputeViewRow> Disputes = new(
        "dispute",
        1,
        [
            C.Text("dispute_id", r => r.Id),
            C.Big("member_id", r => r.MemberId),
            C.Text("office", r => r.Office),
            C.Int("subject", r => r.Subject),
            C.Text("about", r => r.About),
            C.Int("status", r => r.Status),
            C.Bool("closed", r => r.Closed),
            C.Instant("opened", r => r.Opened),
            C.Date("due", r => r.Due),
            C.Big("version", r => r.Version),
        ],
        new ViewIndex("dispute_by_office", "office", "closed", "opened", "dispute_id"),
        new ViewIndex("dispute_by_member", "member_id", "closed", "opened", "dispute_id"));

    public static readonly IReadOnlyList<ViewTable> All = [Disputes];
}
