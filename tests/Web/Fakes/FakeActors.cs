using System.Collections.Concurrent;
using JmaActors.Web.Access;
using Orleans;

namespace JmaActors.Tests.Web.Fakes;

/// <summary>Actors by hand: whoever was put under a key is found there; nobody else exists.</summary>
sealed class FakeActors : IActors
{
    readonly ConcurrentDictionary<(Type, object), object> _actors = new();

    public int References;

    public FakeActors Put<T>(object key, T actor)
        where T : class
    {
        _actors[(typeof(T), key)] = actor;
        return this;
    }

    public T Grain<T>(long key)
        where T : IGrainWithIntegerKey => Find<T>(key);

    public T Grain<T>(string key)
        where T : IGrainWithStringKey => Find<T>(key);

    public T Refer<T>(T observer)
        where T : IGrainObserver
    {
        Interlocked.Increment(ref References);
        return observer;
    }

    public void Release<T>(T reference)
        where T : IGrainObserver => Interlocked.Decrement(ref References);

    T Find<T>(object key) =>
        _actors.TryGetValue((typeof(T), key), out var actor) ? (T)actor : throw new InvalidOperationException($"No {typeof(T).Name} was put under {key}.");
}
