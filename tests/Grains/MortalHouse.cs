using JmaActors.Composition;
using JmaActors.Ledgers;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace JmaActors.Tests.Grains;

/// <summary>One silo after another on the same data: each can be made to end after so many commits, as if it had been killed there.</summary>
sealed class MortalHouse : IDisposable
{
    readonly string folder = System.IO.Directory.CreateTempSubdirectory("jma-mortal-").FullName;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    /// <summary>A silo on what the last one left, which has looked for parcels that are owed.</summary>
    public async Task<InProcessTestCluster> Open()
    {
        var settings = new SiloSettings { Data = folder, Empty = true };
        var cluster = await TestCluster.Deploy(settings, GatedStore.Add, ActorHouse.Ct, nameof(MortalHouse));
        await cluster.GetSiloServiceProvider().GetRequiredService<Outbox>().Sweep(ActorHouse.Ct);
        return cluster;
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
