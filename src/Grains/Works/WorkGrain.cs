using System.Text.Json;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Live;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace JmaActors.Works;

/// <summary>Long work; see <see cref="IWorkGrain"/>. Each step reads where the last one ended from durable state, so that a kill costs the step it was in.</summary>
[GrainType("work")]
sealed class WorkGrain : LedgerGrain<WorkState, WorkEvent>, IWorkGrain
{
    readonly IWorkIndex index;
    readonly WorkGathering gathering;
    readonly WorkActions actions;
    readonly WorkLimits limits;
    readonly BoardCanvas<WorkProgress> canvas;
    IGrainTimer? clock;

    /// <summary>How often the batch at hand was begun without an end.</summary>
    int tries;

    public WorkGrain(LedgerServices services, WorkLedger ledger, IWorkIndex index, WorkGathering gathering, WorkActions actions, WorkLimits limits, ILogger<WorkGrain> log)
        : base(services, ledger)
    {
        (this.index, this.gathering, this.actions, this.limits) = (index, gathering, actions, limits);
        canvas = new BoardCanvas<WorkProgress>($"work/{Key}", services.Time, async () => await Durable(State.Progress(Key)), log);
    }

    bool Over => State.Started is { } started && Now >= started.Expires;

    public async Task<Answer<WorkProgress>> Start(StartWork command, CancellationToken ct)
    {
        var fault = State.Started is null ? gathering.Fault(command.Filter, command.Sort, command.Caller) : null;
        var running = State.Started is null ? await index.Running(command.Caller, ct).OrTryAgain() : 0;
        var request = JsonSerializer.SerializeToUtf8Bytes(new WorkRequest(command.Filter, command.Sort, command.Chosen?.Select(m => m.Number).ToList()), WorkJson.Default.WorkRequest);
        return await Commit(new PreparedWork(command, fault, running, request, limits), command.Caller, WorkDecider.Start, (state, _) => state.Progress(Key)!, ct);
    }

    public async Task<Answer<WorkProgress>?> Cancel(Caller caller, CancellationToken ct) =>
        State.BelongsTo(caller) ? await Commit(caller, caller, WorkDecider.Cancel, (state, _) => state.Progress(Key)!, ct) : null;

    public Task<WorkProgress?> Progress(Caller caller, CancellationToken ct) => Durable(State.BelongsTo(caller) ? State.Progress(Key) : null);

    public async Task<Immutable<byte[]>?> Rows(int chunk, Caller caller, CancellationToken ct)
    {
        if (!await Durable(State.BelongsTo(caller) && State.Started!.Kind == WorkKind.Export && State.Stage == WorkStage.Done && !Over)) return null;
        return chunk >= 0 && await index.Chunk(Key, chunk, ct).OrTryAgain() is { } found ? found.Body.AsImmutable() : null;
    }

    public Task Forget(CancellationToken ct) => Commit(true, Caller.System, WorkDecider.Forget, static (_, _) => true, ct);

    public Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct) => canvas.Watch(observer, since);

    public Task Unwatch(IBoardObserver observer, CancellationToken ct)
    {
        canvas.Unwatch(observer);
        return Task.CompletedTask;
    }

    protected override bool Follows => true;

    protected override void Committed()
    {
        canvas.Hint();
        Tend();
    }

    protected override Task Woken(CancellationToken ct)
    {
        Tend();
        return Task.CompletedTask;
    }

    /// <summary>Keeps going, and thereby stays awake, while something is left to do.</summary>
    void Tend()
    {
        if (clock is not null || (!State.Running && !(Over && State.Stage != WorkStage.Expired))) return;
        clock = this.RegisterGrainTimer(Go, new GrainTimerCreationOptions(TimeSpan.Zero, limits.Look) { KeepAlive = true, Interleave = true });
    }

    async Task Go(CancellationToken ct)
    {
        if (Over) await Commit(true, Caller.System, WorkDecider.Expire, static (_, _) => true, ct);
        while (State.Running && !ct.IsCancellationRequested)
        {
            if (!await actions.StillMay(State.Started!.By, Time.Tokyo.DateOf(Now), ct)) await Commit(true, Caller.System, WorkDecider.Fail, static (_, _) => true, ct);
            else if (State.Stage == WorkStage.Gathering) await Gather(ct);
            else await Act(ct);
        }
        clock?.Dispose();
        clock = null;
    }

    async Task Gather(CancellationToken ct)
    {
        var chunk = State.Chunks.Count;
        var asked = await index.Chunk(Key, WorkViews.Request, ct).OrTryAgain();
        var before = chunk == 0 ? null : await index.Chunk(Key, chunk - 1, ct).OrTryAgain();
        // Stopped or expired meanwhile, its rows are gone.
        if (State.Stage != WorkStage.Gathering) return;
        var request = JsonSerializer.Deserialize(asked!.Body, WorkJson.Default.WorkRequest)!;
        if (await gathering.Next(State.Started!, State.Began, request, chunk, before?.Next, limits.Chunk, ct) is { } gathered) await Commit(gathered, Caller.System, WorkDecider.Gather, static (_, _) => true, ct);
        else await Commit(true, Caller.System, WorkDecider.Fail, static (_, _) => true, ct);
    }

    async Task Act(CancellationToken ct)
    {
        var (chunk, offset) = (State.Chunk, State.Offset);
        if (chunk >= State.Chunks.Count || State.Chunks[chunk] == 0)
        {
            await Commit(true, Caller.System, WorkDecider.Finish, static (_, _) => true, ct);
            return;
        }
        var gathered = await index.Chunk(Key, chunk, ct).OrTryAgain();
        if (State.Stage != WorkStage.Acting) return;
        var people = JsonSerializer.Deserialize(gathered!.Body, WorkJson.Default.ListInt64)!;
        var acted = await actions.Do(Key, State, [.. people.Skip(offset).Take(limits.Batch)], limits.AtOnce, ++tries > limits.Tries, ct);
        tries = 0;
        await Commit((offset, acted), Caller.System, WorkDecider.Act, static (_, _) => true, ct);
    }
}
