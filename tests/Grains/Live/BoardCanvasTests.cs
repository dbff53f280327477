using System.Diagnostics;
using System.Threading.Channels;
using JmaActors.Live;
using Microsoft.Extensions.Logging.Abstractions;

namespace JmaActors.Tests.Grains.Live;

/// <summary>When a live picture is drawn, and what those who watch are given when that fails or takes long.</summary>
public sealed class BoardCanvasTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly Observer _observer = new();
    readonly BoardCanvas<Shown> _canvas;
    Func<ValueTask<Shown?>> _draw = static () => new(new Shown(0));
    int _drawn;

    public BoardCanvasTests() => _canvas = new BoardCanvas<Shown>("t", TimeProvider.System, Draw, NullLogger.Instance);

    [Fact]
    public async Task A_picture_that_could_not_be_drawn_is_drawn_for_the_next_watcher()
    {
        await _canvas.Watch(_observer, null);
        _canvas.Unwatch(_observer);
        _canvas.Hint();
        _draw = static () => throw new InvalidOperationException("x");
        await Assert.ThrowsAsync<InvalidOperationException>(() => _canvas.Watch(_observer, null));

        _draw = static () => new(new Shown(1));

        Assert.Equal("""{"n":1}""", (await _canvas.Watch(_observer, null)).Picture!.Json);
    }

    [Fact]
    public async Task Who_comes_while_a_picture_is_drawn_waits_for_it_and_it_is_drawn_once()
    {
        var gate = new TaskCompletionSource<Shown?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _draw = () => new(gate.Task);
        var first = _canvas.Watch(_observer, null);
        var second = _canvas.Watch(new Observer(), null);

        gate.SetResult(new Shown(7));

        Assert.Equal("""{"n":7}""", (await first.WaitAsync(Patience, TestContext.Current.CancellationToken)).Picture!.Json);
        Assert.Equal("""{"n":7}""", (await second.WaitAsync(Patience, TestContext.Current.CancellationToken)).Picture!.Json);
        Assert.Equal(1, _drawn);
    }

    [Fact]
    public async Task A_hint_that_changes_nothing_does_not_keep_the_next_change_from_being_shown()
    {
        await _canvas.Watch(_observer, null);
        // Long enough after the last drawing that a hint is drawn at once, in the same breath.
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < BoardLimits.Pace;) await Task.Yield();
        _canvas.Hint();
        _draw = static () => new(new Shown(5));

        _canvas.Hint();

        Assert.Equal("""{"n":5}""", await _observer.Changes.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    ValueTask<Shown?> Draw()
    {
        _drawn++;
        return _draw();
    }

    sealed record Shown(int N);

    sealed class Observer : IBoardObserver
    {
        readonly Channel<string> changes = Channel.CreateUnbounded<string>();

        public ChannelReader<string> Changes => changes.Reader;

        public Task Changed(BoardChange change)
        {
            changes.Writer.TryWrite(change.Patch);
            return Task.CompletedTask;
        }
    }
}
