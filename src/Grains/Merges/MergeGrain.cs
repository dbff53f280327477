using JmaActors.Credits;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Members;

namespace JmaActors.Merges;

/// <summary>
/// Two records that may be one person's; see <see cref="IMergeGrain"/>. What was decided is done step by step, each recorded when it is done; a reminder stands from
/// before the decision until the last step, so that a silo that goes in the middle leaves nothing half done.
/// </summary>
[GrainType(MergeLedger.Name)]
sealed class MergeGrain(LedgerServices services, MergeLedger ledger) : LedgerGrain<MergeState, MergeEvent>(services, ledger), IMergeGrain, IRemindable
{
    const string Reminder = "unfinished";

    /// <summary>How long who decides waits for the work; shorter than the response timeout of a grain call.</summary>
    static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>How often a reminder takes up what is unfinished: the shortest Orleans allows.</summary>
    static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    Task work = Task.CompletedTask, unreminding = Task.CompletedTask;
    int deciding;
    IGrainTimer? clock;

    MergePair Pair => MergePair.TryParse(Key, out var pair) ? pair : default;

    public Task<Answer<MergeView>> Propose(MergeReasons reasons, Caller caller, CancellationToken ct) =>
        Commit(new ToPair<MergeReasons>(Pair, reasons), caller, MergeDecider.Propose, Shown, ct);

    public Task<Answer<MergeView>> Dismiss(DismissPair command, CancellationToken ct) =>
        Commit(new ToPair<DismissPair>(Pair, command), command.Caller, MergeDecider.Dismiss, Shown, ct);

    public async Task<Answer<MergeView>> Decide(DecideMerge command, CancellationToken ct) =>
        await Done(await Reminded(() => Commit(new ToPair<DecideMerge>(Pair, command), command.Caller, MergeDecider.Decide, Shown, ct)));

    public async Task<Answer<MergeView>> Undo(UndoMerge command, CancellationToken ct) =>
        await Done(await Reminded(() => Commit(new ToPair<UndoMerge>(Pair, command), command.Caller, MergeDecider.Undo, Shown, ct)));

    public Task<MergeView?> Read(Caller caller, CancellationToken ct) => Durable(State.View(Pair));

    public async Task<MergePreview?> Preview(MemberId into, Caller caller, CancellationToken ct) =>
        Pair.Has(into) ? await MergePreviews.Of(GrainFactory, into, Pair.Other(into), Now, ct) : null;

    public async Task<IReadOnlyList<HistoryLine>> History(long after, Caller caller, CancellationToken ct)
    {
        await Durable(true);
        return await CreditHistory.Read(Services.Journal, Ledger, after, ct);
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        Tend();
        if (!State.UnderWay) await Unremind();
    }

    protected override Task Woken(CancellationToken ct)
    {
        Tend();
        return Task.CompletedTask;
    }

    /// <summary>Takes the work up, again and again until it is done.</summary>
    void Tend()
    {
        if (clock is not null || !State.UnderWay) return;
        clock = this.RegisterGrainTimer(Tick, new GrainTimerCreationOptions(TimeSpan.Zero, Pause) { KeepAlive = true, Interleave = true });
    }

    async Task Tick(CancellationToken ct)
    {
        await Work();
        if (State.UnderWay) return;
        clock?.Dispose();
        clock = null;
        await Unremind();
    }

    Task Work() => work is { IsCompleted: false } ? work : work = Steps();

    async Task Steps()
    {
        await Durable(true);
        while (State is { UnderWay: true, Status: { } status, Round: var round, Step: var done })
        {
            var steps = new MergeWork(GrainFactory, Step());
            var fault = status == MergeStatus.Merging ? await steps.Merge(done + 1, CancellationToken.None) : null;
            if (status == MergeStatus.Undoing) await steps.Undo(done + 1, CancellationToken.None);
            if (fault is null) await Commit((round, status, done + 1), Caller.System, MergeDecider.Stepped, static (_, _) => true, CancellationToken.None);
            else await Commit((round, fault), Caller.System, MergeDecider.Failed, static (_, _) => true, CancellationToken.None);
        }
    }

    MergeStep Step()
    {
        var into = new MemberId(State.Into!.Value);
        return new MergeStep($"{Key}#{State.Round}", into, Pair.Other(into), State.Fields, State.Reason, State.By!);
    }

    /// <summary>Waits a while for the work that was decided; it goes on by itself.</summary>
    async Task<Answer<MergeView>> Done(Answer<MergeView> answer)
    {
        Tend();
        if (!answer.Accepted || !State.UnderWay) return answer;
        try
        {
            await Work().WaitAsync(Wait, Services.Time);
        }
        catch (Exception e) when (e is TimeoutException or TryAgainException)
        {
            return await Durable(answer);
        }
        return await Durable(answer with { Value = State.View(Pair), Version = Version });
    }

    /// <summary>Decides with a reminder that stands from before the decision.</summary>
    async Task<Answer<MergeView>> Reminded(Func<Task<Answer<MergeView>>> decide)
    {
        deciding++;
        try
        {
            // What is being taken away is the one before.
            await unreminding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            await this.RegisterOrUpdateReminder(Reminder, Again, Again);
            return await decide();
        }
        finally
        {
            deciding--;
        }
    }

    /// <summary>Takes the reminder away, unless a decision that is being made needs it.</summary>
    Task Unremind() => unreminding is { IsCompleted: false } ? unreminding : unreminding = Forget();

    async Task Forget()
    {
        try
        {
            if (await this.GetReminder(Reminder) is { } standing && deciding == 0 && !State.UnderWay) await this.UnregisterReminder(standing);
        }
        catch (ReminderException)
        {
            // Set anew or gone meanwhile. One that stands comes once more, and is taken away then.
        }
    }

    static MergeView Shown<T>(MergeState state, ToPair<T> to) => state.View(to.Pair)!;
}
