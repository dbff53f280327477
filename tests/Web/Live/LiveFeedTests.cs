using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
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

/// <summary>What watchers are sent when changes come, get lost, come twice or come faster than they can be taken.</summary>
public sealed class LiveFeedTests : IAsyncDisposable
{
    const string Seminar = "seminar/P26-1.1";
    static readonly SessionId Sitting = new("P26-1.1");
    static readonly MemberId Person = new(1_000_000_001);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly FakeTimeProvider _clock = new();
    readonly FakeActors _actors = new();
    readonly FakeSeminarBoard _board = new(Seminar);
    readonly FakeMember _member = new(Person) { Membership = new Membership(AssociationId.Local(26, 3), MembershipLayers.All, null) };
    readonly LiveFeed _feed;

    public LiveFeedTests()
    {
        _actors.Put<ISeminarBoardGrain>(Sitting.Code, _board)
            .Put<ISessionGrain>(Sitting.Code, new FakeSession(Sitting, AssociationId.Prefecture(26)))
            .Put<IMemberGrain>(Person.Number, _member)
            .Put<ICreditLedgerGrain>(Person.Number, new FakeCredits());
        _feed = new LiveFeed(new Gateway(_actors, new BenefitRegistry(), new FakeEvidence(), _clock, NullLogger<Gateway>.Instance), _clock, NullLogger<LiveFeed>.Instance);
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_watcher_gets_the_picture_and_then_each_change()
    {
        var (sink, start) = await Watch();
        _board.Change("""{"n":1}""");
        _board.Change("""{"n":2}""");

        Assert.Equal("""{"n":0}""", Encoding.UTF8.GetString(start.Picture!.Json.Span));
        Assert.Equal("""1.0>1.1 {"n":1}""", await sink.Next());
        Assert.Equal("""1.1>1.2 {"n":2}""", await sink.Next());
    }

    /// <summary>Everybody is shown the same picture, each in the language of the own page, whoever watched first.</summary>
    [Fact]
    public async Task A_page_is_drawn_in_its_own_language_whoever_watched_first()
    {
        var drawn = new ConcurrentBag<(string Page, string In, string Session)>();
        var both = new CountdownEvent(2);
        async Task<LiveWatch> Page(string language)
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (CultureInfo.GetCultureInfo(language), CultureInfo.GetCultureInfo(language));
            return await _feed.Watch<Shown>(
                Topic.Seminar(Sitting),
                Eyes.Operator,
                picture =>
                {
                    drawn.Add((language, CultureInfo.CurrentUICulture.Name, picture.Session ?? ""));
                    if (picture.Session == "1") both.Signal();
                    return Task.CompletedTask;
                },
                Ct);
        }

        _board.Change("""{"session":"0"}""", lost: true);
        await using var japanese = await Page("ja");
        await using var english = await Page("en");
        _board.Change("""{"session":"1"}""");
        await Task.Run(() => both.Wait(Patience, Ct), Ct);

        Assert.Equal(2, drawn.Count(d => d.Session == "1"));
        Assert.All(drawn, d => Assert.Equal(d.Page, d.In));
    }

    [Fact]
    public async Task However_many_watch_the_board_knows_one_observer_and_whoever_comes_later_gets_the_picture_of_now()
    {
        var (first, _) = await Watch();
        _board.Change("""{"n":1,"a":{"x":1}}""");
        var (second, start) = await Watch();
        _board.Change("""{"a":{"x":null}}""");

        Assert.Equal((1, 1, 2), (_board.Watches, _board.Observers, _feed.Watchers));
        Assert.Equal("""{"n":1,"a":{"x":1}}""", Encoding.UTF8.GetString(start.Picture!.Json.Span));
        await first.Next();
        Assert.Equal(await first.Next(), await second.Next());
    }

    [Fact]
    public async Task Who_resumes_gets_the_changes_missed_and_who_was_away_too_long_the_picture()
    {
        await Watch();
        for (var i = 1; i <= BoardLimits.ChangesKept + 1; i++) _board.Change($$"""{"n":{{i}}}""");

        var (_, near) = await Watch(since: new BoardVersion(1, 127));
        var (_, far) = await Watch(since: new BoardVersion(1, 0));
        var (_, now) = await Watch(since: _board.Version);
        var (_, other) = await Watch(since: new BoardVersion(7, 127));

        Assert.Null(near.Picture);
        Assert.Equal(["1.127", "1.128"], near.Changes!.Select(c => c.From.ToString()));
        Assert.NotNull(far.Picture);
        Assert.Empty(now.Changes!);
        Assert.NotNull(other.Picture);
    }

    [Fact]
    public async Task A_lost_change_is_fetched_before_the_one_that_showed_it_missing()
    {
        var (sink, _) = await Watch();
        _board.Change("""{"n":1}""", lost: true);
        _board.Change("""{"n":2}""");

        Assert.Equal("""1.0>1.1 {"n":1}""", await sink.Next());
        Assert.Equal("""1.1>1.2 {"n":2}""", await sink.Next());
        Assert.Equal(new BoardVersion(1, 0), _board.LastSince);
    }

    [Fact]
    public async Task Changes_that_come_twice_or_out_of_order_are_shown_once_and_in_order()
    {
        var (sink, _) = await Watch();
        var first = _board.Change("""{"n":1}""", lost: true);
        var second = _board.Change("""{"n":2}""", lost: true);
        _board.Tell(second);
        _board.Tell(first);
        _board.Tell(first);
        _board.Change("""{"n":3}""");

        Assert.Equal(["1.0>1.1", "1.1>1.2", "1.2>1.3"], new[] { await sink.Next(), await sink.Next(), await sink.Next() }.Select(n => n.Split(' ')[0]));
        Assert.True(sink.Nothing);
    }

    [Fact]
    public async Task When_another_activation_draws_everybody_gets_its_picture()
    {
        var (sink, _) = await Watch();
        _board.Change("""{"n":1}""");
        await sink.Next();
        var told = _board.Change("""{"n":2}""", lost: true);
        _board.Move();
        await Start();

        await Until(() => !sink.Nothing);

        Assert.Equal("""2.0 {"n":2}""", await sink.Next());
        _board.Tell(told);
        _board.Change("""{"n":3}""");
        Assert.Equal("""2.0>2.1 {"n":3}""", await sink.Next());
    }

    [Fact]
    public async Task A_slow_watcher_gets_the_picture_instead_of_a_queue_and_holds_up_nobody()
    {
        var slow = new FakeSink { Slow = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) };
        await Watch(slow);
        var (quick, _) = await Watch();

        for (var i = 1; i <= 50; i++) _board.Change($$"""{"n":{{i}}}""");

        for (var i = 1; i <= 50; i++) Assert.EndsWith($$"""{"n":{{i}}}""", await quick.Next(), StringComparison.Ordinal);
        Assert.Equal("""1.0>1.1 {"n":1}""", await slow.Next());
        Assert.True(slow.Nothing);
        var release = slow.Slow;
        slow.Slow = null;
        release.SetResult();
        Assert.Equal("""1.50 {"n":50}""", await slow.Next());
        _board.Change("""{"n":51}""");
        Assert.Equal("""1.50>1.51 {"n":51}""", await slow.Next());
    }

    [Fact]
    public async Task A_watcher_a_little_behind_gets_the_few_changes_it_missed()
    {
        var slow = new FakeSink { Slow = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) };
        await Watch(slow);
        for (var i = 1; i <= 3; i++) _board.Change($$"""{"n":{{i}}}""");

        var release = slow.Slow;
        slow.Slow = null;
        release.SetResult();

        Assert.Equal(["1.0>1.1", "1.1>1.2", "1.2>1.3"], new[] { await slow.Next(), await slow.Next(), await slow.Next() }.Select(n => n.Split(' ')[0]));
    }

    [Fact]
    public async Task A_board_that_is_away_is_asked_again_until_it_answers()
    {
        var (sink, _) = await Watch();
        _board.Away = new TryAgainException("journal-away", "x");
        var asked = _board.NextWatch;
        _board.Change("""{"n":1}""", lost: true);
        _board.Change("""{"n":2}""");
        await asked.WaitAsync(Patience, Ct);
        Assert.True(sink.Nothing);

        _board.Away = null;
        await Until(() => !sink.Nothing);

        Assert.Equal("""1.0>1.1 {"n":1}""", await sink.Next());
        Assert.Equal("""1.1>1.2 {"n":2}""", await sink.Next());
    }

    [Fact]
    public async Task The_last_to_leave_ends_the_watch_at_the_board_after_a_while()
    {
        await Start();
        var sink = new FakeSink();
        var (watch, _) = await _feed.Watch(Seminar, Eyes.Operator, null, sink, Ct);
        await watch.DisposeAsync();
        Assert.Equal(1, _board.Observers);

        await Until(() => _board.Observers == 0 && _feed.Topics == 0);

        _board.Change("""{"n":1}""");
        Assert.True(sink.Nothing);
        Assert.Equal(0, _actors.References);
        Assert.Equal("""{"n":1}""", Encoding.UTF8.GetString((await Watch()).Start.Picture!.Json.Span));
    }

    [Fact]
    public async Task A_right_that_is_withdrawn_drops_the_watcher()
    {
        await Start();
        var sink = new FakeSink();
        await _feed.Watch($"member/{Person}/credits", Caller.Office(AssociationId.Jma), null, sink, Ct);
        _member.Membership = _member.Membership with { Layers = MembershipLayers.Local };

        await Until(() => !sink.Nothing);

        Assert.Equal("dropped not-found", await sink.Next());
        Assert.Equal(0, _feed.Watchers);
    }

    [Fact]
    public async Task Only_who_may_watches_and_only_what_is_a_topic()
    {
        await Assert.ThrowsAsync<InvalidInputException>(() => _feed.Watch("seminar/<b>", Eyes.Operator, null, new FakeSink(), Ct));
        await Assert.ThrowsAsync<OutOfScopeException>(() => _feed.Watch(Seminar, Caller.Office(AssociationId.Prefecture(27)), null, new FakeSink(), Ct));
        await Assert.ThrowsAsync<OutOfScopeException>(() => _feed.Watch("operations", Caller.Member(Person), null, new FakeSink(), Ct));
        await Assert.ThrowsAsync<NothingThereException>(() =>
            _feed.Watch($"member/{Person}/credits", Caller.Member(new MemberId(1_000_000_002)), null, new FakeSink(), Ct));
        Assert.Equal(0, _board.Watches);
    }

    [Fact]
    public async Task A_page_gets_typed_pictures_one_at_a_time_and_the_newest_after_a_pause()
    {
        var shown = new List<string?>();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var second = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var last = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _board.Change("""{"session":"0"}""", lost: true);
        await using var watch = await _feed.Watch<Shown>(
            Topic.Seminar(Sitting),
            Eyes.Operator,
            async picture =>
            {
                shown.Add(picture.Session);
                if (picture.Session == "1")
                {
                    second.SetResult();
                    await gate.Task;
                }

                if (picture.Session == "9") last.SetResult();
            },
            Ct);
        Assert.Equal(["0"], shown);

        _board.Change("""{"session":"1"}""");
        await second.Task.WaitAsync(Patience, Ct);
        for (var i = 2; i <= 9; i++) _board.Change($$"""{"session":"{{i}}"}""");
        gate.SetResult();
        await last.Task.WaitAsync(Patience, Ct);

        Assert.Equal(["0", "1", "9"], shown);
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _feed.StopAsync(patience.Token);
        _feed.Dispose();
    }

    async Task<(FakeSink Sink, LiveStart Start)> Watch(FakeSink? sink = null, BoardVersion? since = null)
    {
        sink ??= new FakeSink();
        var (_, start) = await _feed.Watch(Seminar, Eyes.Operator, since, sink, Ct);
        return (sink, start);
    }

    Task Start() => _feed.StartAsync(Ct);

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

    /// <summary>A part of a picture, as a page would read it.</summary>
    sealed record Shown(string? Session);
}
