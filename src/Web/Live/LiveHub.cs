using JmaActors.Live;
using JmaActors.Web.Access;
using JmaActors.Web.Accounts;
using Microsoft.AspNetCore.SignalR;

namespace JmaActors.Web.Live;

/// <summary>
/// The live hub, <c>/hubs/live</c>. The protocol is in <c>docs/live-protocol.md</c>. Errors are hub exceptions whose text begins with a stable
/// reason code and a colon.
/// </summary>
public sealed partial class LiveHub(LiveFeed feed, IServiceProvider services, ILogger<LiveHub> log) : Hub
{
    static readonly object PresenceKey = new();

    /// <summary>Null where a switch stands in for sign-in.</summary>
    readonly AccessBook? book = services.GetService<AccessBook>();

    /// <summary>A connection whose right ends is ended: what it watches is watched no more, and whoever comes again is asked again.</summary>
    public override async Task OnConnectedAsync()
    {
        if (book is not null)
        {
            var asked = await book.Of(Context.User ?? new(), Context.ConnectionAborted).ConfigureAwait(false);
            if (asked?.Caller is null) Context.Abort();
            else Context.Items[PresenceKey] = book.Attend(asked, Context.Abort);
        }

        await base.OnConnectedAsync().ConfigureAwait(false);
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        (Context.Items[PresenceKey] as IDisposable)?.Dispose();
        return base.OnDisconnectedAsync(exception);
    }

    /// <summary>Begins to watch a topic: the picture with its version; then <c>Changed</c> messages come.</summary>
    public Task<WatchReply> Watch(string topic) => Begin(topic, null);

    /// <summary>Watches again after a gap or a reconnect: the changes after <paramref name="since"/> or, when no longer known, the picture.</summary>
    public Task<WatchReply> Resume(string topic, string? since) => Begin(topic, BoardVersion.Parse(since));

    /// <summary>Stops watching. A change already on its way may still arrive.</summary>
    public async Task Unwatch(string topic)
    {
        if (Sink.Take(topic) is { } watch) await watch.DisposeAsync().ConfigureAwait(false);
    }

    ConnectionSink Sink => (ConnectionSink)Context.Items[ConnectionSink.Key]!;

    async Task<WatchReply> Begin(string topic, BoardVersion? since)
    {
        var sink = Sink;
        var room = sink.TryReserve(topic, out var before);
        if (before is not null) await before.DisposeAsync().ConfigureAwait(false);
        if (!room) throw new HubException($"too-many-topics: A connection watches at most {LiveLimits.TopicsPerConnection} topics.");
        try
        {
            var (watch, start) = await feed.Watch(topic, await Caller().ConfigureAwait(false), since, sink, Context.ConnectionAborted).ConfigureAwait(false);
            if (!sink.TryKeep(topic, watch)) await watch.DisposeAsync().ConfigureAwait(false);
            return LiveMessages.Reply(topic, start);
        }
        catch (Exception fault)
        {
            sink.Take(topic);
            if (fault is OutOfScopeException refused) await refused.Recorded.ConfigureAwait(false);
            if (Worded(fault) is { } worded) throw worded;
            if (!Context.ConnectionAborted.IsCancellationRequested) WatchFailed(log, fault);
            throw;
        }
    }

    async ValueTask<Caller> Caller()
    {
        if (book is null) return Looked();
        var asked = await book.Of(Context.User ?? new(), Context.ConnectionAborted).ConfigureAwait(false);
        return asked?.Caller ?? throw new HubException($"{NotSignedInException.Reason}: Nobody is signed in any more.");
    }

    Caller Looked() =>
        Eyes.TryParse(Context.GetHttpContext() is { } http ? CallerOf.HubText(http) : null, out var caller, out var error)
            ? caller
            : throw new HubException($"bad-eyes: {error}");

    static HubException? Worded(Exception fault) => fault switch
    {
        HubException worded => worded,
        InvalidInputException => new HubException($"bad-topic: {fault.Message}"),
        OutOfScopeException => new HubException($"{OutOfScopeException.Reason}: This caller may not watch this topic."),
        NothingThereException => new HubException($"{NothingThereException.Reason}: There is nothing to watch under this topic."),
        TryAgainException again => new HubException($"{again.Reason}: Try again in {WebLimits.RetryAfterSeconds} seconds."),
        _ => null,
    };

    [LoggerMessage(6106, LogLevel.Error, "A watch could not be begun")]
    static partial void WatchFailed(ILogger log, Exception fault);
}
