using JmaActors.Live;

namespace JmaActors.Web.Live;

/// <summary>
/// Where a watcher's news goes. The feed never has more than one delivery to a watcher under way: while a returned task runs, news is not queued
/// but passed over, and made up for afterwards by the changes missed or, when they are many, by the whole picture.
/// </summary>
public interface ILiveSink
{
    /// <summary>True for a sink that wants whole pictures only, never changes.</summary>
    bool PicturesOnly { get; }

    /// <summary>A change that follows directly on what this watcher was sent last. Called under the topic's lock: must not block.</summary>
    ValueTask Changed(LiveChange change);

    /// <summary>The whole picture, because too much was missed to send it one by one. Called under the topic's lock: must not block.</summary>
    ValueTask Picture(LivePicture picture);

    /// <summary>Nothing more comes: the right was withdrawn (<c>out-of-scope</c>), or what was shown is gone (<c>not-found</c>).</summary>
    ValueTask Dropped(string topic, string reason);
}

/// <summary>What a watcher begins with: the picture or, when it resumes from a version still known, the changes it missed.</summary>
public sealed record LiveStart(BoardVersion Version, LivePicture? Picture, IReadOnlyList<LiveChange>? Changes);
