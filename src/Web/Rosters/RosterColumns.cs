using JmaActors.Web.Files;

namespace JmaActors.Web.Rosters;

/// <summary>The columns of a roster. Documented in <c>docs/roster-csv.md</c>.</summary>
public enum RosterColumn
{
    SourceKey,
    Name,
    Kana,
    BirthDate,
    Registry,
    LicensedOn,
    Card,
    Association,
    Layers,
    Category,
}

/// <summary>By which headings they are known.</summary>
public static class RosterColumns
{
    public static readonly ColumnSet<RosterColumn> Set = new(
        new(RosterColumn.SourceKey, "source_key", ["管理番号", "整理番号", "会員管理番号", "sourcekey", "rowkey", "sourceid", "externalid"], ["管理番号", "整理番号"]),
        new(RosterColumn.Name, "name", ["氏名", "名前", "会員氏名", "医師氏名", "姓名", "漢字氏名", "氏名漢字", "fullname", "membername"], ["氏名漢字", "漢字氏名", "氏名", "名前"], Wanted: true),
        new(RosterColumn.Kana, "kana", ["フリガナ", "ふりがな", "カナ", "かな", "カナ氏名", "氏名カナ", "氏名フリガナ", "フリガナ氏名", "セイメイ", "読み", "よみがな", "ヨミガナ", "reading", "furigana", "katakana", "namekana"], ["フリガナ", "ふりがな", "カナ", "かな", "ヨミ", "kana"]),
        new(RosterColumn.BirthDate, "birth_date", ["生年月日", "誕生日", "birthdate", "birthday", "dateofbirth", "dob", "born"], ["生年月日", "birth"]),
        new(RosterColumn.Registry, "registry", ["医籍登録番号", "医籍番号", "医籍", "医籍no", "登録番号", "registryno", "registrynumber", "registrationnumber", "licenseno", "licensenumber", "licencenumber"], ["医籍登録番号", "医籍番号", "医籍no", "registryn", "licensen", "licencen"]),
        new(RosterColumn.LicensedOn, "licensed_on", ["医籍登録日", "医籍登録年月日", "免許取得日", "免許取得年月日", "医師免許取得日", "登録年月日", "licensedon", "licensedate", "licencedate", "registeredon", "registrationdate"], ["医籍登録日", "医籍登録年月日", "免許"]),
        new(RosterColumn.Card, "card", ["カード番号", "会員証番号", "会員カード番号", "カード", "カードno", "icカード番号", "cardno", "cardnumber", "cardid"], ["カード番号", "カードno", "会員証", "cardn"]),
        new(RosterColumn.Association, "association", ["所属医師会", "医師会", "郡市区医師会", "郡市区等医師会", "所属郡市区医師会", "医師会コード", "所属医師会コード", "associationcode", "localassociation"], ["医師会コード", "所属医師会", "郡市区", "医師会"]),
        new(RosterColumn.Layers, "layers", ["所属層", "所属", "加入層", "membership", "memberships", "layer"], ["所属層", "加入"]),
        new(RosterColumn.Category, "category", ["会員区分", "区分", "会員種別", "種別", "会費区分", "membercategory", "class"], ["会員区分", "会員種別", "区分", "種別"]));

    /// <summary>All names, in the order of the template.</summary>
    public static IEnumerable<string> English => Set.All.Select(c => c.Name);

    /// <summary>The name of a column, as errors name it.</summary>
    public static string NameOf(RosterColumn column) => Set.NameOf(column);

    /// <summary>True when the file says anything about membership.</summary>
    public static bool SayMembership(ColumnMap<RosterColumn> columns) => columns.Has(RosterColumn.Association) || columns.Has(RosterColumn.Layers) || columns.Has(RosterColumn.Category);
}
