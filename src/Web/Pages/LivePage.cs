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
    int generation;

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
        var mine = ++generation;
        await End().ConfigureAwait(true);
        var topic = Topic;
        Fault = topic is null ? new NothingThereException("page") : null;
        if (watched is not null) Picture = null;
        watched = topic?.Text;
        if (topic is null) return;
        try
        {
            var begun = await Feed.Watch<TPicture>(
                topic.Value, Caller, picture => Here(mine, () => Draw(picture)), Leaving, reason => Here(mine, () => Dropped(reason))).ConfigureAwait(true);
            if (mine == generation && !Leaving.IsCancellationRequested) watch = begun;
            else await begun.DisposeAsync().ConfigureAwait(true);
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The person left before the first picture came; there is nobody to tell.
            return;
        }
        catch (Exception fault)
        {
            if (mine == generation) Fault = fault;
        }
    }

    /// <summary>Does something on the page's own thread, unless the person left or went on to something else meanwhile.</summary>
    Task Here(int begun, Action act) => InvokeAsync(() =>
    {
        if (begun == generation && !Leaving.IsCancellationRequested) act();
    });

    void Draw(TPicture picture)
    {
        Picture = picture;
        Seen(picture);
        StateHasChanged();
    }

    void Dropped(string reason)
    {
        Fault = reason switch
        {
            OutOfScopeException.Reason => new OutOfScopeException("topic"),
            NothingThereException.Reason => new NothingThereException("topic"),
            _ => new InvalidOperationException($"The watch ended: {reason}."),
        };
        StateHasChanged();
    }

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
