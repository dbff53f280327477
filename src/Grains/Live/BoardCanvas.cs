using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Orleans.Utilities;

namespace JmaActors.Live;

/// <summary>
/// Draws a live picture for those who watch: versions, changes kept for those who resume, and the pace. Lives in one actor and is used on its
/// scheduler only. Nobody watching costs nothing: then nothing is drawn.
/// </summary>
/// <param name="draw">The picture now, of durable state only; null when there is nothing to show.</param>
public sealed class BoardCanvas<TPicture>(string topic, TimeProvider time, Func<ValueTask<TPicture?>> draw, ILogger log)
    where TPicture : class
{
    readonly ObserverManager<IBoardObserver> observers = new(BoardLimits.ObserverLifetime, log);
    readonly Queue<BoardChange> changes = [];
    readonly long epoch = time.GetUtcNow().UtcTicks;
    JsonObject? shown;
    string? json;
    long n, drawnAt;
    bool dirty = true;
    Task drawing = Task.CompletedTask;
    Task one = Task.CompletedTask;

    BoardVersion Version => new(epoch, n);

    public bool Watched => observers.Count > 0;

    public async Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since)
    {
        observers.Subscribe(observer, observer);
        await drawing;
        await Draw();
        if (since is { } known && known.Epoch == epoch && Known(known) is { } missed) return new WatchAnswer(null, missed);
        return new WatchAnswer(shown is null ? null : new BoardPicture(topic, Version, json ??= shown.ToJsonString(BoardJson.Options)), []);
    }

    public void Unwatch(IBoardObserver observer) => observers.Unsubscribe(observer);

    /// <summary>Something changed: the picture is drawn soon, at the board's pace, when somebody watches.</summary>
    public void Hint()
    {
        dirty = true;
        if (drawing.IsCompleted && Watched) drawing = DrawSoon();
    }

    /// <summary>Changes after a version; null when they are no longer kept.</summary>
    List<BoardChange>? Known(BoardVersion since)
    {
        if (since.N > n) return null;
        if (since.N < n && (changes.Count == 0 || changes.Peek().From.N > since.N)) return null;
        return [.. changes.Where(c => c.From.N >= since.N)];
    }

    async Task DrawSoon()
    {
        try
        {
            do
            {
                var wait = BoardLimits.Pace - Stopwatch.GetElapsedTime(drawnAt);
                if (wait > TimeSpan.Zero) await Task.Delay(wait);
                observers.ClearExpired();
                if (!Watched) return;
                await Draw();
            }
            while (dirty);
        }
        catch (Exception e)
        {
            // The picture stays as it was; the next hint or watcher draws again.
            dirty = true;
            LiveLog.DrawFailed(log, e, topic);
        }
    }

    /// <summary>Draws what is not drawn yet, one drawing at a time: who waited for another's needs none when nothing changed since.</summary>
    async Task Draw()
    {
        while (!one.IsCompleted) await one.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        if (dirty || shown is null) await (one = DrawOnce());
    }

    async Task DrawOnce()
    {
        dirty = false;
        drawnAt = Stopwatch.GetTimestamp();
        try
        {
            if (await draw() is { } picture) await Show(picture);
        }
        catch (Exception)
        {
            dirty = true;
            throw;
        }
    }

    async Task Show(TPicture picture)
    {
        var next = (JsonObject)JsonSerializer.SerializeToNode(picture, BoardJson.Options)!;
        if (shown is null)
        {
            (shown, json) = (next, null);
            return;
        }
        if (MergePatch.Between(shown, next) is not { } patch) return;
        var from = Version;
        n++;
        (shown, json) = (next, null);
        var change = new BoardChange(topic, from, Version, patch.ToJsonString(BoardJson.Options));
        changes.Enqueue(change);
        if (changes.Count > BoardLimits.ChangesKept) changes.Dequeue();
        await observers.Notify(o => o.Changed(change));
    }
}
