using JmaActors.Composition;
using JmaActors.Ledgers;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace JmaActors.Tests.Grains;

/// <summary>One silo after another on the same data: each can be made to end after so many commits, as if it had been killed there.</summary>
sealed class MortalHouse : IAsyncDisposable
{
    readonly string folder = System.IO.Directory.CreateTempSubdirectory("jma-mortal-").FullName;
    InProcessTestCluster? living;

    public async ValueTask DisposeAsync()
    {
        try
        {
            await End();
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The silo that lives, which has looked for parcels that are owed.</summary>
    public async Task<InProcessTestCluster> Living()
    {
        if (living is not null) return living;
        living = await TestCluster.Deploy(new SiloSettings { Data = folder, Empty = true }, GatedStore.Add, ActorHouse.Ct, nameof(MortalHouse));
        await living.GetSiloServiceProvider().GetRequiredService<Outbox>().Sweep(ActorHouse.Ct);
        return living;
    }

    /// <summary>The one after it, on what it left.</summary>
    public async Task<InProcessTestCluster> Next()
    {
        await End();
        return await Living();
    }

    async ValueTask End()
    {
        var gone = living;
        living = null;
        if (gone is not null) await gone.DisposeAsync();
    }

    /// <summary>
    /// Lets a number of commits through, from the next one of a ledger on, and none after; ends with the first that it did not let through. What others still had to keep until then is kept.
    /// </summary>
    public static Task Ends(InProcessTestCluster house, int commits, string ledger)
    {
        var (gate, begun, left, ended) = (new Lock(), false, commits, new TaskCompletionSource());
        house.GetSiloServiceProvider().GetRequiredService<GatedStore>().Before = group =>
        {
            lock (gate)
            {
                begun |= group.Heads.Exists(h => h.Ledger == ledger);
                if (!begun || group.Heads.Count == 0 || left-- > 0) return ValueTask.CompletedTask;
            }

            ended.TrySetResult();
            throw new InvalidOperationException("killed");
        };
        return ended.Task;
    }
}
