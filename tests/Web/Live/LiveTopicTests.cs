using System.Diagnostics;
using JmaActors.Credits;
using JmaActors.Live;
using JmaActors.Members;
using JmaActors.Tests.Web.Fakes;
using JmaActors.Training;
using JmaActors.Web.Access;
using JmaActors.Web.Live;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace JmaActors.Tests.Web.Live;

/// <summary>How topics begin, are renewed and end while boards or watchers are slow or away.</summary>
public sealed class LiveTopicTests : IAsyncDisposable
{
    const string Seminar = "seminar/P26-1.1";
    const string Credits = "member/1000000001/credits";
    static readonly SessionId Sitting = new("P26-1.1");
    static readonly MemberId Person = new(1_000_000_001);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly FakeTimeProvider _clock = new();
    readonly FakeActors _actors = new();
    readonly FakeSeminarBoard _board = new(Seminar);
    readonly FakeCredits _credits = new();
    readonly FakeMember _member = new(Person) { Membership = new Membership(AssociationId.Local(26, 3), MembershipLayers.All, null) };
    readonly LiveFeed _feed;

    public LiveTopicTests()
    {
        _actors.Put<ISeminarBoardGrain>(Sitting.Code, _board)
            .Put<ISessionGrain>(Sitting.Code, new FakeSession(Sitting, AssociationId.Prefecture(26)))
            .Put<IMemberGrain>(Person.Number, _member)
            .Put<ICreditLedgerGrain>(Person.Number, _credits);
        // The gateway's patience does not run out however far the feed's clock is put on.
        _feed = new LiveFeed(new Gateway(_actors, new BenefitRegistry(), new FakeEvidence(), new FakeTimeProvider(), NullLogger<Gateway>.Instance), _clock, NullLogger<LiveFeed>.Instance);
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_topic_that_takes_long_to_begin_is_not_closed_meanwhile()
    {
        await _feed.StartAsync(Ct);
        _board.Held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var watching = _feed.Watch(Seminar, Eyes.Operator, null, new FakeSink(), Ct);
        var (other, _) = await _feed.Watch(Credits, Eyes.Operator, null, new FakeSink(), Ct);
        await other.DisposeAsync();

        // The round that closes the one nobody watches has looked at the one that began before it.
        await Until(() => _feed.Topics == 1);
        _board.Held.SetResult();

        Assert.NotNull((await watching.WaitAsync(Patience, Ct)).Start.Picture);
        Assert.Equal((1, 1), (_feed.Topics, _actors.References));
    }

    [Fact]
    public async Task A_topic_that_cannot_begin_is_ended_once_for_all_who_wait_for_it()
    {
        _board.Held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task[] watching = [.. Enumerable.Range(0, 3).Select(_ => (Task)_feed.Watch(Seminar, Eyes.Operator, null, new FakeSink(), Ct))];

        _board.Held.SetException(new TryAgainException("journal-away", "x"));

        foreach (var watch in watching) Assert.Equal("journal-away", (await Assert.ThrowsAsync<TryAgainException>(() => watch)).Reason);
        Assert.Equal((0, 0), (_feed.Topics, _actors.References));
    }

    [Fact]
    public async Task Rights_that_cannot_be_told_do_not_cost_the_renewal()
    {
        await _feed.StartAsync(Ct);
        await _feed.Watch(Credits, Eyes.Operator, null, new FakeSink(), Ct);
        _member.Away = new InvalidOperationException("x");

        await Until(() => Volatile.Read(ref _credits.Watches) >= 3);

        Assert.Equal(1, _feed.Watchers);
    }

    [Fact]
    public async Task A_page_that_could_not_take_a_picture_is_told_that_no_more_come()
    {
        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await _feed.Watch<Shown>(
            Topic.Seminar(Sitting),
            Eyes.Operator,
            picture => picture.Session is null ? Task.CompletedTask : throw new InvalidOperationException("x"),
            Ct,
            reason =>
            {
                told.SetResult(reason);
                return Task.CompletedTask;
            });

        _board.Change("""{"session":"1"}""");

        Assert.Equal("failed", await told.Task.WaitAsync(Patience, Ct));
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _feed.StopAsync(patience.Token);
        _feed.Dispose();
    }

    /// <summary>Lets the clock run in steps of the feed's round until something holds; fails when it does not come about in real time either.</summary>
    async Task Until(Func<bool> holds)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!holds() && Stopwatch.GetElapsedTime(begun) < Patience)
        {
            _clock.Advance(LiveLimits.Round / 4);
            await Task.Run(static () => { }, Ct);
        }

        Assert.True(holds(), "What was waited for did not come about.");
    }

    sealed record Shown(string? Session);
}
