namespace JmaActors.Web.Live;

/// <summary>Named limits of the live part of one web node.</summary>
public static class LiveLimits
{
    /// <summary>Topics watched at once on this node.</summary>
    public const int Topics = 20_000;

    /// <summary>Topics one connection may watch.</summary>
    public const int TopicsPerConnection = 20;

    /// <summary>Bytes of a message from a client: a topic and a version.</summary>
    public const int MessageBytes = 4 * 1024;

    /// <summary>Characters of a topic.</summary>
    public const int TopicLength = 100;

    /// <summary>Bytes that may wait in a connection's transport before its watcher counts as slow.</summary>
    public const int TransportBuffer = 32 * 1024;

    /// <summary>Changes a watcher that fell behind still gets one by one; more, and it gets the picture.</summary>
    public const int CatchUp = 8;

    /// <summary>Changes held while a gap before them is being healed.</summary>
    public const int Waiting = 128;

    /// <summary>How long a topic nobody watches is kept, for those who reload a page.</summary>
    public static readonly TimeSpan Linger = TimeSpan.FromSeconds(5);

    /// <summary>How often the feed looks after its topics.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    /// <summary>Topics whose watchers' rights are asked for again, or that are closed at the end, side by side.</summary>
    public const int RenewedTogether = 16;

    /// <summary>First pause after a board could not be reached; doubles up to the renewal period.</summary>
    public static readonly TimeSpan HealPause = TimeSpan.FromMilliseconds(200);
}
