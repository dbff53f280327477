using System.Text.Json.Nodes;
using JmaActors.Live;
using JmaActors.Training;
using JmaActors.Web.Live;

namespace JmaActors.Tests.Web.Fakes;

/// <summary>A board whose changes a test makes, loses or holds back.</summary>
sealed class FakeSeminarBoard(string topic) : ISeminarBoardGrain
{
    readonly Lock _gate = new();
    readonly List<BoardChange> _changes = [];
    readonly HashSet<IBoardObserver> _observers = [];
    JsonNode _picture = new JsonObject { ["n"] = 0 };
    BoardVersion _version = new(1, 0);
    TaskCompletionSource _watched = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Watches { get; private set; }

    public int Observers
    {
        get { lock (_gate) return _observers.Count; }
    }

    public BoardVersion? LastSince { get; private set; }

    /// <summary>What the next watches meet; null when they are answered.</summary>
    public Exception? Away { get; set; }

    /// <summary>While set, the next watches are answered only when it completes.</summary>
    public TaskCompletionSource? Held { get; set; }

    /// <summary>Completes with the next watch.</summary>
    public Task NextWatch
    {
        get { lock (_gate) return _watched.Task; }
    }

    public BoardVersion Version
    {
        get { lock (_gate) return _version; }
    }

    public Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct)
    {
        lock (_gate)
        {
            Watches++;
            LastSince = since;
            _watched.TrySetResult();
            _watched = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return Held is { } held ? After(held.Task, observer, since) : Answer(observer, since);
        }
    }

    async Task<WatchAnswer> After(Task held, IBoardObserver observer, BoardVersion? since)
    {
        await held;
        return await Answer(observer, since);
    }

    Task<WatchAnswer> Answer(IBoardObserver observer, BoardVersion? since)
    {
        lock (_gate)
        {
            if (Away is { } away) return Task.FromException<WatchAnswer>(away);
            _observers.Add(observer);
            var from = since is { } known ? _changes.FindIndex(c => c.From == known) : -1;
            if (since == _version) return Task.FromResult(new WatchAnswer(null, []));
            return Task.FromResult(from >= 0
                ? new WatchAnswer(null, _changes[from..])
                : new WatchAnswer(new BoardPicture(topic, _version, _picture.ToJsonString()), []));
        }
    }

    public Task Unwatch(IBoardObserver observer, CancellationToken ct)
    {
        lock (_gate) _observers.Remove(observer);
        return Task.CompletedTask;
    }

    /// <summary>Makes a change; told to the observers unless it gets lost.</summary>
    public BoardChange Change(string patch, bool lost = false)
    {
        BoardChange change;
        IBoardObserver[] told;
        lock (_gate)
        {
            var to = _version with { N = _version.N + 1 };
            change = new BoardChange(topic, _version, to, patch);
            _picture = MergePatch.Apply(_picture, JsonNode.Parse(patch))!;
            _version = to;
            _changes.Add(change);
            told = [.. _observers];
        }

        if (!lost) Tell(change, told);
        return change;
    }

    public void Tell(BoardChange change)
    {
        IBoardObserver[] told;
        lock (_gate) told = [.. _observers];
        Tell(change, told);
    }

    /// <summary>Another activation draws from now on: nothing of the one before is known to it.</summary>
    public void Move()
    {
        lock (_gate)
        {
            _version = new BoardVersion(_version.Epoch + 1, 0);
            _changes.Clear();
            _observers.Clear();
        }
    }

    static void Tell(BoardChange change, IBoardObserver[] observers)
    {
        foreach (var observer in observers) Assert.True(observer.Changed(change).IsCompletedSuccessfully);
    }
}
