using System.Text;
using JmaActors.Credits;
using JmaActors.Journal;
using JmaActors.Tests.Grains.Associations;
using JmaActors.Members;
using JmaActors.Tests.Grains.Members;
using JmaActors.Time;
using JmaActors.Training;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans.TestingHost;

namespace JmaActors.Tests.Grains.Training;

/// <summary>A house whose clock only a test moves. Orleans' own background work stays on the real one.</summary>
public sealed class TimedHouse : IAsyncLifetime
{
    ActorHouse? house;
    int programs;

    public FakeTimeProvider Clock { get; } = new(Tokyo.At(new DateOnly(2026, 11, 23), new TimeOnly(9, 0)));

    public IGrainFactory Grains => house!.Grains;

    public T Service<T>()
        where T : notnull => house!.Service<T>();

    internal GatedStore Store => house!.Service<GatedStore>();

    public static CancellationToken Ct => ActorHouse.Ct;

    public async ValueTask InitializeAsync() => house = await ActorHouse.Open(services =>
    {
        services.AddSingleton<TimeProvider>(Clock);
        services.UseTimeProviderForBackgroundAreas(TimeProvider.System);
        GatedStore.Add(services);
    });

    public ValueTask DisposeAsync() => house?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Opens a program whose talks are given in minutes from now; the doors are open from an hour ago.</summary>
    internal async Task<Sitting> Open(bool wholeTalk, params (double Start, double End, short Code)[] talks)
    {
        var now = Clock.GetUtcNow();
        var program = Grains.GetGrain<ITrainingProgramGrain>($"P26-20261123-T{++programs}");
        var plan = talks.Select((t, i) => new Talk(i + 1, now.AddMinutes(t.Start), now.AddMinutes(t.End), $"Talk {i + 1}", "Speaker", new CurriculumCode(t.Code))).ToList();
        var created = await program.Create(new CreateProgram(new AssociationId("26"), "Seminar", "Hall", wholeTalk, now.AddHours(-1), now.AddHours(6), plan, Caller.System), Ct);
        Assert.Null(created.Refusal);
        var opened = await program.ApprovedAndOpened(Ct);
        return new Sitting(this, program, opened.Value!.Session);
    }

    /// <summary>Somebody with a card.</summary>
    public async Task<(MemberId Id, CardNumber Card)> Somebody()
    {
        var (id, card) = (People.Someone(), People.Card());
        Assert.True((await Grains.GetGrain<IMemberGrain>(id.Number).Register(People.Registration(card: card), Ct)).Accepted);
        return (id, card);
    }

    public ICreditLedgerGrain Credits(MemberId id) => Grains.GetGrain<ICreditLedgerGrain>(id.Number);

    /// <summary>Stored events of a ledger, each as <c>type body</c>.</summary>
    public async Task<IReadOnlyList<string>> History(string ledger)
    {
        var history = await house!.Service<IJournal>().Read(ledger, 0, Ct);
        return [.. history.Events.Select(e => $"{e.Type} {Encoding.UTF8.GetString(e.Body)}")];
    }

    /// <summary>Reminders that stand for an actor.</summary>
    public async Task<int> Reminders(IAddressable grain) => (await house!.Service<IReminderTable>().ReadRows(grain.GetGrainId())).Reminders.Count;

    /// <summary>Moves the clock.</summary>
    public void Pass(double minutes) => Clock.Advance(TimeSpan.FromMinutes(minutes));
}

/// <summary>One opened program.</summary>
sealed class Sitting(TimedHouse house, ITrainingProgramGrain program, SessionId id)
{
    int nonces;

    public SessionId Id => id;

    public ITrainingProgramGrain Program => program;

    public ISessionGrain Session => house.Grains.GetGrain<ISessionGrain>(id.Code);

    public TapCard Card(CardNumber card, TapDirection direction, string? nonce = null) =>
        new(card, direction, house.Clock.GetUtcNow(), "door-1", nonce ?? $"n{nonces++}", Caller.System);

    public async Task<TapResult> Tap(CardNumber card, TapDirection direction = TapDirection.In, string? nonce = null) =>
        (await Session.Tap(Card(card, direction, nonce), TimedHouse.Ct)).Value!;

    /// <summary>Waits until somebody's ledger holds what a talk earned them.</summary>
    public Task<CreditEntry?> Earned(MemberId member, int talk, CreditState state, decimal units) => Eventually.Be(
        $"talk {talk} to be {state} with {units} in the ledger of {member}",
        async () => (await house.Credits(member).Entries(null, Caller.System, TimedHouse.Ct)).Entries.FirstOrDefault(e => e.Key == $"{id}/{talk}"),
        e => e?.State == state && e.Units == Units.Of(units),
        TimedHouse.Ct);

    /// <summary>Has the activation go; the next call reads the journal again.</summary>
    public Task Leave() => Session.AsReference<Orleans.Core.Internal.IGrainManagementExtension>().DeactivateOnIdle().AsTask();
}
