using JmaActors.Ledgers;
using Decision = JmaActors.Ledgers.Decision<JmaActors.Audit.AuditEvent>;

namespace JmaActors.Audit;

/// <summary>A note with what is decided by: the policy of the day, and where it came from.</summary>
public sealed record Noted<T>(T Note, AuditPolicy Policy, Place? Place, string? Mark);

/// <summary>What an audit ledger records, and what it takes as recorded already. Pure.</summary>
public static class AuditDecider
{
    public static Decision Look(AuditState state, Noted<LookNote> noted, Deciding deciding)
    {
        var note = noted.Note;
        var before = state.Looks.GetValueOrDefault(AuditRules.LookKey(note.Person.Number, note.Caller));
        var goesOn = before is not null && deciding.Now < before.At + noted.Policy.Look;
        var parts = goesOn ? note.Parts & ~before!.Parts : note.Parts;
        if (parts == AuditParts.None) return Decision.Nothing();
        return Decision.Event(new PersonLooked(note.Person.Number, parts, goesOn ? before!.Line : null, Said(note.Why), noted.Mark) { Place = noted.Place }, edition: noted.Policy.Edition);
    }

    public static Decision List(AuditState state, Noted<ListNote> noted, Deciding deciding)
    {
        var note = noted.Note;
        var seen = state.Listed.GetValueOrDefault(AuditRules.ListKey(note.What, note.Caller));
        long[]? people = note.People is { } shown ? [.. shown.Value.Where(p => seen?.Contains(p) != true).Distinct().Order()] : null;
        if (people is { Length: 0 }) return Decision.Nothing();
        if (people is not null && state.Named + people.Length > AuditLimits.PeopleADay) people = null;
        // Nobody is named in it, so that it need be said only once in a while.
        if (people is null && seen?.Contains(AuditRules.Everybody) == true && note.People is not null) return Decision.Nothing();
        return Decision.Event(new PeopleListed(note.What, people, note.Count, Said(note.Why), noted.Mark) { Place = noted.Place }, edition: noted.Policy.Edition);
    }

    /// <param name="times">Refusals since the last that was recorded, this one among them.</param>
    public static Decision Refuse(AuditState state, Noted<RefusalNote> noted, int times, Deciding deciding)
    {
        var note = noted.Note;
        if (state.Refusals >= AuditLimits.RefusalsADay && times < AuditRules.RefusalsAtOnce) return Decision.Nothing();
        return Decision.Event(new AttemptRefused(note.What, note.Key, note.Person?.Number, times, noted.Mark) { Place = noted.Place }, edition: noted.Policy.Edition);
    }

    static string? Said(string why) => why.Length == 0 ? null : why;
}
