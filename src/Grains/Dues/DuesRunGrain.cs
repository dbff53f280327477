using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Live;
using JmaActors.Members;
using JmaActors.Rosters;
using Microsoft.Extensions.Logging;

namespace JmaActors.Dues;

/// <summary>A yearly run; see <see cref="IDuesRunGrain"/>. Each page begins where durable state says, and billing somebody again changes nothing, so that a kill costs the page it was in.</summary>
[GrainType(DuesRunLedger.Name)]
sealed class DuesRunGrain : LedgerGrain<DuesRunState, DuesRunEvent>, IDuesRunGrain, IRemindable
{
    const string Reminder = "unfinished";

    readonly IDuesIndex index;
    readonly PersonKeyring keyring;
    readonly DuesRunLimits limits;
    readonly BoardCanvas<DuesRunProgress> canvas;
    readonly SemaphoreSlim reminding = new(1);
    IGrainTimer? clock;

    public DuesRunGrain(LedgerServices services, DuesRunLedger ledger, IDuesIndex index, PersonKeyring keyring, DuesRunLimits limits, ILogger<DuesRunGrain> log)
        : base(services, ledger)
    {
        (this.index, this.keyring, this.limits) = (index, keyring, limits);
        canvas = new BoardCanvas<DuesRunProgress>($"dues-run/{Key}", services.Time, async () => await Durable(Shown(State)), log);
    }

    string Rehearsal => DuesRunLedger.Rehearsal(Key, State);

    DuesRunId Id => DuesRunId.TryParse(Key, out var id) ? id : throw new ArgumentException($"'{Key}' names no yearly run.");

    public async Task<Answer<DuesRunProgress>> Rehearse(RunDues command, CancellationToken ct)
    {
        using var turn = await Remind(ct);
        return await Commit((command, Id, await Tables(ct)), command.Caller, DuesRunDecider.Rehearse, (state, _) => Shown(state)!, ct);
    }

    public async Task<Answer<DuesRunProgress>> Run(RunDues command, CancellationToken ct)
    {
        using var turn = await Remind(ct);
        return await Commit((command, await Tables(ct)), command.Caller, DuesRunDecider.Run, (state, _) => Shown(state)!, ct);
    }

    public Task<DuesRunProgress?> Progress(CancellationToken ct) => Durable(Shown(State));

    public Task<IReadOnlyList<DuesRunLine>> Lines(DuesRunPart part, long after, CancellationToken ct) => index.Rehearsed(Rehearsal, part, after, DuesRunLimits.Lines, ct).OrTryAgain();

    public Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct) => canvas.Watch(observer, since);

    public Task Unwatch(IBoardObserver observer, CancellationToken ct)
    {
        canvas.Unwatch(observer);
        return Task.CompletedTask;
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        Tend();
        using var turn = await Turn.Take(reminding, CancellationToken.None);
        if (!State.UnderWay && await this.GetReminder(Reminder) is { } standing) await this.UnregisterReminder(standing);
    }

    /// <summary>The versions of what the association and those above it decided. Of those below nobody asks: whoever is billed otherwise than rehearsed is named.</summary>
    async Task<string> Tables(CancellationToken ct)
    {
        List<string> versions = [];
        foreach (var association in Id.Association.AndAbove()) versions.Add($"{association.Code}:{(await GrainFactory.GetGrain<IDuesTariffGrain>(association.Code).Read(-1, ct).OrTryAgain())!.Version}");
        return string.Join(' ', versions);
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

    /// <summary>Before it is begun, so that a kill right after it finds somebody who wakes it; until it is, nobody takes the reminder away.</summary>
    async Task<Turn> Remind(CancellationToken ct)
    {
        var turn = await Turn.Take(reminding, ct);
        await this.RegisterOrUpdateReminder(Reminder, DuesRunLimits.Reminder, DuesRunLimits.Reminder);
        return turn;
    }

    void Tend()
    {
        if (clock is not null || !State.UnderWay) return;
        clock = this.RegisterGrainTimer(Go, new GrainTimerCreationOptions(TimeSpan.Zero, limits.Look) { KeepAlive = true, Interleave = true });
    }

    async Task Go(CancellationToken ct)
    {
        while (State.UnderWay && !ct.IsCancellationRequested)
        {
            var (from, rehearsing) = (State.After, State.Stage == DuesRunStage.Rehearsing);
            var people = await index.People(Id.Association, rehearsing ? null : Rehearsal, from, limits.Page, ct).OrTryAgain();
            await keyring.Prefetch(people, ct);
            var after = people.Count > 0 ? people[^1] : from;
            DuesRunEvent page = rehearsing ? await Rehearsed(people, after, ct) : await Billed(people, after, ct);
            await Commit((from, page), Caller.System, DuesRunDecider.Page, static (_, _) => true, ct);
        }
        clock?.Dispose();
        clock = null;
    }

    async Task<PageRehearsed> Rehearsed(IReadOnlyList<long> people, long after, CancellationToken ct)
    {
        var lines = await Ask(people, member => GrainFactory.GetGrain<IDuesGrain>(member).Rehearse(Id.Year, ct), ct);
        return new PageRehearsed(after, [.. lines.OfType<DuesRunLine>()], people.Count < limits.Page);
    }

    async Task<PageBilled> Billed(IReadOnlyList<long> people, long after, CancellationToken ct)
    {
        var rehearsed = await index.Rehearsed(Rehearsal, [.. people], ct).OrTryAgain();
        var bill = new AssessDues(Id.Year, true, Caller.System);
        var answers = await Ask(people, member => GrainFactory.GetGrain<IDuesGrain>(member).Bill(bill, ct), ct);
        return DuesRunPages.Billed(people, answers, rehearsed, after, people.Count < limits.Page);
    }

    /// <summary>Asks many at once; in the order of the people. A ledger that cannot be opened answers with null and keeps nobody else from being asked.</summary>
    async Task<T?[]> Ask<T>(IReadOnlyList<long> people, Func<long, Task<T>> ask, CancellationToken ct)
    {
        var answers = new T?[people.Count];
        await SideBySide.Do([.. Enumerable.Range(0, people.Count)], limits.AtOnce, async i =>
        {
            ct.ThrowIfCancellationRequested();
            try
            {
                answers[i] = await ask(people[i]);
            }
            catch (Exception e) when (e is not TryAgainException && !ct.IsCancellationRequested)
            {
                DuesLog.NotReckoned(Services.Log, people[i], e);
            }
        });
        return answers;
    }

    DuesRunProgress? Shown(DuesRunState state) => state.Stage is { } stage
        ? new DuesRunProgress(Key, stage, state.Rehearsed, state.Billed, state.Different, [.. state.Differences], state.Began, Version)
        : null;
}
