using JmaActors.Live;
using JmaActors.Web.Access;

namespace JmaActors.Web.Live;

/// <summary>
/// One topic on this node: one observer at its board however many watch here. Holds the picture and the last changes, orders what arrives,
/// and heals what is missing by watching again from the version it has.
/// </summary>
internal sealed partial class LiveTopic(Topic topic, Gateway gateway, TimeProvider clock, ILogger log) : IBoardObserver
{
    readonly Lock _gate = new();
    readonly PictureState _state = new(topic.Text);
    readonly List<LiveWatch> _watches = [];
    readonly List<BoardChange> _waiting = [];
    readonly CancellationTokenSource _closing = new();
    IBoardObserver? _reference;
    Task? _begun;
    bool _started;
    bool _healing;
    bool _closed;
    bool _asking;
    long _idleSince = clock.GetTimestamp();
    long _renewed = clock.GetTimestamp();

    public Topic Topic => topic;

    public int Watchers
    {
        get { lock (_gate) return _watches.Count; }
    }

    /// <summary>True once nobody has watched for a while. One still beginning is not: those it begins for are about to come.</summary>
    public bool Idle
    {
        get { lock (_gate) return _begun is { IsCompleted: true } && !_closed && _watches.Count == 0 && clock.GetElapsedTime(_idleSince) >= LiveLimits.Linger; }
    }

    public bool RenewalDue => _started && clock.GetElapsedTime(Interlocked.Read(ref _renewed)) >= BoardLimits.ObserverRenewal;

    /// <summary>Subscribes and takes the first picture, once; everybody who comes meanwhile waits for the same.</summary>
    public Task Begin()
    {
        lock (_gate) return _begun ??= Start();
    }

    /// <summary>Adds a watcher; false when the topic has been closed meanwhile and a new one must be made.</summary>
    public bool TryAdd(LiveWatch watch, BoardVersion? since, out LiveStart start)
    {
        lock (_gate)
        {
            start = null!;
            if (_closed) return false;
            watch.Index = _watches.Count;
            _watches.Add(watch);
            start = watch.Begin(_state, since);
            return true;
        }
    }

    public void Remove(LiveWatch watch)
    {
        lock (_gate) Drop(watch);
    }

    public Task Changed(BoardChange change)
    {
        lock (_gate)
        {
            if (_closed) return Task.CompletedTask;
            if (!_started) Hold(change);
            else if (!Take(change)) BeginHealing();
        }

        return Task.CompletedTask;
    }

    public bool Next(LiveWatch watch, out ValueTask delivery)
    {
        lock (_gate) return watch.Missed(_state, out delivery);
    }

    /// <summary>A watcher could not be delivered to: it is gone.</summary>
    public void Lost(LiveWatch watch, Exception fault)
    {
        WatcherLost(log, topic.Kind, fault);
        Remove(watch);
    }

    /// <summary>
    /// Begins to renew the observer, which asks at the same time whether something was missed. True when <see cref="DropWithdrawn"/> is due as well;
    /// false while the one before is still under way.
    /// </summary>
    public bool Renew()
    {
        Interlocked.Exchange(ref _renewed, clock.GetTimestamp());
        lock (_gate)
        {
            BeginHealing();
            if (_asking || _closed) return false;
            return _asking = true;
        }
    }

    /// <summary>Ends the watch at the board, once however often it is asked for. False when somebody came back meanwhile.</summary>
    public async Task<bool> Close(bool evenIfWatched)
    {
        lock (_gate)
        {
            if (_closed) return true;
            if (_watches.Count > 0 && !evenIfWatched) return false;
            _closed = true;
        }

        try
        {
            await _closing.CancelAsync().ConfigureAwait(false);
            if (_reference is { } reference) await End(reference).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            // It runs out at the board by itself.
            NotUnwatched(log, topic.Kind, fault);
        }

        return true;
    }

    async Task End(IBoardObserver reference)
    {
        try
        {
            await gateway.UnwatchBoard(topic, reference, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            gateway.Release(reference);
        }
    }

    async Task Start()
    {
        _reference = gateway.Refer(this);
        var answer = await gateway.WatchBoard(topic, _reference, null, _closing.Token).ConfigureAwait(false);
        lock (_gate)
        {
            _state.Reset(answer.Picture ?? throw new InvalidOperationException($"A first watch of {topic} was answered without a picture."));
            _started = true;
            _idleSince = clock.GetTimestamp();
            if (!Drain()) BeginHealing();
        }
    }

    void Drop(LiveWatch watch)
    {
        watch.End();
        if (watch.Index < 0) return;
        var last = _watches[^1];
        _watches[watch.Index] = last;
        last.Index = watch.Index;
        _watches.RemoveAt(_watches.Count - 1);
        watch.Index = -1;
        if (_watches.Count == 0) _idleSince = clock.GetTimestamp();
    }

    [LoggerMessage(6101, LogLevel.Information, "A watcher of a {Kind} topic could not be reached")]
    static partial void WatcherLost(ILogger log, TopicKind kind, Exception fault);

    [LoggerMessage(6102, LogLevel.Debug, "A {Kind} topic could not be unwatched")]
    static partial void NotUnwatched(ILogger log, TopicKind kind, Exception fault);
}
