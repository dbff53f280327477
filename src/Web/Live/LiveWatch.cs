using JmaActors.Live;

namespace JmaActors.Web.Live;

/// <summary>One watcher of one topic: what it was sent last, and whether a delivery is under way. Nothing else is kept per watcher.</summary>
public sealed class LiveWatch : IAsyncDisposable
{
    readonly LiveTopic _topic;
    readonly ILiveSink _sink;
    BoardVersion _sent;
    bool _busy;
    bool _ended;

    internal LiveWatch(LiveTopic topic, Caller caller, ILiveSink sink)
    {
        _topic = topic;
        _sink = sink;
        Caller = caller;
    }

    internal Caller Caller { get; }

    /// <summary>Place in the topic's list; -1 when not in it.</summary>
    internal int Index { get; set; } = -1;

    /// <summary>Stops watching. What is under way may still arrive.</summary>
    public ValueTask DisposeAsync()
    {
        _topic.Remove(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Under the topic's lock: takes the place to begin from. A sink of pictures is sent its first one like every later one.</summary>
    internal LiveStart Begin(PictureState state, BoardVersion? since)
    {
        _sent = state.Version;
        if (_sink.PicturesOnly) OfferPicture(state);
        var changes = since is { } known ? state.Since(known) : null;
        return new LiveStart(state.Version, changes is null ? state.Picture() : null, changes);
    }

    /// <summary>Under the topic's lock: a change was applied.</summary>
    internal void Offer(LiveChange change, PictureState state)
    {
        if (_busy || _ended) return;
        if (_sink.PicturesOnly || _sent != change.From)
        {
            OfferPicture(state);
            return;
        }

        _sent = change.To;
        Follow(Send(change));
    }

    /// <summary>Under the topic's lock: the picture was replaced as a whole.</summary>
    internal void OfferPicture(PictureState state)
    {
        if (_busy || _ended) return;
        _sent = state.Version;
        Follow(Send(state.Picture()));
    }

    /// <summary>Under the topic's lock: no news from now on.</summary>
    internal void End() => _ended = true;

    internal ValueTask Tell(string topic, string reason) => _sink.Dropped(topic, reason);

    void Follow(ValueTask delivery)
    {
        if (delivery.IsCompletedSuccessfully) return;
        _busy = true;
        _ = CatchUp(delivery);
    }

    async Task CatchUp(ValueTask delivery)
    {
        // Away from the lock this was called under: the topic may be walking the list this watcher is going to leave.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            while (true)
            {
                await delivery.ConfigureAwait(false);
                if (!_topic.Next(this, out delivery)) return;
            }
        }
        catch (Exception fault)
        {
            _topic.Lost(this, fault);
        }
    }

    /// <summary>Under the topic's lock: what this watcher missed meanwhile; false when nothing, and then it is free again.</summary>
    internal bool Missed(PictureState state, out ValueTask delivery)
    {
        delivery = default;
        if (_ended || _sent == state.Version)
        {
            _busy = false;
            return false;
        }

        if (!_sink.PicturesOnly && state.Since(_sent) is { Length: <= LiveLimits.CatchUp } changes)
        {
            _sent = changes[0].To;
            delivery = Send(changes[0]);
            return true;
        }

        _sent = state.Version;
        delivery = Send(state.Picture());
        return true;
    }

    ValueTask Send(LiveChange change)
    {
        try
        {
            return _sink.Changed(change);
        }
        catch (Exception fault)
        {
            return ValueTask.FromException(fault);
        }
    }

    ValueTask Send(LivePicture picture)
    {
        try
        {
            return _sink.Picture(picture);
        }
        catch (Exception fault)
        {
            return ValueTask.FromException(fault);
        }
    }
}
