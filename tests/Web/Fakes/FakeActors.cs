using System.Collections.Concurrent;
using JmaActors.Web.Access;
using Orleans;

namespace JmaActors.Tests.Web.Fakes;

/// <summary>Actors by hand: whoever was put under a key is found there; nobody else exists.</summary>
sealed class FakeActors : IActors
{
    readonly ConcurrentDictionary<(Type, object), object> _actors = new();

    readonly HashSet<object> _references = [];

    /// <summary>The audit of everybody and every day.</summary>
    public FakeAudit Audit { get; } = new();

    public int References
    {
        get { lock (_references) return _references.Count; }
    }

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
        lock (_references) Assert.True(_references.Add(observer));
        return observer;
    }

    /// <summary>As Orleans does: a reference that is not, or no longer, there is an argument it cannot take.</summary>
    public void Release<T>(T reference)
        where T : IGrainObserver
    {
        lock (_references)
        {
            if (!_references.Remove(reference)) throw new ArgumentException("No such reference.", nameof(reference));
        }
    }

    T Find<T>(object key) => typeof(T) == typeof(JmaActors.Audit.IAuditGrain) ? (T)(object)Audit :
        _actors.TryGetValue((typeof(T), key), out var actor) ? (T)actor : throw new InvalidOperationException($"No {typeof(T).Name} was put under {key}.");
}
