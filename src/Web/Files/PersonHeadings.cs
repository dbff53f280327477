namespace JmaActors.Web.Files;

/// <summary>The numbers a person is known by, as files of every kind name them.</summary>
static class PersonHeadings
{
    public static ColumnOf<T> Member<T>(T column)
        where T : struct, Enum =>
        new(column, "member", ["会員番号", "会員id", "会員no", "memberid", "memberno", "membernumber"], ["会員番号", "会員id", "membern", "memberid"]);

    public static ColumnOf<T> Registry<T>(T column)
        where T : struct, Enum =>
        new(column, "registry", ["医籍登録番号", "医籍番号", "医籍", "登録番号", "registryno", "registrynumber", "licenseno"], ["医籍", "registry"]);

    public static ColumnOf<T> Card<T>(T column)
        where T : struct, Enum =>
        new(column, "card", ["カード番号", "会員証番号", "カード", "cardno", "cardnumber", "cardid"], ["カード番号", "会員証番号", "cardn"]);
}
