using JmaActors.Live;
using JmaActors.Web.Access;

namespace JmaActors.Web.Live;

internal sealed partial class LiveTopic
{
    /// <summary>Under the lock: applies a change and those that waited for it; false when something before it is missing.</summary>
    bool Take(BoardChange change)
    {
        switch (_state.Take(change, out var applied))
        {
            case Taken.Applied:
                foreach (var watch in _watches) watch.Offer(applied, _state);
                return Drain();
            case Taken.Gap:
                Hold(change);
                return false;
            default:
                return true;
        }
    }

    /// <summary>Under the lock: keeps a change for later. When too many wait the oldest goes: healing brings it back.</summary>
    void Hold(BoardChange change)
    {
        if (_waiting.Count >= LiveLimits.Waiting) _waiting.RemoveAt(0);
        _waiting.Add(change);
    }

    /// <summary>Under the lock: takes those that waited, as far as they follow on; false when some of this activation still wait for another.</summary>
    bool Drain()
    {
        _waiting.RemoveAll(w => w.To.Epoch == _state.Version.Epoch && w.To.N <= _state.Version.N);
        while (_waiting.FindIndex(w => w.From == _state.Version) is >= 0 and var at)
        {
            var change = _waiting[at];
            _waiting.RemoveAt(at);
            if (_state.Take(change, out var applied) == Taken.Applied)
                foreach (var watch in _watches) watch.Offer(applied, _state);
        }

        return _waiting.Count == 0;
    }

    /// <summary>Under the lock.</summary>
    void BeginHealing()
    {
        if (_healing || _closed || !_started) return;
        _healing = true;
        _ = Heal();
    }

    async Task Heal()
    {
        var pause = LiveLimits.HealPause;
        try
        {
            while (!_closing.IsCancellationRequested)
            {
                if (await TryHeal().ConfigureAwait(false)) return;
                await Task.Delay(pause, clock, _closing.Token).ConfigureAwait(false);
                pause = pause * 2 < BoardLimits.ObserverRenewal ? pause * 2 : BoardLimits.ObserverRenewal;
            }
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            // Closed while healing: there is nobody left to heal for.
            HealingEnded(log, topic.Kind);
        }
    }

    async Task<bool> TryHeal()
    {
        BoardVersion since;
        lock (_gate) since = _state.Version;
        try
        {
            var answer = await gateway.WatchBoard(topic, _reference!, since, _closing.Token).ConfigureAwait(false);
            lock (_gate)
            {
                // In the same breath, so that a gap that shows up next begins to be healed again.
                _healing = !Absorb(answer);
                return !_healing;
            }
        }
        catch (Exception fault) when (!_closing.IsCancellationRequested)
        {
            NotHealed(log, topic.Kind, fault);
            return false;
        }
    }

    /// <summary>Under the lock: takes what the board answered; true when nothing is missing any more.</summary>
    bool Absorb(WatchAnswer answer)
    {
        if (answer.Picture is { } picture && (picture.Version.Epoch != _state.Version.Epoch || picture.Version.N > _state.Version.N))
        {
            _state.Reset(picture);
            foreach (var watch in _watches) watch.OfferPicture(_state);
        }

        foreach (var change in answer.Changes) Take(change);

        // What another activation sent is answered for by the picture just taken.
        _waiting.RemoveAll(w => w.To.Epoch != _state.Version.Epoch);
        return Drain();
    }

    /// <summary>Asks again for everybody who watches whether they still may, once per caller, and drops those who may not.</summary>
    public async Task DropWithdrawn()
    {
        try
        {
            Caller[] callers;
            lock (_gate) callers = [.. _watches.Select(w => w.Caller).Distinct()];
            foreach (var caller in callers)
            {
                if (_closing.IsCancellationRequested) return;
                if (await Withdrawn(caller).ConfigureAwait(false) is { } reason) Drop(caller, reason);
            }
        }
        finally
        {
            lock (_gate) _asking = false;
        }
    }

    void Drop(Caller caller, string reason)
    {
        LiveWatch[] dropped;
        lock (_gate)
        {
            dropped = [.. _watches.Where(w => w.Caller == caller)];
            foreach (var watch in dropped) Drop(watch);
        }

        // Not waited for: whoever takes its news slowly holds up nobody.
        foreach (var watch in dropped) _ = Tell(watch, reason);
    }

    async Task Tell(LiveWatch watch, string reason)
    {
        try
        {
            await watch.Tell(topic.Text, reason).AsTask().WaitAsync(WebLimits.Attempt, clock, _closing.Token).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            WatcherLost(log, topic.Kind, fault);
        }
    }

    /// <summary>Why this caller may not watch any more; null when it may, or when that cannot be told now.</summary>
    async Task<string?> Withdrawn(Caller caller)
    {
        try
        {
            await gateway.RequireTopic(topic, caller, _closing.Token).ConfigureAwait(false);
            return null;
        }
        catch (OutOfScopeException)
        {
            return OutOfScopeException.Reason;
        }
        catch (NothingThereException)
        {
            return NothingThereException.Reason;
        }
        catch (Exception fault)
        {
            NotAsked(log, topic.Kind, fault);
            return null;
        }
    }

    [LoggerMessage(6105, LogLevel.Debug, "A {Kind} topic was closed while it was being brought up to date")]
    static partial void HealingEnded(ILogger log, TopicKind kind);

    [LoggerMessage(6103, LogLevel.Warning, "A {Kind} topic could not be brought up to date")]
    static partial void NotHealed(ILogger log, TopicKind kind, Exception fault);

    [LoggerMessage(6107, LogLevel.Warning, "Whether somebody may still watch a {Kind} topic could not be told")]
    static partial void NotAsked(ILogger log, TopicKind kind, Exception fault);
}
