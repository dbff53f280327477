using Microsoft.Extensions.Logging;
using Orleans.Streams;
using Orleans.Streams.Core;

namespace JmaActors.Live;

/// <summary>A derived actor that draws a board. Hints reach it over an implicit stream subscription; it holds nothing that could not be rebuilt.</summary>
[Reentrant]
public abstract class BoardGrain<TPicture> : Grain, IBoardGrain, IStreamSubscriptionObserver, IAsyncObserver<ChangeHint>
    where TPicture : class
{
    protected BoardGrain(string topicPrefix, TimeProvider time, ILogger log)
    {
        Time = time;
        var key = this.GetGrainId().Key.ToString();
        Canvas = new BoardCanvas<TPicture>(topicPrefix.EndsWith('/') ? topicPrefix + key : topicPrefix, time, Draw, log);
    }

    protected TimeProvider Time { get; }

    protected BoardCanvas<TPicture> Canvas { get; }

    /// <summary>The picture now; null when there is nothing to show.</summary>
    protected abstract ValueTask<TPicture?> Draw();

    /// <summary>A hint arrived; by default the picture is drawn soon.</summary>
    protected virtual Task Hinted(ChangeHint hint)
    {
        Canvas.Hint();
        return Task.CompletedTask;
    }

    public virtual Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct) => Canvas.Watch(observer, since);

    public Task Unwatch(IBoardObserver observer, CancellationToken ct)
    {
        Canvas.Unwatch(observer);
        return Task.CompletedTask;
    }

    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) => handleFactory.Create<ChangeHint>().ResumeAsync(this);

    public Task OnNextAsync(ChangeHint item, StreamSequenceToken? token = null) => Hinted(item);

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;
}
