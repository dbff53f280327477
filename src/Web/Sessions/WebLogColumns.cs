using System.Text;
using JmaActors.Web.Files;

namespace JmaActors.Web.Sessions;

/// <summary>The columns of a video system's log. Documented in <c>docs/web-log-csv.md</c>.</summary>
public enum WebLogColumn
{
    /// <summary>A number of any kind.</summary>
    Person,
    Member,
    Registry,
    Card,
    Enter,
    Leave,
    Identity,
    Keyword,
}

/// <summary>Which column stands where in one file, guessed from its headings: video systems name them as they like.</summary>
public sealed class WebLogColumns
{
    static readonly ColumnSet<WebLogColumn> Set = new(
        new(WebLogColumn.Person, "person", ["personid", "id", "userid", "attendeeid", "受講者番号", "参加者番号", "受講者id", "参加者id", "番号", "会員番号医籍登録番号"], []),
        PersonHeadings.Member(WebLogColumn.Member),
        PersonHeadings.Registry(WebLogColumn.Registry),
        PersonHeadings.Card(WebLogColumn.Card),
        new(
            WebLogColumn.Enter, "enter",
            ["entered", "enteredat", "entertime", "join", "joined", "joinedat", "jointime", "from", "start", "startedat", "starttime", "in", "login", "参加", "参加時刻", "参加日時", "開始", "開始時刻", "開始日時"],
            ["入室", "入場", "視聴開始", "接続開始", "参加開始", "ログイン時刻", "ログイン日時", "jointime", "joined"]),
        new(
            WebLogColumn.Leave, "leave",
            ["left", "leftat", "leavetime", "exit", "exittime", "to", "end", "endedat", "endtime", "out", "logout", "終了", "終了時刻", "終了日時"],
            ["退室", "退出", "退場", "視聴終了", "接続終了", "参加終了", "ログアウト", "leavetime"]),
        new(WebLogColumn.Identity, "identity", ["identified", "identitychecked", "identitycheck", "idcheck", "verified", "本人確認"], ["本人確認", "本人認証", "identity"]),
        new(WebLogColumn.Keyword, "keyword", ["keywordentered", "keywordok", "キーワード", "合言葉"], ["キーワード", "合言葉", "keyword"]));

    static readonly WebLogColumn[] Who = [WebLogColumn.Person, WebLogColumn.Member, WebLogColumn.Registry, WebLogColumn.Card];

    readonly IReadOnlyList<string> headings;
    readonly ColumnMap<WebLogColumn> map;

    WebLogColumns(IReadOnlyList<string> headings) => (this.headings, map) = (headings, new(Set.Guess(headings)));

    /// <summary>Our columns in the order of the documentation, with the heading each was found under.</summary>
    public IReadOnlyDictionary<string, string> Found =>
        map.Columns.Select((column, place) => (column, place)).Where(c => c.column is not null).OrderBy(c => c.column).ToDictionary(c => NameOf(c.column!.Value), c => Shown(headings[c.place]));

    /// <summary>Headings that mean nothing here.</summary>
    public IReadOnlyList<string> Ignored =>
        [.. headings.Where((h, place) => h.Trim().Length > 0 && map.Columns[place] is null).Take(WebLimits.WebLogHeadings).Select(Shown)];

    /// <summary>Columns that are counted as "no" in every line because the file lacks them.</summary>
    public IReadOnlyList<string> Missing => [.. new[] { WebLogColumn.Identity, WebLogColumn.Keyword }.Where(c => !Has(c)).Select(NameOf)];

    public bool Has(WebLogColumn column) => map.Has(column);

    /// <summary>The English name of a column, as errors name it.</summary>
    public static string NameOf(WebLogColumn column) => Set.NameOf(column);

    /// <summary>Reads a heading line; on failure <paramref name="error"/> says which column is wanted or stands twice.</summary>
    public static WebLogColumns? Read(IReadOnlyList<string> headings, out string error)
    {
        var columns = new WebLogColumns([.. headings]);
        error = columns switch
        {
            _ when Set.Twice(headings) is { } twice => $"The column {NameOf(twice)} stands twice.",
            _ when !Who.Any(columns.Has) => "A column that says who it was is wanted: member, registry, card or person.",
            _ when !columns.Has(WebLogColumn.Enter) => "The column enter is wanted.",
            _ when !columns.Has(WebLogColumn.Leave) => "The column leave is wanted.",
            _ => "",
        };
        return error.Length == 0 ? columns : null;
    }

    /// <summary>A field of a line, folded to half width and trimmed; empty when the file has no such column or the line is too short.</summary>
    public string Of(IReadOnlyList<string> line, WebLogColumn column) => map.Of(line, column).Normalize(NormalizationForm.FormKC).Trim();

    static string Shown(string heading) => string.Concat(heading.Where(c => !char.IsControl(c)).Take(WebLimits.WebLogHeading)).Trim();
}
