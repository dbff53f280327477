using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Live;
using JmaActors.Members;
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
    readonly DebitSeal seal;

    // Made when somebody watches: in a yearly run everybody is awake and nobody is looked at.
    BoardCanvas<DuesView>? canvas;
    DateOnly drawn;
    bool following;

    public DuesGrain(LedgerServices services, DuesLedger ledger, DuesRecords records, PolicyBook book, DebitSeal seal)
        : base(services, ledger) => (this.records, this.book, this.seal) = (records, book, seal);

    MemberId Me => new(this.GetPrimaryKeyLong());

    DateOnly Today => Tokyo.DateOf(Now);

    public Task<Answer<DuesStatement>> Assess(AssessDues command, CancellationToken ct) =>
        Decide(command, command.Caller, DuesDecider.Assess, (state, c) => DuesAnswers.Statement(state, c.Command.Year, Today), ct);

    public async Task<DuesRunLine?> Rehearse(FiscalYear year, CancellationToken ct)
    {
        var read = await records.Read(Me, ct);
        var line = read.Person is { } person ? DuesAnswers.Rehearsed(State, Me, Policies(read), year, person with { Reductions = State.Reductions }) : null;
        if (BulkWork.On) DeactivateOnIdle();
        return await Durable(line);
    }

    public async Task<Answer<DuesRunLine>> Bill(AssessDues command, CancellationToken ct)
    {
        var answer = await Decide(
            command with { Post = true }, command.Caller, DuesDecider.Assess,
            (state, c) => DuesAnswers.Billed(state, Me, c.Policies, c.Command.Year, c.Read.Person! with { Reductions = state.Reductions }), ct);
        if (BulkWork.On) DeactivateOnIdle();
        return answer;
    }

    public async Task<DuesTrial?> TryAssess(TryDues command, CancellationToken ct)
    {
        var fault = command.Membership is { } wanted ? MembershipRules.Fault(wanted) ?? PersonRules.Fault(command.From) : null;
        var read = await records.Read(Me, ct, fault is null ? command.Membership?.Local : null);
        if (read.Person is not { } found) return null;
        var (person, policies) = (found with { Reductions = State.Reductions }, Policies(read));
        var refusal = fault
            ?? (command.Reduction is { } reduced ? ReductionRules.Fault(policies, reduced, person) : null);
        var tried = person;
        if (refusal is null && command.Membership is { } membership) tried = tried with { Periods = DuesAnswers.With(person.Periods, membership, command.From) };
        if (refusal is null && command.Reduction is { } reduction) tried = tried with { Reductions = [.. tried.Reductions, reduction] };
        var policy = policies(command.Year);
        var (before, after) = (DuesRules.Assess(policy, command.Year, person), DuesRules.Assess(policy, command.Year, tried));
        return await Durable(new DuesTrial(before, after, refusal, [.. Rules(before, after), .. Effects(command.Reduction is { } reducing && refusal is null ? [reducing] : [])]));
    }

    public Task<Answer<DuesView>> Pay(PayDues command, CancellationToken ct) => Commit(command, command.Caller, DuesMoneyDecider.Pay, View, ct);

    public Task<Answer<DuesView>> Reverse(ReversePayment command, CancellationToken ct) => Commit(command, command.Caller, DuesMoneyDecider.Reverse, View, ct);

    public Task<Answer<DuesView>> Refund(RefundDues command, CancellationToken ct) => Commit(command, command.Caller, DuesMoneyDecider.Refund, View, ct);

    public Task<Answer<DuesView>> Lessen(LessenDues command, CancellationToken ct) => Commit(command, command.Caller, DuesMoneyDecider.Lessen, View, ct);

    public Task<Answer<DuesView>> Reduce(ReduceDues command, CancellationToken ct) => Decide(command, command.Caller, DuesDecider.Reduce, View, ct);

    public Task<Answer<DuesView>> EndReduction(EndReduction command, CancellationToken ct) => Decide(command, command.Caller, DuesDecider.EndReduction, View, ct);

    public Task<DuesView> Read(Caller caller, CancellationToken ct) => Durable(View(Today));

    public async Task<bool> Follow(CancellationToken ct)
    {
        if (!State.Behind) return await Durable(false);
        await Decide(true, Caller.System, DuesDecider.Follow, static (_, _) => true, ct);
        return true;
    }

    public Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct)
    {
        // What a new day made late is drawn when somebody looks: nothing happened that would say so.
        if (drawn != Today) canvas?.Hint();
        drawn = Today;
        canvas ??= new BoardCanvas<DuesView>($"member/{Me}/dues", Services.Time, async () => await Read(Caller.System, CancellationToken.None), Services.Log);
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
            while (State.Behind) await Follow(CancellationToken.None);
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

    DuesView View<T>(DuesState state, T command) => View(Today);

    DuesPolicy Policy(FiscalYear year) => book.Dues(year.FirstDay);

    /// <summary>The policy of a year with what the associations of a reading decided.</summary>
    Func<FiscalYear, DuesPolicy> Policies(DuesReading read) => year => Policy(year).With(read.Tariffs, year);

    /// <summary>Reads the record and decides; once more where the record changed while it was read.</summary>
    async Task<Answer<T>> Decide<TCommand, T>(
        TCommand command, Caller caller, Func<DuesState, PreparedDues<TCommand>, Deciding, Decision<DuesEvent>> decide, Func<DuesState, PreparedDues<TCommand>, T> answer, CancellationToken ct)
    {
        for (var tries = 0; tries < DuesLimits.Readings; tries++)
        {
            var read = await records.Read(Me, ct);
            var decided = await Commit(new PreparedDues<TCommand>(command, read, Policies(read)), caller, decide, answer, ct);
            if (decided.Refusal?.Reason != DuesDecider.Stale) return decided;
        }
        throw new TryAgainException(DuesDecider.Stale, $"The record behind {Ledger} changes faster than it is read; send the same command again.");
    }
}
