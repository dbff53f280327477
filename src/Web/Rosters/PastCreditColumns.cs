using JmaActors.Web.Files;

namespace JmaActors.Web.Rosters;

/// <summary>The columns of a file of past credits. Documented in <c>docs/past-credits-csv.md</c>.</summary>
public enum PastCreditColumn
{
    Member,
    Registry,
    Card,
    Name,
    Date,
    Scheme,
    Subject,
    Units,
    Title,
    Host,
    Source,
    Method,
}

/// <summary>By which headings they are known.</summary>
public static class PastCreditColumns
{
    public static readonly ColumnSet<PastCreditColumn> Set = new(
        PersonHeadings.Member(PastCreditColumn.Member),
        PersonHeadings.Registry(PastCreditColumn.Registry),
        PersonHeadings.Card(PastCreditColumn.Card),
        new(PastCreditColumn.Name, "name", ["氏名", "名前", "医師氏名", "会員氏名", "受講者", "受講者名", "受講者氏名", "フリガナ", "カナ氏名", "fullname", "attendee"], ["氏名", "名前", "受講者名"], Wanted: true),
        new(PastCreditColumn.Date, "date", ["取得日", "受講日", "開催日", "年月日", "日付", "取得年月日", "受講年月日", "開催年月日", "実施日", "attendedon", "heldon", "earnedon"], ["取得日", "受講日", "開催日", "年月日", "日付", "date"], Wanted: true),
        new(PastCreditColumn.Scheme, "scheme", ["制度", "制度名", "種別", "認定制度", "program"], ["制度"]),
        new(PastCreditColumn.Subject, "subject", ["カリキュラムコード", "cc", "ccコード", "コード", "科目", "科目番号", "curriculumcode", "code"], ["カリキュラム", "cc", "科目", "コード"], Wanted: true),
        new(PastCreditColumn.Units, "units", ["単位", "単位数", "取得単位", "取得単位数", "unit", "credits"], ["単位数", "取得単位", "単位", "units"], Wanted: true),
        new(PastCreditColumn.Title, "title", ["研修会名", "講習会名", "講演名", "演題", "演題名", "研修名", "講座名", "題名", "タイトル", "seminar", "seminartitle", "lecture", "course"], ["研修会名", "講習会名", "研修名", "講演名", "演題", "講座名", "title"], Wanted: true),
        new(PastCreditColumn.Host, "host", ["主催", "主催者", "主催者名", "開催者", "主催医師会", "organizer", "organiser", "heldby"], ["主催", "host"]),
        new(PastCreditColumn.Source, "source", ["出典", "資料", "根拠", "根拠資料", "証明", "証明書類", "記録元", "provenance", "evidence"], ["根拠", "出典", "資料", "証明"], Wanted: true),
        new(PastCreditColumn.Method, "method", ["取得方法", "方法", "取得方法番号", "how"], ["取得方法"]));

    /// <summary>All names, in the order of the template.</summary>
    public static IEnumerable<string> English => Set.All.Select(c => c.Name);
}
