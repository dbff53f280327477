using Microsoft.AspNetCore.SignalR;

namespace JmaActors.Web.Live;

/// <summary>
/// Gives every hub connection its own sink. The feed writes to connections itself instead of through groups: a group send waits for its slowest
/// member, or queues without a bound for it; a connection that does not take a message at once is left alone until it has.
/// </summary>
public sealed class LiveConnections(ILogger<DefaultHubLifetimeManager<LiveHub>> log) : DefaultHubLifetimeManager<LiveHub>(log)
{
    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        connection.Items[ConnectionSink.Key] = new ConnectionSink(connection);
        return base.OnConnectedAsync(connection);
    }

    public override async Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        await base.OnDisconnectedAsync(connection).ConfigureAwait(false);
        if (connection.Items[ConnectionSink.Key] is ConnectionSink sink) await sink.DisposeAsync().ConfigureAwait(false);
    }
}

/// <summary>One hub connection and what it watches.</summary>
internal sealed class ConnectionSink(HubConnectionContext connection) : ILiveSink, IAsyncDisposable
{
    public static readonly object Key = new();

    readonly Lock _gate = new();
    List<(string Topic, LiveWatch? Watch)> _watches = new(1);
    bool _gone;

    public bool PicturesOnly => false;

    public ValueTask Changed(LiveChange change) => connection.WriteAsync(LiveMessages.Of(change));

    public ValueTask Picture(LivePicture picture) => connection.WriteAsync(LiveMessages.Of(picture));

    public ValueTask Dropped(string topic, string reason)
    {
        Take(topic);
        return connection.WriteAsync(LiveMessages.Dropped(topic, reason));
    }

    /// <summary>Keeps a place for a topic; false when the connection watches as many as it may. What it watched of this topic is handed back to be ended.</summary>
    public bool TryReserve(string topic, out LiveWatch? before)
    {
        lock (_gate)
        {
            before = Remove(topic);
            if (_gone || _watches.Count >= LiveLimits.TopicsPerConnection) return false;
            _watches.Add((topic, null));
            return true;
        }
    }

    /// <summary>Fills the place kept; false when the connection has gone or let the topic go meanwhile.</summary>
    public bool TryKeep(string topic, LiveWatch watch)
    {
        lock (_gate)
        {
            var at = _watches.FindIndex(w => w.Topic == topic && w.Watch is null);
            if (_gone || at < 0) return false;
            _watches[at] = (topic, watch);
            return true;
        }
    }

    /// <summary>Gives up a topic.</summary>
    public LiveWatch? Take(string topic)
    {
        lock (_gate) return Remove(topic);
    }

    public async ValueTask DisposeAsync()
    {
        List<(string Topic, LiveWatch? Watch)> watches;
        lock (_gate)
        {
            _gone = true;
            watches = _watches;
            _watches = [];
        }

        foreach (var (_, watch) in watches)
        {
            if (watch is not null) await watch.DisposeAsync().ConfigureAwait(false);
        }
    }

    LiveWatch? Remove(string topic)
    {
        var at = _watches.FindIndex(w => w.Topic == topic);
        if (at < 0) return null;
        var watch = _watches[at].Watch;
        _watches.RemoveAt(at);
        return watch;
    }
}
