using System.Text.Json;
using JmaActors.Live;
using JmaActors.Web.Access;
using JmaActors.Web.Live;
using Microsoft.AspNetCore.Components;

namespace JmaActors.Pages;

/// <summary>
/// A page that shows a live picture. The picture is read while the page is prepared on the server, kept for the circuit that takes over, and
/// replaced by each change while somebody looks; changes that come while one is drawn are shown as one.
/// </summary>
public abstract class LivePage<TPicture> : ComponentBase, IAsyncDisposable
    where TPicture : class
{
    readonly CancellationTokenSource leaving = new();
    LiveWatch? watch;
    string? watched;

    [Inject] public LiveFeed Feed { get; set; } = null!;

    [CascadingParameter] public Caller Caller { get; set; } = null!;

    /// <summary>The picture as JSON, handed from the prepared page to the circuit, so that nothing blinks in between.</summary>
    [PersistentState]
    public string? Kept
    {
        get => Picture is null ? null : JsonSerializer.Serialize(Picture, BoardJson.Options);
        set => Picture ??= value is null ? null : JsonSerializer.Deserialize<TPicture>(value, BoardJson.Options);
    }

    /// <summary>What to draw; null until it is there.</summary>
    protected TPicture? Picture { get; private set; }

    /// <summary>Why there is nothing to draw.</summary>
    protected Exception? Fault { get; set; }

    /// <summary>Cancelled when the person leaves.</summary>
    protected CancellationToken Leaving => leaving.Token;

    /// <summary>What to watch; null when the address names nothing.</summary>
    protected abstract Topic? Topic { get; }

    /// <summary>Called with each new picture before it is drawn.</summary>
    protected virtual void Seen(TPicture picture) { }

    protected override async Task OnParametersSetAsync()
    {
        if (watched is null || Topic?.Text != watched) await Begin().ConfigureAwait(true);
    }

    /// <summary>Begins to watch; again after a fault or when the page shows something else.</summary>
    protected virtual async Task Begin()
    {
        await End().ConfigureAwait(true);
        var topic = Topic;
        Fault = topic is null ? new NothingThereException("page") : null;
        if (topic is null) return;
        if (watched is not null) Picture = null;
        watched = topic.Value.Text;
        try
        {
            watch = await Feed.Watch<TPicture>(topic.Value, Caller, picture => InvokeAsync(() => Draw(picture)), Leaving, Dropped).ConfigureAwait(true);
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The person left before the first picture came; there is nobody to tell.
            return;
        }
        catch (Exception fault)
        {
            Fault = fault;
        }
    }

    void Draw(TPicture picture)
    {
        if (Leaving.IsCancellationRequested) return;
        Picture = picture;
        Seen(picture);
        StateHasChanged();
    }

    Task Dropped(string reason) => InvokeAsync(() =>
    {
        Fault = reason == OutOfScopeException.Reason ? new OutOfScopeException("topic") : new NothingThereException("topic");
        StateHasChanged();
    });

    async Task End()
    {
        if (watch is not { } old) return;
        watch = null;
        await old.DisposeAsync().ConfigureAwait(true);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync().ConfigureAwait(true);
        await End().ConfigureAwait(true);
        GC.SuppressFinalize(this);
    }
}
