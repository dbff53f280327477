using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Live;
using JmaActors.Policies;
using JmaActors.Time;
using Microsoft.Extensions.Logging;

namespace JmaActors.Dues;

/// <summary>One person's dues; see <see cref="IDuesGrain"/>. What they are reckoned from is read before the decision.</summary>
[GrainType(DuesLedger.Name)]
sealed partial class DuesGrain : LedgerGrain<DuesState, DuesEvent>, IDuesGrain
{
    readonly DuesRecords records;
    readonly PolicyBook book;

    // Made when somebody watches: in a yearly run everybody is awake and nobody is looked at.
    BoardCanvas<DuesView>? canvas;
    bool following;

    public DuesGrain(LedgerServices services, DuesLedger ledger, DuesRecords records, PolicyBook book)
        : base(services, ledger) => (this.records, this.book) = (records, book);

    MemberId Me => new(this.GetPrimaryKeyLong());

    DateOnly Today => Tokyo.DateOf(Now);

    public async Task<Answer<DuesStatement>> Assess(AssessDues command, CancellationToken ct) =>
        await Commit(await Prepare(command, command.Year, ct), command.Caller, DuesDecider.Assess, (state, c) => DuesAnswers.Statement(state, c.Command.Year, Today), ct);

    public async Task<DuesRunLine?> Rehearse(FiscalYear year, CancellationToken ct)
    {
        var prepared = await Prepare(year, year, ct);
        return await Durable(prepared.Person is { } person ? DuesAnswers.Rehearsed(State, Me, prepared.Policy, year, person with { Reductions = State.Reductions }) : null);
    }

    public async Task<Answer<DuesRunLine>> Bill(AssessDues command, CancellationToken ct) => await Commit(
        await Prepare(command with { Post = true }, command.Year, ct), command.Caller, DuesDecider.Assess,
        (state, c) => DuesAnswers.Billed(state, Me, c.Policy, c.Command.Year, c.Person! with { Reductions = state.Reductions }), ct);

    public async Task<DuesTrial?> TryAssess(TryDues command, CancellationToken ct)
    {
        var prepared = await Prepare(command, command.Year, ct);
        if (prepared.Person is not { } person) return null;
        var refusal = command.Reduction is { } asked ? ReductionRules.Fault(prepared.Policy, asked, person) : null;
        var tried = command.Membership is { } membership ? person with { Periods = DuesAnswers.With(person.Periods, membership, command.From) } : person;
        if (command.Reduction is { } reduction && refusal is null) tried = tried with { Reductions = [.. tried.Reductions, reduction] };
        return await Durable(new DuesTrial(DuesRules.Assess(prepared.Policy, command.Year, person), DuesRules.Assess(prepared.Policy, command.Year, tried), refusal));
    }

    public Task<Answer<DuesView>> Pay(PayDues command, CancellationToken ct) => Commit(command, command.Caller, DuesDecider.Pay, View, ct);

    public Task<Answer<DuesView>> Reverse(ReversePayment command, CancellationToken ct) => Commit(command, command.Caller, DuesDecider.Reverse, View, ct);

    public Task<Answer<DuesView>> Refund(RefundDues command, CancellationToken ct) => Commit(command, command.Caller, DuesDecider.Refund, View, ct);

    public Task<Answer<DuesView>> Lessen(LessenDues command, CancellationToken ct) => Commit(command, command.Caller, DuesDecider.Lessen, View, ct);

    public async Task<Answer<DuesView>> Reduce(ReduceDues command, CancellationToken ct) =>
        await Commit(await Prepare(command, FiscalYear.Of(Today), ct), command.Caller, DuesDecider.Reduce, View, ct);

    public async Task<Answer<DuesView>> EndReduction(EndReduction command, CancellationToken ct) =>
        await Commit(await Prepare(command, FiscalYear.Of(Today), ct), command.Caller, DuesDecider.EndReduction, View, ct);

    public Task<DuesView> Read(Caller caller, CancellationToken ct) => Durable(DuesAnswers.View(State, Me, Today));

    public async Task<bool> Follow(CancellationToken ct)
    {
        if (!State.Behind) return await Durable(false);
        var year = FiscalYear.Of(Today);
        await Commit(await Prepare(year, year, ct), Caller.System, DuesDecider.Follow, static (_, _) => true, ct);
        return true;
    }

    public Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct)
    {
        canvas ??= new BoardCanvas<DuesView>($"dues/{Me}", Services.Time, async () => await Read(Caller.System, CancellationToken.None), Services.Log);
        return canvas.Watch(observer, since);
    }

    public Task Unwatch(IBoardObserver observer, CancellationToken ct)
    {
        canvas?.Unwatch(observer);
        return Task.CompletedTask;
    }

    protected override bool Follows => canvas is not null || State.Behind;

    protected override void Committed()
    {
        canvas?.Hint();
        if (State.Behind && !following) _ = FollowNow();
    }

    /// <summary>At once where it can be; what fails or is cut off here is found by the daily look.</summary>
    async Task FollowNow()
    {
        following = true;
        try
        {
            await Follow(CancellationToken.None);
        }
        catch (Exception e) when (e is TryAgainException or OperationCanceledException)
        {
            DuesLog.FollowsLater(Services.Log, e, Ledger);
        }
        finally
        {
            following = false;
        }
    }

    DuesView View<T>(DuesState state, T command) => DuesAnswers.View(state, Me, Today);

    async Task<PreparedDues<T>> Prepare<T>(T command, FiscalYear year, CancellationToken ct)
    {
        var read = await records.Read(Me, ct);
        return new PreparedDues<T>(command, read?.Person is { } person ? person with { Reductions = State.Reductions } : null, read?.Version ?? 0, book.Dues(year.FirstDay));
    }
}
