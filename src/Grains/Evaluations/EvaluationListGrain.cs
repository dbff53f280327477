using JmaActors.Journal;
using JmaActors.WorkHours;

namespace JmaActors.Evaluations;

/// <summary>Questions about applications that are asked of the views.</summary>
public interface IEvaluationIndex
{
    /// <summary>A keyset page, the oldest first.</summary>
    Task<EvaluationPage> List(EvaluationQuery query, CancellationToken ct);

    /// <summary>Published designations that hold on a date, by level, prefecture and workplace. A keyset page.</summary>
    Task<PublicDesignations> Designated(WorkLevel? level, string? prefecture, DateOnly on, string? after, int size, CancellationToken ct);
}

/// <inheritdoc cref="IEvaluationListGrain" />
/// <remarks>The caller's scope is added here and nowhere else.</remarks>
[StatelessWorker, GrainType("evaluation-list")]
sealed class EvaluationListGrain(IEvaluationIndex index, JmaActors.Policies.PolicyBook book, TimeProvider time) : Grain, IEvaluationListGrain
{
    public async Task<EvaluationPage> List(EvaluationQuery query, string? person, Caller caller, CancellationToken ct)
    {
        if (Within(query, person, caller) is not { } scoped) return new EvaluationPage([], null);
        var page = await index.List(scoped with { Size = Math.Clamp(query.Size, 1, EvaluationLimits.Page) }, ct).OrTryAgain();
        var today = Time.Tokyo.Today(time);
        var policy = book.Evaluation(today);
        return page with { Lines = [.. page.Lines.Select(l => l with { ReviewSoon = l.ReviewDue <= today.AddDays(policy.PlanRemindDays), NextSoon = l.NextBy <= today.AddDays(policy.CycleRemindDays) })] };
    }

    public async Task<PublicDesignations> Designated(WorkLevel? level, string? prefecture, string? after, int size, CancellationToken ct)
    {
        var today = Time.Tokyo.Today(time);
        var page = await index.Designated(level, prefecture, today, after, Math.Clamp(size, 1, EvaluationLimits.Page), ct).OrTryAgain();
        var results = book.Evaluation(today).Results;
        return page with { Lines = [.. page.Lines.Select(l => l with { Result = results.FirstOrDefault(r => r.Id == l.Result)?.Text.Ja ?? "" })] };
    }

    static EvaluationQuery? Within(EvaluationQuery query, string? person, Caller caller) => caller.Role switch
    {
        CallerRole.System or CallerRole.Operator => query,
        CallerRole.Workplace => query with { Workplace = new WorkplaceId(caller.Scope), Surveyor = null, Prefecture = null },
        CallerRole.Surveyor => person is { Length: > 0 } ? query with { Surveyor = person, Workplace = null, Prefecture = null } : null,
        CallerRole.Office or CallerRole.Auditor when caller.For is null && AssociationId.TryParse(caller.Scope, out var own) => own.Layer switch
        {
            AssociationLayer.National => query,
            AssociationLayer.Prefecture => query with { Prefecture = own.Code },
            _ => null,
        },
        _ => null,
    };
}
