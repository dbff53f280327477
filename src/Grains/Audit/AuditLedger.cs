using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using JmaActors.Journal;
using JmaActors.Ledgers;

namespace JmaActors.Audit;

/// <summary>The kind <c>audit</c>: what one account saw and was refused on one day.</summary>
public sealed class AuditLedger : LedgerDefinition<AuditState, AuditEvent>
{
    public override string Kind => "audit";

    public override bool NumberKey => false;

    public override EventCatalog<AuditEvent> Events { get; } = new EventCatalog<AuditEvent>()
        .Add("person-looked", 1, AuditJson.Default.PersonLooked)
        .Add("people-listed", 1, AuditJson.Default.PeopleListed)
        .Add("attempt-refused", 1, AuditJson.Default.AttemptRefused);

    public override JsonTypeInfo<AuditState> SnapshotJson => AuditJson.Default.AuditState;

    public override IReadOnlyList<ViewTable> Views => AuditViews.All;

    public override void Evolve(AuditState state, AuditEvent e, in EventMeta meta)
    {
        state.Version = meta.Version;
        switch (e)
        {
            case PersonLooked looked:
                var look = AuditRules.LookKey(looked.Person, meta.Caller);
                // What is opened besides, in the same while, is part of the look that had begun.
                state.Looks[look] = looked.Within is { } line && state.Looks.GetValueOrDefault(look) is { } begun && begun.Line == line
                    ? begun with { Parts = begun.Parts | looked.Parts, Why = begun.Why ?? looked.Why }
                    : new Look(meta.Recorded, looked.Parts, meta.Version, looked.Why);
                break;
            case PeopleListed listed:
                var list = AuditRules.ListKey(listed.What, meta.Caller);
                if (!state.Listed.TryGetValue(list, out var shown)) state.Listed.Add(list, shown = []);
                if (listed.People is null) shown.Add(AuditRules.Everybody);
                else shown.UnionWith(listed.People);
                state.Named += listed.People?.Length ?? 0;
                break;
            case AttemptRefused refused:
                var attempt = AuditRules.AttemptKey(refused.What, refused.Key, meta.Caller);
                state.Attempts[attempt] = state.Attempts.GetValueOrDefault(attempt) is { } earlier
                    ? earlier with { Times = earlier.Times + refused.Times }
                    : new Attempt(meta.Recorded, refused.Times, meta.Version);
                state.Refusals += refused.Times;
                break;
        }
    }

    public override void Project(string key, AuditState state, AuditEvent e, in EventMeta meta, ViewSink views)
    {
        switch (e)
        {
            case PersonLooked looked:
                var look = state.Looks[AuditRules.LookKey(looked.Person, meta.Caller)];
                Put(views, Row(key, look.Line, looked.Person, AuditKind.Looked, e, meta) with { At = look.At, Parts = (int)look.Parts, Why = look.Why });
                break;
            case PeopleListed listed:
                var list = Row(key, meta.Version, AuditRules.Everybody, AuditKind.Listed, e, meta) with { What = listed.What, Count = listed.Count, Why = listed.Why, Wide = listed.People is null };
                foreach (var person in listed.People ?? []) Put(views, list with { Person = person });
                Put(views, list);
                break;
            case AttemptRefused refused:
                var attempt = state.Attempts[AuditRules.AttemptKey(refused.What, refused.Key, meta.Caller)];
                Put(views, Row(key, attempt.Line, refused.Person ?? AuditRules.Everybody, AuditKind.Refused, e, meta) with { At = attempt.At, What = refused.What, Key = refused.Key, Count = attempt.Times });
                break;
        }
    }

    static void Put(ViewSink views, AuditRow row) => views.Put(AuditViews.Lines, new ViewKey(row.Person, row.Line), row);

    static AuditRow Row(string key, long version, long person, AuditKind kind, AuditEvent e, in EventMeta meta) => new(
        person, string.Create(CultureInfo.InvariantCulture, $"{key}/{version:D7}"), meta.Recorded, meta.Recorded, (int)kind, meta.Caller.Subject, AuditRules.OfficeOf(meta.Caller), CallerText.Write(meta.Caller),
        "", 0, "", null, e.Place?.From, e.Place?.Salt, 1, false);
}
