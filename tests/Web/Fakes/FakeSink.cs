using System.Text;
using System.Threading.Channels;
using JmaActors.Web.Live;

namespace JmaActors.Tests.Web.Fakes;

/// <summary>A watcher that writes down what it is sent, and is as slow as the test says.</summary>
sealed class FakeSink : ILiveSink
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    readonly Channel<string> _news = Channel.CreateUnbounded<string>();

    /// <summary>While set, deliveries do not end before it does.</summary>
    public TaskCompletionSource? Slow { get; set; }

    public bool PicturesOnly => false;

    public ValueTask Changed(LiveChange change) => Note($"{change.From}>{change.To} {change.Patch}");

    public ValueTask Picture(LivePicture picture) => Note($"{picture.Version} {Encoding.UTF8.GetString(picture.Json.Span)}");

    public ValueTask Dropped(string topic, string reason) => Note($"dropped {reason}");

    /// <summary>The next piece of news, waited for.</summary>
    public async Task<string> Next() => await _news.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    public bool Nothing => !_news.Reader.TryPeek(out _);

    ValueTask Note(string news)
    {
        Assert.True(_news.Writer.TryWrite(news));
        return Slow is { } slow ? new ValueTask(slow.Task) : default;
    }
}
