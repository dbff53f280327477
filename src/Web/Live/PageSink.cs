using System.Globalization;

namespace JmaActors.Web.Live;

/// <summary>Hands pictures to a page, away from the topic's lock.</summary>
internal sealed class PageSink<TPicture>(Func<TPicture, Task> onChange, Func<string, Task>? onDropped) : ILiveSink
    where TPicture : class
{
    /// <summary>The page's: a topic has one thread of pictures for all who watch it, which knows the language of whoever watched first.</summary>
    readonly (CultureInfo Ui, CultureInfo Formats) _language = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);

    readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Why no more comes after a picture the page could not take.</summary>
    const string Failed = "failed";

    /// <summary>Completes when the page has taken its first picture; fails as the page did.</summary>
    public Task First => _first.Task;

    public bool PicturesOnly => true;

    public ValueTask Changed(LiveChange change) => throw new NotSupportedException("A page is sent pictures.");

    public ValueTask Picture(LivePicture picture) => new(Task.Run(() => InOwnLanguage(() => Show(picture))));

    public ValueTask Dropped(string topic, string reason) => onDropped is null ? default : new(Task.Run(() => InOwnLanguage(() => onDropped(reason))));

    Task InOwnLanguage(Func<Task> draw)
    {
        (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = _language;
        return draw();
    }

    async Task Show(LivePicture picture)
    {
        try
        {
            await onChange(picture.As<TPicture>()).ConfigureAwait(false);
            _first.TrySetResult();
        }
        catch (Exception fault)
        {
            if (!_first.TrySetException(fault) && onDropped is not null) await onDropped(Failed).ConfigureAwait(false);
            throw;
        }
    }
}
