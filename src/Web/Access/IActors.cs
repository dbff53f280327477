namespace JmaActors.Web.Access;

/// <summary>How the gateway reaches actors. Nothing else in this project is given a way to them.</summary>
public interface IActors
{
    T Grain<T>(long key)
        where T : IGrainWithIntegerKey;

    T Grain<T>(string key)
        where T : IGrainWithStringKey;

    /// <summary>A reference actors can call <paramref name="observer"/> through. The caller keeps the observer itself alive.</summary>
    T Refer<T>(T observer)
        where T : IGrainObserver;

    /// <summary>Gives up a reference made by <see cref="Refer{T}"/>.</summary>
    void Release<T>(T reference)
        where T : IGrainObserver;
}
