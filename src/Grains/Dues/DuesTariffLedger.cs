using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using JmaActors.Ledgers;

namespace JmaActors.Dues;

/// <summary>What can happen to what an association decided about its dues.</summary>
public abstract record DuesTariffEvent;

public sealed record DuesTariffSet(DuesTariff Tariff) : DuesTariffEvent;

public sealed record DuesTariffWithdrawn(int Year, string Reason) : DuesTariffEvent;

/// <summary>What holds, by the year from which it does.</summary>
public sealed class DuesTariffState
{
    public SortedDictionary<int, DuesTariff> Set { get; set; } = [];
}

/// <summary>Stored shapes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DuesTariffSet))]
[JsonSerializable(typeof(DuesTariffWithdrawn))]
[JsonSerializable(typeof(DuesTariffState))]
public sealed partial class DuesTariffJson : JsonSerializerContext;

/// <summary>The kind <c>dues-tariff</c>: an association's own table of dues, keyed by its code.</summary>
public sealed class DuesTariffLedger : LedgerDefinition<DuesTariffState, DuesTariffEvent>
{
    /// <summary>Name of the kind.</summary>
    public const string Name = "dues-tariff";

    public override string Kind => Name;

    public override bool NumberKey => false;

    public override EventCatalog<DuesTariffEvent> Events { get; } = new EventCatalog<DuesTariffEvent>()
        .Add("dues-tariff-set", 1, DuesTariffJson.Default.DuesTariffSet)
        .Add("dues-tariff-withdrawn", 1, DuesTariffJson.Default.DuesTariffWithdrawn);

    public override JsonTypeInfo<DuesTariffState> SnapshotJson => DuesTariffJson.Default.DuesTariffState;

    public override void Evolve(DuesTariffState state, DuesTariffEvent e, in EventMeta meta)
    {
        switch (e)
        {
            case DuesTariffSet set:
                state.Set[set.Tariff.From.Year] = set.Tariff;
                break;
            case DuesTariffWithdrawn withdrawn:
                state.Set.Remove(withdrawn.Year);
                break;
        }
    }
}
