using System.Collections.Frozen;
using System.Globalization;
using JmaActors.Credits;

namespace JmaActors.Web.Rosters;

/// <summary>The words of schemes, sources and methods in files, Japanese and English.</summary>
public static class PastCreditWords
{
    static readonly FrozenDictionary<string, CreditScheme> Schemes = new Dictionary<string, CreditScheme>(StringComparer.OrdinalIgnoreCase)
    {
        [""] = CreditScheme.Cme, ["cme"] = CreditScheme.Cme, ["生涯教育"] = CreditScheme.Cme, ["日医生涯教育"] = CreditScheme.Cme, ["日医生涯教育制度"] = CreditScheme.Cme, ["生涯教育制度"] = CreditScheme.Cme,
        ["occupational"] = CreditScheme.Occupational, ["産業医"] = CreditScheme.Occupational, ["認定産業医"] = CreditScheme.Occupational, ["日医認定産業医"] = CreditScheme.Occupational,
        ["sports"] = CreditScheme.Sports, ["健康スポーツ医"] = CreditScheme.Sports, ["認定健康スポーツ医"] = CreditScheme.Sports, ["スポーツ医"] = CreditScheme.Sports,
        ["kakaritsuke"] = CreditScheme.Kakaritsuke, ["かかりつけ医"] = CreditScheme.Kakaritsuke, ["かかりつけ医機能研修"] = CreditScheme.Kakaritsuke, ["日医かかりつけ医機能研修制度"] = CreditScheme.Kakaritsuke,
        ["common-lecture"] = CreditScheme.CommonLecture, ["共通講習"] = CreditScheme.CommonLecture, ["専門医共通講習"] = CreditScheme.CommonLecture,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    static readonly FrozenDictionary<string, CreditSource> Sources = new Dictionary<string, CreditSource>(StringComparer.OrdinalIgnoreCase)
    {
        ["booklet"] = CreditSource.Booklet, ["手帳"] = CreditSource.Booklet, ["研修手帳"] = CreditSource.Booklet, ["紙"] = CreditSource.Booklet, ["紙の手帳"] = CreditSource.Booklet, ["産業医学研修手帳"] = CreditSource.Booklet,
        ["sticker"] = CreditSource.Sticker, ["シール"] = CreditSource.Sticker, ["単位シール"] = CreditSource.Sticker,
        ["certificate"] = CreditSource.Certificate, ["参加証"] = CreditSource.Certificate, ["参加証明書"] = CreditSource.Certificate, ["受講証"] = CreditSource.Certificate, ["受講証明書"] = CreditSource.Certificate, ["修了証"] = CreditSource.Certificate,
        ["statement"] = CreditSource.Statement, ["学習単位取得証"] = CreditSource.Statement, ["単位取得証"] = CreditSource.Statement, ["取得証"] = CreditSource.Statement,
        ["other-system"] = CreditSource.OtherSystem, ["mamis"] = CreditSource.OtherSystem, ["システム"] = CreditSource.OtherSystem, ["他システム"] = CreditSource.OtherSystem, ["研修管理システム"] = CreditSource.OtherSystem, ["全国医師会研修管理システム"] = CreditSource.OtherSystem,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The scheme; nothing said is CME.</summary>
    public static CreditScheme? Scheme(string text) => Schemes.TryGetValue(text.Trim(), out var scheme) ? scheme : null;

    public static CreditSource? Source(string text) => Sources.TryGetValue(text.Trim(), out var source) ? source : null;

    /// <summary>The number of a curriculum code or subject, also as <c>CC12</c>.</summary>
    public static short? Subject(string text)
    {
        var number = text.Trim().StartsWith("CC", StringComparison.OrdinalIgnoreCase) ? text.Trim()[2..].Trim() : text.Trim();
        return short.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var subject) && subject > 0 ? subject : null;
    }

    /// <summary>The method by its number in the guide; nothing said is a lecture. A circled number is its number.</summary>
    public static CreditMethod? Method(string text) => text.Trim() switch
    {
        "" => CreditMethod.Lecture,
        var said when int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Enum.IsDefined((CreditMethod)number) => (CreditMethod)number,
        _ => null,
    };

    /// <summary>The word a scheme is documented by.</summary>
    public static string Of(CreditScheme scheme) => scheme == CreditScheme.CommonLecture ? "common-lecture" : scheme.ToString().ToLowerInvariant();

    /// <summary>The word a source is documented by.</summary>
    public static string Of(CreditSource source) => source == CreditSource.OtherSystem ? "other-system" : source.ToString().ToLowerInvariant();
}
