using JmaActors.Journal;
using C = JmaActors.Journal.Columns<JmaActors.Audit.AuditRow>;

namespace JmaActors.Audit;

/// <summary>View tables written by audit ledgers. Keys: <c>new ViewKey(person, line)</c>.</summary>
public static class AuditViews
{
    public static readonly ViewTable<AuditRow> Lines = new(
        "audit_line",
        2,
        [
            C.Big("person", r => r.Person),
            C.Text("line", r => r.Line),
            C.Instant("at_time", r => r.At),
            C.Instant("until_time", r => r.Until),
            C.Int("kind", r => r.Kind),
            C.Text("subject", r => r.Subject),
            C.Text("office", r => r.Office),
            C.Text("caller", r => r.Caller),
            C.Text("what", r => r.What),
            C.Int("parts", r => r.Parts),
            C.Text("about", r => r.Key),
            C.TextOrNull("why", r => r.Why),
            C.TextOrNull("address", r => r.Address),
            C.TextOrNull("salt", r => r.Salt),
            C.Int("times", r => r.Count),
            C.Bool("wide", r => r.Wide),
        ],
        new ViewIndex("audit_line_person", "person", "at_time"),
        new ViewIndex("audit_line_subject", "subject", "at_time"),
        new ViewIndex("audit_line_office", "office", "at_time"),
        new ViewIndex("audit_line_at", "at_time"));

    public static readonly IReadOnlyList<ViewTable> All = [Lines];
}
