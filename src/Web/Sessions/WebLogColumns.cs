using System.Collections.Frozen;
using System.Text;

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
    /// <summary>Headings in full, as they are after <see cref="Folded"/>; the first is ours.</summary>
    static readonly (WebLogColumn Column, string[] Names)[] Exact =
    [
        (WebLogColumn.Person, ["person", "personid", "id", "userid", "attendeeid", "受講者番号", "参加者番号", "受講者id", "参加者id", "番号", "会員番号医籍登録番号"]),
        (WebLogColumn.Member, ["member", "memberid", "memberno", "membernumber", "会員番号", "会員id", "会員no"]),
        (WebLogColumn.Registry, ["registry", "registryno", "registrynumber", "医籍登録番号", "医籍番号", "医籍"]),
        (WebLogColumn.Card, ["card", "cardid", "cardno", "cardnumber", "カード番号", "会員証番号", "カード"]),
        (WebLogColumn.Enter, ["enter", "entered", "enteredat", "entertime", "join", "joined", "joinedat", "jointime", "from", "start", "startedat", "starttime", "in", "login", "参加", "参加時刻", "参加日時", "開始", "開始時刻", "開始日時"]),
        (WebLogColumn.Leave, ["leave", "left", "leftat", "leavetime", "exit", "exittime", "to", "end", "endedat", "endtime", "out", "logout", "終了", "終了時刻", "終了日時"]),
        (WebLogColumn.Identity, ["identity", "identified", "identitychecked", "identitycheck", "idcheck", "verified", "本人確認"]),
        (WebLogColumn.Keyword, ["keyword", "keywordentered", "keywordok", "キーワード", "合言葉"]),
    ];

    /// <summary>Parts of headings that say the same when no heading says it in full; tried in this order.</summary>
    static readonly (WebLogColumn Column, string[] Parts)[] Rough =
    [
        (WebLogColumn.Member, ["会員番号", "membern", "memberid"]),
        (WebLogColumn.Registry, ["医籍", "registry"]),
        (WebLogColumn.Card, ["カード番号", "会員証番号", "cardn"]),
        (WebLogColumn.Enter, ["入室", "入場", "視聴開始", "接続開始", "参加開始", "ログイン時刻", "ログイン日時", "jointime", "joined"]),
        (WebLogColumn.Leave, ["退室", "退出", "退場", "視聴終了", "接続終了", "参加終了", "ログアウト", "leavetime"]),
        (WebLogColumn.Identity, ["本人確認", "本人認証", "identity"]),
        (WebLogColumn.Keyword, ["キーワード", "合言葉", "keyword"]),
    ];

    static readonly FrozenDictionary<string, WebLogColumn> Known =
        Exact.SelectMany(e => e.Names, (e, name) => KeyValuePair.Create(name, e.Column)).ToFrozenDictionary(StringComparer.Ordinal);

    readonly Dictionary<WebLogColumn, int> places = [];

    WebLogColumns(IReadOnlyList<string> headings) => Headings = headings;

    /// <summary>The headings as they stand in the file.</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <summary>Our columns in the order of the documentation, with the heading each was found under.</summary>
    public IReadOnlyDictionary<string, string> Found => places.OrderBy(p => p.Key).ToDictionary(p => NameOf(p.Key), p => Shown(Headings[p.Value]));

    /// <summary>Headings that mean nothing here.</summary>
    public IReadOnlyList<string> Ignored =>
        [.. Headings.Where((h, place) => h.Trim().Length > 0 && !places.ContainsValue(place)).Take(WebLimits.WebLogHeadings).Select(Shown)];

    /// <summary>Columns that are counted as "no" in every line because the file lacks them.</summary>
    public IReadOnlyList<string> Missing => [.. new[] { WebLogColumn.Identity, WebLogColumn.Keyword }.Where(c => !Has(c)).Select(NameOf)];

    public bool Has(WebLogColumn column) => places.ContainsKey(column);

    /// <summary>The English name of a column, as errors name it.</summary>
    public static string NameOf(WebLogColumn column) => Exact[(int)column].Names[0];

    /// <summary>Reads a heading line; on failure <paramref name="error"/> says which column is wanted or stands twice.</summary>
    public static WebLogColumns? Read(IReadOnlyList<string> headings, out string error)
    {
        var columns = new WebLogColumns([.. headings]);
        var folded = headings.Select(Folded).ToArray();
        error = "";
        for (var place = 0; place < folded.Length; place++)
        {
            if (!Known.TryGetValue(folded[place], out var column) || columns.places.TryAdd(column, place)) continue;
            error = $"The column {NameOf(column)} stands twice.";
            return null;
        }

        foreach (var (column, parts) in Rough)
        {
            if (!columns.Has(column)) columns.Guess(column, parts, folded);
        }

        error = columns switch
        {
            _ when !columns.Has(WebLogColumn.Person) && !columns.Has(WebLogColumn.Member) && !columns.Has(WebLogColumn.Registry) && !columns.Has(WebLogColumn.Card) =>
                "A column that says who it was is wanted: member, registry, card or person.",
            _ when !columns.Has(WebLogColumn.Enter) => "The column enter is wanted.",
            _ when !columns.Has(WebLogColumn.Leave) => "The column leave is wanted.",
            _ => "",
        };
        return error.Length == 0 ? columns : null;
    }

    /// <summary>A field of a line, folded to half width and trimmed; empty when the file has no such column or the line is too short.</summary>
    public string Of(IReadOnlyList<string> line, WebLogColumn column) =>
        places.TryGetValue(column, out var place) && place < line.Count ? line[place].Normalize(NormalizationForm.FormKC).Trim() : "";

    /// <summary>The first heading, from the left, that has a part; parts are tried in their order.</summary>
    void Guess(WebLogColumn column, string[] parts, string[] folded)
    {
        foreach (var part in parts)
        {
            for (var place = 0; place < folded.Length; place++)
            {
                if (places.ContainsValue(place) || !folded[place].Contains(part, StringComparison.Ordinal)) continue;
                places[column] = place;
                return;
            }
        }
    }

    /// <summary>Letters and digits only, in half width and small: "Join Time" and "join_time" are one.</summary>
    static string Folded(string heading) =>
        string.Concat(heading.Normalize(NormalizationForm.FormKC).Where(c => char.IsLetterOrDigit(c) || c == 'ー').Select(char.ToLowerInvariant));

    static string Shown(string heading) => string.Concat(heading.Where(c => !char.IsControl(c)).Take(WebLimits.WebLogHeading)).Trim();
}
