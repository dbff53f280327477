using JmaActors.Directory;
using Microsoft.Extensions.DependencyInjection;

namespace JmaActors.Tests.Grains.Works;

/// <summary>The real search, which a test can make stand still after some questions.</summary>
sealed class StallingSearch(IMemberSearch inner, StallingSearch.Settings settings) : IMemberSearch
{
    public static void Add(IServiceCollection services, Settings settings)
    {
        var real = services.Last(s => s.ServiceType == typeof(IMemberSearch)).ImplementationType!;
        services.AddSingleton<IMemberSearch>(s => new StallingSearch((IMemberSearch)ActivatorUtilities.CreateInstance(s, real), settings));
    }

    public async Task<FoundPage> Page(Search search, SearchOrder order, string? cursor, int most, CancellationToken ct)
    {
        await settings.Pass();
        return await inner.Page(search, order, cursor, most, ct);
    }

    public Task<IReadOnlyList<FacetCell>> Count(Search search, ChildLayer children, CancellationToken ct) => inner.Count(search, children, ct);

    public async Task<IReadOnlySet<long>> Seen(IReadOnlyCollection<long> members, SearchScope scope, CancellationToken ct)
    {
        await settings.Pass();
        return await inner.Seen(members, scope, ct);
    }

    public sealed class Settings
    {
        int left = int.MaxValue;
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Completes when somebody stands.</summary>
        public Task Reached => reached.Task;

        public void After(int questions)
        {
            (reached, open) = (new(TaskCreationOptions.RunContinuationsAsynchronously), new(TaskCreationOptions.RunContinuationsAsynchronously));
            Volatile.Write(ref left, questions);
        }

        public void Never()
        {
            Volatile.Write(ref left, int.MaxValue);
            open.TrySetResult();
        }

        public Task Pass()
        {
            if (Volatile.Read(ref left) == int.MaxValue || Interlocked.Decrement(ref left) >= 0) return Task.CompletedTask;
            reached.TrySetResult();
            return open.Task;
        }
    }
}
