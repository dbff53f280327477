using Microsoft.Extensions.Logging;
using Orleans.Utilities;

namespace JmaActors.Accounts;

/// <summary>Passes on which accounts have changed; see <see cref="IAccountChangesGrain"/>. It keeps nothing: who follows asks again before long.</summary>
[GrainType("account-changes"), Reentrant]
sealed class AccountChangesGrain(TimeProvider time, ILogger<AccountChangesGrain> log) : Grain, IAccountChangesGrain
{
    readonly ObserverManager<IAccountObserver> followers = new(AccountLimits.FollowerKept, log);

    /// <summary>This activation's own number.</summary>
    readonly long epoch = time.GetUtcNow().Ticks;

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

    public Task Report(string account) => followers.Notify(o => o.Changed(account));
}

/// <summary>Lists over the view of functions; see <see cref="IFunctionListGrain"/>. Whether the caller may see a scope's functions was decided before.</summary>
[StatelessWorker]
sealed class FunctionListGrain(IFunctionIndex index) : Grain, IFunctionListGrain
{
    public Task<FunctionPage> OfScope(FunctionQuery query, Caller caller, CancellationToken ct) =>
        Journal.JournalReading.OrTryAgain(index.OfScope(query with { Size = Math.Clamp(query.Size, 1, AccountLimits.Page) }, ct));

    public Task<bool> HasApprover(string scope, DateOnly on, CancellationToken ct) => Journal.JournalReading.OrTryAgain(index.HasApprover(scope, on, ct));
}
