namespace JmaActors.Evaluations;

/// <summary>Names an application to the 医療機関勤務環境評価センター: a workplace, a dot, and a key of 1 to 40 letters, digits, hyphens or underscores.</summary>
[GenerateSerializer, Immutable, Alias("evaluation-id")]
public readonly record struct EvaluationId([property: Id(0)] WorkplaceId Workplace, [property: Id(1)] string Key)
{
    public string Text => $"{Workplace}.{Key}";

    public static bool TryParse(string? text, out EvaluationId id)
    {
        id = default;
        if (text is not { Length: <= WorkplaceId.Length + 1 + EvaluationLimits.IdKey } || text.IndexOf('.') is not (> 0 and var dot)) return false;
        if (!WorkplaceId.TryParse(text[..dot], out var workplace) || !IsKey(text[(dot + 1)..])) return false;
        id = new EvaluationId(workplace, text[(dot + 1)..]);
        return true;
    }

    public static bool IsKey(string key) => key is { Length: >= 1 and <= EvaluationLimits.IdKey } && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    public override string ToString() => Text;
}

/// <summary>Named limits of evaluations.</summary>
public static class EvaluationLimits
{
    /// <summary>Characters of an application's own key.</summary>
    public const int IdKey = 40;

    /// <summary>Characters of a sender's key.</summary>
    public const int KeyLength = 100;

    /// <summary>Characters of words, e.g. of advice.</summary>
    public const int Words = 4_000;

    /// <summary>Characters of a name, a number or a field of a sheet.</summary>
    public const int Short = 200;

    /// <summary>Documents named for one item.</summary>
    public const int Documents = 20;

    /// <summary>C-2 confirmations and yearly reviews of one application.</summary>
    public const int Lines = 500;

    /// <summary>Lines of one page.</summary>
    public const int Page = 100;
}

/// <summary>How far an application is.</summary>
[GenerateSerializer, Alias("evaluation-stage")]
public enum EvaluationStage
{
    /// <summary>The hospital writes plan, sheets and self-evaluation.</summary>
    Drafting = 1,

    /// <summary>Filed; surveyors are to be assigned.</summary>
    Filed = 2,

    /// <summary>Both surveyors review the papers, each for themselves.</summary>
    InReview = 3,

    /// <summary>Both are done; the centre gives the result, or suspends with advice.</summary>
    Reviewed = 4,

    /// <summary>評価保留・中間報告: a mandatory item failed; the hospital answers the advice.</summary>
    Suspended = 5,

    /// <summary>The result is with the hospital and its prefecture; the hospital applies there.</summary>
    Resulted = 6,

    /// <summary>The hospital applied to the prefecture, which decides on the designation.</summary>
    Applied = 7,

    /// <summary>The prefecture designated; it is to be published.</summary>
    Designated = 8,

    /// <summary>Published. The next review is due within three years.</summary>
    Published = 9,

    /// <summary>The hospital took the application back.</summary>
    Withdrawn = 10,
}

/// <summary>Whose turn it is.</summary>
[GenerateSerializer, Alias("evaluation-waits")]
public enum EvaluationWaits
{
    Nobody = 0,
    Hospital = 1,

    /// <summary>評価センター.</summary>
    Centre = 2,
    Doctor = 3,
    Labour = 4,
    BothSurveyors = 5,
    Prefecture = 6,
}

/// <summary>サーベイヤー: one physician and one 社会保険労務士, who judge each for themselves.</summary>
[GenerateSerializer, Alias("surveyor-kind")]
public enum SurveyorKind
{
    /// <summary>医師サーベイヤー.</summary>
    Doctor = 1,

    /// <summary>社会保険労務士サーベイヤー.</summary>
    Labour = 2,
}

/// <summary>What a surveyor found of an item.</summary>
[GenerateSerializer, Alias("item-verdict")]
public enum ItemVerdict
{
    Met = 1,
    NotMet = 2,

    /// <summary>該当なし: it does not concern this institution. Of a mandatory item it is no answer.</summary>
    NotConcerned = 3,
}

/// <summary>In which part somebody reads an application: neither surveyor sees what the other found before both are done.</summary>
[GenerateSerializer, Alias("evaluation-part")]
public enum EvaluationPart
{
    Hospital = 0,
    Centre = 1,
    Doctor = 2,
    Labour = 3,
    Prefecture = 4,
}
