namespace JmaActors.Tests.Grains.Associations;

/// <summary>Waits for something that comes by hints; says what it waited for when it does not come.</summary>
public static class Eventually
{
    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    /// <summary>Asks until the answer is as wanted.</summary>
    public static async Task<T> Be<T>(string what, Func<Task<T>> ask, Func<T, bool> wanted, CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(Deadline);
        using var turn = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (true)
        {
            var answer = await ask();
            if (wanted(answer)) return answer;
            try
            {
                await turn.WaitForNextTickAsync(deadline.Token);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                Assert.Fail($"Waited {Deadline.TotalSeconds} s for {what}; the last answer was {answer}.");
            }
        }
    }
}
