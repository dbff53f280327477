using System.Collections.Frozen;
using System.Text;
using JmaActors.Web.Access;
using JmaActors.WorkHours;

namespace JmaActors.Web.WorkHours;

/// <summary>The words of kinds of work in files: those that systems usually have, and those a workplace says beside them.</summary>
public sealed class AttendanceWords
{
    /// <summary>The kind of a line that is passed over, e.g. 公休.</summary>
    public const string PassedOver = "none";

    /// <summary>研鑽 that the employer confirmed beforehand not to be work.</summary>
    public const string ConfirmedStudy = "confirmedStudy";

    /// <summary>Names of the kinds, as addresses and documentation have them.</summary>
    public static readonly IReadOnlyList<string> Names = [.. Enum.GetValues<HoursKind>().Select(NameOf), ConfirmedStudy, PassedOver];

    static readonly FrozenDictionary<string, string> Usual = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [""] = "scheduled", ["日勤"] = "scheduled", ["通常"] = "scheduled", ["通常勤務"] = "scheduled", ["出勤"] = "scheduled", ["所定"] = "scheduled", ["外来"] = "scheduled", ["早番"] = "scheduled", ["遅番"] = "scheduled",
        ["時間外"] = "overtime", ["残業"] = "overtime", ["超過勤務"] = "overtime", ["呼出"] = "overtime", ["呼び出し"] = "overtime", ["緊急呼出"] = "overtime",
        ["休日出勤"] = "holidayWork", ["休日勤務"] = "holidayWork", ["休日労働"] = "holidayWork",
        ["宿日直"] = "permittedDuty", ["宿直"] = "permittedDuty", ["日直"] = "permittedDuty", ["許可当直"] = "permittedDuty", ["当直(許可あり)"] = "permittedDuty",
        ["夜勤"] = "nightDuty", ["当直"] = "nightDuty", ["当直(許可なし)"] = "nightDuty",
        ["待機"] = "standby", ["オンコール"] = "standby", ["オンコール待機"] = "standby", ["研鑽"] = "study", ["自己研鑽"] = "study", ["移動"] = "travel",
        ["休暇"] = "leave", ["有休"] = "leave", ["有給休暇"] = "leave", ["年休"] = "leave", ["特別休暇"] = "leave", ["休憩"] = "break", ["代償休息"] = "compensatoryRest",
        ["公休"] = PassedOver, ["休"] = PassedOver, ["休み"] = PassedOver, ["週休"] = PassedOver, ["休日"] = PassedOver, ["欠勤"] = PassedOver,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    static readonly FrozenDictionary<string, string> Known = Names.ToFrozenDictionary(n => n, StringComparer.OrdinalIgnoreCase);

    readonly IReadOnlyDictionary<string, string> own;

    AttendanceWords(IReadOnlyDictionary<string, string> own) => this.own = own;

    /// <summary>Without words of a workplace's own.</summary>
    public static readonly AttendanceWords None = new(new Dictionary<string, string>());

    /// <summary>With a workplace's own, which go before the usual ones.</summary>
    public static AttendanceWords Of(IReadOnlyDictionary<string, string> own) =>
        new(own.Where(w => Known.ContainsKey(w.Value)).ToDictionary(w => Plain(w.Key), w => Known[w.Value], StringComparer.OrdinalIgnoreCase));

    /// <summary>A workplace's own as an address says them: <c>当直A:nightDuty,ICU:scheduled</c>.</summary>
    /// <exception cref="InvalidInputException">It cannot be read, or a kind is unknown.</exception>
    public static AttendanceWords Read(string? said)
    {
        if (string.IsNullOrEmpty(said)) return None;
        var own = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in said.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = pair.LastIndexOf(':');
            if (colon <= 0 || !Known.ContainsKey(pair[(colon + 1)..].Trim())) throw new InvalidInputException("kinds", $"A word, a colon and one of: {string.Join(", ", Names)}; joined by commas.");
            own[pair[..colon].Trim()] = pair[(colon + 1)..].Trim();
        }
        if (own.Count > WorkHoursLimits.Mapped || own.Keys.Any(w => w.Length > WorkHoursLimits.KeyLength)) throw new InvalidInputException("kinds", $"At most {WorkHoursLimits.Mapped} words of at most {WorkHoursLimits.KeyLength} characters.");
        return Of(own);
    }

    /// <summary>A workplace's own words, by what they mean.</summary>
    public IReadOnlyDictionary<string, string> Own => own;

    /// <summary>As <see cref="Read"/> reads them. A word with a comma cannot be said.</summary>
    public string Written => string.Join(',', own.Where(w => !w.Key.Contains(',', StringComparison.Ordinal)).OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => $"{w.Key}:{w.Value}"));

    /// <summary>The name of the kind a word means; null when it is not known.</summary>
    public string? Name(string word)
    {
        var plain = Plain(word);
        return own.GetValueOrDefault(plain) ?? Usual.GetValueOrDefault(plain) ?? Known.GetValueOrDefault(plain);
    }

    /// <summary>What a kind's name is as recorded; null for one that is passed over.</summary>
    public static (HoursKind Kind, WorkMarks Marks)? Kind(string name) => name switch
    {
        PassedOver => null,
        ConfirmedStudy => (HoursKind.Study, WorkMarks.Confirmed),
        _ => (Enum.Parse<HoursKind>(name, ignoreCase: true), WorkMarks.None),
    };

    static string NameOf(HoursKind kind) => char.ToLowerInvariant($"{kind}"[0]) + $"{kind}"[1..];

    static string Plain(string word) => word.Normalize(NormalizationForm.FormKC).Trim();
}
