using Microsoft.Extensions.Logging;
using Orleans.Utilities;

namespace JmaActors.Accounts;

/// <summary>Passes on which accounts have changed; see <see cref="IAccountChangesGrain"/>. It keeps nothing: who follows asks again before long.</summary>
[GrainType("account-changes"), Reentrant]
sealed class AccountChangesGrain(TimeProvider time, ILogger<AccountChangesGrain> log) : Grain, IAccountChangesGrain
{
    readonly ObserverManager<IAccountObserver> followers = new(AccountLimits.FollowerKept, log);

    /// <summary>Another number than of any activation before, and another from the moment on that somebody may have missed something.</summary>
    long epoch = time.GetUtcNow().Ticks;

    public Task<long> Follow(IAccountObserver observer, CancellationToken ct)
    {
        followers.ClearExpired();
        if (followers.Count < AccountLimits.Followers) followers.Subscribe(observer, observer);
        return Task.FromResult(epoch);
    }

    public Task Unfollow(IAccountObserver observer, CancellationToken ct)
    {
        followers.Unsubscribe(observer);
        return Task.CompletedTask;
    }

    public async Task Report(string account)
    {
        // All at once: a node that does not answer keeps nobody else from hearing.
        List<(IAccountObserver Node, Task Word)> told = [];
        await followers.Notify(o =>
        {
            told.Add((o, o.Changed(account)));
            return Task.CompletedTask;
        });
        var all = Task.WhenAll(told.Select(t => t.Word));
        await all.WaitAsync(AccountLimits.Heard, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (all.IsCompletedSuccessfully) return;
        // Nobody waits for it again. If it lives it follows again before long, and then it, like all others, begins anew.
        foreach (var (node, word) in told) if (!word.IsCompletedSuccessfully) followers.Unsubscribe(node);
        epoch++;
        all.Ignore();
    }
}

/// <summary>Lists over the view of functions; see <see cref="IFunctionListGrain"/>. Whether the caller may see a scope's functions was decided before.</summary>
[StatelessWorker]
sealed class FunctionListGrain(IFunctionIndex index) : Grain, IFunctionListGrain
{
    public Task<FunctionPage> OfScope(FunctionQuery query, Caller caller, CancellationToken ct) =>
        Journal.JournalReading.OrTryAgain(index.OfScope(query with { Size = Math.Clamp(query.Size, 1, AccountLimits.Page) }, ct));

    public Task<bool> HasApprover(string scope, DateOnly on, CancellationToken ct) => Journal.JournalReading.OrTryAgain(index.HasApprover(scope, on, ct));
}
