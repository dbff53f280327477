using JmaActors.Credits;
using JmaActors.Journal;
using JmaActors.Tests.Grains.Associations;
using JmaActors.Training;
using Orleans.Concurrency;

namespace JmaActors.Tests.Grains.Training;

/// <summary>A seminar on real actors and the real journal; the clock is the test's.</summary>
public class SessionActorTests(TimedHouse house) : IClassFixture<TimedHouse>
{
    static CancellationToken Ct => TimedHouse.Ct;

    [Fact]
    public async Task An_opened_program_has_its_door_open_at_once_and_opening_again_changes_nothing()
    {
        var sitting = await house.Open(true, (0, 60, 1));
        var view = await sitting.Session.Read(Caller.System, Ct);
        Assert.Equal((SessionStatus.Open, "Seminar", 1), (view!.Status, view.Title, view.Talks.Count));

        var again = await sitting.Program.Open(Caller.System, Ct);
        Assert.True(again.Repeat);
        Assert.Equal(1, (await sitting.Session.Read(Caller.System, Ct))!.Version);
    }

    [Fact]
    public async Task A_door_that_no_program_has_opened_refuses_and_keeps_nothing()
    {
        var session = house.Grains.GetGrain<ISessionGrain>("P26-20261123-NONE.1");
        var answer = await session.Tap(new TapCard(new CardNumber("T1234"), TapDirection.In, house.Clock.GetUtcNow(), "d", "n", Caller.System), Ct);
        Assert.Equal(("not-open", 0L), (answer.Refusal!.Reason, answer.Version));
        Assert.Null(await session.Read(Caller.System, Ct));
    }

    [Fact]
    public async Task A_tap_opens_an_entry_that_grows_with_the_clock_posts_when_confirmed_and_counts()
    {
        var sitting = await house.Open(false, (0, 45, 1), (45, 90, 74));
        var (id, card) = await house.Somebody();
        var tap = await sitting.Tap(card);
        Assert.Equal((null, id, 1), (tap.Reason, tap.Member, tap.Inside));
        await sitting.Earned(id, 1, CreditState.Pending, 0m);

        house.Pass(30.5);
        await sitting.Earned(id, 1, CreditState.Pending, 0.5m);
        house.Pass(15);
        await sitting.Earned(id, 2, CreditState.Pending, 0m);
        house.Pass(50);
        await sitting.Earned(id, 2, CreditState.Pending, 0.5m);

        Assert.Equal("not-closed", (await sitting.Session.Confirm(Caller.System, Ct)).Refusal!.Reason);
        await sitting.Session.Close(Caller.System, Ct);
        var confirmed = await sitting.Session.Confirm(Caller.System, Ct);
        Assert.Equal((0L, 10L), (confirmed.Value!.Figures.PendingTenths, confirmed.Value.Figures.PostedTenths));
        await sitting.Earned(id, 1, CreditState.Posted, 0.5m);
        await sitting.Earned(id, 2, CreditState.Posted, 0.5m);
        var standing = await house.Credits(id).Cme(new DateOnly(2026, 11, 23), Caller.System, Ct);
        Assert.Equal((Units.Of(1m), 2, 3m), (standing.Posted, standing.Codes, standing.Total));

        var version = confirmed.Version;
        Assert.Equal((true, version), ((await sitting.Session.Confirm(Caller.System, Ct)).Repeat, (await sitting.Session.Figures(Ct)).Sequence));
        await Eventually.Be("the program to hear of it", async () => (await sitting.Program.Read(Caller.System, Ct))!.Status, s => s == SessionStatus.Confirmed, Ct);
    }

    [Fact]
    public async Task The_same_nonce_gets_the_same_answer_from_the_next_activation_too()
    {
        var sitting = await house.Open(false, (0, 60, 1));
        var (_, card) = await house.Somebody();
        var command = sitting.Card(card, TapDirection.In, "a");
        var first = await sitting.Session.Tap(command, Ct);
        await sitting.Leave();

        var again = await sitting.Session.Tap(command, Ct);

        Assert.Equal((first.Value, true), (again.Value, again.Repeat));
        Assert.Equal(1, (await sitting.Session.Figures(Ct)).Ins);
    }

    [Fact]
    public async Task A_card_registered_while_its_holder_waits_is_known_two_seconds_later()
    {
        var sitting = await house.Open(false, (0, 60, 1));
        var card = Members.People.Card();
        Assert.Equal("unknown-card", (await sitting.Tap(card)).Reason);
        var id = Members.People.Someone();
        await house.Grains.GetGrain<JmaActors.Members.IMemberGrain>(id.Number).Register(Members.People.Registration(card: card), Ct);

        house.Clock.Advance(SessionLimits.UnknownCard);

        Assert.Equal((null, id), ((await sitting.Tap(card)).Reason, (await sitting.Session.Taps(false, Caller.System, Ct))[0].Member));
        Assert.Equal("unknown-card", Assert.Single(await sitting.Session.Taps(true, Caller.System, Ct)).Reason);
    }

    [Fact]
    public async Task A_batch_is_decided_in_the_order_of_event_times_and_answered_one_for_one()
    {
        var sitting = await house.Open(false, (0, 60, 1));
        var (_, card) = await house.Somebody();
        var (into, outOf) = (sitting.Card(card, TapDirection.In), sitting.Card(card, TapDirection.Out));
        TapCard[] batch = [outOf with { At = into.At.AddSeconds(9) }, into, into with { Card = new CardNumber("NOBODY1"), Nonce = "x" }];

        var answers = await sitting.Session.TapBatch(batch.AsImmutable(), Ct);

        Assert.Equal([null, null, "unknown-card"], answers.Select(a => a.Value!.Reason));
        Assert.Equal((0, 1, 1, 1), ((await sitting.Session.Figures(Ct)) is var f ? (f.Inside, f.Ins, f.Outs, f.Refused) : default));
    }

    [Fact]
    public async Task What_fell_due_while_the_session_was_gone_is_made_good_at_its_exact_instant()
    {
        var sitting = await house.Open(false, (0, 90, 1));
        var (id, card) = await house.Somebody();
        await sitting.Tap(card);
        var start = house.Clock.GetUtcNow();
        house.Store.Before = static group => group.Events.Exists(e => e.Type == "credit-assessed") ? throw new GroupFaultException("a disk error, says the test") : ValueTask.CompletedTask;
        house.Pass(65);
        await Eventually.Be("the session to lose its activation", () => Task.FromResult(house.Clock.GetUtcNow()), _ => true, Ct);
        house.Store.Before = static _ => ValueTask.CompletedTask;
        await sitting.Leave();

        await sitting.Session.Read(Caller.System, Ct);

        await sitting.Earned(id, 1, CreditState.Pending, 1m);
        var rows = (await house.History($"session/{sitting.Id}")).Where(r => r.Contains("\"tenths\":", StringComparison.Ordinal)).ToList();
        Assert.Contains(rows, r => r.Contains($"\"tenths\":5}}],\"at\":\"{Stamp(start.AddMinutes(30))}", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains($"\"tenths\":10}}],\"at\":\"{Stamp(start.AddMinutes(60))}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_reminder_alone_wakes_a_session_and_goes_when_nothing_is_left_to_do()
    {
        var sitting = await house.Open(false, (-40, 40, 1));
        var (id, card) = await house.Somebody();
        await sitting.Session.Tap(sitting.Card(card, TapDirection.In) with { At = house.Clock.GetUtcNow().AddMinutes(-20) }, Ct);
        await Eventually.Be("a reminder", () => house.Reminders(sitting.Session), r => r == 1, Ct);
        await sitting.Leave();
        house.Pass(12);

        await sitting.Session.AsReference<IRemindable>().ReceiveReminder("unfinished", default, Ct);

        await sitting.Earned(id, 1, CreditState.Pending, 0.5m);
        house.Pass(30);
        await sitting.Session.Close(Caller.System, Ct);
        await sitting.Session.Confirm(Caller.System, Ct);
        await sitting.Earned(id, 1, CreditState.Posted, 1m);
        await Eventually.Be("the reminder to go", async () =>
        {
            await sitting.Session.AsReference<IRemindable>().ReceiveReminder("unfinished", default, Ct);
            return await house.Reminders(sitting.Session);
        }, r => r == 0, Ct);
    }

    [Fact]
    public async Task Posting_that_was_cut_short_is_finished_by_the_next_activation()
    {
        var sitting = await house.Open(false, (-40, 0, 1));
        var (id, card) = await house.Somebody();
        await sitting.Session.Tap(sitting.Card(card, TapDirection.In) with { At = house.Clock.GetUtcNow().AddMinutes(-40) }, Ct);
        await sitting.Session.Close(Caller.System, Ct);
        house.Store.Before = static group => group.Events.Exists(e => e.Type == "credit-assessed") ? throw new GroupFaultException("a disk error, says the test") : ValueTask.CompletedTask;
        await Assert.ThrowsAnyAsync<Exception>(() => sitting.Session.Confirm(Caller.System, Ct));
        house.Store.Before = static _ => ValueTask.CompletedTask;

        var view = await Eventually.Be("the session to wake", async () => await Awake(sitting), v => v is not null, Ct);

        Assert.Equal(SessionStatus.Confirmed, view!.Status);
        await sitting.Earned(id, 1, CreditState.Posted, 0.5m);
    }

    [Fact]
    public async Task Two_who_open_close_and_confirm_at_once_do_it_once()
    {
        var sitting = await house.Open(false, (-40, 0, 1));
        var (id, card) = await house.Somebody();
        await sitting.Session.Tap(sitting.Card(card, TapDirection.In) with { At = house.Clock.GetUtcNow().AddMinutes(-35) }, Ct);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => sitting.Session.Close(Caller.System, Ct)));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => sitting.Session.Confirm(Caller.System, Ct)));

        var lines = await house.History($"session/{sitting.Id}");
        Assert.Equal(["session-opened", "tapped", "credit-assessed", "session-closed", "roll-confirmed", "credit-assessed"], lines.Select(l => l[..l.IndexOf(' ', StringComparison.Ordinal)]));
        await sitting.Earned(id, 1, CreditState.Posted, 0.5m);
    }

    static async Task<SessionView?> Awake(Sitting sitting)
    {
        try
        {
            return await sitting.Session.Read(Caller.System, Ct);
        }
        catch (TryAgainException)
        {
            return null;
        }
    }

    static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
