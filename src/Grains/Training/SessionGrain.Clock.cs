namespace JmaActors.Training;

/// <summary>What a session does by itself as time goes by: credits grow, final judgements are made, and nothing is left unfinished.</summary>
public sealed partial class SessionGrain : IRemindable
{
    const string Reminder = "unfinished";

    IGrainTimer? clock;
    bool reminded;
    SessionStatus finished;
    Task? finishing;

    /// <summary>Confirmed, and everything posted.</summary>
    bool Over => State.Status == SessionStatus.Confirmed && State.Tally.PendingEntries == 0;

    /// <summary>Nothing more happens by itself: the doors' time is over or the door is shut, everything due was judged, and only people can go on.</summary>
    bool Resting => State.Status switch
    {
        SessionStatus.Open => Now > State.Plan!.DoorsClose && growth.IsEmpty,
        SessionStatus.Closed => finished == SessionStatus.Closed,
        _ => Over,
    };

    /// <summary>Being woken is what it is for: <see cref="Woken"/> takes up what is unfinished.</summary>
    public Task ReceiveReminder(string reminderName, TickStatus status) => Resting ? Unremind() : Task.CompletedTask;

    protected override Task Woken(CancellationToken ct)
    {
        for (var place = 0; place < State.People.Count; place++) Plan(place);
        Tend();
        return Task.CompletedTask;
    }

    protected override bool Follows => clock is null;

    protected override void Committed() => Tend();

    /// <summary>Keeps looking at the clock, and thereby stays awake, while something can happen by itself.</summary>
    void Tend()
    {
        if (clock is not null || State.Plan is null || Resting) return;
        clock = this.RegisterGrainTimer(Tick, new GrainTimerCreationOptions(TimeSpan.Zero, SessionLimits.Tick) { KeepAlive = true, Interleave = true });
    }

    async Task Tick(CancellationToken ct)
    {
        await Grow();
        await Finish();
        await Remind();
    }

    async Task Grow()
    {
        while (growth.Take(Now, SessionLimits.GrowthBatch) is { Count: > 0 } due)
        {
            var done = Commit<IReadOnlyList<Due>, bool>(due, Caller.System, ledger.Grow, static (_, _) => true, CancellationToken.None);
            foreach (var (place, ticks) in due) growth.Plan(place, ledger.Assessor.NextChange(State, State.People[place], new DateTimeOffset(ticks, TimeSpan.Zero)));
            await done;
        }
    }

    /// <summary>Judges everybody for good once the door is shut, and posts once the roll is confirmed. Whoever asks meanwhile waits for the same.</summary>
    Task Finish() => finishing is { IsCompleted: false } running ? running : finishing = FinishAll();

    /// <summary>In batches, so that others are heard meanwhile.</summary>
    async Task FinishAll()
    {
        var status = State.Status;
        if (status < SessionStatus.Closed || finished >= status) return;
        var size = Math.Max(1, TrainingLimits.AssessmentBatch / State.Plan!.Talks.Count);
        for (var from = 0; from < State.People.Count; from += size)
        {
            await Commit(from..Math.Min(from + size, State.People.Count), State.SettledBy, ledger.Finish, static (_, _) => true, CancellationToken.None);
        }
        if (finished < status) finished = status;
    }

    /// <summary>A reminder stands as long as something is unfinished, so that a crash does not leave it so.</summary>
    async Task Remind()
    {
        if (Resting)
        {
            await Unremind();
            clock?.Dispose();
            clock = null;
            // Somebody may have tapped or closed meanwhile.
            Tend();
            return;
        }
        if (reminded) return;
        await this.RegisterOrUpdateReminder(Reminder, SessionLimits.Reminder, SessionLimits.Reminder);
        reminded = true;
    }

    async Task Unremind()
    {
        reminded = false;
        if (await this.GetReminder(Reminder) is { } standing) await this.UnregisterReminder(standing);
    }
}
