using Orleans.Concurrency;

namespace JmaActors.Live;

/// <summary>Version of a picture: the activation that drew it, and a count within it. Versions of different epochs cannot be compared.</summary>
[GenerateSerializer, Immutable, Alias("board-version")]
public readonly record struct BoardVersion([property: Id(0)] long Epoch, [property: Id(1)] long N)
{
    public override string ToString() => $"{Epoch}.{N}";

    public static BoardVersion? Parse(string? text)
    {
        var dot = text?.IndexOf('.') ?? -1;
        return dot > 0 && long.TryParse(text!.AsSpan(0, dot), out var epoch) && long.TryParse(text.AsSpan(dot + 1), out var n)
            ? new BoardVersion(epoch, n)
            : null;
    }
}

/// <summary>The whole picture of a topic: JSON (camelCase) of the topic's picture record, with its version.</summary>
[GenerateSerializer, Immutable, Alias("board-picture")]
public sealed record BoardPicture([property: Id(0)] string Topic, [property: Id(1)] BoardVersion Version, [property: Id(2)] string Json);

/// <summary>A change from one version to the next: a JSON merge patch (RFC 7396) on the picture.</summary>
[GenerateSerializer, Immutable, Alias("board-change")]
public sealed record BoardChange(
    [property: Id(0)] string Topic,
    [property: Id(1)] BoardVersion From,
    [property: Id(2)] BoardVersion To,
    [property: Id(3)] string Patch);

/// <summary>What a watcher gets when it begins or resumes: the missing changes when they are still known, else the picture.</summary>
[GenerateSerializer, Immutable, Alias("watch-answer")]
public sealed record WatchAnswer([property: Id(0)] BoardPicture? Picture, [property: Id(1)] IReadOnlyList<BoardChange> Changes);

/// <summary>Somebody who watches a board: one per web node and topic. Calls are hints; a gap is healed by watching again.</summary>
[Alias("board-observer")]
public interface IBoardObserver : IGrainObserver
{
    [OneWay, Alias("changed")]
    Task Changed(BoardChange change);
}

/// <summary>Anything that draws a live picture.</summary>
[Alias("board-grain")]
public interface IBoardGrain : IGrain
{
    /// <summary>
    /// Subscribes first, then answers with the picture or, when <paramref name="since"/> is still known, the changes after it.
    /// To be renewed within <see cref="BoardLimits.ObserverLifetime"/>.
    /// </summary>
    [Alias("watch")]
    Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct);

    [Alias("unwatch")]
    Task Unwatch(IBoardObserver observer, CancellationToken ct);
}

/// <summary>Named limits of the live part.</summary>
public static class BoardLimits
{
    /// <summary>An observer not renewed for this long is dropped.</summary>
    public static readonly TimeSpan ObserverLifetime = TimeSpan.FromMinutes(2);

    /// <summary>How often a web node renews what it watches, and asks whether it missed something.</summary>
    public static readonly TimeSpan ObserverRenewal = TimeSpan.FromSeconds(20);

    /// <summary>Changes kept for those who resume; older ones are answered with the picture.</summary>
    public const int ChangesKept = 128;

    /// <summary>A board sends at most one change in this time.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(40);
}
