using Orleans.Runtime;

namespace JmaActors.Web.Access;

/// <summary>
/// Actors through the Orleans client of this process. What an interface is called in the cluster is looked up once: the client would read it off the
/// interface's attributes for every reference it makes.
/// </summary>
public sealed class OrleansActors(IClusterClient client) : IActors
{
    public T Grain<T>(long key)
        where T : IGrainWithIntegerKey
    {
        if (Known<T>.Names is { } names) return (T)client.GetGrain(GrainId.Create(names.Grain, GrainIdKeyExtensions.CreateIntegerKey(key)), names.Interface);
        var grain = client.GetGrain<T>(key);
        Known<T>.Learn(grain);
        return grain;
    }

    public T Grain<T>(string key)
        where T : IGrainWithStringKey
    {
        if (Known<T>.Names is { } names) return (T)client.GetGrain(GrainId.Create(names.Grain, IdSpan.Create(key)), names.Interface);
        var grain = client.GetGrain<T>(key);
        Known<T>.Learn(grain);
        return grain;
    }

    public T Refer<T>(T observer)
        where T : IGrainObserver => client.CreateObjectReference<T>(observer);

    public void Release<T>(T reference)
        where T : IGrainObserver => client.DeleteObjectReference<T>(reference);

    sealed record ClusterNames(GrainType Grain, GrainInterfaceType Interface);

    /// <summary>Names are constants of the interface and its one class, the same in every cluster.</summary>
    static class Known<T>
        where T : IAddressable
    {
        public static volatile ClusterNames? Names;

        public static void Learn(T grain)
        {
            if (grain is GrainReference reference) Names = new ClusterNames(reference.GrainId.Type, reference.InterfaceType);
        }
    }
}
