using JmaActors.Web.Files;

namespace JmaActors.Web.Sessions;

/// <summary>The columns of a paper list that was kept at a door. Documented in <c>docs/paper-list-csv.md</c>.</summary>
public enum PaperColumn
{
    /// <summary>A number of any kind.</summary>
    Person,
    Member,
    Registry,
    Card,
    Enter,
    Leave,
}

/// <summary>By which headings they are known.</summary>
public static class PaperListColumns
{
    public static readonly ColumnSet<PaperColumn> Set = new(
        new(PaperColumn.Person, "person", ["受講者番号", "参加者番号", "番号", "personid", "id"], []),
        PersonHeadings.Member(PaperColumn.Member),
        PersonHeadings.Registry(PaperColumn.Registry),
        PersonHeadings.Card(PaperColumn.Card),
        new(PaperColumn.Enter, "enter", ["入場", "入室", "来場", "受付", "入場時刻", "入室時刻", "受付時刻", "来場時刻", "in", "entered", "arrival", "arrived", "timein", "signin"], ["入場", "入室", "来場", "受付", "arriv"], Wanted: true),
        new(PaperColumn.Leave, "leave", ["退場", "退室", "退出", "退場時刻", "退室時刻", "退出時刻", "out", "left", "departure", "departed", "timeout", "signout"], ["退場", "退室", "退出", "depart"]));
}
