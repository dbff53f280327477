using JmaActors.Journal;
using JmaActors.Live;
using JmaActors.Time;
using JmaActors.WorkHours;
using Microsoft.Extensions.Logging;

namespace JmaActors.Interviews;

/// <summary>What is watched: what waits at the workplace, and single cases in the part of the workplace. Nobody watching costs nothing.</summary>
sealed partial class InterviewsGrain
{
    readonly IInterviewIndex index;
    readonly ILogger log;
    readonly BoardCanvas<InterviewBoard> board;
    readonly Dictionary<string, BoardCanvas<InterviewView>> cases = new(StringComparer.Ordinal);
    long moved;

    public async Task<InterviewBoard> Waiting(CancellationToken ct)
    {
        var today = Tokyo.DateOf(Now);
        var due = await index.Due(new InterviewDueQuery(Me, null, null, WorkHoursLimits.Physicians), ct).OrTryAgain();
        return await Durable(new InterviewBoard(Key, InterviewWorkRules.Count(due.Lines, State.Open, today, ledger.Book.Work(today).RemindDays), moved));
    }

    public Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct)
    {
        // Hours moved while nobody looked.
        if (!board.Watched) board.Hint();
        return board.Watch(observer, since);
    }

    public Task Unwatch(IBoardObserver observer, CancellationToken ct)
    {
        board.Unwatch(observer);
        return Task.CompletedTask;
    }

    public Task<WatchAnswer> WatchCase(MemberId member, DateOnly month, IBoardObserver observer, BoardVersion? since, CancellationToken ct)
    {
        var id = new InterviewId(Me, member, month);
        if (!cases.TryGetValue(id.Case, out var canvas))
        {
            foreach (var left in cases.Where(c => !c.Value.Watched).Select(c => c.Key).ToList()) cases.Remove(left);
            cases.Add(id.Case, canvas = new BoardCanvas<InterviewView>(
                $"interview/{id.Text}", Services.Time, async () => await Read(member, month, InterviewPart.Workplace, Caller.System, CancellationToken.None), log));
        }
        return canvas.Watch(observer, since);
    }

    public Task UnwatchCase(MemberId member, DateOnly month, IBoardObserver observer, CancellationToken ct)
    {
        if (cases.TryGetValue(new InterviewId(Me, member, month).Case, out var canvas)) canvas.Unwatch(observer);
        return Task.CompletedTask;
    }

    protected override bool Follows => true;

    protected override Task Woken(CancellationToken ct)
    {
        this.RegisterGrainTimer(Check, new GrainTimerCreationOptions(InterviewLimits.CheckEvery, InterviewLimits.CheckEvery) { Interleave = true });
        return Task.CompletedTask;
    }

    protected override void Committed() => Moved();

    BoardCanvas<InterviewBoard> Board() => new($"interviews/{Key}", Services.Time, async () => await Waiting(CancellationToken.None), log);

    /// <summary>Hours move and days end without a word to this actor.</summary>
    Task Check(CancellationToken ct)
    {
        if (board.Watched) board.Hint();
        return Task.CompletedTask;
    }

    void Moved()
    {
        moved++;
        board.Hint();
        foreach (var canvas in cases.Values) canvas.Hint();
    }
}
