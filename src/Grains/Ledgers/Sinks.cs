using JmaActors.Journal;

namespace JmaActors.Ledgers;

/// <summary>Where an append's view rows, parcels and touches gather before they are copied into it; one set a thread, since applying never awaits.</summary>
sealed class Sinks
{
    [ThreadStatic] static Sinks? own;

    public ViewSink Views { get; } = new();

    public ParcelSink Parcels { get; } = new();

    public List<Touch> Touches { get; } = [];

    /// <summary>This thread's, emptied.</summary>
    public static Sinks Of(string sender)
    {
        var sinks = own ??= new Sinks();
        sinks.Views.Rows.Clear();
        sinks.Parcels.Rows.Clear();
        sinks.Touches.Clear();
        sinks.Parcels.Sender = sender;
        return sinks;
    }
}
