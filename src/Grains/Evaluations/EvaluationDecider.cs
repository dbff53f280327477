using JmaActors.Ledgers;
using JmaActors.Policies;
using JmaActors.Time;
using JmaActors.WorkHours;
using Decision = JmaActors.Ledgers.Decision<JmaActors.Evaluations.EvaluationEvent>;

namespace JmaActors.Evaluations;

/// <summary>What the hospital does of an application: writes, files, answers advice, applies to the prefecture, takes back. Pure.</summary>
sealed class EvaluationDecider(PolicyBook book)
{
    public EvaluationPolicy Policy(DateTimeOffset now) => book.Evaluation(Tokyo.DateOf(now));

    /// <param name="prepared">With the workplace as it stands; null when nobody has described it.</param>
    public static Decision Open(EvaluationState state, (OpenEvaluation Command, WorkplaceView? Workplace) prepared, Deciding deciding)
    {
        var c = prepared.Command;
        if (BadKey(c.Key) is { } bad) return bad;
        if (state.Opened) return Decision.Again();
        if (c.Levels.Count is 0 or > Levels || c.Levels.Distinct().Count() != c.Levels.Count || c.Levels.Any(l => !Enum.IsDefined(l) || l == WorkLevel.A)) return Decision.Refuse("no-level", "", "Levels other than A, each once.");
        return prepared.Workplace is { } place ? Decision.Event(new EvaluationOpened(c.Key, c.Levels, place.Name, place.Association.Code)) : Decision.Refuse("unknown-workplace");
    }

    const int Levels = 4;

    public static Decision KeepPlan(EvaluationState state, KeepPlan c, Deciding deciding) =>
        Known(state, c.Key)
        ?? (state.Withdrawn ? Decision.Refuse(Over)
        : c.To <= c.From || !WorkMinute.Fits(c.From) || !WorkMinute.Fits(c.To) ? Decision.Refuse("bad-dates", EvaluationPolicy.Plan)
        : Decision.Event(new PlanKept(c.Key, c.From, c.To, c.Document), c.From));

    public static Decision ReviewPlan(EvaluationState state, ReviewPlan c, Deciding deciding) =>
        Known(state, c.Key)
        ?? (state.Plan is not { } plan ? Decision.Refuse("no-plan", EvaluationPolicy.Plan)
        : c.On > Tokyo.DateOf(deciding.Now) ? Decision.Refuse("in-the-future")
        : c.On < plan.From ? Decision.Refuse("bad-dates", EvaluationPolicy.Plan)
        : Fault(c.Words) is { } fault ? Decision.Refuse(fault)
        : state.Reviews.Count >= EvaluationLimits.Lines ? Full()
        : Decision.Event(new PlanReviewed(c.Key, c.On, c.Words), c.On));

    public static Decision ConfirmC2(EvaluationState state, ConfirmC2 c, Deciding deciding) =>
        Known(state, c.Key)
        ?? (state.Withdrawn ? Decision.Refuse(Over)
        : string.IsNullOrWhiteSpace(c.Technique) || string.IsNullOrWhiteSpace(c.Number) || c.Technique.Length > EvaluationLimits.Short || c.Number.Length > EvaluationLimits.Short ? Decision.Refuse("no-technique", EvaluationPolicy.C2)
        : c.On > Tokyo.DateOf(deciding.Now) ? Decision.Refuse("in-the-future")
        : state.Confirmations.Count >= EvaluationLimits.Lines ? Full()
        : Decision.Event(new C2Confirmed(c.Key, c.Member?.Number ?? 0, c.Technique.Trim(), c.On, c.Number.Trim()), c.On));

    public Decision FillSheet(EvaluationState state, FillSheet c, Deciding deciding)
    {
        if (Known(state, c.Key) is { } known) return known;
        if (!Writes(state)) return Decision.Refuse(NotDrafting);
        var policy = Policy(deciding.Now);
        if (c.Fields.Count == 0 || c.Fields.Keys.Any(f => !policy.Fields.Any(p => p.Field == f))) return Decision.Refuse("unknown-field");
        return c.Fields.Values.Any(v => v.Length > EvaluationLimits.Short) ? Decision.Refuse(TooMany) : Decision.Event(new SheetFilled(c.Key, c.Fields), null, policy.Edition);
    }

    public Decision AnswerItem(EvaluationState state, AnswerItem c, Deciding deciding)
    {
        if (Known(state, c.Key) is { } known) return known;
        if (!Writes(state)) return Decision.Refuse(NotDrafting);
        var policy = Policy(deciding.Now);
        if (policy.Item(c.Item) is not { } item) return Decision.Refuse("unknown-item");
        if (item.Mandatory && c.Verdict == ItemVerdict.NotConcerned) return Decision.Refuse("item-mandatory", EvaluationPolicy.Mandatory);
        if (c.Words.Length > EvaluationLimits.Words || c.Documents.Count > EvaluationLimits.Documents) return Decision.Refuse(TooMany);
        return Decision.Event(new ItemAnswered(c.Key, c.Item, c.Verdict, c.Words, c.Documents), null, policy.Edition);
    }

    public Decision File(EvaluationState state, FileEvaluation c, Deciding deciding)
    {
        if (Known(state, c.Key) is { } known) return known;
        if (!Writes(state)) return Decision.Refuse(NotDrafting);
        var policy = Policy(deciding.Now);
        return EvaluationStepRules.Missing(state, policy) is [var missing, ..] ? Decision.Refuse(new Refusal(missing, missing == "c2-not-confirmed" ? EvaluationPolicy.C2 : "")) : Decision.Event(new EvaluationFiled(c.Key), null, policy.Edition);
    }

    public static Decision Apply(EvaluationState state, ApplyToPrefecture c, Deciding deciding) =>
        Known(state, c.Key)
        ?? (EvaluationStepRules.StageOf(state) != EvaluationStage.Resulted ? Decision.Refuse("no-result")
        : c.On > Tokyo.DateOf(deciding.Now) || !WorkMinute.Fits(c.On) ? Decision.Refuse("in-the-future")
        : Decision.Event(new PrefectureApplied(c.Key, c.On), c.On));

    public static Decision Withdraw(EvaluationState state, WithdrawEvaluation c, Deciding deciding) =>
        Known(state, c.Key)
        ?? (state.Withdrawn || state.Designation is not null ? Decision.Refuse(Over)
        : Fault(c.Reason) is { } fault ? Decision.Refuse(fault)
        : Decision.Event(new EvaluationWithdrawn(c.Key, c.Reason)));

    internal static readonly Refusal Over = new("evaluation-over", "", "The application was taken back, or the prefecture has designated.");
    internal static readonly Refusal TooMany = new("too-many-words", "", $"At most {EvaluationLimits.Words} characters, and {EvaluationLimits.Documents} documents an item.");
    static readonly Refusal NotDrafting = new("not-drafting", "", "The papers are with the centre.");

    /// <summary>A refusal or a repeat; null when the command is new and there is an application.</summary>
    internal static Decision? Known(EvaluationState state, string key) =>
        BadKey(key) ?? (!state.Opened ? Decision.Refuse("unknown-evaluation") : state.Done.Contains(key) ? Decision.Again() : null);

    internal static Refusal? Fault(string words) => string.IsNullOrWhiteSpace(words) ? new Refusal("no-words") : words.Length > EvaluationLimits.Words ? TooMany : null;

    static bool Writes(EvaluationState state) => EvaluationStepRules.StageOf(state) is EvaluationStage.Drafting or EvaluationStage.Suspended;

    static Decision? BadKey(string key) =>
        string.IsNullOrEmpty(key) || key.Length > EvaluationLimits.KeyLength ? Decision.Refuse("bad-key", "", $"A key has 1 to {EvaluationLimits.KeyLength} characters.") : null;

    static Decision Full() => Decision.Refuse("ledger-full", "", $"At most {EvaluationLimits.Lines}.");
}
