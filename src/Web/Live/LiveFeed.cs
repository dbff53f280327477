using System.Collections.Concurrent;
using JmaActors.Live;
using JmaActors.Web.Access;

namespace JmaActors.Web.Live;

/// <summary>
/// Everything live on this web node, behind hub and pages alike. Whoever watches a topic gets the picture first and then every change, or the
/// picture again when the watcher is slower than the changes. However many watch a topic here, its board knows one observer.
/// </summary>
public sealed partial class LiveFeed(Gateway gateway, TimeProvider clock, ILogger<LiveFeed> log) : BackgroundService
{
    readonly ConcurrentDictionary<string, LiveTopic> _topics = new(StringComparer.Ordinal);
    readonly SemaphoreSlim _asking = new(LiveLimits.RenewedTogether);

    /// <summary>Watchers on this node, for the operations board.</summary>
    public int Watchers => _topics.Values.Sum(t => t.Watchers);

    /// <summary>Topics watched on this node, for the operations board.</summary>
    public int Topics => _topics.Count;

    /// <summary>Begins to watch, or resumes from the version the watcher has. End it with <see cref="LiveWatch.DisposeAsync"/>.</summary>
    /// <exception cref="InvalidInputException">The text is no topic.</exception>
    /// <exception cref="OutOfScopeException">The caller may not watch it.</exception>
    /// <exception cref="NothingThereException">It shows nothing.</exception>
    /// <exception cref="TryAgainException">Its board cannot be reached now, or too many topics are watched here.</exception>
    public async Task<(LiveWatch Watch, LiveStart Start)> Watch(
        string topic, Caller caller, BoardVersion? since, ILiveSink sink, CancellationToken ct)
    {
        if (!Topic.TryParse(topic, out var parsed)) throw new InvalidInputException("topic", "Watch seminar/…, member/…/credits, association/…, operations or import/….");
        await gateway.RequireTopic(parsed, caller, ct).ConfigureAwait(false);
        while (true)
        {
            var live = await Live(parsed, ct).ConfigureAwait(false);
            var watch = new LiveWatch(live, caller, sink);
            if (live.TryAdd(watch, since, out var start)) return (watch, start);
            _topics.TryRemove(new(parsed.Text, live));
        }
    }

    /// <summary>
    /// Watches for a page: pictures as their record. <paramref name="onChange"/> is called with the picture as it is now, before this returns, and
    /// then with later ones: one call at a time, from any thread, what comes while a call runs being shown as one. A call that fails ends the
    /// watch. <paramref name="onDropped"/> gets the reason when no more will come: <c>failed</c> after such a call. Throws as <see cref="Watch(string, Caller, BoardVersion?, ILiveSink, CancellationToken)"/>.
    /// </summary>
    public async Task<LiveWatch> Watch<TPicture>(
        Topic topic, Caller caller, Func<TPicture, Task> onChange, CancellationToken ct, Func<string, Task>? onDropped = null)
        where TPicture : class
    {
        var sink = new PageSink<TPicture>(onChange, onDropped);
        var (watch, _) = await Watch(topic.Text, caller, null, sink, ct).ConfigureAwait(false);
        try
        {
            await sink.First.WaitAsync(ct).ConfigureAwait(false);
            return watch;
        }
        catch (Exception)
        {
            await watch.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LiveLimits.Round, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false)) LookAfter(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Parallel.ForEachAsync(_topics.Values, Together, static async (t, _) => await t.Close(evenIfWatched: true).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    /// <summary>Closes topics nobody watches and renews the others that are due. Waits for none of them: a board that is away must not cost the others their renewal.</summary>
    void LookAfter(CancellationToken ct)
    {
        foreach (var (name, topic) in _topics)
        {
            if (topic.Idle) _ = Close(name, topic);
            else if (topic.RenewalDue) _ = Renew(topic, ct);
        }
    }

    async Task Close(string name, LiveTopic topic)
    {
        if (await topic.Close(evenIfWatched: false).ConfigureAwait(false)) _topics.TryRemove(new(name, topic));
    }

    async Task Renew(LiveTopic topic, CancellationToken ct)
    {
        try
        {
            if (!topic.Renew()) return;
            await _asking.WaitAsync(ct).ConfigureAwait(false);
            try
            {
                await topic.DropWithdrawn().ConfigureAwait(false);
            }
            finally
            {
                _asking.Release();
            }
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            NotRenewed(log, topic.Topic.Kind, fault);
        }
    }

    async Task<LiveTopic> Live(Topic topic, CancellationToken ct)
    {
        if (!_topics.TryGetValue(topic.Text, out var live))
        {
            if (_topics.Count >= LiveLimits.Topics) throw new TryAgainException("too-many-topics", "This node watches as many topics as it can.");
            live = _topics.GetOrAdd(topic.Text, static (_, made) => new LiveTopic(made.topic, made.gateway, made.clock, made.log), (topic, gateway, clock, log: (ILogger)log));
        }

        try
        {
            await live.Begin().WaitAsync(ct).ConfigureAwait(false);
            return live;
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            _topics.TryRemove(new(topic.Text, live));
            await live.Close(evenIfWatched: true).ConfigureAwait(false);
            throw;
        }
    }

    static ParallelOptions Together => new() { MaxDegreeOfParallelism = LiveLimits.RenewedTogether };

    [LoggerMessage(6104, LogLevel.Warning, "A {Kind} topic could not be renewed")]
    static partial void NotRenewed(ILogger log, TopicKind kind, Exception fault);
}
