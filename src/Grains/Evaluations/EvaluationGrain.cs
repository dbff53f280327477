using JmaActors.Ledgers;
using JmaActors.Live;
using JmaActors.WorkHours;
using Microsoft.Extensions.Logging;

namespace JmaActors.Evaluations;

/// <summary>An application to the evaluation centre; see <see cref="IEvaluationGrain"/>.</summary>
[GrainType(EvaluationLedger.Name)]
sealed class EvaluationGrain : LedgerGrain<EvaluationState, EvaluationEvent>, IEvaluationGrain
{
    readonly EvaluationLedger ledger;
    readonly BoardCanvas<EvaluationHead> canvas;

    public EvaluationGrain(LedgerServices services, EvaluationLedger ledger, ILogger<EvaluationGrain> log)
        : base(services, ledger)
    {
        this.ledger = ledger;
        canvas = new BoardCanvas<EvaluationHead>($"evaluation/{Key}", services.Time, async () => await Durable(State.Opened ? EvaluationAnswers.Head(Me, State) : null), log);
    }

    EvaluationId Me => EvaluationId.TryParse(Key, out var id) ? id : default;

    public async Task<Answer<EvaluationView>> Open(OpenEvaluation c, CancellationToken ct)
    {
        var workplace = State.Opened ? null : await GrainFactory.GetGrain<IWorkplaceGrain>(Me.Workplace.Code).Read(Caller.System, ct);
        return await Commit((c, workplace), c.Caller, EvaluationDecider.Open, (s, _) => View(s, EvaluationPart.Hospital), ct);
    }

    public Task<Answer<EvaluationView>> KeepPlan(KeepPlan c, CancellationToken ct) => Hospital(c, c.Caller, EvaluationDecider.KeepPlan, ct);

    public Task<Answer<EvaluationView>> ReviewPlan(ReviewPlan c, CancellationToken ct) => Hospital(c, c.Caller, EvaluationDecider.ReviewPlan, ct);

    public Task<Answer<EvaluationView>> ConfirmC2(ConfirmC2 c, CancellationToken ct) => Hospital(c, c.Caller, EvaluationDecider.ConfirmC2, ct);

    public Task<Answer<EvaluationView>> FillSheet(FillSheet c, CancellationToken ct) => Hospital(c, c.Caller, ledger.Papers.FillSheet, ct);

    public Task<Answer<EvaluationView>> AnswerItem(AnswerItem c, CancellationToken ct) => Hospital(c, c.Caller, ledger.Papers.AnswerItem, ct);

    public Task<Answer<EvaluationView>> File(FileEvaluation c, CancellationToken ct) => Hospital(c, c.Caller, ledger.Papers.File, ct);

    public Task<Answer<EvaluationView>> Apply(ApplyToPrefecture c, CancellationToken ct) => Hospital(c, c.Caller, EvaluationDecider.Apply, ct);

    public Task<Answer<EvaluationView>> Withdraw(WithdrawEvaluation c, CancellationToken ct) => Hospital(c, c.Caller, EvaluationDecider.Withdraw, ct);

    public Task<Answer<EvaluationView>> AssignSurveyor(AssignSurveyor c, CancellationToken ct) => Seen(EvaluationPart.Centre, c, c.Caller, ReviewDecider.Assign, ct);

    public Task<Answer<EvaluationView>> JudgeItem(JudgeItem c, CancellationToken ct) => Seen(PartOf(c.Kind), c, c.Caller, ledger.Review.Judge, ct);

    public Task<Answer<EvaluationView>> FinishReview(FinishReview c, CancellationToken ct) => Seen(PartOf(c.Kind), c, c.Caller, ledger.Review.Finish, ct);

    public Task<Answer<EvaluationView>> Suspend(SuspendEvaluation c, CancellationToken ct) => Seen(EvaluationPart.Centre, c, c.Caller, ledger.Review.Suspend, ct);

    public Task<Answer<EvaluationView>> GiveResult(GiveResult c, CancellationToken ct) => Seen(EvaluationPart.Centre, c, c.Caller, ledger.Review.Result, ct);

    public Task<Answer<EvaluationView>> Designate(DesignateEvaluated c, CancellationToken ct) => Seen(EvaluationPart.Prefecture, c, c.Caller, ledger.Review.Designate, ct);

    public Task<Answer<EvaluationView>> Publish(PublishDesignation c, CancellationToken ct) => Seen(EvaluationPart.Prefecture, c, c.Caller, ReviewDecider.Publish, ct);

    public Task<EvaluationView?> Read(EvaluationPart part, CancellationToken ct) => Durable(State.Opened ? View(State, part) : null);

    public Task<EvaluationParties?> Parties(CancellationToken ct) => Durable(State.Opened ? EvaluationAnswers.Parties(Me, State) : null);

    public Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct) => canvas.Watch(observer, since);

    public Task Unwatch(IBoardObserver observer, CancellationToken ct)
    {
        canvas.Unwatch(observer);
        return Task.CompletedTask;
    }

    protected override bool Follows => true;

    protected override void Committed() => canvas.Hint();

    Task<Answer<EvaluationView>> Hospital<T>(T command, Caller caller, Func<EvaluationState, T, Deciding, Decision<EvaluationEvent>> decide, CancellationToken ct) =>
        Seen(EvaluationPart.Hospital, command, caller, decide, ct);

    Task<Answer<EvaluationView>> Seen<T>(EvaluationPart part, T command, Caller caller, Func<EvaluationState, T, Deciding, Decision<EvaluationEvent>> decide, CancellationToken ct) =>
        Commit(command, caller, decide, (s, _) => View(s, part), ct);

    EvaluationView View(EvaluationState state, EvaluationPart part) => EvaluationAnswers.View(Me, state, part, ledger.Papers.Policy(Now));

    static EvaluationPart PartOf(SurveyorKind kind) => kind == SurveyorKind.Doctor ? EvaluationPart.Doctor : EvaluationPart.Labour;
}
