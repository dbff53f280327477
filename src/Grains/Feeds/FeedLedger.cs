using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using JmaActors.Journal;
using JmaActors.Ledgers;
using C = JmaActors.Journal.Columns<JmaActors.Feeds.FeedRow>;
using Decision = JmaActors.Ledgers.Decision<JmaActors.Feeds.FeedEvent>;

namespace JmaActors.Feeds;

/// <summary>What can happen to calendars.</summary>
public abstract record FeedEvent(string Feed);

/// <summary>A calendar was made.</summary>
/// <param name="Hash">SHA-256 of its secret.</param>
public sealed record FeedIssued(string Feed, string Name, string Department, byte[] Hash) : FeedEvent(Feed);

/// <summary>Its address leads to nothing any more.</summary>
public sealed record FeedRevoked(string Feed) : FeedEvent(Feed);

/// <summary>Calendars of one owner.</summary>
public sealed class FeedState
{
    public long Version { get; set; }

    public List<HeldFeed> Feeds { get; init; } = [];

    /// <summary>Those not ended.</summary>
    [JsonIgnore]
    public IEnumerable<HeldFeed> Open => Feeds.Where(f => !f.Ended);
}

/// <summary>A calendar as it is kept.</summary>
public sealed record HeldFeed(string Feed, string Name, string Department, byte[] Hash, DateTimeOffset Since, Caller By, bool Ended = false);

/// <summary>What becomes of calendars. Pure.</summary>
static class FeedDecider
{
    /// <summary>Also those ended are kept: an owner who makes more than this in a lifetime has something else in mind.</summary>
    const int Ever = 500;

    public static Decision Issue(FeedState state, IssueFeed command, Deciding deciding) =>
        command.Feed.Length is 0 or > DutyFeedLimits.Key ? Decision.Refuse("bad-key", "", $"An id has 1 to {DutyFeedLimits.Key} characters.")
        : state.Feeds.Any(f => f.Feed == command.Feed) ? Decision.Again()
        : string.IsNullOrWhiteSpace(command.Name) || command.Name.Length > DutyFeedLimits.Name || command.Department.Length > WorkHours.WorkHoursLimits.NameLength ? Decision.Refuse("bad-name", "", $"A name has 1 to {DutyFeedLimits.Name} characters.")
        : state.Open.Count() >= DutyFeedLimits.Feeds || state.Feeds.Count >= Ever ? Decision.Refuse("too-many-feeds", "", $"At most {DutyFeedLimits.Feeds} at a time.")
        : Decision.Event(new FeedIssued(command.Feed, command.Name.Trim(), command.Department, command.Hash));

    public static Decision Revoke(FeedState state, RevokeFeed command, Deciding deciding) => state.Feeds.FirstOrDefault(f => f.Feed == command.Feed) switch
    {
        null => Decision.Refuse("no-feed"),
        { Ended: true } => Decision.Again(),
        _ => Decision.Event(new FeedRevoked(command.Feed)),
    };
}

/// <summary>The kind <c>feed</c>: calendars of one owner, keyed by <see cref="FeedOwner.Text"/>.</summary>
public sealed class FeedLedger : LedgerDefinition<FeedState, FeedEvent>
{
    /// <summary>Name of the kind.</summary>
    public const string Name = "feed";

    public override string Kind => Name;

    public override bool NumberKey => false;

    public override EventCatalog<FeedEvent> Events { get; } = new EventCatalog<FeedEvent>()
        .Add("feed-issued", 1, FeedJson.Default.FeedIssued)
        .Add("feed-revoked", 1, FeedJson.Default.FeedRevoked);

    public override JsonTypeInfo<FeedState> SnapshotJson => FeedJson.Default.FeedState;

    public override IReadOnlyList<ViewTable> Views => FeedViews.All;

    public override void Evolve(FeedState state, FeedEvent e, in EventMeta meta)
    {
        state.Version = meta.Version;
        switch (e)
        {
            case FeedIssued i: state.Feeds.Add(new HeldFeed(i.Feed, i.Name, i.Department, i.Hash, meta.Recorded, meta.Caller)); break;
            case FeedRevoked r:
                var at = state.Feeds.FindIndex(f => f.Feed == r.Feed);
                state.Feeds[at] = state.Feeds[at] with { Ended = true };
                break;
        }
    }

    public override void Project(string key, FeedState state, FeedEvent e, in EventMeta meta, ViewSink views)
    {
        var held = state.Feeds.Find(f => f.Feed == e.Feed)!;
        var row = new FeedRow(key, held.Feed, Convert.ToHexStringLower(held.Hash));
        if (held.Ended) views.Remove(FeedViews.Feeds, new ViewKey(0, $"{key}\n{held.Feed}"), row);
        else views.Put(FeedViews.Feeds, new ViewKey(0, $"{key}\n{held.Feed}"), row);
    }
}

/// <summary>Stored shapes of calendars.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(FeedIssued))]
[JsonSerializable(typeof(FeedRevoked))]
[JsonSerializable(typeof(FeedState))]
public sealed partial class FeedJson : JsonSerializerContext;

/// <summary>A calendar as its address finds it: a row of <c>duty_feed</c>.</summary>
/// <param name="Hash">SHA-256 of the secret in small hexadecimal digits.</param>
public sealed record FeedRow(string Owner, string Feed, string Hash);

/// <summary>View tables written by calendars. Keys: owner and feed.</summary>
public static class FeedViews
{
    public static readonly ViewTable<FeedRow> Feeds = new(
        "duty_feed", 2, [C.Text("owner", r => r.Owner), C.Text("feed", r => r.Feed), C.Text("hash", r => r.Hash)], new ViewIndex("duty_feed_by_hash", "hash"));

    public static readonly IReadOnlyList<ViewTable> All = [Feeds];
}

/// <summary>Questions about calendars that are asked of the views.</summary>
public interface IFeedIndex
{
    /// <summary>Owner and id of the calendar whose secret has a hash; null when there is none.</summary>
    /// <param name="hash">In small hexadecimal digits.</param>
    Task<(string Owner, string Feed)?> Find(string hash, CancellationToken ct);
}
