using JmaActors.Credits;
using JmaActors.Evaluations;
using JmaActors.Web.Access;
using JmaActors.Web.Http;
using JmaActors.WorkHours;

namespace JmaActors.Web.Evaluations;

/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
/// <param name="Levels">Levels applied for, none of them A.</param>
public sealed record OpenEvaluationBody(string Key, IReadOnlyList<WorkLevel> Levels)
{
    public OpenEvaluation ToCommand(Caller caller) => new(EvaluationInput.Key(Key), Levels, caller);
}

/// <summary>医師労働時間短縮計画.</summary>
/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
/// <param name="Document">SHA-256 of the plan, brought before; left out without one.</param>
public sealed record PlanBody(string Key, DateOnly From, DateOnly To, string? Document = null)
{
    public KeepPlan ToCommand(Caller caller) => new(EvaluationInput.Key(Key), From, To, Document is null ? "" : EvaluationInput.Digest(Document), caller);
}

/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
public sealed record PlanReviewBody(string Key, DateOnly On, string Words)
{
    public ReviewPlan ToCommand(Caller caller) => new(EvaluationInput.Key(Key), On, EvaluationInput.Words(Words, "words"), caller);
}

/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
/// <param name="Member">Left out where the confirmation is of a program.</param>
/// <param name="Number">Number of the ministry's confirmation.</param>
public sealed record C2Body(string Key, string Technique, DateOnly On, string Number, MemberId? Member = null)
{
    public ConfirmC2 ToCommand(Caller caller) =>
        new(EvaluationInput.Key(Key), Member, Input.Text(Technique, "technique", EvaluationLimits.Short), On, Input.Text(Number, "number", EvaluationLimits.Short), caller);
}

/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
/// <param name="Fields">By their ids; an empty one is taken away.</param>
public sealed record SheetBody(string Key, IReadOnlyDictionary<string, string> Fields)
{
    const int Most = 100;

    public FillSheet ToCommand(Caller caller)
    {
        if (Fields.Count is 0 or > Most) throw new InvalidInputException("fields", $"Give 1 to {Most} fields.");
        return new FillSheet(EvaluationInput.Key(Key), Fields.ToDictionary(f => Input.Text(f.Key, "fields", EvaluationLimits.Short), f => Input.Text(f.Value, "fields", EvaluationLimits.Short, 0), StringComparer.Ordinal), caller);
    }
}

/// <summary>自己評価 of an item.</summary>
/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
/// <param name="Documents">SHA-256 of evidence brought before.</param>
public sealed record ItemBody(string Key, ItemVerdict Verdict, string Words = "", IReadOnlyList<string>? Documents = null)
{
    public AnswerItem ToCommand(string item, Caller caller)
    {
        if (Documents?.Count > EvaluationLimits.Documents) throw new InvalidInputException("documents", $"At most {EvaluationLimits.Documents} documents an item.");
        return new AnswerItem(EvaluationInput.Key(Key), EvaluationInput.Item(item), Verdict, EvaluationInput.Words(Words, "words", 0), [.. (Documents ?? []).Select(EvaluationInput.Digest).Distinct()], caller);
    }
}

/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
public sealed record EvaluationKeyBody(string Key);

/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
/// <param name="Who">The surveyor's account.</param>
public sealed record SurveyorBody(string Key, SurveyorKind Kind, string Who)
{
    public AssignSurveyor ToCommand(Caller caller) => new(EvaluationInput.Key(Key), Kind, Input.Text(Who, "who", EvaluationLimits.Short), false, caller);
}

/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
/// <param name="Words">Needed where the item is not met.</param>
public sealed record VerdictBody(string Key, ItemVerdict Verdict, string Words = "")
{
    public JudgeItem ToCommand(SurveyorKind kind, string item, Caller caller) => new(EvaluationInput.Key(Key), kind, EvaluationInput.Item(item), Verdict, EvaluationInput.Words(Words, "words", 0), caller);
}

/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
public sealed record AdviceBody(string Key, string Advice)
{
    public SuspendEvaluation ToCommand(Caller caller) => new(EvaluationInput.Key(Key), EvaluationInput.Words(Advice, "advice"), caller);
}

/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
/// <param name="Result">Id of one of the fixed wordings.</param>
public sealed record ResultBody(string Key, string Result, string Words = "")
{
    public GiveResult ToCommand(Caller caller) => new(EvaluationInput.Key(Key), Input.Text(Result, "result", EvaluationLimits.Short), EvaluationInput.Words(Words, "words", 0), caller);
}

/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
public sealed record ApplyBody(string Key, DateOnly On)
{
    public ApplyToPrefecture ToCommand(Caller caller) => new(EvaluationInput.Key(Key), On, caller);
}

/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
/// <param name="To">The last day; the longest there is when left out.</param>
public sealed record DesignateBody(string Key, IReadOnlyList<WorkLevel> Levels, DateOnly From, DateOnly? To = null)
{
    public DesignateEvaluated ToCommand(Caller caller) => new(EvaluationInput.Key(Key), Levels, From, To, caller);
}

/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
public sealed record WithdrawBody(string Key, string Reason)
{
    public WithdrawEvaluation ToCommand(Caller caller) => new(EvaluationInput.Key(Key), EvaluationInput.Words(Reason, "reason"), caller);
}

/// <summary>What bodies of applications share.</summary>
static class EvaluationInput
{
    public static EvaluationId Id(string text) => EvaluationId.TryParse(text, out var id)
        ? id
        : throw new InvalidInputException("id", $"An application is a workplace, a dot and 1 to {EvaluationLimits.IdKey} letters, digits, hyphens or underscores.");

    /// <summary>A choice in an address, written by its name whatever the case; null when nothing is said.</summary>
    public static T? Word<T>(string? text, string field)
        where T : struct, Enum => string.IsNullOrEmpty(text) ? null
        : !char.IsAsciiDigit(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var one) && Enum.IsDefined(one) ? one
        : throw new InvalidInputException(field, $"One of {string.Join(", ", Enum.GetNames<T>())}.");

    public static string Key(string key) => Input.Text(key, "key", EvaluationLimits.KeyLength);

    public static string Item(string item) => Input.Text(item, "item", EvaluationLimits.IdKey);

    public static string Digest(string text) => text is { Length: EvidenceLimits.Digits } && text.IsLowerHex()
        ? text
        : throw new InvalidInputException("documents", "A document is named by its SHA-256 in 64 lower-case hexadecimal digits.");

    /// <summary>People write in several lines; other control characters are nobody's words.</summary>
    public static string Words(string text, string field, int shortest = 1)
    {
        if (text.Length < shortest || text.Length > EvaluationLimits.Words) throw new InvalidInputException(field, $"Give {shortest} to {EvaluationLimits.Words} characters.");
        return text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? throw new InvalidInputException(field, "Leave out control characters.") : text;
    }
}
