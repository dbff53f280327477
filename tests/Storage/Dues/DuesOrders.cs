using JmaActors.Ledgers;
using Orleans;

namespace JmaActors.Tests.Storage.Dues;

/// <summary>A command, sent until it is answered.</summary>
/// <param name="Ledger">Where its event is to be, once.</param>
/// <param name="Key">Of the event; null for commands without one.</param>
sealed record DuesCommand(string Ledger, string? Key, string Event, Func<IGrainFactory, Task<(Refusal? Refusal, bool Repeat)>> Send)
{
    public bool Answered { get; set; }

    /// <summary>Why the last answer was a refusal.</summary>
    public string? Why { get; set; }

    public bool Accepted { get; set; }
}

/// <summary>Somebody who sends commands, keeps them, and sends some of them again.</summary>
abstract class DuesOrders(DuesHouse house, Random random)
{
    /// <summary>Attempts at an answer of a silo that is not dead.</summary>
    const int Attempts = 500;

    readonly List<DuesCommand> sent = [];
    int keys;

    public IReadOnlyList<DuesCommand> Sent => sent;

    protected DuesHouse House => house;

    protected Random Random => random;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public abstract Task Begin();

    /// <summary>What comes next; null where nothing can.</summary>
    protected abstract Task<DuesCommand?> Next(string key);

    protected abstract Task Sleep();

    /// <summary>So many commands, or until the silo is dead.</summary>
    public async Task Go(int steps)
    {
        for (var i = 0; i < steps && !house.Dead; i++)
        {
            try
            {
                if (random.Next(8) == 0) await Sleep();
                if (random.Next(5) == 0 && sent.Count > 0) await Send(sent[random.Next(sent.Count)]);
                else if (await Next($"k{++keys}") is { } order) await Send(order);
            }
            catch (Exception e) when (house.Dead && e is not Xunit.Sdk.XunitException)
            {
                // Whoever asked a dead silo something asks the next one.
            }
            catch (TryAgainException)
            {
                // An actor on its way out; there are more steps.
            }
        }
    }

    public async Task SendUnanswered()
    {
        foreach (var order in sent.Where(o => !o.Answered).ToList()) await Send(order);
    }

    protected async Task Send(DuesCommand order)
    {
        if (!sent.Contains(order)) sent.Add(order);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var (refusal, repeat) = await order.Send(house.Grains);
                // What was done once is not refused later, and is known again.
                if (order is { Accepted: true, Key: not null }) Assert.True(refusal is null && repeat, $"{order.Event} {order.Key} of {order.Ledger} again: {refusal?.Reason ?? "taken as new"}");
                (order.Answered, order.Accepted, order.Why) = (true, order.Accepted || refusal is null, refusal?.Reason);
                return;
            }
            catch (TryAgainException) when (attempt < Attempts && !house.Dead)
            {
                await Task.Yield();
            }
        }
    }
}
