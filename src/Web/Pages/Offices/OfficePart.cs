using JmaActors.Web.Access;
using Microsoft.AspNetCore.Components;

namespace JmaActors.Pages.Offices;

/// <summary>
/// A part of an office's home that is asked for, and asked for again when the office's board or the association's figures moved: at once when it was quiet, and
/// while things keep moving no more often than its <see cref="Pause"/>.
/// </summary>
public abstract class OfficePart<T> : ComponentBase, IDisposable
    where T : class
{
    readonly CancellationTokenSource leaving = new();
    DateTimeOffset asked;
    (string Office, long Moved)? shown;
    bool asking, wanted;

    [Inject] public Gateway Gateway { get; set; } = null!;
    [Inject] public TimeProvider Time { get; set; } = null!;

    [CascadingParameter] public Caller Caller { get; set; } = null!;

    /// <summary>Whose home it is.</summary>
    [Parameter, EditorRequired] public AssociationId Office { get; set; }

    /// <summary>Counts up when something changed.</summary>
    [Parameter] public long Moved { get; set; }

    /// <summary>What was answered last, handed from the prepared page to the circuit.</summary>
    [PersistentState] public T? Found { get; set; }

    protected Exception? Fault { get; private set; }

    /// <summary>Shortest time between two questions while things keep changing.</summary>
    protected virtual TimeSpan Pause => TimeSpan.FromSeconds(2);

    /// <summary>Whether the page waits for the answer before it is sent; what takes long comes after it.</summary>
    protected virtual bool Waited => true;

    protected abstract Task<T?> Ask(CancellationToken ct);

    protected override async Task OnParametersSetAsync()
    {
        var now = (Office.Code, Moved);
        if (shown == now) return;
        var first = shown?.Office != Office.Code;
        var prepared = shown is null && Found is not null;
        shown = now;
        if (!first) _ = AskAgain();
        else if (!prepared && (Waited || RendererInfo.IsInteractive)) await Load();
    }

    protected async Task Load()
    {
        asked = Time.GetUtcNow();
        try
        {
            var office = Office;
            var found = await Ask(leaving.Token);
            if (office == Office) (Found, Fault) = (found ?? Found, null);
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The person left before the answer came.
            return;
        }
        catch (Exception fault)
        {
            // What was shown stays; the next change asks again.
            if (Found is null) Fault = fault;
        }
    }

    async Task AskAgain()
    {
        wanted = true;
        if (asking) return;
        asking = true;
        try
        {
            while (wanted && !leaving.IsCancellationRequested)
            {
                if (asked + Pause - Time.GetUtcNow() is { Ticks: > 0 } wait) await Task.Delay(wait, Time, leaving.Token);
                wanted = false;
                await Load();
                StateHasChanged();
            }
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The person left; there is nothing to draw any more.
            return;
        }
        finally
        {
            asking = false;
        }
    }

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
        GC.SuppressFinalize(this);
    }
}
