using JmaActors.Credits;
using JmaActors.Journal;
using C = JmaActors.Journal.Columns<JmaActors.Members.MemberRow>;
using G = JmaActors.Journal.Columns<JmaActors.Members.MergedRow>;
using D = JmaActors.Journal.Columns<JmaActors.Members.MemberDueRow>;
using K = JmaActors.Journal.Columns<JmaActors.Members.PersonKeyRow>;
using N = JmaActors.Journal.Columns<JmaActors.Members.MemberNameRow>;
using R = JmaActors.Journal.Columns<JmaActors.Members.PersonRow>;

namespace JmaActors.Members;

/// <summary>View tables written by member ledgers. Keys: <c>new ViewKey(memberId)</c>.</summary>
public static class MemberViews
{
    public static readonly ViewTable<MemberRow> Members = new(
        "member",
        1,
        [
            C.Big("member_id", r => r.MemberId),
            C.Text("name", r => r.Name),
            C.Text("kana", r => r.Kana),
            C.TextOrNull("registry", r => r.Registry),
            C.TextOrNull("card", r => r.Card),
            C.TextOrNull("local", r => r.Local),
            C.TextOrNull("prefecture", r => r.Prefecture),
            C.Int("layers", r => r.Layers),
            C.IntOrNull("category", r => r.Category),
            C.Bool("demonstration", r => r.Demonstration),
            C.DateOrNull("birth_date", r => r.BirthDate),
            C.DateOrNull("licensed_on", r => r.LicensedOn),
            C.Big("version", r => r.Version),
        ],
        new ViewIndex("member_by_card", "card"),
        new ViewIndex("member_by_registry", "registry"),
        new ViewIndex("member_by_kana", "kana", "member_id"),
        new ViewIndex("member_by_local", "local", "layers", "category", "member_id"),
        new ViewIndex("member_by_prefecture", "prefecture", "kana", "member_id"));

    public static readonly ViewTable<MemberNameRow> Names = new(
        "member_name",
        1,
        [
            N.Big("member_id", r => r.MemberId),
            N.Text("name", r => r.Name),
            N.Text("kana", r => r.Kana),
            N.Text("given", r => r.Given),
            N.Text("given_kana", r => r.GivenKana),
        ],
        new ViewIndex("member_name_by_name", "name"),
        new ViewIndex("member_name_by_kana", "kana"),
        new ViewIndex("member_name_by_given", "given"),
        new ViewIndex("member_name_by_given_kana", "given_kana"));

    /// <summary>The member's part of the row a person is searched by. Names of its columns begin alike, for other ledgers write beside them.</summary>
    public static readonly ViewTable<PersonRow> People = new(
        "person",
        1,
        [
            R.Big("member_id", r => r.MemberId),
            R.Int("person_area", r => r.Area),
            R.Int("person_layers", r => r.Layers),
            R.Int("person_category", r => r.Category),
            R.Int("person_registry", r => r.RegistryNumber),
            R.Instant("person_changed_at", r => r.ChangedAt),
            R.Big("person_version", r => r.Version),
            // Last: PostgreSQL finds a column at once only as long as all before it have one width.
            R.Text("person_kana", r => r.Kana),
        ],
        new ViewIndex("person_by_kana", "person_kana", "member_id"),
        new ViewIndex("person_by_area", "person_area"),
        new ViewIndex("person_by_registry", "person_registry", "member_id"),
        new ViewIndex("person_by_change", "person_changed_at", "member_id"))
    {
        Beside = CreditViews.Standings,
    };

    public static readonly ViewTable<PersonKeyRow> PersonKeys = new(
        "person_key",
        1,
        [
            K.Big("member_id", r => r.MemberId),
            K.Bytes("wrapped", r => r.Wrapped),
        ]);

    public static readonly ViewTable<MergedRow> Merged = new(
        "member_merged",
        1,
        [
            G.Big("member_id", r => r.MemberId),
            G.Big("merged_into", r => r.Into),
            G.Text("name", r => r.Name),
            G.Text("kana", r => r.Kana),
            G.TextOrNull("registry", r => r.Registry),
            G.TextOrNull("card", r => r.Card),
            G.TextOrNull("local", r => r.Local),
            G.Bool("demonstration", r => r.Demonstration),
        ],
        new ViewIndex("member_merged_by_into", "merged_into"),
        new ViewIndex("member_merged_by_card", "card"),
        new ViewIndex("member_merged_by_registry", "registry"));

    public static readonly ViewTable<MemberDueRow> Due = new(
        "member_due",
        1,
        [
            D.Big("member_id", r => r.MemberId),
            D.Instant("due", r => r.Due),
        ],
        new ViewIndex("member_due_by_date", "due", "member_id"));

    public static readonly IReadOnlyList<ViewTable> All = [Members, Names, PersonKeys, Merged, Due, People];
}
