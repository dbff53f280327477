using JmaActors.Ledgers;

namespace JmaActors.Feeds;

/// <summary>Calendars of one owner; see <see cref="IFeedGrain"/>.</summary>
[GrainType(FeedLedger.Name)]
sealed class FeedGrain(LedgerServices services, FeedLedger ledger) : LedgerGrain<FeedState, FeedEvent>(services, ledger), IFeedGrain
{
    public Task<Answer<FeedLine>> Issue(IssueFeed command, CancellationToken ct) => Commit(command, command.Caller, FeedDecider.Issue, static (s, c) => Line(s, c.Feed), ct);

    public Task<Answer<FeedLine>> Revoke(RevokeFeed command, CancellationToken ct) => Commit(command, command.Caller, FeedDecider.Revoke, static (s, c) => Line(s, c.Feed), ct);

    public Task<IReadOnlyList<FeedLine>> List(Caller caller, CancellationToken ct) => Durable<IReadOnlyList<FeedLine>>([.. State.Open.Select(Line)]);

    static FeedLine Line(FeedState state, string feed) => Line(state.Feeds.Find(f => f.Feed == feed)!);

    static FeedLine Line(HeldFeed held) => new(held.Feed, held.Name, held.Department, held.Since, held.By);
}
